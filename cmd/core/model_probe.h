/* SPDX-License-Identifier: MIT */
#pragma once

/* Is somebody at home at the model server's address? */

#include <stdbool.h>
#include <stddef.h>

enum { PROBE_TEXT_SIZE = 256 };

/*
 * Connects to "HOST", "HOST:PORT" or "http://HOST:PORT/..." (the server's usual port where none is
 * given) and hangs up. Waits no longer than a second, the time for finding the address not counted.
 * False: `why` says what happened.
 */
bool model_probe(const char *address, char why[PROBE_TEXT_SIZE]);
