#!/usr/bin/env bash
# The npm package xliff 6.4.0 keeps only the last segment of an XLIFF 2 unit, without an error.
#
# One would guess that both segments come back, in an array or joined: a unit of XLIFF 2 is a
# paragraph, its segments are the sentences, and that is how aligned or segmented text is stored.
# The reader overwrites the first with the second, and what it writes again holds one sentence of
# the two. Hurt: who puts the sentences of a paragraph into one unit.
# Version: npm xliff 6.4.0. Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
npm_packages xliff@6.4.0
cat >read.js <<'JS'
const xliff = require('xliff');
const text = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="th" trgLang="en">
<file id="f"><unit id="p1">
<segment id="s1"><source>ฝนตกหนัก </source><target>It rained hard. </target></segment>
<segment id="s2"><source>ถนนปิดสามสาย</source><target>Three roads were closed.</target></segment>
</unit></file></xliff>`;
xliff.xliff2js(text).then(async (read) => {
  const unit = read.resources.f.p1;
  console.log(`${unit.source} | ${unit.target}`);
  console.log(((await xliff.js2xliff(read)).match(/<segment/g) || []).length);
});
JS
mapfile -t seen < <(node read.js)
check "read from a unit of two segments" "ถนนปิดสามสาย | Three roads were closed." "${seen[0]}"
check "segments written again" 1 "${seen[1]}"
