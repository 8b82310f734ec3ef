// SPDX-License-Identifier: Apache-2.0
#include "align/numbers/roman.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace thalign {
namespace {

TEST(RomanTest, EveryNumeralUpToEightyNine) {
  constexpr std::array<const char*, 10> kOnes = {"",  "i",  "ii",  "iii",  "iv",
                                                 "v", "vi", "vii", "viii", "ix"};
  constexpr std::array<const char*, 9> kTens = {"",  "x",  "xx",  "xxx", "xl",
                                                "l", "lx", "lxx", "lxxx"};
  for (std::size_t n = 1; n < 90; ++n) {
    const std::string numeral = std::string(kTens[n / 10]) + kOnes[n % 10];
    EXPECT_EQ(roman_value(numeral), static_cast<int>(n)) << numeral;
  }
}

TEST(RomanTest, NothingThatIsNotWrittenAsItShouldBe) {
  for (const char* const text : {"", "iiii", "iix", "vv", "vx", "ic", "xc", "IV", "ivy", "1"})
    EXPECT_EQ(roman_value(text), std::nullopt) << text;
}

}  // namespace
}  // namespace thalign
