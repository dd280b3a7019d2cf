/* SPDX-License-Identifier: MIT */
/* The program `shop`. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "core/command.h"

/* A standard stream that is closed would give its number to the next file opened, the store
 * perhaps. What takes its place fails as the closed one would. */
static void standard_streams_keep(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
			open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

int main(int argc, char **argv)
{
	standard_streams_keep();
	/* A closed pipe ends the program quietly, also where whoever started it ignores that. */
	signal(SIGPIPE, SIG_DFL);
	/* Too large for a limit is an error like a full disk, which is said and cleaned up after. */
	signal(SIGXFSZ, SIG_IGN);
	return command_main(argc, argv);
}
