// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/tm/import_report.h"

#include <fmt/format.h>

#include "cli/base/messages.h"

namespace thalign::cli {

std::string import_report(const ImportCounts& counts, std::size_t untranslated) {
  const std::uint64_t read = counts.read + untranslated;
  std::string report =
      fmt::format("{} {} read: {} stored", read, read == 1 ? "unit" : "units", counts.stored);
  if (counts.present > 0) report += fmt::format(", {} there already", counts.present);
  if (counts.updated > 0) report += fmt::format(", {} updated", counts.updated);
  if (counts.replaced > 0) report += fmt::format(", {} replaced", counts.replaced);
  if (counts.left_out > 0)
    report += fmt::format(", {} left out without text in two languages", counts.left_out);
  if (untranslated > 0) {
    report +=
        fmt::format(", {} in one language or without letters left out (--untranslated keeps them)",
                    untranslated);
  }
  return report;
}

void report_progress(MemoryWriter& writer, std::ostream& out, const std::string& name) {
  writer.on_commit([&out, name](const ImportCounts& counts) {
    out << fmt::format("{}: {} units are safe\n", shown(name), counts.read) << std::flush;
  });
}

}  // namespace thalign::cli
