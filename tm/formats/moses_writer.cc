// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/writers.h"
#include "tm/output.h"

namespace thalign {
namespace {

class MosesWriter : public UnitWriter {
 public:
  MosesWriter(std::ostream& source, std::ostream& target) : source_(source), target_(target) {}

  void write(const TranslationUnit& unit) override {
    const auto [source, target] = sides(unit);
    const std::string source_line = source == nullptr ? "" : single_line(source->text);
    const std::string target_line = target == nullptr ? "" : single_line(target->text);
    if (source_line.empty() || target_line.empty()) {
      ++statistics_.null_beads_left_out;
      return;
    }
    if (statistics_.written == 0) {
      source_.guard_first(source_line);
      target_.guard_first(target_line);
    }
    source_.print("{}\n", source_line);
    target_.print("{}\n", target_line);
    source_.flush_if_large();
    target_.flush_if_large();
    ++statistics_.written;
  }

  WriteStatistics finish() override {
    source_.flush();
    target_.flush();
    return statistics_;
  }

 private:
  OutputBuffer source_, target_;
  WriteStatistics statistics_;
};

}  // namespace

std::unique_ptr<UnitWriter> make_moses_writer(std::ostream& source, std::ostream& target) {
  return std::make_unique<MosesWriter>(source, target);
}

}  // namespace thalign
