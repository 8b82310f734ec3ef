// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <span>
#include <string_view>

#include "align/explain.h"
#include "tm/bitext.h"

namespace thalign::cli {

/// A format of `--explain`: the beads of an alignment with what makes up their scores.
struct ExplanationFormat {
  std::string_view name, extension;
  /// Requires: one entry of `contributions` a bead. `columns`: of the terminal.
  void (*write)(std::ostream& out, const Bitext& bitext,
                std::span<const Contributions> contributions, std::size_t columns);
};

/// The first, the default, is for people: a bead is a line with its number, score and confidence,
/// its two texts, each shortened to one line of `columns`, and its contributions in nats, those of
/// the largest size first; what is too small to matter is one line of its own.
///
/// The second, `tsv`, is for programs: a bead is the line of the TSV format with a column
/// NAME=VALUE added for each contribution that is not 0, those of the largest size first.
std::span<const ExplanationFormat> explanation_formats();

}  // namespace thalign::cli
