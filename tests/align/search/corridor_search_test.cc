// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "align/search/problem.h"
#include "align/search/solve.h"
#include "align/search_space/corridor.h"
#include "segment/segment.h"
#include "tests/align/search/search_texts_of.h"
#include "tests/align/small_problem.h"

namespace thalign {
namespace {

namespace fs = std::filesystem;
using test::long_texts;
using test::total_score;

constexpr float kEverything = std::numeric_limits<float>::infinity();
constexpr SearchOptions kFull{.full_cells = std::numeric_limits<std::size_t>::max(),
                              .loss_margin = kEverything,
                              .bytes = std::numeric_limits<std::size_t>::max()};
constexpr SearchOptions kCorridor{
    .full_cells = 0, .loss_margin = kEverything, .bytes = std::numeric_limits<std::size_t>::max()};

/// The posteriors of two searches are the same.
void expect_near(const std::vector<double>& found, const std::vector<double>& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t u = 0; u < found.size(); ++u) ASSERT_NEAR(found[u], expected[u], 1e-6);
}

/// The search in a corridor finds what the search in everything does. Returns the share of all
/// pairs of boundaries that it looked at.
double expect_as_full(const SegmentedText& source, const SegmentedText& target,
                      const Lexicon& lexicon, const SearchOptions& options) {
  const Problem problem(source, target, lexicon);
  const Solution expected = solve(problem.texts(), kFull);
  const Solution found = solve(problem.texts(), options);
  EXPECT_EQ(found.beads.size(), expected.beads.size());
  for (std::size_t b = 0; b < std::min(found.beads.size(), expected.beads.size()); ++b) {
    EXPECT_EQ(found.beads[b].source, expected.beads[b].source);
    EXPECT_EQ(found.beads[b].target, expected.beads[b].target);
    EXPECT_NEAR(found.beads[b].score, expected.beads[b].score, 1e-6);
    EXPECT_NEAR(found.beads[b].confidence, expected.beads[b].confidence, 1e-6);
  }
  expect_near(found.source_ends, expected.source_ends);
  expect_near(found.target_ends, expected.target_ends);
  expect_near(found.source_null, expected.source_null);
  expect_near(found.target_null, expected.target_null);
  return static_cast<double>(found.statistics.pairs) /
         static_cast<double>(expected.statistics.pairs);
}

/// What pruned searches find, over documents.
struct PrunedFindings {
  int documents = 0;
  std::size_t beads = 0;
  std::size_t other_confidence = 0;  ///< beads whose confidence is off by more than .01
  int other_paths = 0;               ///< documents with another path of the same score
  int other_scores = 0;              ///< documents where the best path is lost
  int wide = 0;  ///< long documents where more than .4 of all pairs of boundaries are searched
};

bool has_beads_of(const Solution& found, const Solution& expected) {
  return std::ranges::equal(found.beads, expected.beads, [](const Bead& a, const Bead& b) {
    return a.source == b.source && a.target == b.target;
  });
}

/// The pruned search finds the beads of the full one, and nearly their confidence. Where it loses
/// the best path, it finds one that is nearly as good.
void expect_beads_as_full(const SegmentedText& source, const SegmentedText& target,
                          PrunedFindings& findings) {
  const Problem problem(source, target, Lexicon::shipped());
  const Solution expected = solve(problem.texts(), kFull);
  const Solution found = solve(problem.texts());
  constexpr double kMostLost = 3.0;  // nats
  // Of two paths with one score, as where a headline is repeated, rounding may choose either.
  const double lost = total_score(expected) - total_score(found);
  EXPECT_GT(lost, -1e-6);
  EXPECT_LT(lost, kMostLost);
  if (lost > 1e-6) {
    ++findings.other_scores;
  } else if (!has_beads_of(found, expected)) {
    ++findings.other_paths;
  }
  for (std::size_t b = 0; has_beads_of(found, expected) && b < found.beads.size(); ++b) {
    EXPECT_NEAR(found.beads[b].score, expected.beads[b].score, 1e-6);
    ++findings.beads;
    if (std::abs(found.beads[b].confidence - expected.beads[b].confidence) > 1e-2)
      ++findings.other_confidence;
  }
  constexpr double kLong = 4000;
  const auto all_cells = static_cast<double>(expected.statistics.pairs);
  if (all_cells > kLong && static_cast<double>(found.statistics.pairs) > 0.4 * all_cells)
    ++findings.wide;
}

TEST(CorridorSearchTest, EqualsTheFullSearchOnLongTexts) {
  std::mt19937 random(21);
  for (int round = 0; round < (THALIGN_ONE_ROUND_OF == 1 ? 3 : 1); ++round) {
    SCOPED_TRACE(round);
    const auto [thai, english] = long_texts(random, 150);
    EXPECT_LT(expect_as_full(thai, english, test::toy_lexicon(), kCorridor), 0.6);
    expect_as_full(english, thai, test::toy_lexicon(), kCorridor);
  }
}

TEST(CorridorSearchTest, WidensACorridorThatIsTooNarrow) {
  std::mt19937 random(22);
  for (int round = 0; round < 3; ++round) {
    SCOPED_TRACE(round);
    const auto [thai, english] = long_texts(random, 80);
    expect_as_full(thai, english, test::toy_lexicon(),
                   {.full_cells = 0, .margin = 0, .loss_margin = kEverything});
  }
}

TEST(CorridorSearchTest, TextsThatHaveNothingInCommonStillMeet) {
  std::mt19937 random(23);
  const auto [thai, unused] = long_texts(random, 40);
  const auto [other, english] = long_texts(random, 30);
  expect_as_full(thai, english, Lexicon::empty(), kCorridor);
}

TEST(CorridorSearchTest, EqualsTheFullSearchOnDevelopmentDocuments) {
  const fs::path gold = THALIGN_SOURCE_DIR "/../shared/data/gold";
  if (!fs::exists(gold)) GTEST_SKIP() << "no development documents at " << gold;
  const auto read = [](const fs::path& path, Language language) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return segment(
        Document::from_bytes(std::move(bytes), {.name = path.string(), .language = language}));
  };
  PrunedFindings all;
  int found = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(gold)) {
    if (entry.path().filename() != "th.raw.txt") continue;
    if (found++ % THALIGN_ONE_ROUND_OF != 0) continue;
    SCOPED_TRACE(entry.path());
    const SegmentedText thai = read(entry.path(), Language::thai);
    const SegmentedText english =
        read(entry.path().parent_path() / "en.raw.txt", Language::english);
    expect_beads_as_full(thai, english, all);
    if (all.documents % 8 == 0) expect_as_full(thai, english, Lexicon::shipped(), kCorridor);
    ++all.documents;
  }
  EXPECT_GT(all.documents, 0);
  EXPECT_LT(all.other_confidence, all.beads / 15);
  EXPECT_LE(all.other_paths, std::max(1, all.documents / 50));
  EXPECT_LE(all.other_scores, std::max(1, all.documents / 50));
  EXPECT_LE(all.wide, std::max(1, all.documents / 8));
}

