/* SPDX-License-Identifier: MIT */
/* Starts the pager and waits for it. */
#include "ui/pager.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void run_pager(const char *command, int in)
{
	dup2(in, STDIN_FILENO);
	/* As git does: leave at once if all fits, keep colours, do not clear the screen. */
	setenv("LESS", "FRX", /* overwrite= */ 0);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(127);
}

pid_t pager_start(const char *command)
{
	int ends[2];
	if (pipe2(ends, O_CLOEXEC) != 0)
		return 0;
	pid_t pid = fork();
	if (pid == 0)
		run_pager(command, ends[0]);
	close(ends[0]);
	if (pid < 0 || dup2(ends[1], STDOUT_FILENO) < 0)
		pid = 0;
	close(ends[1]);
	return pid;
}

void pager_wait(pid_t pager)
{
	/* Ctrl-C is the pager's while a person looks at it. */
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	sigaction(SIGINT, &ignore, NULL);
	/* The end of the pipe, without leaving the number free for the next file. */
	int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	if (nowhere < 0 || dup2(nowhere, STDOUT_FILENO) < 0)
		close(STDOUT_FILENO);
	if (nowhere >= 0)
		close(nowhere);
	while (waitpid(pager, NULL, 0) < 0 && errno == EINTR)
		;
}
