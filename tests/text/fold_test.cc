// SPDX-License-Identifier: Apache-2.0
#include "text/fold.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "tests/text/random_text.h"
#include "text/segmented_text.h"
#include "text/unicode/white_space.h"

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
      {"ﬁ ½ ² ｶ 😀", "ﬁ ½ ² ｶ 😀"},
      {"ดีๆ ฯลฯ ฿5", "ดีๆ ฯลฯ ฿5"},
      {"a … b", "a … b"},
  };
  for (const Case& c : cases) EXPECT_EQ(folded(c.original), c.folded) << c.original;
}

TEST(FoldTest, HiddenCharacters) {
  const std::vector<Case> cases = {
      {"co\u00ADop", "coop"},
      {"ตา\u200Cกลม", "ตากลม"},
      {"ตา\u200Dกลม", "ตากลม"},
      {"ตา\u2060กลม", "ตากลม"},
      {"\u200Eตา\u200F กลม\u202C", "ตา กลม"},
      {"a \u2066b\u2069 c", "a b c"},
      {"x\u2061(y)", "x(y)"},
      // alone between white space they stay, the white ones excepted
      {"a \u00AD b", "a \u00AD b"},
      {"\u200E", "\u200E"},
      {"\n\u200B\u2060\uFEFF\n", "\n\u2060\n"},
      {"a\u200B\u2060 b", "a b"},
  };
  for (const Case& c : cases) EXPECT_EQ(folded(c.original), c.folded) << c.original;
}

TEST(FoldTest, PrivateUseMarks) {
  std::string original;
  for (char last = '\x80'; last <= '\x9A'; ++last) original += std::string("\xEF\x9C") + last + "-";
  EXPECT_EQ(folded(original),
            "ฐ-\u0E34-\u0E35-\u0E36-\u0E37-\u0E48-\u0E49-\u0E4A-\u0E4B-\u0E4C-\u0E48-\u0E49-"
            "\u0E4A-\u0E4B-\u0E4C-ญ-\u0E31-\u0E4D-\u0E47-\u0E48-\u0E49-\u0E4A-\u0E4B-\u0E4C-"
            "\u0E38-\u0E39-\u0E3A-");
  EXPECT_EQ(folded("ท\uF705ี"), "ที่");                  // their order is mended, too
  EXPECT_EQ(folded("ป\uF711\u0E32"), "ป\u0E33");      // and they compose
  EXPECT_EQ(folded("\uF6FF\uF71B"), "\uF6FF\uF71B");  // neighbours
  EXPECT_EQ(folded("ป\uF885\uF88Dน"), "ปิ้น");          // of old Macs
  EXPECT_EQ(folded("ฝ\uF89B \uF89A\uF89C\uF89E"), "ฝุ ญูฐ");
  EXPECT_EQ(folded("\uF883\uF89F"), "\uF883\uF89F");
}

TEST(FoldTest, DamageOfConverters) {
  const std::vector<Case> cases = {
      // SARA AM SARA AA
      {"ค\u0E33\u0E32", "ค\u0E33"},
      {"น\u0E49\u0E33\u0E32", "น\u0E49\u0E33"},
      {"น\u0E33\u0E49\u0E32", "น\u0E49\u0E33"},
      // marks twice
      {"ที่่ดี", "ที่ดี"},
      {"ทีี่", "ที่"},
      {"ท่ี่", "ที่"},
      {"น\u0E49\u0E33\u0E49", "น\u0E49\u0E33"},
      {"การณ์์", "การณ์"},
      {"กั้๊", "กั้๊"},
      // order of thanthakhat
      {"สิทธ์ิ", "สิทธิ์"},
      // white space before dependent vowels and marks
      {"โรงเร ียน", "โรงเรียน"},
      {"ไฟฟ้ า", "ไฟฟ้า"},
      {"ค่ ะ", "ค่ะ"},
      {"ฉบ ับน ี ้", "ฉบับนี้"},
      {"จ\u00A0\u00A0ำ", "จำ"},
      {"ขึ\n\n้น", "ขึ้น"},
      {"น\u200B\u2060 \u200B ี้", "นี้"},
      {"5 ิ ะ", "5 ิะ"},  // after no letter it stays
      {". า", ". า"},
      // a space inside a syllable
      {"นั้ น", "นั้น"},
      {"เป็ น", "เป็น"},
      {"คื อ", "คือ"},
      {"เปิ ด", "เปิด"},
      {"เพิ่ ม", "เพิ่ม"},
      {"เขี ยน", "เขียน"},
      {"เก็ บ", "เก็บ"},
      {"ก็ ดี", "ก็ ดี"},
      {"ปี ที่", "ปี ที่"},
      {"เวที นี้", "เวที นี้"},
      {"นั้  น", "นั้น"},
      {"นั้\nน", "นั้น"},
      {"นั้ แน", "นั้ แน"},
      // displaced tone marks
      {"ทัง้", "ทั้ง"},
      {"ทัง้หมด", "ทัง้หมด"},
      {"ครัง้ แรก", "ครั้งแรก"},
      {"ครัง้ 5", "ครั้ง 5"},
      {"ครัง้  แรก", "ครั้ง  แรก"},
      {"ขึน\n้ เอง", "ขึ้นเอง"},
      {"ทัง้ๆ", "ทั้งๆ"},
      {"ทัง้้ ", "ทั้ง "},
      {"มีค่า มีข้อ คีย์ ลิ้นจี่", "มีค่า มีข้อ คีย์ ลิ้นจี่"},
      {"มีค่ า", "มีค่า"},
  };
  for (const Case& c : cases) EXPECT_EQ(folded(c.original), c.folded) << c.original;
}

