/* SPDX-License-Identifier: MIT */
#pragma once

/* The model server that a handle talks to: found once, and kept for the questions to come. */

#include "llm/llm.h"
#include "service/service.h"

struct model_peer {
	const struct llm_ops *ops;
	struct llm *llm;
	char *server, *name; /* server: NULL for the usual one */
};

/* The model's name, or the usual one. */
const char *model_name(const struct shop_model *m);

/* It belongs to the handle. MODEL. */
enum shop_status model_get(struct shop *shop, const struct shop_model *m,
			   const struct llm_watch *watch, struct model_peer **ret,
			   struct shop_error *err);
/* Hangs up; nothing happens without a model. */
void model_drop(struct shop *shop);
