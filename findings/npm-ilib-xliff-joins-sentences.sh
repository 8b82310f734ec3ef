#!/usr/bin/env bash
# The npm package ilib-xliff 1.4.1 reads the segments of an XLIFF 2 unit as one text, without the
# space between them.
#
# One would guess "It rained. Roads were closed." XLIFF 2 keeps what stands between sentences in
# ignorable elements, which are part of the unit's text but not translated. They are left out, and
# the sentences touch. In Thai, where a space alone shows where a sentence ends, it is lost for
# good. Hurt: who writes the sentences of a paragraph into one unit for tools that use it; the space
# at the end of a segment survives.
# Version: npm ilib-xliff 1.4.1. Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
npm_packages ilib-xliff@1.4.1
cat >read.js <<'JS'
const { Xliff } = require('ilib-xliff');
const read = (end, between) => {
  const file = new Xliff();
  file.deserialize(`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="th" trgLang="en">
<file id="f" original="f"><unit id="p1"><segment><source>ฝนตก${end}</source><target>It rained.${end}</target></segment>${between}<segment>
<source>ถนนปิด</source><target>Roads were closed.</target></segment></unit></file></xliff>`);
  return file.getTranslationUnits().map((unit) => `${unit.source} | ${unit.target}`).join(' / ');
};
console.log(read('', '<ignorable><source> </source><target> </target></ignorable>'));
console.log(read(' ', ''));
JS
mapfile -t seen < <(node read.js)
check "with the space in an ignorable" "ฝนตกถนนปิด | It rained.Roads were closed." "${seen[0]}"
check "with the space in the segment" "ฝนตก ถนนปิด | It rained. Roads were closed." "${seen[1]}"
