/* SPDX-License-Identifier: MIT */
#pragma once

/* What the dispatcher provides to a command, by what the command declares. */

#include "core/command.h"

/* Opens the store, checks the login and the role. */
enum shop_status context_provide(struct cmd_context *cx);
void context_done(struct cmd_context *cx);

/* The name of the store: option, environment, configuration, default. Owned by the context. */
const char *context_store(const struct cmd_context *cx);

/* The same, or INVALID where there is no place for one. */
enum shop_status context_store_need(struct cmd_context *cx, const char **ret);

/* The stored login's token file, whichever way it was named. */
const char *context_token_file(const struct cmd_context *cx);
/* INVALID, EXISTS or IO if there is no place for a login: asked before anything is done that ends in one. */
enum shop_status context_token_need(struct cmd_context *cx);
/* Writes a token there: 0600, atomically. */
enum shop_status context_token_save(struct cmd_context *cx, const char *token);
/* Removes the login that has ended; it is fine if there is none, and what is no regular file stays.
 * Where the environment brought the token, the file is not what was used and stays as well. */
void context_token_remove(const struct cmd_context *cx);
