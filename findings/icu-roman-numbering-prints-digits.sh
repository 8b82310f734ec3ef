#!/usr/bin/env bash
# ICU 72's NumberFormatter takes the numbering system "roman" from a locale and prints plain digits,
# without an error.
#
# One would guess "XIV", or an error: "roman" is a numbering system of CLDR, and "thai", another
# one, works the same way. But "roman" is algorithmic (made by rules), and NumberFormatter only
# handles those that are ten digits. RuleBasedNumberFormat with the rule set %roman-upper gives XIV.
# Version: libicu72 72.1-3+deb12u1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian libicu72=72.1-3+deb12u1 libicu-dev=72.1-3+deb12u1
cat >number.cc <<'CC'
#include <unicode/numberformatter.h>
#include <unicode/rbnf.h>
#include <iostream>
static std::string formatted(const char* locale, UErrorCode& status) {
  std::string utf8;
  return icu::number::NumberFormatter::withLocale(icu::Locale(locale))
      .formatInt(14, status).toString(status).toUTF8String(utf8);
}
int main() {
  UErrorCode status = U_ZERO_ERROR;
  std::cout << formatted("en@numbers=roman", status) << " " << formatted("en@numbers=thai", status) << " ";
  icu::RuleBasedNumberFormat rules(icu::URBNF_NUMBERING_SYSTEM, icu::Locale("en"), status);
  rules.setDefaultRuleSet("%roman-upper", status);
  icu::UnicodeString upper;
  rules.format(static_cast<int32_t>(14), upper);
  std::string utf8;
  std::cout << upper.toUTF8String(utf8) << " " << u_errorName(status) << "\n";
}
CC
g++ -std=c++17 -Iroot/usr/include number.cc -Lroot/usr/lib/"$(uname -m)"-linux-gnu -licui18n -licuuc -licudata -o number
read -r roman thai rules status < <(inside ./number)
echo "status: $status"
check "14 with numbers=roman" 14 "$roman"
check "14 with numbers=thai" ๑๔ "$thai"
check "14 by the rules %roman-upper" XIV "$rules"
