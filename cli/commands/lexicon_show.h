// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <ostream>
#include <string>

#include "align/lexicon/lexicon.h"

namespace thalign::cli {

/// Writes tab-separated lines: word, translation, p(translation | word), p(word | translation),
/// the most probable first, at most `limit` for each word of `term` (0: all). Throws `Error`
/// (format): the lexicon knows none of the words.
void show_word(std::ostream& out, const Lexicon& lexicon, const std::string& term,
               std::size_t limit);

}  // namespace thalign::cli
