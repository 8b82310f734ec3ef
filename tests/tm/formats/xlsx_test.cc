// SPDX-License-Identifier: Apache-2.0
// Workbooks: which sheet, which cells, what a cell shows.
#include <gmock/gmock.h>

#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/error_message.h"
#include "tests/text/files/zip_builder.h"
#include "tm/formats/readers.h"
#include "tm/formats/xlsx/cell_format.h"
#include "tm/formats/xlsx/sheet_records.h"
#include "tm/formats/xlsx/workbook.h"

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct MadeSheet {
  std::string name, rows;
  std::string attributes = {};
  std::string behind = {};  ///< the rows
};

const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id='" + id + "' Type='" + kOffice + "/" + type + "' Target='" + target +
         "'/>";
}

/// A workbook of these sheets, whose cells share the texts `shared`.
std::string workbook(const std::vector<MadeSheet>& sheets, const std::string& shared = "",
                     const std::string& styles = "", const std::string& properties = "") {
  std::string list;
  std::string relations = relation("text", "sharedStrings", "sharedStrings.xml") +
                          relation("look", "styles", "styles.xml");
  std::vector<std::pair<std::string, std::string>> parts;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string id = "R" + std::to_string(i);
    list += "<sheet name='" + sheets[i].name + "' sheetId='" + std::to_string(i + 1) + "' " +
            sheets[i].attributes + " r:id='" + id + "'/>";
    relations += relation(id, "worksheet", "/xl/worksheets/" + id + ".xml");
    parts.emplace_back("xl/worksheets/" + id + ".xml",
                       "<worksheet xmlns='" + kMain + "'><sheetData>" + sheets[i].rows +
                           "</sheetData>" + sheets[i].behind + "</worksheet>");
  }
  parts.emplace_back("_rels/.rels",
                     "<r>" + relation("doc", "officeDocument", "xl/workbook.xml") + "</r>");
  parts.emplace_back("xl/workbook.xml", "<workbook xmlns='" + kMain + "' xmlns:r='" + kOffice +
                                            "'>" + properties + "<sheets>" + list +
                                            "</sheets></workbook>");
  parts.emplace_back("xl/_rels/workbook.xml.rels", "<r>" + relations + "</r>");
  parts.emplace_back("xl/sharedStrings.xml", "<sst xmlns='" + kMain + "'>" + shared + "</sst>");
  parts.emplace_back("xl/styles.xml",
                     "<styleSheet xmlns='" + kMain + "'>" + styles + "</styleSheet>");
  return zip_of(parts);
}

std::string cell(const std::string& place, const std::string& text) {
  return "<c r='" + place + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
}

/// A row of Thai and English, in columns A and B.
std::string row(std::size_t number, const std::string& first, const std::string& second) {
  const std::string n = std::to_string(number);
  return "<row r='" + n + "'>" + cell("A" + n, first) + cell("B" + n, second) + "</row>";
}

struct ReadSheet {
  std::vector<std::string> units, repairs;
};

ReadSheet read_sheet(const std::string& bytes, UnitReadOptions options = {}) {
  ReadSheet result;
  std::istringstream in(bytes);
  options.on_repair = [&](const Repair& repair) {
    result.repairs.push_back(std::string(repair.kind) + ": " + repair.detail);
  };
  const auto reader = make_xlsx_reader({in, "t.xlsx"}, options);
  while (const TranslationUnit* const unit = reader->next()) {
    std::string text = std::to_string(reader->line());
    for (const Variant& variant : unit->variants) {
      text += " | " + variant.language + " " + variant.text;
    }
    result.units.push_back(text);
  }
  return result;
}

std::string sheet_error(const std::string& bytes, const UnitReadOptions& options = {}) {
  return error_message([&] { read_sheet(bytes, options); });
}

TEST(XlsxReader, CellsOfEachKind) {
  const std::string rows =
      "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
      // Two columns further than the row before, of which one is empty.
      "<row r='3'><c r='A3' t='s'><v>2</v></c><c r='B3' t='s'><v>3</v></c>"
      "<c r='D3' t='inlineStr'><is><r><t>no</t></r><r><t>te</t></r></is></c></row>"
      "<row><c t='str'><f>A1</f><v>ปลา</v></c><c><v>12</v></c></row>";
  const std::string shared =
      "<si><t>th</t></si><si><t>en</t></si><si><r><rPr><b/></rPr><t>ข้าว</t></r><r><t "
      "xml:space='preserve'> ผัด</t></r><rPh sb='0' eb='1'><t>khao</t></rPh></si>"
      "<si><t>fried_x000D_\nrice _x005F_x41_ &lt;b&gt;</t></si>";
  const ReadSheet sheet = read_sheet(workbook({{"One", rows}}, shared));
  EXPECT_THAT(sheet.units,
              ElementsAre("3 | th ข้าว ผัด | en fried\nrice _x41_ <b>", "4 | th ปลา | en 12"));
  EXPECT_THAT(sheet.repairs, IsEmpty());
}

