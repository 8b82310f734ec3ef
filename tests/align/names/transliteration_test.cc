// SPDX-License-Identifier: Apache-2.0
#include "align/names/transliteration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include "text/error.h"

namespace thalign {
namespace {

using ::testing::ElementsAre;

std::string spelled(const std::vector<Letter>& thai) {
  std::string text;
  for (const Letter letter : thai) {
    text += '\xE0';
    text += static_cast<char>(letter < 64 ? 0xB8 : 0xB9);
    text += static_cast<char>(0x80 | (letter & 0x3F));
  }
  return text;
}

TEST(ThaiLettersTest, VowelsWrittenFirstSoundSecond) {
  EXPECT_EQ(spelled(thai_letters("เมือง")), "มเือง");
  EXPECT_EQ(spelled(thai_letters("โตเกียว")), "ตโกเียว");
  EXPECT_EQ(spelled(thai_letters("แมรี")), "มแรี");
}

TEST(ThaiLettersTest, NoTonesNoDigits) {
  EXPECT_EQ(spelled(thai_letters("น้ำ")), "นำ");
  EXPECT_EQ(spelled(thai_letters("ก๊ก12 a")), "กก");
  EXPECT_TRUE(thai_letters("").empty());
  EXPECT_TRUE(thai_letters("\xE0\xB8").empty());
}

TEST(LatinLettersTest, AccentsAreLeftOff) {
  EXPECT_THAT(latin_letters("abz"), ElementsAre(1, 2, 26));
  EXPECT_EQ(latin_letters("josé"), latin_letters("jose"));
  EXPECT_EQ(latin_letters("kruševo"), latin_letters("krusevo"));
  EXPECT_EQ(latin_letters("øž×"), latin_letters("oz"));
}

/// The best spelling by trying all cuts that are not pruned on the way.
class Plain {
 public:
  explicit Plain(const std::vector<LetterPair>& pairs) : pairs_(pairs) {}

  /// Of what is left after `spelled` Thai letters with ratio `so_far`.
  double best(std::span<const Letter> thai, std::span<const Letter> latin, double so_far = 0.0,
              std::size_t spelled = 0) const {
    if (so_far < static_cast<double>(NameMatcher::pruned_below(spelled))) return -1e9;
    if (thai.empty() && latin.empty()) return so_far;
    double result = -1e9;
    const auto go_on = [&](std::size_t a, std::size_t b, double weight) {
      result =
          std::max(result, best(thai.subspan(a), latin.subspan(b), so_far + weight, spelled + a));
    };
    if (!thai.empty()) go_on(1, 0, -3.0);
    if (!latin.empty()) go_on(0, 1, -3.0);
    if (!thai.empty() && !latin.empty()) go_on(1, 1, -3.0);
    for (const LetterPair& pair : pairs_) {
      const auto a =
          static_cast<std::size_t>(2 - std::count(pair.thai.begin(), pair.thai.end(), 0));
      const auto b =
          static_cast<std::size_t>(3 - std::count(pair.latin.begin(), pair.latin.end(), 0));
      if (a > thai.size() || b > latin.size() ||
          !std::equal(pair.thai.begin(), pair.thai.begin() + a, thai.begin()) ||
          !std::equal(pair.latin.begin(), pair.latin.begin() + b, latin.begin()))
        continue;
      go_on(a, b, static_cast<double>(pair.weight));
    }
    return result;
  }

 private:
  const std::vector<LetterPair>& pairs_;
};

TEST(NameMatcherTest, FindsTheBestOfAllCuts) {
  std::mt19937 random(7);
  for (int trial = 0; trial < 300; ++trial) {
    std::map<std::pair<std::array<Letter, 2>, std::array<Letter, 3>>, float> table;
    for (int k = 0; k < 12; ++k) {
      const auto letter = [&] { return static_cast<Letter>(1 + random() % 3); };
      std::array<Letter, 2> thai = {letter(), random() % 2 ? letter() : Letter{0}};
      std::array<Letter, 3> latin = {letter(), random() % 2 ? letter() : Letter{0}, 0};
      // As packing rounds it.
      constexpr float kStep = Transliteration::kLargest / 127.0F;
      table[{thai, latin}] = kStep * static_cast<float>(random() % 75);
    }
    std::vector<LetterPair> pairs;
    for (const auto& [letters, weight] : table)
      pairs.push_back({letters.first, letters.second, weight});
    const std::string packed = Transliteration::pack(pairs);
    const Transliteration model(packed, "test");
    const auto word = [&](std::size_t least) {
      std::vector<Letter> letters(least + random() % 3);
      for (Letter& l : letters) l = static_cast<Letter>(1 + random() % 3);
      return letters;
    };
    const std::vector<Letter> latin = word(1);
    const std::vector<Letter> thai = word(1);
    NameMatcher matcher(model);
    for (const std::size_t least : {1U, 9U}) {  // names before leave nothing behind
      matcher.look_for(word(least));
      (void)matcher.spellings(word(3));
    }
    matcher.look_for(latin);
    const std::span<const float> found = matcher.spellings(thai);
    for (std::size_t n = 0; n <= thai.size(); ++n) {
      const double best = Plain(pairs).best(std::span(thai).first(n), latin);
      // A spelling that is pruned at its end is none.
      if (best < -1e6) {
        EXPECT_TRUE(n >= found.size() || found[n] < NameMatcher::pruned_below(n));
      } else {
        ASSERT_LT(n, found.size());
        EXPECT_NEAR(static_cast<double>(found[n]), best, 1e-4);
      }
    }
  }
}

TEST(TransliterationTest, TheShippedTableKnowsHowNamesAreSpelled) {
  const auto ratio = [](const char* thai, const char* latin) {
    NameMatcher matcher(Transliteration::shipped());
    matcher.look_for(latin_letters(latin));
    const std::vector<Letter> letters = thai_letters(thai);
    const std::span<const float> ratios = matcher.spellings(letters);
    return ratios.size() > letters.size() ? ratios[letters.size()] : NameMatcher::kNever;
  };
  EXPECT_GT(ratio("โรเบิร์ต", "robert"), 10.0F);
  EXPECT_GT(ratio("สมชาย", "somchai"), 10.0F);
  EXPECT_LT(ratio("โรเบิร์ต", "somchai"), 0.0F);
  EXPECT_LT(ratio("สมชาย", "robert"), 0.0F);
}

TEST(TransliterationTest, RefusesOtherBytes) {
  EXPECT_THROW(Transliteration("", "x"), Error);
  EXPECT_THROW(Transliteration("THTR\x01\0\0\0 short", "x"), Error);
}

}  // namespace
}  // namespace thalign
