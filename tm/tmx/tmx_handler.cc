// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/tmx_handler.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tm/language_tag.h"
#include "tm/output.h"
#include "tm/tmx/tmx_bead.h"

namespace thalign {
namespace {

constexpr std::string_view kUnknownElement = "element TMX does not allow there: left out";
constexpr std::string_view kStrayText = "text outside of a seg: left out";

std::string_view local_name(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

void clear(Description& about) {
  about.created.reset();
  about.changed.reset();
  about.attributes.clear();
  about.properties.clear();
  about.notes.clear();
}

void clear(Variant& variant) {
  variant.text.clear();
  variant.markup.clear();
  variant.document.clear();
  variant.offsets.reset();
  clear(variant.about);
}

}  // namespace

TmxHandler::TmxHandler(Report report, Fail fail)
    : report_(report), fail_(std::move(fail)), attributes_(report), seg_(std::move(report)) {}

// ---- elements

void TmxHandler::begin(std::string_view name, const char** attributes) {
  if (ignored_ > 0) {
    ++ignored_;
    return;
  }
  if (place_ == Place::seg) return seg_.begin(name, attributes);
  const std::string_view local = local_name(name);
  switch (place_) {
    case Place::outside:
      return begin_tmx(local, attributes);
    case Place::tmx:
      if (local == "header") {
        attributes_.read_header(attributes, header);
        place_ = Place::header;
        return;
      }
      if (local != "body") return begin_unknown(local);
      place_ = Place::body;
      in_body = true;
      return;
    case Place::header:
      if (!begin_remark(local, attributes, header_about_)) begin_unknown(local);
      return;
    case Place::body:
      if (local == "tu") return begin_tu(attributes);
      return begin_unknown(local);
    case Place::tu:
    case Place::tuv:
      return begin_in_tu(local, attributes);
    default:
      return begin_unknown(local);
  }
}

void TmxHandler::begin_in_tu(std::string_view name, const char** attributes) {
  if (place_ == Place::tu) {
    if (name == "tuv") return begin_tuv(attributes);
    if (!begin_remark(name, attributes, unit_->about)) begin_unknown(name);
    return;
  }
  if (name == "seg") return begin_seg();
  if (!begin_remark(name, attributes, unit_->variants[variants_ - 1].about)) begin_unknown(name);
}

void TmxHandler::end(std::string_view /*name*/) {
  if (ignored_ > 0) {
    --ignored_;
    return;
  }
  switch (place_) {
    case Place::seg:
      if (seg_.depth() > 0) return seg_.end();
      seg_.finish();
      place_ = Place::tuv;
      return;
    case Place::remark:
      place_ = remark_parent_;
      return;
    case Place::tuv:
      return end_tuv();
    case Place::tu:
      return end_tu();
    case Place::header:
      header.properties = std::move(header_about_.properties);
      header.notes = std::move(header_about_.notes);
      place_ = Place::tmx;
      return;
    case Place::body:
      place_ = Place::tmx;
      return;
    default:
      place_ = Place::outside;
  }
}

void TmxHandler::text(std::string_view piece) {
  if (ignored_ > 0) return;
  if (place_ == Place::seg) return seg_.text(piece);
  if (place_ == Place::remark) {
    remark_->append(piece);
    return;
  }
  if (place_ == Place::tuv && !has_seg_) {
    bare_text_ += piece;
    return;
  }
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  if (!std::ranges::all_of(piece, is_blank)) report_(kStrayText, piece);
}

void TmxHandler::unknown_entity(std::string_view name) {
  report_("unknown entity: left as it is written", name);
  text(std::string("&").append(name).append(";"));
}

void TmxHandler::begin_unknown(std::string_view name) {
  report_(kUnknownElement, name);
  ++ignored_;
}

void TmxHandler::begin_tmx(std::string_view name, const char** attributes) {
  if (name != "tmx") {
    fail_(fmt::format("not a TMX file: its root element is {}; give a TMX file", name));
  }
  attributes_.read_version(attributes, header);
  place_ = Place::tmx;
}

void TmxHandler::begin_tu(const char** attributes) {
  if (units_ == unit_list_.size()) unit_list_.emplace_back();
  unit_ = &unit_list_[units_++];
  unit_open_ = true;
  unit_->id.clear();
  unit_->bead.reset();
  unit_->score.reset();
  unit_->confidence.reset();
  clear(unit_->about);
  variants_ = 0;
  attributes_.read_unit(attributes, *unit_);
  place_ = Place::tu;
}

void TmxHandler::drop_complete_units() {
  if (!unit_open_) {
    units_ = 0;
    return;
  }
  std::swap(unit_list_.front(), *unit_);
  unit_ = &unit_list_.front();
  units_ = 1;
}

void TmxHandler::begin_tuv(const char** attributes) {
  if (variants_ == unit_->variants.size()) unit_->variants.emplace_back();
  Variant& variant = unit_->variants[variants_++];
  clear(variant);
  attributes_.read_variant(attributes, variant);
  has_seg_ = false;
  bare_text_.clear();
  place_ = Place::tuv;
}

void TmxHandler::begin_seg() {
  if (has_seg_) return begin_unknown("seg");
  has_seg_ = true;
  if (const std::string bare = single_line(bare_text_); !bare.empty()) report_(kStrayText, bare);
  Variant& variant = unit_->variants[variants_ - 1];
  seg_.start(variant.text, variant.markup);
  place_ = Place::seg;
}

/// Begins a note or prop, if `name` is one.
bool TmxHandler::begin_remark(std::string_view name, const char** attributes, Description& about) {
  if (name != "prop" && name != "note") return false;
  if (name == "note") {
    remark_ = &about.notes.emplace_back(attributes_.read_note(attributes)).text;
  } else {
    remark_ = &about.properties.emplace_back(attributes_.read_property(attributes)).text;
  }
  remark_parent_ = place_;
  place_ = Place::remark;
  return true;
}

// ---- ends of units

void TmxHandler::end_tuv() {
  place_ = Place::tu;
  Variant& variant = unit_->variants[variants_ - 1];
  if (std::string bare = single_line(bare_text_); !has_seg_ && !bare.empty()) {
    report_("text in a tuv without a seg: taken as its seg", bare);
    variant.text = std::move(bare);
    has_seg_ = true;
  }
  if (variant.missing()) report_(has_seg_ ? "empty seg" : "tuv without a seg", variant.language);
  count_language(variant.language);
}

void TmxHandler::end_tu() {
  place_ = Place::body;
  unit_open_ = false;
  unit_->variants.resize(variants_);
  if (variants_ == 0) {
    report_("tu without any text: left out", unit_->id);
    --units_;
    return;
  }
  take_bead(*unit_, header.source_language);
  check_languages(*unit_);
}

void TmxHandler::check_languages(const TranslationUnit& unit) {
  const auto own = std::ranges::find(unit.about.attributes, "srclang", &Attribute::name);
  const std::string_view source =
      own == unit.about.attributes.end() ? header.source_language : own->value;
  if (unit.variants.size() == 1) report_("unit of one language only", unit.variants[0].language);
  if (source.empty() || source == "*all*") return;
  bool same_primary = false;
  for (const Variant& variant : unit.variants) {
    if (same_tag(variant.language, source)) return;
    same_primary |= same_tag(primary_subtag(variant.language), primary_subtag(source));
  }
  report_(same_primary ? "source language with other subtags than in the texts: taken as the same"
                       : "unit without a text in the source language",
          source);
}

void TmxHandler::count_language(const std::string& tag) {
  constexpr std::size_t kMaxLanguagesCounted = 200;
  const auto found = std::ranges::find(languages, tag, &std::pair<std::string, std::size_t>::first);
  if (found != languages.end()) {
    ++found->second;
  } else if (languages.size() < kMaxLanguagesCounted) {
    languages.emplace_back(tag, 1);
  }
}

}  // namespace thalign
