// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "segment/wrapping/text_lines.h"

namespace thalign {

/// The end of a line that the next one may continue, with what its words say about that.
struct LineEnd {
  std::uint32_t line;            ///< number of the line that ends
  std::uint32_t next;            ///< number of the one that follows
  bool thai = false;             ///< a Thai letter stands on both sides
  bool thai_next = false;        ///< the next line begins with a Thai letter
  bool inside_word = false;      ///< the Thai letters on both sides are of one word
  bool inside_syllable = false;  ///< ... and of one syllable; `inside_word` as well
  bool inside_address = false;   ///< an address of the web goes on, perhaps
  bool begins_large = false;     ///< the next line begins with a capital, after no Thai
  bool at_dash = false;          ///< the next line begins with a dash
  std::uint32_t next_word = 0;   ///< columns of the first word of the next line, if `thai`
  /// Log-odds (nats) that a space stood between the words, if `thai`: of any two such words.
  float space_log_odds = 0.0F;
  /// Log of how much likelier these words are where a line is wrapped than where a paragraph ends,
  /// and than where a paragraph or a sentence ends (nats).
  float paragraph_log_ratio = 0.0F, log_ratio = 0.0F;
};

/// The ends of lines that may be wrapped: of two lines in one paragraph, with the same quote marks,
/// indented as lines of a paragraph are, neither in a table, code or a heading. A paragraph may go
/// on behind a page break, with a page number, head and foot between its lines. Ascending.
///
/// Time linear in the text.
std::vector<LineEnd> line_ends(std::string_view text, std::span<const TextLine> lines);

}  // namespace thalign
