#!/usr/bin/env bash
# SentencePiece, encoding and decoding with a model of its default training, gives another text back
# for every Thai text with ำ.
#
# One would guess that decode(encode(text)) is the text, but for runs of spaces: it is made to be
# lossless. Its default normalisation, nmt_nfkc, splits U+0E33 SARA AM into U+0E4D NIKHAHIT and
# U+0E32 SARA AA, which look the same and are not canonically equivalent, so that NFC does not undo
# it. With a tone mark the marks are then in another order than anyone types. Zero width spaces
# between Thai words become visible spaces. Hurt: who looks up, or compares with memories and
# lexicons, text that came from a translation system. Training with
# --normalization_rule_name=identity avoids it.
# Version: sentencepiece 0.1.97-3+b1 (Debian 12). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
debian sentencepiece=0.1.97-3+b1
for number in {1..300}; do echo "น้ำท่วมทำให้คนจำนวน $number คน ต้องย้าย ราคา $((number * 7)) บาท"; done >lines.txt
# U+200B stands between the second and the third word.
printf 'ทำงานจำนวน\u200bมาก\n' >text.txt
for rule in "" identity; do
  inside spm_train --input=lines.txt --model_prefix=model --vocab_size=60 ${rule:+--normalization_rule_name=$rule} 2>train.log
  inside spm_encode --model=model.model <text.txt | inside spm_decode --model=model.model
done >seen.txt
mapfile -t seen <seen.txt
check "given back by default" "$(printf 'ท\u0e4d\u0e32งานจ\u0e4d\u0e32นวน มาก')" "${seen[0]}"
check "given back with the rule identity" "$(cat text.txt)" "${seen[1]}"
