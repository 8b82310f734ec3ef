// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tm/translation_unit.h"

#pragma GCC visibility push(default)
namespace thalign {

/// Which units of a memory are meant. A unit passes if every condition that is given holds.
struct MemoryConditions {
  std::optional<Date> changed_from = {};    ///< changed then or later
  std::optional<Date> changed_before = {};  ///< changed before
  std::string document = {};                ///< a variant's document: a name, or with `*` and `?`
  std::optional<double> least_confidence = {};  ///< units without confidence do not pass
  std::optional<double> most_confidence = {};   ///< the same
  std::string language = {};                    ///< a variant's: a tag, or the first part of it
  std::string expression = {};           ///< ICU regular expression found in the text of a variant
  std::vector<std::int64_t> units = {};  ///< numbers; empty: all
};

/// Conditions made ready.
class MemoryFilter {
 public:
  /// Throws `Error` (format): no regular expression.
  explicit MemoryFilter(MemoryConditions conditions = {});
  MemoryFilter(MemoryFilter&&) noexcept;
  MemoryFilter& operator=(MemoryFilter&&) noexcept;
  ~MemoryFilter();

  const MemoryConditions& conditions() const& { return conditions_; }
  const MemoryConditions& conditions() const&& = delete;
  /// Whether nothing is asked for, so that every unit passes.
  bool is_empty() const;
  /// Throws `Error` (limit) if matching the regular expression takes longer than seconds.
  bool passes(std::int64_t number, const TranslationUnit& unit) const;
  /// Whether the unit fulfils all other conditions; takes no time.
  bool passes_but_expression(std::int64_t number, const TranslationUnit& unit) const;

 private:
  class Expression;
  MemoryConditions conditions_;
  std::unique_ptr<Expression> expression_;
};

/// Whether `tag` is `wanted` or begins with it and `-`; case and `_` for `-` do not matter. The
/// empty `wanted` is any.
bool tag_matches(std::string_view tag, std::string_view wanted);

}  // namespace thalign
#pragma GCC visibility pop
