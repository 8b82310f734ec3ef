// SPDX-License-Identifier: Apache-2.0
#include "cli/align/wrapped_pair.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "align/align.h"
#include "segment/segment.h"

namespace thalign::cli {
namespace {

struct Result {
  UnwrappedPair texts;
  int alignments;
};

Result align_texts(std::string_view thai, std::string_view english) {
  const auto text = [](std::string_view bytes, const char* name) {
    return WrappedText{
        .document = Document::from_bytes(std::string(bytes), {.name = name, .encoding = "UTF-8"})};
  };
  WrappedText source = text(thai, "thai");
  WrappedText target = text(english, "english");
  int alignments = 0;
  UnwrappedPair texts = align_unwrapped(
      source, target, [](Document document, Side) { return segment(std::move(document)); },
      [&](SegmentedText& a, SegmentedText& b) {
        ++alignments;
        return cut_and_align(a, b);
      });
  return {std::move(texts), alignments};
}

std::string joined_thai(std::string_view thai, std::string_view english) {
  const Result result = align_texts(thai, english);
  return std::string(result.texts.source.document().text());
}

constexpr std::string_view kEnglish =
    "The new bridge of the village opened on Monday after three builders had worked on it for "
    "eleven weeks. Nobody was hurt.\n";
constexpr std::string_view kThaiLine =
    "สะพานใหม่ของหมู่บ้านไร่ฟ้างามเปิดใช้เมื่อวันจันทร์ที่ผ่านมา หลังจากช่างสามคนทำงานอยู่นานถึงสิบเอ็ดสัปดาห์ "
    "ไม่มีใครได้รับบาดเจ็บ\n";

/// `kThaiLine` with a line end before `word`.
std::string broken_before(std::string_view word) {
  std::string text(kThaiLine);
  text.insert(text.find(word), "\n");
  return text;
}

TEST(WrappedPairTest, ALineThatEndsInsideABeadIsWrapped) {
  const std::string thai = broken_before("สิบเอ็ด");
  const Result result = align_texts(thai, kEnglish);
  EXPECT_EQ(result.texts.source.document().text(), kThaiLine);
  EXPECT_EQ(result.texts.source.document().original_text(), thai);
  EXPECT_EQ(result.alignments, 2);
  EXPECT_EQ(result.texts.alignment.beads().size(), 2U);
}

TEST(WrappedPairTest, ALineThatEndsBetweenBeadsIsNot) {
  std::string thai(kThaiLine);
  thai[thai.find("ไม่มีใคร") - 1] = '\n';
  const Result result = align_texts(thai, kEnglish);
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
  const std::string thai = broken_before("สิบเอ็ด");
  const std::string english =
      "The new bridge of the village opened on Monday after three builders\n"
      "had worked on it for eleven weeks. Nobody was hurt.\n";
  EXPECT_EQ(joined_thai(thai, english), kThaiLine);
}

}  // namespace
}  // namespace thalign::cli
