/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * The words of a model's sentence that state nothing by themselves: articles, courtesy, and words
 * whose facts are examined elsewhere ("cheapest", "rated", "stock"). Everything else that a model
 * says must be found in the evidence.
 */

enum plain {
	PLAIN_NOT,      /* states something */
	PLAIN_FREE,     /* may be shown before the rest of its sentence is known */
	PLAIN_REFERS,   /* "it", "they": speaks of something that was named */
	PLAIN_AFFIRMS,  /* "yes": answers a question */
	PLAIN_DENIES,   /* "not": turns round what follows */
	PLAIN_EXAMINED, /* the number, amount, order or state around it is examined */
};

/* Of a folded word (words.h). */
enum plain plain_word(const char *fold);
