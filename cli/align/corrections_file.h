// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/align/aligned_pair.h"

namespace thalign::cli {

/// Reads a file of corrections: JSON lines, those of the page of review among them, or another
/// format of translation units that is one file with texts; `-` is JSON lines on standard input.
/// `columns`: of a table, as `UnitReadOptions::columns`. Throws `Error` (io, format, encoding),
/// `UsageError`: an unknown format.
CorrectionsFile read_corrections_file(const std::string& path, EditedTexts edited,
                                      const std::string& columns);

}  // namespace thalign::cli
