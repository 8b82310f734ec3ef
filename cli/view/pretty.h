// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <ostream>
#include <string>

#include "tm/bitext.h"

namespace thalign::cli {

/// How to show beads to people.
struct PrettyOptions {
  std::size_t columns = 80;  ///< of the terminal
  bool colour = false;
};

/// Writes beads side by side: confidence, source, target, wrapped to the width; `-` stands for a
/// missing side.
void write_pretty(std::ostream& out, const Bitext& bitext, const PrettyOptions& options);

/// The width of the terminal at standard output, else COLUMNS, else 80; colour if `when` is
/// "always", or if it is "auto", standard output is a terminal and NO_COLOR is not set.
PrettyOptions pretty_options(const std::string& when);

}  // namespace thalign::cli
