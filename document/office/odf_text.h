// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/structured_document.h"
#include "text/files/office_xml.h"

// Not installed.

namespace thalign {

/// Which paragraphs of a part of an OpenDocument file are read.
enum class OdfPart : std::uint8_t { body, header, footer };

/// The paragraphs of a part of an OpenDocument text: what tracked changes deleted is not there,
/// notes and text boxes come after the paragraph they are anchored in.
class OdfText : public OfficeEvents {
 public:
  explicit OdfText(OdfPart part);

  struct Paragraph {
    Block block;
    std::string text;
  };
  std::vector<Paragraph> paragraphs;

 private:
  struct Open {
    Paragraph paragraph;
    std::vector<Paragraph> inside;  ///< of notes and text boxes
  };

  void begin_element(std::string_view name, const OfficeAttributes& attributes) override;
  void end_element(std::string_view name) override;
  void add_text(std::string_view piece) override;

  void begin_paragraph(std::string_view name, const OfficeAttributes& attributes);
  void end_paragraph();
  void begin_style(std::string_view name, const OfficeAttributes& attributes);
  void append(std::string_view text);
  void format(std::size_t begin);

  OdfPart part_;
  std::vector<Open> open_;
  std::map<std::string, InlineFormats, std::less<>> styles_;  ///< of spans
  std::string style_;                                         ///< that is defined now
  std::vector<InlineFormats> formats_;  ///< of the paragraphs, spans and links that are open
  std::size_t count_ = 0;               ///< of paragraphs begun
  std::size_t containers_ = 0;          ///< that are open and hold what is read
  std::size_t cells_ = 0, lists_ = 0, notes_ = 0;  ///< that are open
};

}  // namespace thalign
