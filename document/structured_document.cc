// SPDX-License-Identifier: Apache-2.0
#include "document/structured_document.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "text/error.h"
#include "text/split_units.h"

namespace thalign {
namespace {

constexpr std::size_t kMaxTextBytes = std::size_t{1} << 31U;

constexpr std::array<std::string_view, 7> kKindNames{
    "paragraph", "heading", "list-item", "table-cell", "caption", "note", "cue"};

constexpr std::array<std::string_view, 3> kInlineNames{"bold", "italic", "link"};

/// `range` of a text as a range of its part `inner`.
ByteRange inside(ByteRange range, ByteRange inner) {
  return {std::clamp(range.begin, inner.begin, inner.end) - inner.begin,
          std::clamp(range.end, inner.begin, inner.end) - inner.begin};
}

/// Whether blocks of the kind stand on neighbouring lines.
bool is_row(BlockKind kind) {
  return kind == BlockKind::list_item || kind == BlockKind::table_cell || kind == BlockKind::cue;
}

}  // namespace

std::string_view block_kind_name(BlockKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

std::string_view inline_format_name(InlineFormat format) {
  return kInlineNames[static_cast<std::size_t>(format)];
}

void add_inlines(std::vector<InlineRange>& inlines, ByteRange range, InlineFormats formats) {
  for (const InlineFormat format : {InlineFormat::bold, InlineFormat::italic, InlineFormat::link}) {
    if ((formats & inline_bit(format)) == 0) continue;
    // Three ranges at most end here, one of each format.
    const auto few = inlines.rbegin() + std::min<std::ptrdiff_t>(std::ssize(inlines), 3);
    const auto last = std::find_if(inlines.rbegin(), few,
                                   [&](const InlineRange& part) { return part.format == format; });
    if (last != few && range.begin <= last->range.end + 1) {
      last->range.end = range.end;
    } else {
      inlines.push_back({range, format});
    }
  }
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
  for (InlineRange& part : block.inlines) part.range = inside(part.range, inner);
  std::erase_if(block.inlines, [](const InlineRange& part) { return part.range.empty(); });
  std::ranges::stable_sort(block.inlines, {},
                           [](const InlineRange& part) { return part.range.begin; });
  blocks_.push_back(std::move(block));
}

void StructuredDocument::add(Block block, std::string_view text,
                             std::span<const TimedRange> times) {
  const ByteRange inner = trimmed(text, {0, static_cast<std::uint32_t>(text.size())});
  if (inner.empty()) return;
  add(std::move(block), text);
  const std::uint32_t begin = blocks_.back().range.begin;
  for (TimedRange timed : times) {
    timed.range = inside(timed.range, inner);
    timed.range.begin += begin;
    timed.range.end += begin;
    if (!timed.range.empty()) times_.push_back(timed);
  }
}

Layout StructuredDocument::layout() const {
  Layout layout;
  layout.blocks.reserve(blocks_.size());
  for (const Block& block : blocks_) layout.blocks.push_back({block.range, block.kind});
  layout.times = times_;
  return layout;
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