TEST(XlsxReader, SheetWhoseColumnsShow) {
  const std::string rows = row(1, "Thai", "English") + row(2, "วัด", "temple");
  const std::string bytes =
      workbook({{"Read me", "<row r='1'>" + cell("A1", "Only this") + "</row>"},
                {"Pairs of names", row(1, "a", "b") + row(2, "c", "d")},
                {"Old", row(1, "Thai", "English") + row(2, "เก่า", "old"), "state='hidden'"},
                {"Words", rows},
                {"More", row(1, "Thai", "English") + row(2, "ใหม่", "new")}});
  const ReadSheet sheet = read_sheet(bytes);
  EXPECT_THAT(sheet.units, ElementsAre("2 | th วัด | en temple"));
  EXPECT_THAT(sheet.repairs,
              ElementsAre("sheets left out; --columns SHEET!SOURCE,TARGET chooses another: Read "
                          "me, Pairs of names, Old, More"));
  EXPECT_THAT(read_sheet(bytes, {.columns = "more!English,Thai"}).units,
              ElementsAre("2 | en new | th ใหม่"));
  EXPECT_THAT(read_sheet(bytes, {.columns = "'Old'!1,2"}).units,
              ElementsAre("2 | th เก่า | en old"));
}

TEST(XlsxReader, SheetThatIsNotThere) {
  const std::string words = row(1, "Thai!", "English") + row(2, "วัด", "temple");
  const std::string bytes =
      workbook({{"Words", words}, {"My notes", words, "state='hidden'"}, {"Empty", ""}});
  EXPECT_EQ(sheet_error(bytes, {.columns = "Wrods!Thai,English"}),
            "t.xlsx: --columns Wrods!Thai,English: there is no sheet 'Wrods'; choose one of: "
            "Words, My notes, Empty");
  EXPECT_THAT(sheet_error(bytes, {.columns = "'My note'!1,2"}),
              HasSubstr("there is no sheet 'My note'; choose"));
  EXPECT_THAT(read_sheet(bytes, {.columns = "Thai!,English"}).units,
              ElementsAre("2 |  วัด | en temple"))
      << "a column may have such a name";
}

TEST(XlsxReader, NotClearWhichColumns) {
  const std::string three =
      "<row>" + cell("A1", "one") + cell("B1", "two") + cell("C1", "three") + "</row>";
  EXPECT_EQ(sheet_error(workbook({{"S", three}})),
            "t.xlsx: S:1: which columns hold the texts is not clear; choose them by --columns "
            "SOURCE,TARGET, names or numbers; there are: 1 'one', 2 'two', 3 'three'");
  EXPECT_THAT(read_sheet(workbook({{"Empty", ""}})).units, IsEmpty());
}

TEST(XlsxReader, WhatIsTakenAsEmpty) {
  const std::string rows = row(1, "th", "en") + "<row r='2'>" + cell("A2", "หนึ่ง") +
                           "<c r='B2' t='e'><v>#REF!</v></c>"
                           "<c r='XFD2'><v>1</v></c></row><row r='3'/>";
  const ReadSheet sheet = read_sheet(
      workbook({{"S", rows, "",
                 "<mergeCells><mergeCell ref='A2:A3'/><mergeCell ref='C2:D2'/></mergeCells>"}}));
  EXPECT_THAT(sheet.units, ElementsAre("2 | th หนึ่ง | en "));
  EXPECT_THAT(sheet.repairs,
              ElementsAre("cells with errors of formulas: taken as empty: 1",
                          "cells merged over several rows: their text stands in the first: 1",
                          "cells far to the right: left out: 1"));
}

