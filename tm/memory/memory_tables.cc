// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/memory_tables.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <utility>

#include "text/error.h"
#include "tm/memory/match_key.h"
#include "tm/memory/unit_json.h"

namespace thalign {
namespace {

using sqlite::Statement;

std::int64_t seconds(Date date) { return date.time_since_epoch().count(); }

std::optional<std::string_view> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

void bind_neighbour(Statement& statement, int parameter, std::uint64_t key) {
  key == 0 ? statement.bind_null(parameter) : statement.bind_key(parameter, key);
}

constexpr std::string_view kBadJson = "what is said about a unit is not readable";

std::optional<double> finite(const Statement& row, int column, const sqlite::Database& database) {
  if (row.is_null(column)) return std::nullopt;
  const double value = row.real(column);
  if (!std::isfinite(value)) database.fail_damaged("a number is not finite");
  return value;
}

/// Runs a statement that stores what is known about `unit` in its parameters 2 to 7.
void run_about(sqlite::Statement& statement, const TranslationUnit& unit) {
  const std::string about = description_json(unit.about);
  statement.bind(2, seconds(*unit.about.created))
      .bind(3, seconds(*unit.about.changed))
      .bind(4, unit.confidence)
      .bind(5, unit.score)
      .bind(6, unless_empty(unit.id))
      .bind(7, unless_empty(about))
      .run();
}

}  // namespace

NameTable::NameTable(const sqlite::Database& database, std::string_view table,
                     std::string_view column)
    : database_(database),
      find_(database, fmt::format("SELECT id FROM {} WHERE {} = ?", table, column)),
      insert_(database, fmt::format("INSERT INTO {}({}) VALUES(?)", table, column)),
      read_(database, fmt::format("SELECT {} FROM {} WHERE id = ?", column, table)) {}

std::int64_t NameTable::number(const std::string& name) {
  const auto known = numbers_.find(name);
  if (known != numbers_.end()) return known->second;
  std::int64_t number = 0;
  if (find_.bind(1, std::string_view(name)).step()) {
    number = find_.integer(0);
    find_.reset();
  } else {
    insert_.bind(1, std::string_view(name)).run();
    number = sqlite3_last_insert_rowid(database_.handle());
  }
  numbers_.emplace(name, number);
  return number;
}

const std::string& NameTable::name(std::int64_t number) {
  if (const auto known = names_.find(number); known != names_.end()) return known->second;
  if (!read_.bind(1, number).step()) database_.fail_damaged("a name is missing");
  std::string name(read_.text(0));
  read_.reset();
  return names_.emplace(number, std::move(name)).first->second;
}

void NameTable::forget() {
  numbers_.clear();
  names_.clear();
}

MemoryTables::MemoryTables(const std::filesystem::path& path, sqlite::Access access, LockWait wait)
    : database_(open_memory(path, access, std::move(wait))),
      history_(database_),
      languages_(database_, "language", "tag"),
      documents_(database_, "document", "name"),
      insert_unit_(database_,
                   "INSERT INTO unit(identity, created, changed, confidence, score, tuid, about) "
                   "VALUES(?, ?, ?, ?, ?, ?, ?)"),
      insert_variant_(database_,
                      "INSERT INTO variant(id, key, language, text, document, first, last, before, "
                      "after, markup, about) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_trigrams_(database_, "INSERT INTO trigram(rowid, text) VALUES(?, ?)"),
      update_unit_(
          database_,
          "UPDATE unit SET created = ?2, changed = ?3, confidence = ?4, score = ?5, tuid = "
          "?6, about = ?7 WHERE id = ?1"),
      update_variant_(database_,
                      "UPDATE variant SET before = ?2, after = ?3, about = ?4 WHERE id = ?1"),
      remove_unit_(database_, "DELETE FROM unit WHERE id = ?"),
      remove_variant_(database_, "DELETE FROM variant WHERE id = ?"),
      remove_trigrams_(database_,
                       "INSERT INTO trigram(trigram, rowid, text) VALUES('delete', ?, ?)"),
      find_identity_(database_, "SELECT id FROM unit WHERE identity = ? ORDER BY id"),
      find_key_(database_, "SELECT id FROM variant WHERE key = ? ORDER BY id DESC LIMIT ?"),
      read_unit_(database_,
                 "SELECT created, changed, confidence, score, tuid, about FROM unit WHERE id = ?"),
      read_variants_(database_,
                     "SELECT language, text, document, first, last, before, after, markup, about "
                     "FROM variant WHERE id BETWEEN ? AND ? ORDER BY id") {}

UnitNumber MemoryTables::insert(const IncomingUnit& incoming, std::uint64_t identity) {
  const TranslationUnit& unit = incoming.unit;
  run_about(insert_unit_.bind_key(1, identity), unit);
  const UnitNumber number = sqlite3_last_insert_rowid(database_.handle());
  if (number < 0 || number > kLastUnit) database_.fail_damaged("a number is too large");
  for (std::size_t i = 0; i < unit.variants.size(); ++i) insert_variant(number, incoming, i);
  history_.stored(number);
  return number;
}

void MemoryTables::insert_variant(UnitNumber number, const IncomingUnit& incoming, std::size_t i) {
  const Variant& variant = incoming.unit.variants[i];
  const std::int64_t id = number * kVariantsOfUnit + static_cast<std::int64_t>(i);
  const std::string about = variant_json(variant);
  insert_variant_.bind(1, id)
      .bind_key(2, incoming.keys[i])
      .bind(3, languages_.number(variant.language))
      .bind(4, std::string_view(variant.text))
      .bind(10, unless_empty(variant.markup))
      .bind(11, unless_empty(about));
  variant.document.empty() ? insert_variant_.bind_null(5)
                           : insert_variant_.bind(5, documents_.number(variant.document));
  if (variant.offsets) {
    insert_variant_.bind(6, std::int64_t{variant.offsets->begin});
    insert_variant_.bind(7, std::int64_t{variant.offsets->end});
  } else {
    insert_variant_.bind_null(6).bind_null(7);
  }
  bind_neighbour(insert_variant_, 8, incoming.neighbours[i].before);
  bind_neighbour(insert_variant_, 9, incoming.neighbours[i].after);
  insert_variant_.run();
  insert_trigrams_.bind(1, id).bind(2, std::string_view(incoming.match_texts[i])).run();
}

void MemoryTables::replace_about(UnitNumber number, const IncomingUnit& incoming) {
  history_.replacing(number);
  const TranslationUnit& unit = incoming.unit;
  run_about(update_unit_.bind(1, number), unit);
  for (std::size_t i = 0; i < unit.variants.size(); ++i) {
    const std::string of_variant = variant_json(unit.variants[i]);
    update_variant_.bind(1, number * kVariantsOfUnit + static_cast<std::int64_t>(i))
        .bind(4, unless_empty(of_variant));
    bind_neighbour(update_variant_, 2, incoming.neighbours[i].before);
    bind_neighbour(update_variant_, 3, incoming.neighbours[i].after);
    update_variant_.run();
  }
}

void MemoryTables::remove(UnitNumber number) {
  const std::optional<StoredUnit> stored = load(number);
  if (!stored) return;
  history_.replacing(number);
  for (std::size_t i = 0; i < stored->unit.variants.size(); ++i) {
    const std::int64_t id = number * kVariantsOfUnit + static_cast<std::int64_t>(i);
    const std::string text = match_text(stored->unit.variants[i].text);
    remove_trigrams_.bind(1, id).bind(2, std::string_view(text)).run();
    remove_variant_.bind(1, id).run();
  }
  remove_unit_.bind(1, number).run();
}

std::optional<MemoryAction> MemoryTables::undo() {
  const std::vector<MemoryAction> actions = history_.actions();
  if (actions.empty()) return std::nullopt;
  history_.end();  // undoing is no action
  const std::int64_t last = actions.back().number;
  for (const UnitNumber number : history_.touched(last)) remove(number);
  for (const UnitNumber number : history_.put_back(last)) {
    const std::optional<StoredUnit> stored = load(number);
    for (std::size_t i = 0; stored && i < stored->unit.variants.size(); ++i) {
      const std::string text = match_text(stored->unit.variants[i].text);
      insert_trigrams_.bind(1, number * kVariantsOfUnit + static_cast<std::int64_t>(i))
          .bind(2, std::string_view(text))
          .run();
    }
  }
  return actions.back();
}

std::vector<UnitNumber> MemoryTables::with_document(const std::string& name) const {
  Statement rows(database_,
                 "SELECT DISTINCT id / ?1 FROM variant WHERE document = (SELECT id FROM document "
                 "WHERE name = ?2) ORDER BY 1");
  rows.bind(1, kVariantsOfUnit).bind(2, std::string_view(name));
  std::vector<UnitNumber> numbers;
  while (rows.step()) numbers.push_back(rows.integer(0));
  return numbers;
}

std::optional<StoredUnit> MemoryTables::load(UnitNumber number) const {
  if (number < 0 || number > kLastUnit) return std::nullopt;
  const Statement& row = read_unit_;
  const auto date = [&](int column) { return Date(std::chrono::seconds(row.integer(column))); };
  if (!read_unit_.bind(1, number).step()) return std::nullopt;
  StoredUnit stored{.number = number, .unit = {}, .neighbours = {}};
  TranslationUnit& unit = stored.unit;
  unit.about.created = date(0);
  unit.about.changed = date(1);
  unit.confidence = finite(row, 2, database_);
  unit.score = finite(row, 3, database_);
  unit.id = row.text(4);
  if (!read_description(row.text(5), unit.about)) database_.fail_damaged(kBadJson);
  read_unit_.reset();

  const std::int64_t first = number * kVariantsOfUnit;
  read_variants_.bind(1, first).bind(2, first + kVariantsOfUnit - 1);
  while (read_variants_.step()) load_variant(stored);
  return stored;
}

void MemoryTables::load_variant(StoredUnit& stored) const {
  const Statement& row = read_variants_;
  Variant& variant = stored.unit.variants.emplace_back();
  variant.language = languages_.name(row.integer(0));
  variant.text = row.text(1);
  if (!row.is_null(2)) variant.document = documents_.name(row.integer(2));
  if (!row.is_null(3)) {
    constexpr std::int64_t kMost = std::numeric_limits<std::uint32_t>::max();
    const std::int64_t begin = row.integer(3);
    const std::int64_t end = row.integer(4);
    if (begin < 0 || begin > end || end > kMost)
      database_.fail_damaged("an offset is out of range");
    variant.offsets =
        CodePointRange{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  stored.neighbours.push_back(
      {static_cast<std::uint64_t>(row.integer(5)), static_cast<std::uint64_t>(row.integer(6))});
  variant.markup = row.text(7);
  if (!read_variant(row.text(8), variant)) database_.fail_damaged(kBadJson);
}

std::vector<UnitNumber> MemoryTables::with_identity(std::uint64_t identity) const {
  std::vector<UnitNumber> numbers;
  find_identity_.bind_key(1, identity);
  while (find_identity_.step()) numbers.push_back(find_identity_.integer(0));
  return numbers;
}

std::vector<std::int64_t> MemoryTables::with_key(std::uint64_t key, std::size_t kMost) const {
  std::vector<std::int64_t> numbers;
  find_key_.bind_key(1, key).bind(2, static_cast<std::int64_t>(kMost));
  while (find_key_.step()) numbers.push_back(find_key_.integer(0));
  return numbers;
}

void MemoryTables::forget_names() {
  languages_.forget();
  documents_.forget();
}

}  // namespace thalign
