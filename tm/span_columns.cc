// SPDX-License-Identifier: Apache-2.0
#include "tm/span_columns.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <system_error>

namespace thalign {
namespace {

/// Column `index` (0-based) as a number, nothing for `-`.
std::optional<std::uint32_t> number(const TableRow& row, std::size_t index) {
  const std::string_view text = row.columns[index];
  if (text == "-" || text == "-1" || text.empty()) return std::nullopt;
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::invalid_argument || end != text.data() + text.size()) {
    row.fail(fmt::format("column {} is {}, not a number; write a position counted from 0, or '-'",
                         index + 1, quote(text)));
  }
  if (error != std::errc() || value > std::numeric_limits<std::int32_t>::max()) {
    row.fail(
        fmt::format("column {} is {}, larger than any position in a text", index + 1, quote(text)));
  }
  return value;
}

}  // namespace

std::optional<PositionRange> read_span(const TableRow& row, std::size_t index, End kind,
                                       std::uint32_t size) {
  const auto begin = number(row, index);
  const auto end = number(row, index + 1);
  if (!begin && !end) return std::nullopt;
  if (!begin || !end) {
    row.fail(fmt::format("one of columns {} and {} is '-'; write both positions, or '-' twice",
                         index + 1, index + 2));
  }
  if (*end < *begin) {
    row.fail(fmt::format("columns {} and {} say {} to {}, which ends before it starts", index + 1,
                         index + 2, *begin, *end));
  }
  const PositionRange result{*begin, *end + (kind == End::inclusive ? 1 : 0)};
  if (result.end > size) {
    row.fail(
        fmt::format("column {} is {}, but the text has only {} characters; the offsets belong "
                    "to another text, or count bytes",
                    index + 2, *end, size));
  }
  return result.begin == result.end ? std::nullopt : std::optional(result);
}

void require_columns(const TableRow& row, std::size_t count, std::string_view names) {
  if (row.columns.size() >= count) return;
  row.fail(fmt::format("only {} tab-separated column{}; the first {} are {}", row.columns.size(),
                       row.columns.size() == 1 ? "" : "s", count, names));
}

}  // namespace thalign
