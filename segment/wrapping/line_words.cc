// SPDX-License-Identifier: Apache-2.0
#include "segment/wrapping/line_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "models/models.h"

namespace thalign {
namespace {

/// The words on both sides are not independent, so that the sum of both is too sure of itself.
constexpr float kTrust = 0.8F;

std::string_view take_until(std::string_view& text, char end) {
  const std::size_t size = std::min(text.find(end), text.size());
  const std::string_view taken = text.substr(0, size);
  text.remove_prefix(std::min(size + 1, text.size()));
  return taken;
}

float take_number(std::string_view& line) {
  const std::string_view digits = take_until(line, '\t');
  float number = 0.0F;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

const LineWords& LineWords::thai() {
  static const LineWords words(models::thai_line_words());
  return words;
}

LineWords::LineWords(std::string_view table) {
  while (!table.empty()) {
    std::string_view line = take_until(table, '\n');
    if (line.starts_with('#')) continue;
    const std::string_view word = take_until(line, '\t');
    if (word == "prior") {
      prior_ = take_number(line);
      continue;
    }
    Weights& weights = words_[word];
    weights.space_before = take_number(line);
    weights.space_after = take_number(line);
    weights.begins_paragraph = take_number(line);
    weights.ends_paragraph = take_number(line);
    weights.begins_sentence = take_number(line);
    weights.ends_sentence = take_number(line);
    weights.after_number = take_number(line);
    weights.before_number = take_number(line);
  }
}

const LineWords::Weights& LineWords::of(std::string_view word) const {
  static const Weights none;
  const auto found = words_.find(word);
  return found == words_.end() ? none : found->second;
}

float LineWords::space_log_odds(std::string_view last, std::string_view next) const {
  return prior_ + kTrust * (of(last).space_after + of(next).space_before);
}

float LineWords::ratio(std::string_view last, std::string_view next, float Weights::*ends,
                       float Weights::*begins) const {
  if (next == kNumber) ends = &Weights::before_number;
  if (last == kNumber) begins = &Weights::after_number;
  return kTrust * (of(last).*ends + of(next).*begins);
}

float LineWords::paragraph_log_ratio(std::string_view last, std::string_view next) const {
  return ratio(last, next, &Weights::ends_paragraph, &Weights::begins_paragraph);
}

float LineWords::sentence_log_ratio(std::string_view last, std::string_view next) const {
  const float sentence = ratio(last, next, &Weights::ends_sentence, &Weights::begins_sentence);
  return std::log(2.0F / (std::exp(-paragraph_log_ratio(last, next)) + std::exp(-sentence)));
}

}  // namespace thalign
