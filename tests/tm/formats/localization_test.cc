// SPDX-License-Identifier: Apache-2.0
// PO, XLIFF and Wordfast: what localisation and translation tools write.
#include <gmock/gmock.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/error_message.h"
#include "tm/date.h"
#include "tm/formats/readers.h"
#include "tm/formats/writers.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using MakeFileReader = std::unique_ptr<UnitReader> (*)(ByteSource, const UnitReadOptions&);

struct ReadFile {
  std::vector<TranslationUnit> units;
  std::vector<std::string> texts;    ///< "th ก | en a"
  std::vector<std::string> repairs;  ///< kinds
};

ReadFile read_file(MakeFileReader make, const std::string& bytes, UnitReadOptions options = {}) {
  ReadFile result;
  std::istringstream in(bytes);
  options.on_repair = [&](const Repair& repair) { result.repairs.emplace_back(repair.kind); };
  const auto reader = make({in, "file"}, options);
  while (const TranslationUnit* const unit = reader->next()) {
    result.units.push_back(*unit);
    result.texts.push_back(unit->variants[0].language + " " + unit->variants[0].text + " | " +
                           unit->variants[1].language + " " + unit->variants[1].text);
  }
  return result;
}

std::string reading_error(MakeFileReader make, const std::string& bytes) {
  return error_message([&] { read_file(make, bytes); });
}

// ---- PO

const std::string kPoHeader =
    "msgid \"\"\nmsgstr \"\"\n\"Language: th\\n\"\n\"Content-Type: text/plain; "
    "charset=UTF-8\\n\"\n\n";

TEST(PoReader, ReadsMessages) {
  const ReadFile po =
      read_file(make_po_reader, kPoHeader +
                                    "#. shown on the first page\n#: page.c:12\nmsgctxt \"menu\"\n"
                                    "msgid \"Open \"\n\"\\\"file\\\"\\n\"\nmsgstr \"เปิด\\n\"\n"
                                    "msgid \"Close\"\nmsgstr \"ปิด\"\n");
  EXPECT_THAT(po.texts, ElementsAre("en Open \"file\"\n | th เปิด\n", "en Close | th ปิด"));
  EXPECT_THAT(po.units[0].about.properties, ElementsAre(Property{"x-po-context", "menu"},
                                                        Property{"x-po-reference", "page.c:12"}));
  EXPECT_THAT(po.units[0].about.notes, ElementsAre(Note{"shown on the first page"}));
  EXPECT_THAT(po.repairs, IsEmpty());
}

TEST(PoReader, LeavesOutWhatIsNoTranslation) {
  const std::string file = kPoHeader +
                           "#, fuzzy, c-format\n#| msgid \"Old\"\nmsgid \"New\"\nmsgstr \"เก่า\"\n\n"
                           "msgid \"Not yet\"\nmsgstr \"\"\n\n"
                           "msgid \"Yes\"\nmsgstr \"ใช่\"\n\n"
                           "#~ msgid \"Gone\"\n#~ msgstr \"หายไป\"\n";
  const ReadFile po = read_file(make_po_reader, file);
  EXPECT_THAT(po.texts, ElementsAre("en Yes | th ใช่"));
  EXPECT_THAT(po.repairs, ElementsAre(HasSubstr("fuzzy"), HasSubstr("without translation"),
                                      HasSubstr("obsolete")));
  const ReadFile all = read_file(make_po_reader, file, {.unfinished = true});
  EXPECT_THAT(all.texts, ElementsAre("en New | th เก่า", "en Yes | th ใช่", "en Gone | th หายไป"));
  EXPECT_THAT(all.units[0].about.properties, ElementsAre(Property{"x-po-state", "fuzzy"}));
  EXPECT_THAT(all.units[2].about.properties, ElementsAre(Property{"x-po-state", "obsolete"}));
}

