#!/usr/bin/env bash
# Translate Toolkit 3.8.4 reads a file of XLIFF 2 as an XLIFF file without units, and reports no
# error.
#
# One would guess an error, that version 2 is not supported: its namespace and elements are others.
# It is accepted, and xliff2po writes nothing, says nothing and exits with 0. Hurt: who sends the
# XLIFF 2 of an aligner or CAT tool through the toolkit and looks at the exit code alone. The same
# text as XLIFF 1.2 gives its unit.
# Version: python3-translate 3.8.4-1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-translate=3.8.4-1
cat >two.xlf <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="th" trgLang="en"><file id="f">
<unit id="1"><segment><source>ฝนตกหนัก</source><target>It rained hard.</target></segment></unit></file></xliff>
XML
cat >one.xlf <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="f" source-language="th" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>ฝนตกหนัก</source><target>It rained hard.</target></trans-unit></body></file></xliff>
XML
for file in one two; do
  inside /usr/bin/python3 -c 'from translate.convert.xliff2po import main; main()' \
    --progress=none $file.xlf $file.po >$file.said 2>&1 && echo "exit 0" >>$file.said
done
check "messages from XLIFF 1.2" 1 "$(grep -c 'It rained hard' one.po)"
check "what is said of XLIFF 2.0" "exit 0" "$(cat two.said)"
check "PO file made of XLIFF 2.0" "none" "$(ls two.po 2>/dev/null || echo none)"
