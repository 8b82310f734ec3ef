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

OdfText::OdfText(OdfPart part)
    : part_(part),
      // LibreOffice's own styles of characters; the text may have styles made from them.
      styles_{{"Emphasis", inline_bit(InlineFormat::italic)},
              {"Strong_20_Emphasis", inline_bit(InlineFormat::bold)}} {}

void OdfText::begin_element(std::string_view name, const OfficeAttributes& attributes) {
  if (is_container(part_, name)) ++containers_;
  if (containers_ == 0) return begin_style(name, attributes);
  if (std::ranges::find(kSkippedInOdf, name) != kSkippedInOdf.end()) return skip();
  if (is_paragraph(name)) {
    begin_paragraph(name, attributes);
  } else if (name == "text:span" || name == "text:a") {
    InlineFormats formats = formats_.empty() ? InlineFormats{0} : formats_.back();
    const auto style = styles_.find(attributes["style-name"]);
    if (style != styles_.end() && name == "text:span") formats |= style->second;
    if (name == "text:a") formats |= inline_bit(InlineFormat::link);
    formats_.push_back(formats);
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
  } else if (name == "text:span" || name == "text:a") {
    formats_.pop_back();
  } else if (name == "text:list") {
    --lists_;
  } else if (name == "table:table-cell") {
    --cells_;
  } else if (name == "text:note") {
    --notes_;
  }
}

/// An element outside of what is read: it may define how spans look.
void OdfText::begin_style(std::string_view name, const OfficeAttributes& attributes) {
  if (name == "style:style") {
    style_ = attributes["family"] == "text" ? attributes["name"] : "";
    const auto parent = styles_.find(attributes["parent-style-name"]);
    if (!style_.empty() && parent != styles_.end()) styles_[style_] = parent->second;
  } else if (name == "style:text-properties" && !style_.empty()) {
    InlineFormats& formats = styles_[style_];
    const auto set = [&](InlineFormat format, std::string_view value, std::string_view plain) {
      if (value == plain) formats &= static_cast<InlineFormats>(~inline_bit(format));
      if (!value.empty() && value != plain) formats |= inline_bit(format);
    };
    set(InlineFormat::bold, attributes["font-weight"], "normal");
    set(InlineFormat::italic, attributes["font-style"], "normal");
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
  formats_.push_back(0);
}

void OdfText::end_paragraph() {
  Open open = std::move(open_.back());
  open_.pop_back();
  formats_.pop_back();
  std::vector<Paragraph>& to = open_.empty() ? paragraphs : open_.back().inside;
  to.push_back(std::move(open.paragraph));
  std::ranges::move(open.inside, std::back_inserter(to));
}

/// What was added from `begin` on looks as the open spans say.
void OdfText::format(std::size_t begin) {
  Paragraph& paragraph = open_.back().paragraph;
  if (formats_.empty() || paragraph.text.size() == begin) return;
  add_inlines(
      paragraph.block.inlines,
      {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(paragraph.text.size())},
      formats_.back());
}

void OdfText::append(std::string_view text) {
  if (open_.empty()) return;
  std::string& whole = open_.back().paragraph.text;
  const std::size_t begin = whole.size();
  whole += text;
  format(begin);
}

/// White space of the file collapses; elements stand for more.
void OdfText::add_text(std::string_view piece) {
  if (open_.empty()) return;
  std::string& text = open_.back().paragraph.text;
  const std::size_t begin = text.size();
  for (const char c : piece) {
    if (kOdfSpaces.find(c) == std::string_view::npos) {
      text += c;
    } else if (!text.empty() && kOdfSpaces.find(text.back()) == std::string_view::npos) {
      text += ' ';
    }
  }
  format(begin);
}

}  // namespace thalign
