/* SPDX-License-Identifier: MIT */
#pragma once

/* A short list of texts that it owns. */

#include <stdbool.h>
#include <stddef.h>

struct texts {
	char **items;
	size_t count;
};

/* Adds a copy, unless it is there already. False: no memory. */
bool texts_add(struct texts *t, const char *text);
/* The same to a list that is no struct of its own. */
bool texts_add_to(char ***items, size_t *count, const char *text);
bool texts_have(const struct texts *t, const char *text);
void texts_done(struct texts *t);
