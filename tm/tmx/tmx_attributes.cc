// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/tmx_attributes.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "text/language.h"
#include "tm/date.h"
#include "tm/language_tag.h"
#include "tm/output.h"
#include "tm/tmx/tmx_bead.h"

namespace thalign {
namespace {

constexpr std::array<std::string_view, 7> kHeaderAttributes{
    "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"};
/// Attributes of tu and tuv that are kept as they are.
constexpr std::array<std::string_view, 7> kKeptAttributes{
    "creationid",          "changeid",    "usagecount", "datatype", "o-tmf",
    "creationtoolversion", "creationtool"};
constexpr std::array<std::string_view, 4> kSegtypes{"block", "paragraph", "sentence", "phrase"};

constexpr std::string_view kUnknownAttribute = "attribute TMX does not know: left out";

/// Whether an attribute may stand at any element and says nothing.
bool is_ignored(std::string_view attribute) {
  return attribute == "xmlns" || attribute.starts_with("xmlns:") || attribute == "xml:space" ||
         attribute == "o-encoding";
}

template <typename List>
bool contains(const List& list, std::string_view value) {
  return std::ranges::count(list, value) > 0;
}

bool are_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether `text` is a date as TMX asks for it, YYYYMMDDThhmmssZ. Requires: it is a date.
bool is_tmx_date(std::string_view text) {
  return text.size() == 16 && text[8] == 'T' && text.back() == 'Z' &&
         are_digits(text.substr(0, 8)) && are_digits(text.substr(9, 6));
}

}  // namespace

void TmxAttributes::read_version(const char** attributes, TmxHeader& header) const {
  for (; *attributes != nullptr; attributes += 2) {
    if (std::string_view(attributes[0]) == "version") header.version = attributes[1];
  }
  if (!header.version.starts_with("1.")) {
    report_("version of TMX that is not known: read as 1.4", header.version);
  }
}

void TmxAttributes::read_header(const char** attributes, TmxHeader& header) const {
  std::array<bool, kHeaderAttributes.size()> present{};
  for (; *attributes != nullptr; attributes += 2) {
    const std::string_view name = attributes[0];
    const std::string_view value = attributes[1];
    const auto known = std::ranges::find(kHeaderAttributes, name);
    if (known != kHeaderAttributes.end()) {
      present[static_cast<std::size_t>(known - kHeaderAttributes.begin())] = true;
    }
    if (name == "srclang") header.source_language = language(value);
    if (name == "datatype") header.datatype = value;
    if (name == "creationdate" || name == "changedate") date(value);
    if (name != "segtype") continue;
    if (contains(kSegtypes, value)) {
      header.segtype = value;
    } else {
      report_("segtype that is not known: taken as sentence", value);
    }
  }
  for (std::size_t i = 0; i < present.size(); ++i) {
    if (!present[i]) report_("header without an attribute that TMX requires", kHeaderAttributes[i]);
  }
}

void TmxAttributes::read_unit(const char** attributes, TranslationUnit& unit) const {
  for (; *attributes != nullptr; attributes += 2) {
    const std::string_view name = attributes[0];
    const std::string_view value = attributes[1];
    if (name == "tuid") {
      unit.id = is_made_tuid(value) ? std::string_view() : value;
    } else if (name == "srclang" || (name == "segtype" && contains(kSegtypes, value))) {
      unit.about.attributes.push_back({std::string(name), std::string(value)});
    } else if (!describe(unit.about, name, value)) {
      report_(kUnknownAttribute, name);
    }
  }
}

void TmxAttributes::read_variant(const char** attributes, Variant& variant) const {
  variant.language.clear();
  const char* deprecated = nullptr;
  for (; *attributes != nullptr; attributes += 2) {
    const std::string_view name = attributes[0];
    if (name == "xml:lang") {
      variant.language = language(attributes[1]);
    } else if (name == "lang") {
      deprecated = attributes[1];
    } else if (!describe(variant.about, name, attributes[1])) {
      report_(kUnknownAttribute, name);
    }
  }
  if (variant.language.empty() && deprecated != nullptr) {
    report_("lang instead of xml:lang", deprecated);
    variant.language = language(deprecated);
  }
  if (variant.language.empty()) {
    report_("tuv without a language: taken as und", "");
    variant.language = "und";
  }
}

Property TmxAttributes::read_property(const char** attributes) const {
  Property property;
  for (; *attributes != nullptr; attributes += 2) {
    const std::string_view name = attributes[0];
    if (name == "type") {
      property.type = attributes[1];
    } else if (!read_remark(name, attributes[1], property.language)) {
      report_(kUnknownAttribute, name);
    }
  }
  if (property.type.empty()) {
    report_("prop without a type: taken as x-unknown", "");
    property.type = "x-unknown";
  }
  return property;
}

Note TmxAttributes::read_note(const char** attributes) const {
  Note note;
  for (; *attributes != nullptr; attributes += 2) {
    if (!read_remark(attributes[0], attributes[1], note.language)) {
      report_(kUnknownAttribute, attributes[0]);
    }
  }
  return note;
}

/// An attribute that notes and props have; false if it is none.
bool TmxAttributes::read_remark(std::string_view name, const char* value,
                                std::string& language_of_remark) const {
  if (name != "xml:lang" && name != "lang") return is_ignored(name);
  language_of_remark = language(value);
  return true;
}

/// An attribute that units and variants have; false if it is none.
bool TmxAttributes::describe(Description& about, std::string_view name,
                             std::string_view value) const {
  if (name == "creationdate") {
    about.created = date(value);
  } else if (name == "changedate") {
    about.changed = date(value);
  } else if (name == "lastusagedate") {
    if (const auto last = date(value)) {
      about.attributes.push_back({std::string(name), tmx_date(*last)});
    }
  } else if (contains(kKeptAttributes, name)) {
    about.attributes.push_back({std::string(name), std::string(value)});
  } else {
    return is_ignored(name);
  }
  return true;
}

std::optional<Date> TmxAttributes::date(std::string_view value) const {
  const std::string lowered = buddhist_date_lowered(value);
  const auto parsed = parse_date(lowered.empty() ? value : lowered);
  if (parsed && !lowered.empty()) {
    report_("date with a year of the Buddhist calendar: lowered by 543 years", value);
  } else if (!parsed) {
    report_("date that can't be read: left out", value);
  } else if (!is_tmx_date(value)) {
    report_("date in another form than TMX asks for", value);
  }
  return parsed;
}

std::string TmxAttributes::language(std::string_view written) const {
  std::string tag = single_line(written);
  if (tag != written) report_("language code with white space around it: left out", written);
  if (tag.find('_') != std::string::npos) {
    report_("language code with '_' instead of '-'", written);
    std::ranges::replace(tag, '_', '-');
  }
  const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  const std::string_view subtag = primary_subtag(tag);
  if (tag != "*all*" && !tag.empty() &&
      (!is_language_tag(tag) || !std::ranges::all_of(subtag, is_letter) || subtag.size() > 3)) {
    report_("language code that is not one of BCP 47: kept", written);
  }
  return tag;
}

}  // namespace thalign
