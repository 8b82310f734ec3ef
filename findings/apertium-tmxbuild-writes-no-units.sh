#!/usr/bin/env bash
# apertium-tmxbuild 3.8.3 aligns two texts, by hunalign's code inside it, and writes a TMX without
# any unit; its exit code is 0.
#
# One would guess a unit for each pair: the header is there, and of four plain sentences on both
# sides, even the same text twice, the aligner's own intermediate file, which is deleted at the end,
# has all four pairs. What reads that file for the TMX takes nothing from it. Neither its options
# nor the locales C and C.UTF-8 change that. Hurt: who takes it for a baseline, or counts its units:
# an empty memory looks like texts that don't match.
# Version: apertium 3.8.3-1+b2 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian apertium=3.8.3-1+b2
cat >text.en <<'TEXT'
The house is big and green. The dog runs in the garden every day. My mother eats an apple in the kitchen. We go to school.
TEXT
cat >text.es <<'TEXT'
La casa es grande y verde. El perro corre en el patio todos los días. Mi madre come una manzana en la cocina. Vamos a casa.
TEXT
for other in text.es text.en; do
  inside apertium-tmxbuild en es text.en $other memory.tmx
  check "exit code, units, headers for text.en and $other" "0 0 1" \
    "$? $(grep -c '<tu>' memory.tmx || true) $(grep -c '<header' memory.tmx)"
done
