/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Options and operands as static const rows: parsing, help, completion and the check of the manual
 * all read the same table. A row names a member of the command's option struct; the type of the
 * member is checked when the table is compiled.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shop/error.h"
#include "shop/product.h"
#include "shop/store.h"

enum opt_kind {
	OPT_KIND_END,
	OPT_KIND_FLAG,  /* bool; --no-NAME takes it back */
	OPT_KIND_TEXT,  /* const char * */
	OPT_KIND_TEXTS, /* struct shop_texts: may be given several times */
	OPT_KIND_INT,   /* int64_t between min and max; SHOP_NONE if not given */
	OPT_KIND_ARG,   /* const char *: one operand */
	OPT_KIND_ARGS,  /* struct shop_texts: all operands that are left */
};

enum opt_flags {
	OPT_OPTIONAL = 1 << 0, /* an operand that may be missing */
};

struct opt {
	enum opt_kind kind;
	char letter;       /* 0: none */
	const char *name;  /* without dashes; an operand's name in capitals */
	const char *value; /* what stands for the value in help */
	const char *help;
	size_t at; /* of the member in the option struct */
	/* What may be given: words between '|', or '@' and a kind for completion, most of them live
	 * from the store ("@product", "@file"). NULL: anything. Only words are checked. */
	const char *values;
	int64_t min, max;
	unsigned flags;
};

#define OPT_AT(T, member, want)                                                                    \
	(offsetof(T, member) + 0 * sizeof(char[_Generic(((T *)0)->member, want : 1, default : -1)]))

#define OPT_FLAG(T, m, l, n, h)                                                                    \
	{                                                                                          \
		.kind = OPT_KIND_FLAG, .letter = (l), .name = (n), .help = (h),                    \
		.at = OPT_AT(T, m, bool)                                                           \
	}
#define OPT_TEXT(T, m, l, n, v, h, ...)                                                            \
	{                                                                                          \
		.kind = OPT_KIND_TEXT, .letter = (l), .name = (n), .value = (v), .help = (h),      \
		.at = OPT_AT(T, m, const char *), __VA_ARGS__                                      \
	}
#define OPT_TEXTS(T, m, l, n, v, h, ...)                                                           \
	{                                                                                          \
		.kind = OPT_KIND_TEXTS, .letter = (l), .name = (n), .value = (v), .help = (h),     \
		.at = OPT_AT(T, m, struct shop_texts), __VA_ARGS__                                 \
	}
#define OPT_INT(T, m, l, n, v, h, lo, hi)                                                          \
	{                                                                                          \
		.kind = OPT_KIND_INT, .letter = (l), .name = (n), .value = (v), .help = (h),       \
		.at = OPT_AT(T, m, int64_t), .min = (lo), .max = (hi)                              \
	}
/* The number of something that there may be: from 1 on. */
#define OPT_ID(T, m, l, n, v, h, live)                                                             \
	{                                                                                          \
		.kind = OPT_KIND_INT, .letter = (l), .name = (n), .value = (v), .help = (h),       \
		.at = OPT_AT(T, m, int64_t), .values = (live), .min = 1, .max = INT64_MAX          \
	}
#define OPT_ARG(T, m, n, h, ...)                                                                   \
	{                                                                                          \
		.kind = OPT_KIND_ARG, .name = (n), .help = (h), .at = OPT_AT(T, m, const char *),  \
		__VA_ARGS__                                                                        \
	}
#define OPT_ARGS(T, m, n, h, ...)                                                                  \
	{                                                                                          \
		.kind = OPT_KIND_ARGS, .name = (n), .help = (h),                                   \
		.at = OPT_AT(T, m, struct shop_texts), __VA_ARGS__                                 \
	}
#define OPT_END                                                                                    \
	{                                                                                          \
		.kind = OPT_KIND_END                                                               \
	}

static inline bool opt_is_operand(const struct opt *o)
{
	return o->kind == OPT_KIND_ARG || o->kind == OPT_KIND_ARGS;
}

/* The options that every command knows. */
struct globals {
	const char *store;
	bool json, jsonl, no_color, no_pager, quiet, no_input, help, version;
};
extern const struct opt global_opts[];

/* What is parsed into what. */
struct opt_target {
	const struct opt *table; /* NULL: none */
	void *into;
};

/*
 * Parses words (argc of them, without the command's own) into the command's options and the
 * globals. lists must have room for argc pointers for each OPT_TEXTS and OPT_ARGS row: it backs
 * the lists. SHOP_E_INVALID with the error's hint on what was meant. stop_at_operand ends at the
 * first word that is no option and sets *ret_used to how many words were taken.
 */
struct opt_parse {
	struct opt_target command, globals;
	int argc;
	char **argv;
	const char **lists;
	bool stop_at_operand;
	int used;
	bool extra; /* it failed for a word too many */
};
enum shop_status opt_parse(struct opt_parse *p, struct shop_error *err);

/* Sets every member to "not given": numbers to SHOP_NONE, the rest to zero. */
void opt_clear(const struct opt *table, void *into);

/* How many lists the table needs. */
size_t opt_list_count(const struct opt *table);

/* The row of the option with that name (len bytes of it) or, if letter is not 0, with that letter;
 * NULL: none. */
const struct opt *opt_find(const struct opt *table, const char *name, size_t len, char letter);

/* The row for the n-th operand, from 0: the last row takes all that are left if it is a list.
 * NULL: one too many. */
const struct opt *opt_operand(const struct opt *table, size_t n);

/* Is `word` one of the words of values ("a|b|c")? */
bool opt_word_is_one_of(const char *values, const char *word);
