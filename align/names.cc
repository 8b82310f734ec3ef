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

/// A word of a run, where a spelling may begin.
struct Place {
  std::uint32_t run;
  std::uint32_t word;
  std::span<const Letter> letters;  // from there to the end of the run
  std::size_t same;                 // letters shared with the place before, at least
};

/// Letters by which places are put in order.
constexpr std::size_t kSorted = 16;

/// The places of all words that have letters, so that those which begin alike stand together.
std::vector<Place> sorted_places(const std::vector<Run>& runs) {
  std::vector<Place> places;
  for (std::uint32_t r = 0; r < runs.size(); ++r) {
    const std::span<const Letter> letters = runs[r].letters;
    for (std::uint32_t w = 0; w + 1 < runs[r].letters_to.size(); ++w) {
      const std::uint32_t begin = runs[r].letters_to[w];
      if (begin < letters.size()) places.push_back({r, w, letters.subspan(begin), 0});
    }
  }
  const auto head = [](const Place& place) {
    return place.letters.first(std::min(kSorted, place.letters.size()));
  };
  std::stable_sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    return std::ranges::lexicographical_compare(head(a), head(b));
  });
  for (std::size_t p = 1; p < places.size(); ++p) {
    const std::span<const Letter> before = head(places[p - 1]);
    const std::span<const Letter> here = head(places[p]);
    places[p].same =
        static_cast<std::size_t>(std::ranges::mismatch(before, here).in1 - before.begin());
  }
  return places;
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

/// Adds the places that spell `name`, ascending.
void find_in(const std::vector<Run>& runs, const std::vector<Place>& places, NameMatcher& matcher,
             std::string_view name, float least, std::vector<SpelledName>& found) {
  const std::size_t longest = 2 * name.size() + 4;
  const auto first = static_cast<std::ptrdiff_t>(found.size());
  std::size_t same = 0;  // letters shared with the place last looked at
  for (const Place& place : places) {
    same = std::min(same, place.same);
    if (!matcher.may_begin(place.letters.front())) continue;
    const std::span<const Letter> letters =
        place.letters.first(std::min(longest, place.letters.size()));
    const std::span<const float> ratios = matcher.spellings(letters, std::min(same, longest));
    same = longest;
    if (std::ranges::none_of(ratios, [&](float ratio) { return ratio > least; })) continue;
    if (std::optional<SpelledName> spelled = best_spelling(runs[place.run], place, ratios, least)) {
      spelled->name = name;
      found.push_back(*std::move(spelled));
    }
  }
  std::sort(found.begin() + first, found.end(),
            [](const SpelledName& a, const SpelledName& b) { return a.first_word < b.first_word; });
}

}  // namespace

std::vector<SpelledName> find_names(const SegmentedText& thai, const SegmentedText& english,
                                    const Lexicon& lexicon, const Transliteration& model) {
  const std::vector<Run> runs = thai_runs(thai, lexicon);
  const std::vector<Place> places = sorted_places(runs);
  std::vector<SpelledName> found;
  Stemmer stem;
  for (const std::string_view name : capitalised(english)) {
    const std::vector<Letter> letters = latin_letters(name);
    const float least = kLeastRatio + commonness(stem(name), lexicon);
    if (least > kMostPerLetter * static_cast<float>(letters.size())) continue;
    NameMatcher matcher(model, letters);
    find_in(runs, places, matcher, name, least, found);
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
