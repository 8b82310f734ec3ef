// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "tm/memory/lock_wait.h"
#include "tm/translation_unit.h"

#pragma GCC visibility push(default)
namespace thalign {

class MemoryFilter;
class MemoryTables;

/// Number of a unit in its memory.
using UnitNumber = std::int64_t;

struct MemoryStatistics {
  struct Share {
    std::string name;
    std::int64_t variants = 0;
    std::int64_t characters = 0;  ///< code points
  };
  std::int64_t units = 0;
  std::int64_t variants = 0;
  std::int64_t documents = 0;
  std::optional<Date> oldest, newest;  ///< of the dates of change
  std::vector<Share> languages;        ///< by tag
};

/// Which units `Memory::dedupe` takes for the same.
enum class Sameness {
  text,    ///< same languages, case of tags aside, same texts and inline codes
  folded,  ///< same languages, same matching texts (tm/memory/match_key.h)
};

/// A change of a memory: an import, or a removal.
struct MemoryAction {
  std::int64_t number = 0;
  Date time = {};
  std::string what = {};      ///< "import a.tmx", "dedupe"
  std::int64_t stored = 0;    ///< units that it stored
  std::int64_t replaced = 0;  ///< units that it removed or changed
};

/// The moment now.
Date date_now();

/// Whether the file at `path` says that it is a translation memory; false where it can't be read.
bool is_memory_file(const std::string& path);

/// A translation memory: translation units in one file (SQLite, write-ahead log), found by exact,
/// similar and contained text. Units have their texts as they came, inline codes, documents,
/// offsets, neighbours, confidence and dates.
///
/// Any number of programs may use the file at once: readers see the memory as it was when they
/// began, writers wait for each other. What a function that writes has stored when it returns stays
/// stored, even if the program or the machine dies then; if it throws, nothing has changed.
///
/// Every function throws `Error`: io (locked for longer than the wait, no room, no permission),
/// format (damaged). An object belongs to one thread at a time.
class Memory {
 public:
  enum class Access {
    read,
    write,   ///< the file must be there
    create,  ///< a new or empty file becomes a memory
  };

  /// Throws `Error`: io; format (the file is not a memory, damaged, or of another version: see
  /// `upgrade_memory`).
  Memory(const std::filesystem::path& path, Access access, LockWait wait = {});
  Memory(Memory&&) noexcept;
  Memory& operator=(Memory&&) noexcept;
  ~Memory();

  /// The unit of a number; nothing if there is none. Dates are set.
  std::optional<TranslationUnit> unit(UnitNumber number) const;

  /// Numbers of the units that have a text of the document, ascending.
  std::vector<UnitNumber> of_document(const std::string& name) const;

  /// Calls `visit` for each unit that `filter` lets pass, in the order they were stored, until it
  /// returns false. What it sees is the memory at one moment. Variants have their neighbours as a
  /// property (`x-neighbours`).
  void visit(const MemoryFilter& filter,
             const std::function<bool(UnitNumber, const TranslationUnit&)>& visit) const;

  /// Removes the units that `filter` lets pass; returns their number. `now`: for the history.
  std::int64_t remove(const MemoryFilter& filter, Date now = date_now());

  /// Of units that are the same all but the one with the highest confidence, of equal ones the one
  /// changed last, of equal ones the first.
  std::vector<UnitNumber> duplicates(Sameness sameness) const;
  /// Removes the duplicates; returns their number.
  std::int64_t dedupe(Sameness sameness, Date now = date_now());

  /// What was done to the memory and can be undone, in its order.
  std::vector<MemoryAction> actions() const;
  /// Undoes the last action and returns it; nothing if there is none.
  std::optional<MemoryAction> undo();
  /// Forgets all actions and with them the units that they removed.
  void forget_actions();

  /// The languages of the first texts of units: tags, ascending.
  std::vector<std::string> first_languages() const;

  /// The languages of all texts: tags, ascending.
  std::vector<std::string> languages() const;

  MemoryStatistics statistics() const;

  /// Reads everything. Throws `Error` (format) if anything is damaged.
  void check() const;

  /// For the other files of this folder.
  const MemoryTables& tables() const& { return *tables_; }
  MemoryTables& tables() & { return *tables_; }

 private:
  std::unique_ptr<MemoryTables> tables_;
};

/// Versions of a memory before and after an upgrade, the same if it was up to date.
struct MemoryUpgrade {
  int from = 0, to = 0;
};

/// Brings a memory that an earlier thalign made up to date, so that its texts are matched as this
/// one matches them; all at once or not at all. Throws `Error` as `Memory` does. Linear in the
/// memory.
MemoryUpgrade upgrade_memory(const std::filesystem::path& path, LockWait wait = {});

/// What became of units given to a memory.
struct ImportCounts {
  std::uint64_t read = 0;      ///< units given whose fate is decided
  std::uint64_t stored = 0;    ///< new in the memory
  std::uint64_t updated = 0;   ///< were there, with an older date of change
  std::uint64_t present = 0;   ///< were there
  std::uint64_t left_out = 0;  ///< have no text in two languages
  std::uint64_t replaced = 0;  ///< others that were there and are removed now
};

/// Which units of a memory others that are imported take the place of.
enum class Replacing {
  corrected,  ///< by a unit that a person corrected (`kCorrection`), those of the same documents
              ///< that have a part of its text
  documents,  ///< all of the same documents that are not imported again
};

/// Stores units in a memory.
///
/// A unit equal to one that is there in texts, inline codes, documents and offsets is not stored
/// again; if its own date is later, its dates, confidence and all that is said about it go in the
/// place of what was there. A unit without dates gets `now`. Texts that have offsets are stored on
/// one line, as TMX has them; their numbers of units and beads are not kept.
class MemoryWriter {
 public:
  /// `batch`: how many units are committed at once; 0: all, when `finish` is called.
  MemoryWriter(Memory& memory, Date now, std::size_t batch = 0);
  MemoryWriter(const MemoryWriter&) = delete;
  MemoryWriter& operator=(const MemoryWriter&) = delete;
  /// What was not committed is not stored.
  ~MemoryWriter();

  /// What the history calls the import.
  void set_name(std::string what);
  /// `Replacing::corrected` if this is not called. To be called before `add`.
  void set_replacing(Replacing replacing);

  /// `acknowledge` is called after each commit with the counts up to there: those units are safe.
  void on_commit(std::function<void(const ImportCounts&)> acknowledge);

  /// Adds a unit; units of a document should come in its order. Throws `Error` as `Memory` does,
  /// and (limit) for a unit of more than 64 languages.
  void add(const TranslationUnit& unit);
  /// Commits all. To be called once, in the end.
  ImportCounts finish();

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace thalign
#pragma GCC visibility pop
