/* Preloaded into a program under test: counts the calls that change the disk below FAULT_DIR and at
 * the FAULT_AT-th does what FAULT_MODE says:
 *
 *     kill     SIGKILL instead of the call
 *     torn     for a write: half of it, then SIGKILL
 *     enospc   this and every later write fails with ENOSPC
 *     eio      this one write or sync fails with EIO
 *     count    nothing
 *
 * FAULT_LOG names a file to which a line is appended for each counted call: its name and path.  So
 * a first run tells how many there are, and a test what was going on when the k-th came.  Calls
 * through libc's own internals (stdio, std::ofstream) are seen as far as they go through write(). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;

static int log_descriptor(void) {
  static atomic_int descriptor = -2;
  if (descriptor == -2) {
    const char* path = getenv("FAULT_LOG");
    descriptor = path ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666) : -1;
  }
  return descriptor;
}

static int is_watched(const char* path) {
  const char* folder = getenv("FAULT_DIR");
  return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static void path_of(int fd, char* path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  path[length > 0 ? length : 0] = '\0';
}

enum fault { none, torn, fail_enospc, fail_eio };

/* Counts a call; does not return if this is where the program is to die. */
static enum fault arrive(const char* name, const char* path, int is_write, int is_sync) {
  if (!is_watched(path)) return none;
  const char* at = getenv("FAULT_AT");
  const char* mode = getenv("FAULT_MODE");
  long target = at ? atol(at) : 0;
  long number = atomic_fetch_add(&calls, 1) + 1;
  int log = log_descriptor();
  if (log >= 0) {
    char line[4200];
    int length = snprintf(line, sizeof line, "%s %s\n", name, path);
    static ssize_t (*real_write)(int, const void*, size_t);
    if (!real_write) real_write = dlsym(RTLD_NEXT, "write");
    if (real_write(log, line, (size_t)length) < 0) return none;
  }
  if (!mode || target == 0) return none;
  if (strcmp(mode, "enospc") == 0) return number >= target && is_write ? fail_enospc : none;
  if (number != target) return none;
  if (strcmp(mode, "eio") == 0) return is_write || is_sync ? fail_eio : none;
  if (strcmp(mode, "torn") == 0 && is_write) return torn;
  if (strcmp(mode, "kill") == 0 || strcmp(mode, "torn") == 0) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  return none;
}

static enum fault arrive_fd(const char* name, int fd, int is_write, int is_sync) {
  char path[4096];
  path_of(fd, path, sizeof path);
  return arrive(name, path, is_write, is_sync);
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

#define REAL(type, name, ...)               \
  static type (*real)(__VA_ARGS__);         \
  if (!real) real = dlsym(RTLD_NEXT, name)

ssize_t write(int fd, const void* bytes, size_t size) {
  REAL(ssize_t, "write", int, const void*, size_t);
  switch (arrive_fd("write", fd, 1, 0)) {
    case torn:
      if (real(fd, bytes, size / 2) >= 0) die();
      die();
    case fail_enospc:
      errno = ENOSPC;
      return -1;
    case fail_eio:
      errno = EIO;
      return -1;
    default:
      return real(fd, bytes, size);
  }
}

static ssize_t faulty_pwrite(const char* name, int fd, const void* bytes, size_t size, off_t at) {
  REAL(ssize_t, "pwrite64", int, const void*, size_t, off_t);
  switch (arrive_fd(name, fd, 1, 0)) {
    case torn:
      if (real(fd, bytes, size / 2, at) >= 0) die();
      die();
    case fail_enospc:
      errno = ENOSPC;
      return -1;
    case fail_eio:
      errno = EIO;
      return -1;
    default:
      return real(fd, bytes, size, at);
  }
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  return faulty_pwrite("pwrite", fd, bytes, size, at);
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) {
  return faulty_pwrite("pwrite", fd, bytes, size, at);
}

ssize_t writev(int fd, const struct iovec* parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec*, int);
  switch (arrive_fd("write", fd, 1, 0)) {
    case torn:
      if (real(fd, parts, 1) >= 0) die();
      die();
    case fail_enospc:
      errno = ENOSPC;
      return -1;
    case fail_eio:
      errno = EIO;
      return -1;
    default:
      return real(fd, parts, count);
  }
}

int fsync(int fd) {
  REAL(int, "fsync", int);
  if (arrive_fd("fsync", fd, 0, 1) == fail_eio) {
    errno = EIO;
    return -1;
  }
  return real(fd);
}

int fdatasync(int fd) {
  REAL(int, "fdatasync", int);
  if (arrive_fd("fdatasync", fd, 0, 1) == fail_eio) {
    errno = EIO;
    return -1;
  }
  return real(fd);
}

int rename(const char* from, const char* to) {
  REAL(int, "rename", const char*, const char*);
  arrive("rename", to, 0, 0);
  return real(from, to);
}

int unlink(const char* path) {
  REAL(int, "unlink", const char*);
  arrive("unlink", path, 0, 0);
  return real(path);
}

int unlinkat(int fd, const char* path, int flags) {
  REAL(int, "unlinkat", int, const char*, int);
  if (path[0] == '/') {
    arrive("unlink", path, 0, 0);
  } else {
    arrive_fd("unlink", fd, 0, 0);
  }
  return real(fd, path, flags);
}

int mkdir(const char* path, mode_t mode) {
  REAL(int, "mkdir", const char*, mode_t);
  arrive("mkdir", path, 0, 0);
  return real(path, mode);
}
