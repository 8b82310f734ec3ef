// SPDX-License-Identifier: Apache-2.0
#include "document/office/word_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

namespace thalign {
namespace {

/// Deleted, moved away, or shown in another way, too.
constexpr auto kSkippedInWord = std::to_array<std::string_view>(
    {"mc:Fallback", "w:delText", "w:instrText", "w:moveFrom", "w:rt", "w:sectPr", "w:tblGrid"});

bool is_on(const OfficeAttributes& attributes) {
  const std::string_view value = attributes["val"];
  return value != "0" && value != "false" && value != "off";
}

bool is_shown_text(std::string_view name) {
  return name == "w:t" || name == "a:t" || name == "m:t";
}

}  // namespace

void WordText::begin_element(std::string_view name, const OfficeAttributes& attributes) {
  if (std::ranges::find(kSkippedInWord, name) != kSkippedInWord.end()) return skip();
  if (name == "w:del") return deletion();
  if (in_paragraph_properties_) return paragraph_property(name, attributes);
  if (name == "w:p" || name == "a:p") {
    begin_paragraph();
  } else if (name == "w:pPr") {
    in_paragraph_properties_ = true;
  } else if (name == "w:rPr") {
    in_run_properties_ = true;
  } else if (name == "w:trPr") {
    in_row_properties_ = true;
  } else if (name == "w:tc") {
    ++cells_;
  } else if (name == "w:tr") {
    ++rows_;
  } else if (name == "w:footnote" || name == "w:endnote") {
    note_ = fmt::format("{} {}", name.substr(2), attributes["id"]);
  } else {
    begin_content(name, attributes);
  }
}

/// What a run consists of, and what it refers to.
void WordText::begin_content(std::string_view name, const OfficeAttributes& attributes) {
  if (is_shown_text(name)) {
    is_text_ = true;
  } else if (in_run_properties_) {
    run_property(name, attributes);
  } else if (name == "w:hyperlink") {
    ++links_;
  } else if (name == "w:tab" || name == "w:ptab") {
    append("\t");
  } else if (name == "w:br" || name == "a:br") {
    if (const std::string_view type = attributes["type"]; type.empty() || type == "textWrapping") {
      append("\n");
    }
  } else if (name == "w:cr") {
    append("\n");
  } else if (name == "w:noBreakHyphen") {
    append("\u2011");
  } else if ((name == "w:footnoteReference" || name == "w:endnoteReference") && !open_.empty()) {
    const std::string_view kind = name == "w:footnoteReference" ? "footnote" : "endnote";
    open_.back().paragraph.notes.push_back(fmt::format("{} {}", kind, attributes["id"]));
  }
}

void WordText::end_element(std::string_view name) {
  if (is_shown_text(name)) {
    is_text_ = false;
  } else if (name == "w:p" || name == "a:p") {
    end_paragraph();
  } else if (name == "w:pPr") {
    in_paragraph_properties_ = false;
  } else if (name == "w:rPr") {
    in_run_properties_ = false;
  } else if (name == "w:trPr") {
    in_row_properties_ = false;
  } else if (name == "w:r") {
    hidden_ = false;
    formats_ = 0;
  } else if (name == "w:hyperlink") {
    if (links_ > 0) --links_;
  } else if (name == "w:tc") {
    end_waiting();
    if (cells_ > 0) --cells_;
  } else if (name == "w:tr") {
    if (deleted_row_ == rows_) deleted_row_ = 0;
    if (rows_ > 0) --rows_;
  } else if (name == "w:footnote" || name == "w:endnote") {
    end_waiting();
    note_.clear();
  } else if (name == "w:body" || name == "w:txbxContent" || name == "w:hdr" || name == "w:ftr") {
    end_waiting();
  }
}

void WordText::add_text(std::string_view piece) {
  if (is_text_) append(piece);
}

/// A deletion in the properties of a paragraph or row is that of its mark or of the row.
void WordText::deletion() {
  if (in_paragraph_properties_) {
    if (!open_.empty()) open_.back().goes_on = true;
  } else if (in_row_properties_) {
    if (deleted_row_ == 0) deleted_row_ = rows_;
  }
  skip();
}

void WordText::append(std::string_view text) {
  if (open_.empty() || hidden_ || deleted_row_ > 0) return;
  std::string& whole = open_.back().paragraph.text;
  const auto begin = static_cast<std::uint32_t>(whole.size());
  whole += text;
  const auto formats = static_cast<InlineFormats>(
      formats_ | (links_ > 0 ? inline_bit(InlineFormat::link) : InlineFormats{0}));
  if (formats != 0) {
    add_inlines(open_.back().paragraph.block.inlines,
                {begin, static_cast<std::uint32_t>(whole.size())}, formats);
  }
}

void WordText::begin_paragraph() {
  ++count_;
  if (!open_.empty() && open_.back().waits) {
    // What follows takes the place of the mark that is deleted, with its properties.
    open_.back().goes_on = open_.back().waits = false;
    open_.back().style = {};
    open_.back().is_list.reset();
    open_.back().heading_level = 0;
    return;
  }
  Open open;
  open.paragraph.block.place = fmt::format("paragraph {}", count_);
  open_.push_back(std::move(open));
}

void WordText::end_waiting() {
  if (open_.empty() || !open_.back().waits) return;
  open_.back().goes_on = false;
  end_paragraph();
}

/// Of bold and italic those for Thai text have names of their own ("complex script").
void WordText::run_property(std::string_view name, const OfficeAttributes& attributes) {
  if (name == "w:vanish") hidden_ = is_on(attributes);
  if (!is_on(attributes)) return;
  if (name == "w:b" || name == "w:bCs") formats_ |= inline_bit(InlineFormat::bold);
  if (name == "w:i" || name == "w:iCs") formats_ |= inline_bit(InlineFormat::italic);
}

void WordText::paragraph_property(std::string_view name, const OfficeAttributes& attributes) {
  if (open_.empty()) return;
  Open& open = open_.back();
  const std::string_view value = attributes["val"];
  int number = -1;
  std::from_chars(value.data(), value.data() + value.size(), number);
  if (name == "w:pStyle") {
    const auto found = styles_.find(std::string(value));
    if (found != styles_.end()) open.style = found->second;
  } else if (name == "w:numId") {
    open.is_list = number != 0;
  } else if (name == "w:ilvl") {
    open.paragraph.block.level = static_cast<std::uint8_t>(std::clamp(number, 0, 99) + 1);
  } else if (name == "w:outlineLvl" && number >= 0 && number < 9) {
    open.heading_level = static_cast<std::uint8_t>(number + 1);
  }
}

void WordText::end_paragraph() {
  in_paragraph_properties_ = false;
  if (open_.empty()) return;
  if (open_.back().goes_on) {
    open_.back().waits = true;
    return;
  }
  Open open = std::move(open_.back());
  open_.pop_back();
  Block& block = open.paragraph.block;
  const std::uint8_t list_level = std::max<std::uint8_t>(block.level, 1);
  block.level = 0;
  if (open.heading_level > 0) open.style.heading_level = open.heading_level;
  open.paragraph.note = note_;
  if (!note_.empty()) {
    block.kind = BlockKind::note;
    block.place = note_;
  } else if (open.style.heading_level > 0) {
    block.kind = BlockKind::heading;
    block.level = open.style.heading_level;
  } else if (cells_ > 0) {
    block.kind = BlockKind::table_cell;
  } else if (open.style.is_caption) {
    block.kind = BlockKind::caption;
  } else if (open.is_list.value_or(open.style.is_list)) {
    block.kind = BlockKind::list_item;
    block.level = list_level;
  }
  std::vector<WordParagraph>& to = open_.empty() ? paragraphs : open_.back().inside;
  to.push_back(std::move(open.paragraph));
  std::ranges::move(open.inside, std::back_inserter(to));
}

}  // namespace thalign
