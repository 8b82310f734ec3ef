// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <utility>

#include "tm/formats/readers.h"
#include "tm/formats/table/csv_records.h"
#include "tm/formats/table/table_reader.h"

namespace thalign {

std::unique_ptr<UnitReader> make_csv_reader(ByteSource source, const UnitReadOptions& options) {
  LineSource lines(std::move(source),
                   {.encoding = options.encoding, .guess = true, .on_repair = options.on_repair});
  return make_table_reader(std::make_unique<CsvRecords>(std::move(lines)), options);
}

}  // namespace thalign
