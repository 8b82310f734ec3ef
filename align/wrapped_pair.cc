// SPDX-License-Identifier: Apache-2.0
#include "align/wrapped_pair.h"

#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace thalign {
namespace {

/// Log-odds (nats) that a text is wrapped if its translation is.
constexpr float kOtherIsWrapped = 4.0F;
/// Two texts that lack less than that together make each other as likely.
constexpr float kMostOfBoth = 6.0F;
/// Log of how much likelier a line ends inside a bead if it is wrapped, or between two beads.
constexpr float kInsideBead = 4.0F;
constexpr float kBetweenBeads = -2.0F;
/// Nats that hints may add; a text that lacks more is not looked at again.
constexpr float kMostOfHints = 8.0F;

bool has_line_end(std::string_view text) { return text.find('\n') != std::string_view::npos; }

/// One text of an alignment, and the units of it in a bead.
struct AlignedSide {
  const SegmentedText& text;
  UnitRange Bead::*units;

  std::string_view bead_text(const Bead& bead) const { return text.text(bead.*units); }
};

/// Where the line ends in the text as it came that has its last character before `at`.
std::uint32_t line_end(const Document& document, std::uint32_t at) {
  const std::size_t last = document.text().find_last_not_of(" \t\r\n", at - 1);
  const auto end = static_cast<std::uint32_t>(last + 1);
  return document.original({end - 1, end}).end;
}

std::vector<LineEndHint> hints(const AlignedSide& side, const AlignedSide& other,
                               std::span<const Bead> beads) {
  std::vector<LineEndHint> result;
  const Document& document = side.text.document();
  const Bead* before = nullptr;  // the bead that ends where the next begins, if none is null
  for (const Bead& bead : beads) {
    if (bead.is_null()) {
      before = nullptr;
      continue;
    }
    const ByteRange bytes = side.text.bytes(bead.*side.units);
    if (before != nullptr) {
      const std::uint32_t end = side.text.bytes(before->*side.units).end;
      if (has_line_end(document.text().substr(end, bytes.begin - end)))
        result.push_back({line_end(document, end), kBetweenBeads});
    }
    before = &bead;
    if (has_line_end(other.bead_text(bead))) continue;
    const std::string_view text = document.text().substr(0, bytes.end);
    for (std::size_t at = text.find('\n', bytes.begin); at != std::string_view::npos;
         at = text.find('\n', at + 1))
      result.push_back({line_end(document, static_cast<std::uint32_t>(at)), kInsideBead});
  }
  return result;
}

/// A text whose wrapped lines are looked for, more than once if need be.
class WrappingSearch {
 public:
  explicit WrappingSearch(WrappedText& text) : text_(text) { look({}); }

  bool is_wrapped() const {
    return text_.wrapping.lacking == 0.0F && !text_.wrapping.joins.empty();
  }
  /// Whether hints could still show that it is wrapped.
  bool in_doubt() const {
    return text_.lines == WrappedLines::recognise && !is_wrapped() &&
           text_.wrapping.lacking < kMostOfHints;
  }
  float lacking() const { return text_.wrapping.lacking; }
  void other_is_wrapped() { log_odds_ = kOtherIsWrapped; }
  /// True if lines are joined now that were not.
  bool look_again(const AlignedSide& side, const AlignedSide& other, std::span<const Bead> beads) {
    if (!in_doubt()) return false;
    look(hints(side, other, beads));
    return is_wrapped();
  }
  Document joined() {
    return unwrapped(in_doubt() ? text_.document : std::move(text_.document), text_.wrapping);
  }

 private:
  void look(std::vector<LineEndHint> line_ends) {
    text_.wrapping = find_wrapping(text_.document.text(), text_.lines,
                                   {.log_odds = log_odds_, .line_ends = std::move(line_ends)});
  }

  WrappedText& text_;
  float log_odds_ = 0.0F;
};

}  // namespace

UnwrappedPair align_unwrapped(WrappedText& source, WrappedText& target,
                              const SegmentSide& segment_side, const AlignTexts& align_texts) {
  WrappingSearch of_source(source);
  WrappingSearch of_target(target);
  const bool both_perhaps = of_source.in_doubt() && of_target.in_doubt() &&
                            of_source.lacking() + of_target.lacking() < kMostOfBoth;
  if (of_source.is_wrapped() || both_perhaps) of_target.other_is_wrapped();
  if (of_target.is_wrapped() || both_perhaps) of_source.other_is_wrapped();
  SegmentedText source_text = segment_side(of_source.joined(), PairSide::source);
  SegmentedText target_text = segment_side(of_target.joined(), PairSide::target);
  Alignment alignment = align_texts(source_text, target_text);
  const AlignedSide aligned_source{source_text, &Bead::source};
  const AlignedSide aligned_target{target_text, &Bead::target};
  const bool source_again = of_source.look_again(aligned_source, aligned_target, alignment.beads());
  const bool target_again = of_target.look_again(aligned_target, aligned_source, alignment.beads());
  if (source_again) source_text = segment_side(of_source.joined(), PairSide::source);
  if (target_again) target_text = segment_side(of_target.joined(), PairSide::target);
  if (source_again || target_again) alignment = align_texts(source_text, target_text);
  return {std::move(source_text), std::move(target_text), std::move(alignment)};
}

}  // namespace thalign
