// SPDX-License-Identifier: Apache-2.0
#include "align/search/coarse_pass.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "align/search/posterior.h"
#include "align/search/search.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

using test::random_units;
using test::SmallProblem;
using test::text_of_units;

/// A coarse pass with the model of the problem. Refers to both.
CoarsePass coarse_pass(const SmallProblem& problem) {
  return {problem.corridor, problem.source,   problem.target,
          problem.forward,  problem.backward, problem.model};
}

std::vector<float> margins(const SmallProblem& problem, float margin) {
  return std::vector<float>(problem.source.units() + std::size_t{1}, margin);
}

/// A problem in which every two units are as good as any other two but for what the test adds: no
/// word has a link, all units have 18 characters.
SmallProblem plain(const std::vector<std::uint32_t>& source_paragraphs,
                   const std::vector<std::uint32_t>& target_paragraphs,
                   const std::vector<float>& source_breaks, const std::vector<float>& target_breaks,
                   const ScoreWeights& weights = {}) {
  const auto units = [](const char* text, std::size_t count,
                        const std::vector<std::uint32_t>& paragraphs) {
    std::vector<std::string> result(count, text);
    for (const std::uint32_t unit : paragraphs) result[unit].insert(0, "\n");
    return result;
  };
  const std::size_t n = source_breaks.size();
  const std::size_t m = target_breaks.size();
  return {text_of_units(Language::thai, units("ทดสอบความยาวเท่ากัน", n, source_paragraphs),
                        source_breaks),
          text_of_units(Language::english, units("words without links", m, target_paragraphs),
                        target_breaks),
          Corridor::full(static_cast<std::uint32_t>(n), static_cast<std::uint32_t>(m)),
          ScoreModel(weights)};
}

TEST(CoarsePassTest, ParagraphsBeginTogether) {
  const std::vector<float> breaks(6, 0.5F);
  const SmallProblem problem = plain({3}, {3}, breaks, breaks);
  const CoarsePass coarse = coarse_pass(problem);
  EXPECT_NEAR(coarse.loss({3, 3}), 0.0F, 1e-3F);
  EXPECT_GT(coarse.loss({3, 2}), 1.0F);
  EXPECT_GT(coarse.loss({2, 3}), 1.0F);
  // A line of one side only costs, wherever it is.
  for (const Term only : {Term::begin_line_thai, Term::begin_line_english}) {
    ScoreWeights cheap;
    ScoreWeights dear;
    cheap[only] = 0.0;
    dear[only] = -8.0;
    const std::vector<std::uint32_t> thai(only == Term::begin_line_thai ? 1 : 0, 3U);
    const std::vector<std::uint32_t> english(only == Term::begin_line_thai ? 0 : 1, 3U);
    const SmallProblem paid = plain(thai, english, breaks, breaks, dear);
    const SmallProblem free = plain(thai, english, breaks, breaks, cheap);
    EXPECT_GT(coarse_pass(paid).loss({3, 3}), coarse_pass(free).loss({3, 3}) + 0.3F);
  }
}

TEST(CoarsePassTest, BeadsEndWhereSentencesDo) {
  const std::vector<float> breaks = {-4, -4, 4, -4, -4, 0};
  const SmallProblem problem = plain({}, {}, breaks, breaks);
  const CoarsePass coarse = coarse_pass(problem);
  EXPECT_NEAR(coarse.loss({3, 3}), 0.0F, 1e-3F);
  EXPECT_GT(coarse.loss({2, 2}), 1.0F);
  EXPECT_GT(coarse.loss({4, 4}), 1.0F);
}

TEST(CoarsePassTest, LinesEndTogether) {
  const std::vector<float> breaks(6, 0.5F);
  ScoreWeights weights;
  for (const Term term : {Term::begin_line_both, Term::begin_line_thai, Term::begin_line_english})
    weights[term] = 0.0;
  weights[Term::end_line_both] = 6.0;
  const SmallProblem problem = plain({3}, {3}, breaks, breaks, weights);
  const CoarsePass coarse = coarse_pass(problem);
  EXPECT_NEAR(coarse.loss({3, 3}), 0.0F, 1e-3F);
  EXPECT_GT(coarse.loss({3, 2}), 2.0F);
}

/// What two texts of a unit each gain by being a bead, not null.
double gain_of_bead(const char* thai, const char* english, const ScoreWeights& weights) {
  const SmallProblem problem(text_of_units(Language::thai, {thai}, {0}),
                             text_of_units(Language::english, {english}, {0}), Corridor::full(1, 1),
                             ScoreModel(weights));
  return static_cast<double>(coarse_pass(problem).loss({1, 0}));
}

