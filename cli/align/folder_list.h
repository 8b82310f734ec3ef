// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "cli/align/align_options.h"
#include "cli/align/batch_list.h"

namespace thalign::cli {

/// Whether `-o` names a folder that `--dir` makes an output for each pair in: it has no extension
/// of a format.
bool is_output_folder(const AlignSettings& settings);

/// The pairs of `thalign align --dir`: files of both folders, paired by name, each with an output
/// if `-o` is a folder. Reports files without a counterpart. Throws `Error`: io; format, if no file
/// has a counterpart.
std::vector<BatchLine> folder_list(const AlignSettings& settings);

}  // namespace thalign::cli
