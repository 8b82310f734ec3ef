// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/acronyms.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "align/lexicon/stemmer.h"
#include "align/names/abbreviations.h"

namespace thalign {
namespace {

/// Least p(Thai word | English word) of words that support each other.
constexpr float kLeastOfAcronym = 0.03F;
/// Least share of the words of two long forms that support each other.
constexpr double kLeastSupport = 0.45;
/// ... and of the English one alone.
constexpr double kLeastEnglishSupport = 0.4;
/// What the distance between two definitions takes off their support: all of both texts.
constexpr double kDistance = 0.3;
/// What an English long form without the letters of the acronym takes off.
constexpr double kNotSpelled = 0.1;
/// Fewer Thai words that support a long form are chance.
constexpr std::size_t kLeastWords = 2;
/// Definitions of one abbreviation that count: texts repeat them.
constexpr std::size_t kMostDefinitions = 3;
/// A word that more long forms have does not distinguish them.
constexpr std::size_t kMostWithWord = 200;
constexpr std::string_view kOr = "หรือ";

/// An abbreviation or an acronym, and the words of its long form.
struct Definition {
  std::string letters;
  std::vector<WordId> words;  // ascending
  bool is_spelled;            // by letters of the long form
  double place;               // share of the text before it
};

/// Reads the definitions of one text.
class Definitions {
 public:
  Definitions(const WordReader& text, Language language, const Lexicon& lexicon)
      : text_(text), language_(language), lexicon_(lexicon) {}

  /// Adds what stands in words `k` to `behind`, if the words before them make it a definition.
  void add(std::size_t k, std::size_t behind, std::string_view letters) {
    // An era or an edition: "(พ.ศ. 2567)".
    if (behind < text_.size() && text_.kind(behind) == WordKind::number) return;
    std::size_t end = k;  // of the long form
    if (end > 0 && text_.is(end - 1, "the")) --end;
    if (end == 0) return;
    const bool in_brackets = text_.is(end - 1, "(");
    if (!in_brackets && !text_.is(end - 1, "or") && !text_.is(end - 1, kOr)) return;
    --end;
    if (end > 0 && text_.is(end - 1, ")")) end = before_bracket(end);
    const std::size_t letter_bytes = language_ == Language::thai ? kThaiLetterBytes : 1;
    const auto [begin, is_spelled] = long_form(text_, end, letters, letter_bytes);
    // What stands before "or" may be anything else.
    if (!is_spelled && (!in_brackets || language_ == Language::thai)) return;
    Definition definition = {std::string(letters), words(begin, end), is_spelled,
                             static_cast<double>(k) / static_cast<double>(text_.size())};
    if (!definition.words.empty() && ++times_[definition.letters] <= kMostDefinitions)
      all_.push_back(std::move(definition));
  }

  const std::vector<Definition>& all() const { return all_; }

 private:
  /// The word behind what stands before the bracket that ends before `end`: "(องค์การมหาชน)".
  std::size_t before_bracket(std::size_t end) const {
    constexpr std::size_t kMostInBracket = 8;
    for (std::size_t k = end; k-- > 0 && end - k < kMostInBracket;) {
      if (text_.is(k, "(")) return k;
    }
    return end;
  }

  std::vector<WordId> words(std::size_t begin, std::size_t end) {
    std::set<WordId> found;
    for (std::size_t k = begin; k < end; ++k) {
      if (text_.kind(k) == WordKind::mark || is_function_word(k)) continue;
      const std::string_view word = text_.folded(k);
      const auto id = lexicon_.find(language_, language_ == Language::english ? stem_(word) : word);
      if (id) found.insert(*id);
    }
    return {found.begin(), found.end()};
  }

  /// Small words in a name with capitals: "of", "the".
  bool is_function_word(std::size_t k) const {
    constexpr std::size_t kLongest = 3;
    const std::string_view word = text_.original(k);
    return language_ == Language::english && word.size() <= kLongest && word.front() >= 'a';
  }

  const WordReader& text_;
  Language language_;
  const Lexicon& lexicon_;
  Stemmer stem_;
  std::map<std::string, std::size_t> times_;  // that each was defined
  std::vector<Definition> all_;
};

using Meanings = std::map<std::string, std::string, std::less<>>;  // Thai letters to an acronym

/// A Thai and an English definition, and how well they fit.
struct Match {
  double score;
  std::size_t thai, english;
};

/// Words of two long forms that translate each other.
struct Support {
  std::set<WordId> thai, english;
};

/// How well two definitions fit, if they do.
std::optional<double> score_of(const Definition& thai, const Definition& english,
                               const Support& support) {
  const auto number = [](const auto& words) { return static_cast<double>(words.size()); };
  if (support.thai.size() < std::min(kLeastWords, thai.words.size()) ||
      number(support.english) < kLeastEnglishSupport * number(english.words))
    return std::nullopt;
  const double share = (number(support.thai) + number(support.english)) /
                       (number(thai.words) + number(english.words));
  const double score = share - kDistance * std::abs(thai.place - english.place) -
                       (english.is_spelled ? 0.0 : kNotSpelled);
  return score < kLeastSupport ? std::nullopt : std::optional(score);
}

/// Finds the Thai definitions that fit English ones, by the translations of their words.
class Matcher {
 public:
  Matcher(const std::vector<Definition>& thai, const Lexicon& lexicon)
      : thai_(thai), lexicon_(lexicon) {
    for (std::size_t d = 0; d < thai.size(); ++d) {
      for (const WordId word : thai[d].words) with_word_[word].push_back(d);
    }
  }

