// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "corpus/pairing/document_terms.h"

namespace thalign {

/// Terms of documents that were read before, so that a collection that grows is not read again.
///
///     "THTM" version (u32) | hash of the lexicon (u64) | records
///     record: bytes of the name (u32) | name | stamp (u64) | number of terms (u32) | terms (u32)
///
/// Numbers are in the byte order of the machine.
class SavedTerms {
 public:
  explicit SavedTerms(const Lexicon& lexicon);

  /// Adds what `bytes` hold; nothing if they are of another version or lexicon. Throws `Error`
  /// (format) naming `name` if they are none such, or cut off.
  void read(std::string_view bytes, const std::string& name);

  /// The terms of a document; null: it has none here, or changed since, as `stamp` says.
  const DocumentTerms* find(const std::string& document, std::uint64_t stamp) const;

  /// What a file of terms begins with.
  std::string head() const;
  static std::string record(std::string_view document, std::uint64_t stamp,
                            const DocumentTerms& terms);

 private:
  struct Entry {
    std::uint64_t stamp;
    DocumentTerms terms;
  };
  std::uint64_t lexicon_;
  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace thalign