TEST(CoarsePassTest, TheLongerSideCounts) {
  constexpr const char* kLongThai = "ทดสอบความยาวเท่ากันทดสอบความยาวเท่ากัน";
  constexpr const char* kLongEnglish = "words without links and words without any more of links";
  ScoreWeights plain_weights;
  plain_weights[Term::bead] = 20.0;
  for (const bool thai : {true, false}) {
    ScoreWeights weights = plain_weights;
    weights[thai ? Term::longer_thai : Term::longer_english] = 5.0;
    const auto more = [&](const char* thai_text, const char* english_text) {
      return gain_of_bead(thai_text, english_text, weights) -
             gain_of_bead(thai_text, english_text, plain_weights);
    };
    const double thai_longer = more(kLongThai, "words without it");
    const double english_longer = more("ทดสอบความยาว", kLongEnglish);
    EXPECT_GT(thai ? thai_longer : english_longer, 1.0);
    EXPECT_NEAR(thai ? english_longer : thai_longer, 0.0, 1e-3);
  }
}

TEST(CoarsePassTest, WordsAndAnchorsHaveWeightsOfTheirOwn) {
  const auto gain = [](const char* thai, const char* english, Term term) {
    ScoreWeights weights;
    weights[Term::bead] = 20.0;
    const double usual = gain_of_bead(thai, english, weights);
    weights[term] += 1.0;
    return gain_of_bead(thai, english, weights) - usual;
  };
  for (const Term term : {Term::anchors_of_thai, Term::anchors_of_english}) {
    EXPECT_GT(gain("ไป 1234 5678", "goes 1234 5678", term), 0.3);
    EXPECT_NEAR(gain("แมว", "cat", term), 0.0, 1e-3);
  }
  for (const Term term : {Term::words_of_thai, Term::words_of_english})
    EXPECT_NEAR(gain("1234 5678", "1234 5678", term), 0.0, 1e-3);
}

TEST(CoarsePassTest, LinkedWordsMeet) {
  const std::vector<float> breaks(4, 1.0F);
  const SmallProblem problem(
      text_of_units(Language::thai, {"แมวข้าว 2567", "ถนนน้ำ 12", "โรงเรียนแมว 55", "ข้าวถนน 77"},
                    breaks),
      text_of_units(Language::english,
                    {"cat rice 2024", "road water 12", "school cat 55", "rice road 77"}, breaks),
      Corridor::full(4, 4));
  const CoarsePass coarse = coarse_pass(problem);
  for (std::uint32_t i = 0; i <= 4; ++i) EXPECT_NEAR(coarse.loss({i, i}), 0.0F, 1e-3F);
  EXPECT_GT(coarse.loss({1, 2}), 1.0F);
  EXPECT_GT(coarse.loss({2, 1}), 1.0F);
  // Within a narrow margin the four beads are left, not those of several units on either side.
  const BeadList beads = coarse.candidates(margins(problem, 0.05F));
  EXPECT_EQ(beads.size(), 4U);
  for (std::uint32_t i = 0; i < 4; ++i) EXPECT_EQ(beads.from(i).size(), 1U);
}

TEST(CoarsePassTest, OneUnitMayFaceMany) {
  // Both ways round, as either text may be the one with more units.
  const SegmentedText thai = text_of_units(Language::thai, {"แมวข้าวถนน", "น้ำ"}, {2, 0});
  const SegmentedText english =
      text_of_units(Language::english, {"cat", "rice", "road", "water", "red"}, {-2, -2, 2, 2, 0});
  const SmallProblem problem(thai, english, Corridor::full(2, 5));
  EXPECT_NEAR(coarse_pass(problem).loss({1, 3}), 0.0F, 1e-3F);
  const SegmentedText more_thai =
      text_of_units(Language::thai, {"แมว", "ข้าว", "ถนน", "น้ำ", "แมว ข้าว ถนน"}, {-2, -2, 2, 2, 0});
  const SegmentedText less_english = text_of_units(
      Language::english, {"cat rice road", "water", "cat", "rice road"}, {2, 2, -2, 0});
  const SmallProblem turned(more_thai, less_english, Corridor::full(5, 4));
  EXPECT_NEAR(coarse_pass(turned).loss({3, 1}), 0.0F, 1e-3F);
  EXPECT_NEAR(coarse_pass(turned).loss({4, 2}), 0.0F, 1e-3F);
}

