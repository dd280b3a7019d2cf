/* SPDX-License-Identifier: MIT */
/* Reads pictures and tells what they are. */
#include "service/image.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

enum { IMAGE_BYTES_MAX = 5 * 1024 * 1024, FIRST_SIZE = 64 * 1024 };

static const struct {
	const char *type, *ending, *start;
	size_t len;
} known[] = {
	{ "image/png", "png", "\x89PNG\r\n\x1A\n", 8 },
	{ "image/jpeg", "jpg", "\xFF\xD8\xFF", 3 },
	{ "image/gif", "gif", "GIF87a", 6 },
	{ "image/gif", "gif", "GIF89a", 6 },
	{ "image/webp", "webp", "RIFF", 4 },
};
enum { KNOWN = sizeof(known) / sizeof(known[0]) };

const char *image_media_type(const void *bytes, size_t len)
{
	const char *p = bytes;
	for (size_t i = 0; i < KNOWN; i++) {
		if (len <= known[i].len || memcmp(p, known[i].start, known[i].len) != 0)
			continue;
		/* Sounds and films begin like WebP, and say later what they are. */
		bool riff = memcmp(known[i].start, "RIFF", 4) == 0;
		if (!riff || (len > 12 && memcmp(p + 8, "WEBP", 4) == 0))
			return known[i].type;
	}
	return NULL;
}

/* Reads on until the end, or until there is more than a picture may have. */
static enum shop_status read_all(int fd, const char *name, struct shop_image *image,
				 struct shop_error *err)
{
	size_t size = 0;
	for (;;) {
		if (image->len == size) {
			size = size == 0 ? FIRST_SIZE : 2 * size;
			char *bytes = realloc(image->bytes, size);
			if (bytes == NULL)
				return out_of_memory(err);
			image->bytes = bytes;
		}
		ssize_t n = read(fd, (char *)image->bytes + image->len, size - image->len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return shop_error_set(err, SHOP_E_IO,
					      "cannot read the picture '%.100s': %s", name,
					      strerror(errno));
		image->len += (size_t)n;
		if (n == 0 || image->len > IMAGE_BYTES_MAX)
			return SHOP_OK;
	}
}

enum shop_status image_read(int fd, const char *name, struct shop_image *ret,
			    struct shop_error *err)
{
	CLEANUP(shop_image_done) struct shop_image image = { 0 };
	enum shop_status st = read_all(fd, name, &image, err);
	if (st)
		return st;
	if (image.len > IMAGE_BYTES_MAX)
		return shop_error_set(err, SHOP_E_INVALID, "'%.100s' is larger than 5 MiB", name);
	const char *type = image_media_type(image.bytes, image.len);
	if (type == NULL)
		return shop_error_set(err, SHOP_E_INVALID,
				      "'%.100s' is not a PNG, JPEG, WebP or GIF picture", name);
	image.media_type = strdup(type);
	if (image.media_type == NULL)
		return out_of_memory(err);
	*ret = image;
	image = (struct shop_image){ 0 };
	return SHOP_OK;
}

bool image_is_path(const char *image)
{
	return image != NULL && image[0] != '\0' && strncmp(image, "https://", 8) != 0 &&
	       strncmp(image, "http://", 7) != 0;
}

char *image_name(const char *sku, const char *media_type, char out[IMAGE_NAME_SIZE])
{
	const char *ending = "img";
	for (size_t i = 0; i < KNOWN; i++)
		if (strcmp(known[i].type, media_type) == 0)
			ending = known[i].ending;
	size_t n = (size_t)snprintf(out, IMAGE_NAME_SIZE, "images/");
	/* A SKU may hold slashes and worse; no two of them get one name. */
	for (const char *p = sku; *p != '\0' && n + 16 < IMAGE_NAME_SIZE; p++) {
		bool plain = text_is_alpha(*p) || text_is_digit(*p) || strchr("-_.", *p) != NULL;
		n += (size_t)snprintf(out + n, IMAGE_NAME_SIZE - n, plain ? "%c" : "%%%02X",
				      (unsigned char)*p);
	}
	snprintf(out + n, IMAGE_NAME_SIZE - n, ".%s", ending);
	return out;
}
