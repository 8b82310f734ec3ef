// SPDX-License-Identifier: Apache-2.0
// TMX as memoQ, Trados Studio and Trados Workbench export it, made by hand after their files.
#include <gmock/gmock.h>

#include <string>

#include "tests/tm/tmx/tmx_builder.h"
#include "tm/date.h"

namespace thalign {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

/// Language and text of each variant of a unit.
std::string texts_of(const TranslationUnit& unit) {
  std::string texts;
  for (const Variant& variant : unit.variants) {
    texts += (texts.empty() ? "" : " | ") + variant.language + " " + variant.text;
  }
  return texts;
}

TEST(TmxFlavours, TradosStudio) {
  const ReadUnits read = read_tmx(
      "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<tmx version=\"1.4\">\r\n"
      "  <header creationtool=\"SDL Language Platform\" creationtoolversion=\"8.1\" "
      "o-tmf=\"SDL TM8 Format\" datatype=\"xml\" segtype=\"sentence\" adminlang=\"en-US\" "
      "srclang=\"en-US\" creationdate=\"20240131T023000Z\" creationid=\"OFFICE\\nok\">\r\n"
      "    <prop type=\"x-Recognizers\">RecognizeAll</prop>\r\n"
      "    <prop type=\"x-Domain:SinglePicklist\">Law,Travel</prop>\r\n  </header>\r\n  <body>\r\n"
      "    <tu creationdate=\"20240131T023000Z\" creationid=\"OFFICE\\nok\" "
      "changedate=\"20240201T000000Z\" changeid=\"OFFICE\\nok\" "
      "lastusagedate=\"20240202T000000Z\" usagecount=\"2\">\r\n"
      "      <prop type=\"x-Context\">0, 0</prop>\r\n"
      "      <prop type=\"x-ConfirmationLevel\">Translated</prop>\r\n"
      "      <tuv xml:lang=\"en-US\">\r\n        <seg><bpt i=\"1\" type=\"12\" x=\"1\" />Press"
      "<ept i=\"1\" /> the button<ph x=\"2\" type=\"5\" />.</seg>\r\n      </tuv>\r\n"
      "      <tuv xml:lang=\"th-TH\">\r\n        <seg><bpt i=\"1\" type=\"12\" x=\"1\" />กด"
      "<ept i=\"1\" />ปุ่ม<ph x=\"2\" type=\"5\" /></seg>\r\n      </tuv>\r\n    </tu>\r\n"
      "  </body>\r\n</tmx>\r\n");
  EXPECT_THAT(read.kinds(), IsEmpty());
  ASSERT_EQ(read.units.size(), 1U);
  EXPECT_EQ(texts_of(read.units[0]), "en-US Press the button. | th-TH กดปุ่ม");
  EXPECT_THAT(read.units[0].variants[1].markup,
              HasSubstr("<bpt i=\"1\" type=\"12\" x=\"1\"></bpt>กด<ept i=\"1\"></ept>ปุ่ม<ph"));
  EXPECT_THAT(read.units[0].about.properties,
              Contains(Property{"x-ConfirmationLevel", "Translated"}));
  EXPECT_EQ(read.units[0].about.changed, parse_date("20240201T000000Z"));
  EXPECT_EQ(read.header.source_language, "en-US");
  EXPECT_THAT(read.languages, ElementsAre(Pair("en-US", 1), Pair("th-TH", 1)));
}

TEST(TmxFlavours, MemoQ) {
  const ReadUnits read = read_tmx(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><tmx version=\"1.4\"><header "
      "creationtool=\"MemoQ\" creationtoolversion=\"10.4.6\" segtype=\"sentence\" "
      "adminlang=\"en-us\" creationid=\"nok\" srclang=\"th\" o-tmf=\"MemoQTM\" "
      "datatype=\"unknown\"><prop type=\"defclient\"></prop><prop type=\"name\">Travel</prop>"
      "<prop type=\"targetlang\">en-gb</prop></header><body>"
      "<tu changedate=\"20240131T023000Z\" creationdate=\"20240131T023000Z\" creationid=\"nok\" "
      "changeid=\"nok\"><prop type=\"client\"></prop><prop type=\"corrected\">no</prop>"
      "<prop type=\"aligned\">yes</prop><prop type=\"x-document\">a.docx</prop>"
      "<prop type=\"x-context-pre\">&lt;seg&gt;ก่อนหน้า&lt;/seg&gt;</prop>"
      "<tuv xml:lang=\"th\"><prop type=\"x-context-post\">&lt;seg&gt;ต่อไป&lt;/seg&gt;</prop>"
      "<seg>อ่าน<bpt i='1' type='bold'>{}</bpt>คู่มือ<ept i='1'>{}</ept>"
      "<ph type='fmt'>{}</ph><ph>&lt;br /&gt;</ph>ก่อน</seg></tuv>"
      "<tuv xml:lang=\"en-gb\"><seg>Read the <bpt i='1' type='bold'>{}</bpt>manual"
      "<ept i='1'>{}</ept><ph type='fmt'>{}</ph><ph>&lt;br /&gt;</ph> first.</seg></tuv></tu>"
      "<tu><tuv xml:lang=\"th\"><seg></seg></tuv><tuv xml:lang=\"en-gb\"><seg></seg></tuv></tu>"
      "</body></tmx>");
  EXPECT_THAT(read.kinds(), ElementsAre("empty seg"));
  ASSERT_EQ(read.units.size(), 2U);
  EXPECT_EQ(texts_of(read.units[0]), "th อ่านคู่มือก่อน | en-gb Read the manual first.");
  EXPECT_THAT(read.units[0].about.properties, Contains(Property{"aligned", "yes"}));
  EXPECT_THAT(read.units[0].variants[0].about.properties,
              Contains(Property{"x-context-post", "<seg>ต่อไป</seg>"}));
}

TEST(TmxFlavours, TradosWorkbench) {
  const ReadUnits read = read_tmx(
      "<?xml version=\"1.0\" ?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version=\"version "
      "1.4\">\n<header creationtool=\"TRADOS Translator's Workbench for Windows\" "
      "creationtoolversion=\"Edition 8 Build 863\" segtype=\"sentence\" o-tmf=\"TW4Win 2.0 "
      "Format\" adminlang=\"EN-US\" srclang=\"EN-US\" datatype=\"rtf\" "
      "creationdate=\"20080131T023000Z\" creationid=\"NOK\">\n"
      "<prop type=\"RTFFontTable\">\n{\\fonttbl \n{\\f1 Tahoma;}}</prop>\n</header>\n<body>\n"
      "<tu creationdate=\"20080131T023000Z\" creationid=\"NOK\">\n"
      "<prop type=\"Txt::Client\">A</prop>\n<tuv lang=\"EN-US\">\n<seg><ut>{\\f1 </ut>Keep "
      "<ut>{\\b </ut>dry<ut>}}</ut></seg>\n</tuv>\n<tuv lang=\"TH\">\n<seg><ut>{\\f1 "
      "</ut>เก็บในที่แห้ง<ut>}</ut></seg>\n</tuv>\n</tu>\n</body>\n</tmx>\n");
  ASSERT_EQ(read.units.size(), 1U);
  EXPECT_EQ(texts_of(read.units[0]), "EN-US Keep dry | TH เก็บในที่แห้ง");
  EXPECT_THAT(read.units[0].variants[1].markup, HasSubstr("<ut>{\\f1 </ut>เก็บ"));
}

}  // namespace
}  // namespace thalign
