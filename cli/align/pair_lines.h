// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "cli/align/pair_work.h"

namespace thalign::cli {

/// Reads a line of the stream of `thalign align --jsonl`: a JSON object with the texts `source` and
/// `target`; if it has them, the names `source_document` and `target_document`, or `id` for both,
/// and the tags `source_language` and `target_language`. Other fields are left alone. `number`, of
/// the line, names documents that have no name.
///
/// Throws `Error` (format) naming `place` and column: no JSON object, a text missing, a field that
/// is not a string.
PairTask parse_pair_line(const std::string& line, const std::string& place, std::size_t number,
                         const AlignSettings& settings);

}  // namespace thalign::cli
