#!/usr/bin/env bash
# LibThai 0.1.29 allows a line to break inside ฯลฯ (et cetera) and ฯพณฯ (His Excellency): ฯ|ลฯ.
#
# One would guess that it stays with the word, as any abbreviation of its dictionary: ICU 72 keeps
# both. LibThai seems to take the first ฯ for the mark at the end of a word, and what follows for a
# new word. Hurt: who takes words from it, or lines from programs that break by it (Pango, GTK): ลฯ
# and พณฯ are in no lexicon.
# Version: libthai0 0.1.29-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian libthai0=0.1.29-1 libthai-dev=0.1.29-1 libthai-data=0.1.29-1 libdatrie-dev=0.2.13-2+b1
cat >breaks.c <<'C'
#include <locale.h>
#include <stdio.h>
#include <thai/thwbrk.h>
int main(void) {
  const wchar_t* texts[] = {L"ผักผลไม้ฯลฯ", L"ฯพณฯ ท่านมา", L"ข้าราชการฯ มา"};
  setlocale(LC_ALL, "C.UTF-8");
  ThBrk* breaker = th_brk_new(NULL);
  for (int i = 0; i < 3; ++i) {
    wchar_t divided[100];
    th_brk_wc_insert_breaks(breaker, texts[i], divided, 100, L"|");
    printf("%ls\n", divided);
  }
  th_brk_delete(breaker);
}
C
gcc -Iroot/usr/include breaks.c -Lroot/usr/lib/"$(uname -m)"-linux-gnu -lthai -ldatrie -o breaks
mapfile -t seen < <(LIBTHAI_DICTDIR=$folder/root/usr/share/libthai inside ./breaks)
check "et cetera" "ผัก|ผลไม้ฯ|ลฯ" "${seen[0]}"
check "His Excellency" "ฯ|พณฯ |ท่าน|มา" "${seen[1]}"
check "a shortened word" "ข้าราชการฯ |มา" "${seen[2]}"
