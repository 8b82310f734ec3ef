// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace thalign {

/// What the full stop after an English abbreviation allows.
enum class AbbreviationKind : std::uint8_t {
  title,     ///< "Mr.": a name follows, no sentence ends
  inner,     ///< "e.g.": the sentence goes on
  numbered,  ///< "No.", "Oct.": goes on if a number follows; else as `may_end`
  may_end,   ///< "Inc.", "a.m.": ends a sentence if the next word clearly opens one
  ending,    ///< "etc.": ends a sentence if the next word is written large
};

/// The abbreviations of a kind, folded, without the full stop at their end; ascending.
std::span<const std::string_view> english_abbreviations(AbbreviationKind kind);

/// The kind of an abbreviation; nothing if `folded` is none.
std::optional<AbbreviationKind> english_abbreviation(std::string_view folded);

/// "The", "It", "However" ...: written large they open a sentence and hardly ever a name.
bool opens_english_sentence(std::string_view folded);
std::span<const std::string_view> english_sentence_openers();

/// "i", "they", "it" ...: written small they open a clause after a full stop in careless writing.
bool is_english_subject(std::string_view folded);

/// "the", "and", "of" ...: no sentence ends with them.
bool opens_english_phrase(std::string_view folded);

/// "said", "asked" ...: verbs of speaking, which name who said a quotation.
bool is_english_speech_verb(std::string_view folded);

/// ":-)", "<3", an emoji: a run of text between white space, as written.
bool is_emoticon(std::string_view chunk);

}  // namespace thalign
