#ifdef __linux__
#define _GNU_SOURCE
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

#include "CFiles.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

int files_folder_flags(void) {
#if defined(O_PATH)
  return O_PATH | O_DIRECTORY | O_CLOEXEC;
#else
  return O_RDONLY | O_DIRECTORY | O_CLOEXEC;
#endif
}

static void close_keeping_errno(int descriptor) {
  int number = errno;
  close(descriptor);
  errno = number;
}

int files_open_by_part(int folder, const char *path, int flags, unsigned int mode) {
  int here = folder;
  for (;;) {
    const char *slash = strchr(path, '/');
    char name[256];
    size_t length = slash ? (size_t)(slash - path) : strlen(path);
    int next = -1;
    if (length >= sizeof name) {
      errno = ENAMETOOLONG;
    } else if (length == 0 || (length == 2 && memcmp(path, "..", 2) == 0)) {
      errno = EINVAL;
    } else {
      memcpy(name, path, length);
      name[length] = 0;
      next = slash ? openat(here, name, files_folder_flags() | O_NOFOLLOW) : openat(here, name, flags | O_NOFOLLOW, mode);
    }
    if (here != folder) close_keeping_errno(here);
    if (next < 0 || !slash) return next;
    here = next;
    path = slash + 1;
  }
}

int files_open_beneath(int folder, const char *path, int flags, unsigned int mode) {
#if defined(__linux__)
  // openat2(2), since Linux 5.6. The C library has no function for it, and older headers do not declare it.
  struct {
    uint64_t flags, mode, resolve;
  } how = {(uint64_t)(flags | O_NOFOLLOW), (flags & O_CREAT) ? mode : 0, 0x04 /* no symlinks */ | 0x08 /* beneath */};
  long result = syscall(437, folder, path, &how, sizeof how);
  if (result >= 0) return (int)result;
  // Older kernels do not know the call, some containers forbid it, and a rename elsewhere can interrupt it.
  if (errno != ENOSYS && errno != EPERM && errno != EAGAIN) return -1;
#endif
  return files_open_by_part(folder, path, flags, mode);
}
