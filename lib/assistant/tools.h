/* SPDX-License-Identifier: MIT */
#pragma once

/* What a model may ask of the store: to read, and nothing else. */

#include <stddef.h>

enum tool {
	TOOL_SEARCH,
	TOOL_PRODUCT,
	TOOL_COMPARE,
	TOOL_ORDERS,
	TOOL_TRACK,
	TOOL_POLICY,
	TOOLS,
};

enum { TOOL_ROUNDS = 4, TOOL_CALLS = 8 };

struct tool_text {
	const char *name, *description;
	const char *parameters; /* JSON schema */
};
extern const struct tool_text tool_texts[TOOLS];

/* TOOLS for a name that is none. */
enum tool tool_find(const char *name);
