// SPDX-License-Identifier: Apache-2.0
#include "text/files/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "text/error.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

using Rows = std::vector<std::pair<std::size_t, std::vector<std::string>>>;

Rows rows_of(std::string_view text) {
  Rows rows;
  visit_rows(text, "a.tsv", [&](const TableRow& row) {
    rows.push_back({row.line, {row.columns.begin(), row.columns.end()}});
  });
  return rows;
}

TEST(TableTest, LinesHaveColumnsAndNumbers) {
  EXPECT_THAT(rows_of("a\tb\n\tc\t"),
              ElementsAre(Pair(1, ElementsAre("a", "b")), Pair(2, ElementsAre("", "c", ""))));
}

TEST(TableTest, BlankLinesAndCommentsCount) {
  EXPECT_THAT(rows_of("\xEF\xBB\xBF# head\r\n \t \n\na\r\n"),
              ElementsAre(Pair(4, ElementsAre("a"))));
  EXPECT_THAT(rows_of(""), IsEmpty());
}

TEST(TableTest, FailsWithFileAndLine) {
  try {
    visit_rows("\nx", "a.tsv", [](const TableRow& row) { row.fail("is wrong; mend it"); });
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "a.tsv:2: is wrong; mend it");
    EXPECT_EQ(error.code(), ErrorCode::format);
  }
}

TEST(TableTest, QuotesAnyBytes) {
  EXPECT_EQ(quote("ab"), "'ab'");
  EXPECT_EQ(quote(std::string("\x01\xFF\0\x7F", 4)), "'\\u0001\uFFFD\\u0000\\u007f'");
  EXPECT_EQ(quote(std::string(41, 'x')), "'" + std::string(40, 'x') + "...'");
}

}  // namespace
}  // namespace thalign
