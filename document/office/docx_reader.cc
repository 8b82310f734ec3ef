// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "document/office/word_text.h"
#include "document/readers.h"

namespace thalign {
namespace {

using NoteTexts = std::unordered_map<std::string, std::vector<WordParagraph>>;

/// Puts the parts of a Word document together.
class WordDocument {
 public:
  WordDocument(const ZipArchive& archive, const std::string& main_part)
      : archive_(archive), main_part_(main_part), relations_(office_relations(archive, main_part)) {
    for (const OfficeRelation& relation : relations_) {
      if (relation.type == "styles") styles_ = read_word_styles(archive_, relation.target);
    }
    for (const char* const type : {"footnotes", "endnotes"}) read_notes(type);
  }

  StructuredDocument read() && {
    add_margins("header");
    WordText text(styles_);
    parse_part(archive_, main_part_, text);
    for (const WordParagraph& paragraph : text.paragraphs) {
      document_.add(paragraph.block, paragraph.text);
      for (const std::string& id : paragraph.notes) {
        for (const WordParagraph& note : notes_[id]) document_.add(note.block, note.text);
        notes_.erase(id);
      }
    }
    add_margins("footer");
    return std::move(document_);
  }

 private:
  void read_notes(std::string_view type) {
    for (const OfficeRelation& relation : relations_) {
      if (relation.type != type) continue;
      WordText text(styles_);
      parse_part(archive_, relation.target, text);
      for (WordParagraph& paragraph : text.paragraphs) {
        std::string id = paragraph.note;
        notes_[std::move(id)].push_back(std::move(paragraph));
      }
    }
  }

  /// Headers or footers, each text once, however many sections have it.
  void add_margins(std::string_view type) {
    std::vector<std::string> parts;
    for (const OfficeRelation& relation : relations_) {
      if (relation.type == type) parts.push_back(relation.target);
    }
    std::ranges::sort(parts);
    std::set<std::string> seen;
    for (const std::string& part : parts) {
      WordText text(styles_);
      parse_part(archive_, part, text);
      for (WordParagraph& paragraph : text.paragraphs) {
        if (!seen.insert(paragraph.text).second || is_page_number(paragraph.text)) continue;
        document_.add({.place = std::string(type)}, paragraph.text);
      }
    }
  }

  static bool is_page_number(std::string_view text) {
    return text.find_first_not_of(" 0123456789/-") == std::string_view::npos;
  }

  const ZipArchive& archive_;
  std::string main_part_;
  std::vector<OfficeRelation> relations_;
  std::unordered_map<std::string, WordStyle> styles_;
  NoteTexts notes_;
  StructuredDocument document_;
};

}  // namespace

StructuredDocument read_docx(std::string_view bytes, const DocumentReadOptions& options) {
  const ZipArchive archive(bytes, options.name);
  std::string main_part = "word/document.xml";
  for (const OfficeRelation& relation : office_relations(archive, "")) {
    if (relation.type == "officeDocument") main_part = relation.target;
  }
  return WordDocument(archive, main_part).read();
}

}  // namespace thalign
