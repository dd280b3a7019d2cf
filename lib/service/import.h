/* SPDX-License-Identifier: MIT */
#pragma once

/* What an import is made of: import.c runs it, import_source.c takes records out of the file,
 * import_put.c and import_user.c put them in, import_image.c brings their pictures, import_django.c
 * makes records of what Django wrote. */

#include "auth/auth.h"
#include "exchange/csv.h"
#include "exchange/django.h"
#include "exchange/elements.h"
#include "exchange/lines.h"
#include "exchange/record.h"
#include "service/service.h"
#include "store/catalogue.h"
#include "store/change.h"

/* What was left out, and how often. */
struct import_skipped {
	char *what, *why;
	int64_t count;
};
struct import_skips {
	struct import_skipped *items;
	size_t count;
};

struct import {
	struct shop *shop;
	const struct shop_import *in;
	struct shop_import_counts counts;
	struct import_skips skips;
	struct lines lines;
	struct csv csv;
	struct elements elements;
	enum shop_format format; /* of the file, when its beginning has been looked at */
	int64_t number;          /* of the line or element that was read last */
	int64_t bytes;           /* of the file; 0: not known */
	int64_t now;             /* relative times count from here */
	int file, folder;        /* folder: that the file is in; -1: pictures are not read */
	struct catalogue_cache *cache;
	const struct auth_ops *auth; /* loaded by the first password */
	bool messages, reviews;      /* there has been one */
	bool staged;                 /* rows wait in the stage */
};

/* Opens the file. NOT_FOUND, IO, NOMEM. import_done() is the caller's also after an error. */
enum shop_status import_open(struct import *im, struct shop *shop, const struct shop_import *in,
			     struct shop_error *err);
void import_done(struct import *im);

/*
 * Puts all records in, within the write transaction *txn, which the caller commits. With
 * in->batch, what is complete is committed and *txn is another one afterwards. Nothing here asks
 * who is acting. INVALID, CONFLICT: with the line's number.
 */
enum shop_status import_run(struct import *im, struct txn **txn, struct shop_error *err);

/* The next record of the file. *ret_some is false at its end; *ret_record is false where there is
 * something that is no record by itself. INVALID, IO, NOMEM. */
enum shop_status import_next(struct import *im, struct record *ret, bool *ret_some,
			     bool *ret_record, struct shop_error *err);
/* "line" or "element", whichever im->number counts. */
const char *import_unit(const struct import *im);

/* One record, counted. */
enum shop_status import_put(struct import *im, const struct record *r, struct shop_error *err);
enum shop_status import_put_user(struct import *im, const struct record_user *u, enum change *ret,
				 struct shop_error *err);

/* A hash that a password can be compared with; "!" is none. */
bool import_hash_usable(const char *hash);

/* Is it the path of a file below the folder, or a web address? INVALID. */
enum shop_status import_image_check(const char *path, struct shop_error *err);
/* Reads a product's picture, if it is there; else it is counted as missing. INVALID: not a picture,
 * too large, or a symbolic link on the way. */
enum shop_status import_image(struct import *im, int64_t product, const char *path,
			      struct shop_error *err);

/* A picture that came as a record. INVALID: no such product, or not a picture. */
enum shop_status import_put_image(struct import *im, const struct record_image *r, enum change *ret,
				  struct shop_error *err);

/* A row that Django wrote waits until all are there. import_django_end() makes records of them and
 * puts them in. */
enum shop_status import_django_row(struct import *im, const struct django_row *row,
				   struct shop_error *err);
enum shop_status import_django_end(struct import *im, struct shop_error *err);

/* Counts what is left out. */
enum shop_status import_skip(struct import *im, const char *what, const char *why,
			     struct shop_error *err);
void import_skips_done(struct import_skips *list);

/* Stops with CANCELLED where shop_on_progress() says so: for work between statements. */
enum shop_status import_pause(struct import *im, struct shop_error *err);