TEST(PoReader, Plurals) {
  EXPECT_THAT(read_file(make_po_reader, kPoHeader + "msgid \"%d day\"\nmsgid_plural \"%d days\"\n"
                                                    "msgstr[0] \"%d วัน\"\n")
                  .texts,
              ElementsAre("en %d day | th %d วัน", "en %d days | th %d วัน"));
  EXPECT_THAT(read_file(make_po_reader,
                        "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"x\"\nmsgstr[1] \"y\"\n",
                        {.languages = {"en", "de"}})
                  .texts,
              ElementsAre("en a | de x", "en b | de y"));
}

TEST(PoReader, Encodings) {
  EXPECT_THAT(read_file(make_po_reader,
                        "msgid \"\"\nmsgstr \"Language: th_TH\\nContent-Type: text/plain; "
                        "charset=TIS-620\\n\"\nmsgid \"a\"\nmsgstr \"\xA1\"\n")
                  .texts,
              ElementsAre("en a | th-TH ก"));
}

TEST(PoReader, SaysWhereItIsBroken) {
  EXPECT_EQ(reading_error(make_po_reader, "msgid \"a\"\nmsgstr \"b\n"),
            "file:2:10: the string is not closed; add a quote");
  EXPECT_EQ(reading_error(make_po_reader, "msgid \"a\"\nmsgtxt \"b\"\n"),
            "file:2:1: neither a comment nor a keyword of PO; correct the line");
  EXPECT_THAT(reading_error(make_po_reader, "msgid \"a\"\n"), HasSubstr("has no msgstr"));
  EXPECT_THAT(reading_error(make_po_reader, "\"a\"\n"), HasSubstr("belongs to no keyword"));
  EXPECT_THAT(reading_error(make_po_reader, "msgid \"a\\q\"\nmsgstr \"\"\n"),
              HasSubstr("not an escape sequence"));
  EXPECT_THAT(reading_error(make_po_reader, "msgid \"a\" b\n"),
              HasSubstr("text behind the closing quote"));
  EXPECT_THAT(reading_error(make_po_reader, "msgid \"a\"\nmsgstr[999] \"\"\n"),
              HasSubstr("not the number of a plural form"));
}

// ---- XLIFF

TEST(XliffReader, ReadsVersion12) {
  const ReadFile xliff = read_file(
      make_xliff_reader,
      "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'>"
      "<file original='a.html' source-language='en' target-language='th_TH' datatype='html'>"
      "<header><note>of the file</note></header><body><group id='g'>"
      "<trans-unit id='greet'><source>Good <g id='1'>day</g><x id='2'/></source>"
      "<target state='translated'>วัน<g id='1'>ดี</g><x id='2'/></target><note>warmly</note>"
      "<alt-trans><source>x</source><target>y</target></alt-trans></trans-unit>"
      "<trans-unit id='2'><source>New</source><target state='new'>New</target></trans-unit>"
      "<trans-unit id='3'><source>None</source></trans-unit></group></body></file></xliff>");
  EXPECT_THAT(xliff.texts, ElementsAre("en Good day | th-TH วันดี"));
  const TranslationUnit& unit = xliff.units.at(0);
  EXPECT_EQ(unit.id, "greet");
  EXPECT_EQ(unit.variants[0].document, "a.html");
  EXPECT_EQ(unit.variants[0].markup,
            "Good <bpt i=\"1\" x=\"1\"></bpt>day<ept i=\"1\"></ept><ph x=\"2\"></ph>");
  EXPECT_THAT(unit.about.notes, ElementsAre(Note{"warmly"}));
  EXPECT_THAT(unit.about.properties, ElementsAre(Property{"x-xliff-state", "translated"}));
  EXPECT_THAT(xliff.repairs, ElementsAre(HasSubstr("not translated by its state"),
                                         HasSubstr("segment without translation")));
}

