// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "cli/base/messages.h"

namespace CLI {
class App;
}  // namespace CLI

namespace thalign::cli {

/// Which lexicon a command works with.
struct LexiconOptions {
  std::vector<std::string> files;  ///< of any kind that docs/formats.md describes
  bool replace_shipped = false;    ///< the files alone, without the shipped lexicon
};

/// --lexicon, --only-lexicon
void add_lexicon_options(CLI::App& parser, LexiconOptions& options);

/// A lexicon and the bytes it is read from. Neither copied nor moved.
class LexiconInput {
 public:
  /// Joins the shipped lexicon and the files, in order. Throws `Error` (io, format, encoding),
  /// `UsageError`: nothing to replace the shipped lexicon with. Reports which entries were of no
  /// use.
  LexiconInput(const LexiconOptions& options, const Notes& notes);
  LexiconInput(const LexiconInput&) = delete;
  LexiconInput& operator=(const LexiconInput&) = delete;

  const Lexicon& lexicon() const& { return *lexicon_; }
  const Lexicon& lexicon() const&& = delete;
  /// The lexicon in packed form; empty for the shipped one.
  const std::string& packed() const& { return packed_; }
  const std::string& packed() const&& = delete;

 private:
  std::string packed_;
  std::optional<Lexicon> own_;
  const Lexicon* lexicon_;
};

}  // namespace thalign::cli
