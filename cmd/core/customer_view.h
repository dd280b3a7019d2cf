/* SPDX-License-Identifier: MIT */
#pragma once

/* How accounts are shown. */

#include "core/command.h"

/* The fields of an account within a record that the caller began: those of a list, and the
 * address. */
void customer_emit(struct cmd_context *cx, const struct shop_customer *c);

/* An account and what there is of it besides, as a record of its own. programs: for them alone. */
void user_emit(struct cmd_context *cx, const struct shop_user *user, bool programs);

/* The accounts that the filter lets through, as a list. */
enum shop_status user_list_emit(struct cmd_context *cx, const struct shop_user_filter *filter);
