// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>

namespace thalign {

/// What the words on both sides of a line end say about it in a language without spaces between
/// words. Learnt by counting in texts whose lines are paragraphs (models/README.md).
class LineWords {
 public:
  /// Of Thai.
  static const LineWords& thai();

  /// Stands for any number among the words; says nothing itself.
  static constexpr std::string_view kNumber = "0";

  /// Reads a table: a line `prior`, log-odds; then a line for each word with eight numbers in nats,
  /// by how much the word, folded, raises the log-odds of a space before it and after it, how much
  /// likelier it begins or ends a wrapped line than a paragraph, the same of a sentence, and the
  /// same of a line wrapped behind or before a number ("ร้อยละ" and "93"), of both together.
  /// Requires: `table` is in this format and stays.
  explicit LineWords(std::string_view table);

  /// Log-odds (nats) that a space stands between two words, both folded.
  float space_log_odds(std::string_view last, std::string_view next) const;
  /// Log of P(words | line is wrapped) / P(words | a paragraph ends there). Either word may be
  /// empty: it then says nothing.
  float paragraph_log_ratio(std::string_view last, std::string_view next) const;
  /// The same where a paragraph ends there or, as likely, a sentence.
  float sentence_log_ratio(std::string_view last, std::string_view next) const;

 private:
  struct Weights {
    float space_before = 0.0F, space_after = 0.0F;
    float begins_paragraph = 0.0F, ends_paragraph = 0.0F;  // how much likelier wrapped
    float begins_sentence = 0.0F, ends_sentence = 0.0F;
    float after_number = 0.0F, before_number = 0.0F;
  };
  const Weights& of(std::string_view word) const;
  /// What one side says beside a number on the other.
  float ratio(std::string_view last, std::string_view next, float Weights::*ends,
              float Weights::*begins) const;

  float prior_ = 0.0F;
  std::unordered_map<std::string_view, Weights> words_;
};

}  // namespace thalign
