// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace thalign::cli {

/// The paths of all files in `folder` and below, ascending. Those whose names begin with a full
/// stop are left out, and what is in folders of such names. Throws `Error` (io).
std::vector<std::string> files_below(const std::string& folder);

}  // namespace thalign::cli
