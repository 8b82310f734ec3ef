#pragma once

#include <array>
#include <ctime>
#include <ostream>
#include <string_view>

#include "cli/format.h"
#include "tm/bitext.h"
#include "tm/tmx_writer.h"

namespace thalign::cli {

/// The formats `thalign align` writes; the first is the default.
inline constexpr std::array<Format, 3> bitext_formats{
    {{"tmx", ".tmx"}, {"tsv", ".tsv"}, {"jsonl", ".jsonl"}}};

/// The date to write: SOURCE_DATE_EPOCH, so that the same input gives the same bytes, else now.
/// Throws `UsageError`: SOURCE_DATE_EPOCH is no number of seconds.
std::time_t creation_date();

/// Writes in the format of that name. Requires: one of `bitext_formats`.
WriteStatistics write_bitext(std::ostream& out, const Bitext& bitext, std::string_view format,
                             const TmxOptions& tmx);

}  // namespace thalign::cli
