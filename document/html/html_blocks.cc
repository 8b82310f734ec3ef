// SPDX-License-Identifier: Apache-2.0
#include "document/html/html_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace thalign {
namespace {

/// White space that HTML collapses; a no-break space is none.
constexpr std::string_view kHtmlSpaces = " \t\r\n\f";

bool begins_block(HtmlRole role) {
  return role != HtmlRole::inline_text && role != HtmlRole::line_break && role != HtmlRole::skipped;
}

InlineFormats formats_of(std::string_view element) {
  if (element == "b" || element == "strong") return inline_bit(InlineFormat::bold);
  if (element == "i" || element == "em") return inline_bit(InlineFormat::italic);
  return element == "a" ? inline_bit(InlineFormat::link) : InlineFormats{0};
}

}  // namespace

void HtmlBlocks::take_part(Open& element, PagePart part) const {
  const bool in_content = element.is_main || element.is_article;
  switch (part) {
    case PagePart::none:
      break;
    case PagePart::main:
      element.is_main = true;
      break;
    case PagePart::article:
      element.is_article = true;
      break;
    case PagePart::margin:
      if (!in_content) element.is_aside = true;
      break;
    case PagePart::furniture:
      element.is_aside = true;
      break;
  }
}

void HtmlBlocks::begin(std::string_view name, const HtmlAttributes& attributes) {
  const HtmlElement element = html_element(name);
  if (element.role == HtmlRole::line_break) {
    if (open_.empty() || !open_.back().skipped) break_line();
    return;
  }
  if (begins_block(element.role)) flush();
  Open open = open_.empty() ? Open() : open_.back();
  open.name = name;
  open.role = element.role;
  if (element.role == HtmlRole::kind || element.role == HtmlRole::title) {
    open.kind = element.kind;
    if (element.kind != BlockKind::list_item) open.level = element.level;
  }
  if (element.role == HtmlRole::list && open.level < 255) {
    open.level = open.kind == BlockKind::list_item ? static_cast<std::uint8_t>(open.level + 1) : 1;
  }
  open.keeps_white_space = open.keeps_white_space || element.role == HtmlRole::preformatted;
  // Listings of programs are the same in both languages.
  const bool is_listing = name == "code" && open.keeps_white_space && current_.text.empty();
  open.skipped = open.skipped || attributes.hidden || is_listing ||
                 element.role == HtmlRole::skipped ||
                 (element.role == HtmlRole::title && !whole_page_);
  open.formats = static_cast<InlineFormats>(open.formats | formats_of(name));
  take_part(open, page_part(name, attributes.role, attributes.id, attributes.classes));
  if (!attributes.language.empty()) open.language = attributes.language;
  open_.push_back(std::move(open));
}

void HtmlBlocks::end(std::string_view name) {
  const auto found = std::ranges::find(open_.rbegin(), open_.rend(), name, &Open::name);
  if (found == open_.rend()) return;
  const bool closes_block = std::any_of(open_.rbegin(), std::next(found), [](const Open& element) {
    return begins_block(element.role);
  });
  if (closes_block) flush();
  open_.erase(std::prev(found.base()), open_.end());
}

void HtmlBlocks::text(std::string_view piece, std::size_t line) {
  if (open_.empty()) open_.emplace_back();
  const Open& element = open_.back();
  if (element.skipped) return;
  const auto begin_text = [&] {
    if (!current_.text.empty()) return;
    current_.block = {.kind = element.kind,
                      .level = element.level,
                      .place = fmt::format("line {}", line),
                      .language = element.language};
    current_.is_main = element.is_main;
    current_.is_article = element.is_article;
    current_.is_aside = element.is_aside;
  };
  if (element.keeps_white_space) {
    begin_text();
    append(piece);
    return;
  }
  while (!piece.empty()) {
    const auto word = std::min(piece.find_first_not_of(kHtmlSpaces), piece.size());
    line += static_cast<std::size_t>(std::ranges::count(piece.substr(0, word), '\n'));
    space_pending_ = space_pending_ || word > 0;
    piece.remove_prefix(word);
    if (piece.empty()) return;
    const auto end = std::min(piece.find_first_of(kHtmlSpaces), piece.size());
    begin_text();
    if (space_pending_ && !current_.text.empty() && current_.text.back() != '\n') {
      current_.text += ' ';
    }
    space_pending_ = false;
    append(piece.substr(0, end));
    piece.remove_prefix(end);
  }
}

/// Appends to the text of the current block. Requires: an element is open.
void HtmlBlocks::append(std::string_view piece) {
  const auto begin = static_cast<std::uint32_t>(current_.text.size());
  current_.text += piece;
  const InlineFormats formats = open_.back().formats;
  if (formats == 0) return;
  add_inlines(current_.block.inlines, {begin, static_cast<std::uint32_t>(current_.text.size())},
              formats);
}

/// Two line breaks end a paragraph, as pages are written that have no elements for paragraphs.
void HtmlBlocks::break_line() {
  space_pending_ = false;
  if (current_.text.empty()) return;
  if (current_.text.back() == '\n') return flush();
  current_.text += '\n';
}

void HtmlBlocks::flush() {
  space_pending_ = false;
  if (!current_.text.empty()) found_.push_back(std::move(current_));
  current_ = {};
}

StructuredDocument HtmlBlocks::finish() {
  flush();
  const auto size_of = [&](const std::function<bool(const FoundBlock&)>& counts) {
    std::size_t size = 0;
    for (const FoundBlock& block : found_) {
      if (counts(block)) size += block.text.size();
    }
    return size;
  };
  const std::size_t content = size_of([](const FoundBlock& block) { return !block.is_aside; });
  const std::size_t main =
      size_of([](const FoundBlock& block) { return block.is_main && !block.is_aside; });
  const std::size_t articles =
      size_of([](const FoundBlock& block) { return block.is_article && !block.is_aside; });
  const bool everything = whole_page_ || content == 0;
  StructuredDocument document;
  for (FoundBlock& block : found_) {
    const bool kept = everything || (!block.is_aside && (main > 0                 ? block.is_main
                                                         : 2 * articles > content ? block.is_article
                                                                                  : true));
    if (kept) document.add(std::move(block.block), block.text);
  }
  return document;
}

}  // namespace thalign
