// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/ranges.h"

namespace thalign {

/// One line of a text as a program that wraps lines sees it. Columns: each character takes one,
/// marks above and below letters and invisible characters take none.
///
///     > >   Text of the line, perhaps quoted_ \n
///          |begin                      end|
///       |indent|
struct TextLine {
  ByteRange content;              ///< without quote marks, indentation and white space at the end
  std::uint32_t columns = 0;      ///< of indentation and content
  std::uint32_t indent = 0;       ///< columns
  std::uint32_t quotes = 0;       ///< marks `>` in front, as mail has them
  std::uint32_t first_chunk = 0;  ///< columns up to the first white space in the content
  bool thai = false;              ///< has a Thai letter
  bool ends_with_space = false;   ///< white space before the line end
  bool begins_page = false;       ///< after a form feed
  bool begins_item = false;       ///< with a bullet or a number of a list
  /// Never part of a wrapped paragraph: rows of a table, fenced code, headings and rules of
  /// Markdown.
  bool apart = false;

  bool blank() const { return content.empty(); }
};

/// Columns of `text`.
std::uint32_t columns(std::string_view text);

/// The lines of `text`, without what ends them. Time linear in the text.
std::vector<TextLine> text_lines(std::string_view text);

/// `lines` of `text` as a program sees them that has letters of several widths, as word processors
/// have: a column is an average letter of an average font.
std::vector<TextLine> in_letter_widths(std::string_view text, std::vector<TextLine> lines);

/// `lines` of `text` as a program sees them that counts characters, as pandoc and Python's textwrap
/// do: marks above and below Thai letters take a column as well.
std::vector<TextLine> in_characters(std::string_view text, std::vector<TextLine> lines);

}  // namespace thalign
