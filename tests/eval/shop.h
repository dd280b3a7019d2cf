/* SPDX-License-Identifier: MIT */
#pragma once

/* A store to ask, the program that answers, and the store's own account of the truth. */

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What date words count from: a Sunday. */
#define EVAL_NOW "2026-11-22T10:00:00Z"

struct gold {
	char **items;
	size_t count;
};
void gold_done(struct gold *g);

struct eval_shop {
	char folder[1024];
	struct sqlite3 *db;
	char who[128];      /* asks now */
	const char *symbol; /* of the currency */
	const char *engine; /* NULL: the program's own choice */
	const char *model;  /* NULL: the same */
	int64_t state;      /* of orders and products when it was opened */
};

/*
 * Opens the store NAME under $TEST_SANDBOXES, and makes it first if it is not there or fresh is
 * set: "demo" is the demo shop, any other is made of NAME.jsonl beside the questions. Ends the
 * program with a message on failure.
 */
void shop_open(struct eval_shop *s, const char *name, bool fresh);
void shop_close(struct eval_shop *s);

/* The document that `shop chat --json` prints; NULL with a message in *ret_error, which the caller
 * frees. fresh: in a new conversation. */
json_t *shop_ask(const struct eval_shop *s, const char *message, bool fresh, char **ret_error);

/* The first column of what "SELECT sql" gives. False with a message in *ret_error (the caller frees
 * it): it is wrong, or gives nothing. */
bool shop_gold(const struct eval_shop *s, const char *sql, struct gold *ret, char **ret_error);

/* Has anything been bought, cancelled or changed since the store was opened? */
bool shop_changed(const struct eval_shop *s);
