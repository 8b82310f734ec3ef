// SPDX-License-Identifier: Apache-2.0
#include "align/names/transliteration.h"

#include <Eigen/Core>
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

/// Floats that are computed at once: columns are multiples of it.
constexpr std::size_t kBlock = 8;
using Block = Eigen::Array<float, kBlock, 1>;
Eigen::Map<Block> block(float* first) { return Eigen::Map<Block>(first); }
Eigen::Map<const Block> block(const float* first) { return Eigen::Map<const Block>(first); }

bool is_consonant(Letter letter) { return letter >= 1 && letter <= 0x2E; }
bool is_leading_vowel(Letter letter) { return letter >= 0x40 && letter <= 0x44; }
/// Consonants, vowels, and the mark of silent letters.
bool is_sound(Letter letter) {
  return (letter >= 1 && letter <= 0x2E) || (letter >= 0x30 && letter <= 0x3A) ||
         (letter >= 0x40 && letter <= 0x45) || letter == 0x4C || letter == 0x4D;
}

}  // namespace

std::vector<Letter> thai_letters(std::string_view word) {
  std::vector<Letter> letters;
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
    if (thai == 0) {
      thai = static_cast<std::uint16_t>(begin_.size() - 1);
      begin_.push_back(0);
    }
    ++begin_[thai + std::size_t{1}];
    std::uint16_t& latin = latin_[chunk_number(pair.latin)];
    if (latin == 0) {
      latin = static_cast<std::uint16_t>(opened_.size());
      opened_.emplace_back();
    }
    if (pair.weight > 0) opened_[latin].set(pair.thai[0]);
  }
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  entries_.resize(pairs.size());
  std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
  for (const PackedPair& pair : pairs) {
    entries_[next[pair_[pair_place(pair.thai[0], pair.thai[1])]]++] = {
        latin_[chunk_number(pair.latin)], kStep * static_cast<float>(pair.weight)};
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

std::span<const Transliteration::Entry> Transliteration::written(Letter first,
                                                                 Letter second) const {
  const std::uint16_t number = pair_[pair_place(first, second)];
  return std::span(entries_).subspan(begin_[number],
                                     begin_[number + std::size_t{1}] - begin_[number]);
}

std::uint16_t Transliteration::number_of(std::span<const Letter> latin) const {
  return latin_[chunk_number(latin)];
}

float* NameMatcher::column(std::size_t letters) {
  return columns_.data() + letters * (width_ + kBlock) + kBlock;
}

NameMatcher::NameMatcher(const Transliteration& model)
    : model_(model), first_place_(model.opened_.size()) {}

void NameMatcher::look_for(std::span<const Letter> latin) {
  size_ = latin.size();
  if (const std::size_t width = (size_ / kBlock + 1) * kBlock; width != width_) {
    width_ = width;
    columns_.clear();
  }
  result_.clear();
  weighed_.reset();
  find_places(latin);
  weigh_unspelled(latin);
  const std::size_t weights = kThaiLetters * kLengths * width_;
  if (weights_.size() < weights) weights_.resize(weights);
}

void NameMatcher::find_places(std::span<const Letter> latin) {
  for (const std::uint16_t number : placed_) first_place_[number] = 0;
  placed_.clear();
  places_.assign(1, {});
  may_begin_.reset();
  for (std::size_t length = 0; length < std::min(kLengths, size_ + 1); ++length) {
    for (std::size_t at = 0; at + length <= size_; ++at) {
      const std::uint16_t number = model_.number_of(latin.subspan(at, length));
      if (number == 0) continue;
      std::uint16_t& first = first_place_[number];
      if (first == 0) placed_.push_back(number);
      places_.push_back(
          {static_cast<std::uint32_t>(at + length), first, static_cast<std::uint8_t>(length)});
      first = static_cast<std::uint16_t>(places_.size() - 1);
      if (at == 0 && length > 0) may_begin_ |= model_.opened_[number];
    }
  }
  may_begin_.reset(0);
}

template <typename Take>
void NameMatcher::each_written(Letter first, Letter second, Take&& take) const {
  for (const auto [latin, weight] : model_.written(first, second)) {
    for (std::uint16_t p = first_place_[latin]; p != 0; p = places_[p].next)
      take(places_[p], weight);
  }
}

/// Sums the weights of 1, 2, 4, ... letters left unspelled.
void NameMatcher::weigh_unspelled(std::span<const Letter> latin) {
  unspelled_.assign(width_, kNever);
  std::fill_n(unspelled_.begin() + 1, latin.size(), kUnusual);
  each_written(0, 0, [&](const Place& place, float weight) {
    float& unspelled = unspelled_[place.end];
    if (place.length == 1) unspelled = std::max(unspelled, weight);
  });
  for (std::size_t half = 1; 2 * half <= size_; half *= 2) {
    const std::size_t before = unspelled_.size() - width_;
    unspelled_.resize(unspelled_.size() + width_, kNever);
    for (std::size_t end = 2 * half; end <= size_; ++end) {
      unspelled_[before + width_ + end] =
          unspelled_[before + end] + unspelled_[before + end - half];
    }
  }
}

/// Finds what one Thai letter may stand for.
void NameMatcher::weigh(Letter thai) {
  weighed_.set(thai);
  std::fill_n(weights(thai, 0), kLengths * width_, kNever);
  std::fill_n(weights(thai, 0), size_ + 1, kUnusual);
  std::fill_n(weights(thai, 1) + 1, size_, kUnusual);
  each_written(thai, 0, [&](const Place& place, float weight) {
    float& to = weights(thai, place.length)[place.end];
    to = std::max(to, weight);
  });
}

/// Fills the column of a number of letters from the one before, by the last of them alone.
void NameMatcher::add_single(std::size_t letters, Letter thai) {
  if (!weighed_[thai]) weigh(thai);
  const float* const before = column(letters - 1);
  float* const here = column(letters);
  const std::array<const float*, kLengths> weight = {weights(thai, 0), weights(thai, 1),
                                                     weights(thai, 2), weights(thai, 3)};
  for (std::size_t at = 0; at < width_; at += kBlock) {
    block(here + at) = (block(before + at) + block(weight[0] + at))
                           .max(block(before + at - 1) + block(weight[1] + at))
                           .max(block(before + at - 2) + block(weight[2] + at))
                           .max(block(before + at - 3) + block(weight[3] + at));
  }
}

/// Lets Latin letters be left unspelled: any number of them, as a sum of powers of two.
void NameMatcher::leave_unspelled(float* column) const {
  const float* weight = unspelled_.data();
  for (std::size_t count = 1; count <= size_; count *= 2, weight += width_) {
    // From the end, since a block needs the one before as it was.
    const std::size_t first = count < kBlock ? 0 : count;
    for (std::size_t at = width_; at > first;) {
      at -= kBlock;
      const Block left = block(column + at - count) + block(weight + at);
      block(column + at) = block(column + at).max(left);
    }
  }
}

/// Finds how well the first `letters` Thai letters spell, from what fewer do; whether anything that
/// is left is worth it.
bool NameMatcher::spell_to(std::size_t letters, std::span<const Letter> thai) {
  float* const here = column(letters);
  if (letters == 0) {
    std::fill_n(here, width_, kNever);
    here[0] = 0.0F;
  } else {
    add_single(letters, thai[letters - 1]);
  }
  if (letters >= 2) {
    const float* const before = column(letters - 2);
    each_written(thai[letters - 2], thai[letters - 1], [&](const Place& place, float weight) {
      float& to = here[place.end];
      to = std::max(to, before[place.end - place.length] + weight);
    });
  }
  leave_unspelled(here);
  const float whole = here[size_];
  bool hope = false;
  for (std::size_t at = 0; at < width_; at += kBlock) {
    hope |= block(here + at).maxCoeff() >= pruned_below(letters);
    block(here + at) = (block(here + at) < pruned_below(letters)).select(kNever, block(here + at));
  }
  // Two letters together may lead on from the column before.
  hopes_.resize(letters + 1);
  hopes_[letters] = hope;
  if (!hope && (letters == 0 || !hopes_[letters - 1])) return false;
  result_.push_back(whole);
  return true;
}

std::span<const float> NameMatcher::spellings(std::span<const Letter> thai, std::size_t same) {
  if (!result_.empty() && result_.size() <= same) return result_;  // none fits beyond these
  result_.resize(std::min(result_.size(), same + 1));
  const std::size_t room = (thai.size() + 1) * (width_ + kBlock) + kBlock;
  if (columns_.size() < room) columns_.resize(room, kNever);
  while (result_.size() <= thai.size() && spell_to(result_.size(), thai)) {
  }
  return result_;
}

}  // namespace thalign
