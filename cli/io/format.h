#pragma once

#include <span>
#include <string>
#include <string_view>

namespace thalign::cli {

/// An output format: its name for --format, and the extension of a file's name that stands for it.
struct Format {
  std::string_view name;
  std::string_view extension;
};

/// The format to write: the one named `given`; else, if that is empty, the one of the extension of
/// `output` (a path, or `-`; ASCII case ignored); else, if that has no extension, the first of
/// `formats`. Requires: `given` is empty or the name of one of `formats`, as `add_format_option`
/// makes sure. Throws `UsageError`: an extension that none of `formats` has;
/// `option` is what names a format then.
const Format& choose_format(std::string_view given, const std::string& output,
                            std::span<const Format> formats, std::string_view option = "--format");

}  // namespace thalign::cli
