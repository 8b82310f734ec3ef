// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/pair_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/error.h"
#include "tm/language_tag.h"

namespace thalign {
namespace {

constexpr std::size_t kNotFound = static_cast<std::size_t>(-1);

/// The variant of language `tag` that is not `other`; any, if `tag` is empty.
std::size_t find_variant(const TranslationUnit& unit, std::string_view tag, std::size_t other) {
  std::size_t similar = kNotFound;
  for (std::size_t i = 0; i < unit.variants.size(); ++i) {
    const std::string& language = unit.variants[i].language;
    if (i == other) continue;
    if (tag.empty() || same_tag(language, tag)) return i;
    if (similar == kNotFound && same_tag(primary_subtag(language), primary_subtag(tag)))
      similar = i;
  }
  return similar;
}

}  // namespace

PairReader::PairReader(UnitReader& units, LanguagePair languages, std::string name)
    : units_(units), languages_(std::move(languages)), name_(std::move(name)) {}

/// Fills in the languages that nobody named.
void PairReader::choose_languages() {
  chosen_ = true;
  if (!languages_.source.empty() && !languages_.target.empty()) return;
  const auto variant = [&](const TranslationUnit& unit, std::string_view tag) {
    const std::size_t found = find_variant(unit, tag, kNotFound);
    return found == kNotFound ? std::string() : unit.variants[found].language;
  };
  while (ahead_.size() < kUnitsLookedAt) {
    const TranslationUnit* const unit = units_.next();
    if (unit == nullptr) return;
    ahead_.push_back(*unit);
    const std::string& named = languages_.source.empty() ? languages_.target : languages_.source;
    const std::string thai = variant(*unit, "th");
    const std::string english = variant(*unit, "en");
    if (named.empty()) {
      if (thai.empty() || english.empty()) continue;
      const bool thai_first =
          find_variant(*unit, "th", kNotFound) < find_variant(*unit, "en", kNotFound);
      languages_ = thai_first ? LanguagePair{thai, english} : LanguagePair{english, thai};
      return;
    }
    if (variant(*unit, named).empty()) continue;
    const bool names_thai = same_tag(primary_subtag(named), "th");
    const bool names_english = same_tag(primary_subtag(named), "en");
    std::string other = names_thai ? english : thai;
    if (other.empty() && !names_english && !names_thai) other = english;
    if (other.empty()) continue;
    (languages_.source.empty() ? languages_.source : languages_.target) = other;
    return;
  }
}

const TranslationUnit* PairReader::next_unit() {
  if (!chosen_) choose_languages();
  if (ahead_.empty()) return units_.next();
  unit_ = std::move(ahead_.front());
  ahead_.pop_front();
  return &unit_;
}

std::string PairReader::left_out_languages() const {
  std::string list;
  for (const auto& [tag, count] : present_) {
    const std::string& language = tag;
    const auto is_taken = [&](const std::string& taken) {
      return same_tag(primary_subtag(language), primary_subtag(taken));
    };
    if (is_taken(languages_.source) || is_taken(languages_.target)) continue;
    list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", tag.empty() ? "?" : tag, count);
  }
  return list;
}

const TranslationUnit* PairReader::next() {
  while (const TranslationUnit* const unit = next_unit()) {
    count_languages(*unit);
    const std::size_t named =
        languages_.target.empty() ? kNotFound : find_variant(*unit, languages_.target, kNotFound);
    const std::size_t source = find_variant(*unit, languages_.source, named);
    const std::size_t target = find_variant(*unit, languages_.target, source);
    if (source == kNotFound || target == kNotFound) {
      ++left_out_units_;
      continue;
    }
    left_out_texts_ += unit->variants.size() - 2;
    ++returned_;
    if (languages_.source.empty()) languages_.source = unit->variants[source].language;
    if (languages_.target.empty()) languages_.target = unit->variants[target].language;
    if (source == 0 && target == 1 && unit->variants.size() == 2) return unit;
    pair_ = *unit;
    pair_.variants = {unit->variants[source], unit->variants[target]};
    return &pair_;
  }
  if (returned_ == 0) fail();
  return nullptr;
}

void PairReader::count_languages(const TranslationUnit& unit) {
  constexpr std::size_t kMaxLanguagesListed = 100;
  for (const Variant& variant : unit.variants) {
    const auto found =
        std::ranges::find(present_, variant.language, &std::pair<std::string, std::size_t>::first);
    if (found != present_.end()) {
      ++found->second;
    } else if (present_.size() < kMaxLanguagesListed) {
      present_.emplace_back(variant.language, 1);
    }
  }
}

void PairReader::fail() const {
  if (present_.empty()) {
    throw Error(ErrorCode::format, name_,
                "holds no translation unit; check that it is the right file and format");
  }
  std::string list;
  for (const auto& [tag, count] : present_) {
    list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", tag.empty() ? "?" : tag, count);
  }
  const auto asked = [](const std::string& tag) { return tag.empty() ? "any language" : tag; };
  throw Error(ErrorCode::format, name_,
              fmt::format("no unit has a text in {} and one in {}; the texts there are: {}",
                          asked(languages_.source), asked(languages_.target), list));
}

}  // namespace thalign
