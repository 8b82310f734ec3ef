#!/usr/bin/env bash
# ICU 72 spells Thai numbers with U+200B ZERO WIDTH SPACE between the words.
#
# One would guess that the spelled-out number is the text that Thai writes, without anything between
# the words: so that it equals, or is found in, a running text. It does not and is not: 79,492 comes
# as nine words with an invisible character after each but the last. A comparison has to drop U+200B
# first.
# Version: libicu72 72.1-3+deb12u1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian libicu72=72.1-3+deb12u1 libicu-dev=72.1-3+deb12u1
cat >spell.cc <<'CC'
#include <unicode/rbnf.h>
#include <iostream>
int main() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat spellout(icu::URBNF_SPELLOUT, icu::Locale("th"), status);
  icu::UnicodeString spelled;
  spellout.format(static_cast<int32_t>(79492), spelled);
  int invisible = 0;
  for (int32_t i = 0; i < spelled.length(); ++i) invisible += spelled[i] == 0x200B ? 1 : 0;
  std::string utf8;
  std::cout << spelled.toUTF8String(utf8) << "\n" << invisible << "\n";
  return U_FAILURE(status) ? 1 : 0;
}
CC
g++ -std=c++17 -Iroot/usr/include spell.cc -Lroot/usr/lib/"$(uname -m)"-linux-gnu -licui18n -licuuc -licudata -o spell
seen=$(inside ./spell)
spelled=$(head -n 1 <<<"$seen")
printf 'ICU 72 spells 79492: %s\n' "$spelled"
check "U+200B in it" 8 "$(tail -n 1 <<<"$seen")"
