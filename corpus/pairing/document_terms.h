// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "text/document.h"
#include "text/segmented_text.h"

namespace thalign {

/// What a document is recognised by: a word of the lexicon by its number (`WordId`), anything else,
/// a number, a date, a word in Latin letters, by a hash that is the same in both languages and has
/// the highest bit set.
using Term = std::uint32_t;

/// The term of a key of `Vocabulary` that is the same in both languages.
Term shared_term(std::string_view key);

constexpr bool is_shared(Term term) { return (term >> 31U) != 0; }

/// The whole text as one unit, with its words.
SegmentedText one_unit(Document document);

/// The year of the Common Era that a Thai number may mean, given its key ("#2567").
std::optional<int> common_year(std::string_view key);

/// Terms of a document, for finding its translation among many.
struct DocumentTerms {
  std::vector<Term> terms;  ///< ascending, without repeats
  friend bool operator==(const DocumentTerms&, const DocumentTerms&) = default;
};

/// Most terms of a document that are kept: those that are rarest in the language.
inline constexpr std::size_t kMostDocumentTerms = 320;

/// Reads the terms of `document`. Thai years are those of the Common Era. Linear time.
DocumentTerms document_terms(Document document, const Lexicon& lexicon);

}  // namespace thalign
