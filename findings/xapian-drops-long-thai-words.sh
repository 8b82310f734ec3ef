#!/usr/bin/env bash
# Xapian's term generator leaves out a run of Thai of more than 64 bytes, 21 characters, without a
# word: it cannot be searched.
#
# One would guess that every word of the text is indexed, or is cut to the limit. Xapian takes Thai
# from space to space as one word, and a word longer than 64 bytes is dropped, as rubbish; the
# switch for scripts without spaces, FLAG_CJK_NGRAM, does nothing for Thai. A Thai clause is longer
# than that as a rule, so that most of a text is not in the index. Hurt: who searches Thai documents
# or memories by Xapian or what is built on it.
# Version: python3-xapian 1.4.22-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-xapian=1.4.22-1
cat >terms.py <<'PY'
import xapian
for flags in (0, xapian.TermGenerator.FLAG_CJK_NGRAM):
    for text in ("ห้องสมุดเปิดทุกวัน", "ห้องสมุดแห่งชาติเปิดให้บริการทุกวัน", "a library opens"):
        generator = xapian.TermGenerator()
        generator.set_flags(flags)
        document = xapian.Document()
        generator.set_document(document)
        generator.index_text(text)
        print(len(text.encode()), " ".join(item.term.decode() for item in document.termlist()))
PY
mapfile -t seen < <(inside /usr/bin/python3 terms.py)
for flag in 0 3; do
  check "bytes and terms, short Thai" "54 ห้องสมุดเปิดทุกวัน" "${seen[$flag]}"
  check "bytes and terms, long Thai" "105 " "${seen[$((flag + 1))]}"
done
check "bytes and terms, English" "15 a library opens" "${seen[2]}"
