// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/table/table_columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/error_message.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TableColumns columns_of(const std::vector<Record>& rows, const UnitReadOptions& options = {}) {
  return find_columns(rows, options, "a.csv");
}

std::string columns_error(const std::vector<Record>& rows, const UnitReadOptions& options = {}) {
  return error_message([&] { columns_of(rows, options); });
}

const std::vector<Record> kThreeColumns = {
    {"1", "ฝนตก", "It rains."}, {"2", "แดดออก", "It is sunny."}, {"3", "ลมแรง", "It is windy."}};

TEST(TableColumnsTest, WhatIsAskedForGoesBeforeNames) {
  const TableColumns columns =
      columns_of({{"source", "target", "note"}, {"a", "b", "ก"}}, {.columns = "note,1"});
  EXPECT_EQ(columns.source, 2U);
  EXPECT_EQ(columns.target, 0U);
  EXPECT_EQ(columns.found_by, ColumnsFoundBy::asked);
  EXPECT_TRUE(columns.has_names);
}

TEST(TableColumnsTest, NumbersAskedForDoNotMakeTheFirstRowNames) {
  EXPECT_FALSE(columns_of(kThreeColumns, {.columns = "2,3"}).has_names);
  EXPECT_THAT(columns_error(kThreeColumns, {.columns = "2,4"}),
              HasSubstr("there is no column '4'"));
  EXPECT_THAT(columns_error(kThreeColumns, {.columns = "2"}), HasSubstr("one column only"));
  EXPECT_THAT(columns_error(kThreeColumns, {.columns = "2,2"}), HasSubstr("twice"));
}

TEST(TableColumnsTest, RolesGoBeforeLanguages) {
  const TableColumns columns =
      columns_of({{"th", "source", "target", "confidence"}, {"ก", "a", "b", "1"}});
  EXPECT_EQ(columns.source, 1U);
  EXPECT_EQ(columns.target, 2U);
  EXPECT_EQ(columns.roles.at(3), ColumnRole::confidence);
  EXPECT_THAT(columns.left_out, ElementsAre("th"));
}

TEST(TableColumnsTest, LanguagesAskedForTurnTheOrder) {
  const std::vector<Record> rows = {{"thai", "english"}, {"ก", "a"}};
  EXPECT_EQ(columns_of(rows).source, 0U);
  const TableColumns turned = columns_of(rows, {.languages = {"en", "th"}});
  EXPECT_EQ(turned.source, 1U);
  EXPECT_EQ(turned.source_language, "en");
  EXPECT_EQ(turned.target_language, "th");
}

TEST(TableColumnsTest, AWholeNameGoesBeforeOneOfSeveralWords) {
  const TableColumns columns = columns_of({{"title_th", "th", "en"}, {"ก", "ข", "a"}});
  EXPECT_EQ(columns.source, 1U);
  EXPECT_THAT(columns_error({{"title_th", "text_th", "en"}, {"ก", "ข", "a"}}),
              HasSubstr("several columns are 'th'"));
}

TEST(TableColumnsTest, ContentShowsTheLanguagesInTheOrderOfTheTable) {
  const TableColumns columns = columns_of(kThreeColumns);
  EXPECT_EQ(columns.found_by, ColumnsFoundBy::content);
  EXPECT_EQ(columns.source, 1U);
  EXPECT_EQ(columns.source_language, "th");
  EXPECT_FALSE(columns.has_names);
  EXPECT_THAT(columns.left_out, ElementsAre("1"));
  std::vector<Record> named = kThreeColumns;
  named.insert(named.begin(), {"No", "first", "second"});
  EXPECT_TRUE(columns_of(named).has_names) << "letters of another kind above Thai texts";
}

TEST(TableColumnsTest, TwoColumnsNeedNoMoreThanTheirPlaces) {
  const TableColumns columns = columns_of({{"un", "eins"}, {"deux", "zwei"}});
  EXPECT_EQ(columns.found_by, ColumnsFoundBy::position);
  EXPECT_EQ(columns.source, 0U);
  EXPECT_EQ(columns.target, 1U);
  EXPECT_THAT(columns.left_out, IsEmpty());
}

TEST(TableColumnsTest, AChoiceIsRefusedAndNamesTheColumns) {
  EXPECT_EQ(columns_error({{"un", "eins", "uno"}, {"deux", "zwei", "due"}}),
            "a.csv:1: which columns hold the texts is not clear; choose them by --columns "
            "SOURCE,TARGET, names or numbers; there are: 1 'un', 2 'eins', 3 'uno'");
  EXPECT_THAT(columns_error({{"a"}, {"b"}}), HasSubstr("one column only"));
}

}  // namespace
}  // namespace thalign
