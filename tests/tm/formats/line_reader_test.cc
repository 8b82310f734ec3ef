// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/line_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/error_message.h"

namespace thalign {
namespace {

using testing::ElementsAre;

/// Reads "SOURCE=TARGET"; lines of "#" say nothing.
class EqualsReader : public LineReader {
 public:
  using LineReader::LineReader;

 private:
  bool read_line(std::string_view line, TranslationUnit& unit) override {
    if (line == "#") return false;
    const std::vector<std::string_view> columns = split(line, '=');
    if (columns.size() != 2) fail_columns(line, columns.size(), "2");
    if (columns[1] == "?") fail(line, columns[1], "no text");
    unit.id = std::to_string(line_number());
    unit.variants[0].text = columns[0];
    unit.variants[1].text = columns[1];
    return true;
  }
};

/// The units as "LINE SOURCE-TARGET".
std::vector<std::string> all_lines(LineReader& reader) {
  std::vector<std::string> result;
  while (const TranslationUnit* const unit = reader.next()) {
    EXPECT_EQ(unit->id, std::to_string(reader.line()));
    EXPECT_EQ(unit->variants[0].language, "th");
    EXPECT_EQ(unit->variants[1].language, "en");
    result.push_back(unit->id + " " + unit->variants[0].text + "-" + unit->variants[1].text);
  }
  EXPECT_EQ(reader.next(), nullptr) << "after the last one, too";
  return result;
}

std::string line_error(const std::string& bytes) {
  std::istringstream in(bytes);
  EqualsReader reader({in, "file"}, {"th", "en"});
  return error_message([&] { all_lines(reader); });
}

TEST(LineReaderTest, LinesThatSayNothingAreCountedAndPassedOver) {
  std::istringstream in("ก=a\n#\nข=b");
  EqualsReader reader({in, "file"}, {"th", "en"});
  EXPECT_THAT(all_lines(reader), ElementsAre("1 ก-a", "3 ข-b"));
}

TEST(LineReaderTest, ALineThatIsTakenAlreadyComesFirst) {
  std::istringstream in("ก=a\nข=b\n");
  LineSource lines({in, "file"});
  std::string first(lines.next().value());
  EqualsReader reader(std::move(lines), {"th", "en"}, std::move(first));
  EXPECT_THAT(all_lines(reader), ElementsAre("1 ก-a", "2 ข-b"));
}

TEST(LineReaderTest, ErrorsCountCharactersUpToThePart) {
  EXPECT_EQ(line_error("ก=a\nฝน=?\n"), "file:2:4: no text");
}

TEST(LineReaderTest, AnotherNumberOfColumnsFailsAtTheEndOfTheLine) {
  EXPECT_EQ(line_error("ฝน\n"),
            "file:1:3: 1 column where 2 should be; check that tabs separate them");
}

TEST(LineReaderTest, AUnitKeepsNothingOfTheOneBefore) {
  const TranslationUnit unit = LineReader::make_unit({"th", "en"});
  EXPECT_EQ(unit, (TranslationUnit{.variants = {{.language = "th"}, {.language = "en"}}}));
}

}  // namespace
}  // namespace thalign
