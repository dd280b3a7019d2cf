/* SPDX-License-Identifier: MIT */
/* Finds what was installed with the program, also where the whole tree was moved. */
#include "core/place.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* BIN/shop -> BIN/../share/NAME */
static char *beside_program(const char *name)
{
	char self[PATH_MAX], *path = NULL;
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	if (n <= 0)
		return NULL;
	self[n] = '\0';
	char *slash = strrchr(self, '/');
	if (slash == NULL)
		return NULL;
	*slash = '\0';
	return asprintf(&path, "%s/../share/%s", self, name) >= 0 ? path : NULL;
}

static char *if_readable(char *path)
{
	if (path != NULL && access(path, R_OK) == 0)
		return path;
	free(path);
	return NULL;
}

char *place_share(const char *name)
{
	char *path = if_readable(beside_program(name));
	if (path != NULL)
		return path;
	return asprintf(&path, "%s/%s", SHOP_DATAROOTDIR, name) >= 0 ? if_readable(path) : NULL;
}
