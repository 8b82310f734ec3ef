#!/usr/bin/env bash
# OmegaT 3.6.0 writes the dates of TMX in the Buddhist Era where the locale is th_TH, and reads
# others as of the 15th century.
#
# One would guess that 20250614T000000Z is written anywhere: the format of TMX is ISO 8601, in UTC.
# OmegaT formats and parses it with Java's default calendar, and Java takes the Buddhist one for
# th_TH (not for th alone). So memories from a Thai desktop are dated 2568, those from elsewhere are
# shown there as of 1482, and "the newest wins" is decided wrongly where both meet. Hurt: who merges
# or filters memories by creationdate and changedate.
# Version: omegat 3.6.0.10+dfsg-3 (Debian 12), OpenJDK 17. Fails if the behaviour changes.
# shellcheck source-path=SCRIPTDIR source=common.bash
. "$(dirname "$0")/common.bash"
command -v javac >/dev/null || {
  echo "needs a Java development kit, such as Debian's default-jdk-headless" >&2
  exit 1
}
debian omegat=3.6.0.10+dfsg-3
cat >Dates.java <<'JAVA'
import java.util.Date;
import org.omegat.util.TMXDateParser;
public class Dates {
  public static void main(String[] arguments) throws Exception {
    TMXDateParser dates = new TMXDateParser();
    System.out.println(dates.getTMXDate(new Date(1749859200000L)));
    System.out.println(dates.parse("20250614T000000Z").toInstant());
  }
}
JAVA
dated() { java -cp root/usr/share/omegat/OmegaT.jar "$@" Dates.java | paste -s -d ' '; }
check "14 June 2025 written, and read from 20250614T000000Z, in en_US" "20250614T000000Z 2025-06-14T00:00:00Z" \
  "$(dated -Duser.language=en -Duser.country=US)"
check "the same in th_TH" "25680614T000000Z 1482-06-23T00:00:00Z" \
  "$(dated -Duser.language=th -Duser.country=TH)"
