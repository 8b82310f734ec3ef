// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/tmx_reader.h"

#include <gmock/gmock.h>
#include <zlib.h>

#include <string>
#include <vector>

#include "tests/error_message.h"
#include "tests/tm/bitext_builder.h"
#include "tests/tm/tmx/tmx_builder.h"
#include "text/error.h"
#include "tm/date.h"
#include "tm/tmx/xml_repair.h"

namespace thalign {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

std::string error_of(const std::string& bytes) {
  return error_message([&] { read_tmx(bytes); });
}

std::string utf16(const std::string& ascii, bool big_endian) {
  std::string bytes;
  for (const char c : ascii) bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return bytes;
}

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 100, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

// ---- what is read

TEST(TmxReader, ReadsTextsLanguagesAndDescriptions) {
  const ReadUnits read = read_tmx(tmx_around(
      R"(<tu tuid="a1" creationdate="20240229T010203Z" creationid="nok" usagecount="3">)"
      R"(<note xml:lang="en">check</note><prop type="x-domain">ข่าว &amp; กีฬา</prop>)"
      R"(<tuv xml:lang="th" changedate="20240301T000000Z"><prop type="p">q</prop>)"
      R"(<seg>ฝน &lt; แดด</seg></tuv><tuv xml:lang="en"><seg>Rain &#60; sun</seg></tuv></tu>)"));
  EXPECT_THAT(read.kinds(), IsEmpty());
  ASSERT_EQ(read.units.size(), 1U);
  const TranslationUnit& unit = read.units[0];
  EXPECT_EQ(unit.id, "a1");
  EXPECT_EQ(unit.about.created, parse_date("20240229T010203Z"));
  EXPECT_THAT(unit.about.attributes,
              ElementsAre(Attribute{"creationid", "nok"}, Attribute{"usagecount", "3"}));
  EXPECT_THAT(unit.about.notes, ElementsAre(Note{"check", "en"}));
  EXPECT_THAT(unit.about.properties, ElementsAre(Property{"x-domain", "ข่าว & กีฬา"}));
  ASSERT_EQ(unit.variants.size(), 2U);
  EXPECT_EQ(unit.variants[0].language, "th");
  EXPECT_EQ(unit.variants[0].text, "ฝน < แดด");
  EXPECT_EQ(unit.variants[0].markup, "");
  EXPECT_EQ(unit.variants[0].about.changed, parse_date("20240301T000000Z"));
  EXPECT_THAT(unit.variants[0].about.properties, ElementsAre(Property{"p", "q"}));
  EXPECT_EQ(unit.variants[1].text, "Rain < sun");
  EXPECT_EQ(read.header.source_language, "th");
  EXPECT_THAT(read.languages, ElementsAre(Pair("th", 1), Pair("en", 1)));
}

TEST(TmxReader, WhatIsReadIsWrittenTheSame) {
  const std::string body =
      R"(<tu tuid="a&quot;1" creationdate="20240229T010203Z" creationid="nok">)"
      R"(<note>two
lines</note><prop type="x&#10;y" xml:lang="th">a	b&#13;</prop>)"
      R"(<tuv xml:lang="th"><note>n</note><seg> ฝน  <bpt i="1" x="2">&lt;b></bpt>แดด<ept i="1"/></seg></tuv>)"
      R"(<tuv xml:lang="en"><seg>Rain	and
sun</seg></tuv><tuv xml:lang="fr"><seg>Pluie</seg></tuv></tu>)";
  const ReadUnits read = read_tmx(tmx_around(body));
  EXPECT_THAT(read.kinds(), IsEmpty());
  EXPECT_EQ(read.units[0].variants[0].text, " ฝน  แดด");
  EXPECT_EQ(read.units[0].variants[0].markup,
            " ฝน  <bpt i=\"1\" x=\"2\">&lt;b&gt;</bpt>แดด<ept i=\"1\"></ept>");
  EXPECT_EQ(read.units[0].variants[1].text, "Rain\tand\nsun");
  const ReadUnits again = read_tmx(write_tmx(read));
  EXPECT_EQ(again.units, read.units);
  EXPECT_THAT(again.kinds(), IsEmpty());
}

