// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/table/table_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/error_message.h"
#include "tm/formats/table/records.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

/// Rows of a table whose first line has the number 10.
class GivenRows : public Records {
 public:
  explicit GivenRows(std::vector<Record> rows) : rows_(std::move(rows)) {}
  std::optional<Record> next() override {
    return at_ < rows_.size() ? std::optional(rows_[at_++]) : std::nullopt;
  }
  std::size_t line() const override { return 9 + at_; }
  const std::string& name() const& override { return name_; }

 private:
  std::vector<Record> rows_;
  std::size_t at_ = 0;
  std::string name_ = "a.csv";
};

struct GivenTable {
  std::vector<std::string> texts;  ///< "LINE SOURCE-TARGET"
  std::vector<TranslationUnit> units;
  std::vector<std::string> repairs;
};

GivenTable read_rows(std::vector<Record> rows, UnitReadOptions options = {}) {
  GivenTable result;
  options.on_repair = [&](const Repair& repair) {
    result.repairs.push_back(std::string(repair.kind) + ": " + repair.detail);
  };
  const auto reader = make_table_reader(std::make_unique<GivenRows>(std::move(rows)), options);
  while (const TranslationUnit* const unit = reader->next()) {
    result.units.push_back(*unit);
    result.texts.push_back(std::to_string(reader->line()) + " " + unit->variants[0].text + "-" +
                           unit->variants[1].text);
  }
  return result;
}

TEST(TableReaderTest, NamesOfColumnsAreNoUnitAndLinesCount) {
  const GivenTable table = read_rows({{"th", "en"}, {"", ""}, {"ฝน", "rain"}, {"", "sun"}});
  EXPECT_THAT(table.texts, ElementsAre("12 ฝน-rain", "13 -sun"));
  EXPECT_EQ(table.units[0].variants[0].language, "th");
  EXPECT_THAT(table.repairs, IsEmpty());
}

TEST(TableReaderTest, TitleAboveTheNamesIsLeftOut) {
  const GivenTable table = read_rows({{"คำศัพท์ 2567", "", ""},
                                      {},
                                      {"", "", "ฉบับร่าง"},
                                      {"No.", "ภาษาไทย", "English"},
                                      {"1", "ฝน", "rain"}});
  EXPECT_THAT(table.texts, ElementsAre("14 ฝน-rain"));
  EXPECT_THAT(table.repairs,
              ElementsAre("title above the names of the columns: left out: คำศัพท์ 2567, ฉบับร่าง",
                          "columns left out; --columns chooses others: No."));
}

TEST(TableReaderTest, ColumnsWithRolesBecomeFields) {
  const GivenTable table = read_rows({{"id", "source", "target", "confidence", "note"},
                                      {"7", "ฝน", "rain", "0.5", "wet"},
                                      {"", "แดด", "sun", "", ""}});
  ASSERT_EQ(table.units.size(), 2U);
  EXPECT_EQ(table.units[0].id, "7");
  EXPECT_EQ(table.units[0].confidence, 0.5);
  EXPECT_THAT(table.units[0].about.notes, ElementsAre(Note{"wet"}));
  EXPECT_EQ(table.units[1], (TranslationUnit{.variants = {{.text = "แดด"}, {.text = "sun"}}}))
      << "nothing of the row before";
}

TEST(TableReaderTest, RowsWithMoreCellsAreLeftOutAndReported) {
  const GivenTable table = read_rows({{"th", "en"}, {"ก", "a", "b"}, {"ข", "c", ""}, {"ค"}});
  EXPECT_THAT(table.texts, ElementsAre("12 ข-c", "13 ค-"));
  EXPECT_THAT(table.repairs, ElementsAre(StartsWith("row with more cells than there are columns"),
                                         StartsWith("row without the cells of both texts")));
}

TEST(TableReaderTest, ColumnsTakenByGuessingAreReported) {
  EXPECT_THAT(read_rows({{"un", "eins"}, {"deux", "zwei"}}).repairs,
              ElementsAre("columns that nothing names: taken as source and target: 1 and 2"));
  EXPECT_THAT(read_rows({{"1", "ฝน", "rain"}, {"2", "แดด", "sun"}}).repairs,
              ElementsAre("columns found by what they hold; --columns chooses others: 2 and 3",
                          "columns left out; --columns chooses others: 1"));
}

TEST(TableReaderTest, LanguagesOfTheCallerGoBeforeThoseOfTheNames) {
  const GivenTable table = read_rows({{"th", "en"}, {"ก", "a"}}, {.languages = {"th-TH", "en-GB"}});
  EXPECT_EQ(table.units.at(0).variants[0].language, "th-TH");
  EXPECT_EQ(table.units.at(0).variants[1].language, "en-GB");
}

TEST(TableReaderTest, AConfidenceThatIsNoNumberIsRefusedAtItsLine) {
  EXPECT_THAT(error_message([] {
                read_rows({{"source", "target", "confidence"}, {"ก", "a", "high"}});
              }),
              StartsWith("a.csv:11:1:"));
}

TEST(TableReaderTest, AnEmptyTableHasNoUnit) { EXPECT_THAT(read_rows({}).units, IsEmpty()); }

}  // namespace
}  // namespace thalign
