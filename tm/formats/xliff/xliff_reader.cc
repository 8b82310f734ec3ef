// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <memory>
#include <utility>

#include "text/error.h"
#include "tm/formats/readers.h"
#include "tm/formats/xliff/xliff_handler.h"
#include "tm/tmx/xml_input.h"

namespace thalign {
namespace {

constexpr std::size_t kMaxXliffUnitBytes = 1U << 26U;

class XliffReader : public UnitReader {
 public:
  XliffReader(ByteSource source, const UnitReadOptions& options)
      : handler_(
            options.languages, options.unfinished,
            [this](std::string_view kind, std::string_view detail) { input_.report(kind, detail); },
            [this](std::string_view message) {
              throw Error(ErrorCode::format, input_.place(), message);
            }),
        input_(std::move(source), handler_, options.on_repair, "XLIFF") {
    while (!handler_.is_xliff && !input_.ended()) read();
  }

  /// An error waits until the units before it are taken.
  const TranslationUnit* next() override {
    while (handler_.units.empty()) {
      if (error_) std::rethrow_exception(error_);
      if (input_.ended()) return nullptr;
      read();
    }
    unit_ = std::move(handler_.units.front());
    handler_.units.pop_front();
    return &unit_;
  }

 private:
  void read() {
    try {
      bytes_since_unit_ += input_.read();
    } catch (const Error&) {
      if (handler_.units.empty()) throw;
      error_ = std::current_exception();
    }
    if (!handler_.units.empty()) bytes_since_unit_ = 0;
    if (bytes_since_unit_ > kMaxXliffUnitBytes && !input_.ended()) {
      throw Error(ErrorCode::limit, input_.place(),
                  "64 MiB without a translation; check that the file is translated");
    }
  }

  XliffHandler handler_;
  XmlInput input_;
  std::exception_ptr error_;
  std::size_t bytes_since_unit_ = 0;
  TranslationUnit unit_;
};

}  // namespace

std::unique_ptr<UnitReader> make_xliff_reader(ByteSource source, const UnitReadOptions& options) {
  return std::make_unique<XliffReader>(std::move(source), options);
}

}  // namespace thalign
