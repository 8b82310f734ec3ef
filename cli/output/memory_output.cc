// SPDX-License-Identifier: Apache-2.0
#include "cli/output/memory_output.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "cli/base/exit_code.h"
#include "cli/output/creation_date.h"
#include "cli/output/memory_wait.h"
#include "text/files/compression.h"

namespace thalign::cli {
namespace {

constexpr std::size_t kUnitsPerTransaction = 2000;

}  // namespace

void add_neighbours(MemoryWriter& writer, const TranslationUnit& unit) {
  for (const Variant& variant : unit.variants) {
    TranslationUnit alone = unit;
    alone.variants = {variant};
    writer.add(alone);
  }
}

void refuse_compressed_memory(const std::string& path) {
  if (compression_of_name(path) == Compression::none || std::filesystem::exists(path)) return;
  throw UsageError(fmt::format("{}: a translation memory can't be compressed; name it {}", path,
                               uncompressed_name(path).string()));
}

MemoryOutput::MemoryOutput(std::string path, const Notes& notes)
    : path_(std::move(path)), notes_(notes) {
  if (path_ == "-") {
    throw UsageError("memory: can't be standard output; give the memory a name by -o");
  }
  if (std::filesystem::exists(path_)) (void)writer();
}

MemoryWriter& MemoryOutput::writer() {
  if (!writer_) {
    memory_.emplace(path_, Memory::Access::create, memory_wait(path_, notes_));
    writer_.emplace(*memory_, creation_date(), kUnitsPerTransaction);
    writer_->set_name("align");
  }
  return *writer_;
}

}  // namespace thalign::cli