TEST(XliffReader, SegmentsOfVersion12) {
  EXPECT_THAT(
      read_file(make_xliff_reader,
                "<xliff version='1.2'><file source-language='en' target-language='th'><body>"
                "<trans-unit id='a'><source>One. Two.</source><seg-source><mrk mtype='seg' "
                "mid='1'>One.</mrk> "
                "<mrk mtype='seg' mid='2'>Two <ph id='1'>&lt;br></ph>b.</mrk></seg-source><target>"
                "<mrk mtype='seg' mid='1'>หนึ่ง</mrk> <mrk mtype='seg' mid='2'>สอง</mrk></target>"
                "</trans-unit></body></file></xliff>")
          .texts,
      ElementsAre("en One. | th หนึ่ง", "en Two b. | th สอง"));
}

TEST(XliffReader, FilesOfTradosStudio) {
  const ReadFile xliff = read_file(
      make_xliff_reader,
      "<xliff xmlns:sdl='http://sdl.com/FileTypes/SdlXliff/1.0' "
      "xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2' sdl:version='1.0'>"
      "<doc-info xmlns='http://sdl.com/FileTypes/SdlXliff/1.0'><rep-defs/></doc-info>"
      "<file original='C:\\a.docx' datatype='x-sdlfilterframework2' source-language='en-US' "
      "target-language='th-TH'><header><tag-defs xmlns='http://sdl.com/FileTypes/SdlXliff/1.0'>"
      "<tag id='5'><bpt name='cf'>&lt;cf bold='True'></bpt><ept name='cf'>&lt;/cf></ept></tag>"
      "</tag-defs></header><body><group><sdl:cxts><sdl:cxt id='1'/></sdl:cxts>"
      "<trans-unit id='3f2c'><source>Lock <g id='5'>both</g> doors. Then rest.</source>"
      "<seg-source><mrk mtype='seg' mid='1'>Lock <g id='5'>both</g> doors.</mrk> <mrk mtype='seg' "
      "mid='2'>Then rest.</mrk></seg-source><target><mrk mtype='seg' mid='1'>ล็อกประตู<g "
      "id='5'>ทั้งสอง</g>บาน</mrk> <mrk mtype='seg' mid='2'>แล้วพัก</mrk></target>"
      "<sdl:seg-defs><sdl:seg id='1' conf='ApprovedSignOff' origin='tm' percent='100'>"
      "<sdl:value key='created_on'>01/31/2024</sdl:value></sdl:seg><sdl:seg id='2' "
      "conf='Translated'/></sdl:seg-defs></trans-unit><trans-unit id='4' translate='no'>"
      "<source>&#8364;</source></trans-unit></group></body></file></xliff>");
  EXPECT_THAT(xliff.texts, ElementsAre("en-US Lock both doors. | th-TH ล็อกประตูทั้งสองบาน",
                                       "en-US Then rest. | th-TH แล้วพัก"));
  EXPECT_THAT(xliff.units.at(0).about.properties,
              ElementsAre(Property{"x-xliff-state", "ApprovedSignOff"}));
  EXPECT_THAT(xliff.units.at(1).about.properties,
              ElementsAre(Property{"x-xliff-state", "Translated"}));
}

TEST(XliffReader, FilesOfMemoQ) {
  const ReadFile xliff = read_file(
      make_xliff_reader,
      "<xliff version='1.2' xmlns:mq='MQXliff' mq:version='1'>"
      "<file original='a.docx' source-language='en' target-language='th' datatype='x-memoq'>"
      "<header><skl><external-file href='x'/></skl></header><body>"
      "<trans-unit id='1' mq:status='ManuallyConfirmed' mq:firstrowid='9'><source "
      "xml:space='preserve'>Wash <bpt id='1' ctype='bold'>{}</bpt>hands<ept "
      "id='1'>{}</ept></source>"
      "<target xml:space='preserve'><bpt id='1' ctype='bold'>{}</bpt>ล้างมือ<ept "
      "id='1'>{}</ept></target><mq:minorversions><mq:historical-unit><source>old</source>"
      "<target>เก่า</target></mq:historical-unit></mq:minorversions></trans-unit>"
      "<trans-unit id='2' mq:status='NotStarted'><source>Rinse</source><target>Rinse</target>"
      "</trans-unit><trans-unit id='3' mq:status='NotStarted'><source>Dry</source><target/>"
      "</trans-unit></body></file></xliff>");
  EXPECT_THAT(xliff.texts, ElementsAre("en Wash hands | th ล้างมือ"));
  EXPECT_THAT(xliff.units.at(0).about.properties,
              ElementsAre(Property{"x-xliff-state", "ManuallyConfirmed"}));
}

