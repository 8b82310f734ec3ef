// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "text/error.h"
#include "tm/formats/line_reader.h"

namespace thalign {
namespace {

class MosesReader : public UnitReader {
 public:
  MosesReader(ByteSource source, ByteSource target, const LanguagePair& languages)
      : source_(std::move(source)),
        target_(std::move(target)),
        unit_(LineReader::make_unit(languages)) {}

  const TranslationUnit* next() override {
    for (;;) {
      const auto source = source_.next();
      const auto target = target_.next();
      if (source.has_value() != target.has_value()) {
        const LineSource& shorter = source ? target_ : source_;
        const LineSource& longer = source ? source_ : target_;
        throw Error(ErrorCode::format, fmt::format("{}:{}", longer.name(), longer.number()),
                    fmt::format("{} ends before this line; both files must have as many lines",
                                shorter.name()));
      }
      if (!source) return nullptr;
      if (source->empty() && target->empty()) continue;
      unit_.variants[0].text = *source;
      unit_.variants[1].text = *target;
      return &unit_;
    }
  }

 private:
  LineSource source_, target_;
  TranslationUnit unit_;
};

}  // namespace

std::unique_ptr<UnitReader> make_moses_reader(ByteSource source, ByteSource target,
                                              const LanguagePair& languages) {
  return std::make_unique<MosesReader>(std::move(source), std::move(target), languages);
}

}  // namespace thalign
