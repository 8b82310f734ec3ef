// SPDX-License-Identifier: Apache-2.0
#include "text/calendar.h"

#include <algorithm>
#include <array>
#include <functional>

#include "text/two_letters.h"

namespace thalign {
namespace {

constexpr std::size_t kMonths = 12;

constexpr std::array<std::string_view, kMonths> kThaiNames = {
    "มกราคม",  "กุมภาพันธ์", "มีนาคม",  "เมษายน", "พฤษภาคม",  "มิถุนายน",
    "กรกฎาคม", "สิงหาคม",  "กันยายน", "ตุลาคม",  "พฤศจิกายน", "ธันวาคม"};
constexpr std::array<std::string_view, kMonths> kThaiAbbreviations = {
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.",  "พ.ย.", "ธ.ค."};
constexpr std::array<std::string_view, kMonths> kEnglishNames = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, kMonths> kEnglishAbbreviations = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

constexpr TwoLetters kThaiMonthOpenings =
    two_letters_of(std::identity(), kThaiNames, kThaiAbbreviations);
constexpr TwoLetters kEnglishMonthOpenings =
    two_letters_of(std::identity(), kEnglishNames, kEnglishAbbreviations);

}  // namespace

std::optional<MonthName> thai_month(std::string_view folded) {
  if (!kThaiMonthOpenings.may_begin(folded)) return std::nullopt;
  for (const auto* const names : {&kThaiNames, &kThaiAbbreviations}) {
    for (std::size_t i = 0; i < kMonths; ++i) {
      const std::string_view name = (*names)[i];
      if (folded.starts_with(name)) return MonthName{static_cast<int>(i) + 1, name.size()};
    }
  }
  return std::nullopt;
}

std::optional<int> english_month(std::string_view folded) {
  if (!kEnglishMonthOpenings.may_begin(folded)) return std::nullopt;
  if (folded == "sept") return 9;
  for (const auto* const names : {&kEnglishNames, &kEnglishAbbreviations}) {
    const auto* const it = std::find(names->begin(), names->end(), folded);
    if (it != names->end()) return static_cast<int>(it - names->begin()) + 1;
  }
  return std::nullopt;
}

}  // namespace thalign
