/* SPDX-License-Identifier: MIT */
/* shop admin user update: name, e-mail address, role and password of an account. */
#include "commands.h"
#include "core/customer_view.h"
#include "core/prompt.h"
#include "ui/emit.h"

struct options {
	const char *user, *name, *email, *role;
	bool password_stdin;
};

static const struct opt table[] = {
	OPT_ARG(struct options, user, "USER", "number or e-mail address", .values = "@user"),
	OPT_TEXT(struct options, name, 0, "name", "NAME", "the new name"),
	OPT_TEXT(struct options, email, 0, "email", "EMAIL", "the new e-mail address"),
	OPT_TEXT(struct options, role, 0, "role", "ROLE", "the new role",
		 .values = "customer|admin"),
	OPT_FLAG(struct options, password_stdin, 0, "password-stdin",
		 "read the new password from standard input"),
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
	char *password = NULL;
	enum shop_status st = o->password_stdin ? password_from_stdin(cx, &password) : SHOP_OK;
	change.password = password;
	if (!st)
		st = shop_user_update(cx->shop, o->user, &change, &user, &cx->err);
	secret_free(password);
	if (st)
		return st;
	user_emit(cx, &user, /* programs= */ true);
	emit_note(cx->out, "changed the account of %s", user.customer.email);
	shop_user_done(&user);
	return SHOP_OK;
}

const struct command cmd_admin_user_update = {
	.name = "update",
	.summary = "change an account's name, e-mail, role or password",
	.opts = table,
	.opts_size = sizeof(struct options),
	.needs = NEED_STORE_RW | NEED_ADMIN,
	.run = run,
};