TEST(FoldTest, CountsItsRepairs) {
  EXPECT_EQ(FoldedText("โรงเรียนที่ดี ๒๕๖๗ \u00ADค\u0E4D\u0E32 เเม่").repairs(), 0U);
  EXPECT_EQ(FoldedText("ครัง้ แรก").repairs(), 1U);
  EXPECT_EQ(FoldedText("โรงเร ียนน ี้ นั้ น ที่่ น้\u0E33\u0E32").repairs(), 5U);
}

TEST(FoldTest, DamagedTextsAreDistinguishedFromTyposOfGoodOnes) {
  const std::string good = "ห้องสมุดของโรงเรียนเปิดตลอดทั้งปี ";
  const std::string bad = "ห้องสมุดของโรงเร ียนเปิ ดตลอดทัง้ ปี ";
  std::string text;
  for (int i = 0; i < 20; ++i) text += good;
  EXPECT_FALSE(is_damaged_thai(text));
  EXPECT_FALSE(is_damaged_thai(text + "ที่่ ทีี่"));
  EXPECT_FALSE(is_damaged_thai("ครัง้ แรก ทัง้"));
  EXPECT_TRUE(is_damaged_thai(bad));
  EXPECT_TRUE(is_damaged_thai(text + bad + bad));
  EXPECT_FALSE(is_damaged_thai(text + text + text + text + text + bad));
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
  EXPECT_EQ(original("เร ียน", 3, 9), "ร ี");
  EXPECT_EQ(original("เร ียน", 3, 6), "ร");
  EXPECT_EQ(original("เร\u00A0 ียน", 6, 9), "ี");
  EXPECT_EQ(original("ที่่ดี", 0, 9), "ที่่");
  EXPECT_EQ(original("ทัง้ แรก", 0, 12), "ทัง้");
  EXPECT_EQ(original("ทัง้ แรก", 12, 21), "แรก");
  EXPECT_EQ(original("ท\uF705ี x", 0, 9), "ท\uF705ี");
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

/// What leaves no trace is white space or an unseen character.
void expect_unseen(std::string_view text) {
  for (const char32_t c : test::characters(text)) {
    EXPECT_TRUE(is_space(c) ||
                std::u32string_view(U"\u00AD\u2060\u200E").find(c) != std::u32string_view::npos)
        << static_cast<std::uint32_t>(c);
  }
}

TEST(FoldTest, RandomTextsKeepTheInvariants) {
  std::mt19937 random(2);
  for (int round = 0; round < 30'000; ++round) {
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
      expect_unseen(text.substr(last_end, range.begin - last_end));
      last_end = range.end;
      begin = end;
    }
    expect_unseen(text.substr(last_end));
  }
}

/// Folding a range of characters alone gives that range of the folded text, wherever no rule
/// reaches over its edges: here at a mark between line ends.
TEST(FoldTest, FoldsBetweenMarksIndependently) {
  std::mt19937 random(3);
  for (int round = 0; round < 1000; ++round) {
    const std::string left = test::random_text(random, random() % 10);
    const std::string right = test::random_text(random, random() % 10);
    ASSERT_EQ(folded(left + "\n.\n" + right), folded(left) + "\n.\n" + folded(right))
        << left << "|" << right;
  }
}

}  // namespace
}  // namespace thalign
