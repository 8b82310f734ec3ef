#pragma once

#include <string>
#include <vector>

#include "align/align.h"
#include "cli/align/align_options.h"
#include "cli/align/run_signature.h"

namespace thalign::cli {

/// A run of `thalign align`: what the user asked for, and what all pairs of texts share. Threads
/// may read it at once.
struct AlignRun {
  AlignSettings settings;
  RunSignature signature;
  AlignOptions align;  ///< what it refers to must outlive the run
};

/// The files that all pairs are aligned with, which no output may overwrite.
inline std::vector<std::string> shared_inputs(const AlignRun& run) {
  std::vector<std::string> files = run.settings.lexicon.files;
  files.push_back(run.settings.srx.path);
  return files;
}

}  // namespace thalign::cli
