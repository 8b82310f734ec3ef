// SPDX-License-Identifier: Apache-2.0
#include "cli/output/out_of_memory.h"

#include <unicode/uclean.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <new>

#include "cli/base/exit_code.h"
#include "cli/output/recorded_file.h"

namespace thalign::cli {
namespace {

[[noreturn]] void end_program() {
  remove_recorded_files();
  print_out_of_memory();
  _exit(static_cast<int>(ExitCode::io));
}

/// `memory` unless the system had none.
void* memory_or_end(void* memory, std::size_t size) {
  if (memory == nullptr && size > 0) end_program();
  return memory;
}

/// What is thrown where nobody can catch it: before `main`, or by a destructor.
void end_if_out_of_memory() {
  try {
    if (const std::exception_ptr thrown = std::current_exception()) std::rethrow_exception(thrown);
  } catch (const std::bad_alloc&) {
    end_program();
  } catch (...) {  // an internal error, for a debugger
  }
  std::abort();
}

/// Before all other objects are made, which need memory.
[[gnu::constructor(101)]] void set_terminate_handler() { std::set_terminate(end_if_out_of_memory); }

extern "C" void* icu_allocate(const void* /*context*/, std::size_t size) {
  return memory_or_end(std::malloc(size), size);
}
extern "C" void* icu_reallocate(const void* /*context*/, void* memory, std::size_t size) {
  return memory_or_end(std::realloc(memory, size), size);
}
extern "C" void icu_free(const void* /*context*/, void* memory) { std::free(memory); }

}  // namespace

void print_out_of_memory() noexcept {
  for (const std::string_view part :
       {std::string_view("thalign: "), kOutOfMemory, std::string_view("\n")}) {
    // There is nowhere left to report a failure to.
    if (::write(STDERR_FILENO, part.data(), part.size()) < 0) return;
  }
}

void end_when_icu_has_no_memory() {
  UErrorCode status = U_ZERO_ERROR;
  u_setMemoryFunctions(nullptr, icu_allocate, icu_reallocate, icu_free, &status);
}

}  // namespace thalign::cli
