// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/layout.h"
#include "text/ranges.h"

#pragma GCC visibility push(default)
namespace thalign {

/// "paragraph", "heading", "list-item", ...
std::string_view block_kind_name(BlockKind kind);

/// How a part of a block is written.
enum class InlineFormat : std::uint8_t { bold, italic, link };

/// "bold", "italic", "link".
std::string_view inline_format_name(InlineFormat format);

/// A part of a block that is written in some way.
struct InlineRange {
  ByteRange range;  ///< from the beginning of the block; not empty
  InlineFormat format = InlineFormat::bold;
};

/// A set of formats, one bit each.
using InlineFormats = std::uint8_t;
constexpr InlineFormats inline_bit(InlineFormat format) {
  return static_cast<InlineFormats>(1U << static_cast<unsigned>(format));
}

/// Notes that `range`, the end of a text so far, has `formats`: ranges that it continues grow, with
/// at most a space between.
void add_inlines(std::vector<InlineRange>& inlines, ByteRange range, InlineFormats formats);

/// A part of a document that no sentence leaves.
struct Block {
  ByteRange range = {};  ///< in the text of the document; not empty, no white space at its edges
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;             ///< of a heading or list, 1 is outermost; 0: none
  std::string place = {};             ///< in the source, for people: "line 12", "slide 3"
  std::string language = {};          ///< BCP 47 tag the source gives; empty: none
  std::optional<TimeSpan> time = {};  ///< of subtitles
  /// Parts that are bold, italic or links, as far as the format says that; by where they begin.
  std::vector<InlineRange> inlines = {};
};

/// A document of any format as it was read: plain text, and the blocks it consists of.
///
///     text     Heading \n\n One paragraph. \n\n an item \n another item \n\n Last paragraph.
///     blocks  |heading|    |paragraph     |    |item   |  |item        |    |paragraph      |
///
/// Blocks ascend and are disjoint; between them are line ends only. Two line ends, so that the text
/// shows paragraphs; one between list items, cells and cues. A line end inside a block is one that
/// its author put there.
class StructuredDocument {
 public:
  std::string_view text() const& { return text_; }
  std::string_view text() const&& = delete;
  const std::vector<Block>& blocks() const& { return blocks_; }
  const std::vector<Block>& blocks() const&& = delete;
  /// Of subtitles: the text of each cue and its time. They ascend and lie inside blocks.
  const std::vector<TimedRange>& times() const& { return times_; }
  const std::vector<TimedRange>& times() const&& = delete;
  /// What the aligner reads of it all.
  Layout layout() const;
  /// What the user might not expect of how the document was read; one line each, without its
  /// name.
  const std::vector<std::string>& notes() const& { return notes_; }
  const std::vector<std::string>& notes() const&& = delete;

  /// Appends a block, unless `text` is blank. White space at its edges is left out; `block.range`
  /// is set, and `block.inlines`, ranges of `text`, are set right. Requires: valid UTF-8. Throws
  /// `Error` (limit): more than 2 GiB of text.
  void add(Block block, std::string_view text);
  /// The same; `times`: of ranges of `text`.
  void add(Block block, std::string_view text, std::span<const TimedRange> times);
  /// Appends the blocks of `other`, each place preceded by `place`.
  void append(const StructuredDocument& other, std::string_view place);
  void add_note(std::string note) { notes_.push_back(std::move(note)); }

 private:
  std::string text_;
  std::vector<Block> blocks_;
  std::vector<TimedRange> times_;
  std::vector<std::string> notes_;
};

}  // namespace thalign
#pragma GCC visibility pop
