/* SPDX-License-Identifier: MIT */
#pragma once

/* What may stand at a place of the command line, as completion shows it. */

#include "core/command.h"

struct candidates {
	struct emit *out; /* gets a row for each: value, description */
	const char *word; /* how it begins, without regard to case */
	const char *lead; /* what stands before every value: "--sort=" */
};

/* One candidate, if it begins so. */
void candidate_put(const struct candidates *c, const char *value, const char *description);

/* The words of "a|b|c". */
void candidates_words(const struct candidates *c, const char *values);

/* The commands of a group; not those that are hidden. */
void candidates_commands(const struct candidates *c, const struct command *group);

/* The options of a table, with their dashes. */
void candidates_options(const struct candidates *c, const struct opt *table);

/* Values of a kind ("@product") from the store that cx would open; nothing if it cannot. */
void candidates_live(struct cmd_context *cx, const struct candidates *c, const char *kind);
