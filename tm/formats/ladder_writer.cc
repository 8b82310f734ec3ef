// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "text/error.h"
#include "tm/formats/writers.h"
#include "tm/output.h"

namespace thalign {
namespace {

class LadderWriter : public RecordWriter {
 public:
  explicit LadderWriter(std::ostream& out) : RecordWriter(out) {}

  WriteStatistics finish() override {
    output().print("{}\t{}\t0\n", source_end_, target_end_);
    return RecordWriter::finish();
  }

 private:
  void write_record(const TranslationUnit& unit) override {
    const auto [source, target] = sides(unit);
    skip_to(source, source_end_);
    skip_to(target, target_end_);
    write_rung(hunalign_quality(unit));
    if (source != nullptr) source_end_ = source->units->end;
    if (target != nullptr) target_end_ = target->units->end;
  }

  void write_rung(std::string_view quality) {
    output().print("{}\t{}\t{}\n", source_end_, target_end_, quality);
  }

  /// Moves `end`, up to where units have been written, to those of `side`. What lies between, such
  /// as lines without text, becomes a null bead.
  void skip_to(const Variant* side, std::uint32_t& end) {
    if (side == nullptr) return;
    if (!side->units) {
      throw Error(ErrorCode::format, fmt::format("unit {}", written() + 1),
                  "has no unit numbers, which a ladder is made of; choose another format");
    }
    if (side->units->begin < end) {
      throw Error(ErrorCode::format, fmt::format("unit {}", written() + 1),
                  fmt::format("begins with unit number {} where {} comes next, so that no ladder "
                              "can be written; choose another format",
                              side->units->begin, end));
    }
    if (side->units->begin > end) write_rung("0.0000");
    end = side->units->begin;
  }

  std::uint32_t source_end_ = 0, target_end_ = 0;
};

}  // namespace

std::unique_ptr<UnitWriter> make_ladder_writer(std::ostream& out) {
  return std::make_unique<LadderWriter>(out);
}

}  // namespace thalign
