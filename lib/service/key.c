/* SPDX-License-Identifier: MIT */
/* The file of the signing key. */
#include "service/key.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/cleanup.h"

enum { KEY_TEXT_SIZE = 2 * AUTH_KEY_SIZE + 1 }; /* digits and the newline */

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
}

enum shop_status key_path(const char *store_path, const char *ending, char out[PATH_MAX],
			  struct shop_error *err)
{
	int n = snprintf(out, PATH_MAX, "%s.key%s", store_path, ending);
	if (n < 0 || n >= PATH_MAX)
		return shop_error_set(err, SHOP_E_IO, "the store's path is too long");
	return SHOP_OK;
}

static enum shop_status key_failed(const char *path, struct shop_error *err)
{
	int why = errno;
	return shop_error_set(err, why == ENOENT ? SHOP_E_NOT_FOUND : SHOP_E_IO,
			      "cannot use the key file '%s': %s", path, strerror(why));
}

static int digit_value(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool key_parse(const char text[KEY_TEXT_SIZE], unsigned char key[AUTH_KEY_SIZE])
{
	for (size_t i = 0; i < AUTH_KEY_SIZE; i++) {
		int high = digit_value(text[2 * i]), low = digit_value(text[2 * i + 1]);
		if (high < 0 || low < 0)
			return false;
		key[i] = (unsigned char)(high << 4 | low);
	}
	return text[KEY_TEXT_SIZE - 1] == '\n';
}

static void key_format(const unsigned char key[AUTH_KEY_SIZE], char text[KEY_TEXT_SIZE])
{
	for (size_t i = 0; i < AUTH_KEY_SIZE; i++) {
		text[2 * i] = "0123456789abcdef"[key[i] >> 4];
		text[2 * i + 1] = "0123456789abcdef"[key[i] & 0xF];
	}
	text[KEY_TEXT_SIZE - 1] = '\n';
}

static enum shop_status key_check_mode(int fd, const char *path, struct shop_error *err)
{
	struct stat sb;
	if (fstat(fd, &sb) != 0)
		return key_failed(path, err);
	if (!S_ISREG(sb.st_mode))
		return shop_error_set(err, SHOP_E_IO, "the key file '%s' is not a regular file",
				      path);
	if ((sb.st_mode & (S_IRWXG | S_IRWXO)) == 0)
		return SHOP_OK;
	enum shop_status st = shop_error_set(
		err, SHOP_E_IO, "the key file '%s' is open to others than its owner", path);
	shop_error_hint(err, "if nobody has read it, run 'chmod 600' on it; else remove it, and "
			     "everybody logs in again");
	return st;
}

enum shop_status key_read(const char *store_path, unsigned char key[AUTH_KEY_SIZE],
			  struct shop_error *err)
{
	char path[PATH_MAX];
	enum shop_status st = key_path(store_path, "", path, err);
	if (st)
		return st;
	/* Without O_NONBLOCK, a pipe in its place would be waited for. */
	CLEANUP(close_fd) int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return key_failed(path, err);
	st = key_check_mode(fd, path, err);
	if (st)
		return st;
	char text[KEY_TEXT_SIZE + 1]; /* one more, to see what is too long */
	ssize_t n = read(fd, text, sizeof(text));
	bool ok = n == KEY_TEXT_SIZE && key_parse(text, key);
	explicit_bzero(text, sizeof(text));
	if (ok)
		return SHOP_OK;
	if (n < 0)
		return key_failed(path, err);
	st = shop_error_set(err, SHOP_E_IO, "the key file '%s' is damaged", path);
	shop_error_hint(err, "remove it: a new one is made, and everybody logs in again");
	return st;
}

/* A file appears under its name complete, or not at all. */
static bool write_all(int fd, const char text[KEY_TEXT_SIZE])
{
	ssize_t n = write(fd, text, KEY_TEXT_SIZE);
	if (n >= 0 && n != KEY_TEXT_SIZE)
		errno = ENOSPC;
	return n == KEY_TEXT_SIZE && fsync(fd) == 0;
}

static void flush_folder(char *path)
{
	CLEANUP(close_fd) int fd = open(dirname(path), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
	if (fd >= 0)
		fsync(fd);
}

static enum shop_status key_publish(const char *store_path, const char text[KEY_TEXT_SIZE],
				    struct shop_error *err)
{
	char path[PATH_MAX], passing[PATH_MAX];
	enum shop_status st = key_path(store_path, "", path, err);
	if (!st)
		st = key_path(store_path, ".new-XXXXXX", passing, err);
	if (st)
		return st;
	CLEANUP(close_fd) int fd = mkostemp(passing, O_CLOEXEC); /* with mode 0600 */
	bool made = false;
	if (fd >= 0) {
		/* link() never replaces: the first process's key stands. */
		made = write_all(fd, text) && (link(passing, path) == 0 || errno == EEXIST);
		int why = errno;
		unlink(passing);
		errno = why;
	}
	if (!made)
		return shop_error_set(err, SHOP_E_IO, "cannot make the key file '%s': %s", path,
				      strerror(errno));
	flush_folder(passing);
	return SHOP_OK;
}

enum shop_status key_ensure(const char *store_path, const struct auth_ops *auth,
			    unsigned char key[AUTH_KEY_SIZE], struct shop_error *err)
{
	struct shop_error local;
	enum shop_status st = key_read(store_path, key, &local);
	if (st != SHOP_E_NOT_FOUND) {
		if (st && err != NULL)
			*err = local;
		return st;
	}
	char text[KEY_TEXT_SIZE];
	st = auth->key_make(key, err);
	if (st)
		return st;
	key_format(key, text);
	st = key_publish(store_path, text, err);
	explicit_bzero(text, sizeof(text));
	return st ? st : key_read(store_path, key, err);
}