TEST(XlsxReader, NumbersAsTheyAreShown) {
  const std::string rows = row(1, "th", "en") +
                           "<row><c s='1'><v>45366</v></c><c s='2'><v>1234.5</v></c></row>"
                           "<row><c s='3'><v>0.125</v></c><c><v>0.30000000000000004</v></c></row>"
                           "<row><c s='99'><v>7</v></c><c t='b'><v>1</v></c></row>";
  const std::string styles =
      "<numFmts><numFmt numFmtId='170' formatCode='\"฿\"#,##0.00;[Red]-0'/></numFmts>"
      "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf "
      "numFmtId='14'/>"
      "<xf numFmtId='170'/><xf numFmtId='10'/></cellXfs>";
  EXPECT_THAT(read_sheet(workbook({{"S", rows}}, "", styles)).units,
              ElementsAre("2 | th 2024-03-15 | en ฿1,234.50", "3 | th 12.50% | en 0.3",
                          "4 | th 7 | en TRUE"));
  EXPECT_THAT(
      read_sheet(workbook({{"S", rows}}, "", styles, "<workbookPr date1904='1'/>")).units[0],
      HasSubstr("2028-03-16"));
}

TEST(XlsxReader, RefusesOtherFiles) {
  EXPECT_THAT(sheet_error("\xD0\xCF\x11\xE0 and more"), HasSubstr("is an old workbook (XLS)"));
  EXPECT_THAT(sheet_error("th,en\n"), HasSubstr("t.xlsx: is not an XLSX workbook"));
  EXPECT_THAT(sheet_error("PK, but no archive"), HasSubstr("damaged or cut off"));
  EXPECT_THAT(sheet_error(zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})),
              HasSubstr("(ODS)"));
  EXPECT_THAT(sheet_error(zip_of({{"word/document.xml", "<a/>"}})),
              HasSubstr("has no part xl/workbook.xml"));
  EXPECT_THAT(
      sheet_error(zip_of(
          {{"_rels/.rels", "<r>" + relation("a", "officeDocument", "xl/workbook.bin") + "</r>"}})),
      HasSubstr("(XLSB)"));
  EXPECT_THAT(sheet_error(workbook({})), HasSubstr("not a workbook with sheets"));
}

