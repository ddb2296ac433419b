/* Calls of the C library that fail on request, for a process that has this preloaded.
 *
 * TOML_TESTS_CALL="fsync 2 5" has the second call of fsync fail with error 5. With the count 0, nothing fails: each
 * write takes a thousand bytes at the most, as the system is free to do. Writing to the standard streams is not counted. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const size_t FEW = 1000;

/* The request, if it is about this call: which one is to fail (0 for none), and with which error. */
static int is_asked_for(const char *call, int *at, int *error) {
    char name[16];
    const char *request = getenv("TOML_TESTS_CALL");
    return request && sscanf(request, "%15s %d %d", name, at, error) == 3 && strcmp(name, call) == 0;
}

static int fails(const char *call) {
    static int count = 0;
    int at, error;
    if (!is_asked_for(call, &at, &error) || ++count != at)
        return 0;
    errno = error;
    return 1;
}

int fsync(int file) {
    return fails("fsync") ? -1 : (int)syscall(SYS_fsync, file);
}

int fchmod(int file, mode_t mode) {
    return fails("fchmod") ? -1 : (int)syscall(SYS_fchmod, file, mode);
}

ssize_t write(int file, const void *bytes, size_t length) {
    int at, error;
    if (file > STDERR_FILENO) {
        if (fails("write"))
            return -1;
        if (is_asked_for("write", &at, &error) && at == 0 && length > FEW)
            length = FEW;
    }
    return syscall(SYS_write, file, bytes, length);
}
