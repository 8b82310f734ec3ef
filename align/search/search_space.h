#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "align/evidence/links.h"
#include "align/lexicon/features.h"
#include "align/search/corridor.h"
#include "align/search/rough_search.h"
#include "align/search/score.h"
#include "align/search/search.h"

namespace thalign {

/// Pieces are not made smaller than this for want of memory.
inline constexpr std::uint32_t kLeastPiece = 512;

/// Two texts as features, and the corridor that is searched. Holds what refers to each other;
/// neither copied nor moved.
class SearchSpace {
 public:
  /// Requires: all references outlive the object. `forward` links source to target symbols,
  /// `backward` the other way.
  SearchSpace(const Features& source, const Features& target, const Links& forward,
              const Links& backward, const ScoreModel& model, const CorridorOptions& options = {});
  SearchSpace(const SearchSpace&) = delete;
  SearchSpace& operator=(const SearchSpace&) = delete;

  /// Searches, and again in a wider corridor where paths that matter come near its edge. Long texts
  /// are searched piece by piece (`align/search/pieces.h`).
  /// Source: Moore 2002, "Fast and Accurate Sentence Alignment of Bilingual Corpora".
  ///
  /// Throws `Error` (limit), before the memory is taken, if it would need more than
  /// `CorridorOptions::bytes`.
  Solution solve();

  /// Whether the search takes no more memory than it may.
  bool fits() const { return fits_; }
  /// What is looked at: the rough way of long texts.
  const Corridor& corridor() const { return corridor_; }
  BeadScorer& scorer();
  /// Whether the texts are so long that they are searched piece by piece.
  bool in_pieces() const;

 private:
  bool is_narrow() const;
  bool fits(const Corridor& corridor) const;
  bool may_search_roughly(const Corridor& outer) const;
  void choose_candidates();
  void search_roughly();
  bool widen_for(const Solution& solution);
  std::vector<std::uint32_t> misled_at(const Solution& solution) const;
  bool widen_margins(const std::vector<std::uint32_t>& boundaries, float factor);
  void widen_outer(const std::vector<std::uint32_t>& boundaries);

  const Features& source_;
  const Features& target_;
  const Links& forward_;
  const Links& backward_;
  const ScoreModel& model_;
  CorridorOptions options_;
  bool fits_ = true;
  int doubts_ = 0;                    // how often margins were widened for what was found
  std::vector<float> margins_;        // by source boundary, where it was widened
  Corridor outer_;                    // all that may be looked at
  std::optional<RoughSearch> rough_;  // how likely it is
  Corridor corridor_;                 // what is looked at
  std::optional<BeadScorer> scorer_;  // made when it is asked for
};

}  // namespace thalign
