// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/memory_filter.h"

#include <fmt/format.h>
#include <unicode/regex.h>
#include <unicode/utext.h>

#include <algorithm>
#include <utility>

#include "text/error.h"

namespace thalign {
namespace {

char tag_letter(char c) {
  if (c == '_') return '-';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Whether `name` fits `pattern`, in which `*` stands for anything and `?` for one byte.
bool fits(std::string_view name, std::string_view pattern) {
  std::size_t n = 0;
  std::size_t p = 0;
  std::size_t star = std::string_view::npos;
  std::size_t after_star = 0;  // of the name: what the last star does not cover yet
  while (n < name.size()) {
    if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n]) && pattern[p] != '*') {
      ++n;
      ++p;
    } else if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      after_star = n;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      n = ++after_star;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

}  // namespace

bool tag_matches(std::string_view tag, std::string_view wanted) {
  if (wanted.empty()) return true;
  if (tag.size() < wanted.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (tag_letter(tag[i]) != tag_letter(wanted[i])) return false;
  }
  return tag.size() == wanted.size() || tag_letter(tag[wanted.size()]) == '-';
}

/// A regular expression that looks into UTF-8.
class MemoryFilter::Expression {
 public:
  explicit Expression(const std::string& expression) {
    UErrorCode status = U_ZERO_ERROR;
    matcher_ =
        std::make_unique<icu::RegexMatcher>(icu::UnicodeString::fromUTF8(expression), 0, status);
    if (U_SUCCESS(status)) {
      constexpr int kMostSteps = 2000;  // milliseconds, about
      matcher_->setTimeLimit(kMostSteps, status);
      return;
    }
    throw Error(
        ErrorCode::format, "",
        fmt::format("'{}' is not a regular expression ({}); correct it, or put \\ before its "
                    "special characters",
                    expression, u_errorName(status)));
  }

  bool found_in(std::string_view text) const {
    UErrorCode status = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
    matcher_->reset(&utext);
    const bool found = matcher_->find(status) != 0;
    utext_close(&utext);
    if (U_SUCCESS(status)) return found;
    throw Error(ErrorCode::limit, "",
                fmt::format("the regular expression takes too long ({}); make it simpler",
                            u_errorName(status)));
  }

 private:
  std::unique_ptr<icu::RegexMatcher> matcher_;
};

MemoryFilter::MemoryFilter(MemoryConditions conditions) : conditions_(std::move(conditions)) {
  if (!conditions_.expression.empty())
    expression_ = std::make_unique<Expression>(conditions_.expression);
}
MemoryFilter::MemoryFilter(MemoryFilter&&) noexcept = default;
MemoryFilter& MemoryFilter::operator=(MemoryFilter&&) noexcept = default;
MemoryFilter::~MemoryFilter() = default;

bool MemoryFilter::is_empty() const {
  const MemoryConditions& c = conditions_;
  return !c.changed_from && !c.changed_before && c.document.empty() && !c.least_confidence &&
         !c.most_confidence && c.language.empty() && !expression_ && c.units.empty();
}

bool MemoryFilter::passes(std::int64_t number, const TranslationUnit& unit) const {
  return passes_but_expression(number, unit) &&
         (!expression_ || std::ranges::any_of(unit.variants, [&](const Variant& v) {
           return expression_->found_in(v.text);
         }));
}

bool MemoryFilter::passes_but_expression(std::int64_t number, const TranslationUnit& unit) const {
  const MemoryConditions& c = conditions_;
  const auto any_variant = [&](auto&& holds) { return std::ranges::any_of(unit.variants, holds); };
  const std::optional<Date>& changed = unit.about.changed;
  if (c.changed_from && !(changed && *changed >= *c.changed_from)) return false;
  if (c.changed_before && !(changed && *changed < *c.changed_before)) return false;
  if (c.least_confidence && !(unit.confidence && *unit.confidence >= *c.least_confidence))
    return false;
  if (c.most_confidence && !(unit.confidence && *unit.confidence <= *c.most_confidence))
    return false;
  if (!c.units.empty() && std::ranges::find(c.units, number) == c.units.end()) return false;
  if (!c.document.empty() &&
      !any_variant([&](const Variant& v) { return fits(v.document, c.document); })) {
    return false;
  }
  return any_variant([&](const Variant& v) { return tag_matches(v.language, c.language); });
}

}  // namespace thalign
