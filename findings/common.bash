# Read by every script of this folder: it works in a new temporary folder, that is removed at the end.
# shellcheck shell=bash
set -euo pipefail
export LC_ALL=C.UTF-8
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# Unpacks Debian packages (NAME=VERSION ...), and those they need that are not installed, into root/.
debian() {
  local needed
  needed=$(apt-get install --simulate --no-install-recommends "$@" 2>/dev/null |
    sed -n 's/^Inst \([^ ]*\) .*(\([^ ]*\) .*/\1=\2/p') || true
  mkdir -p debs root
  # shellcheck disable=SC2086
  (cd debs && apt-get download -qq "$@" $needed 2>apt.log) || {
    echo "can't download $*: $(grep '^E:' debs/apt.log | head -n 1) (is 'apt-get update' done?)" >&2
    exit 1
  }
  local file
  for file in debs/*.deb; do dpkg -x "$file" root; done
}

# Runs a command with the programs, libraries and modules of root/ first.
inside() {
  local lib
  lib=$folder/root/usr/lib/$(uname -m)-linux-gnu
  PATH=$folder/root/usr/bin:$PATH LD_LIBRARY_PATH=$lib \
    PYTHONPATH=$folder/root/usr/lib/python3/dist-packages \
    PERL5LIB=$folder/root/usr/share/perl5:$lib/perl5/5.36 "$@"
}

# Installs npm packages (NAME@VERSION ...) into node_modules/; nothing of theirs is run by that.
npm_packages() {
  npm install --ignore-scripts --no-audit --no-fund --no-save --loglevel=error "$@" >npm.log 2>&1 || {
    echo "can't install $*: $(head -n 1 npm.log)" >&2
    exit 1
  }
}

# icu_breaks KIND TEXT...: prints each text with | at the breaks of ICU's iterator of that kind (Word, Sentence), Thai locale.
# Needs libicu72 and libicu-dev.
icu_breaks() {
  cat >breaks.cc <<CC
#include <unicode/brkiter.h>
#include <iostream>
#include <memory>
int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::create$1Instance("th", status));
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(argv[i]);
    breaks->setText(text);
    std::string line;
    for (int32_t begin = 0, end = breaks->next(); end != icu::BreakIterator::DONE; begin = end, end = breaks->next()) {
      if (begin > 0) line += "|";
      text.tempSubStringBetween(begin, end).toUTF8String(line);
    }
    std::cout << line << "\\n";
  }
}
CC
  shift
  g++ -std=c++17 -Iroot/usr/include breaks.cc -Lroot/usr/lib/"$(uname -m)"-linux-gnu -licuuc -licudata -o breaks
  inside ./breaks "$@"
}

# check WHAT EXPECTED SEEN: prints what was seen, and fails if it is not what was seen when this was written.
check() {
  printf '%s: %s\n' "$1" "$3"
  [[ $3 == "$2" ]] || {
    printf 'changed: %s was %s\n' "$1" "$2" >&2
    exit 1
  }
}

# thai_page FILE TEXT: makes a PDF or PNG of a line of Thai, by Pango, from the packages thai_page_packages, unpacked before.
# shellcheck disable=SC2034
thai_page_packages=(pango1.0-tools=1.50.12+ds-1 libcairo2=1.16.0-7 fonts-tlwg-garuda-ttf=1:0.7.3-1)
thai_page() {
  cat >fonts.conf <<XML
<?xml version="1.0"?><fontconfig><dir>$folder/root/usr/share/fonts</dir><cachedir>$folder/cache</cachedir></fontconfig>
XML
  printf '%s\n' "$2" >page.txt
  FONTCONFIG_FILE=$folder/fonts.conf inside pango-view --font='Garuda 28' --no-display --output="$1" page.txt
}

# docx FILE PARAGRAPHS: makes a Word file of elements w:p; line ends between elements are left out.
docx() {
  mkdir -p docx/_rels docx/word
  local office=http://schemas.openxmlformats.org
  local types=$office/package/2006/content-types relations=$office/package/2006/relationships
  local main=application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml
  cat >'docx/[Content_Types].xml' <<XML
<Types xmlns="$types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="$main"/></Types>
XML
  cat >docx/_rels/.rels <<XML
<Relationships xmlns="$relations"><Relationship Id="r1" Target="word/document.xml"
Type="$office/officeDocument/2006/relationships/officeDocument"/></Relationships>
XML
  cat >docx/word/document.xml <<XML
<w:document xmlns:w="$office/wordprocessingml/2006/main"><w:body>${2//$'\n'/}</w:body></w:document>
XML
  (cd docx && python3 -m zipfile -c "$folder/$1" '[Content_Types].xml' _rels/ word/)
}

# odt FILE CONTENT: makes an OpenDocument text of the elements of its office:text; line ends between elements are left out.
odt() {
  mkdir -p odt/META-INF
  local names=urn:oasis:names:tc:opendocument:xmlns type=application/vnd.oasis.opendocument.text part
  local spaces="xmlns:office='$names:office:1.0' xmlns:text='$names:text:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/'"
  printf '%s' $type >odt/mimetype
  {
    echo "<manifest:manifest xmlns:manifest='$names:manifest:1.0' manifest:version='1.2'>"
    echo "<manifest:file-entry manifest:full-path='/' manifest:media-type='$type'/>"
    for part in content styles meta; do
      echo "<manifest:file-entry manifest:full-path='$part.xml' manifest:media-type='text/xml'/>"
    done
    echo "</manifest:manifest>"
  } >odt/META-INF/manifest.xml
  cat >odt/styles.xml <<XML
<office:document-styles $spaces office:version="1.2"><office:styles/><office:automatic-styles/><office:master-styles/>
</office:document-styles>
XML
  echo "<office:document-meta $spaces office:version='1.2'><office:meta/></office:document-meta>" >odt/meta.xml
  cat >odt/content.xml <<XML
<office:document-content $spaces office:version="1.2"><office:body><office:text>${2//$'\n'/}</office:text></office:body>
</office:document-content>
XML
  (cd odt && python3 -m zipfile -c "$folder/$1" mimetype META-INF/ content.xml styles.xml meta.xml)
}

# What readers of OpenDocument make of a file, its lines with | between them. pandoc, odt2txt and Translate Toolkit are of Debian
# packages, officeparser of npm.
odt_by_pandoc() { inside pandoc -f odt -t plain --wrap=none "$1" | sed '/^$/d' | paste -s -d '|'; }
odt_by_odt2txt() { inside odt2txt --width=-1 "$1" | sed '/^$/d' | paste -s -d '|'; }
odt_by_translate_toolkit() {
  inside /usr/bin/python3 -m translate.convert.odf2xliff --progress=none "$1" units.xlf 2>odf2xliff.log
  sed -n 's/.*<source>\(.*\)<\/source>.*/\1/p' units.xlf | sed 's/<x [^>]*>/<x>/g' | paste -s -d '|'
}
odt_by_officeparser() {
  cat >officeparser.js <<'JS'
require('officeparser').parseOffice(process.argv[2]).then((file) => console.log(file.toText().split('\n').join('|')));
JS
  node officeparser.js "$1"
}
