// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "text/files/table.h"
#include "text/ranges.h"

// How tables of beads are read, whatever else they hold. Not installed.

namespace thalign {

/// The end of a pair of columns, as the file writes it.
enum class End { inclusive, exclusive };

/// Columns `index` and `index` + 1 (0-based) as a half-open span; nothing where both are `-` or the
/// span is empty. Throws `Error` (format): no number, an end before its start, one of two ends
/// missing, an end beyond `size`.
std::optional<PositionRange> read_span(const TableRow& row, std::size_t index, End kind,
                                       std::uint32_t size);

/// Throws `Error` (format) if there are fewer than `count` columns; `names` says what they are.
void require_columns(const TableRow& row, std::size_t count, std::string_view names);

}  // namespace thalign
