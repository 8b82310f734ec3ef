// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/memory_sample.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/tm/memory/memory_builder.h"
#include "tm/memory/memory_schema.h"
#include "tm/memory/trigrams.h"

namespace thalign {
namespace {

using test::MemoryPath;

/// A path with a memory of `units` pairs.
class MadeMemory : public MemoryPath {
 public:
  explicit MadeMemory(int units) {
    Memory memory(path(), Memory::Access::create);
    std::vector<TranslationUnit> pairs;
    for (int i = 0; i < units; ++i)
      pairs.push_back(test::pair("ฝนตก", "rain " + std::to_string(i)));
    test::add(memory, pairs);
  }
};

/// A memory of `units` pairs, in a transaction.
struct OpenMemory {
  explicit OpenMemory(int units) : file(units) {}

  MadeMemory file;
  sqlite::Database database =
      open_memory(file.path(), sqlite::Access::write, {std::chrono::milliseconds(0)});
  sqlite::Transaction transaction{database};
};

std::int64_t number_of(const sqlite::Database& database, const std::string& query) {
  sqlite::Statement statement(database, query);
  return statement.step() ? statement.integer(0) : -1;
}

TEST(MemorySampleTest, ASampleHasTextsOfBothLanguages) {
  const OpenMemory memory(10);
  const sqlite::Database& database = memory.database;
  database.run("DELETE FROM sample");
  renew_sample(database);
  EXPECT_EQ(number_of(database, "SELECT taken FROM sample"), 20);
  sqlite::Statement read(database, "SELECT counts, variants FROM sample");
  ASSERT_TRUE(read.step());
  const TrigramSample sample(read.blob(0), read.integer(1));
  EXPECT_GT(sample.share("ฝนต"), 0.3);
  EXPECT_GT(sample.share("rai"), 0.3);
  EXPECT_LT(sample.share("sun"), 0.1);
}

TEST(MemorySampleTest, ASampleStaysUntilTheMemoryHasGrownByHalf) {
  const OpenMemory memory(10);
  const sqlite::Database& database = memory.database;
  for (const auto& [taken, now] : {std::pair(14, 14), std::pair(13, 20)}) {
    database.run("UPDATE sample SET taken = " + std::to_string(taken));
    renew_sample(database);
    EXPECT_EQ(number_of(database, "SELECT taken FROM sample"), now) << "of 20 variants";
  }
}

TEST(MemorySampleTest, AnEmptyMemoryHasAnEmptySample) {
  const OpenMemory memory(0);
  const sqlite::Database& database = memory.database;
  database.run("DELETE FROM sample");
  renew_sample(database);
  EXPECT_EQ(number_of(database, "SELECT variants FROM sample"), 0);
}

}  // namespace
}  // namespace thalign
