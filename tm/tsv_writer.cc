#include <string_view>

#include "tm/output.h"
#include "tm/writers.h"

namespace thalign {
namespace {

constexpr std::string_view header =
    "#source_start\tsource_end\ttarget_start\ttarget_end\tbead\tsource_units\ttarget_units\tscore\t"
    "confidence\tsource_text\ttarget_text\n";

class TsvWriter : public UnitWriter {
 public:
  explicit TsvWriter(std::ostream& out) : output_(out) { output_.append(header); }

  void write(const TranslationUnit& unit) override {
    const auto [source, target] = sides(unit);
    write_offsets(source);
    write_offsets(target);
    output_.print("{}", unit.bead.value_or(statistics_.written));
    write_units(source);
    write_units(target);
    output_.print("\t{}\t{}", decimal(unit.score), decimal(unit.confidence));
    write_text(source);
    write_text(target);
    output_.append("\n");
    output_.flush_if_large();
    ++statistics_.written;
  }

  WriteStatistics finish() override {
    output_.flush();
    return statistics_;
  }

 private:
  void write_offsets(const Variant* side) {
    if (side != nullptr && side->offsets) {
      output_.print("{}\t{}\t", side->offsets->begin, side->offsets->end);
    } else {
      output_.append("-\t-\t");
    }
  }

  void write_units(const Variant* side) {
    if (side != nullptr && side->units && !side->units->empty()) {
      output_.print("\t{}-{}", side->units->begin, side->units->end - 1);
    } else {
      output_.append("\t-");
    }
  }

  void write_text(const Variant* side) {
    output_.append("\t");
    if (side != nullptr) output_.append(single_line(side->text));
  }

  OutputBuffer output_;
  WriteStatistics statistics_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_tsv_writer(std::ostream& out) {
  return std::make_unique<TsvWriter>(out);
}

}  // namespace thalign
