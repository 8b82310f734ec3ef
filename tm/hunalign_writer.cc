#include <string_view>

#include "tm/output.h"
#include "tm/writers.h"

namespace thalign {
namespace {

class HunalignWriter : public UnitWriter {
 public:
  explicit HunalignWriter(std::ostream& out) : output_(out) {}

  void write(const TranslationUnit& unit) override {
    const auto [source, target] = sides(unit);
    write_units(source);
    output_.append("\t");
    write_units(target);
    output_.print("\t{:.4f}\n", unit.confidence.value_or(0.0));
    output_.flush_if_large();
    ++statistics_.written;
  }

  WriteStatistics finish() override {
    output_.flush();
    return statistics_;
  }

 private:
  void write_units(const Variant* side) {
    if (side == nullptr) return;
    const std::string_view text = side->text;
    std::size_t begin = 0;
    for (const std::uint32_t joint : side->joints) {
      output_.print("{} ~~~ ", single_line(text.substr(begin, joint - begin)));
      begin = joint;
    }
    output_.append(single_line(text.substr(begin)));
  }

  OutputBuffer output_;
  WriteStatistics statistics_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_hunalign_writer(std::ostream& out) {
  return std::make_unique<HunalignWriter>(out);
}

}  // namespace thalign
