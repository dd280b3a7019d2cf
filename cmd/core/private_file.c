/* SPDX-License-Identifier: MIT */
/* Reads and writes the login's token file and its like. */
#include "core/private_file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ui/write_all.h"

static int make_parents(char *path)
{
	for (char *p = path + 1; (p = strchr(p, '/')) != NULL; p++) {
		*p = '\0';
		int rc = mkdir(path, 0700);
		*p = '/';
		if (rc != 0 && errno != EEXIST)
			return -1;
	}
	return 0;
}

int private_file_append(const char *path)
{
	char *copy = strdup(path);
	if (copy == NULL)
		return -1;
	int rc = make_parents(copy);
	free(copy);
	/* Whoever put a pipe there does not make the program wait for its other end. */
	return rc != 0 ? -1
		       : open(path,
			      O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK,
			      0600);
}

/* Devices, pipes and folders are nobody's to put away. */
static bool in_the_way(const char *path)
{
	struct stat sb;
	return stat(path, &sb) == 0 && !S_ISREG(sb.st_mode);
}

static enum shop_status cannot_write(const char *path, struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_IO, "cannot write '%s': %s", path, strerror(errno));
}

static enum shop_status refuse_special(const char *path, struct shop_error *err)
{
	return shop_error_set(err, SHOP_E_EXISTS, "'%s' is not a regular file, and not replaced",
			      path);
}

enum shop_status private_file_check(const char *path, struct shop_error *err)
{
	if (in_the_way(path))
		return refuse_special(path, err);
	char *folder = strdup(path);
	if (folder == NULL)
		return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	bool fine = make_parents(folder) == 0 && access(dirname(folder), W_OK | X_OK) == 0;
	enum shop_status st = fine ? SHOP_OK : cannot_write(path, err);
	free(folder);
	return st;
}

void private_file_remove(const char *path)
{
	if (!in_the_way(path))
		unlink(path);
}

enum shop_status private_file_write(const char *path, const char *bytes, size_t len,
				    struct shop_error *err)
{
	char *passing = NULL;
	if (in_the_way(path))
		return refuse_special(path, err);
	if (asprintf(&passing, "%s.XXXXXX", path) < 0)
		return shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	/* mkostemp makes the file with mode 0600. */
	int fd = make_parents(passing) == 0 ? mkostemp(passing, O_CLOEXEC) : -1;
	int rc = fd >= 0 && write_all(fd, bytes, len) ? 0 : -1;
	if (rc == 0)
		rc = fsync(fd);
	if (fd >= 0 && close(fd) != 0)
		rc = -1;
	if (rc == 0)
		rc = rename(passing, path);
	enum shop_status st = SHOP_OK;
	if (rc != 0) {
		st = cannot_write(path, err);
		if (fd >= 0)
			unlink(passing);
	}
	free(passing);
	return st;
}

static enum shop_status read_checked(int fd, const char *path, size_t max, char *out,
				     struct shop_error *err)
{
	struct stat sb;
	if (fstat(fd, &sb) == 0 && S_ISREG(sb.st_mode) && (sb.st_mode & 077) != 0) {
		shop_error_set(err, SHOP_E_DENIED, "others can read '%s'", path);
		shop_error_hint(err, "run: chmod 600 '%s'", path);
		return SHOP_E_DENIED;
	}
	size_t len = 0;
	ssize_t n = 0;
	while (len <= max && (n = read(fd, out + len, max + 1 - len)) != 0) {
		if (n < 0 && errno != EINTR)
			return shop_error_set(err, SHOP_E_IO, "cannot read '%s': %s", path,
					      strerror(errno));
		len += n > 0 ? (size_t)n : 0;
	}
	if (len > max)
		return shop_error_set(err, SHOP_E_IO, "'%s' is too large", path);
	out[len] = '\0';
	return SHOP_OK;
}

enum shop_status private_file_read(const char *path, size_t max, char **ret, struct shop_error *err)
{
	/* A pipe that nobody writes to must not be waited for: it is empty. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
		return shop_error_set(err, SHOP_E_NOT_FOUND, "there is no '%s'", path);
	if (fd < 0)
		return shop_error_set(err, SHOP_E_IO, "cannot read '%s': %s", path,
				      strerror(errno));
	fcntl(fd, F_SETFL, 0);
	char *text = malloc(max + 2);
	enum shop_status st = text != NULL ? read_checked(fd, path, max, text, err)
					   : shop_error_set(err, SHOP_E_NOMEM, "out of memory");
	close(fd);
	if (st)
		free(text);
	else
		*ret = text;
	return st;
}
