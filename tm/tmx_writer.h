#pragma once

#include <ctime>
#include <iosfwd>
#include <string>

#include "tm/bitext.h"

namespace thalign {

struct TmxOptions {
  /// Written as creationdate of the header and the units; seconds since 1970, UTC.
  std::time_t date = 0;
  /// Write null beads too, as translation units with one tuv.
  bool null_beads = false;
};

/// Writes TMX 1.4: UTF-8 without BOM or DOCTYPE; source tuv first, two tuv per tu; `x-document-source`, `x-document-target`, `x-source-offsets`, `x-target-offsets`
/// (code points "begin-end"), `x-score` and `x-confidence` as props. Characters that XML 1.0 forbids are left out and counted.
/// Same input, same bytes. Source: https://www.gala-global.org/tmx-14b
WriteStatistics write_tmx(std::ostream& out, const Bitext& bitext, const TmxOptions& options);

}  // namespace thalign