TEST(XlsxReader, RefusesWhatIsDamagedOrTooLarge) {
  const std::string lost = "<row><c t='s'><v>5</v></c><c><v>1</v></c></row>";
  EXPECT_EQ(sheet_error(workbook({{"S", lost}})),
            "t.xlsx: S:1:1: a cell names a text that is not there; save the workbook again");
  const std::string long_cell = "<row>" + cell("A1", std::string(17'000'000, 'a')) + "</row>";
  EXPECT_THAT(sheet_error(workbook({{"S", long_cell}})), HasSubstr("unpacks to more than"));
  std::string wide;
  for (int i = 0; i < 70'000; ++i) wide += "<row><c r='AMJ1'><v>1</v></c></row>";
  EXPECT_THAT(sheet_error(workbook({{"S", row(1, "th", "en") + wide}})),
              HasSubstr("t.xlsx: S: has more than 67108864 cells"));
}

TEST(CellFormat, Codes) {
  const auto shown = [](std::string_view stored, std::string_view code) {
    return shown_number(stored, parse_cell_format(code), false);
  };
  EXPECT_EQ(shown("1234567.891", "#,##0.00"), "1,234,567.89");
  EXPECT_EQ(shown("-1234", "#,##0"), "-1,234");
  EXPECT_EQ(shown("-123", "#,##0"), "-123");
  EXPECT_EQ(shown("12", "0 \"กก.\""), "12 กก.");
  EXPECT_EQ(shown("12", "[$฿-41E]#,##0.00"), "฿12.00");
  EXPECT_EQ(shown("0.5", "0%"), "50%");
  EXPECT_EQ(shown("0.5", "# ?/?"), "0.5");
  EXPECT_EQ(shown("12345", "0.00E+00"), "12345");
  EXPECT_EQ(shown("1e3", "General"), "1000");
  EXPECT_EQ(shown("007", "General"), "007");
  EXPECT_EQ(shown("1.50", "@"), "1.50");
  EXPECT_EQ(shown("text", "0.00"), "text");
  EXPECT_EQ(shown("45366.395833333336", "d mmmm yyyy h:mm"), "2024-03-15 09:30");
  EXPECT_EQ(shown("45366", "[$-107041E]d mmm yy;@"), "2024-03-15");
  EXPECT_EQ(shown("0.395949074", "h:mm:ss"), "09:30:10");
  EXPECT_EQ(shown("1.5", "[h]:mm"), "36:00");
  EXPECT_EQ(shown("45365.999999", "yyyy-mm-dd hh:mm"), "2024-03-15 00:00");
  EXPECT_EQ(shown("0.5", "mm:ss"), "12:00");
  EXPECT_EQ(shown("1", "d"), "1900-01-01");
  EXPECT_EQ(shown("61", "d"), "1900-03-01");
  EXPECT_EQ(shown("-5", "d"), "-5");
  EXPECT_EQ(shown("3e9", "d"), "3e9");
  for (const char* const odd : {"\"", "[", "\\", "_", "*", ";", "0.", "[$", "E+", "\"a"}) {
    EXPECT_NE(shown("1", odd), "") << odd;
  }
}

TEST(CellFormat, BuiltinOnes) {
  EXPECT_EQ(shown_number("45366", builtin_cell_format(14), false), "2024-03-15");
  EXPECT_EQ(shown_number("45366.5", builtin_cell_format(22), false), "2024-03-15 12:00");
  EXPECT_EQ(shown_number("0.25", builtin_cell_format(9), false), "25%");
  EXPECT_EQ(shown_number("1", builtin_cell_format(0), false), "1");
  EXPECT_EQ(shown_number("1", builtin_cell_format(163), false), "1");
}

TEST(WorkbookTest, Escapes) {
  EXPECT_EQ(unescaped_cell("a_x0041_b"), "aAb");
  EXPECT_EQ(unescaped_cell("_x0E01__x0E02_"), "กข");
  EXPECT_EQ(unescaped_cell("snake_xcase_ _x00_ _xD800_ _x0041"),
            "snake_xcase_ _x00_ _xD800_ _x0041");
  EXPECT_EQ(unescaped_cell("_x0000_"), "");
}

// ---- rows

/// The rows of the first sheet of a workbook as "LINE CELL|CELL", and what was reported.
std::vector<std::string> sheet_rows(const std::string& bytes) {
  std::istringstream in(bytes);
  const auto book = std::make_shared<const Workbook>(ByteSource(in, "t.xlsx"));
  std::vector<std::string> result;
  SheetRecords records(book, book->sheets().at(0), [&](const Repair& repair) {
    result.push_back(std::string(repair.kind) + ": " + repair.detail);
  });
  EXPECT_EQ(records.name(), "t.xlsx: One");
  EXPECT_FALSE(records.has_separators());
  while (const auto cells = records.next()) {
    std::string line = std::to_string(records.line());
    for (std::size_t i = 0; i < cells->size(); ++i) line += (i == 0 ? " " : "|") + (*cells)[i];
    result.push_back(line);
  }
  EXPECT_FALSE(records.next().has_value()) << "after the last row, too";
  return result;
}

TEST(SheetRecordsTest, CellsStandInTheirColumnsAndEmptyRowsAreLeftOut) {
  EXPECT_THAT(sheet_rows(workbook(
                  {{"One", "<row r='2'>" + cell("B2", "ก") + cell("D2", "a") + "</row><row r='3'>" +
                               cell("A3", "") + "</row><row>" + cell("AA4", "b") + "</row>"}})),
              ElementsAre("2 |ก||a", "4 " + std::string(26, '|') + "b"));
}

TEST(SheetRecordsTest, WhatIsTakenAsEmptyIsReported) {
  const std::string far = cell("AMK1", "no");  // column 1025
  EXPECT_THAT(sheet_rows(workbook({{"One",
                                    "<row r='1'>" + cell("A1", "ก") + cell("AMJ1", "yes") + far +
                                        "<c t='e'><v>#REF!</v></c></row>",
                                    "",
                                    "<mergeCells><mergeCell ref='A1:A3'/><mergeCell ref='A5:C5'/>"
                                    "</mergeCells>"}})),
              testing::UnorderedElementsAre(
                  "1 ก" + std::string(1023, '|') + "yes",
                  "cells with errors of formulas: taken as empty: 1",
                  "cells merged over several rows: their text stands in the first: 1",
                  "cells far to the right: left out: 1"));
}

TEST(SheetRecordsTest, ATextThatIsNotThereIsDamage) {
  EXPECT_EQ(error_message(
                [] {
                  sheet_rows(workbook({{"One", "<row r='7'><c t='s'><v>0</v></c></row>"}}));
                },
                ErrorCode::format),
            "t.xlsx: One:7:1: a cell names a text that is not there; save the workbook again");
}

}  // namespace
}  // namespace thalign
