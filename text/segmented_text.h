// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/ranges.h"
#include "text/words.h"

#pragma GCC visibility push(default)
namespace thalign {

/// The finest piece of text that could begin or end a sentence.
struct Unit {
  ByteRange range;  ///< bytes of the document's text; never empty, no white space at either edge
  std::uint32_t paragraph;  ///< 0-based number of the paragraph it lies in, ascending
  /// Log-odds (nats) that a sentence ends after this unit: log P(end) / P(no end). Positive: likely
  /// an end.
  float break_after;
};

/// What a text shows at the gap after each unit, as hashes of any size that a learnt model weighs.
/// The first `kCrossed` of each gap are also weighed by the kind of document.
struct GapFeatures {
  static constexpr std::size_t kCrossed = 4;
  std::vector<std::uint32_t> begin = {0};  ///< offsets into `hashes`, one a unit and one more
  std::vector<std::uint32_t> hashes;

  /// Of the gap after `unit`; none if the text comes without features.
  std::span<const std::uint32_t> of(std::uint32_t unit) const {
    if (unit + std::size_t{1} >= begin.size()) return {};
    return std::span(hashes).subspan(begin[unit], begin[unit + 1] - begin[unit]);
  }
};

/// A document cut into units. Segmenters make it, the aligner reads it.
///
///     text    |  unit 0  | gap |  unit 1  | gap |     unit 2     |  white space
///     bytes   begin    end     begin    end     begin          end
///     log-odds        break_after[0]   break_after[1]     break_after[2] (ignored: the text ends)
///
/// Invariant: units are ascending and disjoint, and everything outside them is white space
/// (`is_space`): every other character of the document is in exactly one unit. No text, no units.
class SegmentedText {
 public:
  /// Requires: `words` are those of `document` or, to save memory, none; and `units` keep the
  /// invariant (asserted).
  SegmentedText(Document document, Words words, std::vector<Unit> units,
                GapFeatures gap_features = {});

  const Document& document() const& { return document_; }
  const Document& document() const&& = delete;
  const Words& words() const& { return words_; }
  const Words& words() const&& = delete;
  /// Whether the words of all units are there.
  bool has_words() const { return units_.empty() || !words_.all().empty(); }
  std::span<const Unit> units() const& { return units_; }
  std::span<const Unit> units() const&& = delete;

  /// Replaces the units. Requires: they keep the invariant (asserted).
  void cut_again(std::vector<Unit> units, GapFeatures gap_features);

  const GapFeatures& gap_features() const& { return gap_features_; }
  const GapFeatures& gap_features() const&& = delete;

  /// Bytes from the first to the last of `units`, the gaps between them included; an empty range
  /// for none.
  ByteRange bytes(UnitRange units) const;
  /// The text of `bytes(units)`.
  std::string_view text(UnitRange units) const&;
  std::string_view text(UnitRange units) const&& = delete;

 private:
  Document document_;
  Words words_;
  std::vector<Unit> units_;
  GapFeatures gap_features_;
};

}  // namespace thalign
#pragma GCC visibility pop
