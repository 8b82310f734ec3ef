// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thalign::cli {

/// `text`, any bytes, as it may be shown on a terminal: control characters, those that change the
/// direction of text, and what is not UTF-8 become `?`.
std::string shown(std::string_view text);

/// Writes "thalign: MESSAGE", as `shown`, as one line on standard error.
void print_message(std::string_view message);

/// How much to say on standard error besides errors.
struct MessageOptions {
  bool quiet = false;    ///< no notes
  bool verbose = false;  ///< what is done, too
};

/// Something about a text, a pair of texts or an output that the user might not expect.
struct Notice {
  std::string where;  ///< name of what it is about
  std::string text;   ///< "lines are wrapped at about 72 columns; joined"
  /// The same of many at once, `{}` in place of the sum of their counts: "lines are wrapped;
  /// joined". Notes with the same one are of one kind.
  std::string of_many;
  std::size_t count = 0;
};

/// What is said while a pair, one of many, is worked on; to be printed in its turn.
struct KeptMessages {
  std::vector<std::string> lines;
  std::vector<Notice> notices;  ///< to be summed up (`NoticeSums`)
};

/// Notes for the user that are not errors, as far as asked for.
class Notes {
 public:
  /// `kept`: where messages go instead of standard error; must outlive this object. Null: they are
  /// printed at once.
  explicit Notes(const MessageOptions& options, KeptMessages* kept = nullptr)
      : options_(options), kept_(kept) {}
  /// Something the user might not expect.
  void report(std::string_view message) const {
    if (!options_.quiet) say(message);
  }
  void report(const Notice& notice) const;
  /// What is done.
  void detail(std::string_view message) const {
    if (options_.verbose) say(message);
  }

 private:
  void say(std::string_view message) const;

  MessageOptions options_;
  KeptMessages* kept_;
};

/// Sums up the notes about many pairs: one line for each kind.
class NoticeSums {
 public:
  void add(const std::vector<Notice>& notes);
  /// Says "WHERE: TEXT" of a note that is alone of its kind; of others "WHERE and 3 more: OF_MANY",
  /// with the first of them. Kinds are in the order of their first notes.
  void report(const Notes& notes) const;

 private:
  struct Sum {
    Notice first;
    std::size_t notes = 0, count = 0;
  };
  std::vector<Sum> sums_;
};

}  // namespace thalign::cli
