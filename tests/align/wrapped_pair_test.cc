// SPDX-License-Identifier: Apache-2.0
#include "align/wrapped_pair.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "align/align.h"
#include "segment/segment.h"

namespace thalign {
namespace {

struct UnwrappedTexts {
  UnwrappedPair texts;
  int alignments;
};

UnwrappedTexts align_wrapped(std::string_view thai, std::string_view english) {
  const auto text = [](std::string_view bytes, const char* name) {
    return WrappedText{
        .document = Document::from_bytes(std::string(bytes), {.name = name, .encoding = "UTF-8"})};
  };
  WrappedText source = text(thai, "thai");
  WrappedText target = text(english, "english");
  int alignments = 0;
  UnwrappedPair texts = align_unwrapped(
      source, target, [](Document document, PairSide) { return segment(std::move(document)); },
      [&](SegmentedText& a, SegmentedText& b) {
        ++alignments;
        return cut_and_align(a, b);
      });
  return {std::move(texts), alignments};
}

std::string joined_thai(std::string_view thai, std::string_view english) {
  const UnwrappedTexts result = align_wrapped(thai, english);
  return std::string(result.texts.source.document().text());
}

constexpr std::string_view kBridgeEnglish =
    "The new bridge of the village opened on Monday after three builders had worked on it for "
    "eleven weeks. Nobody was hurt.\n";
constexpr std::string_view kBridgeThai =
    "สะพานใหม่ของหมู่บ้านไร่ฟ้างามเปิดใช้เมื่อวันจันทร์ที่ผ่านมา หลังจากช่างสามคนทำงานอยู่นานถึงสิบเอ็ดสัปดาห์ "
    "ไม่มีใครได้รับบาดเจ็บ\n";

/// `kBridgeThai` with a line end before `word`.
std::string bridge_broken_before(std::string_view word) {
  std::string text(kBridgeThai);
  text.insert(text.find(word), "\n");
  return text;
}

TEST(WrappedPairTest, ALineThatEndsInsideABeadIsWrapped) {
  const std::string thai = bridge_broken_before("สิบเอ็ด");
  const UnwrappedTexts result = align_wrapped(thai, kBridgeEnglish);
  EXPECT_EQ(result.texts.source.document().text(), kBridgeThai);
  EXPECT_EQ(result.texts.source.document().original_text(), thai);
  EXPECT_EQ(result.alignments, 2);
  EXPECT_EQ(result.texts.alignment.beads().size(), 2U);
}

TEST(WrappedPairTest, ALineThatEndsBetweenBeadsIsNot) {
  std::string thai(kBridgeThai);
  thai[thai.find("ไม่มีใคร") - 1] = '\n';
  const UnwrappedTexts result = align_wrapped(thai, kBridgeEnglish);
  EXPECT_EQ(result.texts.source.document().text(), thai);
  EXPECT_EQ(result.alignments, 1);
}

TEST(WrappedPairTest, SentencesOfOneLineEachStay) {
  const std::string thai =
      "ร้านกาแฟหน้าสถานีปิดปรับปรุงเป็นเวลาสองเดือน\nเจ้าของร้านบอกว่าจะเปิดอีกครั้งในเดือนมีนาคม\n"
      "ลูกค้าประจำหลายคนย้ายไปนั่งที่ร้านขนมปังแทน\n";
  EXPECT_EQ(joined_thai(thai,
                        "The coffee shop in front of the station is closed for two months of "
                        "repairs. Its owner says that it will open again in March. Many regulars "
                        "have moved to the bakery.\n"),
            thai);
}

TEST(WrappedPairTest, WhereOneTextIsWrappedTheOtherProbablyIs) {
  const std::string thai = bridge_broken_before("สิบเอ็ด");
  const std::string english =
      "The new bridge of the village opened on Monday after three builders\n"
      "had worked on it for eleven weeks. Nobody was hurt.\n";
  EXPECT_EQ(joined_thai(thai, english), kBridgeThai);
}

}  // namespace
}  // namespace thalign
