// SPDX-License-Identifier: Apache-2.0
#include "tm/memory/memory_sample.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "tm/memory/match_key.h"
#include "tm/memory/memory_schema.h"
#include "tm/memory/trigrams.h"

namespace thalign {

using sqlite::Database;
using sqlite::Statement;

void renew_sample(const Database& database) {
  constexpr double kSampleGrowth = 1.5;
  constexpr std::int64_t kSampleUnits = 20'000;
  Statement count(database, "SELECT count(*) FROM variant");
  count.step();
  const std::int64_t variants = count.integer(0);
  count.reset();
  Statement taken(database, "SELECT taken FROM sample");
  const bool is_first = !taken.step();
  const std::int64_t before = is_first ? 0 : taken.integer(0);
  taken.reset();
  if (!is_first && static_cast<double>(variants) < kSampleGrowth * static_cast<double>(before))
    return;

  TrigramSample sample;
  Statement read(database,
                 "SELECT text FROM variant WHERE id >= ? AND text <> '' ORDER BY id LIMIT 1");
  Statement ends(database, "SELECT min(id), max(id) FROM variant");
  ends.step();
  const std::int64_t first = ends.integer(0);
  const std::int64_t last = ends.integer(1);
  ends.reset();
  if (first < 0 || last / kVariantsOfUnit > kLastUnit) {
    database.fail_damaged("a number is out of range");
  }
  const std::int64_t samples = std::min(variants, kSampleUnits);
  for (std::int64_t i = 0; i < samples; ++i) {
    // Odd and even places: the two languages of a unit stand side by side.
    const std::int64_t unit = (first + (last - first) / samples * i) / kVariantsOfUnit;
    if (read.bind(1, unit * kVariantsOfUnit + i % 2).step()) sample.add(match_text(read.text(0)));
    read.reset();
  }
  const std::string_view bytes = sample.bytes();
  Statement(database,
            "INSERT OR REPLACE INTO sample(id, variants, taken, counts) VALUES(1, ?, ?, ?)")
      .bind(1, sample.texts())
      .bind(2, variants)
      .bind_blob(3, bytes)
      .run();
}

}  // namespace thalign
