/* SPDX-License-Identifier: MIT */
#pragma once

/* Small files that are their owner's alone: mode 0600, replaced in one step. */

#include <stddef.h>

#include "shop/error.h"

/* Writes a new file beside path and renames it; makes the folder (0700) where missing. IO. */
enum shop_status private_file_write(const char *path, const char *bytes, size_t len,
				    struct shop_error *err);

/* Could private_file_write() put something there? EXISTS: something that is no regular file stands
 * there; IO: the folder cannot be made or written. */
enum shop_status private_file_check(const char *path, struct shop_error *err);

/* Removes it, if it is a regular file or a link to one; it is fine if there is none. */
void private_file_remove(const char *path);

/* Opens a file that is written to at its end, making it and its folder where missing. -1 and errno
 * if that fails. */
int private_file_append(const char *path);

/* Reads the whole file as a text, which the caller frees. NOT_FOUND; IO, also for a file over max
 * bytes; DENIED if others than the owner may read it. */
enum shop_status private_file_read(const char *path, size_t max, char **ret,
				   struct shop_error *err);
