/* SPDX-License-Identifier: MIT */
#pragma once

/* Pictures of products: known by their content, never by their name. */

#include "service/service.h"
#include "store/product.h"

enum { IMAGE_NAME_SIZE = 256 };

/* "image/png", "image/jpeg", "image/webp" or "image/gif", by how the bytes begin; NULL for anything
 * else. */
const char *image_media_type(const void *bytes, size_t len);

/* All that can be read from fd, which may be a pipe, as a picture; name is for messages. Freed with
 * shop_image_done(). INVALID: larger than 5 MiB, or not a picture of a kind that is known; IO,
 * NOMEM. */
enum shop_status image_read(int fd, const char *name, struct shop_image *ret,
			    struct shop_error *err);

/* Is it a path below some folder, and no web address? Only such a picture can be in the store. */
bool image_is_path(const char *image);

/* What a product's picture is called that came without a name: "images/EL-0042.png". Returns out.
 */
char *image_name(const char *sku, const char *media_type, char out[IMAGE_NAME_SIZE]);
