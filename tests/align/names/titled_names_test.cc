// SPDX-License-Identifier: Apache-2.0
#include "align/names/titled_names.h"

#include <gtest/gtest.h>

#include <string>

namespace thalign {
namespace {

/// The words that may belong to names, joined by "|".
std::string held(const std::string& text) {
  const Words words(text);
  TitledNames titled(words);
  std::string found;
  for (std::size_t k = 0; k < words.all().size(); ++k) {
    if (titled.holds(k)) found += std::string(words.folded(words.all()[k])) + "|";
  }
  return found;
}

TEST(TitledNamesTest, BehindATitle) {
  EXPECT_EQ(held("วันนี้ นายประเสริฐ มา"), "ประเสริฐ|มา|");
  EXPECT_EQ(held("วันนี้ ประเสริฐ มา"), "");
}

TEST(TitledNamesTest, TwoPartsOfAPersonOneOfAPlace) {
  EXPECT_EQ(held("นาง มะลิ ทองดี กล่าว"), "มะลิ|ทอง|ดี|");
  EXPECT_EQ(held("จังหวัดลำปาง กล่าว"), "ลำปาง|");
}

TEST(TitledNamesTest, FourWordsOfAPartAtMost) {
  EXPECT_EQ(held("นายมานีเดินไปตลาดกับแม่"), "มานี|เดิน|ไป|ตลาด|");
}

TEST(TitledNamesTest, ShortTitlesHaveAFullStop) {
  EXPECT_EQ(held("พล.อ.ประเสริฐ"), "ประเสริฐ|");
  EXPECT_EQ(held("ดร. มะลิ"), "มะลิ|");
  EXPECT_EQ(held("ครม.ประชุม"), "");
}

TEST(TitledNamesTest, AMarkEndsTheName) { EXPECT_EQ(held("นาย (มะลิ) ทองดี"), ""); }

}  // namespace
}  // namespace thalign
