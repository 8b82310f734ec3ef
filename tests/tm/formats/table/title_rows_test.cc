// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/table/title_rows.h"

#include <gtest/gtest.h>

namespace thalign {
namespace {

const Record kTitle{"Words of the sea", "", ""};

TEST(TitleRowsTest, RowsBeforeTheNamesOfBothTexts) {
  EXPECT_EQ(count_title_rows({kTitle, {"Thai", "English"}, {"ทะเล", "sea"}}, {}), 1U);
  EXPECT_EQ(count_title_rows({kTitle, {"2024"}, {"id", "source", "target"}}, {}), 2U);
  EXPECT_EQ(count_title_rows({kTitle, {"de", "th"}, {"See", "ทะเล"}}, {.languages = {"de", "th"}}),
            1U);
  EXPECT_EQ(
      count_title_rows({kTitle, {"Word", "คำแปล"}, {"sea", "ทะเล"}}, {.columns = "word,คำแปล"}),
      1U);
}

TEST(TitleRowsTest, TextsWithoutACounterpartAreNoTitle) {
  EXPECT_EQ(count_title_rows({{"ทะเล", ""}, {"คลื่น", "wave"}}, {}), 0U);
  EXPECT_EQ(count_title_rows({{"ทะเล", ""}, {"ภาษาไทย", "Thai"}}, {}), 0U) << "one language";
  EXPECT_EQ(count_title_rows({kTitle, {"Word", "คำแปล"}}, {.columns = "1,2"}), 0U);
  EXPECT_EQ(count_title_rows({kTitle, kTitle}, {}), 0U) << "nothing but titles";
  EXPECT_EQ(count_title_rows({{"Thai", "English"}, {"ทะเล", ""}}, {}), 0U);
}

}  // namespace
}  // namespace thalign
