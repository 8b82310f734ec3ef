// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

struct XML_ParserStruct;

// The one way XML is read. Not installed: users of the library see no expat.

namespace thalign {

/// The events of a document. Names and attributes as in the file, prefixes included, unless the
/// parser resolves namespaces.
class XmlEvents {
 public:
  XmlEvents() = default;
  XmlEvents(const XmlEvents&) = delete;
  XmlEvents& operator=(const XmlEvents&) = delete;
  virtual ~XmlEvents() = default;

  /// `attributes`: name, value, name, value, ..., null.
  virtual void begin(std::string_view name, const char** attributes) = 0;
  virtual void end(std::string_view name) = 0;
  /// A piece of text; pieces may follow each other.
  virtual void text(std::string_view piece) = 0;
  /// A reference to an entity that only an external DTD could declare.
  virtual void unknown_entity(std::string_view name) = 0;
};

/// A streaming XML parser (expat) that expands no entity but the five of XML and opens nothing.
class XmlParser {
 public:
  static constexpr std::size_t kSmallestPiece = 1U << 16U;

  /// `name`: of the file, for messages. `encoding`: null where the file says it.
  /// `namespace_separator`: stands between namespace and local name in the names of elements and
  /// attributes that have a namespace; NUL: namespaces are not resolved. Requires: `events`
  /// outlives the parser.
  XmlParser(XmlEvents& events, std::string name, const char* encoding,
            char namespace_separator = '\0');

  /// Room for `size` bytes of input.
  char* buffer(std::size_t size);
  /// Parses the first `size` bytes put into the buffer. Throws `Error` with line and column:
  /// format (not well-formed, declares entities), encoding (one that is not read); and whatever
  /// the events throw.
  void parse(std::size_t size, bool last);

  /// How much to put into the buffer next: more the longer nothing was reported. Expat before 2.6.0
  /// reads a token again from its beginning with every piece, which takes quadratic time in small
  /// ones.
  std::size_t piece_size() const { return piece_size_; }

  std::size_t line() const;
  std::size_t column() const;
  /// NAME:LINE:COLUMN of the current event.
  std::string place() const;

 private:
  struct Callbacks;
  struct Free {
    void operator()(XML_ParserStruct* parser) const;
  };

  void check_attribute_entities() const;
  [[noreturn]] void fail() const;

  XmlEvents& events_;
  std::string name_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  bool has_external_dtd_ = false;
  bool reported_ = false;  ///< anything, since `parse` was called
  std::size_t piece_size_ = kSmallestPiece;
  std::exception_ptr thrown_;  ///< by an event; must not pass through C
};

}  // namespace thalign
