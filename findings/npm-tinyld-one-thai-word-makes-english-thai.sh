#!/usr/bin/env bash
# The npm package tinyld 1.3.4 says "Thai, accuracy 1" of an English sentence that has one Thai word
# in it.
#
# One would guess English, or both with shares: 15 English words stand against one of four letters.
# A script that only one language uses seems to end the search before words are counted. franc
# 6.2.0, which counts letters by script, says English. Hurt: who sorts the sides of bilingual text,
# or filters pairs, by language: English with Thai names is thrown out.
# Version: npm tinyld 1.3.4, franc 6.2.0. Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
npm_packages tinyld@1.3.4 franc@6.2.0
cat >language.mjs <<'JS'
import { createRequire } from 'node:module';
import { franc } from 'franc';
const { detectAll } = createRequire(import.meta.url)('tinyld');
const text = 'The report says that farmers of the province sold less ข้าว this year than the year before.';
console.log(detectAll(text).map((found) => `${found.lang} ${found.accuracy}`).join(', '));
console.log(franc(text));
JS
mapfile -t seen < <(node language.mjs)
check "language by tinyld" "th 1" "${seen[0]}"
check "language by franc" "eng" "${seen[1]}"
