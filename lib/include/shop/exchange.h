/* SPDX-License-Identifier: MIT */
#pragma once

/* The whole store coming in and going out: the exchange format, JSON Lines, described in
 * shop-json(7); what other programs keep their catalogues in; and a copy of the store itself. All
 * of it is for admins. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"
#include "shop/store.h"

/* How many records of each type were read; what stood there already in the same form counts as
 * unchanged. */
struct shop_import_counts {
	int64_t products, images, users, reviews, orders, policies, settings, messages;
	int64_t created, updated, unchanged;
	int64_t images_missing; /* pictures named, and found neither in the file nor beside it */
	int64_t passwords_lost; /* users who have none now, since theirs cannot be used here */
	bool own_password;      /* who imports has another password now, and the login is over */
};

enum shop_format {
	SHOP_FORMAT_ANY,   /* by its content */
	SHOP_FORMAT_JSONL, /* the exchange format */
	SHOP_FORMAT_CSV,   /* a table with a header */
	SHOP_FORMAT_JSON,  /* one list: of records, or what Django's dumpdata writes */
};

struct shop_import {
	const char *path; /* "-": standard input */
	enum shop_format format;
	int64_t batch; /* commit every so many lines; SHOP_NONE: all or nothing */
	/* called every so often with lines done and bytes done of all (0: not known) */
	void (*progress)(void *ctx, int64_t lines, int64_t done, int64_t all);
	/* called at the end of an import that was done, for each kind of thing that was left out:
	 * "sessions.session", "nothing that a store keeps", how many; NULL: not wanted */
	void (*skipped)(void *ctx, const char *what, const char *why, int64_t count);
	void *ctx;
};

/* Reads records into the store. INVALID with the line's number: a bad record; nothing of the file
 * (or of the batch) stays then. Only a list that Django wrote is read more leniently: what the
 * store has no place for is left out, and told. */
SHOP_API enum shop_status shop_import(struct shop *shop, const struct shop_import *in,
				      struct shop_import_counts *ret, struct shop_error *err);

struct shop_export {
	/* Gets the lines, each with its newline, one after the other. */
	enum shop_status (*write)(void *ctx, const char *line, size_t len, struct shop_error *err);
	void *ctx;
	/* called after every record with how many of all have been written; NULL: not wanted */
	void (*progress)(void *ctx, int64_t done, int64_t all);
	/* The folder that pictures are written to, as the files that the products name; NULL: all
	 * are records among the others, as are those whose files would replace others. */
	const char *images;
};

/*
 * Writes the whole store as records that shop_import() reads, as it is at one moment, in memory
 * that does not grow with it. The order is always the same: an import into a new store and an
 * export from there give the same lines. Not in it: logins and tokens, what they have been told,
 * and how often somebody mistook his password. IO.
 */
SHOP_API enum shop_status shop_export(struct shop *shop, const struct shop_export *in,
				      struct shop_error *err);

/*
 * Copies the store, as it is at one moment, to a new file that is its owner's alone, while others
 * go on reading and writing. ret_bytes (may be NULL): its size. EXISTS: something stands at path;
 * IO.
 */
SHOP_API enum shop_status shop_backup(struct shop *shop, const char *path, int64_t *ret_bytes,
				      struct shop_error *err);
