// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "segment/english/english_view.h"

namespace thalign {

/// Log-odds that mean that no sentence ends there.
inline constexpr float kNeverEnds = -100.0F;

/// Log-odds (nats) that a sentence ends after the full stop, or dots, at `full_stop`, before the
/// word `next`; nothing if the full stop is neither that of an abbreviation or initial nor part of
/// an ellipsis, and so most likely an end. `kNeverEnds` or above.
std::optional<float> after_no_plain_full_stop(const EnglishView& text, std::uint32_t full_stop,
                                              std::uint32_t next);

}  // namespace thalign
