/* SPDX-License-Identifier: MIT */
#pragma once

/* What asking and saving share: which conversation it is, and an exchange that is added to it. */

#include "service/service.h"

/* Text that a message may be, at most max bytes: INVALID with its name otherwise. */
enum shop_status conversation_check_text(const char *what, const char *text, size_t max,
					 struct shop_error *err);

/* wanted, which must be the acting customer's (NOT_FOUND); where it is SHOP_NONE, the login's
 * current one unless a fresh one is asked for. *ret is 0 for one that is still to begin. */
enum shop_status conversation_which(struct shop *shop, int64_t wanted, bool fresh, int64_t *ret,
				    struct shop_error *err);

struct exchange {
	int64_t conversation; /* 0: begins one, and is then its number */
	const char *message, *reply;
	const char *engine, *model, *context; /* of the reply; or NULL */
	const char *sent;                     /* the message as a model was sent it; or NULL */
	int64_t created_at;
};
/* Adds it to the conversation, which is the login's current one from then on. Within a write
 * transaction. */
enum shop_status conversation_add(struct shop *shop, struct exchange *x, struct shop_error *err);
