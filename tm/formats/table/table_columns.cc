// SPDX-License-Identifier: Apache-2.0
#include "tm/formats/table/table_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "text/error.h"
#include "text/language.h"
#include "tm/language_tag.h"
#include "tm/line_source.h"
#include "tm/output.h"

namespace thalign {
namespace {

using Column = std::optional<std::size_t>;

/// A column and the language its name says.
struct LanguageColumn {
  std::size_t column;
  NamedLanguage language;
};

class ColumnFinder {
 public:
  ColumnFinder(const std::vector<Record>& rows, const UnitReadOptions& options,
               const std::string& name)
      : rows_(rows), options_(options), name_(name) {
    for (const std::string& cell : rows.front()) {
      found_.roles.push_back(role_of_name(cell));
      const NamedLanguage language =
          language_of_name(cell, options.languages.source, options.languages.target);
      if (!language.tag.empty()) named_.push_back({found_.roles.size() - 1, language});
    }
    for (const Record& row : rows) width_ = std::max(width_, row.size());
  }

  TableColumns find() {
    const bool found = by_option() || by_roles() || by_languages() || by_content() || by_position();
    if (!found) fail("which columns hold the texts is not clear");
    list_left_out();
    return std::move(found_);
  }

 private:
  void take(std::size_t source, std::size_t target, ColumnsFoundBy how, bool has_names) {
    found_.source = source;
    found_.target = target;
    found_.found_by = how;
    found_.has_names = has_names;
    if (!has_names) std::ranges::fill(found_.roles, ColumnRole::other);
    for (const LanguageColumn& named : named_) {
      if (!has_names) break;
      if (named.column == source) found_.source_language = named.language.tag;
      if (named.column == target) found_.target_language = named.language.tag;
    }
  }

  bool by_option() {
    if (options_.columns.empty()) return false;
    const auto comma = options_.columns.find(',');
    if (comma == std::string::npos) bad_option("names one column only");
    bool has_names = !named_.empty() || role_column(ColumnRole::source);
    const auto column = [&](std::string_view asked) -> std::size_t {
      const auto number = parse_index(asked);
      if (number && *number >= 1 && *number <= width_) return *number - 1;
      const auto cell = std::ranges::find_if(rows_.front(), [&](const std::string& written) {
        return same_tag(single_line(written), asked);
      });
      if (cell == rows_.front().end()) bad_option(fmt::format("there is no column '{}'", asked));
      has_names = true;
      return static_cast<std::size_t>(cell - rows_.front().begin());
    };
    const std::string_view asked = options_.columns;
    const std::size_t source = column(asked.substr(0, comma));
    const std::size_t target = column(asked.substr(comma + 1));
    if (source == target) bad_option("names one column twice");
    take(source, target, ColumnsFoundBy::asked, has_names || first_row_names(source, target));
    return true;
  }

  [[noreturn]] void bad_option(std::string_view what) const {
    fail(fmt::format("--columns {}: {}", options_.columns, what));
  }

  Column role_column(ColumnRole role) const {
    if (std::ranges::count(found_.roles, role) != 1) return std::nullopt;
    return static_cast<std::size_t>(std::ranges::find(found_.roles, role) - found_.roles.begin());
  }

  bool by_roles() {
    const Column source = role_column(ColumnRole::source);
    const Column target = role_column(ColumnRole::target);
    if (!source || !target) return false;
    take(*source, *target, ColumnsFoundBy::names, true);
    return true;
  }

  /// The one column whose name says a language of `tag`; fails if it is one of several.
  Column language_column(std::string_view tag) const {
    std::vector<const LanguageColumn*> fitting;
    for (const LanguageColumn& named : named_) {
      if (same_tag(named.language.tag, tag)) fitting.push_back(&named);
    }
    if (fitting.empty()) {
      for (const LanguageColumn& named : named_) {
        if (same_tag(primary_subtag(named.language.tag), primary_subtag(tag)))
          fitting.push_back(&named);
      }
    }
    if (fitting.size() > 1) {
      std::vector<const LanguageColumn*> whole = fitting;
      std::erase_if(whole, [](const LanguageColumn* named) { return !named->language.whole; });
      if (whole.size() == 1) fitting = whole;
    }
    if (fitting.size() > 1) fail(fmt::format("several columns are '{}' by their names", tag));
    return fitting.empty() ? std::nullopt : Column(fitting.front()->column);
  }

  bool by_languages() {
    std::string source = options_.languages.source;
    std::string target = options_.languages.target;
    const bool from_english = language_of_tag(source) == Language::english ||
                              (source.empty() && language_of_tag(target) == Language::thai);
    const bool keep_order = source.empty() && target.empty();
    if (source.empty()) source = from_english ? "en" : "th";
    if (target.empty()) target = language_of_tag(source) == Language::thai ? "en" : "th";
    Column first = language_column(source);
    Column second = language_column(target);
    if (!first && !second) return false;
    // Where one column has a name of a language, what the other holds shows it.
    if (!first) first = content_column(source, *second);
    if (!second) second = content_column(target, *first);
    if (!first || !second || first == second) return false;
    if (keep_order && *second < *first) std::swap(first, second);
    take(*first, *second, ColumnsFoundBy::names, true);
    complete_language(found_.source_language, found_.source);
    complete_language(found_.target_language, found_.target);
    return true;
  }

