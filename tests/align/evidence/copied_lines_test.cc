// SPDX-License-Identifier: Apache-2.0
#include "align/evidence/copied_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "align/align.h"
#include "segment/segment.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string> kEnglish = {
    "The market opens at six in the morning.", "Farmers bring vegetables and fruit.",
    "Parking behind the temple is free.", "Please bring your own bags."};
const std::vector<std::string> kThai = {"ตลาดเปิดตอนหกโมงเช้า", "เกษตรกรนำผักและผลไม้มาขาย",
                                        "จอดรถหลังวัดได้โดยไม่เสียค่าใช้จ่าย", "กรุณานำถุงมาเอง"};

std::string lines(const std::vector<std::string>& all) {
  std::string text;
  for (const std::string& line : all) text.append(line).append("\n");
  return text;
}

SegmentedText text(Language language, const std::vector<std::string>& all) {
  return segment(Document::from_bytes(lines(all), {.language = language}));
}

SegmentedText thai(const std::vector<std::string>& all) { return text(Language::thai, all); }
SegmentedText english(const std::vector<std::string>& all) { return text(Language::english, all); }

/// The texts of units.
std::vector<std::string> texts(const SegmentedText& text, const std::vector<UnitRange>& all) {
  std::vector<std::string> found;
  for (const UnitRange& units : all) found.emplace_back(text.text(units));
  return found;
}

/// The lines of a Thai text that copy `kEnglish`.
std::vector<std::string> copied(const std::vector<std::string>& all) {
  const SegmentedText source = thai(all);
  return texts(source, copied_lines(source, english(kEnglish)).source);
}

std::vector<std::string> interleaved(const std::vector<std::string>& first,
                                     const std::vector<std::string>& second) {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < first.size(); ++i) {
    all.push_back(first[i]);
    all.push_back(second[i]);
  }
  return all;
}

TEST(CopiedLinesTest, LineByLineInEitherOrder) {
  EXPECT_EQ(copied(interleaved(kEnglish, kThai)), kEnglish);
  EXPECT_EQ(copied(interleaved(kThai, kEnglish)), kEnglish);
}

TEST(CopiedLinesTest, OneTextAfterTheOther) {
  std::vector<std::string> all = kEnglish;
  all.insert(all.end(), kThai.begin(), kThai.end());
  EXPECT_EQ(copied(all), kEnglish);
}

TEST(CopiedLinesTest, AThaiOriginalInTheEnglishFile) {
  const SegmentedText source = thai(kThai);
  const SegmentedText target = english(interleaved(kThai, kEnglish));
  const CopiedLines found = copied_lines(source, target);
  EXPECT_THAT(found.source, IsEmpty());
  EXPECT_EQ(texts(target, found.target), kThai);
  EXPECT_EQ(texts(target, copied_lines(target, source).source), kThai);
}

TEST(CopiedLinesTest, AChangedWordAndANoteBesideACopy) {
  std::vector<std::string> changed = kEnglish;
  changed[1] = "Farmers bring vegetables and fresh fruit.";
  std::vector<std::string> all = interleaved(changed, kThai);
  all.insert(all.begin() + 2, "Draft, not for print");
  changed.insert(changed.begin() + 1, "Draft, not for print");
  EXPECT_EQ(copied(all), changed);
}

TEST(CopiedLinesTest, ALineInEnglishThatIsNoCopyStays) {
  std::vector<std::string> all = interleaved(kEnglish, kThai);
  all.emplace_back("Printed by Somchai Press");
  EXPECT_EQ(copied(all), kEnglish);
}

TEST(CopiedLinesTest, RepeatedLinesAreTakenInTheirOrder) {
  const std::vector<std::string> both = {"Yes.", kEnglish[0], "Yes.", kEnglish[1]};
  const SegmentedText source = thai(interleaved(both, {"ใช่ครับ", kThai[0], "ถูกต้องครับ", kThai[1]}));
  EXPECT_EQ(texts(source, copied_lines(source, english(both)).source), both);
}

TEST(CopiedLinesTest, APageTranslatedInPartIsNotBilingual) {
  EXPECT_THAT(copied({kEnglish[0], kThai[1], kEnglish[2], kThai[3]}), IsEmpty());
  EXPECT_THAT(copied({kThai[0], kThai[1], kThai[2], kEnglish[3]}), IsEmpty());
  EXPECT_THAT(copied({kEnglish[0], kEnglish[1], kEnglish[2], kThai[3]}), IsEmpty());
}

TEST(CopiedLinesTest, OtherEnglishIsNoCopy) {
  EXPECT_THAT(copied(interleaved({"The bus leaves at noon.", "Children sit in front.",
                                  "Bicycles cost ten baht more.", "The driver has no change."},
                                 kThai)),
              IsEmpty());
  EXPECT_THAT(copied({}), IsEmpty());
  EXPECT_THAT(copied(kThai), IsEmpty());
}

TEST(CopiedLinesTest, NothingIsFoundWithoutWords) {
  const SegmentedText whole = thai(interleaved(kEnglish, kThai));
  const SegmentedText source(whole.document(), Words(""),
                             {whole.units().begin(), whole.units().end()});
  ASSERT_FALSE(source.has_words());
  EXPECT_THAT(copied_lines(source, english(kEnglish)).source, IsEmpty());
}

TEST(CopiedLinesTest, AlignmentGoesAroundThem) {
  for (const auto& all : {interleaved(kEnglish, kThai), interleaved(kThai, kEnglish)}) {
    const SegmentedText source = thai(all);
    const SegmentedText target = english(kEnglish);
    const Alignment alignment = align(source, target);
    std::vector<std::string> pairs;
    for (const Bead& bead : alignment.beads()) {
      if (!bead.is_null())
        pairs.push_back(std::string(source.text(bead.source)) + "|" +
                        std::string(target.text(bead.target)));
    }
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < kThai.size(); ++i) expected.push_back(kThai[i] + "|" + kEnglish[i]);
    EXPECT_EQ(pairs, expected);
    EXPECT_EQ(alignment.statistics().source_copies, 4U);
    EXPECT_EQ(alignment.statistics().target_copies, 0U);
    const double alone = align(thai(kThai), target).document_score().value();
    EXPECT_NEAR(alignment.document_score().value(), alone, 0.05);
  }
}

TEST(CopiedLinesTest, AFixedBeadTakesPrecedence) {
  const SegmentedText source = thai(interleaved(kEnglish, kThai));
  const SegmentedText target = english(kEnglish);
  const UnitRange first = copied_lines(source, target).source.front();
  const std::vector<FixedBead> fixed = {{first, {0, 1}}};
  const Alignment alignment = align(source, target, {.fixed = fixed});
  EXPECT_EQ(alignment.beads().front().source, first);
  EXPECT_EQ(alignment.beads().front().target, (UnitRange{0, 1}));
}

}  // namespace
}  // namespace thalign
