// SPDX-License-Identifier: Apache-2.0
#include "text/calendar.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

namespace thalign {
namespace {

TEST(ThaiMonthTest, NamesAndAbbreviationsInOrder) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kMonths = {
      {{"มกราคม", "ม.ค."},
       {"กุมภาพันธ์", "ก.พ."},
       {"มีนาคม", "มี.ค."},
       {"เมษายน", "เม.ย."},
       {"พฤษภาคม", "พ.ค."},
       {"มิถุนายน", "มิ.ย."},
       {"กรกฎาคม", "ก.ค."},
       {"สิงหาคม", "ส.ค."},
       {"กันยายน", "ก.ย."},
       {"ตุลาคม", "ต.ค."},
       {"พฤศจิกายน", "พ.ย."},
       {"ธันวาคม", "ธ.ค."}}};
  int number = 1;
  for (const auto& [name, abbreviation] : kMonths) {
    for (const std::string_view month : {name, abbreviation}) {
      const auto found = thai_month(std::string(month) + " 2567");
      ASSERT_TRUE(found) << month;
      EXPECT_EQ(found->month, number) << month;
      EXPECT_EQ(found->bytes, month.size()) << month;
    }
    ++number;
  }
  EXPECT_FALSE(thai_month("ฝนตก"));
  EXPECT_FALSE(thai_month(""));
}

TEST(EnglishMonthTest, NamesAndAbbreviations) {
  EXPECT_EQ(english_month("june"), 6);
  EXPECT_EQ(english_month("jun"), 6);
  EXPECT_EQ(english_month("december"), 12);
  EXPECT_EQ(english_month("sept"), 9);
  EXPECT_EQ(english_month("juniper"), std::nullopt);
  EXPECT_EQ(english_month(""), std::nullopt);
}

}  // namespace
}  // namespace thalign
