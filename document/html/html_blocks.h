// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/html/html_element.h"
#include "document/structured_document.h"

// Not installed.

namespace thalign {

/// The attributes of an element that matter here; empty where it has none.
struct HtmlAttributes {
  std::string_view id = {}, classes = {}, role = {}, language = {};
  bool hidden = false;  ///< is not shown
};

/// Makes blocks of the events of an HTML parser: what begins and ends a block, how white space
/// collapses, and which part of the page each block stands in.
class HtmlBlocks {
 public:
  /// Deeper pages are refused: looking for the element that an end tag closes takes time in
  /// proportion to the depth. Browsers stop at 512.
  static constexpr std::size_t kMaxDepth = 1024;

  /// `whole_page`: see `DocumentReadOptions`.
  explicit HtmlBlocks(bool whole_page) : whole_page_(whole_page) {}

  /// Requires: fewer than `kMaxDepth` elements are open.
  void begin(std::string_view name, const HtmlAttributes& attributes);
  /// Closes the element and those inside it; an end without a beginning is nothing.
  void end(std::string_view name);
  /// `line`: where the piece begins, from 1.
  void text(std::string_view piece, std::size_t line);
  std::size_t depth() const { return open_.size(); }

  /// The blocks of the page, or of its main content: of `main`, of articles that make up most of
  /// the page, else all but navigation and margins.
  StructuredDocument finish();

 private:
  /// An element that is open, with what it has from those around it.
  struct Open {
    std::string name;
    HtmlRole role = HtmlRole::inline_text;
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t level = 0;  ///< of the heading or list
    bool skipped = false;
    bool keeps_white_space = false;
    InlineFormats formats = 0;
    bool is_main = false, is_article = false, is_aside = false;  ///< where on the page
    std::string language;
  };
  struct FoundBlock {
    Block block;
    std::string text;
    bool is_main, is_article, is_aside;
  };

  void take_part(Open& element, PagePart part) const;
  void append(std::string_view piece);
  void break_line();
  void flush();

  bool whole_page_;
  std::vector<Open> open_;
  FoundBlock current_ = {};
  bool space_pending_ = false;
  std::vector<FoundBlock> found_;
};

}  // namespace thalign
