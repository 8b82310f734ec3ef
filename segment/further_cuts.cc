// SPDX-License-Identifier: Apache-2.0
#include "segment/further_cuts.h"

#include <algorithm>

#include "text/unicode/thai_class.h"

namespace thalign {

UncutGaps::UncutGaps(const SegmentedText& text, const BreakModel& model)
    : text_(text),
      model_(model),
      input_(segmentation_input(text.document(), text.words())),
      reader_(input_, Language::thai),
      vetoes_(input_) {}

std::optional<float> UncutGaps::log_odds(std::uint32_t word) const {
  if (word == 0) return std::nullopt;
  if (input_.gaps[word] == GapKind::none) {
    if (!may_be_joined(input_, word) || vetoes_.after_connective(word) ||
        begins_inside_syllable(input_.folded.substr(input_.words.all()[word].folded.begin)))
      return std::nullopt;
    reader_.read_joined(word, features_);
  } else {
    if (vetoes_.at_space(word)) return std::nullopt;
    reader_.read(word, 0.0F, features_);
  }
  return model_.log_odds(features_);
}

CutText UncutGaps::cut(std::span<const std::uint32_t> words) const {
  CutText out;
  const std::span<const Unit> units = text_.units();
  const auto begin_of = [&](std::uint32_t word) { return input_.words.all()[word].original.begin; };
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    const ByteRange range = units[u].range;
    const auto first = std::ranges::upper_bound(words, range.begin, {}, begin_of);
    const auto last = std::ranges::lower_bound(words, range.end, {}, begin_of);
    cut_unit(units[u], {first, last}, out);
    const std::span<const std::uint32_t> features = text_.gap_features().of(u);
    out.gaps.hashes.insert(out.gaps.hashes.end(), features.begin(), features.end());
    out.gaps.begin.push_back(static_cast<std::uint32_t>(out.gaps.hashes.size()));
  }
  return out;
}

/// Adds a unit, in parts that begin with `words`, but not what stands at the gap after it.
void UncutGaps::cut_unit(Unit unit, std::span<const std::uint32_t> words, CutText& out) const {
  for (const std::uint32_t word : words) {
    Unit part = unit;
    part.range.end = input_.words.all()[word - 1].original.end;
    part.break_after = log_odds(word).value();
    out.units.push_back(part);
    unit.range.begin = input_.words.all()[word].original.begin;
    reader_.read(word, 0.0F, features_);
    out.gaps.hashes.insert(out.gaps.hashes.end(), features_.begin(), features_.end());
    out.gaps.begin.push_back(static_cast<std::uint32_t>(out.gaps.hashes.size()));
  }
  out.units.push_back(unit);
}

}  // namespace thalign
