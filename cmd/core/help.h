/* SPDX-License-Identifier: MIT */
#pragma once

/* Help from the tables: it needs no store, login or network. */

#include <stdio.h>

#include "core/command.h"

/* "usage: shop products search [OPTIONS] QUERY..." */
void help_usage(FILE *out, const struct command *c, const char *path);
/* The whole help of a command. */
void help_print(FILE *out, const struct command *c, const char *path);
/* --help or --version, to stdout; returns the exit status. */
int help_or_version(struct cmd_context *cx);
