// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tm/translation_unit.h"

namespace thalign {

/// YYYYMMDDThhmmssZ, the form TMX asks for. Beyond the years 0 to 9999, which it can't write, the
/// nearest date it can. By calendar arithmetic: no locale, no shared state.
std::string tmx_date(Date date);

/// Reads a date as TMX writes it, or as ISO 8601 has it otherwise: with `-` and `:` between the
/// parts, a fraction of a second (dropped), an offset from UTC, or without a time (midnight). No
/// zone counts as UTC. Nothing if `text` is not such a date.
std::optional<Date> parse_date(std::string_view text);

/// A date whose year can only be one of the Buddhist calendar, 2443 to 2642, with the year 543
/// less: "20250131" of "25680131". Programs of Java write such dates under a Thai locale. Empty:
/// another.
std::string buddhist_date_lowered(std::string_view text);

}  // namespace thalign
