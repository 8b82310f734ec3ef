// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "align/names/transliteration.h"
#include "text/segmented_text.h"

namespace thalign {

/// A place where a Thai text spells a name that the English text has.
struct SpelledName {
  std::uint32_t first_word;  ///< of the Thai text's words
  std::uint32_t end_word;    ///< one past its last word
  std::string name;          ///< the English word, folded
  float ratio;               ///< log-likelihood ratio (nats) of spelling it against chance
};

/// Least ratio (nats) of a spelling that counts in whole texts.
inline constexpr float kLeastNameRatio = 7.0F;

/// The places of `thai` that spell capitalised words of `english`, ascending and disjoint. Where
/// several names fit, the likeliest is taken. Words that the lexicon translates by words of `thai`
/// are not looked for. The lexicon says which words are common, hence hardly
/// names; behind a title ("นาย", "ดร.", "จังหวัด") common Thai words are names as well. A text that
/// comes without its words spells none.
std::vector<SpelledName> find_names(const SegmentedText& thai, const SegmentedText& english,
                                    const Lexicon& lexicon,
                                    const Transliteration& model = Transliteration::shipped(),
                                    float least_ratio = kLeastNameRatio);

}  // namespace thalign
