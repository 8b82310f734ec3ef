// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/table/title_rows.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "tm/formats/table/column_names.h"
#include "tm/language_tag.h"
#include "tm/output.h"

namespace thalign {
namespace {

bool is_title(const Record& row) {
  return std::ranges::count_if(row, [](const std::string& cell) { return !cell.empty(); }) == 1;
}

bool has_cell(const Record& row, std::string_view name) {
  return std::ranges::any_of(
      row, [&](const std::string& cell) { return same_tag(single_line(cell), name); });
}

bool names_what_is_asked(const Record& row, std::string_view columns) {
  const auto comma = columns.find(',');
  return comma != std::string_view::npos && has_cell(row, columns.substr(0, comma)) &&
         has_cell(row, columns.substr(comma + 1));
}

bool names_columns(const Record& row, const UnitReadOptions& options) {
  std::set<ColumnRole> roles;
  std::set<std::string> languages;
  for (const std::string& cell : row) {
    roles.insert(role_of_name(cell));
    const NamedLanguage language =
        language_of_name(cell, options.languages.source, options.languages.target);
    if (!language.tag.empty()) languages.emplace(primary_subtag(language.tag));
  }
  return languages.size() > 1 || names_what_is_asked(row, options.columns) ||
         (roles.contains(ColumnRole::source) && roles.contains(ColumnRole::target));
}

}  // namespace

std::size_t count_title_rows(const std::vector<Record>& rows, const UnitReadOptions& options) {
  const auto first = std::ranges::find_if_not(rows, is_title);
  if (first == rows.end() || !names_columns(*first, options)) return 0;
  return static_cast<std::size_t>(first - rows.begin());
}

}  // namespace thalign
