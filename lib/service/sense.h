/* SPDX-License-Identifier: MIT */
#pragma once

/* What this store knows of a message's words: names, words that no product has, and what was meant
 * by those that are misspelt. */

#include "assistant/evidence.h"
#include "assistant/understand.h"
#include "service/service.h"

enum { SENSE_HITS = 96 };

struct sense {
	char *text; /* the message as one clean line */
	struct word words[UNDERSTAND_WORDS];
	size_t word_count;
	bool unknown[UNDERSTAND_WORDS]; /* no product has it */
	bool things[UNDERSTAND_WORDS];  /* some product is such a thing */
	size_t content;                 /* words that are no phrase of the assistant's */
	struct vocab_hit hits[SENSE_HITS];
	size_t hit_count;
	struct correction corrections[EVIDENCE_CORRECTIONS];
	size_t correction_count;
};

/* To be freed whatever it returns. */
enum shop_status sense_init(struct sense *s, struct shop *shop, const char *message,
			    struct shop_error *err);
void sense_done(struct sense *s);
