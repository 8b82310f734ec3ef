// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace thalign::cli {

/// What to say when memory is used up.
inline constexpr std::string_view kOutOfMemory =
    "out of memory; close other programs, or give less text or fewer --jobs at once";

/// Says so on standard error. Needs no memory.
void print_out_of_memory() noexcept;

/// Makes ICU, which may crash or leave out text when it gets no memory, end the program instead,
/// with that message and `ExitCode::io`. To be called before ICU is used.
void end_when_icu_has_no_memory();

}  // namespace thalign::cli
