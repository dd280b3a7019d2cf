/* SPDX-License-Identifier: MIT */
/* Remembers that SIGINT or SIGTERM came; a second one ends the program at once. */
#include "core/interrupt.h"

#include <signal.h>
#include <stddef.h>

static volatile sig_atomic_t seen;

static void on_signal(int number)
{
	seen = number;
}

void interrupt_watch(void)
{
	struct sigaction action = { .sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND };
	sigemptyset(&action.sa_mask);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

bool interrupt_seen(void *unused)
{
	(void)unused;
	return seen != 0;
}

bool interrupt_forget(void)
{
	if (seen == SIGTERM)
		return false;
	seen = 0;
	interrupt_watch();
	return true;
}
