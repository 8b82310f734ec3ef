#!/usr/bin/env bash
# OpenJDK's BreakIterator divides Thai into words only where it was asked for the locale Thai; for
# English a run is one word.
#
# One would guess that the script decides, as in ICU, from which the class came and which divides
# Thai for any locale. A tool that takes the iterator of its interface, or of the source language,
# sees a Thai sentence as one or two words: word counts and matches by words are far off. Hurt: who
# measures or matches Thai text in tools written in Java.
# Version: OpenJDK 17.0 (Debian 12: openjdk-17). Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
command -v javac >/dev/null || {
  echo "needs a Java development kit, such as Debian's default-jdk-headless" >&2
  exit 1
}
cat >Words.java <<'JAVA'
import java.text.BreakIterator;
import java.util.Locale;
public class Words {
  public static void main(String[] arguments) {
    String text = "เขากินข้าวที่ห้องสมุด";
    for (String language : new String[] {"en", "th"}) {
      BreakIterator words = BreakIterator.getWordInstance(new Locale(language));
      words.setText(text);
      StringBuilder line = new StringBuilder();
      for (int begin = words.first(), end = words.next(); end != BreakIterator.DONE; begin = end, end = words.next())
        line.append(begin > 0 ? "|" : "").append(text, begin, end);
      System.out.println(line);
    }
  }
}
JAVA
mapfile -t seen < <(java -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 Words.java)
java -version 2>&1 | head -n 1
check "words by the iterator for en" "เขากินข้าวที่ห้องสมุด" "${seen[0]}"
check "words by the iterator for th" "เขา|กิน|ข้าว|ที่|ห้องสมุด" "${seen[1]}"
