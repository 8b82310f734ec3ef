// SPDX-License-Identifier: Apache-2.0
#include "tm/fixed_spans.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "align/align.h"
#include "segment/segment.h"
#include "tests/error_message.h"
#include "text/files/file.h"
#include "text/split_units.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::string_view kThai = "ฝนตก น้ำท่วม";
constexpr std::string_view kEnglish = "It rained. Roads flooded.";

std::string message(std::string_view table) {
  return error_message([&] { parse_fixed_spans(table, "a.tsv", kThai, kEnglish); });
}

TEST(FixedSpansTest, ReadsOffsetsOfBothSides) {
  const auto spans =
      parse_fixed_spans("#head\n5\t12\t11\t25\t7\tmore\n0\t4\t0\t10\n", "a.tsv", kThai, kEnglish);
  ASSERT_EQ(spans.size(), 2U);
  EXPECT_EQ(kThai.substr(spans[0].source.begin, spans[0].source.size()), "ฝนตก");
  EXPECT_EQ(kEnglish.substr(spans[0].target.begin, spans[0].target.size()), "It rained.");
  EXPECT_EQ(kThai.substr(spans[1].source.begin, spans[1].source.size()), "น้ำท่วม");
}

TEST(FixedSpansTest, TrimsAndAllowsNullBeads) {
  const auto spans = parse_fixed_spans("4\t12\t-\t-\n-\t-\t0\t11\n", "a.tsv", kThai, kEnglish);
  ASSERT_EQ(spans.size(), 2U);
  EXPECT_EQ(kEnglish.substr(0, spans[0].target.end), "It rained.");
  EXPECT_TRUE(spans[0].source.empty());
  EXPECT_EQ(kThai.substr(spans[1].source.begin), "น้ำท่วม");
  EXPECT_THAT(parse_fixed_spans("", "a.tsv", kThai, kEnglish), IsEmpty());
}

TEST(FixedSpansTest, RefusesWhatCanNotHold) {
  EXPECT_EQ(message("0\t4\t11\t25\n5\t12\t0\t10\n"),
            "a.tsv:2: crosses the bead of line 1: their order differs in the two texts; keep one "
            "of the two");
  EXPECT_EQ(message("0\t2\t0\t3\n5\t8\t18\t25\n9\t12\t5\t10\n"),
            "a.tsv:3: crosses the bead of line 2: their order differs in the two texts; keep one "
            "of the two")
      << "beads cross those next to them, not the first one only";
  EXPECT_EQ(message("0\t5\t-\t-\n\n3\t12\t0\t10\n"),
            "a.tsv:3: its source overlaps that of line 1; keep one of the two");
  EXPECT_EQ(message("0\t4\t0\t20\n5\t12\t19\t25\n"),
            "a.tsv:2: its target overlaps that of line 1; keep one of the two");
  EXPECT_EQ(message("4\t5\t0\t10\n"),
            "a.tsv:1: columns 1 and 2 hold nothing but white space of the source; correct them");
  EXPECT_EQ(message("-\t-\t-\t-\n"),
            "a.tsv:1: both sides are missing; write the offsets of one at least");
  EXPECT_THAT(message("0\t13\t0\t10\n"), HasSubstr("a.tsv:1: column 2 is 13, but the text has"));
  EXPECT_THAT(message("0\tx\t0\t10\n"), HasSubstr("a.tsv:1: column 2 is 'x', not a number"));
  EXPECT_THAT(message("4\t0\t0\t10\n"), HasSubstr("ends before it starts"));
  EXPECT_THAT(message("0\t4\t0\n"), HasSubstr("a.tsv:1: only 3 tab-separated columns"));
}

/// Ascending places of `text` where a character begins, the first and the last among them.
std::vector<std::uint32_t> places(std::mt19937& random, std::string_view text, std::size_t count) {
  std::vector<std::uint32_t> found;
  while (found.size() < count) {
    auto at = static_cast<std::uint32_t>(random() % text.size());
    while ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    found.push_back(at);
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// Random beads that neither overlap nor cross, with edges anywhere, some of them null.
std::vector<FixedSpan> random_spans(std::mt19937& random, std::string_view source,
                                    std::string_view target) {
  const std::size_t count = random() % 5;
  const auto sources = places(random, source, 2 * count);
  const auto targets = places(random, target, 2 * count);
  std::vector<FixedSpan> spans;
  for (std::size_t i = 0; i < count; ++i) {
    FixedSpan span = {trimmed(source, {sources[2 * i], sources[2 * i + 1]}),
                      trimmed(target, {targets[2 * i], targets[2 * i + 1]})};
    if (random() % 4 == 0) (random() % 2 == 0 ? span.source : span.target) = {};
    if (!span.source.empty() || !span.target.empty()) spans.push_back(span);
  }
  return spans;
}

bool has_bead(const FixedTexts& texts, const Alignment& alignment, const FixedSpan& span) {
  return std::ranges::any_of(alignment.beads(), [&](const Bead& bead) {
    return texts.source.bytes(bead.source) == span.source &&
           texts.target.bytes(bead.target) == span.target;
  });
}

TEST(FixedSpansTest, RandomBeadsHoldAndTheRestIsAligned) {
  const std::string folder = std::string(THALIGN_SOURCE_DIR) + "/examples/press-release.";
  const SegmentedText thai =
      segment(Document::from_bytes(read_file(folder + "th.txt"), {.language = Language::thai}));
  const SegmentedText english =
      segment(Document::from_bytes(read_file(folder + "en.txt"), {.language = Language::english}));
  std::mt19937 random(1);
  for (int round = 0; round < 60; ++round) {
    const auto spans = random_spans(random, thai.document().text(), english.document().text());
    const FixedTexts texts = fix_beads(thai, english, spans);
    // The alignment proves that its beads tile both texts.
    const Alignment alignment = align(texts.source, texts.target, {.fixed = texts.beads});
    for (const FixedSpan& span : spans)
      ASSERT_TRUE(has_bead(texts, alignment, span)) << "round " << round;
  }
}

TEST(FixedSpansTest, ItsOwnBeadsComeBack) {
  const SegmentedText thai = segment(Document::from_bytes(
      "ห้องสมุดเปิดทุกวัน ปิดวันที่ 5 มกราคม\nสอบถาม 02 123", {.language = Language::thai}));
  const SegmentedText english = segment(
      Document::from_bytes("The library is open every day. It is closed on 5 January.\nRead more",
                           {.language = Language::english}));
  const Alignment first = align(thai, english);
  std::vector<FixedSpan> spans;
  for (const Bead& bead : first.beads())
    spans.push_back({thai.bytes(bead.source), english.bytes(bead.target)});
  const FixedTexts texts = fix_beads(thai, english, spans);
  const Alignment second = align(texts.source, texts.target, {.fixed = texts.beads});
  ASSERT_EQ(second.beads().size(), first.beads().size());
  for (const FixedSpan& span : spans) EXPECT_TRUE(has_bead(texts, second, span));
}

}  // namespace
}  // namespace thalign
