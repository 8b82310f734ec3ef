// SPDX-License-Identifier: Apache-2.0
#include "align/names/transliteration.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "models/models.h"
#include "text/error.h"

namespace thalign {
namespace {

constexpr std::uint32_t kTransliterationMagic =
    0x52544854;  // "THTR" read as a little-endian number
constexpr std::uint32_t kBase = 27;
constexpr std::uint32_t kLatinChunks = kBase * kBase * kBase;
/// Weight of a letter left out, or written in a way the table does not have.
constexpr float kUnusual = -3.0F;
constexpr float kStep = Transliteration::kLargest / 127.0F;

struct TransliterationHeader {
  std::uint32_t magic;
  std::uint32_t pairs;
};

struct PackedPair {
  std::array<Letter, 2> thai;
  std::array<Letter, 3> latin;
  signed char weight;
};
static_assert(sizeof(PackedPair) == 6);

/// Latin letters in base 27: "a" is (1, 0, 0).
std::uint32_t chunk_number(std::span<const Letter> latin) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 3; ++i) number = number * kBase + (i < latin.size() ? latin[i] : 0U);
  return number;
}

bool is_consonant(Letter letter) { return letter >= 1 && letter <= 0x2E; }
bool is_leading_vowel(Letter letter) { return letter >= 0x40 && letter <= 0x44; }
/// Consonants, vowels, and the mark of silent letters.
bool is_sound(Letter letter) {
  return (letter >= 1 && letter <= 0x2E) || (letter >= 0x30 && letter <= 0x3A) ||
         (letter >= 0x40 && letter <= 0x45) || letter == 0x4C || letter == 0x4D;
}

}  // namespace

void add_thai_letters(std::string_view word, std::vector<Letter>& letters) {
  bool vowel_waits = false;  // for the consonant it sounds after
  for (std::size_t i = 0; i + 2 < word.size();) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(word[i + k]); };
    if (byte(0) != 0xE0U || (byte(1) != 0xB8U && byte(1) != 0xB9U)) {
      ++i;
      continue;
    }
    const auto letter = static_cast<Letter>(((byte(1) & 1U) << 6U) | (byte(2) & 0x3FU));
    i += 3;
    if (!is_sound(letter)) continue;
    const bool behind = vowel_waits && is_consonant(letter);
    letters.push_back(letter);
    if (behind) std::swap(letters[letters.size() - 1], letters[letters.size() - 2]);
    vowel_waits = is_leading_vowel(letter);
  }
}

std::vector<Letter> thai_letters(std::string_view word) {
  std::vector<Letter> letters;
  add_thai_letters(word, letters);
  return letters;
}

std::vector<Letter> latin_letters(std::string_view word) {
  // The letters below the accents of U+00E0 to U+017F.
  constexpr std::string_view kPlain =
      "aaaaaaaceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiii"
      "iiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
  static_assert(kPlain.size() == 0x180 - 0xE0);
  std::vector<Letter> letters;
  for (std::size_t i = 0; i < word.size(); ++i) {
    char c = word[i];
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0xC3U && byte <= 0xC5U && i + 1 < word.size()) {
      const unsigned code = (byte & 0x1FU) << 6U | (static_cast<unsigned char>(word[++i]) & 0x3FU);
      if (code < 0xE0U) continue;
      c = kPlain[code - 0xE0U];
    }
    if (c >= 'a' && c <= 'z') letters.push_back(static_cast<Letter>(c - 'a' + 1));
  }
  return letters;
}

const Transliteration& Transliteration::shipped() {
  static const Transliteration table(models::transliteration(),
                                     "the transliteration table inside the library");
  return table;
}

Transliteration::Transliteration(std::string_view bytes, std::string_view name) {
  const auto check = [&](bool fine) {
    if (!fine) {
      throw Error(
          ErrorCode::format, name,
          "no transliteration table of this version of thalign, or damaged; learn it again");
    }
  };
  check(bytes.size() >= sizeof(TransliterationHeader));
  TransliterationHeader header{};
  std::memcpy(&header, bytes.data(), sizeof header);
  check(header.magic == kTransliterationMagic &&
        bytes.size() == sizeof header + header.pairs * sizeof(PackedPair));
  std::vector<PackedPair> pairs(header.pairs);
  std::memcpy(pairs.data(), bytes.data() + sizeof header, pairs.size() * sizeof(PackedPair));
  latin_.assign(kLatinChunks, 0);
  pair_.assign(kThaiLetters * kThaiLetters, 0);
  opened_.resize(1);
  begin_.resize(2);
  for (const PackedPair& pair : pairs) {
    check(pair.thai[0] < kThaiLetters && pair.thai[1] < kThaiLetters &&
          std::ranges::all_of(pair.latin, [](Letter l) { return l < kBase; }));
    std::uint16_t& thai = pair_[pair_place(pair.thai[0], pair.thai[1])];
    if (thai == 0) thai = static_cast<std::uint16_t>(thai_numbers_++);
    std::uint16_t& latin = latin_[chunk_number(pair.latin)];
    if (latin == 0) {
      latin = static_cast<std::uint16_t>(opened_.size());
      opened_.emplace_back();
      begin_.push_back(0);
    }
    ++begin_[latin + std::size_t{1}];
    if (pair.weight > 0) opened_[latin].set(pair.thai[0]);
  }
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  entries_.resize(pairs.size());
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  for (const PackedPair& pair : pairs) {
    entries_[next[latin_[chunk_number(pair.latin)]]++] = {number_of(pair.thai[0], pair.thai[1]),
                                                          kStep * static_cast<float>(pair.weight)};
  }
}

