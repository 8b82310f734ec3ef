// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/table/csv_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/error_message.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Rows = std::vector<Record>;

Rows rows_of(const std::string& bytes, char separator = '\0') {
  std::istringstream in(bytes);
  CsvRecords records(LineSource({in, "a.csv"}), separator);
  Rows rows;
  while (auto row = records.next()) rows.push_back(std::move(*row));
  return rows;
}

TEST(CsvRecordsTest, TheSeparatorThatCutsMostRowsAlike) {
  EXPECT_EQ(rows_of("a;b\nc,c;d\ne;f,f\n"), (Rows{{"a", "b"}, {"c,c", "d"}, {"e", "f,f"}}));
  EXPECT_EQ(rows_of("a\tb\nc,d\te\n"), (Rows{{"a", "b"}, {"c,d", "e"}}));
  EXPECT_EQ(rows_of("a,b;c,d\n"), (Rows{{"a", "b;c", "d"}})) << "of two that fit, more cells";
}

TEST(CsvRecordsTest, AFirstLineMayNameTheSeparator) {
  EXPECT_EQ(rows_of("sep=|\na|b,c\n"), (Rows{{"a", "b,c"}}));
  EXPECT_EQ(rows_of("\"SEP=;\"\na;b,c,d\n"), (Rows{{"a", "b,c,d"}}));
  EXPECT_EQ(rows_of("sep,a\nsep=,b\n"), (Rows{{"sep", "a"}, {"sep=", "b"}}));
}

TEST(CsvRecordsTest, QuotesHoldSeparatorsQuotesAndLineEnds) {
  EXPECT_EQ(rows_of("\"a,\"\"b\"\"\",\"c\nd\"\r\n\"e\r\nf\",g\r\n"),
            (Rows{{"a,\"b\"", "c\nd"}, {"e\r\nf", "g"}}));
}

TEST(CsvRecordsTest, WithTabsGivenCellsEndWithTheirLines) {
  EXPECT_EQ(rows_of("\"a\tb\n\"c\td\"\te\n\"f\" g\th\n", '\t'),
            (Rows{{"\"a", "b"}, {"c\td", "e"}, {"\"f\" g", "h"}}));
}

TEST(CsvRecordsTest, TheApostropheThatDefusesAFormulaGoes) {
  EXPECT_EQ(rows_of("'=1,'a\n"), (Rows{{"=1", "'a"}}));
}

TEST(CsvRecordsTest, LinesAreThoseWhereRowsBegin) {
  std::istringstream in("\"a\nb\",c\nd,e\n");
  CsvRecords records(LineSource({in, "a.csv"}), ',');
  records.next();
  EXPECT_EQ(records.line(), 1U);
  records.next();
  EXPECT_EQ(records.line(), 3U);
  EXPECT_FALSE(records.next().has_value());
}

TEST(CsvRecordsTest, ALineThatIsTakenAlreadyIsTheFirst) {
  std::istringstream in("a,b\nc,d\n");
  LineSource lines({in, "a.csv"});
  std::string first(lines.next().value());
  CsvRecords records(std::move(lines), '\0', std::move(first));
  EXPECT_THAT(records.next().value(), ElementsAre("a", "b"));
  EXPECT_EQ(records.line(), 1U);
  EXPECT_THAT(records.next().value(), ElementsAre("c", "d"));
}

TEST(CsvRecordsTest, QuotesThatDoNotCloseAreRefusedWithTheLineThatOpensThem) {
  EXPECT_THAT(error_message([] { rows_of("a,b\nc,\"d\ne,f\n", ','); }, ErrorCode::format),
              HasSubstr("the quote opened in line 2 is not closed"));
  EXPECT_THAT(error_message([] { rows_of("\"a\"b,c\n", ','); }), HasSubstr("closing quote"));
}

}  // namespace
}  // namespace thalign
