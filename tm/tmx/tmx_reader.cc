// SPDX-License-Identifier: Apache-2.0
#include "tm/tmx/tmx_reader.h"

#include <exception>
#include <string_view>

#include "text/error.h"
#include "tm/tmx/tmx_handler.h"
#include "tm/tmx/xml_input.h"

namespace thalign {
namespace {

constexpr std::size_t kMaxUnitBytes = 1U << 26U;

}  // namespace

struct TmxReader::State {
  State(ByteSource bytes, RepairCallback on_repair)
      : handler(
            [this](std::string_view kind, std::string_view detail) { input.report(kind, detail); },
            [this](std::string_view message) {
              throw Error(ErrorCode::format, input.place(), message);
            }),
        input(std::move(bytes), handler, std::move(on_repair), "TMX") {
    do read();
    while (!handler.in_body && !ended);
  }

  /// Parses the next piece. An error waits until the units before it are taken.
  void read() {
    try {
      bytes_since_unit += input.read();
      ended = input.ended();
    } catch (const Error&) {
      error = std::current_exception();
      ended = true;
    }
    if (handler.complete_units() > 0) bytes_since_unit = 0;
    if (bytes_since_unit > kMaxUnitBytes && !ended) {
      throw Error(ErrorCode::limit, input.place(),
                  "a unit of more than 64 MiB; check that the file is a translation memory");
    }
    if (error && handler.complete_units() == 0) std::rethrow_exception(error);
  }

  TmxHandler handler;
  XmlInput input;
  std::exception_ptr error;
  std::size_t taken = 0;  ///< of the units of the handler
  std::size_t returned = 0;
  std::size_t bytes_since_unit = 0;
  bool ended = false;
};

TmxReader::TmxReader(ByteSource source, RepairCallback on_repair)
    : state_(std::make_unique<State>(std::move(source), std::move(on_repair))) {}

TmxReader::~TmxReader() = default;

const TranslationUnit* TmxReader::next() {
  State& state = *state_;
  while (state.taken == state.handler.complete_units()) {
    state.handler.drop_complete_units();
    state.taken = 0;
    if (state.error) std::rethrow_exception(state.error);
    if (state.ended && state.returned == 0) {
      throw Error(ErrorCode::format, state.input.name(),
                  "holds no translation unit; check that it is the right file");
    }
    if (state.ended) return nullptr;
    state.read();
  }
  ++state.returned;
  return &state.handler.unit(state.taken++);
}

const TmxHeader& TmxReader::header() const& { return state_->handler.header; }

const std::vector<std::pair<std::string, std::size_t>>& TmxReader::languages() const& {
  return state_->handler.languages;
}

}  // namespace thalign
