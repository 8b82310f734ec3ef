// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "tm/translation_unit.h"

#pragma GCC visibility push(default)
namespace thalign {

// Types of the properties that mark a pair of texts by its letters. Those of URLs, host names and
// e-mail addresses don't count.

/// A text is in the language of the other: a line copied without translation. The property's
/// content is the tag of that language.
inline constexpr std::string_view kSameLanguage = "x-same-language";
/// A text has no letters of its language or of the other, but digits, marks and addresses. Content:
/// the tag of its language, or of both.
inline constexpr std::string_view kNotText = "x-not-text";
/// The English text has Thai letters. Content: how many.
inline constexpr std::string_view kThaiLetters = "x-thai-letters";

/// Type of the property of a unit that says what a person did to it: `kRight`, `kCorrected`,
/// `kEdited` or `kDeleted`.
inline constexpr std::string_view kCorrection = "x-correction";
inline constexpr std::string_view kRight = "right";          ///< looked at and found right
inline constexpr std::string_view kCorrected = "corrected";  ///< other boundaries
inline constexpr std::string_view kEdited = "edited";        ///< a text is not that of its document
inline constexpr std::string_view kDeleted = "deleted";      ///< not to be written anywhere
/// Type of the property of a variant whose text was edited: the text of its document.
inline constexpr std::string_view kOriginal = "x-original";

/// Type of the property that names, by its number, the unit of a memory that was corrected.
inline constexpr std::string_view kUnitNumber = "x-unit";

/// Whether properties of that type mark a pair by its letters.
bool is_mark(std::string_view type);

/// How the first two variants of `unit` are to be marked, if at all: the first of the kinds above
/// that fits, "not text" before the others. A missing text is left out of account. Nothing unless
/// one language is Thai and the other English. A Thai text with a Thai letter is Thai; an English
/// one is Thai if most of its letters are.
std::optional<Property> mark_of(const TranslationUnit& unit);

/// The kind of the mark that `unit` has among its properties: its type without "x-"; empty: none.
std::string_view flag_of(const TranslationUnit& unit);

/// Marks `unit` by the flag that a format has of it, if its letters say the same.
void set_flag(TranslationUnit& unit, std::string_view flag);

/// Whether `unit` has the mark `type` among its properties.
bool has_mark(const TranslationUnit& unit, std::string_view type);

/// Whether a person left `unit` out (`kDeleted`).
bool is_deleted(const TranslationUnit& unit);

/// Whether `unit` is marked as no translation: `kSameLanguage` or `kNotText`.
bool is_untranslated(const TranslationUnit& unit);

}  // namespace thalign
#pragma GCC visibility pop
