/* SPDX-License-Identifier: MIT */
#pragma once

/* A message and its reply as JSON on standard input: {"message":"...","reply":"..."}, with
 * "conversation": N or null besides. */

#include "core/command.h"

struct exchange_input {
	char *message, *reply;
	int64_t conversation; /* SHOP_NONE: not said */
};

/* INVALID: anything else. *ret is freed with exchange_input_done(), also after a failure. */
enum shop_status exchange_input_read(struct cmd_context *cx, struct exchange_input *ret);
void exchange_input_done(struct exchange_input *in);
