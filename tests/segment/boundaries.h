// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "segment/segment.h"
#include "text/document.h"
#include "text/segmented_text.h"

namespace thalign::test {

inline SegmentedText segmented(Language language, std::string text) {
  return segment(Document::from_bytes(std::move(text),
                                      {.name = "test", .encoding = "UTF-8", .language = language}));
}

/// The sentences that a text has by its units alone.
inline std::vector<std::string> sentences_of(const SegmentedText& text) {
  std::vector<std::string> result;
  for (const UnitRange range : best_sentences(text)) result.emplace_back(text.text(range));
  return result;
}

/// Log-odds at the places that `|` marks in `text` (and that is not part of it): each before a
/// word; nothing where no unit may end.
inline std::vector<std::optional<float>> all_odds(Language language, std::string text) {
  std::vector<std::size_t> places;
  for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at)) {
    places.push_back(at);
    text.erase(at, 1);
  }
  const SegmentedText segmented_text = segmented(language, std::move(text));
  std::vector<std::optional<float>> result(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t u = 1; u < segmented_text.units().size(); ++u) {
      if (segmented_text.units()[u].range.begin == places[i])
        result[i] = segmented_text.units()[u - 1].break_after;
    }
  }
  return result;
}

/// The log-odds at the one place marked.
inline std::optional<float> odds(Language language, std::string text) {
  return all_odds(language, std::move(text)).at(0);
}
inline std::optional<float> thai_odds(std::string text) {
  return odds(Language::thai, std::move(text));
}
inline std::optional<float> english_odds(std::string text) {
  return odds(Language::english, std::move(text));
}

}  // namespace thalign::test
