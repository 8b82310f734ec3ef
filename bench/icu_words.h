// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/brkiter.h>

#include <cstdint>
#include <memory>
#include <string>

namespace thalign::bench {

/// ICU's iterator over words. Throws `std::runtime_error` if its data are missing.
std::unique_ptr<icu::BreakIterator> word_iterator(const char* language);

/// Breaks a text into words as ICU does it, conversion to UTF-16 included, and looks at none of
/// them: the baseline. Returns their number.
std::int32_t break_words(icu::BreakIterator& words, const std::string& bytes);

}  // namespace thalign::bench
