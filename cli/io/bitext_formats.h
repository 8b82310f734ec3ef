#pragma once

#include <array>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "cli/io/format.h"
#include "tm/tmx/tmx_writer.h"
#include "tm/translation_unit.h"

namespace thalign::cli {

/// The formats translation units are written in; the first is the default. A Moses pair is two
/// files, see `UnitOutput`.
inline constexpr std::array<Format, 10> bitext_formats{{{"tmx", ".tmx"},
                                                        {"tsv", ".tsv"},
                                                        {"jsonl", ".jsonl"},
                                                        {"moses", ".moses"},
                                                        {"hunalign", ".hunalign"},
                                                        {"ladder", ".ladder"},
                                                        {"vecalign", ".vecalign"},
                                                        {"bitextor", ".sent"},
                                                        {"csv", ".csv"},
                                                        {"xliff", ".xlf"}}};

/// The property of a file or unit that says which run made it.
inline constexpr const char* run_property = "x-run";

/// The date to write: SOURCE_DATE_EPOCH, so that the same input gives the same bytes, else now.
/// Throws `UsageError`: SOURCE_DATE_EPOCH is no number of seconds.
Date creation_date();

/// The writer of the format of that name. TSV and XLIFF name the run, if it is among the properties
/// of the header. Requires: one of `bitext_formats`, not moses.
std::unique_ptr<UnitWriter> make_unit_writer(std::ostream& out, std::string_view format,
                                             const TmxOptions& tmx,
                                             const std::string& target_language);

}  // namespace thalign::cli
