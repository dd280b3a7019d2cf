/* SPDX-License-Identifier: MIT */
#pragma once

/* How products are shown. */

#include "core/command.h"

/* A list of products within a record; key as for emit_list_begin(). */
void product_cards_emit(struct cmd_context *cx, const char *key, const char *title,
			const struct shop_products *list);

/* All products that the filter lets through, as the command's output. On a terminal, says how
 * many more there are. */
enum shop_status product_list_emit(struct cmd_context *cx,
				   const struct shop_product_filter *filter);

/* A product with everything that is known of it. */
struct product_details {
	struct shop_product product;
	struct shop_attributes attributes;
	struct shop_products variants;
	struct shop_reviews reviews;
	struct shop_image image; /* without its bytes */
};
enum shop_status product_details_get(struct cmd_context *cx, const char *name,
				     struct product_details *ret);
void product_details_done(struct product_details *d);
/* As a record of its own. */
void product_details_emit(struct cmd_context *cx, const struct product_details *d);
