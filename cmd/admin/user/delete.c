/* SPDX-License-Identifier: MIT */
/* shop admin user delete: an account goes, its orders stay. */
#include <stdio.h>

#include "commands.h"
#include "core/context.h"
#include "core/customer_view.h"
#include "core/prompt.h"
#include "ui/emit.h"

struct options {
	const char *user;
	bool yes;
};

static const struct opt table[] = {
	OPT_ARG(struct options, user, "USER", "number or e-mail address", .values = "@user"),
	OPT_FLAG(struct options, yes, 'y', "yes", "do not ask whether it is meant"),
	OPT_END,
};

static enum shop_status confirm(struct cmd_context *cx, const struct options *o)
{
	char question[512];
	struct shop_user user = { 0 };
	enum shop_status st = shop_user_get(cx->shop, o->user, &user, &cx->err);
	if (st)
		return st;
	snprintf(question, sizeof(question),
		 "Delete %s? Orders (%lld, open: %lld) and reviews (%lld) stay, without name and "
		 "address.",
		 user.customer.email, (long long)user.orders, (long long)user.open_orders,
		 (long long)user.reviews);
	shop_user_done(&user);
	return prompt_confirm(cx, o->yes, question);
}

static enum shop_status self_get(struct cmd_context *cx, int64_t *ret)
{
	struct shop_identity who;
	enum shop_status st = shop_whoami(cx->shop, &who, &cx->err);
	if (st)
		return st;
	*ret = who.customer.id;
	shop_identity_done(&who);
	return SHOP_OK;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	struct shop_user user = { 0 };
	int64_t self = 0;
	enum shop_status st = confirm(cx, o);
	if (!st)
		st = self_get(cx, &self);
	if (!st)
		st = shop_user_delete(cx->shop, o->user, &user, &cx->err);
	if (st)
		return st;
	if (user.customer.id == self)
		context_token_remove(cx);
	user_emit(cx, &user, /* programs= */ true);
	emit_note(cx->out, "deleted %s", user.customer.email);
	shop_user_done(&user);
	return SHOP_OK;
}

const struct command cmd_admin_user_delete = {
	.name = "delete",
	.summary = "delete an account; its orders stay",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
