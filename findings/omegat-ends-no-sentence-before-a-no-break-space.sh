#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# OmegaT 3.6.0 ends no sentence where a no-break space follows it.
#
# One would guess that a full stop and any space end a sentence: the break rule of its default segmentation is a mark,
# then \s, and to ICU, on which other tools for SRX stand, \s has U+00A0 in it. In Java it does not. Texts from Word
# processors and web pages have no-break spaces behind full stops, so two sentences are one segment in OmegaT, and a
# memory that was cut by the same SRX file with ICU gives it no exact match.
# Version: omegat 3.6.0.10+dfsg-3, libicu-dev 72.1-3+deb12u1 (Debian 12), OpenJDK 17. Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
command -v javac >/dev/null || {
  echo "needs a Java development kit, such as Debian's default-jdk-headless" >&2
  exit 1
}
debian omegat=3.6.0.10+dfsg-3 libicu72=72.1-3+deb12u1 libicu-dev=72.1-3+deb12u1
cat >Cut.java <<'JAVA'
import java.util.ArrayList;
import org.omegat.core.segmentation.*;
import org.omegat.util.Language;
public class Cut {
  public static void main(String[] arguments) {
    Segmenter segmenter = new Segmenter();
    segmenter.setSRX(SRX.getDefault());
    System.out.println(segmenter.segment(new Language("EN"), arguments[0].replace('_', '\u00A0'), new ArrayList<>(),
        new ArrayList<>()).size());
  }
}
JAVA
sentences() {
  java -cp "root/usr/share/omegat/OmegaT.jar:root/usr/share/omegat/lib/*:/usr/share/omegat/lib/*:root/usr/share/java/*:/usr/share/java/*" Cut.java "$1"
}
cat >space.cc <<'CC'
#include <unicode/regex.h>
#include <iostream>
int main() {
  UErrorCode status = U_ZERO_ERROR;
  UParseError error;
  std::cout << (icu::RegexPattern::matches("\\s", icu::UnicodeString(char16_t(0xA0)), error, status) != 0) << "\n";
}
CC
g++ -std=c++17 -Iroot/usr/include space.cc -Lroot/usr/lib/"$(uname -m)"-linux-gnu -licui18n -licuuc -licudata -o space
check "segments of two sentences with a space between" 2 "$(sentences 'It rained. Roads were closed.')"
check "segments with a no-break space between" 1 "$(sentences 'It rained._Roads were closed.')"
check "whether \\s matches a no-break space in ICU" 1 "$(inside ./space)"
