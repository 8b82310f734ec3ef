#pragma once

#include <string_view>

namespace thalign::cli {

/// Writes "thalign: MESSAGE" as one line on standard error; control characters of file names in it
/// become `?`.
void print_message(std::string_view message);

/// How much to say on standard error besides errors.
struct MessageOptions {
  bool quiet = false;    ///< no notes
  bool verbose = false;  ///< what is done, too
};

/// Tells the user about something that is no error, as far as asked for.
class Notes {
 public:
  explicit Notes(const MessageOptions& options) : options_(options) {}
  /// Something the user might not expect.
  void tell(std::string_view message) const {
    if (!options_.quiet) print_message(message);
  }
  /// What is done.
  void detail(std::string_view message) const {
    if (options_.verbose) print_message(message);
  }

 private:
  MessageOptions options_;
};

}  // namespace thalign::cli
