#pragma once

#include <string>
#include <string_view>
#include <vector>

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
  /// `kept`: where messages go instead of standard error, to be printed in their turn; must outlive
  /// this object. Null: they are printed at once.
  explicit Notes(const MessageOptions& options, std::vector<std::string>* kept = nullptr)
      : options_(options), kept_(kept) {}
  /// Something the user might not expect.
  void tell(std::string_view message) const {
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
