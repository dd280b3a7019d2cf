/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Tables with a header as records: RFC 4180, and what spreadsheets make of it (semicolons or tabs
 * instead of commas, LF or CRLF, a byte order mark, line breaks within quotation marks). A column
 * is a key of the record, "attributes.color" a key in one of its objects; "type" says what the rows
 * are, products without it; "price" is an amount such as 12.90 where price_cents is not there. An
 * empty cell is a key that is not there.
 */

#include "base/buf.h"
#include "exchange/lines.h"
#include "exchange/record.h"

struct csv {
	struct lines *lines;  /* borrowed; nothing has been read from it */
	const char *currency; /* of amounts; borrowed */
	struct buf head, row; /* the header's cells are in head */
	char **names, **cells;
	size_t count; /* of columns */
	char delimiter;
	int64_t number; /* of the line that the row began on, from 1 */
};

void csv_init(struct csv *c, struct lines *lines, const char *currency);
void csv_done(struct csv *c);

/* The next row as a record; *ret_some is false at the end. Relative times count from now. INVALID:
 * not a table, a row of another width than its header, or a record that is refused as
 * record_parse() would; IO, NOMEM. */
enum shop_status csv_next(struct csv *c, int64_t now, struct record *ret, bool *ret_some,
			  struct shop_error *err);
