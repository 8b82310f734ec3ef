#!/usr/bin/env bash
# ICU 72's string search does not find ก in เก่ง, nor the vowel เ that the word begins with; it finds
# them together.
#
# One would guess that a search for one character finds it wherever it is written. The search
# compares by collation, and for Thai that takes a vowel that is written first together with its
# consonant, as one unit in the order of speech (ก before เ). A part of a unit does not match, in
# any locale. Words that begin with เ แ โ ใ ไ are missed by their first letter, and กา is not in
# เกาะ. Hurt: who offers search as one types, or concordances, by ICU's search.
# Version: libicu72 72.1-3+deb12u1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian libicu72=72.1-3+deb12u1 libicu-dev=72.1-3+deb12u1
cat >search.cc <<'CC'
#include <unicode/stsearch.h>
#include <iostream>
int main() {
  const char* pairs[][2] = {{"ก", "เก่ง"}, {"เ", "เก่ง"}, {"เก่", "เก่ง"}, {"ก", "กา"}};
  for (const char* locale : {"th", "en"}) {
    for (const auto& pair : pairs) {
      UErrorCode status = U_ZERO_ERROR;
      icu::StringSearch search(icu::UnicodeString::fromUTF8(pair[0]), icu::UnicodeString::fromUTF8(pair[1]), icu::Locale(locale), nullptr,
                               status);
      std::cout << search.first(status) << " ";
    }
    std::cout << "\n";
  }
}
CC
g++ -std=c++17 -Iroot/usr/include search.cc -Lroot/usr/lib/"$(uname -m)"-linux-gnu -licui18n -licuuc -licudata -o search
mapfile -t seen < <(inside ./search)
echo "where ก is in เก่ง, เ in เก่ง, เก่ in เก่ง, ก in กา (-1: nowhere)"
check "for th" "-1 -1 0 0 " "${seen[0]}"
check "for en" "-1 -1 0 0 " "${seen[1]}"
