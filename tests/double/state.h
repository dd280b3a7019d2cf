/* SPDX-License-Identifier: MIT */
#pragma once

/* What the server remembers between requests: which models are loaded, with which options, and
 * what each was last given to read. */

#include "double/double.h"

struct load {
	bool fresh;      /* it was not loaded, or with other options */
	int64_t reloads; /* times it was loaded again */
};

/* Loads the model unless it is, and keeps it for so many seconds (negative: for good). */
struct load state_load(const struct exchange *x, const char *model, int64_t window,
		       double keep_seconds);
void state_unload(const char *model);
/* The window that it is loaded with; 0: it is not. *ret_seconds until it expires. */
int64_t state_loaded(const char *model, int64_t *ret_seconds);
/* How many bytes prompt shares with the model's prompt before, which it replaces. */
size_t state_common(const char *model, const char *prompt, size_t len);
/* Counts requests for a reply. */
int64_t state_nth(void);
/* The first rule that fits, used once more; NULL: none. nth: 0 for other requests. */
const json_t *state_rule(const struct exchange *x, int64_t nth, const char *model,
			 const char *last);
