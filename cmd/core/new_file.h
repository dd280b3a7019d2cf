/* SPDX-License-Identifier: MIT */
#pragma once

/* Files that a command makes: there as a whole or not at all, and nothing is replaced. */

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "shop/error.h"

struct new_file {
	const char *path; /* borrowed */
	char *passing;    /* what it is called until it is complete */
	int fd;
	int64_t bytes;
};

/* mode: 0600 for what is its owner's alone, 0666 for what the umask decides. EXISTS, IO, NOMEM. */
enum shop_status new_file_begin(struct new_file *f, const char *path, mode_t mode,
				struct shop_error *err);
enum shop_status new_file_write(struct new_file *f, const void *bytes, size_t len,
				struct shop_error *err);
/* Flushes it and gives it its name. EXISTS, IO. */
enum shop_status new_file_commit(struct new_file *f, struct shop_error *err);
/* Frees, and removes what is not complete; an all-zero struct is fine. */
void new_file_done(struct new_file *f);