  /// Adds what fits `english`, the definition of this number.
  void add(const Definition& english, std::size_t number, std::vector<Match>& matches) const {
    std::map<std::size_t, Support> supports;
    for (const WordId word : english.words) {
      for (const Translation& to : lexicon_.translations(Language::english, word)) {
        const auto found = with_word_.find(to.word);
        if (found == with_word_.end() || to.probability < kLeastOfAcronym ||
            found->second.size() > kMostWithWord)
          continue;
        for (const std::size_t d : found->second) {
          supports[d].thai.insert(to.word);
          supports[d].english.insert(word);
        }
      }
    }
    for (const auto& [d, support] : supports) {
      if (const std::optional<double> score = score_of(thai_[d], english, support))
        matches.push_back({*score, d, number});
    }
  }

 private:
  const std::vector<Definition>& thai_;
  const Lexicon& lexicon_;
  std::map<WordId, std::vector<std::size_t>> with_word_;
};

/// Pairs abbreviations with acronyms, the best supported first, each once.
void match_definitions(const std::vector<Definition>& thai, const std::vector<Definition>& english,
                       const Lexicon& lexicon, Meanings& meanings) {
  std::vector<Match> matches;
  const Matcher matcher(thai, lexicon);
  for (std::size_t e = 0; e < english.size(); ++e) matcher.add(english[e], e, matches);
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.score > b.score; });
  std::set<std::string_view> taken;
  for (const auto& [abbreviation, acronym] : meanings) taken.insert(acronym);
  for (const Match& match : matches) {
    const std::string& acronym = english[match.english].letters;
    if (taken.count(acronym) > 0) continue;
    if (meanings.emplace(thai[match.thai].letters, acronym).second) taken.insert(acronym);
  }
}

/// Whether what stands between two words puts them side by side.
bool side_by_side(const WordReader& text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kMostWords = 2;
  if (begin == end || end - begin > kMostWords) return false;
  for (std::size_t k = begin; k < end; ++k) {
    if (!text.is(k, "(") && !text.is(k, ")") && !text.is(k, "/") && !text.is(k, ":") &&
        !text.is(k, kOr))
      return false;
  }
  return true;
}

/// Adds the abbreviations that have an acronym of `acronyms` beside them.
void add_neighbours(const WordReader& text, const std::vector<Abbreviation>& abbreviations,
                    const std::set<std::string>& acronyms, Meanings& meanings) {
  constexpr std::size_t kFarthest = 3;
  for (const auto& [begin, end, letters] : abbreviations) {
    for (std::size_t step = 1; step <= kFarthest; ++step) {
      for (const std::size_t k : {end - 1 + step, begin - step}) {
        if (k >= text.size() || !is_acronym(text, k)) continue;
        const bool near = k < begin ? side_by_side(text, k + 1, begin) : side_by_side(text, end, k);
        if (near && acronyms.count(std::string(text.folded(k))) > 0)
          meanings.emplace(letters, text.folded(k));
      }
    }
  }
}

/// The places of the abbreviations that have a meaning.
std::vector<SpelledName> places_of(const WordReader& text, const Meanings& meanings) {
  std::vector<SpelledName> places;
  for (std::size_t k = 0; k < text.size();) {
    std::size_t end = k;
    std::string letters;
    const std::string* meaning = nullptr;
    std::size_t meaning_end = k;
    while (end < text.size() && text.kind(end) == WordKind::thai &&
           is_all_consonants(text.folded(end)) &&
           letters.size() < kMostAbbreviationLetters * kThaiLetterBytes) {
      letters += text.folded(end);
      const bool dot = text.touches_next(end) && text.is(end + 1, ".");
      const bool goes_on = text.touches_next(end) && text.kind(end + 1) == WordKind::thai;
      const bool after_dot = dot && text.touches_next(end + 1);
      end += dot ? 2 : 1;
      const auto found = meanings.find(letters);
      if (found != meanings.end() && (dot || !goes_on)) {
        meaning = &found->second;
        meaning_end = end;
      }
      if (!goes_on && !after_dot) break;
    }
    if (meaning != nullptr) {
      places.push_back(
          {static_cast<std::uint32_t>(k), static_cast<std::uint32_t>(meaning_end), *meaning, 0.0F});
    }
    k = std::max(k + 1, meaning_end);
  }
  return places;
}

}  // namespace

std::vector<SpelledName> find_acronyms(const SegmentedText& thai, const SegmentedText& english,
                                       const Lexicon& lexicon) {
  const WordReader english_text(english);
  std::set<std::string> acronyms;
  Definitions english_definitions(english_text, Language::english, lexicon);
  for (std::size_t k = 0; k < english_text.size(); ++k) {
    if (!is_acronym(english_text, k)) continue;
    acronyms.emplace(english_text.folded(k));
    english_definitions.add(k, k + 1, english_text.folded(k));
  }
  if (acronyms.empty()) return {};
  const WordReader thai_text(thai);
  const std::vector<Abbreviation> abbreviations = abbreviations_of(thai_text);
  Meanings meanings;
  add_neighbours(thai_text, abbreviations, acronyms, meanings);
  Definitions thai_definitions(thai_text, Language::thai, lexicon);
  for (const Abbreviation& abbreviation : abbreviations)
    thai_definitions.add(abbreviation.begin, abbreviation.end, abbreviation.letters);
  match_definitions(thai_definitions.all(), english_definitions.all(), lexicon, meanings);
  return meanings.empty() ? std::vector<SpelledName>() : places_of(thai_text, meanings);
}

}  // namespace thalign
