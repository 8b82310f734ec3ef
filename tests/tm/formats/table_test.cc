// SPDX-License-Identifier: Apache-2.0
// Tables as people have them: which columns, which separator, which bytes.
#include <gmock/gmock.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/error_message.h"
#include "tm/formats/readers.h"
#include "tm/formats/table/column_names.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// What a table gave: "th ก | en a" for each unit, and the kinds of its repairs.
struct ReadTable {
  std::vector<std::string> units, repairs;
};

ReadTable read_table(const std::string& bytes, UnitReadOptions options = {}, bool tsv = false) {
  ReadTable result;
  std::istringstream in(bytes);
  options.on_repair = [&](const Repair& repair) {
    result.repairs.push_back(std::string(repair.kind) + ": " + repair.detail);
  };
  const auto reader = (tsv ? make_tsv_reader : make_csv_reader)({in, "t.csv"}, options);
  while (const TranslationUnit* const unit = reader->next()) {
    std::string text;
    for (const Variant& variant : unit->variants) {
      text += (text.empty() ? "" : " | ") + variant.language + " " + variant.text;
    }
    result.units.push_back(text);
  }
  return result;
}

std::string table_error(const std::string& bytes, const UnitReadOptions& options = {}) {
  return error_message([&] { read_table(bytes, options); });
}

std::string utf16_bytes(const std::u16string& text, bool with_mark) {
  std::string bytes(with_mark ? "\xFF\xFE" : "");
  for (const char16_t unit : text) {
    bytes += static_cast<char>(unit & 0xFF);
    bytes += static_cast<char>(unit >> 8);
  }
  return bytes;
}

// ---- columns

TEST(TableColumns, NamesOfLanguages) {
  const auto tag = [](std::string_view name) { return language_of_name(name, "", "").tag; };
  for (const char* const thai :
       {"th", "Thai", "THA", "ไทย", "ภาษาไทย", "text_th", "titleTh", "Thai text", "TH (final)"}) {
    EXPECT_EQ(tag(thai), "th") << thai;
  }
  for (const char* const english : {"en", "English", "อังกฤษ", "text_en", "bodyEn", "English."}) {
    EXPECT_EQ(tag(english), "en") << english;
  }
  EXPECT_EQ(tag("th_TH"), "th-TH");
  EXPECT_EQ(tag("en-gb"), "en-GB");
  for (const char* const none :
       {"", "No.", "id", "the", "tens", "th-en", "Thai to English", "de"}) {
    EXPECT_EQ(tag(none), "") << none;
  }
  EXPECT_EQ(language_of_name("de-AT", "de", "").tag, "de-AT");
}

TEST(TableColumns, ByNames) {
  EXPECT_THAT(read_table("No.,Thai,English\n1,แม่น้ำ,river\n").units,
              ElementsAre("th แม่น้ำ | en river"));
  EXPECT_THAT(read_table("No.,Thai,English\n1,แม่น้ำ,river\n").repairs,
              ElementsAre("columns left out; --columns chooses others: No."));
  EXPECT_THAT(read_table("en-US,th-TH\nriver,แม่น้ำ\n").units,
              ElementsAre("en-US river | th-TH แม่น้ำ"));
  EXPECT_THAT(read_table("text_en,th,text_fr\nriver,แม่น้ำ,fleuve\n").units,
              ElementsAre("en river | th แม่น้ำ"));
  EXPECT_THAT(read_table("อังกฤษ;ไทย\nriver;แม่น้ำ\n").units, ElementsAre("en river | th แม่น้ำ"));
  EXPECT_THAT(read_table("fr,en,th\nfleuve,river,แม่น้ำ\n", {.languages = {"fr", "th"}}).units,
              ElementsAre("fr fleuve | th แม่น้ำ"));
  EXPECT_THAT(read_table("Thai,English\nแม่น้ำ,river\n", {.languages = {"en", "th"}}).units,
              ElementsAre("en river | th แม่น้ำ"));
}

TEST(TableColumns, TermBaseOfMemoQ) {
  const ReadTable table = read_table(
      "\xEF\xBB\xBF"
      "Entry_ID;Entry_Subject;Entry_Note;English;English_Def;Term_Info;Term_Example;Thai;Thai_Def;"
      "Term_Info;Term_Example\r\n1;;\"see; 2\";ferry;;CasePermissive;;เรือข้ามฟาก;;Case;\r\n"
      "2;;;pier;a place;CasePermissive;;ท่าเรือ;;Case;\r\n");
  EXPECT_THAT(table.units, ElementsAre("en ferry | th เรือข้ามฟาก", "en pier | th ท่าเรือ"));
}

TEST(TableColumns, ByContent) {
  const ReadTable read = read_table("1,แม่น้ำ,river\n2,ภูเขา,mountain\n");
  EXPECT_THAT(read.units, ElementsAre("th แม่น้ำ | en river", "th ภูเขา | en mountain"));
  EXPECT_THAT(read.repairs, ElementsAre(HasSubstr("found by what they hold"),
                                        "columns left out; --columns chooses others: 1"));
  EXPECT_THAT(read_table("word,meaning\nriver,แม่น้ำ\nsea,ทะเล\n").units,
              ElementsAre("en river | th แม่น้ำ", "en sea | th ทะเล"));
}

