// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "corpus/pairing/document_terms.h"

namespace thalign {

/// Number of a document in its collection.
using DocumentNumber = std::uint32_t;

/// The terms of all documents of a collection, 4 bytes each, one document after the other.
///
///     document   0            1       2
///     begin_     0            4       6          9
///     terms_     t0 t1 t2 t3  t4 t5   t6 t7 t8
class TermTable {
 public:
  void add(std::span<const Term> terms) {
    terms_.insert(terms_.end(), terms.begin(), terms.end());
    begin_.push_back(terms_.size());
  }
  std::size_t documents() const { return begin_.size() - 1; }
  std::span<const Term> of(std::size_t document) const {
    return std::span(terms_).subspan(begin_[document], begin_[document + 1] - begin_[document]);
  }
  std::span<const Term> all() const { return terms_; }

 private:
  std::vector<Term> terms_;
  std::vector<std::size_t> begin_ = {0};
};

/// The terms of a collection numbered without gaps, in ascending order: what arrays are made over.
class TermNumbers {
 public:
  explicit TermNumbers(const TermTable& table);

  std::uint32_t size() const { return static_cast<std::uint32_t>(terms_.size()); }
  Term term(std::uint32_t number) const { return terms_[number]; }
  /// The number of `term`, `size()` if no document has it.
  std::uint32_t find(Term term) const;
  /// Documents that have the term.
  std::uint32_t documents(std::uint32_t number) const { return documents_[number]; }

 private:
  std::vector<Term> terms_;
  std::vector<std::uint32_t> documents_;
};

/// `table` with numbers in place of terms.
TermTable numbered(const TermTable& table, const TermNumbers& numbers);

/// For each term number the documents that have it, ascending.
class Postings {
 public:
  /// Requires: `table` is numbered by `terms` numbers.
  Postings(const TermTable& table, std::uint32_t terms);

  std::span<const DocumentNumber> of(std::uint32_t term) const {
    return std::span(documents_).subspan(begin_[term], begin_[term + 1] - begin_[term]);
  }

 private:
  std::vector<std::size_t> begin_;
  std::vector<DocumentNumber> documents_;
};

}  // namespace thalign
