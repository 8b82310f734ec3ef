// SPDX-License-Identifier: Apache-2.0
// The readers of `thalign evaluate`: any text either is read or refused with `Error`.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "eval/gold.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    thalign::parse_gold(text, "gold.tsv");
  } catch (const thalign::Error&) {  // NOLINT(bugprone-empty-catch): a refusal is a right answer
  }
  try {
    thalign::parse_spans(text, "system.tsv");
  } catch (const thalign::Error&) {  // NOLINT(bugprone-empty-catch): a refusal is a right answer
  }
  return 0;
}
