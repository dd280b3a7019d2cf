/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * The documents that shop-json(7) describes, and the comparison of JSON with them. A section whose
 * list has items is a document; an item's first line begins with what its keys hold:
 *
 *     .Ss Product
 *     The keys of Product card, and besides:
 *     .Bl -tag -width "description" -compact
 *     .It Cm group
 *     text or null: the same for all variants of one product
 *     .It Cm variants
 *     list of Product card
 *
 * integer, number, text, boolean, time, day, null, object of texts, list of ..., or another
 * document; a record is the one that its key type names, "Product record"; an event is
 * Event, or Answer event. ", needed" may follow:
 * where it does, the other keys may be missing. The section Commands says in the same way what each
 * command prints.
 */

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

struct documents;

/* Reads the page; fails the test if it cannot be understood. */
struct documents *documents_read(const char *page);
void documents_free(struct documents *d);

/* What the command prints, "list of Product"; NULL if the page does not say. */
const char *documents_of_command(const struct documents *d, const char *path);

/* Calls each() for every command that the page names. */
void documents_each_command(const struct documents *d, void (*each)(void *ctx, const char *path),
			    void *ctx);

/* Tells by found(path, ...) where the value is not what the type says, and keeps in mind what was
 * seen of it. */
void documents_check(struct documents *d, const char *path, const char *type, const json_t *value);

/* Tells by found() what is described and was never seen. */
void documents_check_seen(const struct documents *d);
