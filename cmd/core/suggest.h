/* SPDX-License-Identifier: MIT */
#pragma once

/* "Did you mean ...?" */

#include "core/option.h"

/* Distance of two short texts: letters put in, left out, changed or swapped with the next. */
size_t suggest_distance(const char *a, const char *b);
/* Is `name` near enough to `word` to be what was meant? */
bool suggest_near(const char *word, const char *name);

enum { SUGGEST_SIZE = 64 };

/* The nearest of values ("a|b|c") into out; false if none is near. */
bool suggest_word(const char *word, const char *values, char out[SUGGEST_SIZE]);
/* The long option that was meant, without dashes; NULL if none is near. */
const char *suggest_option(const char *word, const struct opt *a, const struct opt *b);
