// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/writers.h"
#include "tm/output.h"

namespace thalign {
namespace {

class BitextorWriter : public UnitWriter {
 public:
  explicit BitextorWriter(std::ostream& out) : output_(out) {
    output_.append("src_url\ttrg_url\tsrc_text\ttrg_text\tscore\n");
  }

  void write(const TranslationUnit& unit) override {
    const auto [source, target] = sides(unit);
    if (source == nullptr || target == nullptr) {
      ++statistics_.null_beads_left_out;
      return;
    }
    output_.print("{}\t{}\t{}\t{}\t{:.4f}\n", single_line(valid_utf8(source->document)),
                  single_line(valid_utf8(target->document)), single_line(source->text),
                  single_line(target->text), unit.confidence.value_or(0.0));
    output_.flush_if_large();
    ++statistics_.written;
  }

  WriteStatistics finish() override {
    output_.flush();
    return statistics_;
  }

 private:
  OutputBuffer output_;
  WriteStatistics statistics_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_bitextor_writer(std::ostream& out) {
  return std::make_unique<BitextorWriter>(out);
}

}  // namespace thalign
