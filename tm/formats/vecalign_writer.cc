// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>

#include "text/error.h"
#include "tm/formats/writers.h"
#include "tm/output.h"

namespace thalign {
namespace {

class VecalignWriter : public RecordWriter {
 public:
  explicit VecalignWriter(std::ostream& out) : RecordWriter(out) {}

 private:
  void write_record(const TranslationUnit& unit) override {
    const auto [source, target] = sides(unit);
    write_units(source);
    output().append(":");
    write_units(target);
    const std::string_view cost = number_property(unit, "x-vecalign-cost");
    if (unit.confidence || cost.empty()) {
      output().print(":{:.6f}\n", 1.0 - std::clamp(unit.confidence.value_or(0.0), 0.0, 1.0));
    } else {
      output().print(":{}\n", cost);
    }
  }

  void write_units(const Variant* side) {
    output().append("[");
    if (side != nullptr) {
      if (!side->units) {
        throw Error(ErrorCode::format, fmt::format("unit {}", written() + 1),
                    "has no unit numbers, which vecalign's format is made of; choose another "
                    "format");
      }
      for (std::uint32_t i = side->units->begin; i < side->units->end; ++i) {
        output().print("{}{}", i == side->units->begin ? "" : ", ", i);
      }
    }
    output().append("]");
  }
};

}  // namespace

std::unique_ptr<UnitWriter> make_vecalign_writer(std::ostream& out) {
  return std::make_unique<VecalignWriter>(out);
}

}  // namespace thalign
