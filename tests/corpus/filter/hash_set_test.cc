// SPDX-License-Identifier: Apache-2.0
#include "corpus/filter/hash_set.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <set>

#include "text/error.h"

namespace thalign {
namespace {

TEST(HashSetTest, ManyHashes) {
  HashSet set(".");
  for (std::uint64_t i = 1; i <= 5000; ++i) EXPECT_TRUE(set.add(i * i * i)) << i;
  for (std::uint64_t i = 1; i <= 5000; ++i) EXPECT_FALSE(set.add(i * i * i)) << i;
  EXPECT_EQ(set.size(), 5000U);
}

// With 1024 slots a file is made of each 512 hashes, and merged with others several times.
TEST(HashSetTest, FilesAnswerAsMemoryDoes) {
  HashSet set(".", 1024);
  std::set<std::uint64_t> reference;
  std::mt19937_64 random(1);
  for (int i = 0; i < 40000; ++i) {
    const std::uint64_t hash = mixed(random() % 15000);
    EXPECT_EQ(set.add(hash), reference.insert(hash == 0 ? 1 : hash).second) << i;
  }
  EXPECT_EQ(set.size(), reference.size());
  EXPECT_GT(set.size(), 10000U);
}

TEST(HashSetTest, LeastAndLargestHashesAreFoundInFiles) {
  HashSet set(".", 2);
  for (const std::uint64_t hash : {~0ULL, 5ULL, 0ULL, 4ULL}) EXPECT_TRUE(set.add(hash)) << hash;
  for (const std::uint64_t hash : {~0ULL, 5ULL, 0ULL, 4ULL}) EXPECT_FALSE(set.add(hash)) << hash;
}

TEST(HashSetTest, NothingIsLeftInTheFolder) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "hash_set_test";
  std::filesystem::create_directories(folder);
  HashSet set(folder, 1024);
  for (std::uint64_t i = 0; i < 5000; ++i) set.add(mixed(i));
  EXPECT_TRUE(std::filesystem::is_empty(folder));
}

TEST(HashSetTest, AFolderThatIsNotThereIsNamed) {
  HashSet set("/nowhere", 2);
  set.add(1);
  try {
    set.add(2);
    FAIL() << "nothing thrown";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("/nowhere: can't write a temporary file in"),
              std::string::npos)
        << error.what();
  }
}

}  // namespace
}  // namespace thalign
