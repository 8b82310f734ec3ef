// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tm/translation_unit.h"

namespace thalign::cli {

/// The date to write: SOURCE_DATE_EPOCH, so that the same input gives the same bytes, else now.
/// Throws `UsageError`: SOURCE_DATE_EPOCH is not a number of seconds.
Date creation_date();

}  // namespace thalign::cli
