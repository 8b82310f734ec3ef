// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "cli/align/progress.h"
#include "cli/base/messages.h"
#include "cli/corpus/collection.h"
#include "corpus/pairing/term_table.h"
#include "corpus/pairing/terms_file.h"

namespace thalign::cli {

/// The documents of a collection that could be read, and what they are recognised by.
struct CollectionTerms {
  std::vector<std::string> names;
  std::vector<std::string> places;   ///< as in `CollectionItem`; empty of a folder: the names
  std::vector<std::size_t> offsets;  ///< as in `CollectionItem`; empty of a folder
  TermTable terms;
  std::size_t failed = 0;  ///< documents that could not be read
  std::size_t known = 0;   ///< of which terms were saved
};

/// How to read the terms of collections.
struct TermReading {
  const Lexicon& lexicon;
  const SavedTerms& saved;  ///< of a run before
  std::ostream* save;       ///< where the terms of all documents go; null: nowhere
  unsigned threads = 1;
  ShowProgress show = ShowProgress::never;
};

/// Reads all documents of `collection`. What is wrong with one is printed as a message.
/// Throws `Error` (language): no document that can be read is in the language of the collection.
CollectionTerms read_terms(Collection& collection, const TermReading& reading);

}  // namespace thalign::cli
