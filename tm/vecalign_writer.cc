#include <algorithm>

#include "text/error.h"
#include "tm/output.h"
#include "tm/writers.h"

namespace thalign {
namespace {

class VecalignWriter : public UnitWriter {
 public:
  explicit VecalignWriter(std::ostream& out) : output_(out) {}

  void write(const TranslationUnit& unit) override {
    const auto [source, target] = sides(unit);
    write_units(source);
    output_.append(":");
    write_units(target);
    output_.print(":{:.6f}\n", 1.0 - std::clamp(unit.confidence.value_or(0.0), 0.0, 1.0));
    output_.flush_if_large();
    ++statistics_.written;
  }

  WriteStatistics finish() override {
    output_.flush();
    return statistics_;
  }

 private:
  void write_units(const Variant* side) {
    output_.append("[");
    if (side != nullptr) {
      if (!side->units) {
        throw Error(ErrorCode::format, fmt::format("unit {}", statistics_.written + 1),
                    "has no unit numbers, which vecalign's format is made of; choose another "
                    "format");
      }
      for (std::uint32_t i = side->units->begin; i < side->units->end; ++i) {
        output_.print("{}{}", i == side->units->begin ? "" : ", ", i);
      }
    }
    output_.append("]");
  }

  OutputBuffer output_;
  WriteStatistics statistics_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_vecalign_writer(std::ostream& out) {
  return std::make_unique<VecalignWriter>(out);
}

}  // namespace thalign
