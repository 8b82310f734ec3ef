// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/line_reader.h"

namespace thalign {
namespace {

constexpr std::string_view kHunalignJoint = " ~~~ ";

/// Puts the sentences of `column` into `side`, a space between them.
void read_sentences(std::string_view column, Variant& side) {
  for (;;) {
    const auto end = column.find(kHunalignJoint);
    side.text += column.substr(0, end);
    if (end == std::string_view::npos) return;
    side.text += ' ';
    side.joints.push_back(static_cast<std::uint32_t>(side.text.size()));
    column.remove_prefix(end + kHunalignJoint.size());
  }
}

class HunalignReader : public LineReader {
 public:
  using LineReader::LineReader;

 private:
  bool read_line(std::string_view line, TranslationUnit& unit) override {
    if (line.empty()) return false;
    const auto columns = split(line, '\t');
    if (columns.size() < 2 || columns.size() > 3) {
      fail_columns(line, columns.size(), "3 (source, target, quality)");
    }
    read_sentences(columns[0], unit.variants[0]);
    read_sentences(columns[1], unit.variants[1]);
    if (columns.size() == 3) {
      if (!parse_number(columns[2]))
        fail(line, columns[2], "the quality is not a number; correct it");
      unit.about.properties.push_back({"x-hunalign-quality", std::string(columns[2])});
    }
    return !unit.variants[0].missing() || !unit.variants[1].missing();
  }
};

}  // namespace

std::unique_ptr<UnitReader> make_hunalign_reader(ByteSource source,
                                                 const UnitReadOptions& options) {
  return std::make_unique<HunalignReader>(std::move(source), options.languages);
}

}  // namespace thalign
