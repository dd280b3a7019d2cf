/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Reading a JSON object into a struct by a table of its keys. What the table does not name is
 * refused, so that a misspelt key is not silently dropped.
 */

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"

/* Where a value comes from. */
struct field_source {
	int64_t now;      /* relative times count from here */
	const char *line; /* the text that was parsed: numbers are quoted from it */
	size_t len;
};

enum field_kind {
	FIELD_TEXT,  /* const char *: one line */
	FIELD_PROSE, /* const char *: what only people read; any characters */
	FIELD_INT,   /* int64_t */
	FIELD_CENTS, /* int64_t */
	FIELD_TIME,  /* int64_t: RFC 3339, or relative ("-9d"); SHOP_NONE without it */
	FIELD_OTHER, /* what read() makes of it */
};

enum field_flags {
	FIELD_REQUIRED = 1 << 0, /* must be there, and not null */
	FIELD_NULLABLE = 1 << 1, /* must be there, and may be null */
	FIELD_SECRET = 1 << 2,   /* never quoted */
};

struct field {
	const char *key;
	enum field_kind kind;
	unsigned flags;
	size_t offset;    /* of the member in the struct */
	int64_t min, max; /* of a number; of a text in bytes (max 0: no text may be so long) */
	/* FIELD_OTHER: value is not null */
	enum shop_status (*read)(const struct field_source *from, const struct field *field,
				 json_t *value, void *to, struct shop_error *err);
};

struct field_table {
	const struct field *fields;
	size_t count; /* at most 32 */
};
#define FIELD_TABLE(fields)                                                                        \
	{                                                                                          \
		fields, sizeof(fields) / sizeof((fields)[0])                                       \
	}

/*
 * Fills the members of *to, a zeroed struct, that the table names; texts are borrowed from object.
 * An optional key that is null counts as absent. skip (may be NULL) is a key that the caller has
 * read. INVALID: the message begins with the key; the hint tells a misspelt one.
 */
enum shop_status fields_read(const struct field_source *from, const struct field_table *table,
			     json_t *object, const char *skip, void *to, struct shop_error *err);

/* One value, not null; to is the struct. INVALID as above. */
enum shop_status field_read(const struct field_source *from, const struct field *field,
			    json_t *value, void *to, struct shop_error *err);

/* The rules of the table for a struct that was filled by other means: texts and numbers alone.
 * INVALID as above. */
enum shop_status fields_check(const struct field_table *table, const void *from,
			      struct shop_error *err);

/* Is it one line with something on it, without control characters, of at most max bytes? */
bool field_is_name(const char *text, size_t max);

/* "KEY: expected WHAT, got VALUE", the value cut short. */
enum shop_status field_expected(const struct field_source *from, const struct field *field,
				const char *what, const json_t *value, struct shop_error *err);

/* The nearest of the words, for a hint: NULL if none is near. */
const char *word_nearest(const char *word, const char *const *words, size_t count);
