// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tm/memory/sqlite.h"

// The sample of trigrams that a memory keeps. Not installed.

namespace thalign {

/// Takes a new sample of trigrams (tm/memory/trigrams.h) if there is none, or if the memory has
/// grown much since the last one. Requires: in a write transaction. Throws `Error`.
void renew_sample(const sqlite::Database& database);

}  // namespace thalign
