// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <istream>
#include <string>

#include "align/alignment.h"
#include "align/lexicon/lexicon.h"
#include "cli/align/align_run.h"

namespace thalign::cli {

/// Aligns the pairs of the list `run.settings.batch`, or of the folders of `--dir`. `run.files` has
/// what all pairs share. Throws `PartialFailure` if some failed, and `Error`, `UsageError` if
/// nothing could be done.
void align_batch(AlignRun run);

/// What `--adapt` learns from the pairs of a list or of folders.
struct Adapted {
  std::string lexicon;     ///< the one at hand and what was learnt, packed
  SpaceCounts collection;  ///< of all pairs
};

/// Aligns the pairs of the list `settings.batch` with `start` and learns from that; those that
/// can't be read are left out. Throws `Error` (io, format).
Adapted adapt(const AlignSettings& settings, const Lexicon& start);

/// JSON lines of pairs.
struct StreamInput {
  std::istream* in;
  std::string name;           ///< in messages
  std::size_t first_row = 0;  ///< lines before it in the file that it is a part of
};

/// Aligns the pairs of JSON lines. `size`: of all, in bytes; 0: not known. Throws as `align_batch`.
void align_lines(const AlignRun& run, const StreamInput& input, std::size_t size = 0);

/// Aligns the pairs that come as JSON lines on standard input. Throws as `align_batch`.
void align_stream(AlignRun run);

}  // namespace thalign::cli
