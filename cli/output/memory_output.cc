// SPDX-License-Identifier: Apache-2.0
#include "cli/output/memory_output.h"

#include "cli/base/exit_code.h"
#include "cli/output/creation_date.h"

namespace thalign::cli {
namespace {

constexpr std::size_t kUnitsPerTransaction = 2000;

Memory open_output(const std::string& path) {
  if (path == "-") {
    throw UsageError("memory: can't be standard output; give the memory a name by -o");
  }
  return {path, Memory::Access::create};
}

}  // namespace

void add_neighbours(MemoryWriter& writer, const TranslationUnit& unit) {
  for (const Variant& variant : unit.variants) {
    TranslationUnit alone = unit;
    alone.variants = {variant};
    writer.add(alone);
  }
}

MemoryOutput::MemoryOutput(const std::string& path)
    : memory_(open_output(path)), writer_(memory_, creation_date(), kUnitsPerTransaction) {
  writer_.set_name("align");
}

}  // namespace thalign::cli
