// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "tm/formats/readers.h"
#include "tm/line_source.h"

// Not installed.

namespace thalign {

/// A reader of a unit a line.
class LineReader : public UnitReader {
 public:
  LineReader(ByteSource source, LanguagePair languages)
      : lines_(std::move(source)), languages_(std::move(languages)) {}
  /// Of `lines`, whose first one, `first`, is already taken.
  LineReader(LineSource lines, LanguagePair languages, std::string first)
      : lines_(std::move(lines)), languages_(std::move(languages)), first_(std::move(first)) {}

  const TranslationUnit* next() final {
    while (const auto line = next_line()) {
      unit_ = make_unit(languages_);
      if (read_line(*line, unit_)) return &unit_;
    }
    return nullptr;
  }

  std::size_t line() const override { return lines_.number(); }

  /// A unit of two variants without texts.
  static TranslationUnit make_unit(const LanguagePair& languages) {
    return {.variants = {{.language = languages.source}, {.language = languages.target}}};
  }

 protected:
  /// Puts what `line` says into `unit`; false if it says nothing.
  virtual bool read_line(std::string_view line, TranslationUnit& unit) = 0;

  /// Throws `Error` (format) at `part` of the line.
  [[noreturn]] void fail(std::string_view line, std::string_view part,
                         std::string_view message) const {
    lines_.fail_behind(line.substr(0, static_cast<std::size_t>(part.data() - line.data())),
                       message);
  }
  /// The same of a line with another number of columns than `wanted` says.
  [[noreturn]] void fail_columns(std::string_view line, std::size_t columns,
                                 std::string_view wanted) const {
    fail(line, line.substr(line.size()),
         std::to_string(columns)
             .append(columns == 1 ? " column where " : " columns where ")
             .append(wanted)
             .append(" should be; check that tabs separate them"));
  }
  std::size_t line_number() const { return lines_.number(); }

 private:
  std::optional<std::string_view> next_line() {
    if (!first_) return lines_.next();
    taken_ = std::move(*first_);
    first_.reset();
    return taken_;
  }

  LineSource lines_;
  const LanguagePair languages_;
  std::optional<std::string> first_;  ///< a line that comes before those of `lines_`
  std::string taken_;                 ///< it, once it was taken
  TranslationUnit unit_;
};

}  // namespace thalign
