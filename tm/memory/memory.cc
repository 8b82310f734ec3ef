// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/memory.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <string_view>
#include <utility>

#include "text/error.h"
#include "tm/language_tag.h"
#include "tm/memory/match_key.h"
#include "tm/memory/memory_filter.h"
#include "tm/memory/memory_schema.h"
#include "tm/memory/memory_tables.h"

namespace thalign {
namespace {

using sqlite::Database;
using sqlite::Statement;
using sqlite::Transaction;

sqlite::Access sqlite_access(Memory::Access access) {
  switch (access) {
    case Memory::Access::read:
      return sqlite::Access::read;
    case Memory::Access::write:
      return sqlite::Access::write;
    case Memory::Access::create:
      return sqlite::Access::create;
  }
  return sqlite::Access::read;
}

/// Reads within one transaction see the memory at one moment.
class Snapshot {
 public:
  explicit Snapshot(const Database& database) : database_(database) { database.run("BEGIN"); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() { sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr); }

 private:
  const Database& database_;
};

void visit_units(const MemoryTables& tables, const MemoryFilter& filter,
                 const std::function<bool(const StoredUnit&)>& visit) {
  const auto visit_number = [&](UnitNumber number) {
    const std::optional<StoredUnit> stored = tables.load(number);
    return !stored || !filter.passes(number, stored->unit) || visit(*stored);
  };
  if (!filter.conditions().units.empty()) {
    for (const UnitNumber number : filter.conditions().units) {
      if (!visit_number(number)) return;
    }
    return;
  }
  Statement numbers(tables.database(), "SELECT id FROM unit ORDER BY id");
  while (numbers.step()) {
    if (visit_number(numbers.integer(0))) continue;
    numbers.reset();
    return;
  }
}

/// What makes units the same: languages and texts, and inline codes where they count.
std::string sameness_text(const TranslationUnit& unit, Sameness sameness) {
  std::string text;
  for (const Variant& variant : unit.variants) {
    text.append(folded_tag(variant.language)).push_back('\0');
    if (sameness == Sameness::folded) {
      text.append(match_text(variant.text));
    } else {
      text.append(variant.text).append(1, '\0').append(variant.markup);
    }
    text.push_back('\0');
  }
  return text;
}

bool is_better(const TranslationUnit& unit, const TranslationUnit& other) {
  const double confidence = unit.confidence.value_or(0.0);
  const double other_confidence = other.confidence.value_or(0.0);
  if (confidence != other_confidence) return confidence > other_confidence;
  return unit.about.changed > other.about.changed;
}

std::vector<UnitNumber> find_duplicates(const MemoryTables& tables, Sameness sameness) {
  // By hash first: only units that share one are read side by side.
  std::unordered_map<std::uint64_t, std::vector<UnitNumber>> kept;
  std::vector<UnitNumber> duplicates;
  visit_units(tables, MemoryFilter(), [&](const StoredUnit& stored) {
    const std::string text = sameness_text(stored.unit, sameness);
    std::vector<UnitNumber>& same_hash = kept[match_key(text)];
    for (UnitNumber& number : same_hash) {
      const std::optional<StoredUnit> other = tables.load(number);
      if (!other || sameness_text(other->unit, sameness) != text) continue;
      duplicates.push_back(is_better(stored.unit, other->unit)
                               ? std::exchange(number, stored.number)
                               : stored.number);
      return true;
    }
    same_hash.push_back(stored.number);
    return true;
  });
  return duplicates;
}

}  // namespace

Memory::Memory(const std::filesystem::path& path, Access access, LockWait wait)
    : tables_(std::make_unique<MemoryTables>(path, sqlite_access(access), std::move(wait))) {}
Memory::Memory(Memory&&) noexcept = default;
Memory& Memory::operator=(Memory&&) noexcept = default;
Memory::~Memory() = default;

std::optional<TranslationUnit> Memory::unit(UnitNumber number) const {
  std::optional<StoredUnit> stored = tables_->load(number);
  if (!stored) return std::nullopt;
  return std::move(stored->unit);
}

std::vector<UnitNumber> Memory::of_document(const std::string& name) const {
  return tables_->with_document(name);
}

void Memory::visit(const MemoryFilter& filter,
                   const std::function<bool(UnitNumber, const TranslationUnit&)>& visit) const {
  const Snapshot snapshot(tables_->database());
  visit_units(*tables_, filter, [&](const StoredUnit& stored) {
    TranslationUnit unit = stored.unit;
    for (std::size_t i = 0; i < unit.variants.size(); ++i) {
      if (stored.neighbours[i] == Neighbours{}) continue;
      unit.variants[i].about.properties.push_back(
          {.type = kNeighboursProperty, .text = neighbours_text(stored.neighbours[i])});
    }
    return visit(stored.number, unit);
  });
}

Date date_now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::int64_t Memory::remove(const MemoryFilter& filter, Date now) {
  // An expression may take long to match: other programs may write meanwhile.
  struct Found {
    UnitNumber number;
    std::uint64_t texts;
  };
  std::vector<Found> found;
  const auto texts_key = [](const TranslationUnit& unit) {
    return match_key(sameness_text(unit, Sameness::text));
  };
  {
    const Snapshot snapshot(tables_->database());
    visit_units(*tables_, filter, [&](const StoredUnit& stored) {
      found.push_back({stored.number, texts_key(stored.unit)});
      return true;
    });
  }
  Transaction transaction(tables_->database());
  if (!found.empty()) tables_->history().begin(now, "remove");
  std::int64_t removed = 0;
  for (const auto& [number, texts] : found) {
    const std::optional<StoredUnit> stored = tables_->load(number);
    if (!stored || texts_key(stored->unit) != texts ||
        !filter.passes_but_expression(number, stored->unit)) {
      continue;  // changed by another program
    }
    tables_->remove(number);
    ++removed;
  }
  transaction.commit();
  tables_->history().end();
  return removed;
}

std::vector<UnitNumber> Memory::duplicates(Sameness sameness) const {
  const Snapshot snapshot(tables_->database());
  return find_duplicates(*tables_, sameness);
}

std::int64_t Memory::dedupe(Sameness sameness, Date now) {
  Transaction transaction(tables_->database());
  const std::vector<UnitNumber> duplicates = find_duplicates(*tables_, sameness);
  if (!duplicates.empty()) tables_->history().begin(now, "dedupe");
  for (const UnitNumber number : duplicates) tables_->remove(number);
  transaction.commit();
  tables_->history().end();
  return static_cast<std::int64_t>(duplicates.size());
}

std::vector<MemoryAction> Memory::actions() const { return tables_->history().actions(); }

std::optional<MemoryAction> Memory::undo() {
  Transaction transaction(tables_->database());
  std::optional<MemoryAction> action = tables_->undo();
  transaction.commit();
  return action;
}

void Memory::forget_actions() {
  Transaction transaction(tables_->database());
  tables_->history().clear();
  transaction.commit();
}

std::vector<std::string> Memory::first_languages() const {
  Statement tags(
      tables_->database(),
      "SELECT tag FROM language WHERE id IN (SELECT language FROM variant WHERE id % ? = "
      "0) ORDER BY tag");
  tags.bind(1, kVariantsOfUnit);
  std::vector<std::string> languages;
  while (tags.step()) languages.emplace_back(tags.text(0));
  return languages;
}

std::vector<std::string> Memory::languages() const {
  Statement tags(tables_->database(),
                 "SELECT tag FROM language WHERE EXISTS (SELECT 1 FROM variant WHERE language = "
                 "language.id) ORDER BY tag");
  std::vector<std::string> languages;
  while (tags.step()) languages.emplace_back(tags.text(0));
  return languages;
}

MemoryStatistics Memory::statistics() const {
  const Database& database = tables_->database();
  const Snapshot snapshot(database);
  MemoryStatistics statistics;
  Statement units(database, "SELECT count(*), min(changed), max(changed) FROM unit");
  units.step();
  statistics.units = units.integer(0);
  if (statistics.units > 0) {
    statistics.oldest = Date(std::chrono::seconds(units.integer(1)));
    statistics.newest = Date(std::chrono::seconds(units.integer(2)));
  }
  units.reset();
  Statement documents(database, "SELECT count(DISTINCT document) FROM variant");
  documents.step();
  statistics.documents = documents.integer(0);
  documents.reset();
  Statement languages(database,
                      "SELECT tag, count(*), sum(length(text)) FROM variant JOIN language ON "
                      "language.id = variant.language GROUP BY tag ORDER BY tag");
  while (languages.step()) {
    statistics.languages.push_back(
        {std::string(languages.text(0)), languages.integer(1), languages.integer(2)});
    statistics.variants += languages.integer(1);
  }
  return statistics;
}

void Memory::check() const {
  const Database& database = tables_->database();
  Statement check(database, "PRAGMA integrity_check(1)");
  check.step();
  const std::string_view all = check.text(0);
  const std::string found(all.substr(all.rfind('\n') + 1));  // below the name of the database
  check.reset();
  if (found != "ok") {
    throw Error(
        ErrorCode::format, database.name(),
        fmt::format("is damaged ({}); restore a copy of it, or export what can be read", found));
  }
}

bool is_memory_file(const std::string& path) {
  // The header of SQLite's files: a mark, and the application's number at byte 68, big-endian
  // (https://sqlite.org/fileformat.html).
  constexpr std::string_view kMark("SQLite format 3\0", 16);
  constexpr std::size_t kApplicationAt = 68;
  std::array<char, kApplicationAt + 4> header{};
  std::ifstream file(path, std::ios::binary);
  if (!file.read(header.data(), static_cast<std::streamsize>(header.size()))) return false;
  std::uint32_t application = 0;
  for (std::size_t i = kApplicationAt; i < header.size(); ++i)
    application = application << 8U | static_cast<unsigned char>(header[i]);
  return std::string_view(header.data(), kMark.size()) == kMark &&
         application == kMemoryApplicationId;
}

}  // namespace thalign
