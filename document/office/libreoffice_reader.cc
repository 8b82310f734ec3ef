// SPDX-License-Identifier: Apache-2.0
#include <stdlib.h>

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

/// The filter is named so that LibreOffice takes the bytes for nothing else.
ChildCommand conversion(const std::string& soffice, const std::filesystem::path& folder,
                        bool is_rtf) {
  return {.program = soffice,
          .arguments = {"-env:UserInstallation=file://" + (folder / "profile").string(),
                        "--headless", "--norestore", "--nologo", "--nolockcheck",
                        is_rtf ? "--infilter=Rich Text Format" : "--infilter=MS Word 97",
                        "--convert-to", "odt:writer8", "--outdir", (folder / "out").string(),
                        (folder / "document").string()},
          .environment = {"HOME=" + folder.string(), "TMPDIR=" + folder.string(), "LC_ALL=C.UTF-8",
                          "PATH=/usr/local/bin:/usr/bin:/bin", "SAL_USE_VCLPLUGIN=svp"}};
}

}  // namespace

StructuredDocument read_by_libreoffice(std::string_view bytes, const DocumentReadOptions& options) {
  const auto soffice = find_program("soffice", options.program_folders);
  if (!soffice) {
    throw Error(
        ErrorCode::format, options.name,
        "is RTF or an old Word file, which LibreOffice reads, and that is not installed; "
        "install it (Debian: apt install libreoffice-writer), or save the document as DOCX");
  }
  const PrivateFolder folder(options.temporary_folder);
  folder.write("profile/user/registrymodifications.xcu", kSettings);
  folder.write("document", bytes);
  const ChildResult result =
      run_child(conversion(*soffice, folder.path(), bytes.starts_with("{\\rtf")), kLimits);
  if (result.ending != ChildEnding::exited) {
    throw Error(ErrorCode::limit, options.name,
                "takes LibreOffice too much time or memory; save it as DOCX and give that");
  }
  const std::filesystem::path converted = folder.path() / "out" / "document.odt";
  if (!std::filesystem::exists(converted)) {
    throw Error(ErrorCode::format, options.name,
                "is damaged or has a password: LibreOffice can't read it; save it as DOCX, without "
                "a password");
  }
  return read_odt(read_file(converted), options);
}

}  // namespace thalign
