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

/// How much commoner an English word is than names are (nats).
float commonness(std::string_view stem, const Lexicon& lexicon) {
  const std::optional<WordId> id = lexicon.find(Language::english, stem);
  return id ? std::max(0.0F, std::log(lexicon.background(Language::english, *id) / kRarelySpelled))
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
  TitledNames titled(text.words());
  const std::span<const Word> words = text.words().all();
  for (std::uint32_t k = 0; k < words.size(); ++k) {
    const bool in_name = titled.holds(k);
    if (words[k].kind != WordKind::thai) continue;
    const bool goes_on = !runs.empty() && k > 0 &&
                         runs.back().first_word + runs.back().letters_to.size() - 1 == k &&
                         words[k].folded.begin == words[k - 1].folded.end;
    if (!goes_on) runs.push_back({k, {0}, {}, {}});
    Run& run = runs.back();
    const std::string_view word = text.words().folded(words[k]);
    const std::size_t before = run.letters.size();
    add_thai_letters(word, run.letters);
    // In a name a word is no likelier than any other spelling.
    const float common = commonness(word, run.letters.size() - before, lexicon);
    run.common.push_back(in_name ? std::min(common, 0.0F) : common);
    run.letters_to.push_back(static_cast<std::uint32_t>(run.letters.size()));
  }
  return runs;
}

/// A word of a run, where a spelling may begin.
struct Place {
  std::uint32_t run;
  std::uint32_t word;
  std::span<const Letter> letters;  // from there to the end of the run
  std::uint64_t first_letters;      // eight of them as a number, in the order of sequences
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

  std::span<const Letter> letters;
  std::vector<Place>::const_iterator first, last;  // the places
  std::size_t same = 0;                            // letters shared with the opening before
  std::array<std::uint32_t, 4> alike{};  // openings from here on that share 1, 2, 3, 4 letters
};

std::span<const Letter> head(const Place& place) {
  return place.letters.first(std::min(NameOpening::kMost, place.letters.size()));
}

/// The places of all words that have letters, so that those which begin alike stand together.
std::vector<Place> sorted_places(const std::vector<Run>& runs) {
  std::vector<Place> places;
  for (std::uint32_t r = 0; r < runs.size(); ++r) {
    const std::span<const Letter> letters = runs[r].letters;
    for (std::uint32_t w = 0; w + 1 < runs[r].letters_to.size(); ++w) {
      const std::uint32_t begin = runs[r].letters_to[w];
      if (begin == letters.size()) continue;
      places.push_back({r, w, letters.subspan(begin), first_letters(letters.subspan(begin))});
    }
  }
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    if (a.first_letters != b.first_letters) return a.first_letters < b.first_letters;
    return std::ranges::lexicographical_compare(head(a), head(b));
  });
  return places;
}

std::vector<NameOpening> openings_of(const std::vector<Place>& places) {
  std::vector<NameOpening> openings;
  for (auto place = places.begin(); place != places.end(); ++place) {
    const std::span<const Letter> letters = head(*place);
    NameOpening opening = {.letters = letters, .first = place, .last = place + 1};
    if (!openings.empty()) {
      const std::span<const Letter> before = openings.back().letters;
      if (std::ranges::equal(before, letters)) {
        openings.back().last = place + 1;
        continue;
      }
      opening.same =
          static_cast<std::size_t>(std::ranges::mismatch(before, letters).in1 - before.begin());
    }
    openings.push_back(opening);
  }
  for (std::size_t o = openings.size(); o-- > 0;) {
    for (std::size_t n = 0; n < openings[o].alike.size(); ++n) {
      const bool next_is_alike = o + 1 < openings.size() && openings[o + 1].same > n;
      openings[o].alike[n] = next_is_alike ? openings[o + 1].alike[n] + 1 : 1;
    }
  }
  return openings;
}

