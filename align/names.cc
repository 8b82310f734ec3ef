#include "align/names.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>

#include "align/stemmer.h"

namespace thalign {
namespace {

/// Least ratio of a spelling that counts.
constexpr float kLeastRatio = 7.0F;
/// Hardly any letter of a name says more.
constexpr float kMostPerLetter = 3.5F;
/// Words of the lexicon that are commoner are rarely spelled, they are translated.
constexpr float kRareWord = 1e-5F;
/// Mean information of a Thai letter (nats), and of a word that is in no lexicon.
constexpr float kLetter = 3.3F;
constexpr float kUnknownWord = -3.0F;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// The distinct capitalised words of a text, folded, without what follows an apostrophe.
std::set<std::string_view> capitalised(const SegmentedText& text) {
  std::set<std::string_view> names;
  for (const Word& word : text.words().all()) {
    if (word.kind == WordKind::latin && is_capital(text.document().text()[word.original.begin])) {
      const std::string_view name = text.words().folded(word);
      names.insert(name.substr(0, name.find('\'')));
    }
  }
  return names;
}

/// How much commoner an English word is than names are (nats).
float commonness(std::string_view stem, const Lexicon& lexicon) {
  const std::optional<WordId> id = lexicon.find(Language::english, stem);
  return id ? std::max(0.0F, std::log(lexicon.background(Language::english, *id) / kRareWord))
            : 0.0F;
}

/// Thai words that touch each other, and their letters one after the other.
struct Run {
  std::uint32_t first_word;
  std::vector<std::uint32_t> letters_to;  // per word and one more: letters before it
  std::vector<Letter> letters;
  std::vector<float> common;  // per word: how much commoner than its letters (nats)
};

/// How much likelier a word is than chance would spell it (nats).
float commonness(std::string_view word, std::size_t letters, const Lexicon& lexicon) {
  const std::optional<WordId> id = lexicon.find(Language::thai, word);
  if (!id) return kUnknownWord;
  return std::max(kUnknownWord, std::log(lexicon.background(Language::thai, *id)) +
                                    kLetter * static_cast<float>(letters));
}

std::vector<Run> thai_runs(const SegmentedText& text, const Lexicon& lexicon) {
  std::vector<Run> runs;
  const std::span<const Word> words = text.words().all();
  for (std::uint32_t k = 0; k < words.size(); ++k) {
    if (words[k].kind != WordKind::thai) continue;
    const bool goes_on = !runs.empty() && k > 0 &&
                         runs.back().first_word + runs.back().letters_to.size() - 1 == k &&
                         words[k].folded.begin == words[k - 1].folded.end;
    if (!goes_on) runs.push_back({k, {0}, {}, {}});
    Run& run = runs.back();
    const std::string_view word = text.words().folded(words[k]);
    const std::vector<Letter> letters = thai_letters(word);
    run.letters.insert(run.letters.end(), letters.begin(), letters.end());
    run.common.push_back(commonness(word, letters.size(), lexicon));
    run.letters_to.push_back(static_cast<std::uint32_t>(run.letters.size()));
  }
  return runs;
}

void find_in(const Run& run, NameMatcher& matcher, std::string_view name, float least,
             std::vector<SpelledName>& found) {
  const std::size_t longest = 2 * name.size() + 4;
  const auto words = static_cast<std::uint32_t>(run.letters_to.size() - 1);
  for (std::uint32_t w = 0; w < words; ++w) {
    const std::uint32_t begin = run.letters_to[w];
    if (begin == run.letters.size() || !matcher.may_begin(run.letters[begin])) continue;
    const std::span<const float> ratios = matcher.spellings(
        std::span(run.letters).subspan(begin, std::min(longest, run.letters.size() - begin)));
    std::uint32_t best = w;
    float best_ratio = least;
    float common = 0.0F;
    for (std::uint32_t end = w + 1; end <= words; ++end) {
      const std::uint32_t letters = run.letters_to[end] - begin;
      if (letters >= ratios.size()) break;
      common += run.common[end - 1];
      const float ratio = ratios[letters] - std::max(common, 0.0F);
      if (ratio > best_ratio) {
        best = end;
        best_ratio = ratio;
      }
    }
    if (best > w)
      found.push_back({run.first_word + w, run.first_word + best, std::string(name), best_ratio});
  }
}

}  // namespace

std::vector<SpelledName> find_names(const SegmentedText& thai, const SegmentedText& english,
                                    const Lexicon& lexicon, const Transliteration& model) {
  const std::vector<Run> runs = thai_runs(thai, lexicon);
  std::vector<SpelledName> found;
  Stemmer stem;
  for (const std::string_view name : capitalised(english)) {
    const std::vector<Letter> letters = latin_letters(name);
    const float least = kLeastRatio + commonness(stem(name), lexicon);
    if (least > kMostPerLetter * static_cast<float>(letters.size())) continue;
    NameMatcher matcher(model, letters);
    for (const Run& run : runs) find_in(run, matcher, name, least, found);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const SpelledName& a, const SpelledName& b) { return a.ratio > b.ratio; });
  std::vector<bool> taken(thai.words().all().size());
  std::vector<SpelledName> names;
  for (SpelledName& name : found) {
    const auto begin = taken.begin() + name.first_word;
    const auto end = taken.begin() + name.end_word;
    if (std::find(begin, end, true) != end) continue;
    std::fill(begin, end, true);
    names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end(),
            [](const SpelledName& a, const SpelledName& b) { return a.first_word < b.first_word; });
  return names;
}

}  // namespace thalign
