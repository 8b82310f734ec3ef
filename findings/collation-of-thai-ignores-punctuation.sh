#!/usr/bin/env bash
# For the collator of Thai, 5.5 equals 55 and "ก ข" equals "กข": it ignores spaces and punctuation,
# at its default strength.
#
# One would guess that a collator of the default strength calls two strings equal only where they
# are the same text to a reader, as that of English does. CLDR sets Thai to "alternate shifted".
# Numbers lose their point, Thai loses the spaces that hold its sentences apart. Hurt: who removes
# doubles or compares translations by a collator of the language of the text. The attribute
# UCOL_ALTERNATE_HANDLING with UCOL_NON_IGNORABLE undoes it.
# Version: libicu72 72.1-3+deb12u1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian libicu72=72.1-3+deb12u1 libicu-dev=72.1-3+deb12u1
cat >equal.cc <<'CC'
#include <unicode/coll.h>
#include <iostream>
#include <memory>
int main() {
  for (const char* locale : {"th", "en"}) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(locale, status));
    const char* pairs[][2] = {{"5.5", "55"}, {"ก ข", "กข"}, {"(a)", "a"}};
    for (const auto& pair : pairs)
      std::cout << (collator->equals(icu::UnicodeString::fromUTF8(pair[0]), icu::UnicodeString::fromUTF8(pair[1])) ? 1 : 0);
    collator->setAttribute(UCOL_ALTERNATE_HANDLING, UCOL_NON_IGNORABLE, status);
    std::cout << " " << (collator->equals("5.5", "55") ? 1 : 0) << "\n";
  }
}
CC
g++ -std=c++17 -Iroot/usr/include equal.cc -Lroot/usr/lib/"$(uname -m)"-linux-gnu -licui18n -licuuc -licudata -o equal
mapfile -t seen < <(inside ./equal)
echo "1: equal; pairs 5.5 and 55, 'ก ข' and 'กข', (a) and a; then 5.5 and 55 with non-ignorable punctuation"
check "Thai" "111 0" "${seen[0]}"
check "English" "000 0" "${seen[1]}"
