/* SPDX-License-Identifier: MIT */
/* Pictures that stand beside an imported file: read only from below its folder, and only if their
 * content is that of a picture. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "service/image.h"
#include "service/import.h"

enum { SEGMENT_SIZE = 256 };

enum shop_status import_image_check(const char *path, struct shop_error *err)
{
	if (!image_is_path(path))
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
			      "image: expected a path below the file's folder, got '%.100s'", path);
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

static enum shop_status put_bytes(struct import *im, int64_t product, const char *path, int fd,
				  struct shop_error *err)
{
	struct stat sb;
	CLEANUP(shop_image_done) struct shop_image image = { 0 };
	if (fstat(fd, &sb) != 0)
		return cannot_read(path, err);
	if (!S_ISREG(sb.st_mode))
		return image_error(path, "is not a file", err);
	enum shop_status st = image_read(fd, path, &image, err);
	if (st == SHOP_E_INVALID)
		shop_error_prefix(err, "image: ");
	return st ? st : product_image_put(im->shop->db, product, &image, NULL, err);
}

/* A picture that is in the store already is not missing. */
static enum shop_status count_missing(struct import *im, int64_t product, struct shop_error *err)
{
	CLEANUP(shop_image_done) struct shop_image image = { 0 };
	enum shop_status st = product_image_about(im->shop->db, product, &image, err);
	if (!st && image.media_type == NULL)
		im->counts.images_missing++;
	return st;
}

enum shop_status import_image(struct import *im, int64_t product, const char *path,
			      struct shop_error *err)
{
	int fd = -1;
	if (!image_is_path(path))
		return SHOP_OK;
	enum shop_status st = im->folder >= 0 ? open_below(im->folder, path, &fd, err) : SHOP_OK;
	if (!st)
		st = fd >= 0 ? put_bytes(im, product, path, fd, err)
			     : count_missing(im, product, err);
	if (fd >= 0)
		close(fd);
	return st;
}

enum shop_status import_put_image(struct import *im, const struct record_image *r, enum change *ret,
				  struct shop_error *err)
{
	const char *type = image_media_type(r->bytes, r->len);
	struct db *db = im->shop->db;
	int64_t id = 0;
	bool changed = false;
	enum shop_status st = product_id_by_sku(db, r->sku, &id, err);
	if (st)
		return st;
	if (id == 0)
		return shop_error_set(err, SHOP_E_INVALID, "sku: there is no product '%s'", r->sku);
	if (type == NULL)
		return shop_error_set(err, SHOP_E_INVALID,
				      "data: is not a PNG, JPEG, WebP or GIF picture");
	CLEANUP(shop_image_done) struct shop_image old = { 0 };
	const struct shop_image image = { (char *)(uintptr_t)type, r->bytes, r->len };
	st = product_image_about(db, id, &old, err);
	if (!st)
		st = product_image_put(db, id, &image, &changed, err);
	if (st)
		return st;
	/* Its product was named before, and the picture was not there then. */
	if (old.media_type == NULL && im->counts.images_missing > 0)
		im->counts.images_missing--;
	*ret = old.media_type == NULL ? CHANGE_CREATED
	       : changed              ? CHANGE_UPDATED
				      : CHANGE_UNCHANGED;
	return SHOP_OK;
}
