// SPDX-License-Identifier: Apache-2.0
#include "align/lexicon/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string_view>

#include "align/lexicon/stemmer.h"
#include "align/names/titled_names.h"
#include "text/calendar.h"

namespace thalign {
namespace {

/// Hardly any letter of a name says more.
constexpr float kMostPerLetter = 3.5F;
/// Words of the lexicon that are commoner are rarely spelled, they are translated.
constexpr float kRarelySpelled = 1e-5F;
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

/// How much commoner an English word is than names are (nats). `id`: in the lexicon.
float commonness(std::optional<WordId> id, const Lexicon& lexicon) {
  return id ? std::max(0.0F, std::log(lexicon.background(Language::english, *id) / kRarelySpelled))
            : 0.0F;
}

/// The Thai words of a text, and their letters one after the other. Words that touch each other are
/// a run.
struct ThaiWords {
  std::vector<std::uint32_t> numbers;     // per word: among all words of the text
  std::vector<std::uint32_t> run_end;     // per word: one past the last word of its run
  std::vector<float> common;              // per word: how much commoner than its letters (nats)
  std::vector<std::uint32_t> letters_to;  // per word and one more: letters before it
  std::vector<Letter> letters;
  std::vector<bool> has;  // per Thai word of the lexicon: whether the text has it

  std::uint32_t size() const { return static_cast<std::uint32_t>(numbers.size()); }
  /// The letters from `word` to the end of its run.
  std::span<const Letter> letters_from(std::uint32_t word) const {
    const std::uint32_t begin = letters_to[word];
    return std::span(letters).subspan(begin, letters_to[run_end[word]] - begin);
  }
};

/// How much likelier a Thai word is than chance would spell it (nats).
float commonness(std::optional<WordId> id, std::size_t letters, const Lexicon& lexicon) {
  if (!id) return kUnknownWord;
  return std::max(kUnknownWord, std::log(lexicon.background(Language::thai, *id)) +
                                    kLetter * static_cast<float>(letters));
}

ThaiWords thai_words(const SegmentedText& text, const Lexicon& lexicon) {
  ThaiWords thai;
  thai.letters_to.push_back(0);
  thai.has.resize(lexicon.words(Language::thai));
  TitledNames titled(text.words());
  const std::span<const Word> words = text.words().all();
  for (std::uint32_t k = 0; k < words.size(); ++k) {
    const bool in_name = titled.holds(k);
    if (words[k].kind != WordKind::thai) continue;
    const std::string_view word = text.words().folded(words[k]);
    const std::size_t before = thai.letters.size();
    add_thai_letters(word, thai.letters);
    const std::optional<WordId> id = lexicon.find(Language::thai, word);
    if (id) thai.has[*id] = true;
    // In a name a word is no likelier than any other spelling.
    const float common = commonness(id, thai.letters.size() - before, lexicon);
    thai.numbers.push_back(k);
    thai.common.push_back(in_name ? std::min(common, 0.0F) : common);
    thai.letters_to.push_back(static_cast<std::uint32_t>(thai.letters.size()));
  }
  thai.run_end.resize(thai.size());
  for (std::uint32_t w = thai.size(); w-- > 0;) {
    const std::uint32_t k = thai.numbers[w];
    const bool goes_on = w + 1 < thai.size() && thai.numbers[w + 1] == k + 1 &&
                         words[k + 1].folded.begin == words[k].folded.end;
    thai.run_end[w] = goes_on ? thai.run_end[w + 1] : w + 1;
  }
  return thai;
}

/// A Thai word, where a spelling may begin.
struct Place {
  std::uint64_t first_letters;  // eight of them as a number, in the order of sequences
  std::uint32_t word;
};

std::uint64_t first_letters(std::span<const Letter> letters) {
  std::uint64_t number = 0;
  for (std::size_t n = 0; n < sizeof number; ++n)
    number = number << 8U | (n < letters.size() ? letters[n] : 0U);
  return number;
}

/// The first letters of some places, all that matter for nearly all names.
struct NameOpening {
  static constexpr std::size_t kMost = 16;

