// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/sqlite.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tm/memory/memory_builder.h"
#include "text/error.h"

namespace thalign::sqlite {
namespace {

class SqliteTest : public testing::Test {
 protected:
  Database open(Access access = Access::create) const {
    return {file_.path(), access, {std::chrono::milliseconds(10)}};
  }
  static std::int64_t rows(const Database& database) {
    Statement count(database, "SELECT count(*) FROM t");
    EXPECT_TRUE(count.step());
    return count.integer(0);
  }

  test::MemoryPath file_;
};

TEST_F(SqliteTest, ValuesComeBack) {
  const Database database = open();
  database.run("CREATE TABLE t(a, b, c, d)");
  Statement insert(database, "INSERT INTO t VALUES(?1, ?2, ?3, ?4)");
  insert.bind_key(1, ~std::uint64_t{0}).bind(2, 0.5).bind(3, std::string_view("น้ำ")).bind_null(4);
  insert.run();
  Statement select(database, "SELECT * FROM t");
  ASSERT_TRUE(select.step());
  EXPECT_EQ(static_cast<std::uint64_t>(select.integer(0)), ~std::uint64_t{0});
  EXPECT_EQ(select.real(1), 0.5);
  EXPECT_EQ(select.text(2), "น้ำ");
  EXPECT_TRUE(select.is_null(3));
  EXPECT_FALSE(select.step());
}

TEST_F(SqliteTest, ATransactionThatIsNotCommittedLeavesNothing) {
  const Database database = open();
  database.run("CREATE TABLE t(a)");
  {
    const Transaction given_up(database);
    database.run("INSERT INTO t VALUES(1)");
  }
  EXPECT_EQ(rows(database), 0);
  Transaction kept(database);
  database.run("INSERT INTO t VALUES(1)");
  kept.commit();
  EXPECT_EQ(rows(database), 1);
}

TEST_F(SqliteTest, TextThatIsNotUtf8IsRefused) {
  const Database database = open();
  Statement select(database, "SELECT CAST(x'FF' AS TEXT)");
  ASSERT_TRUE(select.step());
  EXPECT_EQ(select.blob(0), "\xFF");
  try {
    (void)select.text(0);
    FAIL() << "taken as text";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::format);
  }
}

TEST_F(SqliteTest, AMissingFileIsNotMadeToBeRead) {
  EXPECT_THROW(open(Access::read), Error);
  EXPECT_FALSE(std::filesystem::exists(file_.path()));
}

}  // namespace
}  // namespace thalign::sqlite
