#pragma once

#include <ctime>
#include <iosfwd>

#include "tm/bitext.h"

namespace thalign {

struct TmxOptions {
  /// Written as creationdate of the header and the units; seconds since 1970, UTC. Beyond the years
  /// 0 to 9999, which the format can't write, the nearest date it can.
  std::time_t date = 0;
  /// Write null beads too, as translation units with one tuv.
  bool null_beads = false;
};

/// Writes TMX 1.4: UTF-8 without BOM or DOCTYPE; source tuv first, two tuv per tu;
/// `x-document-source`, `x-document-target`, `x-source-offsets`, `x-target-offsets` (code points
/// "begin-end", end exclusive), `x-score` and `x-confidence` as props of each tu. In segs, runs of
/// white space become one space (NBSP and other special spaces stay). Characters that XML 1.0
/// forbids are left out and counted; a text of such characters only counts as nothing, its bead as
/// a null bead.
///
/// Same input, same bytes. The caller checks the stream. Source:
/// https://www.gala-global.org/tmx-14b
WriteStatistics write_tmx(std::ostream& out, const Bitext& bitext, const TmxOptions& options);

}  // namespace thalign