TEST(TmxReader, ReadsBackTheBeadsOfTheWriter) {
  std::ostringstream out;
  const OwnedBitext owned = flood_report();
  write_beads(owned, *make_tmx_writer(out, {.source_language = "th", .null_beads = true}));
  const ReadUnits read = read_tmx(out.str());
  ASSERT_EQ(read.units.size(), 4U);
  BitextReader beads(owned.view());
  for (const TranslationUnit& unit : read.units) {
    const TranslationUnit& bead = *beads.next();
    ASSERT_EQ(unit.variants.size(), 2U);
    EXPECT_THAT(unit.about.properties, IsEmpty());
    EXPECT_NEAR(*unit.confidence, *bead.confidence, 1e-4);
    for (std::size_t side = 0; side < 2; ++side) {
      EXPECT_EQ(unit.variants[side].missing(), bead.variants[side].missing());
      EXPECT_EQ(unit.variants[side].offsets, bead.variants[side].offsets);
      EXPECT_EQ(unit.variants[side].document, bead.variants[side].document);
    }
  }
  EXPECT_EQ(write_tmx(read), out.str());
}

TEST(TmxReader, ForeignPropertiesOfTheSameNameStay) {
  const ReadUnits read = read_tmx(
      tmx_around("<tu><prop type=\"x-score\">0.93</prop><prop type=\"x-source-offsets\">a</prop>"
                 "<tuv xml:lang=\"th\"><seg>ก</seg></tuv><tuv xml:lang=\"en\"><seg>a</seg></tuv>"
                 "</tu>"));
  EXPECT_THAT(read.units[0].about.properties,
              ElementsAre(Property{"x-score", "0.93"}, Property{"x-source-offsets", "a"}));
  EXPECT_EQ(read.units[0].score, std::nullopt);
}

TEST(TmxReader, ManyUnitsComeBackWhateverTheSizeOfPieces) {
  std::string body;
  for (int i = 0; i < 5000; ++i) {
    body += tu("ข้อความที่ " + std::to_string(i),
               std::string(static_cast<std::size_t>(i % 97), 'x') + std::to_string(i));
  }
  const ReadUnits read = read_tmx(tmx_around(body));
  ASSERT_EQ(read.units.size(), 5000U);
  for (std::size_t i = 0; i < 5000; ++i) {
    ASSERT_EQ(read.units[i].variants[0].text, "ข้อความที่ " + std::to_string(i));
    ASSERT_TRUE(read.units[i].variants[1].text.ends_with(std::to_string(i)));
  }
  EXPECT_EQ(read_tmx(gzip(tmx_around(body))).units, read.units);
}

// ---- encodings

TEST(TmxReader, ReadsUtf8AndUtf16WithAndWithoutMark) {
  const std::string file = tmx_around(tu("a", "b"));
  for (const std::string& bytes :
       {file, "\xEF\xBB\xBF" + file, "\xFF\xFE"s + utf16(file, false),
        "\xFE\xFF"s + utf16(file, true), utf16(file, false), utf16(file, true)}) {
    const ReadUnits read = read_tmx(bytes);
    ASSERT_EQ(read.units.size(), 1U);
    EXPECT_EQ(read.units[0].variants[1].text, "b");
    EXPECT_THAT(read.kinds(), IsEmpty());
  }
}

