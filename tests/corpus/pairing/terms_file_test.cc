// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/terms_file.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/corpus/pairing/small_lexicon.h"
#include "text/error.h"

namespace thalign {
namespace {

TEST(SavedTermsTest, ReadsWhatWasWritten) {
  SavedTerms saved(Lexicon::empty());
  const DocumentTerms terms{{1, 5, 0x80000007U}};
  const std::string file = saved.head() + SavedTerms::record("a", 11, terms) +
                           SavedTerms::record("b", 12, DocumentTerms{});
  saved.read(file, "file");
  ASSERT_NE(saved.find("a", 11), nullptr);
  EXPECT_EQ(*saved.find("a", 11), terms);
  ASSERT_NE(saved.find("b", 12), nullptr);
  EXPECT_EQ(saved.find("a", 12), nullptr) << "changed since";
  EXPECT_EQ(saved.find("c", 11), nullptr);
}

TEST(SavedTermsTest, ThoseOfAnotherLexiconAreLeftAlone) {
  const SmallLexicon small(5);
  const SavedTerms other(small.get());
  SavedTerms saved(Lexicon::empty());
  saved.read(other.head() + SavedTerms::record("a", 1, DocumentTerms{{1}}), "file");
  EXPECT_EQ(saved.find("a", 1), nullptr);
}

TEST(SavedTermsTest, RefusesWhatIsCutOffAtAnyByte) {
  SavedTerms saved(Lexicon::empty());
  const std::string head = saved.head();
  const std::string file = head + SavedTerms::record("name", 11, DocumentTerms{{1, 2}});
  for (std::size_t size = 1; size < file.size(); ++size) {
    if (size == head.size()) continue;
    EXPECT_THROW(saved.read(file.substr(0, size), "file"), Error) << size;
  }
  EXPECT_THROW(saved.read("something else altogether", "file"), Error);
  EXPECT_NO_THROW(saved.read("", "file"));
}

}  // namespace
}  // namespace thalign
