// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/xml_output.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace thalign {
namespace {

TEST(XmlOutputTest, LinesAndExactText) {
  std::size_t dropped = 0;
  EXPECT_EQ(xml_line(" a\n<b> & \"c\" ", dropped), "a &lt;b&gt; &amp; &quot;c&quot;");
  EXPECT_EQ(xml_exact("a\n<b>", dropped), "a&#10;&lt;b&gt;");
  EXPECT_EQ(dropped, 0U);
}

TEST(XmlOutputTest, WhatXmlForbidsIsLeftOutAndCounted) {
  std::size_t dropped = 0;
  EXPECT_EQ(xml_exact("a\x01z\uFFFE", dropped), "az");
  EXPECT_EQ(dropped, 2U);
  EXPECT_EQ(xml_line("\x02", dropped), "");
  EXPECT_EQ(dropped, 3U);
}

/// A line end after a text changes nothing, but that the text is not taken as it is.
TEST(XmlOutputTest, TextsTakenAsTheyAreAreWhatIsMadeOfThem) {
  constexpr std::array<const char*, 14> kPieces = {"a",      "ก",      " ",      "&",      "<",
                                                   "\"",     "\t",     "\x01",   "\u0085", "\u2028",
                                                   "\u200B", "\u00E9", "\uFFFE", "\u2019"};
  std::mt19937 random(8);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int n = 0; n < 5; ++n) text += kPieces[random() % (round % 2 == 0 ? kPieces.size() : 3)];
    std::size_t dropped = 0;
    const std::string line = xml_line(text, dropped);
    std::size_t dropped_before = 0;
    EXPECT_EQ(line, xml_line(text + "\n", dropped_before)) << text;
    EXPECT_EQ(dropped, dropped_before);
  }
}

}  // namespace
}  // namespace thalign