/// What `Corridor` requires of its rows.
void expect_valid(const Corridor& corridor, std::uint32_t target_units) {
  EXPECT_TRUE(corridor.contains(0, 0));
  EXPECT_EQ(corridor.target_units(), target_units);
  for (std::uint32_t i = 0; i < corridor.source_units(); ++i) {
    const Corridor::Row row = corridor.row(i);
    const Corridor::Row next = corridor.row(i + 1);
    ASSERT_LE(row.first, row.last);
    ASSERT_LE(row.first, next.first);
    ASSERT_LE(row.last, next.last);
    ASSERT_LE(next.first, row.last) << "no way from row " << i;
  }
}

TEST(CorridorSearchTest, RandomTextsHaveAPathHoweverTheCoarsePassErrs) {
  std::mt19937 random(29);
  for (int round = 0; round < 300; ++round) {
    const auto texts = [&](Language language) {
      return test::random_units(random, language, static_cast<std::uint32_t>(random() % 12));
    };
    const SegmentedText thai = texts(Language::thai);
    const SegmentedText english = texts(Language::english);
    const Problem problem(thai, english, test::toy_lexicon());
    const Solution solution = solve(
        problem.texts(),
        {.loss_margin = static_cast<float>(test::uniform(random, 0.01, 20.0)), .narrow = 0.0});
    EXPECT_NO_THROW(Alignment(solution.beads, problem.source().units(), problem.target().units()));
  }
}

