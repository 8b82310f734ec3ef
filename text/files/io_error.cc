// SPDX-License-Identifier: Apache-2.0
#include "text/files/io_error.h"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

namespace thalign {

Error io_error(std::string_view place, std::string_view action, int error,
               std::string_view advice) {
  const std::string reason = std::generic_category().message(error == 0 ? EIO : error);
  return {ErrorCode::io, place, fmt::format("can't {}: {}; {}", action, reason, advice)};
}

}  // namespace thalign
