#!/usr/bin/env bash
# SQLite's full-text search (FTS5, tokenizer unicode61) takes the vowel signs and tone marks of Thai
# for separators: a search for เสือ (tiger) finds เสื้อ (shirt).
#
# One would guess that a tokenizer called unicode61 keeps a run of Thai letters and marks together.
# Its default categories are letters, numbers and private use; the marks above and below are of
# category Mn, end a token, and are then forgotten. So texts that differ in them alone are found for
# each other, and a longer word is a phrase of splinters. With categories 'L* N* Co Mn' they stay.
# Hurt: who puts the Thai side of a translation memory into FTS5.
# Version: sqlite3 and libsqlite3-0 3.40.1-2+deb12u2 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian sqlite3=3.40.1-2+deb12u2 libsqlite3-0=3.40.1-2+deb12u2
for options in "" ", tokenize=\"unicode61 categories 'L* N* Co Mn'\""; do
  inside sqlite3 :memory: "CREATE VIRTUAL TABLE lines USING fts5(text$options);
    INSERT INTO lines VALUES ('เสือ'), ('เสื้อ'), ('กินคน'), ('กันคน');
    SELECT group_concat(text, ' ') FROM lines WHERE lines MATCH 'เสือ';
    SELECT group_concat(text, ' ') FROM lines WHERE lines MATCH 'กินคน';"
done >seen.txt
mapfile -t seen <seen.txt
check "found for เสือ" "เสือ เสื้อ" "${seen[0]}"
check "found for กินคน" "กินคน กันคน" "${seen[1]}"
check "found for เสือ with Mn among the categories" "เสือ" "${seen[2]}"
check "found for กินคน with Mn among the categories" "กินคน" "${seen[3]}"
