// SPDX-License-Identifier: Apache-2.0
#include "corpus/pairing/pairing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "corpus/pairing/pair_score.h"
#include "tests/corpus/pairing/small_lexicon.h"

namespace thalign {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr WordId kWords = 60;

/// Documents of random words, each English one with most of the words of a Thai one, and numbers.
struct RandomCollections {
  explicit RandomCollections(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    const unsigned documents = 1 + below(12);
    for (unsigned d = 0; d < documents; ++d) {
      std::vector<Term> thai_terms, english_terms;
      for (unsigned k = below(12); k > 0; --k) {
        const Term word = below(kWords);
        thai_terms.push_back(word);
        if (below(4) > 0) english_terms.push_back(word);
        if (below(4) == 0) english_terms.push_back(below(kWords));
      }
      if (below(2) == 0) {
        thai_terms.push_back(shared_term(std::to_string(d)));
        english_terms.push_back(shared_term(std::to_string(d)));
      }
      add(thai, thai_terms);
      if (below(5) > 0) add(english, english_terms);
    }
  }
  static void add(TermTable& table, std::vector<Term> terms) {
    std::ranges::sort(terms);
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    table.add(terms);
  }

  TermTable thai, english;
};

/// The scores of all pairs by the definition, assigned.
std::vector<DocumentPairing> all_pairs(const RandomCollections& random, const Lexicon& lexicon,
                                       double least) {
  const Collections collections(random.thai, random.english, lexicon);
  std::vector<DocumentPairing> pairs;
  for (DocumentNumber t = 0; t < random.thai.documents(); ++t) {
    for (DocumentNumber e = 0; e < random.english.documents(); ++e) {
      pairs.push_back({t, e, pair_score(collections, t, e)});
    }
  }
  return assign_one_to_one(pairs, least);
}

TEST(PairingTest, FindsWhatTheScoresOfAllPairsSay) {
  const SmallLexicon small(kWords);
  const Lexicon lexicon = small.get();
  std::size_t found = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    const RandomCollections random(seed);
    const auto expected = all_pairs(random, lexicon, 0.01);
    const auto actual = assign_one_to_one(
        pair_candidates(random.thai, random.english, lexicon, {.least_score = 0.01}), 0.01);
    ASSERT_THAT(actual, SizeIs(expected.size())) << "seed " << seed;
    for (std::size_t i = 0; i < actual.size(); ++i) {
      ASSERT_NEAR(actual[i].score, expected[i].score, 1e-5) << "seed " << seed;
    }
    found += actual.size();
  }
  EXPECT_GT(found, 500U);  // the documents above do have counterparts
}

TEST(PairingTest, ThreadsChangeNothing) {
  const SmallLexicon small(kWords);
  const Lexicon lexicon = small.get();
  TermTable thai, english;
  std::mt19937 random(7);
  for (int d = 0; d < 300; ++d) {
    std::vector<Term> terms;
    for (int k = 0; k < 8; ++k) terms.push_back(static_cast<Term>(random() % kWords));
    RandomCollections::add(thai, terms);
    RandomCollections::add(english, terms);
  }
  EXPECT_EQ(pair_candidates(thai, english, lexicon, {.threads = 1}),
            pair_candidates(thai, english, lexicon, {.threads = 3}));
}

TEST(PairingTest, FewPostingsLookAtTheRarestTermsOnly) {
  const SmallLexicon small(kWords);
  const Lexicon lexicon = small.get();
  TermTable thai, english;
  for (Term d = 0; d < 20; ++d) {  // word 50 is everywhere, the other distinguishes documents
    thai.add(std::vector<Term>{d, 50});
    english.add(std::vector<Term>{d, 50});
  }
  const auto pairs = assign_one_to_one(
      pair_candidates(thai, english, lexicon, {.least_score = 0.01, .most_postings = 2}), 0.01);
  ASSERT_THAT(pairs, SizeIs(20));
  for (const DocumentPairing& pair : pairs) EXPECT_EQ(pair.thai, pair.english);
}

TEST(PairingTest, EmptyCollectionsAndDocuments) {
  TermTable none, empty;
  empty.add({});
  const Lexicon& lexicon = Lexicon::empty();
  EXPECT_THAT(pair_candidates(none, none, lexicon), IsEmpty());
  EXPECT_THAT(pair_candidates(empty, none, lexicon), IsEmpty());
  EXPECT_THAT(pair_candidates(empty, empty, lexicon), IsEmpty());
}

TEST(PairScoreTest, MoreInCommonScoresHigher) {
  const SmallLexicon small(kWords);
  TermTable thai, english;
  thai.add(std::vector<Term>{1, 2, 3, 4});
  english.add(std::vector<Term>{1, 2, 3, 4});
  english.add(std::vector<Term>{1, 2, 30, 40});
  english.add(std::vector<Term>{20, 30, 40, 50});
  english.add(std::vector<Term>{1, 2, 3, 4, 20, 25, 30, 35, 40, 45, 50, 55});
  const Collections collections(thai, english, small.get());
  EXPECT_GT(pair_score(collections, 0, 0), 0.5);
  EXPECT_GT(pair_score(collections, 0, 0), pair_score(collections, 0, 1));
  EXPECT_GT(pair_score(collections, 0, 1), pair_score(collections, 0, 2));
  EXPECT_GT(pair_score(collections, 0, 0), pair_score(collections, 0, 3));
  EXPECT_LT(pair_score(collections, 0, 2), 0);
}

}  // namespace
}  // namespace thalign
