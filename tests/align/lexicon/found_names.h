// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "align/lexicon/names.h"
#include "segment/segment.h"

namespace thalign::test {

/// "thai=name" for each place that `find` (`find_names`, `find_acronyms`) finds with the shipped
/// lexicon.
template <typename Find>
std::vector<std::string> found_names(const std::string& thai, const std::string& english,
                                     Find&& find) {
  const SegmentedText source = segment(Document::from_bytes(thai, {.language = Language::thai}));
  const SegmentedText target =
      segment(Document::from_bytes(english, {.language = Language::english}));
  std::vector<std::string> found;
  for (const SpelledName& name : find(source, target)) {
    const std::span<const Word> words = source.words().all();
    const std::uint32_t begin = words[name.first_word].folded.begin;
    const std::uint32_t end = words[name.end_word - 1].folded.end;
    found.push_back(std::string(source.words().folded_text().substr(begin, end - begin)) + "=" +
                    name.name);
  }
  return found;
}

}  // namespace thalign::test
