// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "text/error.h"

namespace thalign {

/// The `Error` (io) of a call of the system that failed: "PLACE: can't ACTION: REASON; ADVICE".
/// `action`: what was tried, such as "read". `error`: of `errno`, which says the reason; 0 if the
/// system gave none, which is said as an input/output error.
Error io_error(std::string_view place, std::string_view action, int error, std::string_view advice);

}  // namespace thalign
