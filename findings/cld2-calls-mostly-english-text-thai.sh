#!/usr/bin/env bash
# CLD2 returns "Thai" for a text that it itself counts as 78 percent English.
#
# One would guess that the language returned is the first of the three it lists with their shares.
# CLD2 was made for web pages, where English is often menus and notices: where another language has
# a fair share, English is set aside and that one is the answer, said to be reliable. Hurt: who
# splits or filters crawled bilingual text by it, as pipelines for parallel corpora do: English with
# some Thai counts as Thai. The list with shares has to be read.
# Version: libcld2-dev 0.0.0-git20150806-9 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian libcld2-dev=0.0.0-git20150806-9 libcld2-0=0.0.0-git20150806-9
cat >detect.cc <<'CC'
#include <cstdint>
#include <string>
#include <vector>
#include <cld2/public/compact_lang_det.h>
#include <iostream>
int main() {
  for (const std::string text : {"The National Library ของไทย opened its new digital lending system in June of this year",
                                 "The National Library opened its new digital lending system in June of this year"}) {
    CLD2::Language listed[3];
    int percent[3];
    int bytes;
    bool reliable;
    const CLD2::Language answer =
        CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, listed, percent, &bytes, &reliable);
    std::cout << CLD2::LanguageCode(answer) << (reliable ? " reliable:" : " unreliable:");
    for (int i = 0; i < 2; ++i) std::cout << " " << CLD2::LanguageCode(listed[i]) << " " << percent[i] << "%";
    std::cout << "\n";
  }
}
CC
g++ -std=c++17 -Iroot/usr/include detect.cc -Lroot/usr/lib/"$(uname -m)"-linux-gnu -lcld2 -o detect
mapfile -t seen < <(inside ./detect)
check "English with a Thai word" "th reliable: en 78% th 20%" "${seen[0]}"
check "English" "en reliable: en 98% un 0%" "${seen[1]}"