TEST(TmxReader, ReadsDeclared8BitEncodings) {
  const auto declared = [](const std::string& encoding, const std::string& text) {
    std::string file = tmx_around(tu(text, "b"));
    return file.replace(0, std::string("<?xml version=\"1.0\"?>").size(),
                        "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>");
  };
  for (const char* name : {"windows-874", "TIS-620", "ISO-8859-11", "cp874"}) {
    EXPECT_EQ(read_tmx(declared(name, "\xA1\xD2")).units[0].variants[0].text, "กา") << name;
  }
  EXPECT_EQ(read_tmx(declared("windows-1252", "\x80")).units[0].variants[0].text, "€");
  EXPECT_THAT(error_of(declared("Shift_JIS", "\x82\xA0")), HasSubstr("convert the file to UTF-8"));
  EXPECT_THAT(error_of(declared("EBCDIC-XX", "a")), HasSubstr("convert the file to UTF-8"));
  EXPECT_THAT(error_of(declared("windows-874", "\xFF")), HasSubstr("broken XML"));
}

TEST(TmxReader, BytesGoBeforeADeclarationTheyContradict) {
  const std::string contradicted = "encoding that the bytes contradict: read as what they are";
  std::string file = tmx_around(tu("กา", "b"));
  file.replace(0, std::string("<?xml version=\"1.0\"?>").size(),
               "<?xml version=\"1.0\" encoding=\"UTF-16\"?>");
  const ReadUnits read = read_tmx(file);
  EXPECT_EQ(read.units[0].variants[0].text, "กา");
  EXPECT_THAT(read.kinds(), ElementsAre(contradicted));
  file.replace(file.find("UTF-16"), 6, "ISO-8859-1");
  EXPECT_THAT(read_tmx("\xEF\xBB\xBF" + file).kinds(), ElementsAre(contradicted));
}

// ---- inline codes

struct Codes {
  std::string seg, text, markup;
};

TEST(TmxReader, StripsInlineCodesFromTheTextAndKeepsThem) {
  for (const Codes& c : std::vector<Codes>{
           {"a<ph x='1'>&lt;br/></ph>b", "ab", "a<ph x=\"1\">&lt;br/&gt;</ph>b"},
           {"<hi type='t'>a</hi>b", "ab", "<hi type=\"t\">a</hi>b"},
           {"a<it pos='end'>x</it>", "a", "a<it pos=\"end\">x</it>"},
           {"a<ut>x<sub>flow <ph>y</ph></sub>z</ut>", "a",
            "a<ut>x<sub>flow <ph>y</ph></sub>z</ut>"},
           {"<bpt i='2'/>a<bpt i='1'/>b<ept i='2'/><ept i='1'/>", "ab",
            "<bpt i=\"2\"></bpt>a<bpt i=\"1\"></bpt>b<ept i=\"2\"></ept><ept i=\"1\"></ept>"},
       }) {
    const ReadUnits read = read_tmx(tmx_around(tu(c.seg, "x")));
    EXPECT_EQ(read.units[0].variants[0].text, c.text) << c.seg;
    EXPECT_EQ(read.units[0].variants[0].markup, c.markup) << c.seg;
    EXPECT_THAT(read.kinds(), IsEmpty()) << c.seg;
    EXPECT_EQ(read_tmx(write_tmx(read)).units, read.units);
  }
}

TEST(TmxReader, RepairsInlineCodes) {
  for (const Codes& c : std::vector<Codes>{
           {"<bpt i='1' x='2'>b</bpt>a", "a", "<it pos=\"begin\" x=\"2\">b</it>a"},
           {"a<ept i='1'>b</ept>", "a", "a<it pos=\"end\">b</it>"},
           {"<bpt>b</bpt>a<ept>c</ept>", "a", "<it pos=\"begin\">b</it>a<it pos=\"end\">c</it>"},
           {"<bpt i='1'/><bpt i='1'/>a<ept i='1'/>", "a",
            "<it pos=\"begin\"></it><bpt i=\"1\"></bpt>a<ept i=\"1\"></ept>"},
           {"a<it>x</it>", "a", "a<it pos=\"begin\">x</it>"},
           {"a<b>c</b>", "ac", ""},
           {"<sub>a</sub>", "a", ""},
           {"<ph><ph>x</ph></ph>a", "a", "<ph>x</ph>a"},
           {"<ph colour='red'/>a", "a", "<ph></ph>a"},
       }) {
    const ReadUnits read = read_tmx(tmx_around(tu(c.seg, "x")));
    EXPECT_EQ(read.units[0].variants[0].text, c.text) << c.seg;
    EXPECT_EQ(read.units[0].variants[0].markup, c.markup) << c.seg;
    EXPECT_EQ(read.kinds().size(), 1U) << c.seg;
    EXPECT_THAT(read_tmx(write_tmx(read)).kinds(), IsEmpty()) << c.seg;
  }
}