  std::uint32_t first, last;  // the places
  std::uint32_t begin;        // of the letters among those of all words
  std::uint8_t size;
  std::uint8_t same = 0;                    // letters shared with the opening before
  std::array<std::uint32_t, 4> alike = {};  // openings from here on that share 1, 2, 3, 4 letters
};

std::span<const Letter> head(const ThaiWords& thai, const Place& place) {
  const std::span<const Letter> letters = thai.letters_from(place.word);
  return letters.first(std::min(NameOpening::kMost, letters.size()));
}

/// The places of all words that have letters, so that those which begin alike stand together.
std::vector<Place> sorted_places(const ThaiWords& thai) {
  std::vector<Place> places;
  places.reserve(thai.size());
  for (std::uint32_t word = 0; word < thai.size(); ++word) {
    const std::span<const Letter> letters = thai.letters_from(word);
    if (!letters.empty()) places.push_back({first_letters(letters), word});
  }
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    if (a.first_letters != b.first_letters) return a.first_letters < b.first_letters;
    return std::ranges::lexicographical_compare(head(thai, a), head(thai, b));
  });
  return places;
}

/// The openings of sorted places.
class NameOpenings {
 public:
  NameOpenings(const ThaiWords& thai, const std::vector<Place>& places) : thai_(thai) {
    for (std::uint32_t place = 0; place < places.size(); ++place) add(places[place], place);
    for (std::size_t o = all_.size(); o-- > 0;) {
      for (std::size_t n = 0; n < all_[o].alike.size(); ++n) {
        const bool next_is_alike = o + 1 < all_.size() && all_[o + 1].same > n;
        all_[o].alike[n] = next_is_alike ? all_[o + 1].alike[n] + 1 : 1;
      }
    }
  }

  const std::vector<NameOpening>& all() const { return all_; }
  std::span<const Letter> letters(const NameOpening& opening) const {
    return std::span(thai_.letters).subspan(opening.begin, opening.size);
  }

 private:
  void add(const Place& place, std::uint32_t number) {
    const std::span<const Letter> letters = head(thai_, place);
    NameOpening opening = {.first = number,
                           .last = number + 1,
                           .begin = thai_.letters_to[place.word],
                           .size = static_cast<std::uint8_t>(letters.size())};
    if (!all_.empty()) {
      const std::span<const Letter> before = this->letters(all_.back());
      if (std::ranges::equal(before, letters)) {
        all_.back().last = number + 1;
        return;
      }
      opening.same =
          static_cast<std::uint8_t>(std::ranges::mismatch(before, letters).in1 - before.begin());
    }
    all_.push_back(opening);
  }

  const ThaiWords& thai_;
  std::vector<NameOpening> all_;
};

/// The likeliest spelling of a name that begins with `word`, if it has more than `least`.
std::optional<SpelledName> best_spelling(const ThaiWords& thai, std::uint32_t word,
                                         std::span<const float> ratios, float least) {
  std::uint32_t best = word;
  float best_ratio = least;
  float common = 0.0F;
  for (std::uint32_t end = word + 1; end <= thai.run_end[word]; ++end) {
    const std::uint32_t letters = thai.letters_to[end] - thai.letters_to[word];
    if (letters >= ratios.size()) break;
    common += thai.common[end - 1];
    const float ratio = ratios[letters] - std::max(common, 0.0F);
    if (ratio > best_ratio) {
      best = end;
      best_ratio = ratio;
    }
  }
  if (best == word) return std::nullopt;
  const std::uint32_t first = thai.numbers[word];
  return SpelledName{first, first + (best - word), {}, best_ratio};
}

/// A name that is looked for.
struct Wanted {
  std::string_view name;
  float least;          // ratio of a spelling that counts
  std::size_t longest;  // Thai letters of one
};

