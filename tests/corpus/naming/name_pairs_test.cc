// SPDX-License-Identifier: Apache-2.0
#include "corpus/naming/name_pairs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace thalign {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

TEST(NameKeyTest, TakesTagsAndTheExtensionOut) {
  struct Case {
    const char *path, *key;
    std::optional<Language> language;
  };
  for (const auto& [path, key, language] : std::initializer_list<Case>{
           {"report.th.html", "report", Language::thai},
           {"report.en-US.html", "report", Language::english},
           {"report_EN_gb.docx", "report", Language::english},
           {"news/th/12.txt", "news/12", Language::thai},
           {"th/news.txt", "news", Language::thai},
           {"English/Annual Report thai.pdf", "Annual Report", Language::thai},
           {"report.th", "report", Language::thai},
           {"report.th.txt.gz", "report", Language::thai},
           {"then/engine.txt", "then/engine", std::nullopt},
           {"2024.05.01.txt", "2024.05.01", std::nullopt},
           {"th.txt", "", Language::thai}}) {
    EXPECT_EQ(name_key(path).key, key) << path;
    EXPECT_EQ(name_key(path).language, language) << path;
  }
}

NamePairs pairs(const std::vector<std::string>& source, const std::vector<std::string>& target) {
  return pair_by_name(source, target, Language::thai);
}

TEST(PairByNameTest, SameKeys) {
  const NamePairs found =
      pairs({"b.th.html", "a/x.txt", "c.txt"}, {"a/x.docx", "b.en.html", "d.txt"});
  EXPECT_THAT(found.pairs, ElementsAre(Pair(0, 1), Pair(1, 0)));
  EXPECT_THAT(found.source_alone, ElementsAre(2));
  EXPECT_THAT(found.target_alone, ElementsAre(2));
}

TEST(PairByNameTest, OneTreeOfBoth) {
  const std::vector<std::string> tree{"en/a.txt", "th/a.txt", "th/b.txt"};
  const NamePairs found = pairs(tree, tree);
  EXPECT_THAT(found.pairs, ElementsAre(Pair(1, 0)));
  EXPECT_THAT(found.source_alone, ElementsAre(2));
  EXPECT_THAT(found.target_alone, IsEmpty());
}

TEST(PairByNameTest, SeveralOfOneKeyGoByExtension) {
  const NamePairs found = pairs({"a.txt", "a.html"}, {"a.html", "a.txt", "a.pdf"});
  EXPECT_THAT(found.pairs, ElementsAre(Pair(0, 1), Pair(1, 0)));
  EXPECT_THAT(found.target_alone, ElementsAre(2));
}

TEST(PairByNameTest, NumbersPairWhatNamesDoNot) {
  const NamePairs found = pairs({"n/01-ข่าว.txt", "n/2 ฝน.txt", "n/2 ลม.txt", "m/3.txt"},
                                {"n/1_news.txt", "n/02 rain.txt", "n/3.txt"});
  EXPECT_THAT(found.pairs, ElementsAre(Pair(0, 0)));
  EXPECT_THAT(found.source_alone, ElementsAre(1, 2, 3));
  EXPECT_THAT(found.target_alone, ElementsAre(1, 2));
}

TEST(PairByNameTest, NoFiles) { EXPECT_THAT(pairs({}, {}).pairs, IsEmpty()); }

}  // namespace
}  // namespace thalign
