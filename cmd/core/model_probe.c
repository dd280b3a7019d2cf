/* SPDX-License-Identifier: MIT */
/* A TCP connection that is opened and closed. */
#include "core/model_probe.h"

#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { WAIT_MS = 1000, HOST_SIZE = 256, PORT_SIZE = 16 };

/* "https://[::1]:443/api" as host and port; false: it is no address. */
static bool split(const char *address, char host[HOST_SIZE], char port[PORT_SIZE])
{
	const char *usual = "11434", *at = address;
	if (strncmp(at, "http://", 7) == 0) {
		at += 7;
		usual = "80";
	} else if (strncmp(at, "https://", 8) == 0) {
		at += 8;
		usual = "443";
	}
	size_t len = *at == '[' ? strcspn(at, "]") : strcspn(at, ":/");
	const char *end = at + len;
	if (*at == '[') {
		at++;
		len--;
		end += *end == ']' ? 1 : 0;
	}
	size_t digits = *end == ':' ? strspn(end + 1, "0123456789") : 0;
	if (len == 0 || len >= HOST_SIZE || digits >= PORT_SIZE || (*end == ':' && digits == 0))
		return false;
	snprintf(host, HOST_SIZE, "%.*s", (int)len, at);
	if (digits > 0)
		snprintf(port, PORT_SIZE, "%.*s", (int)digits, end + 1);
	else
		snprintf(port, PORT_SIZE, "%s", usual);
	return true;
}

/* 0, or what went wrong. */
static int connect_within(const struct addrinfo *to, int milliseconds)
{
	int fd = socket(to->ai_family, to->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC,
			to->ai_protocol);
	if (fd < 0)
		return errno;
	int failed = connect(fd, to->ai_addr, to->ai_addrlen) == 0 ? 0 : errno;
	if (failed == EINPROGRESS) {
		struct pollfd p = { .fd = fd, .events = POLLOUT };
		socklen_t size = sizeof(failed);
		int n = poll(&p, 1, milliseconds);
		if (n <= 0)
			failed = n == 0 ? ETIMEDOUT : errno;
		else if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &failed, &size) != 0)
			failed = errno;
	}
	close(fd);
	return failed;
}

bool model_probe(const char *address, char why[PROBE_TEXT_SIZE])
{
	char host[HOST_SIZE], port[PORT_SIZE];
	struct addrinfo *all = NULL;
	const struct addrinfo hints = { .ai_socktype = SOCK_STREAM };
	if (!split(address, host, port)) {
		snprintf(why, PROBE_TEXT_SIZE, "'%.100s' is not an address", address);
		return false;
	}
	int rc = getaddrinfo(host, port, &hints, &all);
	/* It means this machine (RFC 6761, 6.3) even where no hosts file says so. */
	if (rc != 0 && strcmp(host, "localhost") == 0)
		rc = getaddrinfo("127.0.0.1", port, &hints, &all);
	if (rc != 0) {
		snprintf(why, PROBE_TEXT_SIZE, "%.100s: %s", host, gai_strerror(rc));
		return false;
	}
	int failed = EHOSTUNREACH;
	/* Of several addresses, all together get the second. */
	int count = 0;
	for (const struct addrinfo *a = all; a != NULL; a = a->ai_next)
		count++;
	for (const struct addrinfo *a = all; a != NULL && failed != 0; a = a->ai_next)
		failed = connect_within(a, WAIT_MS / count);
	freeaddrinfo(all);
	snprintf(why, PROBE_TEXT_SIZE, "%.100s:%s: %.100s", host, port, strerror(failed));
	return failed == 0;
}
