#pragma once

#include <string>

#include "align/lexicon/lexicon.h"
#include "cli/align/align_run.h"

namespace thalign::cli {

/// Aligns the pairs of the list `run.settings.batch`, or of the folders of `--dir`. `run.files` has
/// what all pairs share. Throws `PartialFailure` if some failed, and `Error`, `UsageError` if
/// nothing could be done.
void align_batch(AlignRun run);

/// The lexicon for the pairs of the list or the folders: `start`, and what is learnt from an
/// alignment of them; those that can't be read are left out. Packed. Throws `Error` (io, format).
std::string adapted_lexicon(const AlignSettings& settings, const Lexicon& start);

/// Aligns the pairs that come as JSON lines on standard input. Throws as `align_batch`.
void align_stream(AlignRun run);

}  // namespace thalign::cli
