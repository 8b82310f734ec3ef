// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/readers.h"

#include <gmock/gmock.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/error_message.h"
#include "tests/tm/bitext_builder.h"
#include "tests/tm/tmx/tmx_builder.h"
#include "tm/formats/pair_reader.h"
#include "tm/formats/writers.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const LanguagePair th_en{"th", "en"};

/// Streams that outlive the readers made of them.
class Files {
 public:
  ByteSource add(const std::string& name, const std::string& bytes) {
    streams_.push_back(std::make_unique<std::istringstream>(bytes));
    return {*streams_.back(), name};
  }

 private:
  std::vector<std::unique_ptr<std::istringstream>> streams_;
};

std::vector<TranslationUnit> all(UnitReader& reader) {
  std::vector<TranslationUnit> units;
  while (const TranslationUnit* const unit = reader.next()) units.push_back(*unit);
  return units;
}

using MakeReader = std::unique_ptr<UnitReader> (*)(ByteSource, const UnitReadOptions&);
using MakeWriter = std::unique_ptr<UnitWriter> (*)(std::ostream&);

std::vector<TranslationUnit> read(MakeReader make, const std::string& bytes) {
  Files files;
  return all(*make(files.add("file", bytes), {.languages = th_en}));
}

std::string error_of(MakeReader make, const std::string& bytes) {
  return error_message([&] { read(make, bytes); });
}