std::string Transliteration::pack(std::vector<LetterPair> pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const LetterPair& a, const LetterPair& b) {
    return std::pair(chunk_number(a.latin), a.thai) < std::pair(chunk_number(b.latin), b.thai);
  });
  const TransliterationHeader header{kTransliterationMagic,
                                     static_cast<std::uint32_t>(pairs.size())};
  std::string bytes(sizeof header, '\0');
  std::memcpy(bytes.data(), &header, sizeof header);
  for (const LetterPair& pair : pairs) {
    const PackedPair packed{pair.thai, pair.latin,
                            static_cast<signed char>(std::round(pair.weight / kStep))};
    bytes.append(reinterpret_cast<const char*>(&packed), sizeof packed);
  }
  return bytes;
}

std::uint16_t Transliteration::number_of(std::span<const Letter> latin) const {
  return latin_[chunk_number(latin)];
}

NameMatcher::NameMatcher(const Transliteration& model)
    : model_(model), first_reading_(model.thai_numbers_) {}

void NameMatcher::look_for(std::span<const Letter> latin) {
  size_ = latin.size();
  result_.clear();
  weighed_.reset();
  find_readings(latin);
  weigh_unspelled();
  weights_.resize(std::max(weights_.size(), kThaiLetters * (size_ + 1)));
}

void NameMatcher::find_readings(std::span<const Letter> latin) {
  for (const std::uint16_t number : read_) first_reading_[number] = 0;
  read_.clear();
  readings_.assign(1, {});
  may_begin_.reset();
  for (std::size_t length = 0; length < std::min(kLengths, size_ + 1); ++length) {
    for (std::size_t at = 0; at + length <= size_; ++at) {
      const std::uint16_t number = model_.number_of(latin.subspan(at, length));
      if (number == 0) continue;
      for (const auto [thai, weight] : model_.entries(number)) {
        std::uint32_t& first = first_reading_[thai];
        if (first == 0) read_.push_back(thai);
        readings_.push_back({weight, static_cast<std::uint32_t>(at + length),
                             static_cast<std::uint32_t>(length), first});
        first = static_cast<std::uint32_t>(readings_.size() - 1);
      }
      if (at == 0 && length > 0) may_begin_ |= model_.opened_[number];
    }
  }
  may_begin_.reset(0);
}

template <typename Take>
void NameMatcher::each_reading(Letter first, Letter second, Take&& take) const {
  for (std::uint32_t r = first_reading_[model_.number_of(first, second)]; r != 0;
       r = readings_[r].next)
    take(readings_[r]);
}

/// Finds what it costs to leave each letter unspelled.
void NameMatcher::weigh_unspelled() {
  unspelled_.assign(size_ + 1, kUnusual);
  each_reading(0, 0, [&](const Reading& reading) {
    float& unspelled = unspelled_[reading.end];
    if (reading.length == 1) unspelled = std::max(unspelled, reading.weight);
  });
}

/// Finds what one Thai letter may stand for.
void NameMatcher::weigh(Letter thai) {
  weighed_.set(thai);
  Weights* const to = weights(thai);
  std::fill_n(to, size_ + 1, Weights{kUnusual, kUnusual, kNever, kNever});
  to[0][1] = kNever;
  each_reading(thai, 0, [&](const Reading& reading) {
    float& weight = to[reading.end][reading.length];
    weight = std::max(weight, reading.weight);
  });
}

/// Starts a column: what the last letter and the one before it stand for together.
NameMatcher::Column& NameMatcher::start_column(std::size_t letters, std::span<const Letter> thai) {
  Column& here = columns_[letters];
  here.ratios.assign(size_ + 1 + kLengths, kNever);
  if (letters == 0) here.at(0) = 0.0F;
  here.first = letters == 0 ? 0 : columns_[letters - 1].first;
  if (letters < 2) return here;
  Column& before = columns_[letters - 2];
  here.first = std::min(here.first, before.first);
  each_reading(thai[letters - 2], thai[letters - 1], [&](const Reading& reading) {
    if (reading.end < reading.length + before.first) return;
    float& to = here.at(reading.end);
    to = std::max(to, before.at(reading.end - reading.length) + reading.weight);
  });
  return here;
}

/// Finds how well the first `letters` Thai letters spell, from what fewer do; whether anything that
/// is left is worth it.
bool NameMatcher::spell_to(std::size_t letters, std::span<const Letter> thai) {
  Column& here = start_column(letters, thai);
  const Weights* single = nullptr;
  if (letters > 0) {
    const Letter last = thai[letters - 1];
    if (!weighed_[last]) weigh(last);
    single = weights(last);
  }
  const float least = pruned_below(letters);
  std::size_t first = size_ + 1;  // that is followed
  float ratio = kNever;
  for (std::size_t at = here.first; at <= size_; ++at) {
    ratio = std::max(ratio + unspelled_[at], here.at(at));
    if (single != nullptr) {
      const Column& before = columns_[letters - 1];
      for (std::size_t length = 0; length < kLengths; ++length)
        ratio = std::max(ratio, before.at(at - length) + single[at][length]);
    }
    here.at(at) = ratio < least ? kNever : ratio;
    if (first > at && ratio >= least) first = at;
  }
  here.first = first;
  // Two letters together may lead on from the column before.
  if (first > size_ && (letters == 0 || columns_[letters - 1].first > size_)) return false;
  result_.push_back(ratio);
  return true;
}

std::span<const float> NameMatcher::spellings(std::span<const Letter> thai, std::size_t same) {
  if (!result_.empty() && result_.size() <= same) return result_;  // none fits beyond these
  result_.resize(std::min(result_.size(), same + 1));
  if (columns_.size() <= thai.size()) columns_.resize(thai.size() + 1);
  while (result_.size() <= thai.size() && spell_to(result_.size(), thai)) {
  }
  return result_;
}

}  // namespace thalign
