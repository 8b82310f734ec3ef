#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/ranges.h"

#pragma GCC visibility push(default)
namespace thalign {

/// What a block of a document is.
enum class BlockKind : std::uint8_t {
  paragraph,
  heading,
  list_item,
  table_cell,
  caption,  ///< of a table or figure
  note,     ///< a footnote, endnote, speaker's note or aside
  cue,      ///< subtitles shown together
};

/// "paragraph", "heading", "list-item", ...
std::string_view block_kind_name(BlockKind kind);

/// When a block is heard or shown, in milliseconds from the beginning.
struct TimeSpan {
  std::uint32_t begin, end;
};

/// A part of a document that no sentence leaves.
struct Block {
  ByteRange range = {};  ///< in the text of the document; not empty, no white space at its edges
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;             ///< of a heading or list, 1 is outermost; 0: none
  std::string place = {};             ///< in the source, for people: "line 12", "slide 3"
  std::string language = {};          ///< BCP 47 tag the source gives; empty: none
  std::optional<TimeSpan> time = {};  ///< of subtitles
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
  /// What the user might not expect of how the document was read; one line each, without its
  /// name.
  const std::vector<std::string>& notes() const& { return notes_; }
  const std::vector<std::string>& notes() const&& = delete;

  /// Appends a block, unless `text` is blank. White space at its edges is left out; `block.range`
  /// is set. Requires: valid UTF-8. Throws `Error` (limit): more than 2 GiB of text.
  void add(Block block, std::string_view text);
  /// Appends the blocks of `other`, each place preceded by `place`.
  void append(const StructuredDocument& other, std::string_view place);
  void add_note(std::string note) { notes_.push_back(std::move(note)); }

 private:
  std::string text_;
  std::vector<Block> blocks_;
  std::vector<std::string> notes_;
};

}  // namespace thalign
#pragma GCC visibility pop
