/* SPDX-License-Identifier: MIT */
/* Chooses the engine. */
#include "core/chat_engine.h"

#include <string.h>

#include "core/config.h"

static const char *const words[] = {
	[SHOP_ENGINE_BUILTIN] = "builtin",
	[SHOP_ENGINE_OLLAMA] = "ollama",
	[SHOP_ENGINE_AUTO] = "auto",
};

const char *chat_engine_word(enum shop_engine engine)
{
	return words[engine];
}

bool chat_engine_find(const char *word, enum shop_engine *ret)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i], word) == 0) {
			*ret = (enum shop_engine)i;
			return true;
		}
	return false;
}

enum shop_status chat_engine_choose(struct cmd_context *cx, const char *engine, const char *model,
				    struct shop_chat *in)
{
	const struct config *c = cx->config;
	const char *word = engine != NULL      ? engine
			   : c->engine != NULL ? c->engine
					       : words[SHOP_ENGINE_BUILTIN];
	in->model = (struct shop_model){ .server = c->model_server,
					 .key = c->model_key,
					 .name = model != NULL ? model : c->model };
	if (chat_engine_find(word, &in->engine))
		return SHOP_OK;
	shop_error_set(&cx->err, SHOP_E_INVALID, "there is no engine '%s'", word);
	shop_error_hint(&cx->err, "SHOP_ENGINE is one of " CHAT_ENGINES);
	return SHOP_E_INVALID;
}
