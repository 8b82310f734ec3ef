#pragma once

#include <cstddef>
#include <string_view>

#include "text/language.h"
#include "tm/translation_unit.h"

namespace thalign {

/// Type of the property of units that have a text in the language of the other document: a line
/// copied without translation. Its content is the tag of that language.
inline constexpr std::string_view kSameLanguage = "x-same-language";

/// Whether `text`, cut out of a document of `language`, is in the other language: a Thai document's
/// text with letters but none of them Thai, an English one's whose letters are mostly Thai.
bool is_copied(std::string_view text, Language language);

/// Whether `unit` has the property `kSameLanguage`.
bool is_same_language(const TranslationUnit& unit);

/// Which units to hand on.
struct UnitFilterOptions {
  double min_confidence = 0.0;  ///< less confident units are left out
  bool same_language = true;    ///< pairs of texts of one language, too
};

/// Hands on the units of a reader that pass.
class UnitFilter : public UnitReader {
 public:
  /// Requires: `units` outlive the filter.
  UnitFilter(UnitReader& units, const UnitFilterOptions& options)
      : units_(units), options_(options) {}

  const TranslationUnit* next() override;

  /// Units left out so far for want of confidence, and as of one language.
  std::size_t unsure() const { return unsure_; }
  std::size_t same_language() const { return same_language_; }

 private:
  UnitReader& units_;
  UnitFilterOptions options_;
  std::size_t unsure_ = 0;
  std::size_t same_language_ = 0;
};

}  // namespace thalign
