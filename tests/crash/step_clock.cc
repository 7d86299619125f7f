// A wall clock that a test moves while a process runs: preloaded into it, adds the seconds that lie in the file
// ROLLCALL_STEP_CLOCK (a 64-bit number) to CLOCK_REALTIME, which is what services/runtime/clock.h reads. Timers stay true:
// libfaketime moves them, too, against the kernel's clock, so that C11's timed waits (librdkafka's) return at once or hang.
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace {

const volatile std::int64_t* open_offset() {
  static const std::int64_t none = 0;
  const char* file = std::getenv("ROLLCALL_STEP_CLOCK");
  const int fd = file ? open(file, O_RDONLY | O_CLOEXEC) : -1;
  if (fd < 0) return &none;
  void* at = mmap(nullptr, sizeof(std::int64_t), PROT_READ, MAP_SHARED, fd, 0);
  close(fd);
  return at == MAP_FAILED ? &none : static_cast<const volatile std::int64_t*>(at);
}

}  // namespace

extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept {
  static const auto real = reinterpret_cast<int (*)(clockid_t, timespec*)>(dlsym(RTLD_NEXT, "clock_gettime"));
  static const auto* offset = open_offset();
  const int result = real(clock, time);
  if (result == 0 && clock == CLOCK_REALTIME) time->tv_sec += *offset;
  return result;
}
