/* SPDX-License-Identifier: MIT */
/* Is somebody at home: addresses in all their forms, a server that answers, and ones that do not. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/config.h"
#include "core/model_probe.h"

/* A socket on loopback; listening or only holding its port. */
static int open_port(bool listening, int *ret_port)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t size = sizeof(at);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_true(fd >= 0);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
	assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &size), 0);
	if (listening)
		assert_int_equal(listen(fd, 0), 0);
	*ret_port = ntohs(at.sin_port);
	return fd;
}

static void test_answers(void **state)
{
	(void)state;
	static const char *const forms[] = { "127.0.0.1:%d", "http://127.0.0.1:%d",
					     "https://127.0.0.1:%d/api/", "localhost:%d" };
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		char address[64], why[PROBE_TEXT_SIZE];
		int port, fd = open_port(true, &port);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
		snprintf(address, sizeof(address), forms[i], port);
#pragma GCC diagnostic pop
		if (!model_probe(address, why))
			fail_msg("%s: %s", address, why);
		close(fd);
	}
}

static void test_refused(void **state)
{
	(void)state;
	char address[64], expected[PROBE_TEXT_SIZE], why[PROBE_TEXT_SIZE];
	int port, fd = open_port(false, &port);
	snprintf(address, sizeof(address), "127.0.0.1:%d", port);
	snprintf(expected, sizeof(expected), "127.0.0.1:%d: Connection refused", port);
	assert_false(model_probe(address, why));
	assert_string_equal(why, expected);
	close(fd);
}

/* A server whose queue is full says nothing: it is not waited for longer than a second. */
static void test_silent(void **state)
{
	(void)state;
	enum { CLIENTS = 8 };
	char address[64], why[PROBE_TEXT_SIZE];
	int clients[CLIENTS], port, fd = open_port(true, &port);
	struct sockaddr_in at = { .sin_family = AF_INET,
				  .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
				  .sin_port = htons((uint16_t)port) };
	for (size_t i = 0; i < CLIENTS; i++) {
		clients[i] = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
		assert_true(clients[i] >= 0);
		(void)connect(clients[i], (struct sockaddr *)&at, sizeof(at));
	}
	usleep(50 * 1000);
	snprintf(address, sizeof(address), "127.0.0.1:%d", port);
	int64_t before = config_monotonic_ms();
	bool answered = model_probe(address, why);
	int64_t took = config_monotonic_ms() - before;
	assert_false(answered);
	assert_non_null(strstr(why, "timed out"));
	assert_true(took >= 900 && took < 5000);
	for (size_t i = 0; i < CLIENTS; i++)
		close(clients[i]);
	close(fd);
}

static void test_no_address(void **state)
{
	(void)state;
	static const char *const wrong[] = { "",          ":80",
					     "http://",   "host:",
					     "host:port", "[",
					     "[]:80",     "127.0.0.1:12345678901234567890" };
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		char why[PROBE_TEXT_SIZE] = "";
		if (model_probe(wrong[i], why))
			fail_msg("'%s' answers", wrong[i]);
		assert_non_null(strstr(why, "is not an address"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_silent),
		cmocka_unit_test(test_no_address),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
