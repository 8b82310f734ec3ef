#pragma once

#include "cli/align/align_run.h"

namespace thalign::cli {

/// Aligns the pairs of the list `run.settings.batch`. `run.files` has what all
/// pairs share. Throws `PartialFailure` if some failed, and
/// `Error`, `UsageError` if nothing could be done.
void align_batch(AlignRun run);

/// Aligns the pairs that come as JSON lines on standard input. Throws as `align_batch`.
void align_stream(AlignRun run);

}  // namespace thalign::cli