/// The likeliest spelling of a name that begins at `place`, if it has more than `least`.
std::optional<SpelledName> best_spelling(const Run& run, const Place& place,
                                         std::span<const float> ratios, float least) {
  const auto words = static_cast<std::uint32_t>(run.letters_to.size() - 1);
  const std::uint32_t begin = run.letters_to[place.word];
  std::uint32_t best = place.word;
  float best_ratio = least;
  float common = 0.0F;
  for (std::uint32_t end = place.word + 1; end <= words; ++end) {
    const std::uint32_t letters = run.letters_to[end] - begin;
    if (letters >= ratios.size()) break;
    common += run.common[end - 1];
    const float ratio = ratios[letters] - std::max(common, 0.0F);
    if (ratio > best_ratio) {
      best = end;
      best_ratio = ratio;
    }
  }
  if (best == place.word) return std::nullopt;
  return SpelledName{run.first_word + place.word, run.first_word + best, {}, best_ratio};
}

/// A name that is looked for.
struct Wanted {
  std::string_view name;
  float least;          // ratio of a spelling that counts
  std::size_t longest;  // Thai letters of one
};

/// Adds the places of `opening` that spell the name.
void find_at(const std::vector<Run>& runs, const NameOpening& opening, NameMatcher& matcher,
             const Wanted& wanted, std::vector<SpelledName>& found) {
  for (auto place = opening.first; place != opening.last; ++place) {
    const auto letters = place->letters.first(std::min(wanted.longest, place->letters.size()));
    const std::size_t same = std::min(letters.size(), opening.letters.size());
    const std::span<const float> ratios = matcher.spellings(letters, same);
    if (auto spelled = best_spelling(runs[place->run], *place, ratios, wanted.least)) {
      spelled->name = wanted.name;
      found.push_back(*std::move(spelled));
    }
  }
}

/// Adds the places that spell a name, ascending.
void find_in(const std::vector<Run>& runs, const std::vector<NameOpening>& openings,
             NameMatcher& matcher, const Wanted& wanted, std::vector<SpelledName>& found) {
  const auto first = static_cast<std::ptrdiff_t>(found.size());
  std::size_t same = 0;  // letters shared with what was last looked at
  for (std::size_t o = 0; o < openings.size();) {
    const NameOpening& opening = openings[o];
    same = std::min(same, opening.same);
    if (!matcher.may_begin(opening.letters.front())) {
      o += opening.alike.front();
      same = 0;
      continue;
    }
    const auto letters = opening.letters.first(std::min(wanted.longest, opening.letters.size()));
    const std::span<const float> ratios = matcher.spellings(letters, same);
    same = NameOpening::kMost;
    const bool dead = ratios.size() <= letters.size();
    const bool good =
        std::ranges::any_of(ratios, [&](float ratio) { return ratio > wanted.least; });
    if (good || (!dead && letters.size() < wanted.longest && letters.size() == NameOpening::kMost))
      find_at(runs, opening, matcher, wanted, found);
    // What begins with the letters that no spelling goes on from is no better.
    const bool many = dead && !good && ratios.size() <= opening.alike.size();
    o += many ? opening.alike[ratios.size() - 1] : 1;
  }
  std::sort(found.begin() + first, found.end(),
            [](const SpelledName& a, const SpelledName& b) { return a.first_word < b.first_word; });
}

}  // namespace

std::vector<SpelledName> find_names(const SegmentedText& thai, const SegmentedText& english,
                                    const Lexicon& lexicon, const Transliteration& model,
                                    float least_ratio) {
  const std::vector<Run> runs = thai_runs(thai, lexicon);
  const std::vector<Place> places = sorted_places(runs);
  const std::vector<NameOpening> openings = openings_of(places);
  std::vector<SpelledName> found;
  Stemmer stem;
  NameMatcher matcher(model);
  for (const std::string_view name : capitalised(english)) {
    // The names of months are translated, if a word that sounds like one stands beside.
    if (english_month(name)) continue;
    const std::vector<Letter> letters = latin_letters(name);
    const float least = least_ratio + commonness(stem(name), lexicon);
    if (least > kMostPerLetter * static_cast<float>(letters.size())) continue;
    matcher.look_for(letters);
    find_in(runs, openings, matcher, {name, least, 2 * name.size() + 4}, found);
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
