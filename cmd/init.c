/* SPDX-License-Identifier: MIT */
/* shop init: a new store with its first admin, who is logged in afterwards. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "commands.h"
#include "core/config.h"
#include "core/context.h"
#include "core/fail.h"
#include "core/place.h"
#include "core/prompt.h"
#include "core/session.h"
#include "ui/emit.h"

struct options {
	const char *email, *name;
	bool demo, password_stdin;
};

static const struct opt table[] = {
	OPT_FLAG(struct options, demo, 0, "demo", "fill the store with the demo shop"),
	OPT_TEXT(struct options, email, 0, "email", "EMAIL", "the first admin's e-mail address"),
	OPT_TEXT(struct options, name, 0, "name", "NAME", "the first admin's name"),
	OPT_FLAG(struct options, password_stdin, 0, "password-stdin",
		 "read the password from standard input"),
	OPT_END,
};

#define NEXT_EMPTY                                                                                 \
	"The store is empty. Fill it with: shop admin import FILE\n"                               \
	"What it sells is then shown by: shop products list"
/* The customer is one of those in the demo shop. */
#define NEXT_DEMO                                                                                  \
	"Look around with: shop products list\n"                                                   \
	"Be a customer with: shop login alice@example.com\n"                                       \
	"(her password is demo-alice-pass), and ask:\n"                                            \
	"shop chat \"What's the cheapest smartwatch?\""

/* What to do next, which the caller frees; NULL: no memory. A place that only --store named has to
 * be named again. */
static char *next_steps(const struct cmd_context *cx, bool demo)
{
	char *text = NULL;
	const char *what = demo ? NEXT_DEMO : NEXT_EMPTY, *store = cx->globals.store;
	int n = store != NULL && strchr(store, '\'') == NULL
			? asprintf(&text, "Name the store: export SHOP_STORE='%s'\n%s", store, what)
			: asprintf(&text, "%s", what);
	return n >= 0 ? text : NULL;
}

/* Better said before any question is asked; shop_init() looks again. */
static enum shop_status check_free(struct cmd_context *cx, const char *store)
{
	struct shop *shop = NULL;
	struct shop_error why;
	enum shop_status st = shop_open(store, SHOP_READ, &shop, &why);
	shop_close(shop);
	if (st)
		return SHOP_OK;
	st = shop_error_set(&cx->err, SHOP_E_EXISTS, "there is a store at '%s' already", store);
	shop_error_hint(&cx->err, "use it, or name another place with --store or SHOP_STORE");
	return st;
}

/* The demo shop asks nothing: its admin has a name and a random password. */
static enum shop_status admin_get(struct cmd_context *cx, const struct options *o,
				  struct credentials *ret)
{
	struct credentials_want want = { .email = o->email,
					 .name = o->name,
					 .email_word = "--email",
					 .password_stdin = o->password_stdin,
					 .fresh = true };
	if (!o->demo || o->password_stdin) {
		if (o->demo && want.email == NULL)
			want.email = "admin@example.com";
		if (o->demo && want.name == NULL)
			want.name = "Admin";
		return credentials_get(cx, &want, ret);
	}
	ret->email = strdup(o->email != NULL ? o->email : "admin@example.com");
	ret->name = strdup(o->name != NULL ? o->name : "Admin");
	if (ret->email == NULL || ret->name == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOMEM, "out of memory");
	return password_make(cx, &ret->password);
}

static enum shop_status make(struct cmd_context *cx, const char *store, const struct options *o,
			     const struct credentials *admin)
{
	struct shop_init in = { .uri = store,
				.email = admin->email,
				.name = admin->name,
				.password = admin->password,
				.now = cx->config->now };
	char *demo = o->demo ? place_share("shop/demo.jsonl") : NULL;
	if (o->demo && demo == NULL)
		return shop_error_set(&cx->err, SHOP_E_NOT_FOUND,
				      "the demo shop was not installed with the program");
	in.demo = demo;
	enum shop_status st = shop_init(&in, &cx->err);
	free(demo);
	if (!st)
		st = shop_open(store, SHOP_WRITE, &cx->shop, &cx->err);
	if (!st)
		st = session_begin(cx, admin->email, admin->password);
	return st;
}

static enum shop_status report(struct cmd_context *cx, const char *store, const struct options *o,
			       const struct credentials *admin)
{
	static const struct column where = { "store", "Store", CELL_TEXT, 0 };
	static const struct column email = { "email", "Admin", CELL_TEXT, COLUMN_TEXT_ONLY };
	static const struct column password = { "password", "Password", CELL_TEXT, 0 };
	/* Only what was made here is told, and only here. */
	bool made = o->demo && !o->password_stdin;
	if (made)
		cx->way_out = "nobody has seen the admin's password: remove the store, and run "
			      "this again";
	emit_record_begin(cx->out, NULL, NULL);
	emit_field(cx->out, &where, cell_text(store));
	emit_field(cx->out, &email, cell_text(admin->email));
	enum shop_status st = session_emit(cx, /* people= */ false);
	emit_field(cx->out, &password, cell_text(made ? admin->password : NULL));
	char *next = next_steps(cx, o->demo);
	emit_prose(cx->out, "next", next != NULL ? next : "");
	free(next);
	if (st)
		return st;
	emit_record_end(cx->out);
	emit_note(cx->out, "logged in as %s", admin->email);
	return SHOP_OK;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	const struct options *o = opts;
	const char *store;
	struct credentials admin = { 0 };
	enum shop_status st = context_store_need(cx, &store);
	if (!st)
		st = context_token_need(cx);
	if (!st)
		st = check_free(cx, store);
	if (!st)
		st = admin_get(cx, o, &admin);
	if (!st)
		st = make(cx, store, o, &admin);
	if (!st)
		fail_done(cx, "the store was made");
	if (!st)
		st = report(cx, store, o, &admin);
	credentials_done(&admin);
	return st;
}

const struct command cmd_init = {
	.name = "init",
	.summary = "make a store and its first admin",
	.opts = table,
	.opts_size = sizeof(struct options),
	.run = run,
};
