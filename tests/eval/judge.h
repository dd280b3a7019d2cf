/* SPDX-License-Identifier: MIT */
#pragma once

/* Is an answer right? */

#include <jansson.h>
#include <stdbool.h>

#include "eval/questions.h"
#include "eval/shop.h"

/* Has the text this in it, as whole words, whatever the case? A small number may be in words. */
bool judge_mentions(const char *text, const char *wanted);

/* answer: what `shop chat --json` printed. False with what is wrong with it in *ret_why, which the
 * caller frees; *ret_broken: the question itself has no gold. */
bool judge(const struct eval_shop *s, const struct question *q, const json_t *answer,
	   char **ret_why, bool *ret_broken);