/// Finds where a text spells names.
class NameFinder {
 public:
  NameFinder(const ThaiWords& thai, const Transliteration& model)
      : thai_(thai), places_(sorted_places(thai)), openings_(thai, places_), matcher_(model) {}

  /// Adds the places that spell a name, ascending.
  void find(std::span<const Letter> letters, const Wanted& wanted,
            std::vector<SpelledName>& found) {
    matcher_.look_for(letters);
    const auto first = static_cast<std::ptrdiff_t>(found.size());
    const std::vector<NameOpening>& openings = openings_.all();
    std::size_t same = 0;  // letters shared with what was last looked at
    for (std::size_t o = 0; o < openings.size();) {
      const NameOpening& opening = openings[o];
      const std::span<const Letter> all = openings_.letters(opening);
      same = std::min<std::size_t>(same, opening.same);
      if (!matcher_.may_begin(all.front())) {
        o += opening.alike.front();
        same = 0;
        continue;
      }
      const auto head = all.first(std::min(wanted.longest, all.size()));
      const std::span<const float> ratios = matcher_.spellings(head, same);
      same = NameOpening::kMost;
      const bool dead = ratios.size() <= head.size();
      const bool good =
          std::ranges::any_of(ratios, [&](float ratio) { return ratio > wanted.least; });
      if (good || (!dead && head.size() < wanted.longest && head.size() == NameOpening::kMost))
        find_at(opening, wanted, found);
      // What begins with the letters that no spelling goes on from is no better.
      const bool many = dead && !good && ratios.size() <= opening.alike.size();
      o += many ? opening.alike[ratios.size() - 1] : 1;
    }
    std::sort(found.begin() + first, found.end(), [](const SpelledName& a, const SpelledName& b) {
      return a.first_word < b.first_word;
    });
  }

 private:
  /// Adds the places of `opening` that spell the name.
  void find_at(const NameOpening& opening, const Wanted& wanted, std::vector<SpelledName>& found) {
    for (std::uint32_t place = opening.first; place != opening.last; ++place) {
      const std::uint32_t word = places_[place].word;
      const std::span<const Letter> all = thai_.letters_from(word);
      const auto letters = all.first(std::min(wanted.longest, all.size()));
      const std::size_t same = std::min<std::size_t>(letters.size(), opening.size);
      const std::span<const float> ratios = matcher_.spellings(letters, same);
      if (auto spelled = best_spelling(thai_, word, ratios, wanted.least)) {
        spelled->name = wanted.name;
        found.push_back(*std::move(spelled));
      }
    }
  }

  const ThaiWords& thai_;
  const std::vector<Place> places_;
  const NameOpenings openings_;
  NameMatcher matcher_;
};

/// Whether the Thai text has a translation of an English word that links them anyhow.
bool is_translated(std::optional<WordId> id, const ThaiWords& thai, const Lexicon& lexicon) {
  constexpr float kSure = 0.2F;
  return id && std::ranges::any_of(lexicon.translations(Language::english, *id),
                                   [&](const Translation& translation) {
                                     return translation.probability >= kSure &&
                                            thai.has[translation.word];
                                   });
}

}  // namespace

std::vector<SpelledName> find_names(const SegmentedText& thai, const SegmentedText& english,
                                    const Lexicon& lexicon, const Transliteration& model,
                                    float least_ratio) {
  const ThaiWords words = thai_words(thai, lexicon);
  NameFinder finder(words, model);
  std::vector<SpelledName> found;
  Stemmer stem;
  for (const std::string_view name : capitalised(english)) {
    // The names of months are translated, if a word that sounds like one stands beside.
    if (english_month(name)) continue;
    const std::optional<WordId> id = lexicon.find(Language::english, stem(name));
    if (is_translated(id, words, lexicon)) continue;
    const std::vector<Letter> letters = latin_letters(name);
    const float least = least_ratio + commonness(id, lexicon);
    if (least > kMostPerLetter * static_cast<float>(letters.size())) continue;
    finder.find(letters, {name, least, 2 * name.size() + 4}, found);
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
