#include "align/transliteration.h"

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

/// The best spelling by trying all cuts.
class Plain {
 public:
  explicit Plain(const std::vector<LetterPair>& pairs) : pairs_(pairs) {}

  double best(std::span<const Letter> thai, std::span<const Letter> latin) const {
    if (thai.empty() && latin.empty()) return 0.0;
    double result = -1e9;
    if (!thai.empty()) result = std::max(result, best(thai.subspan(1), latin) - 3.0);
    if (!latin.empty()) result = std::max(result, best(thai, latin.subspan(1)) - 3.0);
    if (!thai.empty() && !latin.empty())
      result = std::max(result, best(thai.subspan(1), latin.subspan(1)) - 3.0);
    for (const LetterPair& pair : pairs_) {
      const auto a =
          static_cast<std::size_t>(2 - std::count(pair.thai.begin(), pair.thai.end(), 0));
      const auto b =
          static_cast<std::size_t>(3 - std::count(pair.latin.begin(), pair.latin.end(), 0));
      if (a > thai.size() || b > latin.size() ||
          !std::equal(pair.thai.begin(), pair.thai.begin() + a, thai.begin()) ||
          !std::equal(pair.latin.begin(), pair.latin.begin() + b, latin.begin()))
        continue;
      result = std::max(result,
                        best(thai.subspan(a), latin.subspan(b)) + static_cast<double>(pair.weight));
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
      table[{thai, latin}] = static_cast<float>(random() % 8);
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
    NameMatcher matcher(model, latin);
    const std::span<const float> found = matcher.spellings(thai);
    for (std::size_t n = 0; n < found.size(); ++n) {
      const double best = Plain(pairs).best(std::span(thai).first(n), latin);
      // What falls below the hopeless on the way is not followed.
      if (best > 3.0) {
        EXPECT_NEAR(found[n], best, 0.06 * (1.0 + static_cast<double>(n)));
      }
      EXPECT_LT(static_cast<double>(found[n]), best + 0.06 * (1.0 + static_cast<double>(n)));
    }
  }
}

TEST(TransliterationTest, TheShippedTableKnowsHowNamesAreSpelled) {
  const auto ratio = [](const char* thai, const char* latin) {
    NameMatcher matcher(Transliteration::shipped(), latin_letters(latin));
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
