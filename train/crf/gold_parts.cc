// SPDX-License-Identifier: Apache-2.0
#include "train/crf/gold_parts.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "text/unicode/white_space.h"

namespace thalign {
namespace {

using Part = TrainingLattice::Part;

/// Characters that are not white space before each code point, and in the whole text.
std::vector<std::uint32_t> characters_before(std::string_view text) {
  std::vector<std::uint32_t> result;
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    result.push_back(count);
    UChar32 c = 0;
    U8_NEXT_UNSAFE(text.data(), at, c);
    count += is_space(static_cast<char32_t>(c)) ? 0 : 1;
  }
  result.push_back(count);
  return result;
}

/// Where a gold bead ends on both sides, in characters.
struct GoldEnd {
  std::uint32_t source, target;
  bool is_null, optional;
};

std::vector<GoldEnd> gold_ends(const GoldDocument& document) {
  const std::vector<std::uint32_t> thai = characters_before(document.thai);
  const std::vector<std::uint32_t> english = characters_before(document.english);
  std::vector<GoldEnd> ends;
  GoldEnd end = {0, 0, false, false};
  for (const ScoredBead& bead : document.spans) {
    if (bead.source) end.source = thai[bead.source->end];
    if (bead.target) end.target = english[bead.target->end];
    end.is_null = !bead.source || !bead.target;
    end.optional = bead.optional;
    ends.push_back(end);
  }
  return ends;
}

/// The boundary between units with this many characters before it.
std::optional<std::uint32_t> boundary_at(const Features& text, std::uint32_t characters) {
  const auto found = std::ranges::lower_bound(text.characters, characters);
  if (found == text.characters.end() || *found != characters) return std::nullopt;
  return static_cast<std::uint32_t>(found - text.characters.begin());
}

/// Neighbouring null beads are one part: of a run, source units come first.
void add_part(const Part& part, std::vector<Part>& parts) {
  if (part.source.empty() && part.target.empty()) return;
  if (part.kind == Part::Kind::null && !parts.empty() && parts.back().kind == Part::Kind::null) {
    parts.back().source.end = part.source.end;
    parts.back().target.end = part.target.end;
  } else {
    parts.push_back(part);
  }
}

}  // namespace

void add_gold_parts(const GoldDocument& document, const Features& source, const Features& target,
                    TrainingLattice& lattice) {
  Part part = {{0, 0}, {0, 0}, Part::Kind::bead};
  std::uint32_t beads = 0;
  bool optional = false;
  for (const GoldEnd& end : gold_ends(document)) {
    ++beads;
    optional = optional || end.optional;
    const auto source_end = boundary_at(source, end.source);
    const auto target_end = boundary_at(target, end.target);
    if (!source_end || !target_end) continue;
    part.source.end = *source_end;
    part.target.end = *target_end;
    part.kind = optional || beads > 1 ? Part::Kind::free
                : end.is_null         ? Part::Kind::null
                                      : Part::Kind::bead;
    add_part(part, lattice.parts);
    part.source.begin = part.source.end;
    part.target.begin = part.target.end;
    beads = 0;
    optional = false;
  }
  part.source.end = source.units();
  part.target.end = target.units();
  part.kind = Part::Kind::free;
  add_part(part, lattice.parts);
  lattice.part_of_source.resize(source.units());
  lattice.part_of_target.resize(target.units());
  for (std::uint32_t p = 0; p < lattice.parts.size(); ++p) {
    const auto& [sources, targets, kind] = lattice.parts[p];
    for (std::uint32_t unit = sources.begin; unit < sources.end; ++unit)
      lattice.part_of_source[unit] = p;
    for (std::uint32_t unit = targets.begin; unit < targets.end; ++unit)
      lattice.part_of_target[unit] = p;
  }
}

bool allows_bead(const TrainingLattice& lattice, UnitRange source, UnitRange target) {
  const Part& part = lattice.parts[lattice.part_of_source[source.begin]];
  if (part.kind == Part::Kind::bead) return source == part.source && target == part.target;
  return part.kind == Part::Kind::free && part.source.contains(source) &&
         part.target.contains(target);
}

bool TrainingLattice::allows_source_null(std::uint32_t unit, std::uint32_t target) const {
  const Part& part = parts[part_of_source[unit]];
  if (part.kind == Part::Kind::free)
    return part.target.begin <= target && target <= part.target.end;
  return part.kind == Part::Kind::null && target == part.target.begin;
}

bool TrainingLattice::allows_target_null(std::uint32_t source, std::uint32_t unit) const {
  const Part& part = parts[part_of_target[unit]];
  if (part.kind == Part::Kind::free)
    return part.source.begin <= source && source <= part.source.end;
  return part.kind == Part::Kind::null && source == part.source.end;
}

}  // namespace thalign
