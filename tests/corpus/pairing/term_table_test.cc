// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/term_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace thalign {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Three documents; the second has no term.
TermTable three_documents() {
  TermTable table;
  table.add(std::vector<Term>{7, 40, 900});
  table.add({});
  table.add(std::vector<Term>{7, 41});
  return table;
}

TEST(TermTableTest, DocumentsStandOneAfterTheOther) {
  const TermTable table = three_documents();
  EXPECT_EQ(table.documents(), 3U);
  EXPECT_THAT(table.of(0), ElementsAre(7U, 40U, 900U));
  EXPECT_THAT(table.of(1), IsEmpty());
  EXPECT_THAT(table.of(2), ElementsAre(7U, 41U));
  EXPECT_THAT(table.all(), ElementsAre(7U, 40U, 900U, 7U, 41U));
}

TEST(TermTableTest, NumbersAscendWithTermsAndHaveNoGaps) {
  const TermNumbers numbers(three_documents());
  ASSERT_EQ(numbers.size(), 4U);
  EXPECT_EQ(numbers.find(7), 0U);
  EXPECT_EQ(numbers.find(41), 2U);
  EXPECT_EQ(numbers.term(3), 900U);
  EXPECT_EQ(numbers.documents(0), 2U);
  EXPECT_EQ(numbers.documents(3), 1U);
  for (const Term missing : {0U, 8U, 901U}) EXPECT_EQ(numbers.find(missing), numbers.size());
}

TEST(TermTableTest, PostingsLeadFromTermsToDocuments) {
  const TermTable table = three_documents();
  const TermNumbers numbers(table);
  const TermTable by_number = numbered(table, numbers);
  EXPECT_THAT(by_number.of(2), ElementsAre(0U, 2U));
  const Postings postings(by_number, numbers.size());
  EXPECT_THAT(postings.of(0), ElementsAre(0U, 2U));
  EXPECT_THAT(postings.of(1), ElementsAre(0U));
  EXPECT_THAT(postings.of(2), ElementsAre(2U));
  EXPECT_THAT(postings.of(3), ElementsAre(0U));
}

TEST(TermTableTest, NoDocumentsHaveNoTerms) {
  const TermNumbers numbers{TermTable()};
  EXPECT_EQ(numbers.size(), 0U);
  EXPECT_EQ(numbers.find(1), 0U);
}

}  // namespace
}  // namespace thalign
