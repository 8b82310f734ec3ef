#include "align/transliteration.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "models/models.h"
#include "text/error.h"

namespace thalign {
namespace {

constexpr std::uint32_t kMagic = 0x52544854;  // "THTR" read as a little-endian number
constexpr std::uint32_t kBase = 27;
constexpr std::uint32_t kLatinChunks = kBase * kBase * kBase;
/// Weight of a letter left out, or written in a way the table does not have.
constexpr float kUnusual = -3.0F;
constexpr float kStep = Transliteration::kLargest / 127.0F;

struct Header {
  std::uint32_t magic;
  std::uint32_t pairs;
};

struct PackedPair {
  std::array<Letter, 2> thai;
  std::array<Letter, 3> latin;
  signed char weight;
};
static_assert(sizeof(PackedPair) == 6);

/// Shorter sequences first in each place: "a" is (1, 0, 0).
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
  check(bytes.size() >= sizeof(Header));
  Header header{};
  std::memcpy(&header, bytes.data(), sizeof header);
  check(header.magic == kMagic &&
        bytes.size() == sizeof header + header.pairs * sizeof(PackedPair));
  begin_.assign(kLatinChunks + 1, 0);
  pair_.assign(kThaiLetters * kThaiLetters, 0);
  entries_.reserve(header.pairs);
  std::uint32_t chunk = 0;
  for (std::uint32_t i = 0; i < header.pairs; ++i) {
    PackedPair pair{};
    std::memcpy(&pair, bytes.data() + sizeof header + i * sizeof pair, sizeof pair);
    const std::uint32_t number = chunk_number(pair.latin);
    while (chunk < number) begin_[++chunk] = i;
    check(pair.thai[0] < kThaiLetters && pair.thai[1] < kThaiLetters);
    std::uint16_t& both = pair_[pair_place(pair.thai[0], pair.thai[1])];
    if (both == 0) both = pairs_++;
    entries_.push_back({pair.thai, kStep * static_cast<float>(pair.weight)});
  }
  while (chunk < kLatinChunks) begin_[++chunk] = header.pairs;
}

std::string Transliteration::pack(std::vector<LetterPair> pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const LetterPair& a, const LetterPair& b) {
    return std::pair(chunk_number(a.latin), a.thai) < std::pair(chunk_number(b.latin), b.thai);
  });
  const Header header{kMagic, static_cast<std::uint32_t>(pairs.size())};
  std::string bytes(sizeof header, '\0');
  std::memcpy(bytes.data(), &header, sizeof header);
  for (const LetterPair& pair : pairs) {
    const PackedPair packed{pair.thai, pair.latin,
                            static_cast<signed char>(std::round(pair.weight / kStep))};
    bytes.append(reinterpret_cast<const char*>(&packed), sizeof packed);
  }
  return bytes;
}

std::span<const Transliteration::Entry> Transliteration::spelled(
    std::span<const Letter> latin) const {
  const std::uint32_t number = chunk_number(latin);
  return std::span(entries_).subspan(begin_[number], begin_[number + 1] - begin_[number]);
}

NameMatcher::NameMatcher(const Transliteration& model, std::span<const Letter> latin)
    : model_(model),
      size_(latin.size()),
      none_(size_ + 1, kUnusual),
      single_(kThaiLetters * kLengths * (size_ + 1), kNever) {
  for (Letter thai = 0; thai < kThaiLetters; ++thai)
    std::fill_n(single(thai, 0), 2 * (size_ + 1), kUnusual);
  add_entries(latin);
  sort_doubles();
}

void NameMatcher::add_entries(std::span<const Letter> latin) {
  for (std::size_t at = 0; at <= size_; ++at) {
    for (std::size_t length = 0; length < std::min(kLengths, size_ - at + 1); ++length) {
      for (const Transliteration::Entry& entry : model_.spelled(latin.subspan(at, length))) {
        if (entry.thai[0] == 0) {
          if (length == 1) none_[at] = std::max(none_[at], entry.weight);
          continue;
        }
        if (entry.thai[1] == 0) {
          float& weight = single(entry.thai[0], length)[at];
          weight = std::max(weight, entry.weight);
        } else {
          double_.push_back(
              {model_.pair_[Transliteration::pair_place(entry.thai[0], entry.thai[1])],
               static_cast<Letter>(length), static_cast<std::uint32_t>(at), entry.weight});
        }
        if (at == 0 && length > 0 && entry.weight > 0.0F) may_begin_[entry.thai[0]] = true;
      }
    }
  }
}

void NameMatcher::sort_doubles() {
  double_begin_.assign(model_.pairs_ + std::size_t{1}, 0);
  for (const Double& pair : double_) ++double_begin_[pair.pair + std::size_t{1}];
  std::partial_sum(double_begin_.begin(), double_begin_.end(), double_begin_.begin());
  std::vector<std::uint32_t> next(double_begin_.begin(), double_begin_.end() - 1);
  std::vector<Double> sorted(double_.size());
  for (const Double& pair : double_) sorted[next[pair.pair]++] = pair;
  double_ = std::move(sorted);
}

/// Finds how well the first `letters` Thai letters spell, from what fewer do; whether anything that
/// is left is worth it.
bool NameMatcher::spell_to(std::size_t letters, std::span<const Letter> thai) {
  constexpr float kHopeless = -4.0F;
  float* const here = column(letters);
  std::fill_n(here, size_ + 1, kNever);
  if (letters == 0) here[0] = 0.0F;
  if (letters >= 1) {
    const float* const before = column(letters - 1);
    for (std::size_t length = 0; length < std::min(kLengths, size_ + 1); ++length) {
      const float* const weight = single(thai[letters - 1], length);
      for (std::size_t i = 0; i + length <= size_; ++i)
        here[i + length] = std::max(here[i + length], before[i] + weight[i]);
    }
  }
  if (letters >= 2) {
    const float* const before = column(letters - 2);
    const std::uint16_t pair =
        model_.pair_[Transliteration::pair_place(thai[letters - 2], thai[letters - 1])];
    for (std::uint32_t d = double_begin_[pair]; d < double_begin_[pair + std::size_t{1}]; ++d) {
      const Double& both = double_[d];
      float& to = here[both.place + both.latin];
      to = std::max(to, before[both.place] + both.weight);
    }
  }
  for (std::size_t i = 0; i < size_; ++i) here[i + 1] = std::max(here[i + 1], here[i] + none_[i]);
  const float whole = here[size_];
  bool hope = false;
  for (std::size_t i = 0; i <= size_; ++i) {
    hope |= here[i] >= kHopeless;
    here[i] = here[i] < kHopeless ? kNever : here[i];
  }
  if (hope) result_.push_back(whole);
  return hope;
}

std::span<const float> NameMatcher::spellings(std::span<const Letter> thai, std::size_t same) {
  if (!result_.empty() && result_.size() <= same) return result_;  // none fits beyond these
  result_.resize(std::min(result_.size(), same + 1));
  columns_.resize(std::max(columns_.size(), (thai.size() + 1) * (size_ + 1)));
  while (result_.size() <= thai.size() && spell_to(result_.size(), thai)) {
  }
  return result_;
}

}  // namespace thalign
