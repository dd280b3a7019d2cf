/* SPDX-License-Identifier: MIT */
#pragma once

/* What an import is made of: import.c runs it, import_put.c and import_user.c put records in,
 * import_image.c brings their pictures. */

#include "auth/auth.h"
#include "exchange/lines.h"
#include "exchange/record.h"
#include "service/service.h"
#include "store/catalogue.h"
#include "store/change.h"

struct import {
	struct shop *shop;
	const struct shop_import *in;
	struct shop_import_counts counts;
	struct lines lines;
	int64_t bytes;	/* of the file; 0: not known */
	int64_t now;	/* relative times count from here */
	int file, folder; /* folder: that the file is in; -1: pictures are not read */
	struct catalogue_cache *cache;
	const struct auth_ops *auth; /* loaded by the first password */
	bool messages; /* there has been one */
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

/* One record. */
enum shop_status import_put(struct import *im, const struct record *r, enum change *ret,
			    struct shop_error *err);
enum shop_status import_put_user(struct import *im, const struct record_user *u, enum change *ret,
				 struct shop_error *err);

/* The customer of that address. INVALID: there is none. */
enum shop_status import_find_customer(struct import *im, const char *email, int64_t *ret,
				      struct shop_error *err);

/* Is it the path of a file below the folder, or a web address? INVALID. */
enum shop_status import_image_check(const char *path, struct shop_error *err);
/* Reads a product's picture, if it is there; else it is counted as missing. INVALID: not a picture,
 * too large, or a symbolic link on the way. */
enum shop_status import_image(struct import *im, int64_t product, const char *path,
			      struct shop_error *err);

/* Stops with CANCELLED where shop_on_progress() says so: for work between statements. */
enum shop_status import_pause(struct import *im, struct shop_error *err);
