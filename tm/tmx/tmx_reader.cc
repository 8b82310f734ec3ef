#include "tm/tmx/tmx_reader.h"

#include <algorithm>
#include <array>
#include <exception>
#include <optional>
#include <string_view>

#include "text/error.h"
#include "text/files/xml_parser.h"
#include "tm/tmx/tmx_handler.h"

namespace thalign {
namespace {

constexpr std::size_t kTmxPieceBytes = XmlParser::kSmallestPiece;
constexpr std::size_t kMaxUnitBytes = 1U << 26U;

/// How to read bytes that start so.
struct XmlEncoding {
  const char* name = nullptr;  ///< for expat; null: as declared
  bool contradicted = false;   ///< another one is declared
};

/// The encoding that the XML declaration at the beginning names, in lower case; empty: none.
std::string declared_encoding(std::string_view bytes) {
  std::string head;
  for (const char c : bytes.substr(0, 400)) {
    if (c == '>') break;
    if (c != '\0') head += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const auto at = head.find("encoding");
  if (head.find("<?xml") == std::string::npos || at == std::string::npos) return {};
  const auto begin = head.find_first_of("\"'", at);
  if (begin == std::string::npos) return {};
  const auto end = head.find(head[begin], begin + 1);
  return end == std::string::npos ? std::string() : head.substr(begin + 1, end - begin - 1);
}

/// What a byte order mark, or the width of the first characters, proves takes precedence over what
/// is declared.
XmlEncoding find_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  const std::string declared = declared_encoding(bytes);
  const auto starts_with = [&](std::string_view mark) { return bytes.starts_with(mark); };
  if (starts_with("\xEF\xBB\xBF"sv)) {
    return {"UTF-8", !declared.empty() && declared != "utf-8" && declared != "utf8"};
  }
  const bool wide = declared.starts_with("utf-16") || declared.starts_with("ucs-2") ||
                    declared.starts_with("iso-10646-ucs-2") || declared == "unicode";
  if (starts_with("\xFF\xFE"sv) || starts_with("\xFE\xFF"sv)) {
    return {"UTF-16", !declared.empty() && !wide};
  }
  if (starts_with("<\0"sv)) return {"UTF-16LE", !declared.empty() && !wide};
  if (starts_with("\0<"sv)) return {"UTF-16BE", !declared.empty() && !wide};
  if (wide) return {"UTF-8", true};
  return {};
}

}  // namespace

struct TmxReader::State {
  State(ByteSource bytes, RepairCallback callback)
      : source(std::move(bytes)),
        on_repair(std::move(callback)),
        handler([this](std::string_view kind, std::string_view detail) { report(kind, detail); },
                [this](std::string_view message) {
                  throw Error(ErrorCode::format, parser->place(), message);
                }) {
    std::array<char, kTmxPieceBytes> piece{};
    const std::size_t size = source.read(piece.data(), piece.size());
    if (size == 0) throw Error(ErrorCode::format, source.name(), "is empty; give a TMX file");
    const XmlEncoding encoding = find_encoding({piece.data(), size});
    parser.emplace(handler, source.name(), encoding.name);
    if (encoding.contradicted) {
      report("encoding that the bytes contradict: read as what they are", encoding.name);
    }
    std::copy_n(piece.data(), size, parser->buffer(kTmxPieceBytes));
    parse(size, size < kTmxPieceBytes);
    while (!handler.in_body && !ended) read();
  }

  void report(std::string_view kind, std::string_view detail) const {
    constexpr std::size_t kMaxShown = 60;
    if (!on_repair) return;
    on_repair({kind, std::string(detail.substr(0, kMaxShown)), parser->line(), parser->column()});
  }

  void read() {
    const std::size_t room = parser->piece_size();
    const std::size_t size = source.read(parser->buffer(room), room);
    parse(size, size < room);
  }

  /// Parses `size` bytes of the buffer, the last ones of the file if `last`. An error waits until
  /// the units before it are taken.
  void parse(std::size_t size, bool last) {
    ended = last;
    bytes_since_unit += size;
    try {
      parser->parse(size, last);
    } catch (const Error&) {
      error = std::current_exception();
      ended = true;
    }
    if (handler.complete_units() > 0) bytes_since_unit = 0;
    if (bytes_since_unit > kMaxUnitBytes && !ended) {
      throw Error(ErrorCode::limit, parser->place(),
                  "a unit of more than 64 MiB; check that the file is a translation memory");
    }
    if (error && handler.complete_units() == 0) std::rethrow_exception(error);
  }

  ByteSource source;
  RepairCallback on_repair;
  TmxHandler handler;
  std::optional<XmlParser> parser;
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
      throw Error(ErrorCode::format, state.source.name(),
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
