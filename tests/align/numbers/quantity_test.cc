// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/quantity.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "align/numbers/anchor_key.h"

namespace thalign {
namespace {

/// The keys of the quantities of a text, in order, a space between them.
std::string keys(const std::string& text) {
  const Words words(text);
  std::string keys;
  for (std::size_t k = 0; k < words.all().size();) {
    const std::optional<Quantity> found = quantity_at(words, k);
    if (found) keys += (keys.empty() ? "" : " ") + found->key();
    k += found ? found->words : 1;
  }
  return keys;
}

struct Case {
  const char* text;
  const char* keys;
};

void expect(const std::vector<Case>& cases) {
  for (const Case& one : cases) EXPECT_EQ(keys(one.text), one.keys) << one.text;
}

TEST(QuantityTest, ThaiNumberWords) {
  expect({{"สามสิบห้าล้านคน", "#35000000"},
          {"ยี่สิบเอ็ดวัน", "#21"},
          {"สองพันห้าร้อยบาท", "#2500"},
          {"สิบแห่ง", "#10"},
          {"ห้าโครงการ", "#5"},
          {"สามล้านสองแสนไร่", "#3200000"},
          {"สองล้านครึ่ง", "#2500000"},
          {"ครึ่ง", "#.5"}});
}

TEST(QuantityTest, ThaiScalesAfterDigits) {
  expect({{"2.5 ล้านบาท", "#2500000"},
          {"๒.๕ ล้านบาท", "#2500000"},
          {"3 แสนราย", "#300000"},
          {"2 หมื่นล้านบาท", "#20000000000"},
          {"1.2 พันล้านเหรียญ", "#1200000000"},
          {"1,500 ล้านบาท", "#1500000000"}});
}

TEST(QuantityTest, EnglishNumberWords) {
  expect({{"thirty-five million people", "#35000000"},
          {"twenty-one days", "#21"},
          {"Five projects", "#5"},
          {"two thousand five hundred baht", "#2500"},
          {"the third bridge", "#3"},
          {"half of them", "#.5"}});
}

TEST(QuantityTest, EnglishScalesAfterDigits) {
  expect({{"2.5 million baht", "#2500000"},
          {"20 billion baht", "#20000000000"},
          {"US$1.2bn", "#1200000000"},
          {"1.5 billion", "#1500000000"},
          {"300 thousand", "#300000"}});
}

TEST(QuantityTest, BothLanguagesSayTheSame) {
  EXPECT_EQ(keys("งบประมาณ 2 หมื่นล้านบาท"), keys("a budget of 20 billion baht"));
  EXPECT_EQ(keys("สามสิบห้าล้านคน"), keys("35 million people"));
  EXPECT_EQ(keys("5 แสนตัน"), number_key("500,000"));
}

TEST(QuantityTest, OrdinalsAndTimes) {
  expect({{"the 18th meeting", "#18"},
          {"13.30hrs", "#13.3"},
          {"1330hrs", "#13.3"},
          {"1:30 p.m.", "#13.3"},
          {"9 a.m.", "#9"},
          {"12:30 pm", "#12.3"},
          {"3pm", "#15"}});
  EXPECT_EQ(number_key("13.30"), "#13.3");
  EXPECT_EQ(number_key("09.00"), "#9");
}

TEST(QuantityTest, Dozens) {
  expect({{"สองโหล", "#24"},
          {"2 โหล", "#24"},
          {"two dozen eggs", "#24"},
          {"a dozen eggs", "#12"},
          {"dozens of eggs", ""},
          {"โหล", ""}});
}

TEST(QuantityTest, Halves) {
  expect({{"ครึ่งล้านบาท", "#500000"}, {"half a million baht", "#500000"}, {"half a day", "#.5"}});
}

TEST(QuantityTest, OrdinalsOfBothKinds) {
  expect({{"the twelfth", "#12"},
          {"the twenty-first century", "#21"},
          {"the thirty-second", "#32"},
          {"the fortieth", "#40"},
          {"first, a second", ""},
          {"two hundred and five", "#205"},
          {"five and six", "#5 #6"}});
}

TEST(QuantityTest, CompactNumbers) {
  expect({{"12K viewers", "|#12|#12000"},
          {"1.2B", "|#1.2|#1200000000"},
          {"$600M", "#600000000"},
          {"฿35m", "#35000000"},
          {"THB 3T", "#3000000000000"},
          {"600M baht", "#600000000"},
          {"5g", "#5"}});
}

TEST(QuantityTest, MoneyInTwoUnits) {
  expect({{"25 บาท 50 สตางค์", "#25.5"},
          {"ยี่สิบห้าบาทห้าสิบสตางค์", "#25.5"},
          {"หนึ่งบาทห้าสตางค์", "#1.05"},
          {"หนึ่งร้อยบาทถ้วน", "#100"},
          {"1.2 ล้านบาท 50 คน", "#1200000"},
          {"25 baht and 50 satang", "#25.5"},
          {"five dollars and ten cents", "#5.1"},
          {"25 baht and 50 people", ""}});
}

TEST(QuantityTest, ThaiTimesOfTheDay) {
  expect({{"สองทุ่ม", "#20"},
          {"2 ทุ่มครึ่ง", "#20.3"},
          {"ทุ่มครึ่ง", "#19.3"},
          {"ทุ่มเท", ""},
          {"บ่ายโมง", "#13"},
          {"บ่ายสามโมงครึ่ง", "#15.3"},
          {"บ่าย 2", "#14"},
          {"บ่ายวันศุกร์", ""},
          {"ห้าโมงเย็น", "#17"},
          {"ตีสามครึ่ง", "#3.3"},
          {"ตี 2", ""},
          {"ตีหนึ่ง", "#1"},
          {"เที่ยง", "#12"},
          {"เที่ยงคืน", ""},
          {"ความเที่ยงธรรม", ""},
          {"เที่ยงครึ่ง", "#12.3"},
          {"13 นาฬิกา 30 นาที", "#13.3"},
          {"9 โมงเช้า", ""},
          {"สองโมงเช้า", "|#2|#8"}});
}

TEST(QuantityTest, EnglishTimesOfTheDay) {
  expect({{"2:30pm", "#14.3"},
          {"7 o'clock in the evening", "#19"},
          {"seven in the evening", "#19"},
          {"at noon", "#12"},
          {"this afternoon", ""},
          {"9 at night", "#21"},
          {"5 in the box", ""},
          {"Chapter 5: The road", ""}});
}

TEST(QuantityTest, OldEras) {
  expect({{"ร.ศ. 112", "#1893"},
          {"จ.ศ. 1144", "#1782"},
          {"พ.ศ. 2325", "#1782"},
          {"พ.ศ. 2567", ""},
          {"พ.ศ. 67", ""}});
}

TEST(QuantityTest, RomanNumerals) {
  expect({{"Chapter IV", "#4"},
          {"Rama V", "#5"},
          {"World War II", "#2"},
          {"Elizabeth II", "|#2"},
          {"Xi met Li", ""},
          {"I see a V", ""},
          {"Part iiii", ""},
          {"Volume XXXIX", "#39"}});
}

TEST(QuantityTest, Quarters) { expect({{"Q2 2024", "#2"}, {"Q5", ""}}); }

TEST(QuantityTest, DigitsAloneAndWordsThatAreNoNumbers) {
  expect({{"1,000 35 2.5", ""},
          {"หนึ่ง", ""},
          {"one day, someone", ""},
          {"ห้างสรรพสินค้า", ""},
          {"หลายล้านคน", ""},
          {"millions of people", ""},
          {"1.2.3", ""},
          {"", ""}});
}

TEST(QuantityTest, KeysOfNumbers) {
  EXPECT_EQ(number_key("1,000"), "#1000");
  EXPECT_EQ(number_key("007"), "#7");
  EXPECT_EQ(number_key("0"), "#0");
  EXPECT_EQ(number_key("0.50"), "#.5");
  EXPECT_EQ(number_key("2.00"), "#2");
  EXPECT_EQ(number_key("100"), "#100");
  EXPECT_EQ(number_key("1.2.0"), "#1.2.0");
  EXPECT_EQ(number_key(0.0), "#0");
  EXPECT_EQ(number_key(2.5e6), "#2500000");
}

}  // namespace
}  // namespace thalign
