// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sqlite3.h>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tm/memory/lock_wait.h"

// SQLite with owners and exceptions. Not installed.

namespace thalign::sqlite {

enum class Access { read, write, create };

/// A connection to a database file, which may come from anybody: no trigger, view or function of
/// its schema is run, no text or row of more than 64 MiB is read.
class Database {
 public:
  /// Opens the file, whatever its name looks like (":memory:", "file:x"). Locks of other programs
  /// are waited for as `wait` says. A file that is only read, in a folder that may not be
  /// written to, must stay as it is meanwhile. Throws `Error` (io).
  Database(const std::filesystem::path& path, Access access, LockWait wait);
  Database(Database&&) = default;
  Database& operator=(Database&&) = delete;
  ~Database() = default;

  sqlite3* handle() const { return handle_.get(); }
  const std::string& name() const { return name_; }
  /// After a lock was met `tried` times before: pauses, and returns whether to try again.
  bool wait_for_lock(int tried) const { return wait(*waiting_, tried); }
  /// Runs statements that return nothing of use. Throws `Error`.
  void run(const std::string& sql) const;
  /// Throws the `Error` that stands for the last failure of this connection.
  [[noreturn]] void fail() const;
  /// Throws the `Error` (format) of a file that holds what nobody stored. `what`: "a text is not
  /// UTF-8".
  [[noreturn]] void fail_damaged(std::string_view what) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  struct Waiting {
    LockWait how;
    std::chrono::steady_clock::time_point since = {};  ///< of the lock that is waited for
    bool told = false;
  };
  static bool wait(Waiting& waiting, int tried);

  std::string name_;
  std::unique_ptr<Waiting> waiting_;  // SQLite calls back with its address
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement. Parameters count from 1, columns from 0. Requires: the database stays.
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);

  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, double value);
  /// The bytes must stay until the statement has run.
  Statement& bind(int parameter, std::string_view text);
  Statement& bind_blob(int parameter, std::string_view bytes);
  Statement& bind_null(int parameter);
  template <typename T>
  Statement& bind(int parameter, const std::optional<T>& value) {
    return value ? bind(parameter, *value) : bind_null(parameter);
  }
  /// Keys are any 64 bits; SQLite has signed numbers.
  Statement& bind_key(int parameter, std::uint64_t key) {
    return bind(parameter, static_cast<std::int64_t>(key));
  }

  /// Goes to the next row; false after the last one, with the statement ready to be run again.
  /// Throws `Error`.
  bool step();
  /// Runs a statement without rows.
  void run() {
    while (step()) {
    }
  }
  /// Gives up the rows left; parameters stay.
  void reset() { sqlite3_reset(handle_.get()); }

  std::int64_t integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }
  double real(int column) const { return sqlite3_column_double(handle_.get(), column); }
  bool is_null(int column) const {
    return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL;
  }
  /// Bytes, good until the next step.
  std::string_view blob(int column) const;
  /// The same for a text. Throws `Error` (format) if it is not UTF-8.
  std::string_view text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
  };
  Statement& check(int result);

  const Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// A write transaction: rolled back unless committed.
class Transaction {
 public:
  /// Waits for other writers.
  explicit Transaction(const Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

}  // namespace thalign::sqlite
