// SPDX-License-Identifier: Apache-2.0
#include "align/alignment.h"

#include <array>
#include <stdexcept>
#include <utility>

namespace thalign {

AlignStatistics& AlignStatistics::operator+=(const AlignStatistics& other) {
  tokens += other.tokens;
  spaces += other.spaces;
  source_copies += other.source_copies;
  target_copies += other.target_copies;
  corridor_pairs += other.corridor_pairs;
  pairs += other.pairs;
  candidates += other.candidates;
  blocks += other.blocks;
  searches += other.searches;
  for (const Stage& stage : stages()) this->*stage.seconds += other.*stage.seconds;
  return *this;
}

std::span<const AlignStatistics::Stage> AlignStatistics::stages() {
  static constexpr std::array<Stage, 8> kStages = {
      {{"names", &AlignStatistics::names},
       {"features, links", &AlignStatistics::links},
       {"corridor", &AlignStatistics::corridor},
       {"coarse pass", &AlignStatistics::coarse},
       {"search", &AlignStatistics::exact},
       {"forward-backward", &AlignStatistics::posterior},
       {"further cuts", &AlignStatistics::further_cuts},
       {"document score", &AlignStatistics::evidence}}};
  return kStages;
}

Alignment::Alignment(std::vector<Bead> beads, std::uint32_t source_units,
                     std::uint32_t target_units, std::optional<double> document_score,
                     const AlignStatistics& statistics)
    : beads_(std::move(beads)), document_score_(document_score), statistics_(statistics) {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  for (const Bead& bead : beads_) {
    const bool follows = bead.source.begin == source && bead.target.begin == target;
    const bool forwards =
        bead.source.begin <= bead.source.end && bead.target.begin <= bead.target.end;
    if (!follows || !forwards || (bead.source.empty() && bead.target.empty())) {
      throw std::logic_error("beads do not tile the texts: gap, overlap or empty bead");
    }
    source = bead.source.end;
    target = bead.target.end;
  }
  if (source != source_units || target != target_units) {
    throw std::logic_error("beads do not tile the texts: they end early or late");
  }
}

}  // namespace thalign
