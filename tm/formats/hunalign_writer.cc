// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "tm/formats/writers.h"
#include "tm/output.h"

namespace thalign {
namespace {

class HunalignWriter : public RecordWriter {
 public:
  explicit HunalignWriter(std::ostream& out) : RecordWriter(out) {}

 private:
  void write_record(const TranslationUnit& unit) override {
    const auto [source, target] = sides(unit);
    if (written() == 0 && source != nullptr) output().guard_first(single_line(source->text));
    write_units(source);
    output().append("\t");
    write_units(target);
    output().print("\t{}\n", hunalign_quality(unit));
  }

  void write_units(const Variant* side) {
    if (side == nullptr) return;
    const std::string_view text = side->text;
    std::size_t begin = 0;
    for (const std::uint32_t joint : side->joints) {
      output().print("{} ~~~ ", single_line(text.substr(begin, joint - begin)));
      begin = joint;
    }
    output().append(single_line(text.substr(begin)));
  }
};

}  // namespace

std::unique_ptr<UnitWriter> make_hunalign_writer(std::ostream& out) {
  return std::make_unique<HunalignWriter>(out);
}

}  // namespace thalign
