/* SPDX-License-Identifier: MIT */
#pragma once

/* What has happened and what is still to come, as a line down a terminal. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/emit.h"

enum step_state {
	STEP_DONE,
	STEP_LATEST, /* done, and nothing after it is */
	STEP_OPEN,   /* still to come */
	STEP_FAILED, /* it ended here */
};

struct timeline_step {
	const char *title;
	enum step_state state;
	int64_t at;       /* SHOP_NONE: no time to show */
	const char *note; /* NULL: none */
};

/* Only on a terminal; nothing anywhere else. */
void emit_timeline(struct emit *e, const struct timeline_step *steps, size_t count);
