/* SPDX-License-Identifier: MIT */
/* Writes pictures as files: below one folder, over no symbolic link, and never over something else.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "service/export.h"
#include "service/image.h"
#include "service/import.h"

enum { SEGMENT_SIZE = 256 };

static enum shop_status cannot_write(const char *name, struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_IO, "cannot write the picture '%.100s': %s", name,
			      strerror(errno));
}

/* Goes into a folder below another, made where missing; -1 if it cannot be one. */
static int enter(int folder, const char *name)
{
	if (mkdirat(folder, name, 0777) != 0 && errno != EEXIST)
		return -1;
	return openat(folder, name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* The folder that the last part of the path is to stand in, and where that part begins. */
static int enter_all(int folder, const char *path, const char **ret_last)
{
	int at = folder;
	const char *p = path + strspn(path, "/"), *slash;
	while (at >= 0 && (slash = strchr(p, '/')) != NULL) {
		char name[SEGMENT_SIZE];
		snprintf(name, sizeof(name), "%.*s", (int)(slash - p), p);
		int next = enter(at, name);
		if (at != folder)
			close(at);
		at = next;
		p = slash + strspn(slash, "/");
	}
	*ret_last = p;
	return at;
}

static bool write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, bytes, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes += n;
		len -= (size_t)n;
	}
	return true;
}

/* Is the file just these bytes? */
static bool is_same(int folder, const char *name, const struct export_picture *p)
{
	struct shop_image image = { 0 };
	int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	struct stat sb;
	bool same = fd >= 0 && fstat(fd, &sb) == 0 && S_ISREG(sb.st_mode) &&
		    (size_t)sb.st_size == p->len && image_read(fd, name, &image, NULL) == SHOP_OK &&
		    image.len == p->len && memcmp(image.bytes, p->bytes, p->len) == 0;
	shop_image_done(&image);
	if (fd >= 0)
		close(fd);
	return same;
}

static enum shop_status write_file(int folder, const char *last, const struct export_picture *p,
				   bool *ret_there, struct shop_error *err)
{
	int fd = openat(folder, last, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (fd < 0 && errno == EEXIST) {
		*ret_there = is_same(folder, last, p);
		return SHOP_OK;
	}
	if (fd < 0)
		return cannot_write(p->name, err);
	bool ok = write_all(fd, p->bytes, p->len);
	int saved = errno;
	ok = close(fd) == 0 && ok;
	if (!ok) {
		unlinkat(folder, last, 0);
		errno = saved;
		return cannot_write(p->name, err);
	}
	*ret_there = true;
	return SHOP_OK;
}

static enum shop_status cannot_enter(const char *folder, struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_IO, "cannot enter the folder '%.200s': %s", folder,
			      strerror(errno));
}

enum shop_status export_image_folder(const char *folder, struct shop_error *err)
{
	int fd = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return cannot_enter(folder, err);
	close(fd);
	return SHOP_OK;
}

enum shop_status export_image(const char *folder, const struct export_picture *picture,
			      bool *ret_there, struct shop_error *err)
{
	*ret_there = false;
	if (!image_is_path(picture->name) || import_image_check(picture->name, NULL) != SHOP_OK)
		return SHOP_OK;
	int fd = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return cannot_enter(folder, err);
	const char *last = NULL;
	enum shop_status st = SHOP_OK;
	int at = enter_all(fd, picture->name, &last);
	if (at >= 0 && last[0] != '\0')
		st = write_file(at, last, picture, ret_there, err);
	else if (at < 0 && errno != ELOOP && errno != ENOTDIR && errno != ENAMETOOLONG)
		st = cannot_write(picture->name, err);
	if (at >= 0 && at != fd)
		close(at);
	close(fd);
	return st;
}
