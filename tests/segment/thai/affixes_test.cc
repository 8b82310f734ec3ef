// SPDX-License-Identifier: Apache-2.0
#include "segment/thai/affixes.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace thalign {
namespace {

constexpr std::array<std::string_view, 6> kWords = {"นาง", "นางสาว", "ดร.", "%", "พล.อ.", "ab"};

bool any(std::string_view /*word*/) { return true; }

TEST(AffixesTest, Prefixes) {
  const Affixes words(kWords);
  EXPECT_EQ(words.longest_prefix("นางสาวมาลี", any), 1U);
  EXPECT_EQ(words.longest_prefix("นางมาลี", any), 0U);
  EXPECT_EQ(words.longest_prefix("% ของทั้งหมด", any), 3U);
  EXPECT_EQ(words.longest_prefix("น", any), std::nullopt);
  EXPECT_EQ(words.longest_prefix("", any), std::nullopt);
  EXPECT_TRUE(words.any_prefix("abc", any));
  EXPECT_FALSE(words.any_prefix("aบ", any));
}

TEST(AffixesTest, Suffixes) {
  const Affixes words(kWords);
  EXPECT_EQ(words.longest_suffix("พบนางสาว", any), 1U);
  EXPECT_EQ(words.longest_suffix("พบ ดร.", any), 2U);
  EXPECT_EQ(words.longest_suffix("พบ ร.", any), std::nullopt);
  EXPECT_TRUE(words.any_suffix("cab", any));
}

TEST(AffixesTest, OnlyWordsThatFit) {
  const Affixes words(kWords);
  const auto short_word = [](std::string_view word) { return word.size() <= 9; };
  EXPECT_EQ(words.longest_prefix("นางสาวมาลี", short_word), 0U);
}

TEST(AffixesTest, AgreesWithComparingAll) {
  std::mt19937 random(51);
  constexpr std::array<std::string_view, 5> kLetters = {"ก", "ข", ".", "a", "\u0E48"};
  const auto random_text = [&](std::size_t least) {
    std::string text;
    for (std::size_t i = least + random() % 5; i > 0; --i) text += kLetters[random() % 5];
    return text;
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> list;
    for (int i = 0; i < 20; ++i) list.push_back(random_text(2));
    const std::vector<std::string_view> views(list.begin(), list.end());
    const Affixes words(views);
    const std::string text = random_text(0);
    std::optional<std::size_t> prefix;
    std::optional<std::size_t> suffix;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto longer = [&](std::optional<std::size_t> best) {
        return !best || list[i].size() > list[*best].size();
      };
      if (text.starts_with(list[i]) && longer(prefix)) prefix = i;
      if (text.ends_with(list[i]) && longer(suffix)) suffix = i;
    }
    EXPECT_EQ(words.longest_prefix(text, any), prefix);
    EXPECT_EQ(words.longest_suffix(text, any), suffix);
  }
}

}  // namespace
}  // namespace thalign
