#!/usr/bin/env bash
# The npm package tmexchange 2.0.6 reads TMX units without a tuid into a map by their source text:
# the last one stays.
#
# One would guess that every unit comes back. A tuid is optional in TMX, and memories hold the same
# source with different translations on purpose (ครับ: yes, sir, all right). The reader uses the text
# of the first tuv as the key, so that one of these units is left. Hurt: who counts or converts the
# units of a memory with it; a tuid in each tu avoids it.
# Version: npm tmexchange 2.0.6. Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
npm_packages tmexchange@2.0.6
cat >read.js <<'JS'
const read = require('tmexchange/tmx2js');
const unit = (id, th, en) =>
  `<tu${id}><tuv xml:lang="th"><seg>${th}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`;
const tmx = (units) => `<tmx version="1.4"><header creationtool="hand" creationtoolversion="1" segtype="sentence"
  o-tmf="none" adminlang="en" srclang="th" datatype="plaintext"/><body>${units}</body></tmx>`;
const pairs = [['ครับ', 'Yes.'], ['ครับ', 'All right.'], ['เปิด', 'Open'], ['เปิด', 'On']];
const count = (withId) => read(tmx(pairs.map(([th, en], i) => unit(withId ? ` tuid="${i}"` : '', th, en)).join('')),
  (error, memory) => console.log(Object.values(memory.resources).map((each) => each.en).join(' / ')));
count(false);
count(true);
JS
mapfile -t seen < <(node read.js)
check "of four units without tuid" "All right. / On" "${seen[0]}"
check "of four units with tuid" "Yes. / All right. / Open / On" "${seen[1]}"