TEST(CoarsePassTest, AUnitOfTheTextWithMoreMayFaceTwo) {
  const std::vector<float> breaks(3, 2.0F);
  const SmallProblem problem(
      text_of_units(Language::thai, {"แมว 11 22 33 44 55 66", "น้ำ 71 72 73", "ถนน 81 82 83"},
                    breaks),
      text_of_units(Language::english, {"cat 11 22 33", "44 55 66", "water 71 72 73 road 81 82 83"},
                    {-2, 2, 0}),
      Corridor::full(3, 3));
  const CoarsePass coarse = coarse_pass(problem);
  EXPECT_NEAR(coarse.loss({1, 2}), 0.0F, 1e-3F);
  // Neither half is null.
  EXPECT_GT(coarse.loss({0, 1}), 1.0F);
  EXPECT_GT(coarse.loss({1, 1}), 1.0F);
}

TEST(CoarsePassTest, UnitsWithoutACounterpartAreNull) {
  const std::vector<float> breaks(4, 3.0F);
  const SmallProblem problem(
      text_of_units(Language::thai, {"แมว 2567", "\nสีแดง ไป ไป สีแดง", "\nน้ำ 12", "ถนน"}, breaks),
      text_of_units(Language::english, {"cat 2024", "\nwater 12", "road"}, {3, 3, 0}),
      Corridor::full(4, 3));
  const CoarsePass coarse = coarse_pass(problem);
  EXPECT_NEAR(coarse.loss({1, 1}), 0.0F, 1e-3F);
  EXPECT_NEAR(coarse.loss({2, 1}), 0.0F, 1e-3F);
}

TEST(CoarsePassTest, UnitsThatAreNullOnlyAreInNoCandidate) {
  const std::vector<float> breaks(5, 1.0F);
  for (const bool in_source : {true, false}) {
    SmallProblem problem = plain({}, {}, breaks, breaks);
    Features& text = in_source ? problem.source : problem.target;
    text.null_only.assign(5, false);
    text.null_only[2] = true;
    const CoarsePass coarse = coarse_pass(problem);
    const BeadList beads = coarse.candidates(margins(problem, 1000.0F));
    EXPECT_GT(beads.size(), 10U);
    for (std::uint32_t i = 0; i < 5; ++i) {
      for (const BeadPlace& bead : beads.from(i)) {
        const UnitRange units = in_source ? UnitRange{i, bead.source_end}
                                          : UnitRange{bead.target_begin, bead.target_end};
        EXPECT_FALSE(units.begin <= 2 && 2 < units.end);
      }
    }
  }
}

TEST(CoarsePassTest, UnitsThatAreNullOnlyAreNullHoweverTheyAreLinked) {
  const std::vector<float> breaks(3, 2.0F);
  for (const bool in_source : {true, false}) {
    SmallProblem problem(
        text_of_units(Language::thai, {"แมว 11 22 33", "น้ำ 44 55 66", "ถนน 77 88 99"}, breaks),
        text_of_units(Language::english, {"cat 11 22 33", "water 44 55 66", "road 77 88 99"},
                      breaks),
        Corridor::full(3, 3));
    EXPECT_GT(coarse_pass(problem).loss({1, 2}), 2.0F);
    Features& text = in_source ? problem.source : problem.target;
    text.null_only = {false, true, false};
    const CoarsePass coarse = coarse_pass(problem);
    EXPECT_NEAR(std::min(coarse.loss({1, 2}), coarse.loss({2, 1})), 0.0F, 1e-3F);
  }
}

/// How the coarse pass ranks pairs of boundaries that the exact one finds likely, and others.
struct Agreement {
  double worst = 0.0;       ///< largest loss of a boundary on the best path
  double mean = 0.0;        ///< mean loss of the boundaries on the best path
  double concordant = 0.0;  ///< share of pairs of pairs that both passes rank alike
};