TEST(FindCorridorTest, IsACorridorOnRandomTexts) {
  std::mt19937 random(24);
  for (int round = 0; round < 200; ++round) {
    const auto source_units = static_cast<std::uint32_t>(random() % 60);
    const auto target_units = static_cast<std::uint32_t>(random() % 60);
    const test::SmallProblem texts(test::random_units(random, Language::thai, source_units),
                                   test::random_units(random, Language::english, target_units),
                                   Corridor::full(source_units, target_units));
    const Corridor corridor =
        find_corridor(texts.source, texts.target, texts.forward,
                      {.full_cells = 0, .margin = static_cast<std::uint32_t>(random() % 50)});
    ASSERT_EQ(corridor.source_units(), source_units);
    expect_valid(corridor, target_units);
    if (source_units == 0) continue;
    const std::vector<std::uint32_t> boundaries = {
        static_cast<std::uint32_t>(random() % (source_units + 1))};
    const Corridor wider = widen(corridor, boundaries);
    expect_valid(wider, target_units);
    EXPECT_GE(wider.cells(), corridor.cells());
  }
}

TEST(CorridorSearchTest, ACoarsePassFindsThePathInLongTexts) {
  std::mt19937 random(28);
  const auto [thai, english] = long_texts(random, 150);
  for (const auto& [source, target] : {std::pair(&thai, &english), std::pair(&english, &thai)}) {
    const Problem problem(*source, *target, test::toy_lexicon());
    const Solution expected = solve(problem.texts(), kFull);
    const Solution found = solve(problem.texts(), {.full_cells = 0, .narrow = 0.0});
    EXPECT_LT(found.statistics.pairs, expected.statistics.pairs / 8);
    ASSERT_EQ(found.beads.size(), expected.beads.size());
    for (std::size_t b = 0; b < found.beads.size(); ++b) {
      EXPECT_EQ(found.beads[b].source, expected.beads[b].source);
      EXPECT_EQ(found.beads[b].target, expected.beads[b].target);
    }
  }
}

TEST(FindCorridorTest, GrowsWithTheTextNotWithItsSquare) {
  std::mt19937 random(25);
  const auto cells = [&](int sentences) {
    const auto [thai, english] = long_texts(random, sentences);
    const Problem problem(thai, english, test::toy_lexicon());
    return static_cast<double>(
        find_corridor(problem.source(), problem.target(), problem.forward(), kCorridor).cells());
  };
  EXPECT_LT(cells(4000), 6.0 * cells(1000));
}

TEST(FindCorridorTest, SmallTextsAreLookedAtWhole) {
  std::mt19937 random(26);
  const auto [thai, english] = long_texts(random, 20);
  const Problem problem(thai, english, test::toy_lexicon());
  const Corridor corridor = find_corridor(problem.source(), problem.target(), problem.forward());
  EXPECT_EQ(corridor.cells(), (thai.units().size() + 1) * (english.units().size() + 1));
}

TEST(CorridorSearchTest, OneUnitAgainstMany) {
  std::mt19937 random(27);
  const auto [thai, english] = long_texts(random, 3000);
  const SegmentedText one = test::text_of_units(Language::thai, {"บ้านเลขที่ 7 แมว"}, {0});
  const Problem problem(one, english, test::toy_lexicon());
  const Solution solution = solve(problem.texts());
  EXPECT_NO_THROW(Alignment(solution.beads, 1, problem.target().units()));
}

}  // namespace
}  // namespace thalign
