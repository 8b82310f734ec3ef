// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// Learnt parameters, compiled into the library. README.md says what each was learnt from, by which
/// command, and how good it is.
namespace thalign::models {

/// A packed `BreakModel` for Thai gaps.
std::string_view thai_breaks();

/// The table of `LineWords` for Thai.
std::string_view thai_line_words();

/// A packed `ScoreModel`.
std::string_view score();

/// A packed `Lexicon`.
std::string_view lexicon();

/// A packed `Transliteration`.
std::string_view transliteration();

}  // namespace thalign::models
