// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/lexicon_terms.h"

#include <utility>

#include "text/document.h"
#include "text/segmented_text.h"

namespace thalign {
namespace {

/// One term a line.
std::string lines_of(std::span<const std::string> terms) {
  std::string text;
  for (const std::string& term : terms) text.append(term).append("\n");
  return text;
}

}  // namespace

LexiconTerms::LexiconTerms(std::span<const std::string> terms, Language language) {
  // All terms are one text with a unit for each, so that words are broken once.
  Document document = Document::from_bytes(lines_of(terms), {.language = language});
  Words words(document.text());
  std::vector<Unit> units;
  std::size_t word = 0;
  std::size_t line_end = 0;
  for (const std::string& term : terms) {
    line_end += term.size() + 1;
    const std::size_t first = word;
    while (word < words.all().size() && words.all()[word].original.end <= line_end) ++word;
    const auto unit = static_cast<std::uint32_t>(units.size());
    units_.push_back({unit, unit + (word > first ? 1U : 0U)});
    if (word == first) continue;
    const ByteRange range = {words.all()[first].original.begin, words.all()[word - 1].original.end};
    units.push_back({range, unit, 0.0F});
  }
  keys_.emplace(SegmentedText(std::move(document), std::move(words), std::move(units)));
}

}  // namespace thalign