// ---- repairs

TEST(TmxReader, ReportsEachRepairWithItsPlace) {
  const ReadUnits read = read_tmx(
      tmx_around("<tu creationdate=\"2024-02-29T01:02:03Z\">\n <tuv xml:lang=\"TH_th\"><seg>ก</seg>"
                 "</tuv>\n <tuv lang=\"en\"><seg>a</seg></tuv></tu>"));
  const auto repair = [](std::size_t line, std::size_t column, const char* kind) {
    return testing::AllOf(testing::Field(&Repair::line, line),
                          testing::Field(&Repair::column, column),
                          testing::Field(&Repair::kind, kind));
  };
  EXPECT_THAT(
      read.repairs,
      ElementsAre(
          repair(5, 1, "date in another form than TMX asks for"),
          repair(6, 2, "language code with '_' instead of '-'"),
          repair(7, 2, "lang instead of xml:lang"),
          repair(7, 35,
                 "source language with other subtags than in the texts: taken as the same")));
  EXPECT_EQ(read.units[0].variants[0].language, "TH-th");
  EXPECT_EQ(read.units[0].about.created, parse_date("20240229T010203Z"));
}

TEST(TmxReader, RepairsAndReports) {
  const auto kinds = [](const std::string& bytes) { return read_tmx(bytes).kinds(); };
  const std::string good = tu("ก", "a");
  EXPECT_THAT(kinds(tmx_around("<tu><tuv><seg>a</seg></tuv></tu>")),
              ElementsAre("tuv without a language: taken as und", "unit of one language only",
                          "unit without a text in the source language"));
  EXPECT_THAT(kinds(tmx_around(tu("", "a"))), ElementsAre("empty seg"));
  EXPECT_THAT(kinds(tmx_around(good + "<tu></tu>")), ElementsAre("tu without any text: left out"));
  EXPECT_THAT(kinds(tmx_around(good + "<x>y</x>")),
              ElementsAre("element TMX does not allow there: left out"));
  EXPECT_THAT(kinds(tmx_around("<tu creationdate='soon'>" + good.substr(4))),
              ElementsAre("date that can't be read: left out"));
  EXPECT_THAT(kinds(tmx_around("<tu colour='red'>" + good.substr(4))),
              ElementsAre("attribute TMX does not know: left out"));
  EXPECT_THAT(kinds("<tmx><body>" + good + "</body></tmx>"),
              ElementsAre("version of TMX that is not known: read as 1.4"));
  EXPECT_THAT(kinds("<tmx version='1.1'><header/><body>" + good + "</body></tmx>"),
              ElementsAre("header without an attribute that TMX requires"));
  EXPECT_THAT(kinds(tmx_around("<tu><tuv xml:lang=' th\n '><seg>a</seg></tuv><tuv xml:lang='en'>"
                               "<seg>b</seg></tuv></tu>")),
              ElementsAre("language code with white space around it: left out"));
  EXPECT_THAT(kinds("<!DOCTYPE tmx SYSTEM 'tmx14.dtd'>\n<tmx version='1.4'><body>" +
                    tu("ก&nbsp;ข", "a") + "</body></tmx>"),
              ElementsAre("entity of HTML: taken as its character"));
}

