// SPDX-License-Identifier: Apache-2.0
#include "align/search/further_cuts.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace thalign {
namespace {

/// Gaps that are proposed for one English sentence end, and by how much (nats) the last of them may
/// be worse than the first.
constexpr std::size_t kMostCuts = 10;
constexpr double kWorst = 14.0;
/// Log-odds of the Thai text alone from which a gap is proposed.
constexpr float kLeastOdds = -10.0F;
/// Weight of the log-odds of the Thai text alone.
constexpr double kTextAlone = 0.5;
/// What stands for the translations of a word that are not seen, and the most that one word says.
constexpr double kUnseen = 0.02;
constexpr double kMostOfWord = 2.0;

class FurtherCuts {
 public:
  FurtherCuts(const Problem& problem, const SegmentedText& thai, const BreakModel& model)
      : text_(thai),
        model_(model),
        thai_is_source_(problem.source().is_thai),
        thai_(thai_is_source_ ? problem.source() : problem.target()),
        english_(thai_is_source_ ? problem.target() : problem.source()),
        links_(thai_is_source_ ? problem.forward() : problem.backward()),
        sides_(problem.vocabulary().size()) {
    for (std::uint32_t boundary = 0; boundary <= english_.units(); ++boundary) {
      if (boundary == 0 || boundary == english_.units() || english_.paragraph_start[boundary] ||
          english_.sentence_odds[boundary - 1] > 0.0F)
        sentences_.push_back(boundary);
    }
  }

  /// Adds the gaps of a bead; whether there are any.
  bool add(const Bead& bead) {
    const std::size_t found = words_.size();
    const UnitRange thai = thai_is_source_ ? bead.source : bead.target;
    const UnitRange english = thai_is_source_ ? bead.target : bead.source;
    if (thai.empty() || english.empty()) return false;
    auto end = std::ranges::upper_bound(sentences_, english.begin);
    for (; end != sentences_.end() && *end < english.end; ++end)
      add(thai, {*(end - 1), *end}, {*end, *(end + 1)});
    return words_.size() > found;
  }

  /// The text cut at all gaps that were added. Requires: there are some.
  CutText cut() {
    std::ranges::sort(words_);
    words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
    return gaps_->cut(words_);
  }

 private:
  enum Side : std::uint8_t { kBefore = 1, kAfter = 2 };
  struct Gap {
    double score;
    std::uint32_t word;
  };

  /// Adds the best gaps of `thai` between the translations of two English sentences.
  void add(UnitRange thai, UnitRange before, UnitRange after) {
    if (!gaps_) gaps_.emplace(text_, model_);
    mark(before, kBefore);
    mark(after, kAfter);
    std::vector<double> speaks;  // of each token, for the sentence before
    for (std::uint32_t t = thai_.token_begin[thai.begin]; t < thai_.token_begin[thai.end]; ++t)
      speaks.push_back(speaks_for_before(thai_.tokens[t]));
    unmark(before);
    unmark(after);
    choose(scored_gaps(thai, speaks));
  }

  /// Tokens before a gap count for the sentence before, those after it against.
  std::vector<Gap> scored_gaps(UnitRange thai, const std::vector<double>& speaks) const {
    std::vector<Gap> found;
    double sum = 0.0;
    for (const double value : speaks) sum -= value;
    const std::uint32_t first = thai_.token_begin[thai.begin];
    for (std::size_t t = 1; t < speaks.size(); ++t) {
      sum += 2.0 * speaks[t - 1];
      const std::uint32_t word = thai_.token_words[first + t];
      const std::optional<float> odds = gaps_->log_odds(word);
      if (odds.value_or(kLeastOdds - 1.0F) >= kLeastOdds)
        found.push_back({sum + kTextAlone * static_cast<double>(*odds), word});
    }
    return found;
  }

  void choose(std::vector<Gap> gaps) {
    std::ranges::sort(gaps, [](const Gap& a, const Gap& b) {
      return a.score != b.score ? a.score > b.score : a.word < b.word;
    });
    for (std::size_t k = 0; k < std::min(gaps.size(), kMostCuts); ++k)
      if (gaps[k].score >= gaps.front().score - kWorst) words_.push_back(gaps[k].word);
  }

  double speaks_for_before(Symbol token) const {
    double before = kUnseen;
    double after = kUnseen;
    for (const Link& link : links_.of(token)) {
      if ((sides_[link.symbol] & kBefore) != 0) before += static_cast<double>(link.probability);
      if ((sides_[link.symbol] & kAfter) != 0) after += static_cast<double>(link.probability);
    }
    return std::clamp(std::log(before / after), -kMostOfWord, kMostOfWord);
  }

  void mark(UnitRange english, Side side) {
    for (const Symbol symbol : tokens(english)) sides_[symbol] |= side;
  }
  void unmark(UnitRange english) {
    for (const Symbol symbol : tokens(english)) sides_[symbol] = 0;
  }
  std::span<const Symbol> tokens(UnitRange english) const {
    const std::uint32_t first = english_.token_begin[english.begin];
    return std::span(english_.tokens).subspan(first, english_.token_begin[english.end] - first);
  }

  const SegmentedText& text_;
  const BreakModel& model_;
  bool thai_is_source_;
  const Features& thai_;
  const Features& english_;
  const Links& links_;                    // from Thai to English symbols
  std::optional<UncutGaps> gaps_;         // once a bead needs them
  std::vector<std::uint32_t> sentences_;  // boundaries of the English text where one begins or ends
  std::vector<std::uint8_t> sides_;       // by symbol: of which sentences it is one
  std::vector<std::uint32_t> words_;
};

/// Moves the ranges of beads to the units that the old ones were cut into.
void renumber(std::span<const Unit> before, std::span<const Unit> after, UnitRange Bead::*side,
              std::span<Bead> beads) {
  std::vector<std::uint32_t> number;  // of each boundary
  std::uint32_t now = 0;
  for (const Unit& unit : before) {
    while (after[now].range.begin < unit.range.begin) ++now;
    number.push_back(now);
  }
  number.push_back(static_cast<std::uint32_t>(after.size()));
  for (Bead& bead : beads) {
    UnitRange& range = bead.*side;
    range = {number[range.begin], number[range.end]};
  }
}

}  // namespace

std::vector<bool> cut_further(Problem& problem, SegmentedText& thai, std::span<Bead> beads,
                              const BreakModel& model) {
  std::vector<bool> is_cut(beads.size());
  if (!thai.has_words()) return is_cut;
  FurtherCuts cuts(problem, thai, model);
  for (std::size_t b = 0; b < beads.size(); ++b) is_cut[b] = cuts.add(beads[b]);
  if (std::ranges::find(is_cut, true) == is_cut.end()) return is_cut;
  CutText cut = cuts.cut();
  renumber(thai.units(), cut.units, problem.source().is_thai ? &Bead::source : &Bead::target,
           beads);
  thai.cut_again(std::move(cut.units), std::move(cut.gaps));
  problem.cut_again(thai);
  return is_cut;
}

}  // namespace thalign
