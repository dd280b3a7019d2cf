/* SPDX-License-Identifier: MIT */
/* Pictures that stand beside an imported file: read only from below its folder, and only if their
 * content is that of a picture. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "service/import.h"
#include "store/product.h"

enum { IMAGE_BYTES_MAX = 5 * 1024 * 1024, SEGMENT_SIZE = 256 };

static bool is_web_address(const char *path)
{
	return strncmp(path, "https://", 8) == 0 || strncmp(path, "http://", 7) == 0;
}

enum shop_status import_image_check(const char *path, struct shop_error *err)
{
	if (is_web_address(path))
		return SHOP_OK;
	bool fine = path[0] != '/';
	for (const char *p = path; fine && *p != '\0'; p += *p == '/' ? 1 : 0) {
		size_t len = strcspn(p, "/");
		fine = len < SEGMENT_SIZE && !(len == 2 && memcmp(p, "..", 2) == 0);
		p += len;
	}
	if (fine)
		return SHOP_OK;
	return shop_error_set(err, SHOP_E_INVALID,
			      "image: expected a path below the file's folder, got '%.100s'",
			      path);
}

static enum shop_status image_error(const char *path, const char *what, struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_INVALID, "image: '%.100s' %s", path, what);
}

static enum shop_status cannot_read(const char *path, struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_IO, "cannot read the picture '%.100s': %s", path,
			      strerror(errno));
}

/* Opens one segment of the path in a folder; *ret is -1 if it is not there. A symbolic link could
 * lead anywhere, so there may be none. */
static enum shop_status open_segment(int folder, const char *name, bool last, const char *path,
				     int *ret, struct shop_error *err)
{
	struct stat sb;
	*ret = -1;
	if (fstatat(folder, name, &sb, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(sb.st_mode))
		return image_error(path, "leads over a symbolic link", err);
	/* Not blocking: a pipe with nobody at its other end would be waited for. */
	int flags = last ? O_RDONLY | O_NONBLOCK | O_NOCTTY : O_PATH | O_DIRECTORY;
	*ret = openat(folder, name, flags | O_NOFOLLOW | O_CLOEXEC);
	if (*ret >= 0 || errno == ENOENT || errno == ENOTDIR)
		return SHOP_OK;
	return cannot_read(path, err);
}

/* *ret is -1 if there is no such file; else the caller closes it. */
static enum shop_status open_below(int folder, const char *path, int *ret, struct shop_error *err)
{
	int at = folder;
	enum shop_status st = SHOP_OK;
	const char *p = path + strspn(path, "/");
	while (!st && at >= 0 && *p != '\0') {
		char name[SEGMENT_SIZE];
		size_t len = strcspn(p, "/");
		snprintf(name, sizeof(name), "%.*s", (int)len, p);
		p += len;
		p += strspn(p, "/");
		int next = -1;
		st = open_segment(at, name, /* last= */ *p == '\0', path, &next, err);
		if (at != folder)
			close(at);
		at = next;
	}
	*ret = at == folder ? -1 : at;
	return st;
}

static enum shop_status read_bytes(int fd, const char *path, char *bytes, size_t size,
				   size_t *ret_len, struct shop_error *err)
{
	size_t len = 0;
	while (len < size) {
		ssize_t n = read(fd, bytes + len, size - len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return cannot_read(path, err);
		if (n == 0)
			break;
		len += (size_t)n;
	}
	*ret_len = len;
	return SHOP_OK;
}

static const char *media_type(const char *bytes, size_t len)
{
	static const struct {
		const char *type, *start;
		size_t len;
	} known[] = {
		{ "image/png", "\x89PNG\r\n\x1A\n", 8 },
		{ "image/jpeg", "\xFF\xD8\xFF", 3 },
		{ "image/gif", "GIF87a", 6 },
		{ "image/gif", "GIF89a", 6 },
	};
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (len > known[i].len && memcmp(bytes, known[i].start, known[i].len) == 0)
			return known[i].type;
	bool webp = len > 12 && memcmp(bytes, "RIFF", 4) == 0 && memcmp(bytes + 8, "WEBP", 4) == 0;
	return webp ? "image/webp" : NULL;
}

static enum shop_status put_bytes(struct import *im, int64_t product, const char *path, int fd,
				  struct shop_error *err)
{
	struct stat sb;
	if (fstat(fd, &sb) != 0)
		return cannot_read(path, err);
	if (!S_ISREG(sb.st_mode))
		return image_error(path, "is not a file", err);
	if (sb.st_size > IMAGE_BYTES_MAX)
		return image_error(path, "is larger than 5 MiB", err);
	size_t size = (size_t)sb.st_size, len = 0;
	CLEANUP(free_charp) char *bytes = malloc(size + 1);
	if (bytes == NULL)
		return out_of_memory(err);
	enum shop_status st = read_bytes(fd, path, bytes, size, &len, err);
	if (st)
		return st;
	const char *type = media_type(bytes, len);
	if (type == NULL)
		return image_error(path, "is not a PNG, JPEG, WebP or GIF picture", err);
	return product_image_put(im->shop->db, product, type, bytes, len, err);
}

enum shop_status import_image(struct import *im, int64_t product, const char *path,
			      struct shop_error *err)
{
	int fd = -1;
	if (im->folder < 0 || is_web_address(path))
		return SHOP_OK;
	enum shop_status st = open_below(im->folder, path, &fd, err);
	if (!st && fd < 0)
		im->counts.images_missing++;
	if (!st && fd >= 0)
		st = put_bytes(im, product, path, fd, err);
	if (fd >= 0)
		close(fd);
	return st;
}