TEST(XliffReader, ReadsVersion2) {
  const ReadFile xliff = read_file(
      make_xliff_reader,
      "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.1' srcLang='en' "
      "trgLang='th'>"
      "<file id='f'><notes><note>of the file</note></notes><group id='g'><unit id='1' name='k'>"
      "<notes><note>careful</note></notes>"
      "<originalData><data id='d1'>&lt;b></data><data id='d2'>&lt;/b></data></originalData>"
      "<segment state='final'><source><pc id='1' dataRefStart='d1' dataRefEnd='d2'>Go</pc></source>"
      "<target><pc id='1' dataRefStart='d1' dataRefEnd='d2'>ไป</pc></target></segment>"
      "<ignorable><source> </source></ignorable>"
      "<segment state='initial'><source>Stop</source><target>Stop</target></segment>"
      "<segment><source>\n  Wait\n  "
      "here\n</source><target>รอ</target></segment></unit></group></file></xliff>");
  EXPECT_THAT(xliff.texts, ElementsAre("en Go | th ไป", "en Wait here | th รอ"));
  EXPECT_EQ(xliff.units[0].variants[1].markup,
            "<bpt i=\"1\" x=\"1\">&lt;b&gt;</bpt>ไป<ept i=\"1\">&lt;/b&gt;</ept>");
  EXPECT_EQ(xliff.units[0].id, "k");
  EXPECT_THAT(xliff.units[0].about.notes, ElementsAre(Note{"careful"}));
}

TEST(XliffReader, ReadsWhatWritersWrite) {
  TranslationUnit unit{
      .id = "a&b",
      .variants = {{.language = "th", .text = "ก  ข"}, {.language = "en", .text = "a b"}}};
  unit.variants[0].document = "p.th.html";
  unit.variants[1].markup =
      "<it pos=\"end\" x=\"1\">&lt;/i&gt;</it>a <bpt i=\"1\" x=\"2\">&lt;b&gt;</bpt>b<ept i=\"1\">"
      "&lt;/b&gt;</ept><ph x=\"3\">&lt;br/&gt;</ph>";
  unit.confidence = 0.5;
  unit.about.notes = {{"kind"}};
  for (const auto make : {make_xliff_writer, make_xliff12_writer}) {
    std::ostringstream out;
    const auto writer = make(out, "th", "en", "run 1");
    writer->write(unit);
    writer->finish();
    const ReadFile again = read_file(make_xliff_reader, out.str());
    ASSERT_EQ(again.units.size(), 1U) << out.str();
    EXPECT_EQ(again.units[0].variants[0].text, unit.variants[0].text);
    EXPECT_EQ(again.units[0].variants[1].text, unit.variants[1].text);
    EXPECT_EQ(again.units[0].id, unit.id);
    EXPECT_EQ(again.units[0].confidence, unit.confidence);
    EXPECT_EQ(again.units[0].about, unit.about);
    EXPECT_EQ(again.units[0].variants[0].document, unit.variants[0].document);
    // Codes are the same; only their numbers may differ.
    for (const char* const code :
         {"<it pos=\"end\"", ">&lt;b&gt;</bpt>b<ept ", "<ph x=", "&lt;br/&gt;</ph>"}) {
      EXPECT_THAT(again.units[0].variants[1].markup, HasSubstr(code)) << out.str();
    }
    EXPECT_THAT(again.repairs, IsEmpty());
  }
}