TEST(TmxReader, NamespacesAreNoRepairs) {
  const ReadUnits read = read_tmx(
      "<t:tmx xmlns:t='http://www.lisa.org/tmx14' version='1.4'><t:body><t:tu><t:tuv xml:lang='th'>"
      "<t:seg>a<t:ph/>b</t:seg></t:tuv><t:tuv xml:lang='en'><t:seg>c</t:seg></t:tuv></t:tu>"
      "</t:body></t:tmx>");
  EXPECT_THAT(read.kinds(), IsEmpty());
  EXPECT_EQ(read.units[0].variants[0].markup, "a<ph></ph>b");
  EXPECT_THAT(read_tmx("<tmx xmlns='http://www.lisa.org/tmx14' version='1.4'><body>" +
                       tu("ก", "a") + "</body></tmx>")
                  .kinds(),
              IsEmpty());
}

// ---- refusals

TEST(TmxReader, RefusesWithThePlace) {
  EXPECT_EQ(error_of(tmx_around(tu("a <b c", "c"))),
            "test.tmx:5:35: broken XML: not well-formed (invalid token); correct the file "
            "there");
  EXPECT_THAT(error_of(tmx_around(tu("\xFF", "c"))), testing::StartsWith("test.tmx:5:29: "));
  EXPECT_THAT(error_of("<xliff/>"), HasSubstr("not a TMX file: its root element is xliff"));
  EXPECT_THAT(error_of(""), HasSubstr("is empty"));
  EXPECT_THAT(error_of("text"), HasSubstr("broken XML"));
  EXPECT_THAT(error_of(tmx_around("")), HasSubstr("holds no translation unit"));
}

TEST(TmxReader, ReturnsTheUnitsBeforeAFault) {
  const std::string file = tmx_around(tu("ก", "a") + tu("ข", "b"));
  std::istringstream in(file.substr(0, file.size() - 10));
  TmxReader reader(ByteSource(in, "cut.tmx"));
  EXPECT_NE(reader.next(), nullptr);
  EXPECT_NE(reader.next(), nullptr);
  EXPECT_THROW(reader.next(), Error);
}

TEST(TmxReader, ExpandsNoEntityAndOpensNothing) {
  const auto with = [](const std::string& subset, const std::string& seg) {
    return "<!DOCTYPE tmx [" + subset + "]>" + tmx_around(tu(seg, "a")).substr(21);
  };
  EXPECT_THAT(error_of(with("<!ENTITY a 'b'>", "&a;")), HasSubstr("declares the entity 'a'"));
  EXPECT_THAT(error_of(with("<!ENTITY a SYSTEM '/etc/passwd'>", "&a;")),
              HasSubstr("declares the entity 'a'"));
  EXPECT_THAT(error_of(with("<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>", "&b;")),
              HasSubstr("declares the entity 'a'"));
  EXPECT_EQ(error_of(with("<!ENTITY % p SYSTEM 'http://localhost/x'> %p;", "x")), "no error");
  EXPECT_EQ(error_of(with("<!ENTITY lt '&#38;#60;'>", "&lt;")), "no error");
  EXPECT_EQ(error_of("<!DOCTYPE tmx SYSTEM 'x.dtd'><tmx version='1.4'><body>"
                     "<tu tuid='&nbsp;'><tuv xml:lang='th'><seg>a</seg></tuv></tu></body></tmx>"),
            "no error");
}

// ---- single bad places

auto kinds_of(const std::string& bytes) { return read_tmx(bytes).kinds(); }

std::string first_source(const std::string& seg) {
  return read_tmx(tmx_around(tu(seg, "a"))).units.at(0).variants.at(0).text;
}

