#!/usr/bin/env bash
# Unidecode writes the Thai repetition mark ๆ as "+" and the abbreviation mark ฯ as "~", in Python
# and in Perl.
#
# One would guess that ๆ is left out, or repeats the word, and ฯ is a point. The result looks like
# arithmetic, and in a search or a file name both signs have another meaning. Vowels that are
# written first stay first, so that เชียงใหม่ is echiiyngaihm: of no use to compare with Chiang Mai.
# Hurt: who matches Thai names with English ones by transliteration.
# Version: python3-unidecode 1.3.6-1, libtext-unidecode-perl 1.30-3 (Debian 12). Fails if the
# behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian python3-unidecode=1.3.6-1 libtext-unidecode-perl=1.30-3
text="เด็ก ๆ กรุงเทพฯ เชียงใหม่"
check "by Python" "edk + krungethph~ echiiyngaihm" \
  "$(inside /usr/bin/python3 -c 'import sys, unidecode; print(unidecode.unidecode(sys.argv[1]))' "$text")"
check "by Perl" "edk + krungethph~ echiiyngaihm" \
  "$(inside perl -CSA -MText::Unidecode -e 'print unidecode(shift)' "$text")"
