/* SPDX-License-Identifier: MIT */
#pragma once

/* Who phrases the answers: option, environment, configuration, default. */

#include "core/command.h"

/* engine and model as the options say, NULL: they do not. Texts belong to them and to the
 * configuration. INVALID: no such engine. */
enum shop_status chat_engine_choose(struct cmd_context *cx, const char *engine, const char *model,
				    struct shop_chat *in);

/* "builtin" ..., for people and for --engine; static. */
const char *chat_engine_word(enum shop_engine engine);
/* False: it is no engine's. */
bool chat_engine_find(const char *word, enum shop_engine *ret);

#define CHAT_ENGINES "builtin|ollama|auto"
