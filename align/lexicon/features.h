// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/lexicon/names.h"
#include "text/ranges.h"
#include "text/segmented_text.h"

namespace thalign {

/// Number of a word form or anchor, shared by both sides.
using Symbol = std::uint32_t;

/// Numbers the word forms and anchors of two texts, in the order they are first seen. Keys say what
/// they are: "#2024" a number, "@6" a month, "|#5|@5" one of these (align/numbers/anchor_key.h),
/// "~pelosi" a name spelled in Thai, anything else a folded word.
class Vocabulary {
 public:
  Symbol add(std::string_view key);
  std::uint32_t size() const { return static_cast<std::uint32_t>(keys_.size()); }
  const std::string& key(Symbol symbol) const& { return *keys_[symbol]; }
  const std::string& key(Symbol symbol) const&& = delete;
  /// The symbol of `key`, or `size()` if there is none.
  Symbol find(std::string_view key) const;

 private:
  struct Hash {
    using is_transparent = void;
    // Not noexcept, so that the map keeps the hash of each key (libstdc++).
    std::size_t operator()(std::string_view key) const {
      return std::hash<std::string_view>()(key);
    }
  };
  std::unordered_map<std::string, Symbol, Hash, std::equal_to<>> symbols_;
  std::vector<const std::string*> keys_;  // keys of a node-based map stay where they are
};

/// Hashes of the first word of a unit, and of the first two; numbers, months and names are alike.
struct Opening {
  std::uint32_t first = 0;
  std::uint32_t two = 0;
};

/// A text as the score sees it: one entry a unit, in arrays; sums up to a unit make any span of
/// units a difference of two numbers. No strings past this point.
///
///     unit            0       1       2
///     characters   0      12      30      41        (units + 1 sums)
///     token_begin  0      3       7       9         (units + 1 offsets into tokens)
struct Features {
  std::vector<std::uint32_t> characters;   ///< sums of characters that are not white space
  std::vector<std::uint32_t> token_begin;  ///< offsets into `tokens`
  std::vector<Symbol> tokens;              ///< words and anchors in order, marks left out
  std::vector<std::uint32_t> token_words;  ///< number of the word that each token begins with;
                                           ///< empty if the text comes without its words
  std::vector<float> break_after;          ///< log-odds (nats), one a unit; 0 after the last
  std::vector<bool> paragraph_start;  ///< units + 1: whether a paragraph starts there; true at both
                                      ///< ends of the text
  std::vector<std::uint32_t> lines;   ///< units + 1: line begins up to there, the first included
  std::vector<float> sentence_odds;   ///< log-odds by the text alone that a sentence ends; as
                                      ///< `break_after`
  std::vector<Opening> openings;      ///< units + 1: the first words of each unit
  bool is_thai = false;
  std::uint32_t style = 0;   ///< what kind of document it is of, as the score distinguishes them
  std::uint32_t spaces = 0;  ///< words that white space stands before
  std::vector<BlockKind> kinds;  ///< of the block that each unit lies in; empty: not known
  std::vector<TimeSpan> times;   ///< of each unit; empty: it has none
  std::vector<bool> list_items;  ///< units that begin an item of a list after a colon; empty: none
  std::vector<bool> null_only;   ///< units that take part in null beads only; empty: none

  std::uint32_t units() const { return static_cast<std::uint32_t>(break_after.size()); }
  std::uint32_t characters_in(UnitRange units) const {
    return characters[units.end] - characters[units.begin];
  }
  /// Line begins inside.
  std::uint32_t lines_in(UnitRange units) const {
    return lines[units.end - 1] - lines[units.begin];
  }
  std::uint32_t tokens_in(UnitRange units) const {
    return token_begin[units.end] - token_begin[units.begin];
  }
};

/// Reads the features of `text`, adding its symbols to `vocabulary`. Each of `names`, places of a
/// Thai text, is one token. Linear time. Words of a text that comes without them are broken batch
/// by batch.
Features make_features(const SegmentedText& text, Vocabulary& vocabulary,
                       std::span<const SpelledName> names = {});

/// Takes `units`, ascending and disjoint, out of what `text` shows: they have neither tokens nor
/// characters and take part in null beads only.
void leave_out(Features& text, std::span<const UnitRange> units);

/// Takes the kinds of blocks that one of the texts has nowhere for paragraphs: they are no
/// evidence.
void keep_shared_kinds(Features& a, Features& b);

/// The part of a text in `units`, as a text of its own.
Features part_of(const Features& text, UnitRange units);

}  // namespace thalign
