// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <limits>

#include "tm/memory/sqlite.h"

// The tables of a translation memory. Not installed.

namespace thalign {

/// What the files of a memory say they are (PRAGMA application_id): "ThTM".
inline constexpr int kMemoryApplicationId = 0x5468544D;
/// Raised by any change of the tables, of `match_text` or of `match_key` (PRAGMA user_version).
/// `upgrade_memory` then brings older memories up to date.
///   1  did not fold what converters do to Thai, hidden characters and spaces beside MAI YAMOK
///   2  kept no history
inline constexpr int kMemorySchemaVersion = 3;
/// The first version whose texts are matched as this one matches them.
inline constexpr int kMemoryMatchVersion = 2;

/// Room for the variants of a unit: variant n of unit u has the number u * variants_of_unit + n.
inline constexpr std::int64_t kVariantsOfUnit = 64;

/// The last number a unit may have, so that its variants have one too.
inline constexpr std::int64_t kLastUnit =
    std::numeric_limits<std::int64_t>::max() / kVariantsOfUnit - 1;

/// Opens a memory; makes its tables in a file that is new or empty, if `access` is `create`.
///
///     unit      one row a translation unit
///     variant   one row a text of a unit; `key` is `match_key`, `before` and `after` those of
///               its neighbours in its document
///     trigram   FTS5 index of the matching texts of all variants, without their texts
///     language, document   names that many variants share
///     action    changes that can be undone (tm/memory/memory_history.h)
///     new_unit, old_unit, old_variant   what an action stored, and what was there before
///     sample    how frequent trigrams are (tm/memory/trigrams.h)
///
/// Throws `Error`: format (no memory, damaged, other tables than these, or of another version), io.
sqlite::Database open_memory(const std::filesystem::path& path, sqlite::Access access,
                             LockWait wait);

/// The same for a memory of this version or an earlier one, which is there, to be written to.
sqlite::Database open_any_memory(const std::filesystem::path& path, LockWait wait);

/// Makes the tables that an earlier version did not have. Requires: a transaction.
void add_new_tables(const sqlite::Database& database);

/// Of an open memory.
std::int64_t memory_version(const sqlite::Database& database);

}  // namespace thalign
