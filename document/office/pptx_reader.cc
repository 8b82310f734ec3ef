// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "document/readers.h"
#include "text/files/office_xml.h"

namespace thalign {
namespace {

/// The slides of a presentation in their order: the identifiers of their relations.
class PresentationEvents : public OfficeEvents {
 public:
  std::vector<std::string> slides;

 private:
  void begin_element(std::string_view name, const OfficeAttributes& attributes) override {
    if (name != "p:sldId") return;
    slides.emplace_back(attributes.find_in_namespace("id"));  // the other one is a number
  }
  void end_element(std::string_view /*name*/) override {}
  void add_text(std::string_view /*piece*/) override {}
};

/// The texts of a slide, or of the notes of one.
class SlideEvents : public OfficeEvents {
 public:
  SlideEvents(StructuredDocument& document, std::string place, bool are_notes)
      : document_(document), place_(std::move(place)), are_notes_(are_notes) {}

 private:
  void begin_element(std::string_view name, const OfficeAttributes& attributes) override {
    if (name == "mc:Fallback") return skip();
    if (name == "p:sp") {
      holder_ = "none";
    } else if (name == "p:ph") {
      holder_ = attributes["type"];
    } else if (name == "a:tc") {
      ++cells_;
    } else if (name == "a:p") {
      text_.clear();
      inlines_.clear();
      level_ = 0;
    } else if (name == "a:pPr") {
      const std::string_view value = attributes["lvl"];
      std::from_chars(value.data(), value.data() + value.size(), level_);
    } else if (name == "a:r" || name == "a:fld") {
      formats_ = 0;
    } else if (name == "a:rPr") {
      if (is_on(attributes["b"])) formats_ |= inline_bit(InlineFormat::bold);
      if (is_on(attributes["i"])) formats_ |= inline_bit(InlineFormat::italic);
    } else if (name == "a:hlinkClick") {
      formats_ |= inline_bit(InlineFormat::link);
    } else if (name == "a:br") {
      text_ += '\n';
    } else if (name == "a:t") {
      is_text_ = true;
    }
  }
  void end_element(std::string_view name) override {
    if (name == "a:p") {
      end_paragraph();
    } else if (name == "a:tc" && cells_ > 0) {
      --cells_;
    } else if (name == "a:t") {
      is_text_ = false;
    } else if (name == "p:sp") {
      holder_ = "none";
    }
  }
  void add_text(std::string_view piece) override {
    if (!is_text_) return;
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += piece;
    add_inlines(inlines_, {begin, static_cast<std::uint32_t>(text_.size())}, formats_);
  }

  static bool is_on(std::string_view value) { return value == "1" || value == "true"; }

  void end_paragraph() {
    // Dates, numbers and footers stand on each slide alike.
    if (holder_ == "dt" || holder_ == "ftr" || holder_ == "hdr" || holder_ == "sldNum") return;
    if (are_notes_ && holder_ != "body") return;
    Block block{.place = place_, .inlines = std::move(inlines_)};
    if (are_notes_) {
      block.kind = BlockKind::note;
    } else if (holder_ == "title" || holder_ == "ctrTitle") {
      block.kind = BlockKind::heading;
      block.level = 1;
    } else if (cells_ > 0) {
      block.kind = BlockKind::table_cell;
    } else if (holder_.empty() || holder_ == "body" || holder_ == "obj") {
      block.kind = BlockKind::list_item;
      block.level = static_cast<std::uint8_t>(std::clamp(level_, 0, 8) + 1);
    }
    document_.add(std::move(block), text_);
  }

  StructuredDocument& document_;
  std::string place_;
  bool are_notes_;
  std::string holder_ = "none";  ///< kind of the placeholder; empty: of its contents
  std::string text_;
  std::vector<InlineRange> inlines_;  ///< of `text_`
  InlineFormats formats_ = 0;         ///< of the run
  std::size_t cells_ = 0;             ///< that are open
  int level_ = 0;
  bool is_text_ = false;
};

}  // namespace

StructuredDocument read_pptx(std::string_view bytes, const DocumentReadOptions& options) {
  const ZipArchive archive(bytes, options.name);
  std::string main_part = "ppt/presentation.xml";
  for (const OfficeRelation& relation : office_relations(archive, "")) {
    if (relation.type == "officeDocument") main_part = relation.target;
  }
  PresentationEvents presentation;
  parse_part(archive, main_part, presentation);
  const std::vector<OfficeRelation> relations = office_relations(archive, main_part);
  StructuredDocument document;
  std::size_t number = 0;
  for (const std::string& id : presentation.slides) {
    const std::string place = fmt::format("slide {}", ++number);
    const auto slide = std::ranges::find(relations, id, &OfficeRelation::id);
    if (slide == relations.end()) continue;
    SlideEvents events(document, place, false);
    parse_part(archive, slide->target, events);
    for (const OfficeRelation& relation : office_relations(archive, slide->target)) {
      if (relation.type != "notesSlide") continue;
      SlideEvents notes(document, place + ", notes", true);
      parse_part(archive, relation.target, notes);
    }
  }
  return document;
}

}  // namespace thalign
