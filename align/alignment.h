// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "text/ranges.h"

#pragma GCC visibility push(default)
namespace thalign {

/// A pair of unit ranges that translate each other. A null bead has an empty range on one side: its
/// text has no counterpart. Empty ranges stand at the place in the other text where the bead
/// belongs.
struct Bead {
  UnitRange source;
  UnitRange target;
  /// Log-likelihood ratio (nats) of "these translate each other" against "unrelated"; higher is
  /// better.
  double score = 0.0;
  /// Posterior probability of the bead among all alignments of the two texts, 0 to 1.
  double confidence = 0.0;

  bool is_null() const { return source.empty() || target.empty(); }
};

/// A bead that must hold. One side may be empty.
struct FixedBead {
  UnitRange source, target;
};

/// How many spaces the Thai text of documents has, and how many sentences the English one: the
/// style of documents.
struct SpaceCounts {
  double spaces = 0.0;
  double sentences = 0.0;

  SpaceCounts& operator+=(const SpaceCounts& other) {
    spaces += other.spaces;
    sentences += other.sentences;
    return *this;
  }
};

/// What an alignment looked at, and how long its stages took.
struct AlignStatistics {
  std::size_t tokens = 0;          ///< words, numbers and names of both texts
  SpaceCounts spaces;              ///< of both texts
  std::size_t source_copies = 0;   ///< lines of the source that copy the target, left out
  std::size_t target_copies = 0;   ///< the same of the target
  std::size_t corridor_pairs = 0;  ///< pairs of boundaries in the corridor
  std::size_t pairs = 0;           ///< ... of those that the coarse pass left
  std::size_t candidates = 0;      ///< beads that it left, where it ran
  std::uint32_t blocks = 0;        ///< parts that were searched on their own
  std::uint32_t searches = 0;      ///< exact searches; more than blocks where one was widened

  // Seconds of wall time.
  double names = 0;     ///< names spelled in Thai
  double links = 0;     ///< features of both texts, links between them
  double corridor = 0;  ///< anchor chain and band
  double coarse = 0;    ///< coarse pass and candidates
  double exact = 0;     ///< scores of candidates, best paths
  double posterior = 0;
  double further_cuts = 0;  ///< Thai units cut where the translation speaks for it
  double evidence = 0;      ///< document score

  /// A stage: what it is called, and where its seconds are.
  struct Stage {
    const char* name;
    double AlignStatistics::*seconds;
  };
  /// All stages, in the order they run.
  static std::span<const Stage> stages();

  /// Adds what another part took.
  AlignStatistics& operator+=(const AlignStatistics& other);
};

/// Beads that tile both texts in order: each unit of either text is in exactly one bead, beads do
/// not cross, none is empty on both sides.
class Alignment {
 public:
  /// Requires: `beads` tile `source_units` and `target_units` units as said above; the constructor
  /// proves it in time linear in the beads and throws `std::logic_error` if they do not.
  /// `document_score` as below.
  Alignment(std::vector<Bead> beads, std::uint32_t source_units, std::uint32_t target_units,
            std::optional<double> document_score = {}, const AlignStatistics& statistics = {});

  std::span<const Bead> beads() const& { return beads_; }
  std::span<const Bead> beads() const&& = delete;

  /// Probability that the two texts translate each other, 0 to 1; nothing if that was not asked.
  std::optional<double> document_score() const { return document_score_; }

  /// What was looked at to find it; zeros for an alignment that was read.
  const AlignStatistics& statistics() const { return statistics_; }

 private:
  std::vector<Bead> beads_;
  std::optional<double> document_score_;
  AlignStatistics statistics_;
};

}  // namespace thalign
#pragma GCC visibility pop
