// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <string>

#include "document/office/odf_text.h"
#include "document/readers.h"
#include "text/error.h"

namespace thalign {
namespace {

/// The list of the parts names the algorithm of each that is encrypted.
void refuse_encrypted(const ZipArchive& archive) {
  constexpr const char* kManifest = "META-INF/manifest.xml";
  if (!archive.has(kManifest)) return;
  if (archive.read(kManifest).find("encryption-data") == std::string::npos) return;
  throw Error(ErrorCode::format, archive.name(), "is encrypted; save it without a password");
}

/// Headers or footers, each text once, however many page styles have it.
void add_margins(const ZipArchive& archive, OdfPart part, StructuredDocument& document) {
  constexpr const char* kStyles = "styles.xml";
  if (!archive.has(kStyles)) return;
  OdfText text(part);
  parse_part(archive, kStyles, text);
  std::set<std::string_view> seen;
  for (const OdfText::Paragraph& paragraph : text.paragraphs) {
    const bool is_page_number =
        paragraph.text.find_first_not_of(" 0123456789/-") == std::string::npos;
    if (is_page_number || !seen.insert(paragraph.text).second) continue;
    document.add({.place = part == OdfPart::header ? "header" : "footer"}, paragraph.text);
  }
}

}  // namespace

StructuredDocument read_odt(std::string_view bytes, const DocumentReadOptions& options) {
  const ZipArchive archive(bytes, options.name);
  refuse_encrypted(archive);
  StructuredDocument document;
  add_margins(archive, OdfPart::header, document);
  OdfText body(OdfPart::body);
  parse_part(archive, "content.xml", body);
  for (const OdfText::Paragraph& paragraph : body.paragraphs) {
    document.add(paragraph.block, paragraph.text);
  }
  add_margins(archive, OdfPart::footer, document);
  return document;
}

}  // namespace thalign
