/* SPDX-License-Identifier: MIT */
#pragma once

/* JSON from servers that may be careless, and JSON for them. */

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

static inline void free_jsonp(json_t **p)
{
	json_decref(*p);
}

/* Reads one value; text that is no UTF-8 and halves of surrogate pairs become U+FFFD. NULL if it is
 * no JSON all the same, nests too deeply, or has numbers beyond measure. */
json_t *json_read(const char *text, size_t len);
/* A copy of the text as an object in one line; "{}" for NULL; NULL if it is no object. */
char *json_object_text(const char *text);

/* The member if it is of that kind, else NULL or 0. */
const char *json_text(const json_t *object, const char *key);
int64_t json_whole(const json_t *object, const char *key);

/* Writes text in quotes, escaped; what is no UTF-8 becomes U+FFFD. */
void json_put(struct buf *out, const char *text);