  /// The language that a column was found by, where its name says none.
  void complete_language(std::string& tag, std::size_t column) const {
    const std::optional<Language> language = content_language(column);
    if (tag.empty() && language) tag = language_tag(*language);
  }

  /// The one column but `other` that holds texts of the language; nothing if there are several.
  Column content_column(std::string_view tag, std::size_t other) const {
    const std::optional<Language> language = language_of_tag(tag);
    Column found;
    for (std::size_t column = 0; language && column < width_; ++column) {
      if (column == other || content_language(column) != language) continue;
      if (found) return std::nullopt;
      found = column;
    }
    return found;
  }

  /// The language that most cells of the column are in.
  std::optional<Language> content_language(std::size_t column) const {
    std::size_t thai = 0;
    std::size_t latin = 0;
    std::size_t filled = 0;
    for (const Record& row : rows_) {
      if (column >= row.size() || single_line(row[column]).empty()) continue;
      ++filled;
      const std::optional<double> share = thai_share(row[column]);
      if (share) ++(*share > 0.5 ? thai : latin);
    }
    if (2 * thai > filled) return Language::thai;
    if (2 * latin > filled) return Language::english;
    return std::nullopt;
  }

  bool by_content() {
    const auto asked = [&](const std::string& tag) { return tag.empty() || language_of_tag(tag); };
    if (!asked(options_.languages.source) || !asked(options_.languages.target)) return false;
    Column thai = content_column("th", width_);
    Column english = content_column("en", width_);
    if (!thai || !english) return false;
    const bool from_english = language_of_tag(options_.languages.source) == Language::english ||
                              language_of_tag(options_.languages.target) == Language::thai ||
                              (options_.languages.source.empty() &&
                               options_.languages.target.empty() && *english < *thai);
    const std::size_t source = from_english ? *english : *thai;
    const std::size_t target = from_english ? *thai : *english;
    take(source, target, ColumnsFoundBy::content, first_row_names(source, target));
    found_.source_language = from_english ? "en" : "th";
    found_.target_language = from_english ? "th" : "en";
    return true;
  }

  /// Whether the first row is of another kind than what follows in a column of Thai texts, or is
  /// named as its column is.
  bool first_row_names(std::size_t source, std::size_t target) const {
    if (rows_.size() < 2) return false;
    return std::ranges::any_of(std::vector{source, target}, [&](std::size_t column) {
      if (content_language(column) != Language::thai) return false;
      return column < rows_.front().size() && !has_thai_letter(rows_.front()[column]) &&
             std::ranges::all_of(rows_.begin() + 1, rows_.end(), [&](const Record& row) {
               return column >= row.size() || row[column].empty() || has_thai_letter(row[column]);
             });
    });
  }

  bool by_position() {
    if (width_ < 2) {
      throw Error(ErrorCode::format, name_ + ":1",
                  "one column only; check that it is the right file, and what separates its cells");
    }
    if (width_ > 2) return false;
    take(0, 1, ColumnsFoundBy::position, false);
    return true;
  }

  std::string label(std::size_t column) const {
    const Record& first = rows_.front();
    std::string text = column < first.size() ? single_line(first[column]) : std::string();
    constexpr std::size_t kMaxLabelBytes = 40;
    if (!found_.has_names || text.empty() || text.size() > kMaxLabelBytes) {
      text = std::to_string(column + 1);
    }
    return text;
  }

  void list_left_out() {
    const std::size_t width = found_.has_names ? rows_.front().size() : width_;
    for (std::size_t column = 0; column < width; ++column) {
      const bool has_role =
          column < found_.roles.size() && found_.roles[column] != ColumnRole::other;
      if (column == found_.source || column == found_.target || has_role) continue;
      found_.left_out.push_back(label(column));
    }
  }

  [[noreturn]] void fail(std::string_view what) const {
    std::string list;
    for (std::size_t column = 0; column < rows_.front().size(); ++column) {
      constexpr std::size_t kMaxShown = 24;  // characters
      std::string text = single_line(rows_.front()[column]);
      if (text.size() > 3 * kMaxShown) text = "...";
      list += fmt::format("{}{} '{}'", list.empty() ? "" : ", ", column + 1, text);
    }
    throw Error(
        ErrorCode::format, name_ + ":1",
        fmt::format("{}; choose them by --columns SOURCE,TARGET, names or numbers; there are: {}",
                    what, list));
  }

  const std::vector<Record>& rows_;
  const UnitReadOptions& options_;
  const std::string& name_;
  std::size_t width_ = 0;
  std::vector<LanguageColumn> named_;
  TableColumns found_;
};

}  // namespace

TableColumns find_columns(const std::vector<Record>& rows, const UnitReadOptions& options,
                          const std::string& name) {
  return ColumnFinder(rows, options, name).find();
}

}  // namespace thalign