TEST(TableColumns, AskedFor) {
  const std::string table = "a,b,c\nriver,แม่น้ำ,noun\n";
  EXPECT_THAT(table_error(table), HasSubstr("choose them by --columns"));
  EXPECT_THAT(table_error(table), HasSubstr("1 'a', 2 'b', 3 'c'"));
  EXPECT_THAT(read_table(table, {.languages = {"th", "en"}, .columns = "B,a"}).units,
              ElementsAre("th แม่น้ำ | en river"));
  EXPECT_THAT(read_table("river,แม่น้ำ,noun\n", {.languages = {"th", "en"}, .columns = "2,1"}).units,
              ElementsAre("th แม่น้ำ | en river"));
  EXPECT_THAT(table_error(table, {.columns = "a"}), HasSubstr("names one column only"));
  EXPECT_THAT(table_error(table, {.columns = "a,4"}), HasSubstr("there is no column '4'"));
  EXPECT_THAT(table_error(table, {.columns = "a,1"}), HasSubstr("names one column twice"));
}

TEST(TableColumns, NeverByPositionInSilence) {
  const ReadTable read = read_table("Fluss,fleuve\n", {.languages = {"de", "fr"}});
  EXPECT_THAT(read.units, ElementsAre("de Fluss | fr fleuve"));
  EXPECT_THAT(read.repairs, ElementsAre(HasSubstr("taken as source and target")));
  EXPECT_THAT(table_error("title_th,title_en,text_th,text_en\nก,a,ข,b\n"),
              HasSubstr("several columns are 'th' by their names"));
  EXPECT_THAT(table_error("only\n"), HasSubstr("one column only"));
  EXPECT_THAT(read_table("").units, IsEmpty());
}

// ---- separators and quotes

TEST(CsvRecords, SeparatorByConsistency) {
  EXPECT_THAT(read_table("เธอ, ฉัน\tYou, me\nเขา\tHe\n").units,
              ElementsAre("th เธอ, ฉัน | en You, me", "th เขา | en He"));
  EXPECT_THAT(read_table("source,target\na; b; c,ก\nd,ข\n", {.languages = {"en", "th"}}).units,
              ElementsAre("en a; b; c | th ก", "en d | th ข"));
  EXPECT_THAT(read_table("sep=;\nth;en\nก, ข;a, b\n").units, ElementsAre("th ก, ข | en a, b"));
  EXPECT_THAT(read_table("sep=|\nth|en\nก|a\n").units, ElementsAre("th ก | en a"));
}

TEST(CsvRecords, BlanksAroundQuotes) {
  EXPECT_THAT(read_table("\"ถ้าฝนตก\",\"If it rains\"  \n\"เขามา\" , \"He comes\"\n").units,
              ElementsAre("th ถ้าฝนตก | en If it rains", "th เขามา | en He comes"));
}

TEST(CsvRecords, TooManyCellsAreReported) {
  const ReadTable read =
      read_table("source,target\nHi, you,ดี\nBye,ลา\n,,\n", {.languages = {"en", "th"}});
  EXPECT_THAT(read.units, ElementsAre("en Bye | th ลา"));
  EXPECT_THAT(read.repairs, ElementsAre(HasSubstr("row with more cells than there are columns")));
}

TEST(TsvReader, QuotesAreTextUnlessTheyHoldACell) {
  EXPECT_THAT(read_table("th\ten\n\"ก\" ข\t\"a\nค\t\"b \"\"c\"\"\"\n", {}, true).units,
              ElementsAre("th \"ก\" ข | en \"a", "th ค | en b \"c\""));
}

// ---- bytes

TEST(TableBytes, Utf16AsExcelWritesIt) {
  const std::u16string text = u"source\ttarget\r\nHi\tสวัสดี 😀\r\n";
  for (const bool mark : {true, false}) {
    EXPECT_THAT(read_table(utf16_bytes(text, mark), {.languages = {"en", "th"}}).units,
                ElementsAre("en Hi | th สวัสดี 😀"));
  }
  EXPECT_THAT(table_error(utf16_bytes(text, true) + std::string("\x00\xDC", 2)),
              HasSubstr("not valid UTF-16LE"));
}

TEST(TableBytes, Windows874) {
  const std::string table = "th,en\n\xC7\xD1\xB9\xB9\xD5\xE9,today\n";
  const ReadTable read = read_table(table);
  EXPECT_THAT(read.units, ElementsAre("th วันนี้ | en today"));
  EXPECT_THAT(read.repairs, ElementsAre(HasSubstr("windows-874")));
  EXPECT_THAT(read_table(table, {.encoding = "TIS-620"}).repairs, IsEmpty());
  EXPECT_THAT(table_error("th,en\nวัน,today\n\xC7\xD1\xB9,x\n"),
              HasSubstr("t.csv:3: byte 1: not valid UTF-8"));
  EXPECT_THAT(table_error(table, {.encoding = "Klingon-8"}), HasSubstr("unknown encoding"));
}

}  // namespace
}  // namespace thalign
