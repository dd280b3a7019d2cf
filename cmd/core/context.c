/* SPDX-License-Identifier: MIT */
/* Opens the store and checks the login, so that no command can forget to. */
#include "core/context.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/config.h"
#include "core/interrupt.h"
#include "core/private_file.h"
#include "ui/emit.h"

enum { TOKEN_FILE_MAX = 8192 };

const char *context_store(const struct cmd_context *cx)
{
	return cx->globals.store != NULL ? cx->globals.store : cx->config->store;
}

const char *context_token_file(const struct cmd_context *cx)
{
	return cx->config->token_file;
}

static enum shop_status no_home(struct cmd_context *cx, const char *what)
{
	shop_error_set(&cx->err, SHOP_E_INVALID, "no place for %s: HOME is not set", what);
	shop_error_hint(&cx->err, "set HOME, or SHOP_STORE and SHOP_TOKEN_FILE");
	return SHOP_E_INVALID;
}

enum shop_status context_store_need(struct cmd_context *cx, const char **ret)
{
	*ret = context_store(cx);
	return *ret != NULL ? SHOP_OK : no_home(cx, "the store");
}

enum shop_status context_token_need(struct cmd_context *cx)
{
	if (context_token_file(cx) == NULL)
		return no_home(cx, "the login");
	enum shop_status st = private_file_check(context_token_file(cx), &cx->err);
	if (st)
		shop_error_hint(&cx->err, "the login is kept there: name another file with "
					  "SHOP_TOKEN_FILE");
	return st;
}

enum shop_status context_token_save(struct cmd_context *cx, const char *token)
{
	enum shop_status st = context_token_need(cx);
	return st ? st : private_file_write(context_token_file(cx), token, strlen(token), &cx->err);
}

void context_token_remove(const struct cmd_context *cx)
{
	if (cx->config->token == NULL && context_token_file(cx) != NULL)
		private_file_remove(context_token_file(cx));
}

static enum shop_status not_logged_in(struct cmd_context *cx)
{
	shop_error_set(&cx->err, SHOP_E_NOT_LOGGED_IN, "not logged in");
	shop_error_hint(&cx->err, "run 'shop login', or 'shop register' if you have no account");
	return SHOP_E_NOT_LOGGED_IN;
}

/* The token from the environment, or from the file that login wrote. *ret is the caller's. */
static enum shop_status token_read(struct cmd_context *cx, char **ret)
{
	if (cx->config->token != NULL) {
		*ret = strdup(cx->config->token);
		return *ret != NULL ? SHOP_OK : shop_error_set(&cx->err, SHOP_E_NOMEM, "no memory");
	}
	if (context_token_file(cx) == NULL)
		return not_logged_in(cx);
	enum shop_status st =
		private_file_read(context_token_file(cx), TOKEN_FILE_MAX, ret, &cx->err);
	if (st == SHOP_E_NOT_FOUND)
		return not_logged_in(cx);
	if (!st)
		(*ret)[strcspn(*ret, "\r\n")] = '\0';
	if (!st && (*ret)[0] == '\0')
		return not_logged_in(cx);
	return st;
}

static enum shop_status login_provide(struct cmd_context *cx)
{
	char *token = NULL;
	enum shop_status st = token_read(cx, &token);
	if (!st)
		st = shop_authenticate(cx->shop, token, &cx->err);
	if (token != NULL)
		explicit_bzero(token, strlen(token));
	free(token);
	/* What is over is removed, so that the next call says "not logged in"; a token that the
	 * user manages himself is left alone. */
	if (st == SHOP_E_LOGIN_EXPIRED && !cx->config->token_file_given)
		context_token_remove(cx);
	return st;
}

/* A login that helps but is not needed: one that is missing, over or wrong is left alone. */
static void login_try(struct cmd_context *cx)
{
	char *token = NULL;
	if (!token_read(cx, &token))
		shop_authenticate(cx->shop, token, NULL);
	if (token != NULL)
		explicit_bzero(token, strlen(token));
	free(token);
	cx->err = (struct shop_error){ 0 };
}

static enum shop_status admin_check(struct cmd_context *cx)
{
	struct shop_identity who;
	enum shop_status st = shop_whoami(cx->shop, &who, &cx->err);
	if (st)
		return st;
	bool admin = who.customer.role == SHOP_ROLE_ADMIN;
	shop_identity_done(&who);
	if (admin)
		return SHOP_OK;
	shop_error_set(&cx->err, SHOP_E_DENIED, "'shop %s' is for admins", cx->path);
	shop_error_hint(&cx->err, "log in as one: 'shop login EMAIL'");
	return SHOP_E_DENIED;
}

enum shop_status context_provide(struct cmd_context *cx)
{
	unsigned needs = cx->command->needs;
	if ((needs & (NEED_STORE_RO | NEED_STORE_RW)) == 0)
		return SHOP_OK;
	const char *store;
	enum shop_status st = context_store_need(cx, &store);
	if (!st)
		st = shop_open(store, (needs & NEED_STORE_RW) != 0 ? SHOP_WRITE : SHOP_READ,
			       &cx->shop, &cx->err);
	if (st)
		return st;
	shop_set_now(cx->shop, cx->config->now, cx->config->utc_offset);
	shop_on_progress(cx->shop, interrupt_seen, NULL);
	interrupt_watch();
	if ((needs & (NEED_LOGIN | NEED_ADMIN)) != 0)
		st = login_provide(cx);
	else if ((needs & NEED_TOKEN) != 0)
		login_try(cx);
	if (!st && (needs & NEED_ADMIN) != 0)
		st = admin_check(cx);
	return st;
}

void context_done(struct cmd_context *cx)
{
	shop_close(cx->shop);
	cx->shop = NULL;
}
