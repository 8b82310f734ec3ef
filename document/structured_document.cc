#include "document/structured_document.h"

#include <array>
#include <utility>

#include "text/error.h"
#include "text/split_units.h"

namespace thalign {
namespace {

constexpr std::size_t kMaxTextBytes = std::size_t{1} << 31U;

constexpr std::array<std::string_view, 7> kKindNames{
    "paragraph", "heading", "list-item", "table-cell", "caption", "note", "cue"};

/// Whether blocks of the kind stand on neighbouring lines.
bool is_row(BlockKind kind) {
  return kind == BlockKind::list_item || kind == BlockKind::table_cell || kind == BlockKind::cue;
}

}  // namespace

std::string_view block_kind_name(BlockKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

void StructuredDocument::add(Block block, std::string_view text) {
  const ByteRange inner = trimmed(text, {0, static_cast<std::uint32_t>(text.size())});
  if (inner.empty()) return;
  text = text.substr(inner.begin, inner.size());
  if (text.size() > kMaxTextBytes || text_.size() + text.size() + 2 > kMaxTextBytes) {
    throw Error(ErrorCode::limit, block.place,
                "the document has more than 2 GiB of text; split it");
  }
  if (!blocks_.empty()) {
    const BlockKind last = blocks_.back().kind;
    text_ += is_row(last) && last == block.kind ? "\n" : "\n\n";
  }
  block.range.begin = static_cast<std::uint32_t>(text_.size());
  text_ += text;
  block.range.end = static_cast<std::uint32_t>(text_.size());
  blocks_.push_back(std::move(block));
}

void StructuredDocument::append(const StructuredDocument& other, std::string_view place) {
  for (const Block& block : other.blocks_) {
    Block copy = block;
    copy.place.insert(0, place);
    const std::string_view text = other.text();
    add(std::move(copy), text.substr(block.range.begin, block.range.size()));
  }
  notes_.insert(notes_.end(), other.notes_.begin(), other.notes_.end());
}

}  // namespace thalign
