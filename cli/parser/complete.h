// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}  // namespace CLI

namespace thalign::cli {

/// What may stand in place of the last word of a command line.
struct Completion {
  struct Candidate {
    std::string word, description;
  };
  enum class Paths { none, files, folders };

  std::vector<Candidate> candidates;  ///< all begin with the beginning of the word
  Paths paths = Paths::none;          ///< names of files or folders fit, too
};

/// Completes the last of `words`, which follow the name of the program; it may be empty. A single
/// "=" between words stands for itself, as bash hands it over.
Completion complete(const CLI::App& program, const std::vector<std::string>& words);

}  // namespace thalign::cli
