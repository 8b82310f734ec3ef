// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/office/word_styles.h"
#include "document/structured_document.h"
#include "text/files/office_xml.h"

// Not installed.

namespace thalign {

/// A paragraph of a part of a Word document.
struct WordParagraph {
  Block block;
  std::string text;
  std::string note;                ///< identifier of the note it belongs to; empty: none
  std::vector<std::string> notes;  ///< those it refers to: "footnote 2", "endnote 1"
};

/// The paragraphs of a part of a Word document as readers see it: tracked changes accepted, fields
/// by their results, text boxes after the paragraph they are anchored in, hidden text left out.
class WordText : public OfficeEvents {
 public:
  /// Requires: `styles` outlive this object.
  explicit WordText(const std::unordered_map<std::string, WordStyle>& styles) : styles_(styles) {}

  std::vector<WordParagraph> paragraphs;

 private:
  /// A paragraph that is open.
  struct Open {
    WordParagraph paragraph;
    WordStyle style;
    /// What the paragraph says itself, before or after it names its style.
    std::optional<bool> is_list;
    std::uint8_t heading_level = 0;
    bool goes_on = false;               ///< with the next: its mark is deleted
    bool waits = false;                 ///< for the next to go on with
    std::vector<WordParagraph> inside;  ///< of text boxes
  };

  void begin_element(std::string_view name, const OfficeAttributes& attributes) override;
  void end_element(std::string_view name) override;
  void add_text(std::string_view piece) override;

  void begin_content(std::string_view name, const OfficeAttributes& attributes);
  void begin_paragraph();
  void end_paragraph();
  /// Ends a paragraph that waits for a next one, of which there is none here.
  void end_waiting();
  void paragraph_property(std::string_view name, const OfficeAttributes& attributes);
  void deletion();
  void run_property(std::string_view name, const OfficeAttributes& attributes);
  void append(std::string_view text);

  const std::unordered_map<std::string, WordStyle>& styles_;
  std::vector<Open> open_;
  std::string note_;
  std::size_t count_ = 0;        ///< of paragraphs begun
  std::size_t cells_ = 0;        ///< that are open
  std::size_t rows_ = 0;         ///< that are open
  std::size_t deleted_row_ = 0;  ///< the outermost that is deleted, by `rows_`; 0: none
  bool in_paragraph_properties_ = false;
  bool in_row_properties_ = false;
  bool in_run_properties_ = false;
  bool hidden_ = false;        ///< the run
  bool is_text_ = false;       ///< what comes is shown
  InlineFormats formats_ = 0;  ///< of the run
  std::size_t links_ = 0;      ///< that are open
};

}  // namespace thalign
