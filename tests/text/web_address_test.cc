// SPDX-License-Identifier: Apache-2.0
#include "text/web_address.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace thalign {
namespace {

/// The first address of `text`; empty if it has none.
std::string first_address(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const std::size_t size = address_at(text, i); size > 0) return text.substr(i, size);
  }
  return {};
}

TEST(WebAddressTest, Urls) {
  EXPECT_EQ(first_address("See https://a.example/b?c=1#d for more"), "https://a.example/b?c=1#d");
  EXPECT_EQ(first_address("ที่มา:http://a.example"), "http://a.example");
  EXPECT_EQ(first_address("(www.example.org/x)"), "www.example.org/x)");
  EXPECT_EQ(first_address("<ftp://a.example>"), "ftp://a.example");
}

TEST(WebAddressTest, ThaiBelongsToAPathButNotToWhatFollowsIt) {
  EXPECT_EQ(first_address("https://a.example/wiki/ประเทศ ไทย"), "https://a.example/wiki/ประเทศ");
  EXPECT_EQ(first_address("https://a.example/xดูที่นี่"), "https://a.example/x");
}

TEST(WebAddressTest, MailAndHosts) {
  EXPECT_EQ(first_address("เขียนถึง first.last+tag@mail.example.com ได้"),
            "first.last+tag@mail.example.com");
  EXPECT_EQ(first_address("at moc.go.th, daily"), "moc.go.th");
  EXPECT_EQ(first_address("example.com/about us"), "example.com/about");
}

TEST(WebAddressTest, OtherTextIsNone) {
  for (const char* const text : {"", "e.g. this", "U.S. Navy", "3.5 kg", "Node.js", "one.Two",
                                 "user@home", "a @ b", "Booking.com", "ratio 1:2", "www", "ก.พ."}) {
    EXPECT_EQ(first_address(text), "") << text;
  }
}

TEST(WebAddressTest, BeginsAtItsFirstCharacterOnly) {
  EXPECT_EQ(address_at("https://a.example", 3), 0U);
  EXPECT_EQ(address_at("name@mail.example.com", 5), 0U);
  EXPECT_EQ(address_at("short", 9), 0U);
}

TEST(WebAddressTest, ATextThatMayHaveNoneHasNone) {
  constexpr std::array<const char*, 12> kPieces = {"w",   "W",  ".",  "@", ":", "/",
                                                   "com", "th", "a-", " ", "9", "ก"};
  std::mt19937 random(12);
  int with = 0;
  int without = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int n = 0; n < 8; ++n) text += kPieces[random() % kPieces.size()];
    const bool has = !first_address(text).empty();
    if (!may_have_address(text)) {
      EXPECT_FALSE(has) << text;
    }
    (has ? with : without) += 1;
  }
  EXPECT_GT(with, 200);
  EXPECT_GT(without, 500);
  for (const char* const text : {"The end.", "e. g. this", "อ.เมือง", "1:2", "Mr. A. B.", ""})
    EXPECT_FALSE(may_have_address(text)) << text;
}

}  // namespace
}  // namespace thalign
