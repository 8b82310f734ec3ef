// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/document/programs/made_program.h"
#include "tests/document/read_blocks.h"
#include "tests/text/files/zip_builder.h"
#include "text/error.h"
#include "text/files/file.h"

namespace thalign {
namespace {

constexpr std::string_view kOdt =
    "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:t='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><o:body><o:text><t:h "
    "t:outline-level='1'>Opening hours</t:h><t:p>Every day.</t:p></o:text></o:body>"
    "</o:document-content>";

/// What is read of an RTF file where soffice is a script that may copy $ODT to "$OUT/document.odt".
StructuredDocument read_with(const std::string& script, const std::string& temporary) {
  const MadeProgram program(
      "soffice",
      "while [ $# -gt 1 ]; do [ \"$1\" = --outdir ] && OUT=$2; shift; done; FILE=$1\nODT=" +
          temporary + "/made.odt\n" + script);
  std::ofstream(temporary + "/made.odt", std::ios::binary)
      << zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                 {"content.xml", std::string(kOdt)}});
  return read_structured_document(
      "{\\rtf1 a}", DocumentFormat::rtf,
      {.name = "a.rtf", .program_folders = program.folder(), .temporary_folder = temporary});
}

class LibreOfficeReaderTest : public testing::Test {
 protected:
  LibreOfficeReaderTest() {
    std::string path = testing::TempDir() + "libreoffice-test-XXXXXX";
    folder_ = ::mkdtemp(path.data());
  }
  ~LibreOfficeReaderTest() override { std::filesystem::remove_all(folder_); }

  std::vector<std::string> left() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_))
      names.push_back(entry.path().filename().string());
    return names;
  }

  std::filesystem::path folder_;
};

TEST_F(LibreOfficeReaderTest, ReadsWhatIsConvertedAndLeavesNothing) {
  const StructuredDocument document =
      read_with("grep -q rtf1 $FILE && mkdir $OUT && cp $ODT $OUT/document.odt", folder_.string());
  EXPECT_EQ(described_blocks(document),
            (std::vector<std::string>{"heading1: Opening hours", "paragraph: Every day."}));
  EXPECT_EQ(left(), std::vector<std::string>{"made.odt"});
}

TEST_F(LibreOfficeReaderTest, RefusesWhatIsNotConverted) {
  for (const std::string script : {"exit 0", "echo wrong; exit 1"}) {
    try {
      read_with(script, folder_.string());
      ADD_FAILURE() << script;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::format);
      EXPECT_NE(std::string(error.what()).find("a.rtf: is damaged or has a password"),
                std::string::npos);
    }
  }
  EXPECT_EQ(left(), std::vector<std::string>{"made.odt"});
}

TEST_F(LibreOfficeReaderTest, PresentationsBecomePptx) {
  const std::string made = folder_.string() + "/made.pptx";
  std::ofstream(made, std::ios::binary)
      << zip_of({{"ppt/presentation.xml",
                  "<p:a xmlns:p='http://schemas.openxmlformats.org/presentationml/"
                  "2006/main' xmlns:r='r'><p:sldId id='1' r:id='rId1'/></p:a>"},
                 {"ppt/_rels/presentation.xml.rels",
                  "<R><Relationship Id='rId1' Type='x/slide' Target='slide.xml'/></R>"},
                 {"ppt/slide.xml",
                  "<a:p xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
                  "<a:r><a:t>Safety first</a:t></a:r></a:p>"}});
  const MadeProgram program(
      "soffice", "echo \"$@\" > " + folder_.string() +
                     "/arguments\n"
                     "while [ $# -gt 1 ]; do [ \"$1\" = --outdir ] && OUT=$2; shift; done\n"
                     "mkdir $OUT && cp " +
                     made + " $OUT/document.pptx");
  for (const auto& [format, filter] : {std::pair(DocumentFormat::ppt, "=MS PowerPoint 97"),
                                       std::pair(DocumentFormat::odp, "=impress8")}) {
    const StructuredDocument document = read_structured_document(
        "any", format,
        {.name = "a", .program_folders = program.folder(), .temporary_folder = folder_.string()});
    EXPECT_EQ(described_blocks(document), (std::vector<std::string>{"paragraph: Safety first"}));
    EXPECT_NE(read_file(folder_ / "arguments").find(filter), std::string::npos);
  }
}

TEST_F(LibreOfficeReaderTest, NamesThePackageIfItIsMissing) {
  for (const auto& [format, package] : {std::pair(DocumentFormat::rtf, "libreoffice-writer"),
                                        std::pair(DocumentFormat::ppt, "libreoffice-impress")}) {
    try {
      read_structured_document("{\\rtf1 a}", format,
                               {.name = "a.rtf", .program_folders = "/nowhere"});
      ADD_FAILURE();
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find(package), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace thalign
