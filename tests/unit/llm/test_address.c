/* SPDX-License-Identifier: MIT */
/* The forms in which people write where a model server is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "llm/address.h"

static void every_form_is_read(void **state)
{
	static const struct {
		const char *text, *url;
		bool secure, local;
	} cases[] = {
		{ NULL, "http://127.0.0.1:11434", false, true },
		{ "", "http://127.0.0.1:11434", false, true },
		{ " \"\" ", "http://127.0.0.1:11434", false, true },
		{ "1.2.3.4", "http://1.2.3.4:11434", false, false },
		{ "example.com", "http://example.com:11434", false, false },
		{ "example.com:1234", "http://example.com:1234", false, false },
		{ "http://example.com", "http://example.com:80", false, false },
		{ "https://example.com", "https://example.com:443", true, false },
		{ "HTTPS://example.com", "https://example.com:443", true, false },
		{ "https://example.com:8443/", "https://example.com:8443", true, false },
		{ ":1234", "http://127.0.0.1:1234", false, true },
		{ "http://:1234", "http://127.0.0.1:1234", false, true },
		{ ":", "http://127.0.0.1:11434", false, true },
		{ "example.com/a/b/", "http://example.com:11434/a/b", false, false },
		{ "http://example.com:1/a", "http://example.com:1/a", false, false },
		{ "example.com:abc", "http://example.com:11434", false, false },
		{ "example.com:70000", "http://example.com:11434", false, false },
		{ "example.com:-1", "http://example.com:11434", false, false },
		{ "https://example.com:66000", "https://example.com:443", true, false },
		{ "example.com:0", "http://example.com:0", false, false },
		{ "ollama.com", "https://ollama.com:443", true, false },
		{ "ollama.com:11434", "http://ollama.com:11434", false, false },
		{ "::1", "http://[::1]:11434", false, true },
		{ "[::1]", "http://[::1]:11434", false, true },
		{ "[::1]:99", "http://[::1]:99", false, true },
		{ "http://[2001:db8::1]:99/x", "http://[2001:db8::1]:99/x", false, false },
		{ "2001:db8::1", "http://[2001:db8::1]:11434", false, false },
		{ "0.0.0.0", "http://127.0.0.1:11434", false, true },
		{ "0.0.0.0:99", "http://127.0.0.1:99", false, true },
		{ "::", "http://[::1]:11434", false, true },
		{ "[::]:99", "http://[::1]:99", false, true },
		{ " 'http://localhost:99' ", "http://localhost:99", false, true },
		{ "\"1.2.3.4\"", "http://1.2.3.4:11434", false, false },
		{ "LOCALHOST", "http://LOCALHOST:11434", false, true },
		{ "a.localhost", "http://a.localhost:11434", false, true },
		{ "127.8.9.1", "http://127.8.9.1:11434", false, true },
		{ "127.example.com", "http://127.example.com:11434", false, false },
		{ "localhost.example.com", "http://localhost.example.com:11434", false, false },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct address a;
		struct shop_error err = { .text = "" };
		assert_int_equal(address_parse(cases[i].text, &a, &err), SHOP_OK);
		assert_string_equal(a.url, cases[i].url);
		assert_string_equal(a.socket, "");
		assert_int_equal(a.secure, cases[i].secure);
		assert_int_equal(a.local, cases[i].local);
	}
}

static void sockets_are_read(void **state)
{
	struct address a;
	struct shop_error err;
	(void)state;
	assert_int_equal(address_parse(" unix:///run/a b.sock", &a, &err), SHOP_OK);
	assert_string_equal(a.socket, "/run/a b.sock");
	assert_string_equal(a.url, "http://localhost");
	assert_true(a.local && !a.secure);
}

static void others_are_refused(void **state)
{
	static char long_socket[200] = "unix:///", long_host[2000];
	static const char *const cases[] = {
		"ftp://example.com",
		"unix://relative",
		"unix:///",
		"http://a b",
		"http://a\nb",
		"user:pass@example.com",
		"http://u@h",
		"http://h?x",
		"http://h/a#b",
		"http://h/%2e%2e",
		"http://h\\x",
		"http://[::1",
		"h\x7F",
		"caf\xC3\xA9.example",
		"a:b:c",
		"http://[h]:1:2:3x",
		"://h",
		"file:///etc/passwd",
		"http://{h}",
		long_socket,
		long_host,
	};
	(void)state;
	memset(long_socket + 8, 'a', sizeof(long_socket) - 9);
	memset(long_host, 'a', sizeof(long_host) - 1);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct address a;
		struct shop_error err;
		if (address_parse(cases[i], &a, &err) != SHOP_E_INVALID)
			fail_msg("'%s' was read as %s", cases[i], a.url);
		assert_non_null(strstr(err.text, "no address of a model server"));
		assert_true(err.hint[0] != '\0');
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_is_read),
		cmocka_unit_test(sockets_are_read),
		cmocka_unit_test(others_are_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