TEST(TmxReader, RepairsSinglePlaces) {
  EXPECT_EQ(first_source("ร้าน A & B"), "ร้าน A & B");
  EXPECT_EQ(first_source("a &; b &# c &&amp;"), "a &; b &# c &&");
  EXPECT_EQ(first_source("1 < 2"), "1 < 2");
  EXPECT_EQ(first_source("ก&nbsp;ข&hellip;"), "ก\u00A0ข…");
  EXPECT_EQ(first_source("&unheard;"), "&unheard;");
  EXPECT_EQ(first_source("ก\x01ข&#11;ค&#xFFFF;"), "กขค");
  EXPECT_EQ(first_source("&#xD83D;&#xDE00;"), "\U0001F600");
  EXPECT_EQ(first_source("<![CDATA[a & b]]> &amp; &#38;"), "a & b & &");
  EXPECT_EQ(first_source("<!-- a & b > --> c<?x a & b > ?>"), " c");
}

TEST(TmxReader, ReportsTheRepairs) {
  EXPECT_THAT(kinds_of(tmx_around(tu("a & b", "c&d"))),
              ElementsAre("'&' that begins no reference: taken as '&amp;'"));
  EXPECT_THAT(kinds_of("\n \n" + tmx_around(tu("a", "c"))),
              ElementsAre("white space before the XML declaration: left out"));
  EXPECT_THAT(
      kinds_of(tmx_around("<tu><tuv xml:lang='th'>ก</tuv><tuv xml:lang='en'>a<seg>b</seg></tuv>"
                          "</tu>")),
      ElementsAre("text in a tuv without a seg: taken as its seg",
                  "text outside of a seg: left out"));
}

/// What a repair needs to see may come in two pieces.
TEST(XmlRepair, PiecesDoNotMatter) {
  const std::string xml =
      "\n<?xml version='1.0'?><!DOCTYPE a [<!ELEMENT a (b)>]><a x='&nbsp;&'><!-- & -> "
      "--><![CDATA[&]]]>"
      "]]><b>&#xD83D;&#xDE00; 1 < 2 & &x; \x02</b><?p & ?></a>";
  const auto repaired = [&](std::size_t size) {
    XmlRepair repair({});
    std::string out;
    for (std::size_t at = 0; at < xml.size(); at += size) {
      repair.add(std::string_view(xml).substr(at, size), at + size >= xml.size(), out);
    }
    return out;
  };
  const std::string whole = repaired(xml.size());
  EXPECT_THAT(whole, testing::EndsWith("<b>&#128512; 1 &lt; 2 &amp; &amp;x; </b><?p & ?></a>"));
  for (std::size_t size = 1; size < 40; ++size) EXPECT_EQ(repaired(size), whole) << size;
}

TEST(TmxReader, LowersYearsOfTheBuddhistCalendar) {
  const std::string unit = tu("ก", "a");
  const std::string file = tmx_around("<tu creationdate='25670229T010203Z'>" + unit.substr(4));
  EXPECT_EQ(read_tmx(file).units.at(0).about.created, parse_date("20240229T010203Z"));
  EXPECT_THAT(kinds_of(file),
              ElementsAre("date with a year of the Buddhist calendar: lowered by 543 years"));
}

TEST(TmxReader, RefusesBrokenCompression) {
  const std::string file = gzip(tmx_around(tu("ก", "a")));
  EXPECT_THAT(error_of(file.substr(0, file.size() / 2)), HasSubstr("ends too early"));
  std::string broken = file;
  broken[file.size() / 2] = static_cast<char>(broken[file.size() / 2] ^ 0x55);
  EXPECT_THAT(error_of(broken), testing::AnyOf(HasSubstr("is broken"), HasSubstr("broken XML"),
                                               HasSubstr("ends too early")));
}

TEST(ByteSource, RefusesWhatCantBeRead) {
  EXPECT_THROW(ByteSource(std::filesystem::path("/nowhere/x.tmx")), Error);
  EXPECT_THROW(ByteSource(std::filesystem::path("/tmp")), Error);
}

}  // namespace
}  // namespace thalign
