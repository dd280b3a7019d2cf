/* SPDX-License-Identifier: MIT */
#pragma once

/* A program that shows long output page by page. */

#include <stdbool.h>
#include <sys/types.h>

/* From here on stdout goes to the command, which a shell runs. What was written before must have
 * been flushed. 0 if it could not be started: stdout is as it was. */
pid_t pager_start(const char *command);

/* Ends stdout and waits for the person to leave the pager. */
void pager_wait(pid_t pager);
