// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "text/ranges.h"

#pragma GCC visibility push(default)
namespace thalign {

/// Counts behind precision and recall: what was found right over what was given. Counts are real
/// numbers: softm adds fractions of beads. Counts of several documents are added up before
/// dividing.
struct Counts {
  double right_system = 0;
  double system = 0;
  double right_gold = 0;
  double gold = 0;

  Counts& operator+=(const Counts& other);
  /// 1 if the system gave nothing and the gold has nothing, 0 if only the gold has something.
  double precision() const;
  /// 1 if the gold has nothing.
  double recall() const;
  double f1() const;
};

/// A bead for scoring: half-open spans of positions on either side, nothing where the side is
/// empty. The positions are gold unit numbers (`evaluate_units`) or code points of the raw text
/// (`evaluate_spans`).
struct ScoredBead {
  using Span = PositionRange;
  std::optional<Span> source, target;
  /// Neither helps nor hurts: taken out on both sides. Only in gold.
  bool optional = false;
};

/// Beads over gold units. Strict: a non-null bead equals a gold bead. Lax: it shares a source and a
/// target unit with one. Pairs: (source unit, target unit) links. Null: units without a
/// counterpart, exact.
struct UnitEvaluation {
  Counts strict, lax, pairs, null;
  UnitEvaluation& operator+=(const UnitEvaluation& other);
};

/// Scores beads over gold units. A system bead that equals an optional gold bead is taken out.
/// Beads may come in any order and overlap; an empty span counts as nothing. Time n log n for n
/// beads that do not overlap on the source side.
UnitEvaluation evaluate_units(std::span<const ScoredBead> gold, std::span<const ScoredBead> system);

/// Beads over raw text, end to end; white space at bead edges is free. Strict: both spans exact.
/// Comp: the exact union of consecutive gold beads. Soft: pairs of characters. Softm: the same,
/// averaged over beads. Null source/target: characters without a counterpart.
struct SpanEvaluation {
  Counts strict, comp, softm, soft, null_source, null_target;
  SpanEvaluation& operator+=(const SpanEvaluation& other);
};

/// Scores beads over raw text. All offsets are first mapped to counts of non-white-space characters
/// (`is_space`). System beads that lie wholly inside an optional gold bead are taken out, and the
/// characters and pairs of characters inside one are not counted. Offsets beyond a text stand for
/// its end.
///
/// Requires: `source_text` and `target_text`, the raw texts the spans count code points of, are
/// valid UTF-8. Time linear in the texts and n log n in the beads if they do not overlap, times the
/// optional beads.
SpanEvaluation evaluate_spans(std::string_view source_text, std::string_view target_text,
                              std::span<const ScoredBead> gold, std::span<const ScoredBead> system);

}  // namespace thalign
#pragma GCC visibility pop
