/* SPDX-License-Identifier: MIT */
/* Reads an exchange. */
#include "core/exchange_input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/input.h"
#include "ui/flat.h"

/* A character may take six bytes in JSON. */
enum { INPUT_MAX = 6 * (SHOP_MESSAGE_MAX + SHOP_REPLY_MAX) + 1024 };

struct reading {
	struct cmd_context *cx;
	struct exchange_input *into;
};

void exchange_input_done(struct exchange_input *in)
{
	free(in->message);
	free(in->reply);
	*in = (struct exchange_input){ 0 };
}

static enum shop_status copy_text(struct cmd_context *cx, const char *text, char **ret)
{
	*ret = strdup(text);
	return *ret != NULL ? SHOP_OK : shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
}

static enum shop_status member_read(void *ctx, const struct flat_member *m)
{
	const struct reading *r = ctx;
	char **text = strcmp(m->key, "message") == 0 ? &r->into->message
		      : strcmp(m->key, "reply") == 0 ? &r->into->reply
						     : NULL;
	bool conversation = strcmp(m->key, "conversation") == 0;
	if (text == NULL && !conversation)
		return shop_error_set(&r->cx->err, SHOP_E_INVALID,
				      "the input has a member '%.40s', which is not known", m->key);
	if (text != NULL && m->text != NULL)
		return copy_text(r->cx, m->text, text);
	if (conversation && (m->null || m->number > 0)) {
		r->into->conversation = m->number;
		return SHOP_OK;
	}
	return shop_error_set(&r->cx->err, SHOP_E_INVALID, "'%s' of the input is not a %s", m->key,
			      conversation ? "conversation's number" : "text");
}

enum shop_status exchange_input_read(struct cmd_context *cx, struct exchange_input *ret)
{
	char *text = NULL;
	*ret = (struct exchange_input){ .conversation = SHOP_NONE };
	enum shop_status st = input_read(cx, "the input", INPUT_MAX, &text);
	if (st)
		return st;
	st = flat_read(text, member_read, &(struct reading){ cx, ret }, &cx->err);
	free(text);
	if (!st && (ret->message == NULL || ret->reply == NULL))
		st = shop_error_set(&cx->err, SHOP_E_INVALID, "the input has no '%s'",
				    ret->message == NULL ? "message" : "reply");
	if (st == SHOP_E_INVALID)
		shop_error_hint(&cx->err,
				"the input is to be {\"message\":\"...\",\"reply\":\"...\"}");
	return st;
}
