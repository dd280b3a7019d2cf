/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Output. A command says once what it has to say, as lists, records and prose with typed cells,
 * and it comes out as the user wants it: tables on a terminal, tab-separated lines in a pipe, one
 * JSON document, or JSON Lines. Commands have no branch for any of these.
 *
 *     emit_list_begin(e, NULL, NULL, columns, n); emit_row(e, cells); ... emit_list_end(e);
 *     emit_record_begin(e, NULL, "Product"); emit_field(e, &column, cell); ... emit_record_end(e);
 *
 * Lists and records nest; what is inside another has a key. Text may be any bytes: it is cleaned
 * for terminals here.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "shop/error.h"
#include "shop/store.h"
#include "ui/terminal_env.h"
#include "ui/tone.h"

enum cell_kind {
	CELL_TEXT,
	CELL_NUMBER,
	CELL_MONEY,  /* minor units; the currency is emit_currency()'s */
	CELL_RATING, /* hundredths; 4.5 in JSON */
	CELL_TIME,   /* seconds UTC */
	CELL_DAY,    /* days since 1970-01-01 */
	CELL_BOOL,
	CELL_STARS, /* one to five whole stars; a number in JSON and in pipes */
	CELL_BAR,   /* a number, drawn on terminals as the part that it is of cell.of */
};

enum column_flags {
	COLUMN_JSON_ONLY = 1 << 0, /* for programs, not for people */
	COLUMN_TEXT_ONLY = 1 << 1,
	COLUMN_SHRINK = 1 << 2,      /* gives up width first when the terminal is narrow */
	COLUMN_WRAP = 1 << 3,        /* takes several lines then, instead of being cut */
	COLUMN_SPARE = 1 << 4,       /* is left out where even that is not enough */
	COLUMN_SCREEN_ONLY = 1 << 5, /* for people at a terminal, neither in JSON nor in pipes */
};

struct column {
	const char *key;   /* in JSON, snake_case */
	const char *title; /* for people */
	enum cell_kind kind;
	unsigned flags;
};

struct cell {
	bool null;
	int64_t number;
	const char *text; /* borrowed for the call */
	int64_t of;       /* of a CELL_BAR: what would fill it */
	enum tone tone;   /* on terminals that have colour */
	const char *link; /* where it leads, on terminals that can; NULL: nowhere */
};

static inline struct cell cell_text(const char *text)
{
	return (struct cell){ .null = text == NULL, .text = text };
}
static inline struct cell cell_number(int64_t n)
{
	return (struct cell){ .null = n == SHOP_NONE, .number = n };
}
static inline struct cell cell_bool(bool b)
{
	return (struct cell){ .number = b ? 1 : 0 };
}

static inline struct cell cell_bar(int64_t part, int64_t whole)
{
	return (struct cell){ .number = part, .of = whole, .tone = TONE_BAR };
}
/* The same cell in another tone. */
static inline struct cell cell_toned(struct cell cell, enum tone tone)
{
	cell.tone = tone;
	return cell;
}

struct emit_options {
	bool json, jsonl, no_color, dumb, quiet;
	int columns; /* terminal's width; 0: ask it */
	int32_t utc_offset;
	const struct terminal_env *terminal; /* what is known of it; NULL: nothing; borrowed */
	bool no_pictures;
	const char *pager; /* what shows lists longer than the screen; NULL: nothing; borrowed */
};

struct emit;

enum shop_status emit_new(const struct emit_options *how, struct emit **ret,
			  struct shop_error *err);
void emit_free(struct emit *e);
/* Writes out what was said so far, for a person who waits for it. */
enum shop_status emit_flush(struct emit *e, struct shop_error *err);
/* Ends the output. IO if anything could not be written. */
enum shop_status emit_finish(struct emit *e, struct shop_error *err);

/* From here on, a list comes out as CSV with its header, and nothing else does; said before
 * anything else is. INVALID where JSON is wanted. */
enum shop_status emit_csv(struct emit *e, struct shop_error *err);

/* The currency of money cells from here on. */
void emit_currency(struct emit *e, const char *currency);

/* key: NULL at the top and inside a list. columns NULL, count 0: its elements are records. */
void emit_list_begin(struct emit *e, const char *key, const char *title,
		     const struct column *columns, size_t count);
void emit_row(struct emit *e, const struct cell *cells);
void emit_list_end(struct emit *e);

void emit_record_begin(struct emit *e, const char *key, const char *title);
void emit_field(struct emit *e, const struct column *column, struct cell cell);
void emit_record_end(struct emit *e);

/* A list of plain texts: ["a", "b"]. Nothing for people if it is empty. */
void emit_texts(struct emit *e, const char *key, const char *title, const char *const *texts,
		size_t count);

/* Text of several lines for people to read; a field in JSON. */
void emit_prose(struct emit *e, const char *key, const char *text);

/* Lists get no pager from here on: a person is being talked with. */
void emit_pager_off(struct emit *e);
/* The terminal may have another width by now. */
void emit_remeasure(struct emit *e);

/* Something that is JSON already (one line, len bytes with its line break) as an element of a list
 * at the top: an element of one array with --json, a line of its own otherwise. IO if it cannot be
 * written. emit_documents_end() ends the list. */
enum shop_status emit_document(struct emit *e, const char *line, size_t len,
			       struct shop_error *err);
void emit_documents_end(struct emit *e);

/* Bytes as they are, the same in every form of output. */
void emit_bytes(struct emit *e, const void *bytes, size_t len);

/* What is said in between is for programs alone: it stands in JSON and nowhere else. */
void emit_programs_begin(struct emit *e);
void emit_programs_end(struct emit *e);
/* And the other way round: it is shown to people, as tables or lines, and is not in JSON. */
void emit_people_begin(struct emit *e);
void emit_people_end(struct emit *e);
/* Or only to people at a terminal; or everywhere but there. */
void emit_screen_begin(struct emit *e);
void emit_screen_end(struct emit *e);
void emit_plain_begin(struct emit *e);
void emit_plain_end(struct emit *e);

/* A remark for people on a terminal ("12 more: use --limit"); goes nowhere else, and not there
 * either with --quiet. */
void emit_note(struct emit *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Is it read by a program that wants JSON, one document or one a line? (For refusals, not for
 * branches.) */
bool emit_is_json(const struct emit *e);

/* Is stdout a terminal that a person looks at? (For prompts and progress, not for branches.) */
bool emit_is_terminal(const struct emit *e);

/* Can the terminal show colour, and characters beyond ASCII? False where stdout is no terminal. */
bool emit_has_color(const struct emit *e);
bool emit_has_utf8(const struct emit *e);

/* Does stdout go to a terminal, in whatever form? What is shown besides would be in between. */
bool emit_reaches_terminal(const struct emit *e);

/* {"error":{...}} and {"warning":{"message":...}}, on one line. */
void emit_error_json(FILE *out, const struct shop_error *err, int exit);
void emit_warning_json(FILE *out, const char *text);
