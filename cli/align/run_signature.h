// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace CLI {
class App;
}  // namespace CLI

namespace thalign::cli {

/// What made an output. Two runs with the same signature make the same of the same texts.
struct RunSignature {
  std::string id;    ///< 16 hexadecimal digits, a hash of `text`
  std::string text;  ///< "thalign 0.1.0, models 1a2b3c4d, ICU 72.1, --null-beads=true"

  /// Both, as outputs have it in one place.
  std::string line() const { return id + " " + text; }
};

/// The signature of a run of `command` with the options that were parsed. Options that change
/// nothing in an output don't count; of files that options name the content counts.
RunSignature run_signature(const CLI::App& command);

/// Whether the file at `path` begins with an output that has this signature, or has none, since its
/// format has no room for it.
bool has_signature(const std::string& path, const RunSignature& signature);

}  // namespace thalign::cli
