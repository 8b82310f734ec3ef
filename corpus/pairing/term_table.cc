// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/term_table.h"

#include <algorithm>

namespace thalign {

TermNumbers::TermNumbers(const TermTable& table) {
  std::vector<Term> all(table.all().begin(), table.all().end());
  std::ranges::sort(all);
  for (const Term term : all) {
    if (terms_.empty() || terms_.back() != term) {
      terms_.push_back(term);
      documents_.push_back(0);
    }
    ++documents_.back();
  }
}

std::uint32_t TermNumbers::find(Term term) const {
  const auto found = std::ranges::lower_bound(terms_, term);
  if (found == terms_.end() || *found != term) return size();
  return static_cast<std::uint32_t>(found - terms_.begin());
}

TermTable numbered(const TermTable& table, const TermNumbers& numbers) {
  TermTable result;
  std::vector<Term> terms;
  for (std::size_t document = 0; document < table.documents(); ++document) {
    terms.clear();
    for (const Term term : table.of(document)) terms.push_back(numbers.find(term));
    result.add(terms);
  }
  return result;
}

Postings::Postings(const TermTable& table, std::uint32_t terms)
    : begin_(terms + std::size_t{1}), documents_(table.all().size()) {
  for (const Term term : table.all()) ++begin_[term + std::size_t{1}];
  for (std::size_t term = 0; term < terms; ++term) begin_[term + 1] += begin_[term];
  std::vector<std::size_t> next(begin_.begin(), begin_.end() - 1);
  for (std::size_t document = 0; document < table.documents(); ++document) {
    for (const Term term : table.of(document)) {
      documents_[next[term]++] = static_cast<DocumentNumber>(document);
    }
  }
}

}  // namespace thalign
