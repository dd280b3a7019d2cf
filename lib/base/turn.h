/* SPDX-License-Identifier: MIT */
#pragma once

/* Processes that take turns: whoever has the turn of a name holds it until it gives it back or
 * ends, however it ends. */

#include <stdint.h>

/*
 * Waits for the turn of `name` at the file `path`, which must be there and be writable to the
 * caller and is not changed, for up to about `wait_ms`. Returns a descriptor for turn_end(), or -1
 * with errno: EAGAIN if the wait was in vain. Different names may share a turn now and then: their
 * hashes are compared.
 */
int turn_wait(const char *path, const char *name, int wait_ms);
/* Gives the turn back and sets *turn to -1, which is fine as an argument. */
void turn_end(int *turn);
