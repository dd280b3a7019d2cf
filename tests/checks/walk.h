/* SPDX-License-Identifier: MIT */
#pragma once

/* Walking the tree of commands, and naming what is wrong with one. */

#include <stdbool.h>

#include "core/command.h"

/* Says what is wrong with the command of that path ("" for the root), and counts it. */
void found(const char *path, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Calls check() for every command, hidden ones too, and fails the test if it found something. */
void walk(void (*check)(void *ctx, const struct command *c, const char *path), void *ctx);

/* Fails the test if something was found since the last call. */
void found_nothing(void);

/* Is there a command of that path that can be run? */
bool is_command(const char *path);

/* Commands for programs, not for people. */
bool is_hidden(const struct command *c);

/* All of a text file; fails the test if it cannot be read. The caller frees it. */
char *read_text(const char *path);
