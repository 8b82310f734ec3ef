#include "tm/tmx_handler.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "tm/date.h"
#include "tm/language_tag.h"
#include "tm/line_source.h"
#include "tm/output.h"

namespace thalign {
namespace {

constexpr std::array<std::string_view, 7> header_attributes{
    "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"};
/// Attributes of tu and tuv that are kept as they are.
constexpr std::array<std::string_view, 7> kept_attributes{
    "creationid",          "changeid",    "usagecount", "datatype", "o-tmf",
    "creationtoolversion", "creationtool"};
constexpr std::array<std::string_view, 4> segtypes{"block", "paragraph", "sentence", "phrase"};

constexpr std::string_view unknown_attribute = "attribute TMX does not know: left out";
constexpr std::string_view unknown_element = "element TMX does not allow there: left out";
constexpr std::string_view stray_text = "text outside of a seg: left out";

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_namespace(std::string_view attribute) {
  return attribute == "xmlns" || attribute.starts_with("xmlns:") || attribute == "xml:space";
}

template <typename List>
bool contains(const List& list, std::string_view value) {
  return std::ranges::count(list, value) > 0;
}

void clear(Description& about) {
  about.created.reset();
  about.changed.reset();
  about.attributes.clear();
  about.properties.clear();
  about.notes.clear();
}

void clear(Variant& variant) {
  variant.language.clear();
  variant.text.clear();
  variant.markup.clear();
  variant.document.clear();
  variant.offsets.reset();
  clear(variant.about);
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether `text` is a whole number as writers write it.
bool is_number(std::string_view text) {
  return is_digits(text) && (text.size() == 1 || text.front() != '0');
}

/// `text` as "begin-end" of the TMX writer; nothing if it would write it otherwise.
std::optional<CodePointRange> parse_offsets(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const std::string_view first = text.substr(0, dash);
  const std::string_view last = text.substr(dash + 1);
  if (!is_number(first) || !is_number(last)) return std::nullopt;
  const auto begin = parse_index(first);
  const auto end = parse_index(last);
  if (!begin || !end || *begin > *end) return std::nullopt;
  return CodePointRange{*begin, *end};
}

/// `text` as the TMX writer writes scores; nothing if it would write it otherwise.
std::optional<double> parse_decimal(std::string_view text) {
  constexpr std::size_t longest = 12;  // all digits of which a double keeps
  const std::string_view positive = text.substr(text.starts_with('-') ? 1 : 0);
  const auto point = positive.find('.');
  if (point == std::string_view::npos || text.size() > longest ||
      !is_number(positive.substr(0, point)) || !is_digits(positive.substr(point + 1)) ||
      positive.size() - point != 5) {
    return std::nullopt;
  }
  return parse_number(text);
}

/// Whether `text` is a date as TMX asks for it, YYYYMMDDThhmmssZ. Requires: it is a date.
bool is_tmx_date(std::string_view text) {
  return text.size() == 16 && text[8] == 'T' && text.back() == 'Z' &&
         is_digits(text.substr(0, 8)) && is_digits(text.substr(9, 6));
}

}  // namespace

TmxHandler::TmxHandler(Tell tell, Fail fail)
    : tell_(tell), fail_(std::move(fail)), seg_(std::move(tell)) {}

// ---- elements

void TmxHandler::begin(std::string_view name, const char** attributes) {
  if (ignored_ > 0) {
    ++ignored_;
    return;
  }
  if (place_ == Place::seg) return seg_.begin(name, attributes);
  const std::string_view local = without_prefix(name);
  switch (place_) {
    case Place::outside:
      return begin_tmx(local, attributes);
    case Place::tmx:
      if (local == "header") return begin_header(attributes);
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
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  if (!std::ranges::all_of(piece, is_blank)) tell_(stray_text, piece);
}

void TmxHandler::unknown_entity(std::string_view name) {
  tell_("unknown entity: left as it is written", name);
  text(std::string("&").append(name).append(";"));
}

void TmxHandler::begin_unknown(std::string_view name) {
  tell_(unknown_element, name);
  ++ignored_;
}

void TmxHandler::begin_tmx(std::string_view name, const char** attributes) {
  if (name != "tmx") {
    fail_(fmt::format("is no TMX: its root element is {}; give a TMX file", name));
  }
  for (; *attributes != nullptr; attributes += 2) {
    if (std::string_view(attributes[0]) == "version") header.version = attributes[1];
  }
  if (!header.version.starts_with("1.")) {
    tell_("version of TMX that is not known: read as 1.4", header.version);
  }
  place_ = Place::tmx;
}

void TmxHandler::begin_header(const char** attributes) {
  std::array<bool, header_attributes.size()> present{};
  for (; *attributes != nullptr; attributes += 2) {
    const std::string_view name = attributes[0];
    const std::string_view value = attributes[1];
    const auto known = std::ranges::find(header_attributes, name);
    if (known != header_attributes.end()) {
      present[static_cast<std::size_t>(known - header_attributes.begin())] = true;
    }
    if (name == "srclang") header.source_language = language(value);
    if (name == "datatype") header.datatype = value;
    if (name == "creationdate" || name == "changedate") date(value);
    if (name != "segtype") continue;
    if (contains(segtypes, value)) {
      header.segtype = value;
    } else {
      tell_("segtype that is not known: taken as sentence", value);
    }
  }
  for (std::size_t i = 0; i < present.size(); ++i) {
    if (!present[i]) tell_("header without an attribute that TMX requires", header_attributes[i]);
  }
  place_ = Place::header;
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
  for (; *attributes != nullptr; attributes += 2) {
    const std::string_view name = attributes[0];
    if (name == "tuid") {
      unit_->id = attributes[1];
    } else {
      describe(unit_->about, name, attributes[1]);
    }
  }
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
  const char* deprecated = nullptr;
  for (; *attributes != nullptr; attributes += 2) {
    const std::string_view name = attributes[0];
    if (name == "xml:lang") {
      variant.language = language(attributes[1]);
    } else if (name == "lang") {
      deprecated = attributes[1];
    } else {
      describe(variant.about, name, attributes[1]);
    }
  }
  if (variant.language.empty() && deprecated != nullptr) {
    tell_("lang instead of xml:lang", deprecated);
    variant.language = language(deprecated);
  }
  if (variant.language.empty()) {
    tell_("tuv without a language: taken as und", "");
    variant.language = "und";
  }
  has_seg_ = false;
  place_ = Place::tuv;
}

void TmxHandler::begin_seg() {
  if (has_seg_) return begin_unknown("seg");
  has_seg_ = true;
  Variant& variant = unit_->variants[variants_ - 1];
  seg_.start(variant.text, variant.markup);
  place_ = Place::seg;
}

/// Begins a note or prop, if `name` is one.
bool TmxHandler::begin_remark(std::string_view name, const char** attributes, Description& about) {
  if (name != "prop" && name != "note") return false;
  std::string type;
  std::string tag;
  for (; *attributes != nullptr; attributes += 2) {
    const std::string_view attribute = attributes[0];
    if (attribute == "type" && name == "prop") {
      type = attributes[1];
    } else if (attribute == "xml:lang" || attribute == "lang") {
      tag = language(attributes[1]);
    } else if (attribute != "o-encoding" && !is_namespace(attribute)) {
      tell_(unknown_attribute, attribute);
    }
  }
  if (name == "note") {
    remark_ = &about.notes.emplace_back(Note{"", std::move(tag)}).text;
  } else {
    if (type.empty()) tell_("prop without a type: taken as x-unknown", "");
    if (type.empty()) type = "x-unknown";
    remark_ = &about.properties.emplace_back(Property{std::move(type), "", std::move(tag)}).text;
  }
  remark_parent_ = place_;
  place_ = Place::remark;
  return true;
}

// ---- ends of units

void TmxHandler::end_tuv() {
  place_ = Place::tu;
  const Variant& variant = unit_->variants[variants_ - 1];
  if (variant.missing()) tell_(has_seg_ ? "empty seg" : "tuv without a seg", variant.language);
  count_language(variant.language);
}

void TmxHandler::end_tu() {
  place_ = Place::body;
  unit_open_ = false;
  unit_->variants.resize(variants_);
  if (variants_ == 0) {
    tell_("tu without any text: left out", unit_->id);
    --units_;
    return;
  }
  take_bead(*unit_);
  check_languages(*unit_);
}

/// Turns properties that thalign's writer makes into what they were.
void TmxHandler::take_bead(TranslationUnit& unit) {
  if (unit.variants.size() > 2 || unit.about.properties.empty()) return;
  std::array<std::string, 2> documents;
  std::array<std::optional<CodePointRange>, 2> offsets;
  std::erase_if(unit.about.properties, [&](Property& property) {
    if (!property.type.starts_with("x-") || !property.language.empty()) return false;
    const std::string_view type = std::string_view(property.type).substr(2);
    if (type == "score" && !unit.score)
      return (unit.score = parse_decimal(property.text)).has_value();
    if (type == "confidence" && !unit.confidence) {
      return (unit.confidence = parse_decimal(property.text)).has_value();
    }
    for (std::size_t side = 0; side < 2; ++side) {
      const std::string_view name = side == 0 ? "source" : "target";
      if (type.starts_with("document-") && type.substr(9) == name && documents[side].empty()) {
        documents[side] = property.text;
        return !property.text.empty();
      }
      if (type.ends_with("-offsets") && type.substr(0, 6) == name && type.size() == 14 &&
          !offsets[side]) {
        return (offsets[side] = parse_offsets(property.text)).has_value();
      }
    }
    return false;
  });
  const bool is_null_bead = unit.variants.size() == 1 && (offsets[0] || offsets[1]);
  if (is_null_bead) {
    unit.variants.insert(offsets[0] ? unit.variants.end() : unit.variants.begin(), Variant());
    if (!offsets[0]) unit.variants[0].language = header.source_language;
  }
  for (std::size_t side = 0; side < unit.variants.size(); ++side) {
    unit.variants[side].document = std::move(documents[side]);
    if (!unit.variants[side].missing()) unit.variants[side].offsets = offsets[side];
  }
}

void TmxHandler::check_languages(const TranslationUnit& unit) {
  const auto own = std::ranges::find(unit.about.attributes, "srclang", &Attribute::name);
  const std::string_view source =
      own == unit.about.attributes.end() ? header.source_language : own->value;
  if (unit.variants.size() == 1) tell_("unit of one language only", unit.variants[0].language);
  if (source.empty() || source == "*all*") return;
  bool same_primary = false;
  for (const Variant& variant : unit.variants) {
    if (same_tag(variant.language, source)) return;
    same_primary |= same_tag(primary_subtag(variant.language), primary_subtag(source));
  }
  tell_(same_primary ? "source language with other subtags than in the texts: taken as the same"
                     : "unit without a text in the source language",
        source);
}

// ---- attributes

void TmxHandler::describe(Description& about, std::string_view name, std::string_view value) {
  const bool of_unit = place_ == Place::body;
  if (name == "creationdate") {
    about.created = date(value);
  } else if (name == "changedate") {
    about.changed = date(value);
  } else if (name == "lastusagedate") {
    if (const auto last = date(value)) {
      about.attributes.push_back({std::string(name), tmx_date(*last)});
    }
  } else if (contains(kept_attributes, name) || (of_unit && name == "srclang") ||
             (of_unit && name == "segtype" && contains(segtypes, value))) {
    about.attributes.push_back({std::string(name), std::string(value)});
  } else if (name != "o-encoding" && !is_namespace(name)) {
    tell_(unknown_attribute, name);
  }
}

std::optional<Date> TmxHandler::date(std::string_view value) {
  const auto parsed = parse_date(value);
  if (!parsed) {
    tell_("date that can't be read: left out", value);
  } else if (!is_tmx_date(value)) {
    tell_("date in another form than TMX asks for", value);
  }
  return parsed;
}

std::string TmxHandler::language(std::string_view written) {
  std::string tag(written);
  if (tag.find('_') != std::string::npos) {
    tell_("language code with '_' instead of '-'", written);
    std::ranges::replace(tag, '_', '-');
  }
  const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  const std::string_view subtag = primary_subtag(tag);
  if (tag != "*all*" && !tag.empty() &&
      (!std::ranges::all_of(subtag, is_letter) || subtag.size() > 3)) {
    tell_("language code that is none of BCP 47: kept", written);
  }
  return tag;
}

void TmxHandler::count_language(const std::string& tag) {
  constexpr std::size_t most = 200;
  const auto found = std::ranges::find(languages, tag, &std::pair<std::string, std::size_t>::first);
  if (found != languages.end()) {
    ++found->second;
  } else if (languages.size() < most) {
    languages.emplace_back(tag, 1);
  }
}

}  // namespace thalign
