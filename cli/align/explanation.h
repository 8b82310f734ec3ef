#pragma once

#include <ostream>
#include <span>
#include <string_view>

#include "align/explain.h"
#include "cli/base/format.h"
#include "tm/bitext.h"

namespace thalign::cli {

/// What `--explain` writes: `text` for people, `tsv` for programs. The first is the default.
std::span<const Format> explanation_formats();

/// Writes the beads of `bitext` with what makes up their scores.
///
/// As `text`, a bead is a line with its number, score and confidence, its two texts, each shortened
/// to one line of `columns`, and its contributions in nats, those of the largest size first; what
/// is too small to matter is one line of its own. As `tsv`, it is the line of the TSV format with a
/// column NAME=VALUE added for each contribution that is not 0, those of the largest size first.
///
/// Requires: `format` is the name of one of `explanation_formats()`; one entry of `contributions`
/// a bead.
void write_explanation(std::ostream& out, std::string_view format, const Bitext& bitext,
                       std::span<const Contributions> contributions, std::size_t columns);

}  // namespace thalign::cli
