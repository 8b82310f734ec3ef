// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/fuzzy_score.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

#include "text/error.h"
#include "text/words.h"
#include "tm/memory/match_key.h"

namespace thalign {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status))
    throw Error(ErrorCode::io, "", "ICU can't find characters; its data are missing");
}

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

std::unique_ptr<icu::BreakIterator> make_cluster_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  check(status);
  return iterator;
}

/// Whether the character of the Thai block never begins a cluster after another one: vowels and
/// marks above and below, SARA AM.
bool extends_cluster(unsigned thai_index) {
  return thai_index == 0x31 || (thai_index >= 0x33 && thai_index <= 0x3A) ||
         (thai_index >= 0x47 && thai_index <= 0x4E);
}

bool is_graphic_ascii(char c) { return c >= 0x20 && c < 0x7F; }

/// Bytes of the cluster that begins `text`, if it and the character after it are of printable ASCII
/// or the Thai block, whose clusters need no iterator; else 0.
std::size_t simple_cluster(std::string_view text) {
  const auto thai_index = [&](std::size_t i) -> unsigned {
    if (i + 2 >= text.size() || text[i] != '\xE0') return 0;
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if (second != 0xB8 && second != 0xB9) return 0;
    return (second & 1U) * 64U + (static_cast<unsigned char>(text[i + 2]) & 0x3FU);
  };
  std::size_t end = 0;
  if (is_graphic_ascii(text[0])) {
    end = 1;
  } else if (thai_index(0) != 0) {
    end = 3;
  } else {
    return 0;
  }
  while (end < text.size()) {
    const unsigned index = thai_index(end);
    if (index == 0) return is_graphic_ascii(text[end]) ? end : 0;
    if (!extends_cluster(index)) return end;
    end += 3;
  }
  return end;
}

void append_clusters(std::string_view text, std::vector<std::uint64_t>& symbols) {
  static const std::unique_ptr<icu::BreakIterator> prototype = make_cluster_iterator();
  const std::unique_ptr<icu::BreakIterator> iterator(prototype->clone());
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> utext(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  check(status);
  iterator->setText(utext.get(), status);
  check(status);
  std::int32_t begin = iterator->first();
  for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
       end = iterator->next()) {
    symbols.push_back(match_key(
        text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin))));
    begin = end;
  }
}

double similarity(std::size_t distance, std::size_t size, std::size_t other_size) {
  const std::size_t longer = std::max(size, other_size);
  return longer == 0 ? 1.0 : 1.0 - static_cast<double>(distance) / static_cast<double>(longer);
}

int percent(double clusters, double words) {
  constexpr double kRounding = 1e-9;  // 50 · (.6 + .8) is 70, not 69.999...
  return std::min(kBestFuzzyScore, static_cast<int>(50.0 * (clusters + words) + kRounding));
}

}  // namespace

std::vector<std::uint64_t> cluster_symbols(std::string_view text) {
  std::vector<std::uint64_t> symbols;
  symbols.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = simple_cluster(text.substr(i));
    if (size == 0) {
      append_clusters(text.substr(i), symbols);
      break;
    }
    symbols.push_back(match_key(text.substr(i, size)));
    i += size;
  }
  return symbols;
}

std::vector<std::uint64_t> word_symbols(std::string_view text) {
  const Words words(text);
  std::vector<std::uint64_t> symbols;
  symbols.reserve(words.all().size());
  for (const Word& word : words.all()) symbols.push_back(match_key(words.folded(word)));
  return symbols;
}

FuzzyScorer::FuzzyScorer(std::string_view match_text)
    : text_(match_text), clusters_(cluster_symbols(match_text)), words_(word_symbols(match_text)) {}

int FuzzyScorer::bound(std::size_t clusters) const {
  const std::size_t size = clusters_.pattern_size();
  const std::size_t distance = std::max(size, clusters) - std::min(size, clusters);
  return percent(similarity(distance, size, clusters), 1.0);
}

int FuzzyScorer::bound(const std::vector<std::uint64_t>& clusters) const {
  return percent(similarity(clusters_.to(clusters), clusters_.pattern_size(), clusters.size()),
                 1.0);
}

int FuzzyScorer::score(std::string_view match_text,
                       const std::vector<std::uint64_t>& clusters) const {
  if (match_text == text_) return kFoldedScore;
  const std::vector<std::uint64_t> words = word_symbols(match_text);
  const double of_clusters =
      similarity(clusters_.to(clusters), clusters_.pattern_size(), clusters.size());
  const double of_words = words.empty() && words_.pattern_size() == 0
                              ? of_clusters
                              : similarity(words_.to(words), words_.pattern_size(), words.size());
  return percent(of_clusters, of_words);
}

int FuzzyScorer::score(std::string_view match_text) const {
  return score(match_text, cluster_symbols(match_text));
}

}  // namespace thalign
