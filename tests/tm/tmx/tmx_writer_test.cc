// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/tmx_writer.h"

#include <expat.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "tests/tm/bitext_builder.h"
#include "tests/tm/tmx/tmx_builder.h"

namespace thalign {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

struct Written {
  std::string xml;
  WriteStatistics statistics;
};

constexpr Date date_of(std::int64_t seconds) { return Date(std::chrono::seconds(seconds)); }

Written write(const OwnedBitext& owned, TmxOptions options = {}) {
  std::ostringstream out;
  options.source_language = owned.source_tag;
  const WriteStatistics statistics =
      write_beads(owned, *make_tmx_writer(out, options), options.date.value_or(Date()));
  return {out.str(), statistics};
}

/// A TMX file as expat sees it.
struct ReadTmx {
  using Attributes = std::map<std::string, std::string>;
  struct Tuv {
    std::string language, seg;
  };
  struct Tu {
    Attributes attributes, props;
    std::vector<Tuv> tuvs;
  };
  Attributes tmx, header;
  std::vector<Tu> units;
  std::string error;  ///< empty: well formed

  explicit ReadTmx(const std::string& xml) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), XML_ParserFree);
    XML_SetUserData(parser.get(), this);
    XML_SetElementHandler(parser.get(), begin, end);
    XML_SetCharacterDataHandler(parser.get(), characters);
    if (XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), 1) != XML_STATUS_OK) {
      error = XML_ErrorString(XML_GetErrorCode(parser.get()));
    }
  }

 private:
  static void begin(void* self, const char* element, const char** list) {
    auto& file = *static_cast<ReadTmx*>(self);
    const std::string name = element;
    Attributes attributes;
    for (; *list != nullptr; list += 2) attributes[list[0]] = list[1];
    if (name == "tmx") file.tmx = attributes;
    if (name == "header") file.header = attributes;
    if (name == "tu") file.units.push_back({attributes, {}, {}});
    if (name == "prop") file.prop_ = attributes["type"];
    if (name == "tuv") file.units.back().tuvs.push_back({attributes["xml:lang"], ""});
    file.text_.clear();
  }
  static void end(void* self, const char* element) {
    auto& file = *static_cast<ReadTmx*>(self);
    const std::string name = element;
    if (name == "prop") file.units.back().props[file.prop_] = file.text_;
    if (name == "seg") file.units.back().tuvs.back().seg = file.text_;
  }
  static void characters(void* self, const char* text, int size) {
    static_cast<ReadTmx*>(self)->text_.append(text, static_cast<std::size_t>(size));
  }

  std::string prop_, text_;
};

// ---- the whole file

