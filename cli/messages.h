#pragma once

#include <string_view>

namespace thalign::cli {

/// Writes "thalign: MESSAGE" as one line on standard error; control characters of file names in it
/// become `?`.
void print_message(std::string_view message);

/// Tells the user about something that is no error, unless asked to be quiet.
class Notes {
 public:
  explicit Notes(bool quiet) : quiet_(quiet) {}
  void tell(std::string_view message) const {
    if (!quiet_) print_message(message);
  }

 private:
  bool quiet_;
};

}  // namespace thalign::cli
