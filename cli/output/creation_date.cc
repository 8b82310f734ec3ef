// SPDX-License-Identifier: Apache-2.0
#include "cli/output/creation_date.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include "cli/base/exit_code.h"

namespace thalign::cli {

Date creation_date() {
  namespace chrono = std::chrono;
  const char* const given = std::getenv("SOURCE_DATE_EPOCH");
  if (given == nullptr) return chrono::floor<chrono::seconds>(chrono::system_clock::now());
  constexpr std::int64_t kEndOfYear9999 = 253402300799;
  const std::string_view text(given);
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 ||
      seconds > kEndOfYear9999) {
    throw UsageError(fmt::format(
        "SOURCE_DATE_EPOCH: '{}' is not a number of seconds since 1970; correct or unset it",
        text));
  }
  return Date(chrono::seconds(seconds));
}

}  // namespace thalign::cli
