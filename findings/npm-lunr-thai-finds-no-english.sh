#!/usr/bin/env bash
# lunr with the Thai of lunr-languages 1.22.0 finds no English word, though it indexes them.
#
# One would guess that "Digital library ห้องสมุด" is found by library: Thai pages are full of English,
# and the word stands in the index. The trimmer for Thai, which is run over the words that are
# searched for but does nothing to those of the text, takes away every character that is not Thai.
# The word arrives empty. Hurt: who searches mixed Thai and English pages or translation memories in
# the browser.
# Version: npm lunr 2.3.9, lunr-languages 1.22.0. Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
npm_packages lunr@2.3.9 lunr-languages@1.22.0
cat >search.js <<'JS'
const lunr = require('lunr');
require('lunr-languages/lunr.stemmer.support')(lunr);
lunr.wordcut = require('lunr-languages/wordcut');
require('lunr-languages/lunr.th')(lunr);
const index = lunr(function () {
  this.use(lunr.th);
  this.ref('id');
  this.field('text');
  this.add({ id: 'first', text: 'ห้องสมุดเปิดแล้ว' });
  this.add({ id: 'second', text: 'new library ห้องสมุด' });
});
for (const word of ['ห้องสมุด', 'library', 'library*'])
  console.log(index.search(word).map((found) => found.ref).sort().join(' '));
JS
mapfile -t seen < <(node search.js)
check "found for ห้องสมุด" "first second" "${seen[0]}"
check "found for library" "" "${seen[1]}"
check "found for library*" "second" "${seen[2]}"
