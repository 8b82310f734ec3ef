# SPDX-License-Identifier: Apache-2.0
"""Builds the wheel for `pip install .` with CMake and nothing of Python but its standard library, so that it needs no
network: packages.txt names what it needs of Debian (sections build, libraries and python). See PEP 517."""

import base64
import hashlib
import re
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VERSION = re.search(r"project\(thalign VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text()).group(1)
INFO = f"thalign-{VERSION}.dist-info"
METADATA = f"""\
Metadata-Version: 2.1
Name: thalign
Version: {VERSION}
Summary: Thai-English parallel text alignment
License: Apache-2.0
Requires-Python: >=3.11
Provides-Extra: pandas
Requires-Dist: pandas; extra == 'pandas'
Description-Content-Type: text/markdown

"""


def _build():
    """Builds the module; returns the folder of the package."""
    folder = ROOT / "build" / "wheel"
    options = ["-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_UNITY_BUILD=ON", "-DTHALIGN_BUILD_PYTHON=ON", "-DTHALIGN_BUILD_SHARED=OFF",
               f"-DPython3_EXECUTABLE={sys.executable}"]
    subprocess.run(["cmake", "-S", ROOT, "-B", folder, "-G", "Ninja", *options], check=True)
    subprocess.run(["cmake", "--build", folder, "--target", "thalign_python"], check=True)
    return folder / "python" / "thalign"


def _tag():
    python = "cp" + sysconfig.get_config_var("py_version_nodot")
    platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    return f"{python}-{python}-{platform}"


def _about():
    """What a wheel says of itself, by file."""
    return {
        f"{INFO}/METADATA": (METADATA + (ROOT / "README.md").read_text(encoding="utf-8")).encode(),
        f"{INFO}/LICENSE": (ROOT / "LICENSE").read_bytes(),
        f"{INFO}/NOTICE": (ROOT / "NOTICE").read_bytes(),
        f"{INFO}/WHEEL": f"Wheel-Version: 1.0\nGenerator: thalign\nRoot-Is-Purelib: false\nTag: {_tag()}\n".encode(),
    }


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    """Without this, pip builds the whole wheel to read a name and a version."""
    for name, content in _about().items():
        path = Path(metadata_directory, name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return INFO


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    package = _build()
    suffixes = {".py", ".pyi", ".typed", ".so"}
    files = {f"thalign/{path.name}": path.read_bytes() for path in sorted(package.iterdir()) if path.suffix in suffixes}
    files["thalign/py.typed"] = b""
    files.update(_about())
    record = ""
    for name, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        record += f"{name},sha256={digest},{len(content)}\n"
    files[f"{INFO}/RECORD"] = (record + f"{INFO}/RECORD,,\n").encode()
    wheel = f"thalign-{VERSION}-{_tag()}.whl"
    with zipfile.ZipFile(Path(wheel_directory) / wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name)  # of 1980, so that the same sources give the same wheel
            info.external_attr = (0o755 if name.endswith(".so") else 0o644) << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return wheel


def build_sdist(sdist_directory, config_settings=None):
    name = f"thalign-{VERSION}"
    files = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\n")
    with tarfile.open(Path(sdist_directory) / f"{name}.tar.gz", "w:gz") as archive:
        for file in filter(None, files):
            archive.add(ROOT / file, f"{name}/{file}")
    return f"{name}.tar.gz"
