// SPDX-License-Identifier: Apache-2.0
#include "align/align.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "align/evidence/document_score.h"
#include "align/search/bead_scores.h"
#include "align/search/fixed_beads.h"
#include "align/search/further_cuts.h"
#include "align/search/problem.h"
#include "align/search/solve.h"
#include "align/search/solve_again.h"
#include "align/search/stopwatch.h"
#include "text/error.h"

namespace thalign {
namespace {

/// `given` and null beads of the copied lines, but where a given bead has some of their units.
std::vector<FixedBead> fixed_beads(std::span<const FixedBead> given, const CopiedLines& copied) {
  std::vector<FixedBead> fixed(given.begin(), given.end());
  const auto add = [&](std::span<const UnitRange> lines, UnitRange FixedBead::*side) {
    for (const UnitRange& line : lines) {
      const bool taken = std::ranges::any_of(given, [&](const FixedBead& bead) {
        return (bead.*side).begin < line.end && line.begin < (bead.*side).end;
      });
      if (!taken) fixed.emplace_back().*side = line;
    }
  };
  add(copied.source, &FixedBead::source);
  add(copied.target, &FixedBead::target);
  return fixed;
}

Solution solve_with(const Problem& problem, std::span<const FixedBead> given,
                    const SearchOptions& options = {}) {
  const std::vector<FixedBead> fixed = fixed_beads(given, problem.copied());
  return fixed.empty() ? solve(problem.texts(), options) : solve_around(problem.texts(), fixed);
}

Alignment finished(const Problem& problem, Solution solution) {
  const SearchTexts texts = problem.texts();
  solution.statistics += problem.statistics();
  Stopwatch watch;
  score_at_seams(texts, solution);
  const DocumentEvidence evidence =
      document_evidence(texts.source, texts.target, texts.forward, texts.backward, solution.beads);
  solution.statistics.evidence = watch.lap();
  solution.statistics.tokens = evidence.tokens;
  solution.statistics.spaces = count_spaces(texts.source, texts.target);
  solution.statistics.source_copies = problem.copied().source.size();
  solution.statistics.target_copies = problem.copied().target.size();
  return {std::move(solution.beads), texts.source.units(), texts.target.units(),
          document_score(evidence), solution.statistics};
}

/// Calls `work`; its errors name the texts.
template <typename Work>
Alignment with_names(const SegmentedText& source, const SegmentedText& target, Work&& work) {
  assert(source.document().language() != target.document().language());
  try {
    return work();
  } catch (const Error& error) {
    const std::string names =
        fmt::format("{}, {}", source.document().name(), target.document().name());
    throw Error(error.code(), names, error.what());
  }
}

}  // namespace

Alignment align(const SegmentedText& source, const SegmentedText& target,
                const AlignOptions& options) {
  return with_names(source, target, [&] {
    const Problem problem(source, target, options.lexicon, ScoreModel::shipped(),
                          options.collection);
    return finished(problem, solve_with(problem, options.fixed,
                                        {.loss_margin = SearchOptions::kMarginOfSentences}));
  });
}

Alignment cut_and_align(SegmentedText& source, SegmentedText& target, const AlignOptions& options) {
  return with_names(source, target, [&] {
    Problem problem(source, target, options.lexicon, ScoreModel::shipped(), options.collection);
    Solution solution = solve_with(problem, options.fixed);
    if (options.fixed.empty() && problem.copied().source.empty() &&
        problem.copied().target.empty()) {
      SegmentedText& thai = source.document().language() == Language::thai ? source : target;
      Stopwatch watch;
      const std::vector<bool> cut = cut_further(problem, thai, solution.beads);
      solution.statistics.further_cuts = watch.lap();
      solution = solve_again(problem.texts(), std::move(solution), cut);
    }
    return finished(problem, std::move(solution));
  });
}

}  // namespace thalign
