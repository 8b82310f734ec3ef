// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace thalign::cli {

/// Opens those of the descriptors 0 to 2 that the program was started without, so that no file gets
/// their numbers: what is read from or written to them fails as it would without. To be called
/// before any file is opened.
void open_standard_descriptors();

}  // namespace thalign::cli
