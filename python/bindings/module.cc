// SPDX-License-Identifier: Apache-2.0
// The extension module thalign._thalign. What users see is python/thalign/*.py; this has as little
// as that needs.
#include <pybind11/pybind11.h>

#include <exception>
#include <string>

#include "bindings/bindings.h"
#include "text/error.h"

namespace thalign::python {
namespace {

namespace py = pybind11;

const char* code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::io:
      return "io";
    case ErrorCode::encoding:
      return "encoding";
    case ErrorCode::language:
      return "language";
    case ErrorCode::format:
      return "format";
    case ErrorCode::limit:
      return "limit";
  }
  return "";
}

void translate(std::exception_ptr thrown) {
  try {
    if (thrown) std::rethrow_exception(thrown);
  } catch (const Error& error) {
    const py::object type = py::module_::import("thalign._errors").attr("Error");
    const py::object value =
        type(std::string(error.what()), code_name(error.code()), std::string(error.place()));
    PyErr_SetObject(type.ptr(), value.ptr());
  }
}

}  // namespace
}  // namespace thalign::python

PYBIND11_MODULE(_thalign, module) {
  using namespace thalign::python;
  pybind11::register_exception_translator(translate);
  module.attr("__version__") = THALIGN_VERSION;
  add_texts(module);
  add_units(module);
  add_alignment(module);
  add_memory(module);
}
