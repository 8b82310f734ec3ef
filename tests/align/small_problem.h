// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "align/evidence/links.h"
#include "align/lexicon/features.h"
#include "align/lexicon/lexicon.h"
#include "align/score/gap_scores.h"
#include "align/score/score.h"
#include "align/score/score_model.h"
#include "align/search/lattice.h"
#include "align/search/search.h"
#include "align/search_space/bead_list.h"
#include "align/search_space/corridor.h"
#include "text/segmented_text.h"

namespace thalign::test {

/// A lexicon of five words a side that translate each other by their place in the list, with some
/// noise.
inline const Lexicon& toy_lexicon() {
  static const std::string bytes = [] {
    const LexiconSide thai{{{"ข้าว", 0.02F, {{1, 0.7F}}},
                            {"ถนน", 0.01F, {{2, 0.6F}, {4, 0.1F}}},
                            {"น้ำ", 0.03F, {{4, 0.8F}}},
                            {"แมว", 0.01F, {{0, 0.9F}}},
                            {"โรงเรียน", 0.02F, {{3, 0.5F}, {2, 0.05F}}}}};
    const LexiconSide english{{{"cat", 0.01F, {{3, 0.9F}}},
                               {"rice", 0.02F, {{0, 0.6F}, {2, 0.1F}}},
                               {"road", 0.01F, {{1, 0.8F}}},
                               {"school", 0.02F, {{4, 0.7F}}},
                               {"water", 0.03F, {{2, 0.6F}}}}};
    return Lexicon::pack(thai, english);
  }();
  static const Lexicon lexicon(bytes, "toy lexicon");
  return lexicon;
}

/// A text whose units are the given strings, with the log-odds after each. A unit that begins with
/// a newline starts a paragraph. `gap_features`: of the gaps, none by default.
inline SegmentedText text_of_units(Language language, const std::vector<std::string>& units,
                                   const std::vector<float>& break_after,
                                   GapFeatures gap_features = {}) {
  std::string text;
  std::vector<Unit> result;
  std::uint32_t paragraph = 0;
  for (std::size_t u = 0; u < units.size(); ++u) {
    const bool new_paragraph = units[u].starts_with('\n');
    if (new_paragraph && u > 0) ++paragraph;
    text += new_paragraph ? "\n" : " ";
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += std::string_view(units[u]).substr(new_paragraph ? 1 : 0);
    result.push_back({{begin, static_cast<std::uint32_t>(text.size())}, paragraph, break_after[u]});
  }
  Document document =
      Document::from_bytes(std::move(text), {.name = "small text", .language = language});
  Words words(document.text());
  return {std::move(document), std::move(words), std::move(result), std::move(gap_features)};
}

inline double uniform(std::mt19937& random, double least, double most) {
  return least + (most - least) * static_cast<double>(random() % 10'001) / 10'000.0;
}

/// A text of `units` random units: words of the toy lexicon and others, years of both eras, Latin
/// words, with random log-odds, features of gaps, and paragraphs.
inline SegmentedText random_units(std::mt19937& random, Language language, std::uint32_t units) {
  constexpr std::array<std::string_view, 10> kThai = {"แมว",  "ข้าว",   "ถนน", "น้ำ", "โรงเรียน",
                                                      "สีแดง", " 2567", " 12", "ไป", " Bangkok "};
  constexpr std::array<std::string_view, 10> kEnglish = {
      "cat ", "rice ", "road ", "water ", "school ", "red ", "2024 ", "12 ", "goes, ", "Bangkok "};
  const auto& words = language == Language::thai ? kThai : kEnglish;
  std::vector<std::string> texts;
  std::vector<float> break_after;
  GapFeatures gap_features;
  for (std::uint32_t u = 0; u < units; ++u) {
    std::string text = random() % 4 == 0 ? "\n" : "";
    text += words[random() % 5];
    for (auto more = random() % 6; more-- > 0;) text += words[random() % words.size()];
    while (text.back() == ' ') text.pop_back();
    texts.push_back(std::move(text));
    break_after.push_back(static_cast<float>(uniform(random, -4.0, 4.0)));
    for (int feature = 0; feature < 6; ++feature)
      gap_features.hashes.push_back(static_cast<std::uint32_t>(random()));
    gap_features.begin.push_back(static_cast<std::uint32_t>(gap_features.hashes.size()));
  }
  return text_of_units(language, texts, break_after, std::move(gap_features));
}

/// Weights of all terms, near those that learning starts from.
inline ScoreWeights random_weights(std::mt19937& random) {
  ScoreWeights weights;
  for (double& weight : weights.values) weight += uniform(random, -1.0, 1.0);
  return weights;
}

/// The bytes of a model with random weights of all terms, styles and hashed features, and a random
/// scale of posteriors.
inline std::string random_model(std::mt19937& random) {
  std::array<ScoreWeights, kStyles> weights;
  for (ScoreWeights& of_style : weights) of_style = random_weights(random);
  // The same in all models, since they are many and the texts differ.
  static const std::vector<float> hashed = [] {
    std::mt19937 of_hashed(1);
    std::vector<float> values(HashedWeights::kSize);
    for (float& weight : values) weight = static_cast<float>(uniform(of_hashed, -1.0, 1.0));
    return values;
  }();
  return ScoreModel::pack(weights, hashed, uniform(random, 0.3, 1.0));
}

/// A random corridor that keeps what `Corridor` requires.
inline Corridor random_corridor(std::mt19937& random, std::uint32_t source, std::uint32_t target) {
  const auto between = [&](std::uint32_t least, std::uint32_t most) {
    return least + static_cast<std::uint32_t>(random() % (most - least + 1));
  };
  std::vector<Corridor::Row> rows = {{0, source == 0 ? target : between(0, target)}};
  for (std::uint32_t i = 1; i <= source; ++i) {
    const Corridor::Row before = rows.back();
    const std::uint32_t first = between(before.first, before.last);
    rows.push_back({first, i == source ? target : between(before.last, target)});
  }
  return Corridor(std::move(rows));
}

/// Two texts made ready for the search inside a corridor of the test's choice. Holds what refers to
/// each other; neither copied nor moved.
struct SmallProblem {
  SmallProblem(const SegmentedText& source_text, const SegmentedText& target_text, Corridor inside,
               const ScoreModel& score_model = ScoreModel(),
               std::unique_ptr<const BeadList> candidates = nullptr)
      : model(score_model),
        source(make_features(source_text, vocabulary)),
        target(make_features(target_text, vocabulary)),
        links(link_texts(source, target, vocabulary, toy_lexicon())),
        corridor(std::move(inside)),
        listed(std::move(candidates)),
        gaps_scored((score_gaps(source_text, target_text, document_kind(source, target), model,
                                source, target),
                     true)),
        scorer(source, target, forward, backward, corridor, model, listed.get()) {}
  SmallProblem(const SmallProblem&) = delete;
  SmallProblem& operator=(const SmallProblem&) = delete;

  ScoreModel model;
  Vocabulary vocabulary;
  Features source, target;
  LinkPair links;
  const Links& forward = links.forward;
  const Links& backward = links.backward;
  ScoredBeads scored = ScoredBeads(source.units());
  Corridor corridor;
  std::unique_ptr<const BeadList> listed;  // null: all beads inside
  bool gaps_scored;
  BeadScorer scorer;
};

/// What the search over the whole corridor finds.
inline Solution solve(SmallProblem& problem) {
  return search(problem.scorer, problem.corridor, problem.source, problem.target, problem.scored);
}

}  // namespace thalign::test
