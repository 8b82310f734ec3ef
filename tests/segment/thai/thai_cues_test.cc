#include "segment/thai/thai_cues.h"

#include <gtest/gtest.h>

#include <string>

#include "segment/gap.h"

namespace thalign {
namespace {

/// Cues at the place that `|` marks, before a word.
float cues(std::string text) {
  const std::size_t at = text.find('|');
  text.erase(at, 1);
  const Words words(text);
  const SegmentationInput input = segmentation_input(text, words);
  for (std::uint32_t k = 1; k < words.all().size(); ++k) {
    if (words.all()[k].original.begin == at) return thai_cues(input, k);
  }
  ADD_FAILURE() << "no word begins at the place marked in " << text;
  return 0.0F;
}

const std::string kClause = "ผู้ปกครองสามารถสอบถามรายละเอียดได้ที่โรงเรียนใกล้บ้าน";

TEST(ThaiCuesTest, ConnectivesOpenSentences) {
  const float ordinary = cues(kClause + " |" + kClause);
  for (const std::string opener : {"ทั้งนี้", "นอกจากนี้", "อย่างไรก็ตาม", "ดังนั้น", "ต่อมา"}) {
    EXPECT_GT(cues(kClause + " |" + opener + kClause), ordinary) << opener;
  }
}

TEST(ThaiCuesTest, AConnectiveIsAWordNotThePartOfOne) {
  // The longest opener that ends where a word ends counts.
  EXPECT_GT(cues(kClause + " |นอกจากนี้" + kClause), cues(kClause + " |จาก" + kClause));
}

TEST(ThaiCuesTest, AnAdverbialGoesWithWhatFollows) {
  EXPECT_LT(cues(kClause + " ในที่สุด |" + kClause), cues(kClause + " ประเทศลาว |" + kClause) - 1.0F);
  EXPECT_GT(cues(kClause + " |ในที่สุด " + kClause), cues(kClause + " |ประเทศลาว " + kClause) + 1.0F);
}

TEST(ThaiCuesTest, ASubjectGoesWithItsPredicate) {
  EXPECT_LT(cues(kClause + " Lena |เคย" + kClause), cues(kClause + " Lena |" + kClause) - 1.0F);
}

TEST(ThaiCuesTest, SomeWordsEndNoSentence) {
  const float ordinary = cues(kClause + " |" + kClause);
  for (const std::string ender : {"และ", "หรือ", "ของ", "เพื่อ", "ให้", "ซึ่ง"}) {
    EXPECT_LT(cues(kClause + ender + " |" + kClause), ordinary) << ender;
  }
}

TEST(ThaiCuesTest, SomeWordsEndSentences) {
  const float ordinary = cues(kClause + " |" + kClause);
  for (const std::string ender : {"อีกด้วย", "เป็นต้น", "ค่ะ"}) {
    EXPECT_GT(cues(kClause + ender + " |" + kClause), ordinary) << ender;
  }
}

TEST(ThaiCuesTest, LongRunsAreClauses) {
  EXPECT_GT(cues(kClause + " |" + kClause), cues("มะม่วง |มังคุด"));
}

TEST(ThaiCuesTest, NumbersSeldomStandAtAnEnd) {
  EXPECT_LT(cues(kClause + " |250 " + kClause), cues(kClause + " |" + kClause));
}

TEST(ThaiCuesTest, BracketsExplainWhatStandsBefore) {
  EXPECT_LT(cues(kClause + " |(" + kClause + ")"), cues(kClause + " |" + kClause));
}

TEST(ThaiCuesTest, SentenceMarksEndSentences) {
  for (const std::string mark : {".", "!", "?"}) {
    EXPECT_GT(cues(kClause + mark + " |" + kClause), cues(kClause + " |" + kClause)) << mark;
  }
}

TEST(ThaiCuesTest, SpacesAroundForeignWordsMakeNoShortRuns) {
  // "Ana" alone is a short run, but the clause goes on after it.
  EXPECT_GT(cues(kClause + " |สมาชิก Ana " + kClause), cues(kClause + " |สมาชิก " + kClause));
  EXPECT_GT(cues(kClause + " Ana ไปเรียน |" + kClause), cues(kClause + " ไปเรียน |" + kClause));
}

TEST(ThaiCuesTest, SpacesAroundForeignWordsAreSeldomEnds) {
  const float ordinary = cues(kClause + " |" + kClause);
  EXPECT_LT(cues(kClause + "กับ Ana |" + kClause), ordinary);
  EXPECT_LT(cues(kClause + " |Ana " + kClause), ordinary);
  EXPECT_LT(cues(kClause + " |12 " + kClause), ordinary);
}

TEST(ThaiCuesTest, ShortLinesHoldFewSentences) {
  const std::string pair = kClause + " |" + kClause;
  std::string rest;
  for (int i = 0; i < 12; ++i) rest += " " + kClause;
  EXPECT_GT(cues(pair + rest), cues(pair));
  EXPECT_NEAR(cues(pair + "\n" + rest), cues(pair), 1e-6F);  // lines apart say nothing
}

}  // namespace
}  // namespace thalign
