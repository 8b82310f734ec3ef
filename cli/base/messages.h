#pragma once

#include <string>
#include <string_view>
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

/// Notes for the user that are not errors, as far as asked for.
class Notes {
 public:
  /// `kept`: where messages go instead of standard error, to be printed in their turn; must outlive
  /// this object. Null: they are printed at once.
  explicit Notes(const MessageOptions& options, std::vector<std::string>* kept = nullptr)
      : options_(options), kept_(kept) {}
  /// Something the user might not expect.
  void report(std::string_view message) const {
    if (!options_.quiet) say(message);
  }
  /// What is done.
  void detail(std::string_view message) const {
    if (options_.verbose) say(message);
  }

 private:
  void say(std::string_view message) const {
    if (kept_ == nullptr) return print_message(message);
    kept_->emplace_back(message);
  }

  MessageOptions options_;
  std::vector<std::string>* kept_;
};

}  // namespace thalign::cli
