// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "tm/formats/writers.h"
#include "tm/output.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

constexpr std::string_view kTsvHeader =
    "#source_start\tsource_end\ttarget_start\ttarget_end\tbead\tsource_units\ttarget_units\tscore\t"
    "confidence\tsource_text\ttarget_text\tflags\n";

class TsvWriter : public RecordWriter {
 public:
  explicit TsvWriter(std::ostream& out) : RecordWriter(out) { output().append(kTsvHeader); }

 private:
  void write_record(const TranslationUnit& unit) override {
    const auto [source, target] = sides(unit);
    write_offsets(source);
    write_offsets(target);
    output().print("{}", unit.bead.value_or(written()));
    write_units(source);
    write_units(target);
    output().print("\t{}\t{}", decimal(unit.score), decimal(unit.confidence));
    write_text(source);
    write_text(target);
    const std::string_view flag = flag_of(unit);
    output().print("\t{}\n", flag.empty() ? "-" : flag);
  }

  void write_offsets(const Variant* side) {
    if (side != nullptr && side->offsets) {
      output().print("{}\t{}\t", side->offsets->begin, side->offsets->end);
    } else {
      output().append("-\t-\t");
    }
  }

  void write_units(const Variant* side) {
    if (side != nullptr && side->units && !side->units->empty()) {
      output().print("\t{}-{}", side->units->begin, side->units->end - 1);
    } else {
      output().append("\t-");
    }
  }

  void write_text(const Variant* side) {
    output().append("\t");
    if (side != nullptr) output().append(single_line(side->text));
  }
};

}  // namespace

std::unique_ptr<UnitWriter> make_tsv_writer(std::ostream& out) {
  return std::make_unique<TsvWriter>(out);
}

}  // namespace thalign
