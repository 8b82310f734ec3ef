// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace thalign::cli {

struct AlignSettings;

/// Aligns one pair of texts, or many, as `settings` say. `parser`: of the command that was called.
/// Throws `Error`, `UsageError`, `PartialFailure`.
void run_align(const AlignSettings& settings, const CLI::App& parser);

}  // namespace thalign::cli
