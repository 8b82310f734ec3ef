// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// What the names of the columns of tables say. Not installed.

namespace thalign {

/// What a column holds.
enum class ColumnRole {
  other,
  source,
  target,
  source_language,
  target_language,
  source_document,
  target_document,
  confidence,
  id,
  remark,
  flags,
};

/// What a column of that name holds; ASCII case and white space at the edges don't count.
ColumnRole role_of_name(std::string_view name);

/// The language of the texts in a column of that name, as a BCP 47 tag; empty: the name says none.
/// Thai and English are found by their names in both languages and by their tags, also as one word
/// of several: "Thai", "อังกฤษ", "th_TH", "text_en", "titleTh". Other languages by a tag alone, if
/// its primary subtag is that of one of `asked`.
struct NamedLanguage {
  std::string tag;
  bool whole = false;  ///< nothing else stands in the name
};
NamedLanguage language_of_name(std::string_view name, const std::string& asked_source,
                               const std::string& asked_target);

}  // namespace thalign
