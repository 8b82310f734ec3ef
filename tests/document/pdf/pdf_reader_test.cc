// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/document/programs/made_program.h"
#include "tests/document/read_blocks.h"
#include "tests/error_message.h"
#include "text/error.h"

namespace thalign {
namespace {

/// What is read of a PDF where pdftotext is a script; its arguments are $1 and so on.
StructuredDocument read_with(const std::string& script) {
  const MadeProgram program("pdftotext", script);
  return read_structured_document("%PDF-1.7", DocumentFormat::pdf,
                                  {.name = "a.pdf", .program_folders = program.folder()});
}

std::string text_with(const std::string& script) {
  const StructuredDocument document = read_with(script);
  return std::string(document.text());
}

std::string error_with(const std::string& script) {
  return error_message([&] { read_with(script); });
}

TEST(PdfReaderTest, JoinsLinesAndCountsPages) {
  const StructuredDocument document = read_with(
      "printf '%b' 'The museum on the hill is open every day but Monday, and\\nvisitors need no "
      "ticket.\\n\\fThe garden is smaller.\\n\\f'");
  EXPECT_EQ(described_blocks(document),
            (std::vector<std::string>{"paragraph: The museum on the hill is open every day but "
                                      "Monday, and visitors need no ticket.",
                                      "paragraph: The garden is smaller."}));
  EXPECT_EQ(document.blocks().front().place, "page 1");
  EXPECT_EQ(document.blocks().back().place, "page 2");
}

TEST(PdfReaderTest, LeavesOutHeadsAndNumbersOfPages) {
  std::string pages;
  for (int page = 1; page <= 3; ++page) {
    pages += fmt::format(
        "Report of the library\\nChapter {} says what readers wanted to borrow in that year.\\n"
        "It also says why.\\n{}\\n\\f",
        "abc"[page - 1], page);
  }
  const StructuredDocument document = read_with("printf '%b' '" + pages + "'");
  EXPECT_EQ(document.text().find("Report"), std::string::npos) << document.text();
  EXPECT_EQ(document.text().find_first_of("123"), std::string::npos) << document.text();
  EXPECT_NE(document.text().find("Chapter a says"), std::string::npos);
  EXPECT_NE(document.text().find("Chapter c says"), std::string::npos);
}

TEST(PdfReaderTest, TakesTheModeThatDamagesLessThai) {
  const std::string damaged = "เปิ ดฟ้ าเป็ นปี ที่";
  const std::string sound = "เปิดฟ้าเป็นปีที่";
  const auto modes = [](const std::string& raw, const std::string& layout) {
    return "case $1 in -raw) echo '" + raw + "';; -layout) echo '" + layout + "';; esac";
  };
  EXPECT_EQ(text_with(modes(sound, damaged)), sound);
  EXPECT_EQ(text_with(modes(damaged, sound)), sound);
  EXPECT_EQ(text_with(modes(damaged, damaged)), damaged);
}

TEST(PdfReaderTest, SaysWhatIsWrong) {
  EXPECT_EQ(error_with("echo 'Command Line Error: Incorrect password' >&2; exit 1"),
            "a.pdf: is encrypted; save it without a password");
  EXPECT_NE(error_with("exit 1").find("damaged"), std::string::npos);
  EXPECT_NE(error_with("printf '\\377'").find("byte 0: pdftotext wrote"), std::string::npos);
  EXPECT_NE(error_with("kill -9 $$").find("more time or memory"), std::string::npos);
  try {
    read_structured_document("%PDF", DocumentFormat::pdf,
                             {.name = "a.pdf", .program_folders = "/nowhere"});
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::format);
    EXPECT_NE(std::string(error.what()).find("poppler-utils"), std::string::npos);
  }
}

TEST(PdfReaderTest, ReadsByTheRealProgram) {
  const std::string content = "BT /F 12 Tf 72 700 Td (A small museum.) Tj ET";
  const std::string pdf = fmt::format(
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
      "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F "
      "5 0 R>>>>>>endobj\n4 0 obj<</Length {}>>stream\n{}\nendstream endobj\n"
      "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n",
      content.size(), content);
  try {
    EXPECT_EQ(read_blocks(pdf, DocumentFormat::pdf),
              std::vector<std::string>{"paragraph: A small museum."});
  } catch (const Error& error) {
    if (std::string(error.what()).find("poppler-utils") == std::string::npos) throw;
    GTEST_SKIP() << "pdftotext is not installed";
  }
}

}  // namespace
}  // namespace thalign
