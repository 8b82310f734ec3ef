// SPDX-License-Identifier: Apache-2.0
#include "tests/align/anchors/written_forms.h"

#include <unicode/calendar.h>
#include <unicode/gregocal.h>
#include <unicode/numberformatter.h>
#include <unicode/rbnf.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>

#include <memory>
#include <stdexcept>

namespace thalign::test {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

UDate instant(const Date& date, int hour, int minute) {
  UErrorCode status = U_ZERO_ERROR;
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), icu::Locale::getRoot(), status);
  calendar.set(date.year, date.month - 1, date.day, hour, minute);
  const UDate time = calendar.getTime(status);
  check(status);
  return time;
}

std::string format(icu::DateFormat& format, UDate time) {
  format.adoptTimeZone(icu::TimeZone::getGMT()->clone());
  icu::UnicodeString text;
  format.format(time, text);
  return utf8(text);
}

}  // namespace

std::string formatted(const Date& date, const char* locale, std::string_view pattern) {
  UErrorCode status = U_ZERO_ERROR;
  icu::SimpleDateFormat by_pattern(icu::UnicodeString::fromUTF8(icu::StringPiece(
                                       pattern.data(), static_cast<int>(pattern.size()))),
                                   icu::Locale(locale), status);
  check(status);
  return format(by_pattern, instant(date, 12, 0));
}

std::string in_style(const Date& date, const char* locale, int style) {
  const std::unique_ptr<icu::DateFormat> by_style(icu::DateFormat::createDateInstance(
      static_cast<icu::DateFormat::EStyle>(style), icu::Locale(locale)));
  return format(*by_style, instant(date, 12, 0));
}

std::string clock_12(int hour, int minute) {
  const std::unique_ptr<icu::DateFormat> by_style(
      icu::DateFormat::createTimeInstance(icu::DateFormat::kShort, icu::Locale("en_US")));
  return format(*by_style, instant({2024, 1, 1}, hour, minute));
}

std::string decimal(double value, const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string text = utf8(icu::number::NumberFormatter::withLocale(icu::Locale(locale))
                                    .formatDouble(value, status)
                                    .toString(status));
  check(status);
  return text;
}

std::string compact(double value, const char* locale, bool is_long) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string text = utf8(icu::number::NumberFormatter::withLocale(icu::Locale(locale))
                                    .notation(is_long ? icu::number::Notation::compactLong()
                                                      : icu::number::Notation::compactShort())
                                    .formatDouble(value, status)
                                    .toString(status));
  check(status);
  return text;
}

namespace {

std::string by_rules(int value, icu::URBNFRuleSetTag tag, const char* locale,
                     std::string_view rules) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat words(tag, icu::Locale(locale), status);
  check(status);
  if (!rules.empty()) {
    const icu::StringPiece name(rules.data(), static_cast<int>(rules.size()));
    words.setDefaultRuleSet(icu::UnicodeString::fromUTF8(name), status);
    check(status);
  }
  icu::UnicodeString text;
  words.format(value, text);
  return utf8(text);
}

}  // namespace

std::string spelled(int value, const char* locale, std::string_view rules) {
  return by_rules(value, icu::URBNF_SPELLOUT, locale, rules);
}

std::string ordinal(int value) { return by_rules(value, icu::URBNF_ORDINAL, "en", ""); }

std::string roman(int value) {
  return by_rules(value, icu::URBNF_NUMBERING_SYSTEM, "en", "%roman-upper");
}

}  // namespace thalign::test
