// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#pragma GCC visibility push(default)
namespace thalign {

/// The languages thalign knows rules for.
enum class Language { thai, english };

/// BCP 47 primary tag: "th" or "en".
std::string_view language_tag(Language language);

/// Name in English, for messages: "Thai" or "English".
std::string_view language_name(Language language);

/// The language of a BCP 47 tag; case and everything after the primary subtag are ignored ("th-TH",
/// "EN_us"). Nothing if the primary subtag is neither "th" nor "en".
std::optional<Language> language_of_tag(std::string_view tag);

/// Whether `tag` has the form of a BCP 47 tag: letters and digits, one to eight between `-` or `_`.
/// Such a tag is safe as part of a file name.
bool is_language_tag(std::string_view tag);

/// Whether `text` (valid UTF-8) has a Thai letter.
bool has_thai_letter(std::string_view text);

/// Letters of a text by their script; those of others don't count.
struct LetterCounts {
  std::size_t thai = 0, latin = 0;
};

/// Counts the letters of UTF-8 `text`.
LetterCounts count_letters(std::string_view text);

/// Share of Thai letters among the Thai and Latin letters of UTF-8 `text`, 0 to 1; nothing if it
/// has neither.
std::optional<double> thai_share(std::string_view text);

}  // namespace thalign
#pragma GCC visibility pop