std::string written(MakeWriter make, const std::vector<TranslationUnit>& units) {
  std::ostringstream out;
  const auto writer = make(out);
  for (const TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  return out.str();
}

std::string text(const TranslationUnit& unit) {
  return unit.variants[0].text + "|" + unit.variants[1].text;
}

// ---- what writers write comes back

std::vector<TranslationUnit> beads(const OwnedBitext& owned) {
  BitextReader reader(owned.view());
  return all(reader);
}

TEST(Readers, WriteWhatTheyRead) {
  const auto units = beads(RandomBitext(11).make(1000));
  for (const auto& [make_writer, make_reader] :
       std::vector<std::pair<MakeWriter, MakeReader>>{{make_tsv_writer, make_tsv_reader},
                                                      {make_jsonl_writer, make_jsonl_reader},
                                                      {make_csv_writer, make_csv_reader}}) {
    const std::string once = written(make_writer, units);
    const auto again = read(make_reader, once);
    ASSERT_EQ(again.size(), units.size());
    EXPECT_EQ(written(make_writer, again), once);
  }
}

TEST(JsonlReader, KeepsEverythingOfAUnit) {
  const ReadUnits tmx = read_tmx(tmx_around(
      "<tu tuid='1' creationdate='20240229T010203Z' changedate='20240301T000000Z'><note>n</note>"
      "<prop type='t'>p</prop><tuv xml:lang='th'><seg>ก<ph x='1'>&lt;br/></ph>\nข</seg></tuv>"
      "<tuv xml:lang='en'><seg>a\tb</seg></tuv></tu>"));
  auto again = read(make_jsonl_reader, written(make_jsonl_writer, tmx.units));
  ASSERT_EQ(again.size(), 1U);
  again[0].bead.reset();
  EXPECT_EQ(again, tmx.units);
}

// ---- each format

TEST(TsvReader, ReadsTwoColumnsToo) {
  const auto units = read(make_tsv_reader, "#x\nก\ta\r\n\n\tb\n");
  ASSERT_EQ(units.size(), 2U);
  EXPECT_EQ(text(units[0]), "ก|a");
  EXPECT_TRUE(units[1].variants[0].missing());
  EXPECT_EQ(units[0].variants[0].language, "th");
}

TEST(TsvReader, KeepsTheFlagOfACopiedLine) {
  const std::string numbers = "0\t1\t0\t1\t0\t0-0\t0-0\t1\t1\t";
  const auto units = read(
      make_tsv_reader, numbers + "Read more\tRead more\tsame-language\n" + numbers + "ก\ta\t-\n");
  ASSERT_EQ(units.size(), 2U);
  ASSERT_EQ(units[0].about.properties.size(), 1U);
  EXPECT_EQ(units[0].about.properties[0].type, "x-same-language");
  EXPECT_EQ(units[0].about.properties[0].text, "en");
  EXPECT_TRUE(units[1].about.properties.empty());
}

TEST(TsvReader, KeepsTheFlagOfADate) {
  const auto units =
      read(make_tsv_reader, "0\t1\t0\t1\t0\t0-0\t0-0\t1\t1\t22/01/2568\t22/01/2025\tnot-text\n");
  ASSERT_EQ(units.size(), 1U);
  ASSERT_EQ(units[0].about.properties.size(), 1U);
  EXPECT_EQ(units[0].about.properties[0].type, "x-not-text");
  EXPECT_EQ(units[0].about.properties[0].text, "th en");
}

TEST(CsvReader, KeepsFlags) {
  const auto units = read(make_csv_reader, "flags,source,target\nsame-language,Menu,Menu\n,ก,a\n");
  ASSERT_EQ(units.size(), 2U);
  ASSERT_EQ(units[0].about.properties.size(), 1U);
  EXPECT_EQ(units[0].about.properties[0].type, "x-same-language");
  EXPECT_TRUE(units[1].about.properties.empty());
}

TEST(TsvReader, ReportsWhereItIsBroken) {
  EXPECT_EQ(error_of(make_tsv_reader, "#source_start\tsource_end\nข"),
            "file:2:2: 1 column where 11 should be; check that tabs separate them");
  EXPECT_THAT(error_of(make_tsv_reader, "ข\n"), HasSubstr("one column only"));
  const std::string good = "0\t1\t0\t1\t0\t0-0\t0-0\t1\t1\tก\ta\n";
  const auto broken = [&](const std::string& from, const std::string& to) {
    std::string line = good;
    return error_of(make_tsv_reader, line.replace(line.find(from), from.size(), to));
  };
  EXPECT_EQ(error_of(make_tsv_reader, good), "no error");
  EXPECT_THAT(broken("0\t1", "x\t1"), testing::StartsWith("file:1:1: not a whole number"));
  EXPECT_THAT(broken("0\t1", "2\t1"), HasSubstr("offsets that are not a range"));
  EXPECT_THAT(broken("0\t1", "-\t1"), HasSubstr("offsets that are not a range"));
  EXPECT_THAT(broken("0-0", "3-2"), testing::StartsWith("file:1:11: not a range of units"));
  EXPECT_THAT(broken("\t1\t1\t", "\t1\tone\t"), HasSubstr("not a number"));
}

TEST(JsonlReader, ReportsWhereItIsBroken) {
  EXPECT_EQ(error_of(make_jsonl_reader, "{\"source\":\"ก\",\"target\":\"a\"}\n{\"source\":}"),
            "file:2:11: broken JSON; each line should be one object");
  EXPECT_EQ(error_of(make_jsonl_reader, R"({"source":"a","target":"b","score":88e593})"),
            "file:1:36: a number too large to be read");
  EXPECT_EQ(error_of(make_jsonl_reader, "88e593x"), "file:1:1: a number too large to be read");
  EXPECT_THAT(error_of(make_jsonl_reader, "[]"), HasSubstr("not a JSON object"));
  EXPECT_THAT(error_of(make_jsonl_reader, "{\"source\":\"a\"}"), HasSubstr("'target' is missing"));
  EXPECT_THAT(error_of(make_jsonl_reader, "{\"source\":\"a\",\"target\":3}"),
              testing::StartsWith("file:1:15: the field 'target' should be"));
  EXPECT_THAT(
      error_of(make_jsonl_reader, R"({"source":{"text":"a","markup":"b<ph/>"},"target":null})"),
      HasSubstr("the same text with inline codes"));
  EXPECT_THAT(error_of(make_jsonl_reader,
                       R"({"source":{"text":"a","markup":"a</seg><seg>"},"target":null})"),
              HasSubstr("broken XML"));
}

TEST(LineSource, RefusesWhatIsNoUtf8) {
  EXPECT_EQ(error_of(make_tsv_reader, "ก\ta\nab\xFF\tx"),
            "file:2: byte 3: not valid UTF-8; convert the file to UTF-8");
}

TEST(MosesReader, PairsLines) {
  Files files;
  const auto units = all(*make_moses_reader(files.add("a.th", "\xEF\xBB\xBFก\r\n\nข"),
                                            files.add("a.en", "a\n\n\n"), th_en));
  ASSERT_EQ(units.size(), 2U);
  EXPECT_EQ(text(units[0]), "ก|a");
  EXPECT_EQ(text(units[1]), "ข|");
  EXPECT_EQ(error_message([&] {
              all(*make_moses_reader(files.add("a.th", "ก\nข\n"), files.add("a.en", "a\n"), th_en));
            }),
            "a.th:2: a.en ends before this line; both files must have as many lines");
}

TEST(HunalignReader, SplitsUnits) {
  const auto units = read(make_hunalign_reader, "ก ~~~ ข\ta b\t-0.3\n\tc\t0\n");
  ASSERT_EQ(units.size(), 2U);
  EXPECT_EQ(text(units[0]), "ก ข|a b");
  EXPECT_THAT(units[0].variants[0].joints, ElementsAre(4U));
  EXPECT_THAT(units[0].about.properties, ElementsAre(Property{"x-hunalign-quality", "-0.3"}));
  EXPECT_EQ(written(make_hunalign_writer, units), "ก ~~~ ข\ta b\t-0.3\n\tc\t0\n");
  EXPECT_THAT(error_of(make_hunalign_reader, "a\tb\tc\n"), testing::StartsWith("file:1:5: "));
  EXPECT_THAT(error_of(make_hunalign_reader, "a\n"), HasSubstr("1 column where 3"));
}

std::vector<TranslationUnit> by_numbers(decltype(make_ladder_reader) make,
                                        const std::string& bytes) {
  Files files;
  return all(*make(files.add("file", bytes), files.add("s", "s0\ns1\ns2\n"),
                   files.add("t", "t0\nt1\n"), th_en));
}

TEST(LadderReader, JoinsSentences) {
  const auto units = by_numbers(make_ladder_reader, "0\t0\t0.5\n2\t1\t0.1\n2\t2\t0\n3\t2\t0\n");
  ASSERT_EQ(units.size(), 3U);
  EXPECT_EQ(text(units[0]), "s0 s1|t0");
  EXPECT_EQ(text(units[1]), "|t1");
  EXPECT_EQ(text(units[2]), "s2|");
  EXPECT_EQ(units[0].variants[0].units, (UnitRange{0, 2}));
  EXPECT_EQ(units[1].variants[0].units, (UnitRange{2, 2}));
  EXPECT_EQ(written(make_ladder_writer, units), "0\t0\t0.5\n2\t1\t0.1\n2\t2\t0\n3\t2\t0\n");
}

TEST(SentenceSource, CountsLinesWithoutTextAndTakesNone) {
  Files files;
  const auto units = all(*make_vecalign_reader(files.add("file", "[0, 1, 2]:[1]:0\n"),
                                               files.add("s", "s0\n\u00A0\ns2\n"),
                                               files.add("t", "\nt1\n"), th_en));
  ASSERT_EQ(units.size(), 1U);
  EXPECT_EQ(text(units[0]), "s0 s2|t1");
  EXPECT_THAT(units[0].variants[0].joints, ElementsAre(3U));
}

TEST(LadderReader, ReportsWhereItIsBroken) {
  const auto error = [](const std::string& bytes) {
    return error_message([&] { by_numbers(make_ladder_reader, bytes); });
  };
  EXPECT_THAT(error("0\t0\t0\n2\t1\t0\n1\t1\t0\n"), testing::StartsWith("file:3:1: goes back"));
  EXPECT_EQ(error("0\t0\t0\n5\t1\t0\n"),
            "file:2:1: goes up to sentence 5 where s has 3; give the sentences that were aligned");
  EXPECT_THAT(error("0\tx\t0\n"), HasSubstr("not a line of a ladder"));
}

TEST(VecalignReader, JoinsSentences) {
  const auto units = by_numbers(make_vecalign_reader, "[0]:[0]:0.2\n[1, 2]:[]:0.0\n[]:[1]:0\n");
  ASSERT_EQ(units.size(), 3U);
  EXPECT_EQ(text(units[1]), "s1 s2|");
  EXPECT_EQ(text(units[2]), "|t1");
  EXPECT_THAT(written(make_vecalign_writer, units), HasSubstr("[1, 2]:[]:0.0\n"));
  const auto error = [](const std::string& bytes) {
    return error_message([&] { by_numbers(make_vecalign_reader, bytes); });
  };
  EXPECT_THAT(error("[0]:[0]:0\n[0]:[1]:0\n"), testing::StartsWith("file:2:2: sentence numbers"));
  EXPECT_THAT(error("[0, 2]:[0]:0\n"), testing::StartsWith("file:1:5: sentence numbers"));
  EXPECT_THAT(error("0:1\n"), HasSubstr("not a list of sentence numbers"));
  EXPECT_THAT(error("[7]:[0]:0\n"), HasSubstr("goes up to sentence 8 where s has 3"));
}

TEST(BitextorReader, ReadsWithAndWithoutNames) {
  const auto plain = read(make_bitextor_reader, "http://a\thttp://b\tก\ta\t0.9\n");
  EXPECT_EQ(text(plain.at(0)), "ก|a");
  EXPECT_EQ(plain[0].variants[1].document, "http://b");
  EXPECT_THAT(plain[0].about.properties, ElementsAre(Property{"x-bitextor-score", "0.9"}));
  const auto named = read(make_bitextor_reader,
                          "src_url\tsrc_text\ttrg_text\ttrg_url\tbicleaner\nu\tก\ta\tv\t1\n");
  EXPECT_EQ(text(named.at(0)), "ก|a");
  EXPECT_THAT(named[0].about.properties, ElementsAre(Property{"x-bitextor-bicleaner", "1"}));
  EXPECT_EQ(error_of(make_bitextor_reader, "src_url\ttrg_url\tsrc_text\tscore\nu\tv\tก\t1\n"),
            "file:1:1: no column 'trg_text'; name both texts, or leave the names out");
  EXPECT_THAT(error_of(make_bitextor_reader, "a\tb\n"), testing::StartsWith("file:1:4: 2 columns"));
  EXPECT_EQ(text(read(make_bitextor_reader, written(make_bitextor_writer, plain)).at(0)), "ก|a");
}

// ---- CSV

TranslationUnit pair_of(const std::string& source, const std::string& target) {
  return {.variants = {{.language = "th", .text = source}, {.language = "en", .text = target}}};
}

TEST(CsvWriter, QuotesAndKeepsFormulasAway) {
  const std::string csv = written(make_csv_writer, {pair_of("=1+1", "a \"b\", c\nd")});
  EXPECT_EQ(csv,
            "\xEF\xBB\xBFsource,target,source_language,target_language,confidence,source_document,"
            "target_document,id,remark,flags\r\n"
            "'=1+1,\"a \"\"b\"\", c\nd\",th,en,,,,,,\r\n");
}

TEST(CsvReader, TakesApostrophesAwayAgain) {
  for (const char* cell : {"=1", "+1", "-1", "@x", "\tx", "'=1", "''-", "'", "'a", "ก", "＝1", "-",
                           "\"", ",", ";", "a\nb\n", "\n"}) {
    const auto units =
        read(make_csv_reader, written(make_csv_writer, {pair_of(cell, "b"), pair_of("c", cell)}));
    ASSERT_EQ(units.size(), 2U);
    EXPECT_EQ(text(units[0]), cell + std::string("|b"));
    EXPECT_EQ(text(units[1]), "c|" + std::string(cell));
  }
}

TEST(CsvReader, ReadsWhatSpreadsheetsWrite) {
  EXPECT_EQ(text(read(make_csv_reader, "Target;Source\r\nb;ก\r\n").at(0)), "ก|b");
  EXPECT_EQ(text(read(make_csv_reader, "ก\tb\n").at(0)), "ก|b");
  EXPECT_EQ(text(read(make_csv_reader, "\"ก,ข\",b\n").at(0)), "ก,ข|b");
  EXPECT_THAT(error_of(make_csv_reader, "a,\"b\n\nc"), HasSubstr("opened in line 1 is not closed"));
  EXPECT_THAT(error_of(make_csv_reader, "a,\"b\"c\n"), HasSubstr("after its closing quote"));
}

// ---- XLIFF

TEST(XliffWriter, WritesSegmentsAndCodes) {
  TranslationUnit unit = pair_of("ก<ข", "a b");
  unit.variants[1].markup = "a <bpt i=\"1\">&lt;b&gt;</bpt>b<ept i=\"1\">&lt;/b&gt;</ept>";
  unit.confidence = 0.5;
  std::ostringstream out;
  const auto writer = make_xliff_writer(out, "th", "en");
  writer->write(unit);
  writer->finish();
  EXPECT_EQ(out.str(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"th\" "
            "trgLang=\"en\">\n"
            "  <file id=\"f1\">\n"
            "    <unit id=\"u1\" xml:space=\"preserve\">\n"
            "      <notes>\n"
            "        <note category=\"confidence\">0.5000</note>\n"
            "      </notes>\n"
            "      <originalData>\n"
            "        <data id=\"d1\">&lt;b&gt;</data>\n"
            "        <data id=\"d2\">&lt;/b&gt;</data>\n"
            "      </originalData>\n"
            "      <segment>\n"
            "        <source>ก&lt;ข</source>\n"
            "        <target>a <sc id=\"1\" dataRef=\"d1\"/>b<ec startRef=\"1\" "
            "dataRef=\"d2\"/></target>\n"
            "      </segment>\n"
            "    </unit>\n"
            "  </file>\n"
            "</xliff>\n");
}

TEST(XliffWriter, NamesTheRunInEachFile) {
  std::ostringstream out;
  const auto writer = make_xliff_writer(out, "th", "en", "5c1f & more");
  for (const char* const document : {"a", "b"}) {
    TranslationUnit unit = pair_of("ก", "a");
    unit.variants[0].document = document;
    writer->write(unit);
  }
  writer->finish();
  const std::string note = "<note category=\"x-run\">5c1f &amp; more</note>";
  EXPECT_THAT(out.str(), HasSubstr("original=\"a\">\n    <notes>\n      " + note));
  EXPECT_THAT(out.str(), HasSubstr("original=\"b\">\n    <notes>\n      " + note));
}

TEST(XliffWriter, CodesOfBothSidesHaveOneNumber) {
  TranslationUnit unit = pair_of("ก", "a b");
  unit.variants[0].markup = "<ph>x</ph>ก<ph>y</ph>";
  unit.variants[1].markup = "<ph>y</ph>a <ph>z</ph>b<ph>y</ph>";
  std::ostringstream out;
  const auto writer = make_xliff_writer(out, "th", "en");
  writer->write(unit);
  writer->finish();
  EXPECT_THAT(out.str(), HasSubstr("<data id=\"d1\">x</data>\n        <data id=\"d2\">y</data>\n"
                                   "        <data id=\"d3\">z</data>\n"
                                   "        <data id=\"d4\">y</data>\n"));
  EXPECT_THAT(out.str(), HasSubstr("<source><ph id=\"1\" dataRef=\"d1\"/>ก<ph id=\"2\" "
                                   "dataRef=\"d2\"/></source>"));
  EXPECT_THAT(out.str(), HasSubstr("<target><ph id=\"2\" dataRef=\"d2\"/>a <ph id=\"3\" "
                                   "dataRef=\"d3\"/>b<ph id=\"4\" dataRef=\"d4\"/></target>"));
}

// ---- pairs

TEST(PairReader, ChoosesTwoLanguages) {
  const ReadUnits tmx = read_tmx(tmx_around(
      "<tu><tuv xml:lang='en-us'><seg>a</seg></tuv><tuv xml:lang='TH-th'><seg>ก</seg></tuv>"
      "<tuv xml:lang='en-gb'><seg>b</seg></tuv></tu>"
      "<tu><tuv xml:lang='fr'><seg>c</seg></tuv><tuv xml:lang='th'><seg>ข</seg></tuv></tu>"));
  const std::string jsonl = written(make_jsonl_writer, tmx.units);
  const auto pairs = [&](const LanguagePair& languages) {
    class List : public UnitReader {
     public:
      explicit List(const std::vector<TranslationUnit>& units) : units_(units) {}
      const TranslationUnit* next() override {
        return next_ == units_.size() ? nullptr : &units_[next_++];
      }

     private:
      const std::vector<TranslationUnit>& units_;
      std::size_t next_ = 0;
    } list(tmx.units);
    PairReader reader(list, languages, "test.tmx");
    std::string result;
    while (const TranslationUnit* const unit = reader.next()) result += text(*unit) + " ";
    return result;
  };
  EXPECT_EQ(pairs({"th", ""}), "ก|a ");  // the first unit decides on en-us
  EXPECT_EQ(pairs({"th", "en-GB"}), "ก|b ");
  EXPECT_EQ(pairs({"th", "en"}), "ก|a ");
  EXPECT_EQ(pairs({"", ""}), "a|ก ");
  EXPECT_EQ(pairs({"fr", "th"}), "c|ข ");
  EXPECT_EQ(error_message([&] {
              pairs({"de", "ja"});
            }),
            "test.tmx: no unit has a text in de and one in ja; the texts there are: en-us (1), "
            "TH-th (1), "
            "en-gb (1), fr (1), th (1)");
}

}  // namespace
}  // namespace thalign
