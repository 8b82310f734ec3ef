// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <ostream>
#include <string>

#include "tm/memory/memory.h"

namespace thalign::cli {

/// "1,234 units read: 1,200 stored, 30 there already, 4 left out without text in two languages".
/// `untranslated`: units that were left out as not being translations, of which `counts` doesn't
/// know.
std::string import_report(const ImportCounts& counts, std::size_t untranslated);

/// Makes `writer` print to `out`, after each transaction, how many units of `name` are stored.
void report_progress(MemoryWriter& writer, std::ostream& out, const std::string& name);

}  // namespace thalign::cli