Agreement agreement(int problems) {
  std::mt19937 random(41);
  Agreement result;
  double ranked = 0.0;
  double alike = 0.0;
  int boundaries = 0;
  for (int round = 0; round < problems; ++round) {
    const auto n = 3 + static_cast<std::uint32_t>(random() % 8);
    const auto m = 3 + static_cast<std::uint32_t>(random() % 8);
    SmallProblem problem(random_units(random, Language::thai, n),
                         random_units(random, Language::english, m), Corridor::full(n, m));
    const Solution exact = test::solve(problem);
    const CoarsePass coarse = coarse_pass(problem);
    for (const Bead& bead : exact.beads) {
      const double loss = static_cast<double>(coarse.loss({bead.source.end, bead.target.end}));
      result.worst = std::max(result.worst, loss);
      result.mean += loss;
      ++boundaries;
    }
    for (const LikelyPair& a : exact.likely) {
      for (const LikelyPair& b : exact.likely) {
        if (a.log_posterior < b.log_posterior + 2.0) continue;
        ++ranked;
        if (coarse.loss(a.pair) < coarse.loss(b.pair)) ++alike;
      }
    }
  }
  result.mean /= boundaries;
  result.concordant = alike / ranked;
  return result;
}

TEST(CoarsePassTest, RanksAsTheExactPass) {
  const Agreement found = agreement(300);
  RecordProperty("worst", std::to_string(found.worst));
  RecordProperty("mean", std::to_string(found.mean));
  RecordProperty("concordant", std::to_string(found.concordant));
  EXPECT_LT(found.worst, 14.0);
  EXPECT_LT(found.mean, 0.5);
  EXPECT_GT(found.concordant, 0.72);
}

TEST(CoarsePassTest, TheBestPathIsAmongTheCandidates) {
  std::mt19937 random(42);
  for (int round = 0; round < 200; ++round) {
    SCOPED_TRACE(round);
    const auto n = 1 + static_cast<std::uint32_t>(random() % 10);
    const auto m = 1 + static_cast<std::uint32_t>(random() % 10);
    SmallProblem problem(random_units(random, Language::thai, n),
                         random_units(random, Language::english, m), Corridor::full(n, m));
    const Solution exact = test::solve(problem);
    const CoarsePass coarse = coarse_pass(problem);
    const Corridor corridor = coarse.corridor(margins(problem, 30.0F));
    const BeadList beads = coarse.candidates(margins(problem, 30.0F));
    for (const Bead& bead : exact.beads) {
      EXPECT_TRUE(corridor.contains(bead.source.end, bead.target.end));
      if (bead.is_null()) continue;
      EXPECT_TRUE(std::ranges::any_of(beads.from(bead.source.begin), [&](const BeadPlace& place) {
        return place.source_end == bead.source.end && place.target_begin == bead.target.begin &&
               place.target_end == bead.target.end;
      }));
    }
  }
}

TEST(CoarsePassTest, CandidatesAreInOrderInsideTheCorridorAndNotMoreThanAskedFor) {
  std::mt19937 random(43);
  int fewer = 0;
  for (int round = 0; round < 100; ++round) {
    SCOPED_TRACE(round);
    const auto n = 1 + static_cast<std::uint32_t>(random() % 12);
    const auto m = 1 + static_cast<std::uint32_t>(random() % 12);
    const SmallProblem problem(random_units(random, Language::thai, n),
                               random_units(random, Language::english, m), Corridor::full(n, m));
    const CoarsePass coarse = coarse_pass(problem);
    std::vector<float> margin = margins(problem, 0.0F);
    for (float& nats : margin) nats = static_cast<float>(test::uniform(random, 1.0, 30.0));
    const Corridor corridor = coarse.corridor(margin);
    const std::size_t most = 12 + random() % 40;
    const BeadList all = coarse.candidates(margin);
    EXPECT_LE(all.size(), coarse.candidates(margins(problem, 30.0F)).size());
    fewer += all.size() < coarse.candidates(margins(problem, 30.0F)).size() ? 1 : 0;
    const BeadList some = coarse.candidates(margin, most);
    EXPECT_LE(some.size(), std::max<std::size_t>(most, std::min(n, m)));
    EXPECT_EQ(some.size() == all.size(), all.size() <= most);
    const auto place = [](const BeadPlace& bead) {
      return std::tuple(bead.source_end, bead.target_begin, bead.target_end);
    };
    for (std::uint32_t i = 0; i < n; ++i) {
      EXPECT_TRUE(std::ranges::is_sorted(all.from(i), std::less{}, place));
      EXPECT_TRUE(std::ranges::includes(all.from(i), some.from(i), std::less{}, place, place));
      for (const BeadPlace& bead : all.from(i)) {
        EXPECT_TRUE(corridor.contains(i, bead.target_begin));
        EXPECT_TRUE(corridor.contains(bead.source_end, bead.target_end));
      }
    }
  }
  EXPECT_GT(fewer, 50);
}

}  // namespace
}  // namespace thalign
