// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "align/lexicon/lexicon.h"
#include "align/lexicon/lexicon_table.h"

namespace thalign {

/// What a lexicon file held.
struct LexiconFileStatistics {
  std::size_t entries = 0;
  /// Entries left out, since they have no word on one side: numbers and months need no lexicon.
  std::size_t without_words = 0;
};

/// Adds a lexicon file to `table`. Kinds of files (docs/formats.md): a packed lexicon, recognised
/// by its first bytes; hunalign's dictionary ("target @ source"), if `name` ends with ".dic"; else
/// tab-separated columns: two terms, one Thai and one English in either order, and a weight, or
/// one of English given Thai and one of Thai given English. Without a weight it is 1.
///
/// Throws `Error` (format, encoding) naming `name` and the line: other columns, a blank term, no
/// or two Thai terms, a weight that is not a finite number or below 0; a file without entries.
LexiconFileStatistics add_lexicon_file(LexiconTable& table, std::string bytes,
                                       const std::string& name);

/// A lexicon as a table that `add_lexicon_file` reads back: words as the lexicon has them, the
/// probabilities of both directions, and the words' backgrounds. Ascending by Thai word, then
/// English word.
std::string lexicon_tsv(const Lexicon& lexicon);

}  // namespace thalign
