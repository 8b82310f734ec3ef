// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace thalign {

/// A letter of a name: 1 to 26 for Latin "a" to "z", 1 to 88 for the Thai code points from U+0E01
/// on; 0 stands for nothing.
using Letter = std::uint8_t;

/// Adds the letters of a folded Thai word as they sound one after the other: tone marks left out,
/// vowels written before their consonant put after it. Anything but Thai letters is left out.
void add_thai_letters(std::string_view word, std::vector<Letter>& letters);
std::vector<Letter> thai_letters(std::string_view word);
/// The letters a to z of a folded Latin word; anything else is left out.
std::vector<Letter> latin_letters(std::string_view word);

/// Up to two Thai letters written as up to three Latin ones.
struct LetterPair {
  std::array<Letter, 2> thai;
  std::array<Letter, 3> latin;
  /// Log-likelihood ratio (nats) of the letters standing for each other against chance.
  float weight;
};

/// How Thai letters are written in Latin ones and back, both in romanised Thai names and in foreign
/// names spelled in Thai: a table of letter pairs. Names translate each other if a sequence of such
/// pairs spells both. Source: joint multigrams, Bisani and Ney 2008, "Joint-sequence models for
/// grapheme-to-phoneme conversion".
class Transliteration {
 public:
  /// The table that comes with the library.
  static const Transliteration& shipped();

  /// Reads packed bytes. Throws `Error` (format) naming `name` if they are not a table.
  Transliteration(std::string_view bytes, std::string_view name);
  /// Requires: no weight is beyond +-`kLargest`.
  static std::string pack(std::vector<LetterPair> pairs);

  static constexpr float kLargest = 12.0F;

 private:
  friend class NameMatcher;
  struct Entry {
    std::uint16_t thai;  // number of the Thai letters
    float weight;
  };
  static constexpr std::size_t kThaiLetters = 96;
  static std::size_t pair_place(Letter first, Letter second) {
    return first * kThaiLetters + second;
  }
  /// The number of one Thai letter, or two; 0 if they are in no entry.
  std::uint16_t number_of(Letter first, Letter second) const {
    return pair_[pair_place(first, second)];
  }
  /// The number of Latin letters, 0 if they are in no entry.
  std::uint16_t number_of(std::span<const Letter> latin) const;
  /// What the Latin letters of a number stand for.
  std::span<const Entry> entries(std::uint16_t latin) const {
    return std::span(entries_).subspan(begin_[latin], begin_[latin + 1U] - begin_[latin]);
  }

  std::vector<std::uint16_t> latin_;  // per Latin letters in base 27: their number
  std::vector<std::uint16_t> pair_;   // per two Thai letters: their number
  std::size_t thai_numbers_ = 1;
  std::vector<std::uint32_t> begin_;  // per number of Latin letters; one more
  std::vector<Entry> entries_;
  std::vector<std::bitset<kThaiLetters>> opened_;  // per number of Latin ones: likely first letters
};

/// Finds where a Thai text spells one Latin name, then another.
class NameMatcher {
 public:
  /// Requires: `model` outlives the matcher.
  explicit NameMatcher(const Transliteration& model);

  /// Looks for this name from now on.
  void look_for(std::span<const Letter> latin);

  /// Whether a spelling may begin with this Thai letter; the others are not worth a look.
  bool may_begin(Letter thai) const { return may_begin_[thai]; }

  /// Ratio below which a spelling by this many Thai letters is not followed.
  static constexpr float pruned_below(std::size_t letters) {
    return std::min(-4.0F + 1.5F * static_cast<float>(letters), 4.0F);
  }

  /// How well the first n letters of `thai` spell the name, for each n: the highest log-likelihood
  /// ratio (nats), `kNever` if they can't or if it is pruned on the way. The result ends where no
  /// longer spelling can fit; valid until the next call. The first `same` letters are those of the
  /// last call, which saves the work on them.
  std::span<const float> spellings(std::span<const Letter> thai, std::size_t same = 0);

  static constexpr float kNever = -1e9F;

 private:
  static constexpr std::size_t kThaiLetters = Transliteration::kThaiLetters;
  static constexpr std::size_t kLengths = 4;  // of what Thai letters may be written as: 0 to 3

  /// Letters of the name that some Thai letters may stand for.
  struct Reading {
    float weight;
    std::uint32_t end;  // letters of the name up to there
    std::uint32_t length;
    std::uint32_t next;  // the one after it in `readings_` for the same Thai letters; 0: none
  };

  /// Weights of one Thai letter for 0 to 3 Latin ones, by letters up to their end.
  using Weights = std::array<float, kLengths>;
  Weights* weights(Letter thai) { return weights_.data() + thai * (size_ + 1); }

  /// Ratios of some Thai letters, by Latin letters spelled; `kNever` where they are not followed.
  struct Column {
    std::vector<float> ratios;  // with `kLengths` before the first
    std::size_t first;          // that is followed; beyond the name if none is
    float& at(std::size_t latin) { return ratios[latin + kLengths]; }
    float at(std::size_t latin) const { return ratios[latin + kLengths]; }
  };

  void find_readings(std::span<const Letter> latin);
  void weigh_unspelled();
  void weigh(Letter thai);
  /// Calls `take` with each reading of one Thai letter, or two.
  template <typename Take>
  void each_reading(Letter first, Letter second, Take&& take) const;
  Column& start_column(std::size_t letters, std::span<const Letter> thai);
  bool spell_to(std::size_t letters, std::span<const Letter> thai);

  const Transliteration& model_;
  std::size_t size_ = 0;                      // Latin letters of the name
  std::vector<std::uint32_t> first_reading_;  // per number of Thai letters; 0: none
  std::vector<std::uint16_t> read_;           // the numbers that have one
  std::vector<Reading> readings_;             // the first is empty
  std::vector<float> unspelled_;              // weight of a letter left out, by letters up to it
  std::vector<Weights> weights_;              // per Thai letter that was needed
  std::bitset<kThaiLetters> weighed_;
  std::bitset<kThaiLetters> may_begin_;
  std::vector<Column> columns_;  // per number of Thai letters
  std::vector<float> result_;
};

}  // namespace thalign
