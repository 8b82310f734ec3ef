// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/evidence/links.h"
#include "align/evidence/translation_score.h"
#include "align/lexicon/features.h"
#include "align/search_space/bead_list.h"
#include "align/search_space/corridor.h"

namespace thalign {

/// The spans of target units that begin with one unit, and what all beads over one of them share.
/// Arrays over the number of units in the span, less one.
///
///     characters, log_characters   s0 s1 s2
///     sums   boundary 0            s0 s1 s2      one row for each source boundary from
///            boundary 1            s0 s1 s2      `first_source` on
struct SpansFrom {
  std::uint32_t first_source = 0;  ///< first source boundary that can meet one of the spans
  std::vector<std::uint32_t> characters;
  std::vector<double> log_characters;
  std::vector<double> words, anchors;  ///< backward translation score, summed over source units

  std::uint32_t size() const { return static_cast<std::uint32_t>(characters.size()); }
  /// Where the sums of a source boundary begin.
  std::size_t row(std::uint32_t source_boundary) const {
    return std::size_t{source_boundary - first_source} * size();
  }
};

/// Longest bead on either side, in units.
inline constexpr std::uint32_t kMaxUnits = 32;

/// Most lopsided bead: one side at most this many times the other, plus some characters.
inline constexpr std::uint32_t kMaxRatio = 3;
inline constexpr std::uint32_t kRatioSlack = 30;

/// One past the last unit of the longest bead that begins with `begin`; `begin` if none does.
std::uint32_t longest_end(const Features& text, std::uint32_t begin);

/// Of the spans that begin with each unit, what the beads of a corridor ask for; of those in
/// `candidates` only, if it is not null.
struct SpanUse {
  std::uint32_t end;  ///< one past the last unit of the longest; the first unit if there is none
  UnitRange other;    ///< units of the other text that they are scored against
};
std::vector<SpanUse> source_uses(const Features& source, const Corridor& corridor,
                                 const BeadList* candidates);
std::vector<SpanUse> target_uses(const Features& target, const Corridor& corridor,
                                 const BeadList* candidates);

/// For each unit, all that spans with it are scored against.
std::vector<UnitRange> reach_of(const std::vector<SpanUse>& uses);

/// The spans that begin inside a window of target units that moves along a corridor, so that memory
/// grows with the corridor's width only.
class TargetSpans {
 public:
  /// Requires: all references outlive the object, and `candidates`, too. `backward` links target to
  /// source symbols.
  TargetSpans(const Features& source, const Features& target, const Links& backward,
              const Corridor& corridor, const BeadList* candidates = nullptr);

  /// Computes the spans that begin in `window` and that beads from source unit `source` ask for,
  /// and drops those that none from there on does.
  void move_to(std::uint32_t source, UnitRange window);
  /// Bytes that the largest window along `corridor` takes. Linear in units and candidates.
  static std::size_t bytes(const Features& target, const Corridor& corridor,
                           const BeadList* candidates);
  /// Requires: `begin` is in the window.
  const SpansFrom& from(std::uint32_t begin) const { return spans_[begin]; }

 private:
  SpansFrom compute(std::uint32_t begin);

  const Features& target_;
  const Corridor& corridor_;
  std::vector<SpanUse> uses_;
  TranslationScore score_;
  UnitRange window_{0, 0};
  std::vector<SpansFrom> spans_;  // by first unit; empty outside the window
  std::vector<double> words_, anchors_;
};

}  // namespace thalign
