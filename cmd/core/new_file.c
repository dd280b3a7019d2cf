/* SPDX-License-Identifier: MIT */
/* Writes under a passing name, and links the whole under its own. */
#include "core/new_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ui/write_all.h"

static enum shop_status occupied(const char *path, struct shop_error *err)
{
	shop_error_set(err, SHOP_E_EXISTS, "there is something at '%s' already", path);
	shop_error_hint(err, "nothing is replaced: name another file");
	return SHOP_E_EXISTS;
}

static enum shop_status cannot_write(const char *path, struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_IO, "cannot write '%s': %s", path, strerror(errno));
}

enum shop_status new_file_begin(struct new_file *f, const char *path, mode_t mode,
				struct shop_error *err)
{
	struct stat sb;
	*f = (struct new_file){ .path = path, .fd = -1 };
	if (lstat(path, &sb) == 0)
		return occupied(path, err);
	if (asprintf(&f->passing, "%s.new-%ld", path, (long)getpid()) < 0) {
		f->passing = NULL;
		return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	}
	f->fd = open(f->passing, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	return f->fd >= 0 ? SHOP_OK : cannot_write(path, err);
}

enum shop_status new_file_write(struct new_file *f, const void *bytes, size_t len,
				struct shop_error *err)
{
	f->bytes += (int64_t)len;
	return write_all(f->fd, bytes, len) ? SHOP_OK : cannot_write(f->path, err);
}

enum shop_status new_file_commit(struct new_file *f, struct shop_error *err)
{
	if (fsync(f->fd) != 0 || link(f->passing, f->path) != 0)
		return errno == EEXIST ? occupied(f->path, err) : cannot_write(f->path, err);
	return SHOP_OK;
}

void new_file_done(struct new_file *f)
{
	if (f->passing == NULL)
		return;
	if (f->fd >= 0) {
		close(f->fd);
		unlink(f->passing);
	}
	free(f->passing);
	*f = (struct new_file){ .fd = -1 };
}
