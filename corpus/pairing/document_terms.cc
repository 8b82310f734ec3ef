// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/document_terms.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "align/lexicon/features.h"
#include "align/numbers/anchor_key.h"
#include "text/calendar.h"
#include "text/hash.h"
#include "text/segmented_text.h"
#include "text/unicode/white_space.h"
#include "text/words.h"

namespace thalign {
namespace {

/// U+0E00 to U+0E7F begin with these bytes.
bool is_thai_word(std::string_view key) {
  return key.starts_with("\xE0\xB8") || key.starts_with("\xE0\xB9");
}

/// A term and how probable it is on any occasion.
struct WeighedTerm {
  float background;
  Term term;
  friend auto operator<=>(const WeighedTerm&, const WeighedTerm&) = default;
};

class TermReader {
 public:
  TermReader(Language language, const Lexicon& lexicon) : language_(language), lexicon_(lexicon) {}

  void read(std::string_view key) {
    for (const std::string_view reading : readings_of(key)) add_shared(reading);
    if (key.starts_with('|')) return;
    const bool is_thai = language_ == Language::thai;
    if (!is_thai && is_thai_word(key)) return;  // such as the names of buttons of a Thai site
    const std::optional<int> year = common_year(key);
    if (is_thai && year) return add_shared(number_key(*year));
    const bool latin_in_thai = is_thai && static_cast<unsigned char>(key.front()) < 0x80U;
    if (is_anchor(key) || latin_in_thai) return add_shared(key);
    if (const std::optional<WordId> word = lexicon_.find(language_, key)) {
      terms_.push_back({lexicon_.background(language_, *word), *word});
    } else if (!is_thai) {
      add_shared(key);  // a Thai word that the lexicon does not have says nothing
    }
  }

  DocumentTerms take() {
    if (terms_.size() > kMostDocumentTerms) {
      const auto most = terms_.begin() + static_cast<std::ptrdiff_t>(kMostDocumentTerms);
      std::nth_element(terms_.begin(), most, terms_.end());
      terms_.erase(most, terms_.end());
    }
    DocumentTerms result;
    for (const WeighedTerm& term : terms_) result.terms.push_back(term.term);
    std::ranges::sort(result.terms);
    result.terms.erase(std::unique(result.terms.begin(), result.terms.end()), result.terms.end());
    return result;
  }

 private:
  void add_shared(std::string_view key) { terms_.push_back({kUnknownWord, shared_term(key)}); }

  Language language_;
  const Lexicon& lexicon_;
  std::vector<WeighedTerm> terms_;
};

}  // namespace

SegmentedText one_unit(Document document) {
  Words words(document.text());
  std::vector<Unit> units;
  if (!words.all().empty()) {
    units.push_back({{words.all().front().original.begin, words.all().back().original.end}, 0, 0});
  }
  return {std::move(document), std::move(words), std::move(units)};
}

std::optional<int> common_year(std::string_view key) {
  constexpr int kFirst = 2400, kLast = 2700;
  int year = 0;
  const char* const end = key.data() + key.size();
  if (!key.starts_with('#')) return std::nullopt;
  const auto [rest, error] = std::from_chars(key.data() + 1, end, year);
  if (error != std::errc() || rest != end || year < kFirst || year > kLast) return std::nullopt;
  return year - kBuddhistEraOffset;
}

Term shared_term(std::string_view key) { return hash_bytes(key) | 0x80000000U; }

DocumentTerms document_terms(Document document, const Lexicon& lexicon) {
  const SegmentedText text = one_unit(std::move(document));
  Vocabulary vocabulary;  // each word once
  (void)make_features(text, vocabulary);
  TermReader reader(text.document().language(), lexicon);
  for (Symbol symbol = 0; symbol < vocabulary.size(); ++symbol) reader.read(vocabulary.key(symbol));
  return reader.take();
}

}  // namespace thalign
