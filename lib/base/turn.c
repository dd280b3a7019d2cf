/* SPDX-License-Identifier: MIT */
/* A turn is a lock on one byte of a file, far behind its end; the byte is the name's hash. */
#include "base/turn.h"

#include <errno.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "base/hash.h"

static int try_once(int fd, int64_t at)
{
	/* Of the open file, not of the process: two handles of one program take turns as well. */
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = at, .l_len = 1 };
	return fcntl(fd, F_OFD_SETLK, &lock);
}

int turn_wait(const char *path, const char *name, int wait_ms)
{
	enum { STEP_MS = 10 };
	int fd = open(path, O_RDWR | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return -1;
	/* Offsets are not negative. */
	int64_t at = (int64_t)(hash_text(name) >> 2);
	int rc = try_once(fd, at);
	for (; rc != 0 && (errno == EAGAIN || errno == EACCES) && wait_ms > 0; wait_ms -= STEP_MS) {
		nanosleep(&(struct timespec){ .tv_nsec = STEP_MS * 1000000L }, NULL);
		rc = try_once(fd, at);
	}
	if (rc == 0)
		return fd;
	int why = errno == EACCES ? EAGAIN : errno;
	close(fd);
	errno = why;
	return -1;
}

void turn_end(int *turn)
{
	if (*turn >= 0)
		close(*turn);
	*turn = -1;
}
