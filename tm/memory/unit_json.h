// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "tm/translation_unit.h"

// What is said about units and variants as JSON, for columns of a memory. Not installed.

namespace thalign {

/// All of `description` but the dates; empty if there is nothing else.
std::string description_json(const Description& description);
/// Puts what `json` says into `description`; false if it is not such JSON.
bool read_description(std::string_view json, Description& description);

/// What is said about a variant, dates included; empty if there is nothing.
std::string variant_json(const Variant& variant);
/// False as `read_description`.
bool read_variant(std::string_view json, Variant& variant);

}  // namespace thalign
