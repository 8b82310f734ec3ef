// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "tm/formats/line_reader.h"

namespace thalign {
namespace {

class BitextorReader : public LineReader {
 public:
  using LineReader::LineReader;

 private:
  bool read_line(std::string_view line, TranslationUnit& unit) override {
    if (line.empty()) return false;
    const auto columns = split(line, '\t');
    if (line_number() == 1 && std::ranges::count(columns, "src_text") > 0) {
      if (std::ranges::count(columns, "trg_text") == 0) {
        fail(line, line, "no column 'trg_text'; name both texts, or leave the names out");
      }
      names_.assign(columns.begin(), columns.end());
      return false;
    }
    if (columns.size() < 4) {
      fail_columns(line, columns.size(), "at least 4 (two URLs, two texts)");
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string name = name_of(i);
      const std::string_view value = columns[i];
      if (name == "src_url") {
        unit.variants[0].document = value;
      } else if (name == "trg_url") {
        unit.variants[1].document = value;
      } else if (name == "src_text") {
        unit.variants[0].text = value;
      } else if (name == "trg_text") {
        unit.variants[1].text = value;
      } else if (!value.empty()) {
        unit.about.properties.push_back({"x-bitextor-" + name, std::string(value)});
      }
    }
    return !unit.variants[0].missing() || !unit.variants[1].missing();
  }

  std::string name_of(std::size_t column) const {
    if (column < names_.size()) return names_[column];
    return fmt::format("column-{}", column + 1);
  }

  std::vector<std::string> names_{"src_url", "trg_url", "src_text", "trg_text", "score"};
};

}  // namespace

std::unique_ptr<UnitReader> make_bitextor_reader(ByteSource source,
                                                 const UnitReadOptions& options) {
  return std::make_unique<BitextorReader>(std::move(source), options.languages);
}

}  // namespace thalign
