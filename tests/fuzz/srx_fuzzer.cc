// SPDX-License-Identifier: Apache-2.0
// The reader of SRX files: any bytes either are read or refused with `Error`; rules that were read
// can be asked for.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "segment/srx/srx.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const thalign::SrxFile file = thalign::SrxFile::parse(bytes, "rules.srx");
    for (const char* const tag : {"en", "th-TH", ""}) file.rules(tag);
  } catch (const thalign::Error&) {  // NOLINT(bugprone-empty-catch): a refusal is a right answer
  }
  return 0;
}
