#include "text/fold.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/text/random_text.h"

namespace thalign {
namespace {

std::string folded(std::string_view text) {
  const FoldedText fold(text);
  return std::string(fold.text());
}

/// The original text of bytes [begin, end) of the folded text.
std::string original(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const FoldedText fold(text);
  const ByteRange range = fold.original(ByteRange{begin, end});
  return std::string(text.substr(range.begin, range.size()));
}

struct Case {
  std::string original, folded;
};

TEST(FoldTest, Table) {
  const std::vector<Case> cases = {
      {"", ""},
      {"plain ascii 12.5%", "plain ascii 12.5%"},
      {"กระทรวงการคลัง", "กระทรวงการคลัง"},
      // spaces
      {"a\u00A0b\u2003c\u202Fd\u3000e\u1680f\u205Fg", "a b c d e f g"},
      {"a\tb\nc\r\nd\u2028e\u0085f", "a\tb\nc\r\nd\u2028e\u0085f"},
      // folded away
      {"ตา\u200Bกลม", "ตากลม"},
      {"\uFEFFab\u200B\u200B", "ab"},
      // fullwidth
      {"ＡＢｃ１２！～", "abc12!~"},
      // digits
      {"พ.ศ. ๒๕๖๗ ๐๑๓๔๘๙", "พ.ศ. 2567 013489"},
      // quotes and dashes
      {"‘a’ ‚b‛ “c” „d‟ «e» ‹f›", "'a' 'b' \"c\" \"d\" \"e\" 'f'"},
      {"a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"},
      // SARA AM
      {"ค\u0E4D\u0E32", "ค\u0E33"},
      {"น\u0E49\u0E4D\u0E32", "น\u0E49\u0E33"},
      {"น\u0E4D\u0E49\u0E32", "น\u0E49\u0E33"},
      {"น\u0E33\u0E49", "น\u0E49\u0E33"},
      {"ค\u0E33", "ค\u0E33"},
      {"\u0E4Dก\u0E32", "\u0E4Dก\u0E32"},
      // SARA E twice
      {"เเม่", "แม่"},
      {"เเเม", "แเม"},
      {"เ\u200Bเม", "แม"},
      // order of marks
      {"ท\u0E48\u0E35", "ท\u0E35\u0E48"},
      {"ก\u0E49\u0E38ง", "ก\u0E38\u0E49ง"},
      {"ท\u0E35\u0E48", "ท\u0E35\u0E48"},
      {"ก\u0E48\u0E31น", "ก\u0E31\u0E48น"},
      // case
      {"ThAi ÉCOLE ΣΑΣ", "thai école σασ"},
      {"\u212A \u1E9E", "k ß"},
      {"Straße", "straße"},
      {"\u023A", "\u023A"},  // its lower case is longer
      // what stays
      {"ﬁ ½ ² ｶ 😀 \u200D", "ﬁ ½ ² ｶ 😀 \u200D"},
      {"ดีๆ ฯลฯ ฿5", "ดีๆ ฯลฯ ฿5"},
      {"co\u00ADop \u00AD", "co\u00ADop \u00AD"},
  };
  for (const Case& c : cases) EXPECT_EQ(folded(c.original), c.folded) << c.original;
}

TEST(FoldTest, ExampleOfTheHeader) {
  const FoldedText fold("ก\u00A0๑๒ A");
  EXPECT_EQ(fold.text(), "ก 12 a");
  EXPECT_EQ(fold.text().size(), 8U);
  EXPECT_EQ(fold.original(4), 5U);
  EXPECT_EQ(fold.original(8), 13U);
}

TEST(FoldTest, WayBackOfEachRule) {
  EXPECT_EQ(original("x ๒๕๖๗ y", 2, 6), "๒๕๖๗");
  EXPECT_EQ(original("x ๒๕๖๗ y", 3, 4), "๕");
  EXPECT_EQ(original("“Hi”", 1, 3), "Hi");
  EXPECT_EQ(original("“Hi”", 0, 1), "“");
  EXPECT_EQ(original("ค\u0E4D\u0E32x", 0, 6), "ค\u0E4D\u0E32");
  EXPECT_EQ(original("ค\u0E4D\u0E32x", 3, 6), "\u0E4D\u0E32");
  EXPECT_EQ(original("น\u0E4D\u0E49\u0E32x", 0, 9), "น\u0E4D\u0E49\u0E32");
  EXPECT_EQ(original("เเม่", 0, 3), "เเ");
  EXPECT_EQ(original("เเม่", 3, 9), "ม่");
  EXPECT_EQ(original("ท\u0E48\u0E35นี่", 0, 9), "ท\u0E48\u0E35");
}

TEST(FoldTest, WayBackLeavesOutWhatIsFoldedAwayAtTheEdges) {
  const std::string text = "\uFEFFตา\u200B\uFEFFกลม\u200B";
  EXPECT_EQ(original(text, 0, 6), "ตา");
  EXPECT_EQ(original(text, 6, 15), "กลม");
  EXPECT_EQ(original(text, 0, 15), "ตา\u200B\uFEFFกลม");
  const FoldedText fold(text);
  EXPECT_EQ(fold.original(0), 3U);
  EXPECT_EQ(fold.original(6), 15U);
  EXPECT_TRUE(fold.original(ByteRange{6, 6}).empty());
}

TEST(FoldTest, OnlyCharactersFoldedAway) {
  const FoldedText fold("\u200B\uFEFF");
  EXPECT_EQ(fold.text(), "");
  EXPECT_EQ(fold.original(0), 6U);
}

TEST(FoldTest, RandomTextsKeepTheInvariants) {
  std::mt19937 random(2);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = test::random_text(random, random() % 30);
    const FoldedText fold(text);
    ASSERT_LE(fold.text().size(), text.size()) << text;
    ASSERT_EQ(folded(fold.text()), fold.text()) << text;
    ASSERT_EQ(fold.original(static_cast<std::uint32_t>(fold.text().size())), text.size()) << text;
    std::uint32_t last_end = 0;
    FoldedText::WayBack way_back(fold);
    for (std::uint32_t begin = 0; begin < fold.text().size();) {
      std::uint32_t end = begin + 1;
      while (!test::is_boundary(fold.text(), end)) ++end;
      const ByteRange range = fold.original(ByteRange{begin, end});
      ASSERT_EQ(way_back.original({begin, end}), range) << text;
      ASSERT_EQ(range.begin, fold.original(begin)) << text;
      ASSERT_LE(last_end, range.begin) << text;
      ASSERT_FALSE(range.empty()) << text;
      ASSERT_TRUE(test::is_boundary(text, range.begin)) << text;
      ASSERT_TRUE(test::is_boundary(text, range.end)) << text;
      const std::string between = text.substr(last_end, range.begin - last_end);
      ASSERT_EQ(folded(between), "") << text;
      last_end = range.end;
      begin = end;
    }
    ASSERT_EQ(folded(text.substr(last_end)), "") << text;
  }
}

/// Folding a range of characters alone gives that range of the folded text, wherever no rule
/// reaches over its edges: here at spaces.
TEST(FoldTest, FoldsBetweenSpacesIndependently) {
  std::mt19937 random(3);
  for (int round = 0; round < 1000; ++round) {
    const std::string left = test::random_text(random, random() % 10);
    const std::string right = test::random_text(random, random() % 10);
    ASSERT_EQ(folded(left + "\n" + right), folded(left) + "\n" + folded(right))
        << left << "|" << right;
  }
}

}  // namespace
}  // namespace thalign
