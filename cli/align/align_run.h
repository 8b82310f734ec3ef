// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "align/align.h"
#include "cli/align/align_options.h"
#include "cli/align/bead_statistics.h"
#include "cli/align/run_signature.h"
#include "cli/output/run_files.h"

namespace thalign::cli {

/// A run of `thalign align`: what the user asked for, and what all pairs of texts share. Threads
/// may read it at once.
struct AlignRun {
  AlignSettings settings;
  RunSignature signature;
  AlignOptions align;  ///< what it refers to must outlive the run
  RunFiles files = {};
  BeadStatistics* total = nullptr;  ///< where those of many pairs go in the end; null: nowhere
};

}  // namespace thalign::cli
