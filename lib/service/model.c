/* SPDX-License-Identifier: MIT */
/* Finds the model server, and keeps it. */
#include "service/model.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* Of a kind that knows customers' questions, and small enough for any machine. */
#define USUAL_MODEL "hf.co/souvik2132/Mistral_support:Q4_K_M"

const char *model_name(const struct shop_model *m)
{
	return m->name != NULL && m->name[0] != '\0' ? m->name : USUAL_MODEL;
}

void model_drop(struct shop *shop)
{
	struct model_peer *m = shop->model;
	if (m == NULL)
		return;
	m->ops->close(m->llm);
	free(m->server);
	free(m->name);
	free(m);
	shop->model = NULL;
}

static enum shop_status find(const struct shop_model *in, const struct llm_watch *watch,
			     const struct llm_ops **ret_ops, struct llm **ret,
			     struct shop_error *err)
{
	const struct llm_server server = { .host = in->server,
					   .key = in->key,
					   .model = model_name(in) };
	*ret_ops = module_symbol(LLM_MODULE, LLM_SYMBOL, err);
	return *ret_ops != NULL ? (*ret_ops)->open(&server, watch, ret, err) : SHOP_E_FAILED;
}

static enum shop_status model_open(struct shop *shop, const struct shop_model *in,
				   const struct llm_watch *watch, struct shop_error *err)
{
	const struct llm_ops *ops;
	struct llm *llm;
	enum shop_status st = find(in, watch, &ops, &llm, err);
	if (st)
		return st;
	struct model_peer *m = calloc(1, sizeof(*m));
	if (m != NULL) {
		*m = (struct model_peer){ .ops = ops,
					  .llm = llm,
					  .server = in->server != NULL ? strdup(in->server) : NULL,
					  .name = strdup(model_name(in)) };
		shop->model = m;
	}
	if (m == NULL || m->name == NULL || (in->server != NULL && m->server == NULL)) {
		if (m == NULL)
			ops->close(llm);
		model_drop(shop);
		return out_of_memory(err);
	}
	return SHOP_OK;
}

enum shop_status model_get(struct shop *shop, const struct shop_model *in,
			   const struct llm_watch *watch, struct model_peer **ret,
			   struct shop_error *err)
{
	struct model_peer *m = shop->model;
	if (m != NULL && (!text_same(m->server, in->server) || !text_same(m->name, model_name(in))))
		model_drop(shop);
	enum shop_status st = SHOP_OK;
	if (shop->model == NULL)
		st = model_open(shop, in, watch, err);
	*ret = shop->model;
	return st;
}

void shop_chat_prepare(struct shop *shop, const struct shop_model *in)
{
	struct model_peer *m;
	const struct llm_watch watch = { 0 };
	if (!model_get(shop, in, &watch, &m, NULL))
		m->ops->preload(m->llm);
}

enum shop_status shop_model_check(const struct shop_model *model, bool (*cancelled)(void *ctx),
				  void *ctx, struct shop_error *err)
{
	const struct llm_watch watch = { .cancelled = cancelled, .ctx = ctx };
	const struct llm_ops *ops;
	struct llm *llm;
	enum shop_status st = find(model, &watch, &ops, &llm, err);
	if (!st)
		ops->close(llm);
	return st;
}
