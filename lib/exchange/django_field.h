/* SPDX-License-Identifier: MIT */
#pragma once

/* Fields of Django's models by the names that they go by. */

#include <jansson.h>
#include <stdbool.h>

#include "exchange/django.h"

/* Is it one of the plain names between '|', but for case and underscores, which those have not? */
bool django_name_in(const char *name, const char *plain);

/* The first of the fields with one of the names ("created|createdat") that is not null; in the
 * order of the names. NULL: none. */
json_t *django_pick(const json_t *fields, const char *names);
/* The same, if it is a text with something in it; NULL otherwise. */
const char *django_pick_text(const json_t *fields, const char *names);

/* A key as a text: "12", "name"; of a natural key (a list) its first part. "" for null. The caller
 * frees it; NULL: no memory. */
char *django_key(const json_t *value);

/* Puts an amount ("129.99", 129.99, 129) in minor units, rounded half up, under a key; 0 if there
 * is none. INVALID: something that is no amount. */
enum shop_status django_put_amount(json_t *to, const char *key, const json_t *value,
				   const char *currency, struct shop_error *err);
/* Puts a time in RFC 3339; one without an offset counts as UTC. Nothing if there is none. */
void django_put_time(json_t *to, const char *key, const char *text);
/* Puts a text, cut at max bytes; nothing for NULL and "". */
void django_put_text(json_t *to, const char *key, const char *text, size_t max);

/* All names of fields of that kind that are known, between '|'. */
const char *django_known(enum django_kind kind);
