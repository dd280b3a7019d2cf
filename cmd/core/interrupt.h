/* SPDX-License-Identifier: MIT */
#pragma once

/* Ctrl-C: long work is asked to stop, so that transactions end as they should. */

#include <stdbool.h>

void interrupt_watch(void);
bool interrupt_seen(void *unused);

/* Takes a Ctrl-C for dealt with, and watches for the next. False: the program was told to end. */
bool interrupt_forget(void);
