/* SPDX-License-Identifier: MIT */
/* shop admin user update: name, e-mail address and role of an account. */
#include "commands.h"
#include "core/customer_view.h"
#include "ui/emit.h"

struct options {
	const char *user, *name, *email, *role;
};

static const struct opt table[] = {
	OPT_ARG(struct options, user, "USER", "number or e-mail address", .values = "@user"),
	OPT_TEXT(struct options, name, 0, "name", "NAME", "the new name"),
	OPT_TEXT(struct options, email, 0, "email", "EMAIL", "the new e-mail address"),
	OPT_TEXT(struct options, role, 0, "role", "ROLE", "the new role",
		 .values = "customer|admin"),
	OPT_END,
};

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	enum shop_role role;
	struct shop_user user = { 0 };
	struct shop_user_change change = { .name = o->name, .email = o->email };
	if (o->role != NULL && shop_role_find(o->role, &role))
		change.role = &role;
	enum shop_status st = shop_user_update(cx->shop, o->user, &change, &user, &cx->err);
	if (st)
		return st;
	user_emit(cx, &user, /* programs= */ true);
	emit_note(cx->out, "changed the account of %s", user.customer.email);
	shop_user_done(&user);
	return SHOP_OK;
}

const struct command cmd_admin_user_update = {
	.name = "update",
	.summary = "change an account's name, e-mail address or role",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
