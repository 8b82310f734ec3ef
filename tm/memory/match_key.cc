// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/match_key.h"

#include <unicode/utf8.h>

#include <cstddef>
#include <utility>

#include "text/fold.h"
#include "text/segmented_text.h"
#include "text/unicode/fold_character.h"
#include "text/unicode/white_space.h"

namespace thalign {

namespace {

constexpr UChar32 kMaiYamok = 0x0E46;
constexpr UChar32 kEllipsis = 0x2026;

/// Builds a matching text and, if they are asked for, the places of its bytes in the original.
class Matcher {
 public:
  Matcher(std::string_view original, std::vector<ByteRange>* places)
      : folded_(original), way_back_(folded_), places_(places) {}

  std::string run() {
    const std::string_view from = folded_.text();
    result_.reserve(from.size());
    for (std::size_t i = 0; i < from.size();) {
      const auto begin = static_cast<std::uint32_t>(i);
      UChar32 character = 0;
      U8_NEXT_UNSAFE(from.data(), i, character);
      take(character, {begin, static_cast<std::uint32_t>(i)});
    }
    return std::move(result_);
  }
  /// Whether unseen characters were left out, so that folding anew may find more to fold.
  bool left_out() const { return left_out_; }

 private:
  void take(UChar32 character, ByteRange folded) {
    if (is_hidden(character)) {
      left_out_ = true;
    } else if (is_space(static_cast<char32_t>(character))) {
      if (space_.empty()) space_ = folded;
    } else {
      const bool spaced = character != kMaiYamok && last_ != kMaiYamok && !result_.empty();
      if (spaced && !space_.empty()) append(" ", space_);
      space_ = {};
      last_ = character;
      append(character == kEllipsis ? "..." : folded_.text().substr(folded.begin, folded.size()),
             folded);
    }
  }

  void append(std::string_view text, ByteRange folded) {
    result_.append(text);
    if (places_ != nullptr)
      places_->insert(places_->end(), text.size(), way_back_.original(folded));
  }

  FoldedText folded_;
  FoldedText::WayBack way_back_;
  std::vector<ByteRange>* places_;
  std::string result_;
  ByteRange space_;  // in the folded text: the first white space since the last character
  UChar32 last_ = 0;
  bool left_out_ = false;
};

}  // namespace

std::string match_text(std::string_view text) {
  Matcher matcher(text, nullptr);
  std::string result = matcher.run();
  return matcher.left_out() ? match_text(result) : result;
}

MatchText::MatchText(std::string_view original) {
  Matcher matcher(original, &places_);
  text_ = matcher.run();
  if (!matcher.left_out()) return;
  const MatchText again(text_);
  std::vector<ByteRange> places;
  places.reserve(again.places_.size());
  for (const ByteRange place : again.places_) places.push_back(this->original(place));
  text_ = again.text_;
  places_ = std::move(places);
}

std::uint64_t match_key(std::string_view match_text) {
  constexpr std::uint64_t kFnvOffsetBasis = 0xCBF29CE484222325;
  constexpr std::uint64_t kFnvPrime = 0x100000001B3;
  std::uint64_t hash = kFnvOffsetBasis;
  for (const char c : match_text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= kFnvPrime;
  }
  return hash == 0 ? 1 : hash;
}

}  // namespace thalign
