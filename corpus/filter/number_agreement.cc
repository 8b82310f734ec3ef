// SPDX-License-Identifier: Apache-2.0
#include "corpus/filter/number_agreement.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "align/lexicon/features.h"
#include "align/numbers/anchor_key.h"
#include "corpus/pairing/document_terms.h"

namespace thalign {
namespace {

/// The keys that a number can be read as.
using Readings = std::vector<std::string>;

bool has_digit(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') return true;
    // Thai digits are E0 B9 90 to E0 B9 99.
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    if (i + 2 < text.size() && byte(i) == 0xE0U && byte(i + 1) == 0xB9U && byte(i + 2) >= 0x90U &&
        byte(i + 2) <= 0x99U) {
      return true;
    }
  }
  return false;
}

std::vector<Readings> numbers_of(std::string text, Language language) {
  Vocabulary vocabulary;
  (void)make_features(one_unit(Document::from_bytes(std::move(text), {.language = language})),
                      vocabulary);
  std::vector<Readings> numbers;
  for (Symbol symbol = 0; symbol < vocabulary.size(); ++symbol) {
    const std::string& key = vocabulary.key(symbol);
    if (!key.starts_with('#') && !key.starts_with('|')) continue;
    Readings readings{key};
    for (const std::string_view reading : readings_of(key)) readings.emplace_back(reading);
    if (language == Language::thai) {
      for (std::size_t i = 0, size = readings.size(); i < size; ++i) {
        if (const auto year = common_year(readings[i])) readings.push_back(number_key(*year));
      }
    }
    numbers.push_back(std::move(readings));
  }
  return numbers;
}

/// Whether some number of `given` has no reading in common with any of `other`.
bool lacks_one(const std::vector<Readings>& given, const std::vector<Readings>& other) {
  return std::ranges::any_of(given, [&](const Readings& number) {
    return std::ranges::none_of(other, [&](const Readings& candidate) {
      return std::ranges::find_first_of(number, candidate) != number.end();
    });
  });
}

}  // namespace

bool numbers_disagree(std::string thai, std::string english) {
  if (!has_digit(thai) || !has_digit(english)) return false;
  const auto thai_numbers = numbers_of(std::move(thai), Language::thai);
  const auto english_numbers = numbers_of(std::move(english), Language::english);
  return lacks_one(thai_numbers, english_numbers) && lacks_one(english_numbers, thai_numbers);
}

}  // namespace thalign
