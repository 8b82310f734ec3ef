// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/sqlite.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <thread>
#include <utility>

#include "text/error.h"
#include "text/unicode/utf8.h"

namespace thalign::sqlite {
namespace {

int open_flags(Access access) {
  // Readers, too, open the file for writing where they may: who closes it last takes away the
  // files that SQLite keeps beside it.
  return access == Access::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                  : SQLITE_OPEN_READWRITE;
}

/// Whether a memory can only be read as it lies, in a folder that may not be written to: SQLite has
/// no place for its files beside it, and nobody has them open there.
bool is_kept_apart(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  std::error_code ignored;
  return access(folder.c_str(), W_OK) != 0 &&
         !std::filesystem::exists(path.string() + "-wal", ignored);
}

/// A name that SQLite takes for that of a file.
std::string file_name(const std::filesystem::path& path) {
  return path.is_relative() ? (std::filesystem::path(".") / path).string() : path.string();
}

/// `path` as a URI that lets SQLite read a file without any beside it.
std::string unchanging_uri(const std::filesystem::path& path) {
  std::string uri = "file:";
  for (const char c : file_name(path)) {
    const bool is_special = c == '%' || c == '?' || c == '#';
    uri += is_special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return uri + "?immutable=1";
}

Error damage(std::string_view name, std::string_view what) {
  return {
      ErrorCode::format, name,
      fmt::format("is damaged ({}); restore a copy of it, or export what can still be read", what)};
}

/// Nothing that a file brings along is run or believed.
void distrust(sqlite3* handle) {
  for (const int option : {SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW,
                           SQLITE_DBCONFIG_TRUSTED_SCHEMA}) {
    sqlite3_db_config(handle, option, 0, nullptr);
  }
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  constexpr int kMostBytes = 1 << 26;
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kMostBytes);
}

/// What a result of SQLite means to the user, and what to do about it.
Error error_of(int result, const char* detail, std::string_view name) {
  switch (result & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::io, name,
              "another program is writing to it; try again when it is done, or wait longer"};
    case SQLITE_FULL:
      return {ErrorCode::io, name,
              "can't write: the disk, or the room allowed, is full; the memory is as it was before "
              "this change; make room and repeat it"};
    case SQLITE_NOTADB:
      return {ErrorCode::format, name,
              "not a translation memory; give the file that thalign tm made"};
    case SQLITE_CORRUPT:
    case SQLITE_TOOBIG:  // nothing so large is stored
      return damage(name, detail);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorCode::io, name,
              fmt::format("can't write: {}; check its permissions and its folder's", detail)};
    case SQLITE_CANTOPEN:
      return {ErrorCode::io, name,
              fmt::format("can't open: {}; check that its folder exists and may be written to",
                          detail)};
    case SQLITE_NOMEM:
      throw std::bad_alloc();
    default:
      return {ErrorCode::io, name,
              fmt::format("can't read or write: {}; check the disk and the room left", detail)};
  }
}

}  // namespace

Database::Database(const std::filesystem::path& path, Access access, LockWait wait)
    : name_(path.string()), waiting_(std::make_unique<Waiting>(Waiting{.how = std::move(wait)})) {
  sqlite3* handle = nullptr;
  const bool as_it_lies = access == Access::read && is_kept_apart(path);
  const int flags = as_it_lies ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : open_flags(access);
  const int result = sqlite3_open_v2((as_it_lies ? unchanging_uri(path) : file_name(path)).c_str(),
                                     &handle, flags | SQLITE_OPEN_EXRESCODE, nullptr);
  handle_.reset(handle);
  if (result != SQLITE_OK) {
    const int reason = handle == nullptr ? 0 : sqlite3_system_errno(handle);
    throw error_of(result, reason == 0 ? sqlite3_errstr(result) : std::strerror(reason), name_);
  }
  const auto on_lock = [](void* waiting, int tried) {
    return Database::wait(*static_cast<Waiting*>(waiting), tried) ? 1 : 0;
  };
  sqlite3_busy_handler(handle, on_lock, waiting_.get());
  distrust(handle);
  run("PRAGMA cell_size_check = 1");
  if (access == Access::read) run("PRAGMA query_only = 1");
}

bool Database::wait(Waiting& waiting, int tried) {
  constexpr std::chrono::seconds kPatience(2);
  constexpr int kLongestPause = 50;  // milliseconds
  const auto now = std::chrono::steady_clock::now();
  if (tried == 0) waiting.since = now;
  const auto waited = now - waiting.since;
  if (waited >= waiting.how.longest) return false;
  if (waited >= kPatience && waiting.how.on_wait && !std::exchange(waiting.told, true))
    waiting.how.on_wait();
  std::this_thread::sleep_for(std::chrono::milliseconds(std::min(tried + 1, kLongestPause)));
  return true;
}

void Database::run(const std::string& sql) const {
  if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Database::fail() const {
  throw error_of(sqlite3_extended_errcode(handle()), sqlite3_errmsg(handle()), name_);
}

void Database::fail_damaged(std::string_view what) const { throw damage(name_, what); }

Statement::Statement(const Database& database, std::string_view sql) : database_(database) {
  sqlite3_stmt* handle = nullptr;
  const int result = sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
  handle_.reset(handle);
  check(result);
}

Statement& Statement::check(int result) {
  if (result != SQLITE_OK) database_.fail();
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  return check(sqlite3_bind_int64(handle_.get(), parameter, value));
}

Statement& Statement::bind(int parameter, double value) {
  return check(sqlite3_bind_double(handle_.get(), parameter, value));
}

Statement& Statement::bind(int parameter, std::string_view text) {
  return check(sqlite3_bind_text64(handle_.get(), parameter, text.empty() ? "" : text.data(),
                                   text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
  return check(
      sqlite3_bind_blob64(handle_.get(), parameter, bytes.data(), bytes.size(), SQLITE_STATIC));
}

Statement& Statement::bind_null(int parameter) {
  return check(sqlite3_bind_null(handle_.get(), parameter));
}

bool Statement::step() {
  const int result = sqlite3_step(handle_.get());
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) {
    const Error error = error_of(sqlite3_extended_errcode(database_.handle()),
                                 sqlite3_errmsg(database_.handle()), database_.name());
    reset();
    throw error;
  }
  reset();
  return false;
}

std::string_view Statement::text(int column) const {
  const std::string_view bytes = blob(column);
  if (first_invalid_utf8(bytes) != std::string_view::npos) {
    database_.fail_damaged("a text is not UTF-8");
  }
  return bytes;
}

std::string_view Statement::blob(int column) const {
  const auto* const bytes =
      reinterpret_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  const int size = sqlite3_column_bytes(handle_.get(), column);
  return bytes == nullptr ? std::string_view{}
                          : std::string_view(bytes, static_cast<std::size_t>(size));
}

Transaction::Transaction(const Database& database) : database_(database) {
  database.run("BEGIN IMMEDIATE");
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace thalign::sqlite
