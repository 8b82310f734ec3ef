// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

#include "document/structured_document.h"

// What the elements of HTML mean for the text of a page. Not installed.

namespace thalign {

/// How the content of an element takes part in the text.
enum class HtmlRole : std::uint8_t {
  inline_text,   ///< runs on with the text around it
  block,         ///< begins and ends a block; gives it no kind
  kind,          ///< a block of a kind of its own
  list,          ///< a block that holds list items
  line_break,    ///< `br`
  preformatted,  ///< a block whose white space is kept
  title,         ///< the title of the page, which stands outside of it
  skipped,       ///< not text: scripts, forms, drawings
};

/// An element by its name.
struct HtmlElement {
  std::string_view name;
  HtmlRole role = HtmlRole::inline_text;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  ///< of a heading
};

/// The element of a name in lower case; inline text if it is not known.
HtmlElement html_element(std::string_view name);

/// Where an element stands in the layout of a page.
enum class PagePart : std::uint8_t {
  none,       ///< says nothing
  main,       ///< the main content
  article,    ///< one that could stand alone
  margin,     ///< header, footer or aside, which belong to an article if they stand in one
  furniture,  ///< navigation, banners, search: never content
};

/// The part that an element begins, by its name, its attribute `role`, and the names in `id` and
/// `class`, which pages had before there were elements for it.
PagePart page_part(std::string_view name, std::string_view role, std::string_view id,
                   std::string_view classes);

}  // namespace thalign
