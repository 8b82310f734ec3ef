// SPDX-License-Identifier: Apache-2.0
#include "text/two_letters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <string>

#include "tests/text/random_text.h"

namespace thalign {
namespace {

constexpr std::array<std::string_view, 5> kSome = {"march", "may", "มีนาคม", "ม.ค.", "ตี"};
constexpr TwoLetters kLetters = two_letters_of(std::identity(), kSome);

TEST(TwoLettersTest, OtherBeginningsAreToldApart) {
  for (const std::string_view text :
       {"", "m", "june", "mXrch", "นาม", "มาก", "ม", "ม\u0E35x", "ด"}) {
    const bool begins = text == std::string_view("ม\u0E35x");  // as "มีนาคม" does
    EXPECT_EQ(kLetters.may_begin(text), begins) << text;
  }
}

TEST(TwoLettersTest, NoWordOfTheListIsMissed) {
  std::mt19937 random(3);
  for (int n = 0; n < 2000; ++n) {
    const std::string rest = test::random_text(random, 3);
    for (const std::string_view word : kSome) {
      EXPECT_TRUE(kLetters.may_begin(word));
      EXPECT_TRUE(kLetters.may_begin(std::string(word) + rest));
    }
    const bool begins = std::ranges::any_of(
        kSome, [&](std::string_view word) { return std::string_view(rest).starts_with(word); });
    EXPECT_LE(begins, kLetters.may_begin(rest)) << rest;
  }
}

}  // namespace
}  // namespace thalign
