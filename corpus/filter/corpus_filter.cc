// SPDX-License-Identifier: Apache-2.0
#include "corpus/filter/corpus_filter.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_set>
#include <vector>

#include "corpus/filter/number_agreement.h"
#include "text/fold.h"
#include "text/hash.h"
#include "text/language.h"
#include "tm/output.h"
#include "tm/unit_marks.h"

namespace thalign {
namespace {

struct ReasonNames {
  std::string_view name, text;
};

constexpr std::array<ReasonNames, kFilterReasons> kReasons{{
    {"one-sided", "a text is missing"},
    {"confidence", "the confidence is too low"},
    {"length", "a text is too long"},
    {"length-ratio", "one text is too long for the other"},
    {"language", "a text is not in its language"},
    {"copied", "a text is copied from the other"},
    {"numbers", "the texts name different numbers"},
    {"duplicate", "an equal pair came before"},
    {"near-duplicate", "a pair that is nearly equal came before"},
}};

/// Of short texts the ratio says little: each counts as this many characters longer.
constexpr double kLengthSlack = 15.0;
/// Least share of letters in the script of its language.
constexpr double kLeastShare = 0.3;
/// Share of the Latin words of a Thai text that stand in the English one, and of its letters that
/// are Latin, from which on it is copied.
constexpr double kCopiedWords = 0.8;
constexpr double kCopiedLetters = 0.5;

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U && c != ' ';
  }));
}

std::vector<std::string_view> latin_words(std::string_view folded) {
  std::vector<std::string_view> words;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (auto at = folded.begin(); at != folded.end();) {
    at = std::find_if(at, folded.end(), is_letter);
    const auto end = std::find_if_not(at, folded.end(), is_letter);
    if (at != end) words.emplace_back(at, end);
    at = end;
  }
  return words;
}

bool is_copied(std::string_view thai, std::string_view english) {
  if (thai == english) return true;
  if (thai_share(thai).value_or(1.0) > 1.0 - kCopiedLetters) return false;
  const std::vector<std::string_view> words = latin_words(thai);
  const std::vector<std::string_view> other = latin_words(english);
  const std::unordered_set<std::string_view> known(other.begin(), other.end());
  const auto found =
      std::ranges::count_if(words, [&](std::string_view word) { return known.contains(word); });
  return !words.empty() &&
         static_cast<double>(found) >= kCopiedWords * static_cast<double>(words.size());
}

/// A pair with its texts folded and in a stated order.
struct FoldedPair {
  std::string thai, english;
};

std::string folded(std::string_view text) {
  const FoldedText result(text);
  return single_line(result.text());
}

/// The reasons that lie in the texts.
std::optional<FilterReason> reason_of(const TranslationUnit& unit, const FoldedPair& pair,
                                      const FilterOptions& options) {
  const auto looks_at = [&](FilterReason reason) {
    return !options.ignored[static_cast<std::size_t>(reason)];
  };
  const auto thai = static_cast<double>(characters(pair.thai));
  const auto english = static_cast<double>(characters(pair.english));
  if (looks_at(FilterReason::length) &&
      std::max(thai, english) > static_cast<double>(options.max_characters)) {
    return FilterReason::length;
  }
  const double ratio = (thai + kLengthSlack) / (english + kLengthSlack);
  if (looks_at(FilterReason::length_ratio) &&
      std::max(ratio, 1 / ratio) > options.max_length_ratio) {
    return FilterReason::length_ratio;
  }
  if (looks_at(FilterReason::copied) && is_copied(pair.thai, pair.english)) {
    return FilterReason::copied;
  }
  const std::optional<Property> mark = mark_of(unit);
  if (looks_at(FilterReason::language) &&
      ((mark && mark->type != kThaiLetters) || thai_share(pair.thai).value_or(0.0) < kLeastShare ||
       thai_share(pair.english).value_or(1.0) > 1.0 - kLeastShare)) {
    return FilterReason::language;
  }
  if (looks_at(FilterReason::numbers) && numbers_disagree(pair.thai, pair.english)) {
    return FilterReason::numbers;
  }
  return std::nullopt;
}

}  // namespace

std::string_view filter_reason_name(FilterReason reason) {
  return kReasons[static_cast<std::size_t>(reason)].name;
}

std::string_view filter_reason_text(FilterReason reason) {
  return kReasons[static_cast<std::size_t>(reason)].text;
}

std::optional<FilterReason> filter_reason_of_name(std::string_view name) {
  const auto found = std::ranges::find(kReasons, name, &ReasonNames::name);
  if (found == kReasons.end()) return std::nullopt;
  return static_cast<FilterReason>(std::distance(kReasons.begin(), found));
}

PairCheck check_pair(const TranslationUnit& unit, const FilterOptions& options) {
  const auto looks_at = [&](FilterReason reason) {
    return !options.ignored[static_cast<std::size_t>(reason)];
  };
  const Variant& source = unit.variants[0];
  const Variant& target = unit.variants[1];
  const bool one_sided = source.missing() || target.missing();
  if (one_sided && looks_at(FilterReason::one_sided)) return {.reason = FilterReason::one_sided};
  if (!one_sided && looks_at(FilterReason::confidence) && unit.confidence &&
      *unit.confidence < options.min_confidence) {
    return {.reason = FilterReason::confidence};
  }
  FoldedPair pair{folded(source.text), folded(target.text)};
  if (!one_sided) {
    if (language_of_tag(source.language) == Language::english) std::swap(pair.thai, pair.english);
    if (const auto reason = reason_of(unit, pair, options)) return {.reason = reason};
  }
  const std::string both = pair.thai + '\0' + pair.english;
  return {.reason = std::nullopt,
          .key = hash_bytes_64(both),
          .near = looks_at(FilterReason::near_duplicate) ? near_keys(both) : std::nullopt};
}

std::optional<FilterReason> CorpusFilter::repeated(const PairCheck& check) {
  if (!seen_.add(check.key) && looks_at(FilterReason::duplicate)) return FilterReason::duplicate;
  bool near = false;
  if (check.near) {
    for (const std::uint64_t key : *check.near) near = !seen_.add(key) || near;
  }
  return near ? std::optional(FilterReason::near_duplicate) : std::nullopt;
}

std::optional<FilterReason> CorpusFilter::judge(const PairCheck& check) {
  const std::optional<FilterReason> reason = check.reason ? check.reason : repeated(check);
  ++(reason ? counts_[static_cast<std::size_t>(*reason)] : passed_);
  return reason;
}

}  // namespace thalign
