// SPDX-License-Identifier: Apache-2.0
#include "bench/icu_words.h"

#include <unicode/unistr.h>

#include <stdexcept>

namespace thalign::bench {

std::unique_ptr<icu::BreakIterator> word_iterator(const char* language) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale(language), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no word breaking");
  return words;
}

std::int32_t break_words(icu::BreakIterator& words, const std::string& bytes) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(bytes);
  words.setText(text);
  std::int32_t count = 0;
  while (words.next() != icu::BreakIterator::DONE) ++count;
  return count;
}

}  // namespace thalign::bench
