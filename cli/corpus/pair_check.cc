// SPDX-License-Identifier: Apache-2.0
#include "cli/corpus/pair_check.h"

#include <optional>
#include <string>

#include "cli/align/aligned_pair.h"
#include "cli/align/judgement.h"
#include "text/error.h"
#include "text/ordered_work.h"

namespace thalign::cli {
namespace {

InputOptions input_of(const CollectionSide& side, DocumentNumber document) {
  return side.collection.input_at(side.place(document), side.offset(document));
}

}  // namespace

bool AlignmentCheck::passes(const DocumentPairing& pair) const {
  const InputOptions thai = input_of(thai_, pair.thai), english = input_of(english_, pair.english);
  try {
    const std::optional<bool> wrong =
        is_wrong_pair(align_pair(thai, english, {.lexicon = lexicon_}));
    return wrong ? !*wrong : pair.score >= least_unchecked_;
  } catch (const Error& error) {
    if (error.code() == ErrorCode::io) throw;
    return false;  // blank, or too long for what they have in common
  }
}

std::vector<bool> AlignmentCheck::operator()(std::span<const DocumentPairing> pairs) {
  std::vector<bool> verdicts;
  Progress progress("pairs in doubt aligned", pairs.size(), show_);
  std::size_t next = 0;
  OrderedWork<std::size_t, bool>(
      threads_,
      [&]() -> std::optional<std::size_t> {
        if (next == pairs.size()) return std::nullopt;
        return next++;
      },
      [&](std::size_t i) { return passes(pairs[i]); },
      [&](bool passed) {
        verdicts.push_back(passed);
        passed_ += passed ? 1 : 0;
        progress.update(verdicts.size());
      })
      .run();
  checked_ += pairs.size();
  return verdicts;
}

}  // namespace thalign::cli
