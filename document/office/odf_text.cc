// SPDX-License-Identifier: Apache-2.0
#include "document/office/odf_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

namespace thalign {
namespace {

/// Not shown, or shown by another element, too.
constexpr auto kSkippedInOdf = std::to_array<std::string_view>(
    {"office:annotation", "office:annotation-end", "office:forms", "svg:desc", "svg:title",
     "text:hidden-text", "text:note-citation", "text:ruby-text", "text:tracked-changes",
     "table:tracked-changes"});

/// Styles that LibreOffice gives captions.
constexpr auto kCaptionStyles =
    std::to_array<std::string_view>({"Caption", "Drawing", "Figure", "Illustration", "Table"});

constexpr std::string_view kOdfSpaces = " \t\r\n";

bool is_container(OdfPart part, std::string_view name) {
  switch (part) {
    case OdfPart::body:
      return name == "office:text";
    case OdfPart::header:
      return name.starts_with("style:header") && name != "style:header-style";
    case OdfPart::footer:
      return name.starts_with("style:footer") && name != "style:footer-style";
  }
  return false;
}

bool is_paragraph(std::string_view name) { return name == "text:p" || name == "text:h"; }

}  // namespace

void OdfText::begin_element(std::string_view name, const OfficeAttributes& attributes) {
  if (is_container(part_, name)) ++containers_;
  if (std::ranges::find(kSkippedInOdf, name) != kSkippedInOdf.end() || containers_ == 0) {
    if (containers_ > 0) skip();
    return;
  }
  if (is_paragraph(name)) {
    begin_paragraph(name, attributes);
  } else if (name == "text:s") {
    append(" ");  // however many: a text of blanks alone could be made of any size
  } else if (name == "text:tab") {
    append("\t");
  } else if (name == "text:line-break") {
    append("\n");
  } else if (name == "text:list") {
    ++lists_;
  } else if (name == "table:table-cell") {
    ++cells_;
  } else if (name == "text:note") {
    ++notes_;
  } else if (name == "text:section" && attributes["display"] == "none") {
    skip();
  }
}

void OdfText::end_element(std::string_view name) {
  if (containers_ == 0) return;
  if (is_container(part_, name)) {
    --containers_;
  } else if (is_paragraph(name)) {
    end_paragraph();
  } else if (name == "text:list") {
    --lists_;
  } else if (name == "table:table-cell") {
    --cells_;
  } else if (name == "text:note") {
    --notes_;
  }
}

void OdfText::begin_paragraph(std::string_view name, const OfficeAttributes& attributes) {
  ++count_;
  Block block{.place = fmt::format("paragraph {}", count_)};
  const std::string_view style = attributes["style-name"];
  if (notes_ > 0) {
    block.kind = BlockKind::note;
  } else if (name == "text:h" || style == "Title") {
    const std::string_view value = attributes["outline-level"];
    int level = 1;
    std::from_chars(value.data(), value.data() + value.size(), level);
    block.kind = BlockKind::heading;
    block.level = static_cast<std::uint8_t>(std::clamp(level, 1, 99));
  } else if (cells_ > 0) {
    block.kind = BlockKind::table_cell;
  } else if (std::ranges::find(kCaptionStyles, style) != kCaptionStyles.end()) {
    block.kind = BlockKind::caption;
  } else if (lists_ > 0) {
    block.kind = BlockKind::list_item;
    block.level = static_cast<std::uint8_t>(std::min<std::size_t>(lists_, 99));
  }
  open_.push_back({.paragraph = {.block = std::move(block), .text = {}}, .inside = {}});
}

void OdfText::end_paragraph() {
  Open open = std::move(open_.back());
  open_.pop_back();
  std::vector<Paragraph>& to = open_.empty() ? paragraphs : open_.back().inside;
  to.push_back(std::move(open.paragraph));
  std::ranges::move(open.inside, std::back_inserter(to));
}

void OdfText::append(std::string_view text) {
  if (!open_.empty()) open_.back().paragraph.text += text;
}

/// White space of the file collapses; elements stand for more.
void OdfText::add_text(std::string_view piece) {
  if (open_.empty()) return;
  std::string& text = open_.back().paragraph.text;
  for (const char c : piece) {
    if (kOdfSpaces.find(c) == std::string_view::npos) {
      text += c;
    } else if (!text.empty() && kOdfSpaces.find(text.back()) == std::string_view::npos) {
      text += ' ';
    }
  }
}

}  // namespace thalign
