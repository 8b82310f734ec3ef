// SPDX-License-Identifier: Apache-2.0
#include "document/html/html_element.h"

#include <algorithm>
#include <array>

namespace thalign {
namespace {

constexpr auto kElements = std::to_array<HtmlElement>({
    {"address", HtmlRole::block},
    {"article", HtmlRole::block},
    {"aside", HtmlRole::kind, BlockKind::note},
    {"blockquote", HtmlRole::block},
    {"body", HtmlRole::block},
    {"br", HtmlRole::line_break},
    {"button", HtmlRole::skipped},
    {"canvas", HtmlRole::skipped},
    {"caption", HtmlRole::kind, BlockKind::caption},
    {"center", HtmlRole::block},
    {"datalist", HtmlRole::skipped},
    {"dd", HtmlRole::kind, BlockKind::list_item},
    {"details", HtmlRole::block},
    {"dialog", HtmlRole::block},
    {"dir", HtmlRole::list},
    {"div", HtmlRole::block},
    {"dl", HtmlRole::list},
    {"dt", HtmlRole::kind, BlockKind::list_item},
    {"fieldset", HtmlRole::block},
    {"figcaption", HtmlRole::kind, BlockKind::caption},
    {"figure", HtmlRole::block},
    {"footer", HtmlRole::block},
    {"form", HtmlRole::block},
    {"h1", HtmlRole::kind, BlockKind::heading, 1},
    {"h2", HtmlRole::kind, BlockKind::heading, 2},
    {"h3", HtmlRole::kind, BlockKind::heading, 3},
    {"h4", HtmlRole::kind, BlockKind::heading, 4},
    {"h5", HtmlRole::kind, BlockKind::heading, 5},
    {"h6", HtmlRole::kind, BlockKind::heading, 6},
    {"header", HtmlRole::block},
    {"hgroup", HtmlRole::block},
    {"hr", HtmlRole::block},
    {"html", HtmlRole::block},
    {"iframe", HtmlRole::skipped},
    {"legend", HtmlRole::block},
    {"li", HtmlRole::kind, BlockKind::list_item},
    {"listing", HtmlRole::preformatted},
    {"main", HtmlRole::block},
    {"menu", HtmlRole::list},
    {"nav", HtmlRole::block},
    {"noframes", HtmlRole::skipped},
    {"noscript", HtmlRole::skipped},
    {"object", HtmlRole::skipped},
    {"ol", HtmlRole::list},
    {"optgroup", HtmlRole::skipped},
    {"option", HtmlRole::skipped},
    {"p", HtmlRole::block},
    {"pre", HtmlRole::preformatted},
    {"rp", HtmlRole::skipped},
    {"rt", HtmlRole::skipped},
    {"script", HtmlRole::skipped},
    {"section", HtmlRole::block},
    {"select", HtmlRole::skipped},
    {"style", HtmlRole::skipped},
    {"summary", HtmlRole::block},
    {"svg", HtmlRole::skipped},
    {"table", HtmlRole::block},
    {"tbody", HtmlRole::block},
    {"td", HtmlRole::kind, BlockKind::table_cell},
    {"template", HtmlRole::skipped},
    {"textarea", HtmlRole::skipped},
    {"tfoot", HtmlRole::block},
    {"th", HtmlRole::kind, BlockKind::table_cell},
    {"thead", HtmlRole::block},
    {"title", HtmlRole::title, BlockKind::heading},
    {"tr", HtmlRole::block},
    {"ul", HtmlRole::list},
    {"xmp", HtmlRole::preformatted},
});
static_assert(std::ranges::is_sorted(kElements, {}, &HtmlElement::name));

struct PartName {
  std::string_view name;
  PagePart part;
};

constexpr auto kElementParts = std::to_array<PartName>({
    {"main", PagePart::main},
    {"article", PagePart::article},
    {"aside", PagePart::margin},
    {"footer", PagePart::margin},
    {"header", PagePart::margin},
    {"nav", PagePart::furniture},
});
constexpr auto kRoleParts = std::to_array<PartName>({
    {"main", PagePart::main},
    {"article", PagePart::article},
    {"banner", PagePart::margin},
    {"complementary", PagePart::margin},
    {"contentinfo", PagePart::margin},
    {"dialog", PagePart::furniture},
    {"menu", PagePart::furniture},
    {"menubar", PagePart::furniture},
    {"navigation", PagePart::furniture},
    {"search", PagePart::furniture},
});
/// Whole values of `id`, or whole names in `class`.
constexpr auto kNameParts = std::to_array<PartName>({
    {"breadcrumb", PagePart::furniture},
    {"breadcrumbs", PagePart::furniture},
    {"footer", PagePart::margin},
    {"header", PagePart::margin},
    {"menu", PagePart::furniture},
    {"nav", PagePart::furniture},
    {"navbar", PagePart::furniture},
    {"navigation", PagePart::furniture},
    {"sidebar", PagePart::margin},
});

template <typename Table>
PagePart part_of(const Table& table, std::string_view name) {
  const auto* const found = std::ranges::find(table, name, &PartName::name);
  return found == table.end() ? PagePart::none : found->part;
}

/// The part of the first of several names that has one.
PagePart part_of_names(std::string_view names) {
  while (!names.empty()) {
    const auto end = std::min(names.find_first_of(" \t\r\n"), names.size());
    const PagePart part = part_of(kNameParts, names.substr(0, end));
    if (part != PagePart::none) return part;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return PagePart::none;
}

}  // namespace

HtmlElement html_element(std::string_view name) {
  const auto* const found = std::ranges::lower_bound(kElements, name, {}, &HtmlElement::name);
  if (found != kElements.end() && found->name == name) return *found;
  return {.name = name};
}

PagePart page_part(std::string_view name, std::string_view role, std::string_view id,
                   std::string_view classes) {
  if (const PagePart part = part_of(kRoleParts, role); part != PagePart::none) return part;
  if (const PagePart part = part_of(kElementParts, name); part != PagePart::none) return part;
  // On the body or the page they name a layout, not a part.
  if (name == "body" || name == "html") return PagePart::none;
  if (const PagePart part = part_of(kNameParts, id); part != PagePart::none) return part;
  return part_of_names(classes);
}

}  // namespace thalign
