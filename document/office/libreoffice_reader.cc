// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

#include "document/programs/child_process.h"
#include "document/readers.h"
#include "text/error.h"
#include "text/files/file.h"

namespace thalign {
namespace {

constexpr ChildLimits kLimits{.processor_time = std::chrono::seconds(120),
                              .time = std::chrono::seconds(300),
                              .memory_bytes = std::uint64_t{4} << 30U,
                              .output_bytes = std::uint64_t{256} << 20U};

/// Settings of LibreOffice: no macros, and nothing fetched that a document links to.
constexpr std::string_view kSettings =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
)";

/// A folder that only this user may enter; removed with all that is in it.
class PrivateFolder {
 public:
  explicit PrivateFolder(const std::string& parent) {
    std::string path = parent + "/thalign-XXXXXX";
    if (::mkdtemp(path.data()) == nullptr) {
      throw Error(ErrorCode::io, parent,
                  "no folder can be made here, which LibreOffice needs while it reads; free some "
                  "space, or set TMPDIR to another place");
    }
    path_ = path;
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  ~PrivateFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  const std::filesystem::path& path() const { return path_; }

  void write(const std::filesystem::path& name, std::string_view bytes) const {
    const std::filesystem::path path = path_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) {
      throw Error(ErrorCode::io, path.string(),
                  "can't be written; free some space, or set TMPDIR to another place");
    }
  }

 private:
  std::filesystem::path path_;
};

/// How LibreOffice reads a format. The filter is named so that it takes the bytes for nothing else.
struct Conversion {
  DocumentFormat format;
  const char* filter;   ///< that reads it
  const char* made;     ///< what is made of it, and by which filter
  const char* result;   ///< the file that is made
  const char* package;  ///< of Debian
  const char* other;    ///< the format to save it in, for people
};
constexpr Conversion kConversions[] = {
    {DocumentFormat::rtf, "Rich Text Format", "odt:writer8", "document.odt", "libreoffice-writer",
     "DOCX"},
    {DocumentFormat::doc, "MS Word 97", "odt:writer8", "document.odt", "libreoffice-writer",
     "DOCX"},
    {DocumentFormat::odp, "impress8", "pptx:Impress MS PowerPoint 2007 XML", "document.pptx",
     "libreoffice-impress", "PPTX"},
    {DocumentFormat::ppt, "MS PowerPoint 97", "pptx:Impress MS PowerPoint 2007 XML",
     "document.pptx", "libreoffice-impress", "PPTX"},
};

ChildCommand command_of(const std::string& soffice, const std::filesystem::path& folder,
                        const Conversion& conversion) {
  return {.program = soffice,
          .arguments = {"-env:UserInstallation=file://" + (folder / "profile").string(),
                        "--headless", "--norestore", "--nologo", "--nolockcheck",
                        fmt::format("--infilter={}", conversion.filter), "--convert-to",
                        conversion.made, "--outdir", (folder / "out").string(),
                        (folder / "document").string()},
          .environment = {"HOME=" + folder.string(), "TMPDIR=" + folder.string(), "LC_ALL=C.UTF-8",
                          "PATH=/usr/local/bin:/usr/bin:/bin", "SAL_USE_VCLPLUGIN=svp"}};
}

}  // namespace

StructuredDocument read_by_libreoffice(std::string_view bytes, DocumentFormat format,
                                       const DocumentReadOptions& options) {
  const Conversion& conversion = *std::ranges::find(kConversions, format, &Conversion::format);
  const auto soffice = find_program("soffice", options.program_folders);
  if (!soffice) {
    throw Error(ErrorCode::format, options.name,
                fmt::format("is of a format that LibreOffice reads, and that is not installed; "
                            "install it (Debian: apt install {}), or save the document as {}",
                            conversion.package, conversion.other));
  }
  const PrivateFolder folder(options.temporary_folder);
  folder.write("profile/user/registrymodifications.xcu", kSettings);
  folder.write("document", bytes);
  const ChildResult result = run_child(command_of(*soffice, folder.path(), conversion), kLimits);
  if (result.ending != ChildEnding::exited) {
    throw Error(
        ErrorCode::limit, options.name,
        fmt::format("takes LibreOffice too much time or memory; save it as {} and give that",
                    conversion.other));
  }
  const std::filesystem::path converted = folder.path() / "out" / conversion.result;
  if (!std::filesystem::exists(converted)) {
    throw Error(ErrorCode::format, options.name,
                fmt::format("is damaged or has a password, or {} is not installed: LibreOffice "
                            "can't read it; save it as {}, without a password",
                            conversion.package, conversion.other));
  }
  const std::string made = read_file(converted);
  return format >= DocumentFormat::odp ? read_pptx(made, options) : read_odt(made, options);
}

}  // namespace thalign
