// SPDX-License-Identifier: Apache-2.0
#include "eval/gold_units.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/error_message.h"
#include "text/error.h"

namespace thalign {
namespace {

std::string units_error(std::string_view table) {
  return error_message([&] { (void)parse_unit_ranges(table, "th.off.tsv", 20); },
                       ErrorCode::format);
}

TEST(GoldUnitsTest, ReadsStartsAndEnds) {
  const auto ranges = parse_unit_ranges("0\t4\n5\t20\n", "th.off.tsv", 20);
  ASSERT_EQ(ranges.size(), 2U);
  EXPECT_EQ(ranges[0].begin, 0U);
  EXPECT_EQ(ranges[0].end, 4U);
  EXPECT_EQ(ranges[1].begin, 5U);
  EXPECT_EQ(ranges[1].end, 20U);
}

TEST(GoldUnitsTest, RefusesWhatIsNotInOrderNamingTheLine) {
  for (const char* const table : {"0\t4\n3\t6\n", "0\t4\n6\t6\n", "0\t4\n6\t5\n", "0\t4\n5\t21\n",
                                  "0\t4\n5\n", "0\t4\nfive\t6\n"}) {
    EXPECT_TRUE(units_error(table).starts_with("th.off.tsv:2: ")) << table << units_error(table);
  }
}

TEST(GoldUnitsTest, UnitsOfATextAndItsParagraphs) {
  const std::string bytes = "rain fell\nall day ";
  const auto document = [&] {
    return Document::from_bytes(bytes, {.name = "a", .language = Language::english});
  };
  const auto ranges = parse_unit_ranges("0\t4\n5\t9\n10\t17\n", "en.off.tsv", 18);
  const SegmentedText text = with_units(document(), ranges);
  ASSERT_EQ(text.units().size(), 3U);
  EXPECT_EQ(text.text({1, 2}), "fell");
  EXPECT_EQ(text.units()[1].paragraph, text.units()[0].paragraph);
  EXPECT_NE(text.units()[2].paragraph, text.units()[1].paragraph);
  const auto few = parse_unit_ranges("0\t4\n10\t17\n", "en.off.tsv", 18);
  EXPECT_THROW((void)with_units(document(), few), Error);  // "fell" lies outside
}

}  // namespace
}  // namespace thalign
