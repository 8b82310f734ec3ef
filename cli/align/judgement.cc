// SPDX-License-Identifier: Apache-2.0
#include "cli/align/judgement.h"

#include <fmt/format.h>

#include <cstddef>
#include <string>

#include "align/align.h"
#include "text/error.h"

namespace thalign::cli {
namespace {

/// Pairs that score lower are refused, if their texts have as many tokens. Between this and
/// `kWrongPair` lie reports of the same matter that do not translate each other, and free
/// translations.
constexpr double kRefused = 0.2;
constexpr std::size_t kTokensToJudge = 50;

}  // namespace

std::optional<bool> is_wrong_pair(const AlignedPair& pair) {
  if (pair.alignment().statistics().tokens < kTokensToJudge) return std::nullopt;
  return pair.alignment().document_score().value_or(1.0) < kRefused;
}

void judge(const AlignedPair& pair, std::optional<double> least, const Notes& notes) {
  const double score = pair.alignment().document_score().value_or(1.0);
  const std::string names =
      fmt::format("{}, {}", pair.source().document().name(), pair.target().document().name());
  const bool can_judge = pair.alignment().statistics().tokens >= kTokensToJudge;
  const double refused = least.value_or(can_judge ? kRefused : 0.0);
  if (score < refused) {
    throw Error(ErrorCode::format, names,
                fmt::format("don't look like translations of each other: document score {:.4f} is "
                            "below {}; check the pair, or align it with --min-document-score 0",
                            score, refused));
  }
  if (score >= kWrongPair) return;
  const std::string text = can_judge ? "hardly look like translations of each other"
                                     : "too short to judge whether they translate each other";
  notes.report({.where = names,
                .text = fmt::format("{} (document score {:.4f})", text, score),
                .of_many = text});
}

}  // namespace thalign::cli
