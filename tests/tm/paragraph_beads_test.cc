// SPDX-License-Identifier: Apache-2.0
#include "tm/paragraph_beads.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace thalign {
namespace {

using testing::ElementsAre;

/// A text of units of one letter in the paragraphs of those numbers.
SegmentedText text_in_paragraphs(const std::vector<std::uint32_t>& paragraphs) {
  std::string bytes;
  std::vector<Unit> units;
  for (const std::uint32_t paragraph : paragraphs) {
    const auto at = static_cast<std::uint32_t>(bytes.size());
    units.push_back({{at, at + 1}, paragraph, 0.0F});
    bytes += "a ";
  }
  Document document = Document::from_bytes(std::move(bytes), {.language = Language::english});
  Words words(document.text());
  return {std::move(document), std::move(words), std::move(units)};
}

/// The beads of paragraphs as "0-2:0-1".
std::vector<std::string> joined_beads(const std::vector<std::uint32_t>& source,
                                      const std::vector<std::uint32_t>& target,
                                      std::vector<Bead> beads) {
  const auto source_size = static_cast<std::uint32_t>(source.size());
  const auto target_size = static_cast<std::uint32_t>(target.size());
  const Alignment joined =
      paragraph_alignment(text_in_paragraphs(source), text_in_paragraphs(target),
                          Alignment(std::move(beads), source_size, target_size));
  std::vector<std::string> result;
  for (const Bead& bead : joined.beads()) {
    const auto range = [](UnitRange units) {
      return std::to_string(units.begin) + "-" + std::to_string(units.end);
    };
    result.push_back(range(bead.source) + ":" + range(bead.target));
  }
  return result;
}

TEST(ParagraphBeadsTest, BothSidesMustEndAParagraph) {
  EXPECT_THAT(
      joined_beads({0, 1, 1}, {0, 0, 1},
                   {{{0, 1}, {0, 1}, 0, 0}, {{1, 2}, {1, 2}, 0, 0}, {{2, 3}, {2, 3}, 0, 0}}),
      ElementsAre("0-3:0-3"));
  EXPECT_THAT(
      joined_beads({0, 0, 1}, {0, 0, 1},
                   {{{0, 1}, {0, 1}, 0, 0}, {{1, 2}, {1, 2}, 0, 0}, {{2, 3}, {2, 3}, 0, 0}}),
      ElementsAre("0-2:0-2", "2-3:2-3"));
}

TEST(ParagraphBeadsTest, AWholeParagraphWithoutACounterpartStaysOne) {
  EXPECT_THAT(joined_beads({0, 1}, {0}, {{{0, 1}, {0, 0}, 0, 0}, {{1, 2}, {0, 1}, 0, 0}}),
              ElementsAre("0-1:0-0", "1-2:0-1"));
}

TEST(ParagraphBeadsTest, ScoresAddUpAndTheLeastConfidenceOfPairsStays) {
  const SegmentedText source = text_in_paragraphs({0, 0, 0, 1});
  const SegmentedText target = text_in_paragraphs({0, 0, 1});
  const Alignment joined = paragraph_alignment(source, target,
                                               Alignment({{{0, 1}, {0, 0}, -1.0, 0.1},
                                                          {{1, 2}, {0, 1}, 4.0, 0.8},
                                                          {{2, 3}, {1, 2}, 2.0, 0.6},
                                                          {{3, 4}, {2, 3}, 1.0, 0.9}},
                                                         4, 3, 0.25));
  ASSERT_EQ(joined.beads().size(), 2U);
  EXPECT_DOUBLE_EQ(joined.beads()[0].score, 5.0);
  EXPECT_DOUBLE_EQ(joined.beads()[0].confidence, 0.6) << "the null bead's 0.1 does not count";
  EXPECT_DOUBLE_EQ(joined.beads()[1].confidence, 0.9);
  EXPECT_EQ(joined.document_score(), 0.25);
}

TEST(ParagraphBeadsTest, NullBeadsAloneHaveTheLeastOfTheirs) {
  for (const double last : {0.2, 0.7}) {
    const Alignment joined = paragraph_alignment(
        text_in_paragraphs({0, 0}), text_in_paragraphs({}),
        Alignment({{{0, 1}, {0, 0}, -1, 0.3}, {{1, 2}, {0, 0}, -1, last}}, 2, 0));
    ASSERT_EQ(joined.beads().size(), 1U);
    EXPECT_DOUBLE_EQ(joined.beads()[0].confidence, std::min(0.3, last));
  }
}

}  // namespace
}  // namespace thalign
