#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace thalign {

/// Counts behind precision and recall: what was found right over what was given. Counts are real numbers: softm adds fractions of beads.
struct Counts {
  double right_system = 0, system = 0, right_gold = 0, gold = 0;

  Counts& operator+=(const Counts& other);
  /// 1 if the system gave nothing and the gold has nothing, 0 if only the gold has something.
  double precision() const;
  double recall() const;
  double f1() const;
};

/// A bead for scoring: half-open spans of positions on either side, nothing where the side is empty. The
/// positions are gold unit numbers (`evaluate_units`) or code points of the raw text (`evaluate_spans`).
struct ScoredBead {
  struct Span {
    std::uint32_t begin, end;
    friend bool operator==(Span, Span) = default;
    friend auto operator<=>(Span, Span) = default;
  };
  std::optional<Span> source, target;
  /// Neither helps nor hurts: taken out on both sides. Only in gold.
  bool optional = false;
};

/// Beads over gold units. Strict: a non-null bead equals a gold bead. Lax: it shares a source and a target
/// unit with one. Pairs: (source unit, target unit) links. Null: units without a counterpart, exact.
struct UnitEvaluation {
  Counts strict, lax, pairs, null;
  UnitEvaluation& operator+=(const UnitEvaluation& other);
};
UnitEvaluation evaluate_units(std::span<const ScoredBead> gold, std::span<const ScoredBead> system);

/// Beads over raw text, end to end; white space at bead edges is free. Strict: both spans exact. Comp: the
/// exact union of consecutive gold beads. Soft: pairs of characters. Softm: the same, averaged over beads.
/// Null source/target: characters without a counterpart.
struct SpanEvaluation {
  Counts strict, comp, softm, soft, null_source, null_target;
  SpanEvaluation& operator+=(const SpanEvaluation& other);
};
/// `source_text` and `target_text` are the raw texts (UTF-8) the spans count code points of.
SpanEvaluation evaluate_spans(std::string_view source_text, std::string_view target_text,
                              std::span<const ScoredBead> gold, std::span<const ScoredBead> system);

}  // namespace thalign
