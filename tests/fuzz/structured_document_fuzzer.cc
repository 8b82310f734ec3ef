// SPDX-License-Identifier: Apache-2.0
// Bytes as a document of the format THALIGN_FUZZED_FORMAT: whatever comes in, either `Error` or
// blocks that keep what the header promises. Of PDF the bytes are what pdftotext writes, of
// office documents the part with the text.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "document/document_reader.h"
#include "document/pdf/pdf_text.h"
#include "tests/text/files/zip_builder.h"
#include "text/error.h"
#include "text/split_units.h"
#include "text/unicode/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

thalign::DocumentFormat format() {
  const auto formats = thalign::document_formats();
  return std::ranges::find(formats, THALIGN_FUZZED_FORMAT, &thalign::DocumentFormatEntry::name)
      ->format;
}

std::string document_of(std::string_view bytes) {
  if (format() == thalign::DocumentFormat::docx) {
    return thalign::zip_of({{"word/document.xml", std::string(bytes)}});
  }
  if (format() == thalign::DocumentFormat::odt) {
    return thalign::zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                            {"content.xml", std::string(bytes)},
                            {"styles.xml", std::string(bytes)}});
  }
  if (format() == thalign::DocumentFormat::pptx) {
    return thalign::zip_of(
        {{"ppt/presentation.xml", "<p:a xmlns:p='p' xmlns:r='r'><p:sldId id='1' r:id='r1'/></p:a>"},
         {"ppt/_rels/presentation.xml.rels",
          "<R><Relationship Id='r1' Type='x/slide' Target='slide.xml'/></R>"},
         {"ppt/slide.xml", std::string(bytes)}});
  }
  if (format() == thalign::DocumentFormat::epub) {
    return thalign::zip_of(
        {{"mimetype", "application/epub+zip"},
         {"META-INF/container.xml", "<c><rootfile full-path='book.opf'/></c>"},
         {"book.opf",
          "<p><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/><itemref idref='a'/>"
          "</p>"},
         {"a.xhtml", std::string(bytes)}});
  }
  return std::string(bytes);
}

void check(const thalign::StructuredDocument& document) {
  const std::string_view text = document.text();
  require(thalign::first_invalid_utf8(text) == std::string_view::npos);
  std::uint32_t end = 0;
  for (const thalign::Block& block : document.blocks()) {
    require(block.range.begin >= end && !block.range.empty() && block.range.end <= text.size());
    require(thalign::trimmed(text, block.range) == block.range);
    const std::string_view between = text.substr(end, block.range.begin - end);
    require(between.find_first_not_of('\n') == std::string_view::npos);
    end = block.range.end;
  }
  require(end == text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    if (format() == thalign::DocumentFormat::pdf) {  // what pdftotext writes
      if (thalign::first_invalid_utf8(bytes) == std::string_view::npos)
        check(thalign::paragraphs_of_pdf(bytes, "fuzz"));
      return 0;
    }
    const std::string document = document_of(bytes);
    check(thalign::read_structured_document(document, format(),
                                            {.name = "fuzz", .whole_page = size % 2 == 0}));
  } catch (const thalign::Error&) {
  }
  return 0;
}