TEST(WriteTmx, WritesTheWholeFile) {
  EXPECT_EQ(
      write(flood_report(), {.date = date_of(1'700'000'000)}).xml,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<tmx version=\"1.4\">\n"
      "  <header creationtool=\"thalign\" creationtoolversion=\"" THALIGN_VERSION
      "\" segtype=\"sentence\" "
      "o-tmf=\"thalign\" adminlang=\"en\" srclang=\"th\" datatype=\"plaintext\" "
      "creationdate=\"20231114T221320Z\"/>\n"
      "  <body>\n"
      "    <tu tuid=\"thalign-108c94497ce1fa9f\" creationdate=\"20231114T221320Z\">\n"
      "      <prop type=\"x-document-source\">flood.th.txt</prop>\n"
      "      <prop type=\"x-document-target\">flood.en.txt</prop>\n"
      "      <prop type=\"x-source-offsets\">0-36</prop>\n"
      "      <prop type=\"x-target-offsets\">0-46</prop>\n"
      "      <prop type=\"x-score\">12.3457</prop>\n"
      "      <prop type=\"x-confidence\">0.9877</prop>\n"
      "      <tuv xml:lang=\"th\"><seg>ฝนตกหนักทางภาคใต้ น้ำท่วมถนนหลายสาย</seg></tuv>\n"
      "      <tuv xml:lang=\"en\"><seg>Heavy rain in the South flooded several roads.</seg></tuv>\n"
      "    </tu>\n"
      "    <tu tuid=\"thalign-6d273b6b4480d6d7\" creationdate=\"20231114T221320Z\">\n"
      "      <prop type=\"x-document-source\">flood.th.txt</prop>\n"
      "      <prop type=\"x-document-target\">flood.en.txt</prop>\n"
      "      <prop type=\"x-source-offsets\">51-69</prop>\n"
      "      <prop type=\"x-target-offsets\">58-78</prop>\n"
      "      <prop type=\"x-score\">3.0000</prop>\n"
      "      <prop type=\"x-confidence\">1.0000</prop>\n"
      "      <tuv xml:lang=\"th\"><seg>โทร.\u00A02 &lt; 3 &amp; 5 &gt; 4</seg></tuv>\n"
      "      <tuv xml:lang=\"en\"><seg>Call &quot;2 &lt; 3 &amp; 5 &gt; 4&quot;</seg></tuv>\n"
      "    </tu>\n"
      "  </body>\n"
      "</tmx>\n");
}

TEST(WriteTmx, LeavesNullBeadsOutAndCountsThem) {
  const WriteStatistics statistics = write(flood_report()).statistics;
  EXPECT_EQ(statistics.written, 2U);
  EXPECT_EQ(statistics.null_beads_left_out, 2U);
  EXPECT_EQ(statistics.characters_dropped, 0U);
}

TEST(WriteTmx, WritesNullBeadsWithOneTuvWhenAsked) {
  const Written written = write(flood_report(), {.null_beads = true});
  EXPECT_EQ(written.statistics.written, 4U);
  EXPECT_EQ(written.statistics.null_beads_left_out, 0U);
  const ReadTmx tmx(written.xml);
  ASSERT_EQ(tmx.units.size(), 4U);
  ASSERT_EQ(tmx.units[1].tuvs.size(), 1U);
  EXPECT_EQ(tmx.units[1].tuvs[0].language, "th");
  EXPECT_EQ(tmx.units[1].props.count("x-target-offsets"), 0U);
  ASSERT_EQ(tmx.units[2].tuvs.size(), 1U);
  EXPECT_EQ(tmx.units[2].tuvs[0].language, "en");
  EXPECT_EQ(tmx.units[2].tuvs[0].seg, "Read more");
}

TEST(WriteTmx, NoBeadsLeaveAnEmptyBody) {
  const OwnedBitext empty{text_of({}, "a"), text_of({}, "b"), Alignment({}, 0, 0)};
  const Written written = write(empty);
  const ReadTmx tmx(written.xml);
  EXPECT_EQ(tmx.error, "");
  EXPECT_EQ(tmx.header.at("srclang"), "th");
  EXPECT_THAT(tmx.units, testing::IsEmpty());
  EXPECT_EQ(written.statistics.written, 0U);
}

TEST(WriteTmx, SameInputSameBytes) {
  EXPECT_EQ(write(RandomBitext(5).make(300)).xml, write(RandomBitext(5).make(300)).xml);
}

// ---- header and dates

TEST(WriteTmx, HeaderHasAllRequiredAttributes) {
  const ReadTmx tmx(write(flood_report()).xml);
  EXPECT_EQ(tmx.tmx.at("version"), "1.4");
  for (const char* name : {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang",
                           "srclang", "datatype"}) {
    EXPECT_EQ(tmx.header.count(name), 1U) << name;
  }
}

TEST(WriteTmx, SrclangIsTheLanguageOfTheFirstTuv) {
  OwnedBitext owned = flood_report();
  owned.source_tag = "th-TH";
  owned.target_tag = "en-GB";
  const ReadTmx tmx(write(owned).xml);
  EXPECT_EQ(tmx.header.at("srclang"), "th-TH");
  ASSERT_EQ(tmx.units.size(), 2U);
  for (const ReadTmx::Tu& unit : tmx.units) {
    ASSERT_EQ(unit.tuvs.size(), 2U);
    EXPECT_EQ(unit.tuvs[0].language, "th-TH");
    EXPECT_EQ(unit.tuvs[1].language, "en-GB");
  }
}

TEST(WriteTmx, AHeaderWithoutADateHasNone) {
  const std::string xml = write(flood_report()).xml;
  EXPECT_THAT(xml.substr(0, xml.find("<body>")), Not(HasSubstr("creationdate")));
}

TEST(WriteTmx, DatesAreUtcInBasicFormat) {
  const auto date = [](std::int64_t seconds) {
    const ReadTmx tmx(write(flood_report(), {.date = date_of(seconds)}).xml);
    EXPECT_EQ(tmx.units.at(0).attributes.at("creationdate"), tmx.header.at("creationdate"));
    return tmx.header.at("creationdate");
  };
  EXPECT_EQ(date(0), "19700101T000000Z");
  EXPECT_EQ(date(-1), "19691231T235959Z");
  EXPECT_EQ(date(951'782'400), "20000229T000000Z");
  EXPECT_EQ(date(4'102'444'799), "20991231T235959Z");
  EXPECT_EQ(date(std::numeric_limits<std::int64_t>::max()), "99991231T235959Z");
  EXPECT_EQ(date(std::numeric_limits<std::int64_t>::min()), "00000101T000000Z");
}

// ---- characters

OwnedBitext one_pair(const std::string& source, const std::string& target) {
  return {text_of({{source, ""}}, "s"), text_of({{target, ""}}, "t"),
          Alignment({{{0, 1}, {0, 1}}}, 1, 1)};
}

TEST(WriteTmx, DropsAndCountsWhatXmlForbids) {
  const Written written =
      write(one_pair("\x01ก\x02 \x1B ข\uFFFEค\uFFFF", std::string("a\0b\x7F\uFFFD", 7)));
  const ReadTmx tmx(written.xml);
  ASSERT_EQ(tmx.error, "");
  EXPECT_EQ(tmx.units.at(0).tuvs.at(0).seg, "ก ขค");
  EXPECT_EQ(tmx.units.at(0).tuvs.at(1).seg, "ab\x7F\uFFFD");
  EXPECT_EQ(written.statistics.characters_dropped, 6U);
}

TEST(WriteTmx, MakesBreakingWhiteSpaceOneSpaceAndKeepsTheRest) {
  const ReadTmx tmx(
      write(one_pair("ก \t\r\n ข\x0B\fค\u0085\u2028\u2029ง\x1Fจ", "a\u00A0b\u200Bc\u3000d\u2009e"))
          .xml);
  EXPECT_EQ(tmx.units.at(0).tuvs.at(0).seg, "ก ข ค ง จ");
  EXPECT_EQ(tmx.units.at(0).tuvs.at(1).seg, "a\u00A0b\u200Bc\u3000d\u2009e");
}

TEST(WriteTmx, TextOfForbiddenCharactersOnlyIsANullBead) {
  const OwnedBitext owned = one_pair("\x01\x02", "a");
  EXPECT_EQ(write(owned).statistics.written, 0U);
  EXPECT_EQ(write(owned).statistics.null_beads_left_out, 1U);
  EXPECT_EQ(write(owned).statistics.characters_dropped, 2U);
  const ReadTmx tmx(write(owned, {.null_beads = true}).xml);
  EXPECT_EQ(tmx.units.at(0).tuvs.size(), 1U);
  const Written none = write(one_pair("\x01", "\x02"), {.null_beads = true});
  EXPECT_EQ(none.statistics.written, 0U);
  EXPECT_THAT(none.xml, Not(HasSubstr("<tu ")));
}

TEST(WriteTmx, NamesAndTagsMayHoldAnything) {
  OwnedBitext owned{text_of({{"ก", ""}}, "a<b>&\"\n\xFF\x01.txt"), text_of({{"b", ""}}, ""),
                    Alignment({{{0, 1}, {0, 1}}}, 1, 1)};
  owned.source_tag = "x-\"<&";
  const ReadTmx tmx(write(owned).xml);
  ASSERT_EQ(tmx.error, "");
  EXPECT_EQ(tmx.units.at(0).props.at("x-document-source"), "a<b>&\" \uFFFD.txt");
  EXPECT_EQ(tmx.units.at(0).props.count("x-document-target"), 0U);
  EXPECT_EQ(tmx.header.at("srclang"), "x-\"<&");
}

/// What a seg should hold, character by character: the slow and obvious way.
std::string expected_seg(std::string_view text, std::size_t& dropped) {
  constexpr std::u32string_view kSpaces = U"\t\n\v\f\r\x1C\x1D\x1E\x1F \x85\u2028\u2029";
  std::u32string kept;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    char32_t c = more == 0 ? lead : lead & (0x3FU >> more);
    ++i;
    for (int k = 0; k < more; ++k) c = c << 6U | (static_cast<unsigned char>(text[i++]) & 0x3FU);
    if (kSpaces.find(c) != std::u32string_view::npos) c = U' ';
    const bool forbidden = c < 0x20 || c == 0xFFFE || c == 0xFFFF;
    dropped += forbidden ? 1 : 0;
    if (forbidden || (c == U' ' && (kept.empty() || kept.back() == U' '))) continue;
    kept += c;
  }
  if (!kept.empty() && kept.back() == U' ') kept.pop_back();
  std::string result;
  for (const char32_t c : kept) result += RandomBitext::utf8(c);
  return result;
}

TEST(WriteTmx, TenThousandRandomBeadsComeBack) {
  const OwnedBitext owned = RandomBitext(4).make(10'000);
  const Written written = write(owned, {.null_beads = true});
  const ReadTmx tmx(written.xml);
  ASSERT_EQ(tmx.error, "");
  EXPECT_EQ(tmx.units.size(), written.statistics.written);
  EXPECT_EQ(written.statistics.written + written.statistics.null_beads_left_out, 10'000U);
  std::size_t dropped = 0;
  std::size_t unit = 0;
  for (const Bead& bead : owned.alignment.beads()) {
    std::vector<std::pair<std::string, std::string>> expected{
        {"th", expected_seg(owned.source.text(bead.source), dropped)},
        {"en", expected_seg(owned.target.text(bead.target), dropped)}};
    std::erase_if(expected, [](const auto& tuv) { return tuv.second.empty(); });
    if (expected.empty()) continue;
    ASSERT_LT(unit, tmx.units.size());
    const auto& tuvs = tmx.units[unit++].tuvs;
    ASSERT_EQ(tuvs.size(), expected.size());
    for (std::size_t i = 0; i < tuvs.size(); ++i) {
      ASSERT_EQ(tuvs[i].language, expected[i].first);
      ASSERT_EQ(tuvs[i].seg, expected[i].second);
    }
  }
  EXPECT_EQ(unit, tmx.units.size());
  EXPECT_EQ(dropped, written.statistics.characters_dropped);
  EXPECT_GT(dropped, 1'000U);
}

/// Units as from another memory, of the texts of `owned`: exact texts, properties and notes.
std::vector<TranslationUnit> foreign_units(const OwnedBitext& owned) {
  std::vector<TranslationUnit> units;
  BitextReader beads(owned.view());
  while (const TranslationUnit* const bead = beads.next()) {
    TranslationUnit unit{.id = bead->variants[0].text, .variants = bead->variants};
    for (Variant& variant : unit.variants) {
      variant.offsets.reset();
      variant.about.notes = {{variant.text, "en"}};
    }
    unit.about.properties = {{"x-" + bead->variants[1].text, bead->variants[0].text}};
    units.push_back(std::move(unit));
  }
  return units;
}

std::string write_units(const std::vector<TranslationUnit>& units, WriteStatistics& statistics) {
  std::ostringstream out;
  const auto writer = make_tmx_writer(out, {.source_language = "th", .null_beads = true});
  for (const TranslationUnit& unit : units) writer->write(unit);
  statistics = writer->finish();
  return out.str();
}

/// `text` without what XML forbids.
std::string allowed(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') continue;
    if (text.substr(i).starts_with("\uFFFE") || text.substr(i).starts_with("\uFFFF")) {
      i += 2;
      continue;
    }
    result += text[i];
  }
  return result;
}

TEST(WriteTmx, TenThousandForeignUnitsComeBackExactly) {
  const auto units = foreign_units(RandomBitext(12).make(10'000));
  WriteStatistics statistics;
  const ReadUnits read = read_tmx(write_units(units, statistics));
  ASSERT_EQ(read.units.size(), statistics.written);
  std::size_t next = 0;
  for (const TranslationUnit& unit : units) {
    std::vector<std::string> texts;
    for (const Variant& variant : unit.variants) texts.push_back(allowed(variant.text));
    std::erase(texts, "");
    if (texts.empty()) continue;
    const TranslationUnit& again = read.units[next++];
    ASSERT_EQ(again.id, allowed(unit.id));
    ASSERT_EQ(again.about.properties[0].text, allowed(unit.about.properties[0].text));
    ASSERT_EQ(again.variants.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) ASSERT_EQ(again.variants[i].text, texts[i]);
  }
}

// ---- the DTD

TEST(WriteTmx, IsValidByTheDtd) {
  const fs::path dtd = fs::path(THALIGN_SOURCE_DIR) / "../shared/data/tmx/tmx14.dtd";
  if (!fs::exists(dtd)) GTEST_SKIP() << "no " << dtd;
  if (std::system("xmllint --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "no xmllint";
  const fs::path file =
      fs::path(testing::TempDir()) / ("thalign_" + std::to_string(std::random_device()()) + ".tmx");
  const auto valid = [&](const std::string& xml) {
    std::ofstream(file, std::ios::binary) << xml;
    const std::string command = "xmllint --nonet --noout --dtdvalid '" + dtd.string() + "' '" +
                                file.string() + "' 2>/dev/null";
    return std::system(command.c_str()) == 0;
  };
  EXPECT_TRUE(valid(write(flood_report()).xml));
  EXPECT_TRUE(valid(write(RandomBitext(6).make(10'000), {.null_beads = true}).xml));
  WriteStatistics statistics;
  EXPECT_TRUE(valid(write_units(foreign_units(RandomBitext(7).make(10'000)), statistics)));
  EXPECT_FALSE(valid("<tmx version=\"1.4\"><body/></tmx>"));
  fs::remove(file);
}

}  // namespace
}  // namespace thalign
