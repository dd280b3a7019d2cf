/* SPDX-License-Identifier: MIT */
#pragma once

/* What the files that understand questions about orders share. */

#include "assistant/reading.h"

/* "orders", "purchases", "parcels". */
bool orders_plural(const struct reading *r);
/* Was an order spoken of last? */
bool orders_before(const struct reading *r);
/* "did I already buy": marks that one's own orders are spoken of. */
void orders_of_mine(struct reading *r);
/* Is the message about somebody else's orders: "what did Bob order", an e-mail address? */
bool orders_of_others(const struct reading *r);

/* The number of the order that is meant, by its digits or as "the second one" of those shown
 * before; or SHOP_NONE. Takes the words. */
int64_t orders_id(struct reading *r);
/* The states that are asked for and those that are ruled out, as in struct shop_order_filter; 0:
 * any. */
unsigned orders_statuses(const struct reading *r);
/* "my last three orders"; after the dates. */
void orders_limit(struct reading *r);
/* "the week before": the days before those that were spoken of last. */
void orders_days_around(struct reading *r);
/* "when do you post parcels": how the shop sends things, whosever they are. */
bool orders_sent_by_shop(const struct reading *r);
/* Is it about some time, and names nothing besides? */
bool orders_name_only_days(const struct reading *r);
bool orders_name_nothing(const struct reading *r);
/* Words that name no goods where orders are spoken of: "the orders placed so far". */
void orders_small_words(struct reading *r);

/* What is to be done with an order, or with goods. Decides the intent, or returns false. */
bool orders_action(struct reading *r);