TEST(XliffReader, HighlightsComeBack) {
  TranslationUnit unit{.variants = {{.language = "th", .text = "ปิดไฟ"},
                                    {.language = "en", .text = "turn off all lights"}}};
  const std::string markup =
      "turn <hi type=\"b&amp;w\">off <bpt i=\"1\" x=\"1\">&lt;i&gt;</bpt>all</hi><ept i=\"1\">"
      "&lt;/i&gt;</ept> <hi>lights</hi>";
  unit.variants[1].markup = markup;
  for (const auto make : {make_xliff_writer, make_xliff12_writer}) {
    std::ostringstream out;
    const auto writer = make(out, "th", "en", "");
    writer->write(unit);
    writer->finish();
    const ReadFile again = read_file(make_xliff_reader, out.str());
    ASSERT_EQ(again.units.size(), 1U) << out.str();
    EXPECT_EQ(again.units[0].variants[1].text, "turn off all lights");
    EXPECT_EQ(again.units[0].variants[1].markup, markup) << out.str();
  }
}

TEST(XliffReader, SidesOutsideASegmentAreLeftOut) {
  const ReadFile read = read_file(
      make_xliff_reader,
      "<xliff version='2.0' srcLang='th' trgLang='en'><file id='f'><unit id='u'><seg-source>ก"
      "</seg-source><source>ข</source><target>b</target><segment><source>ค</source>"
      "<target>c</target></segment></unit></file></xliff>");
  EXPECT_THAT(read.texts, ElementsAre("th ค | en c"));
}

TEST(XliffReader, RefusesOtherFiles) {
  EXPECT_THAT(reading_error(make_xliff_reader, "<tmx version='1.4'/>"),
              HasSubstr("not an XLIFF file: its root element is tmx"));
  EXPECT_THAT(reading_error(make_xliff_reader, ""), HasSubstr("is empty; give a file of XLIFF"));
  EXPECT_THAT(reading_error(make_xliff_reader, "<xliff version='1.2'><file>"),
              HasSubstr("cut off"));
}

// ---- Wordfast

TEST(WordfastReader, ReadsTextMemories) {
  const ReadFile memory = read_file(
      make_wordfast_reader,
      "%20240131~101500\t%User ID,AB\t%TU=00000002\t%EN-US\t%Wordfast TM v.5\t%TH-01\t%-----\n"
      "20240229~010203\tAB\t3\tEN-US\tBlue &tA;sea&tB;\tTH-01\tทะเล&tA;สีคราม&tB;\tAT\n"
      "25670229~010203\tAB\t0\tEN-US\tA&'A0;b & c\tTH-01\tก\t\n");
  EXPECT_THAT(memory.texts,
              ElementsAre("en-US Blue sea | th ทะเลสีคราม", "en-US A\u00A0b & c | th ก"));
  EXPECT_EQ(memory.units[0].variants[0].markup, "Blue <ph>&amp;tA;</ph>sea<ph>&amp;tB;</ph>");
  EXPECT_EQ(memory.units[0].about.changed, parse_date("20240229T010203Z"));
  EXPECT_EQ(memory.units[1].about.changed, memory.units[0].about.changed);
  EXPECT_THAT(memory.units[0].about.properties, ElementsAre(Property{"x-wordfast-1", "AT"}));
  EXPECT_THAT(memory.repairs, ElementsAre(HasSubstr("Buddhist calendar")));
}

TEST(WordfastReader, RefusesOtherTexts) {
  EXPECT_THAT(reading_error(make_wordfast_reader, "a text\n"),
              HasSubstr("not a text memory of Wordfast"));
  EXPECT_THAT(reading_error(make_wordfast_reader, "%a\t%b\n1\t2\n"),
              HasSubstr("file:2:4: 2 columns where 7"));
}

}  // namespace
}  // namespace thalign
