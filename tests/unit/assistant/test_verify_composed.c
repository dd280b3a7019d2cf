/* SPDX-License-Identifier: MIT */
/* What is composed is borne out by what it was composed of; changed, it is not. */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "assistant/compose.h"
#include "assistant/span.h"
#include "claims.h"

/* Whatever is composed is borne out by what it was composed of. */
static void test_composed_is_grounded(void **state)
{
	(void)state;
	enum { SCENES = 300 };
	for (uint64_t seed = 1; seed <= SCENES; seed++) {
		struct scene s;
		struct verdict v;
		scene_make(&s, seed);
		char *reply = compose(&s.u, &s.e);
		assert_non_null(reply);
		assert_true(verify(reply, &s.u, &s.e, &v));
		for (size_t i = 0; i < v.count && !v.grounded; i++)
			if (!v.claims[i].ok)
				print_message("seed %d: %s '%s' in:\n%s\n", (int)seed,
					      v.claims[i].kind, v.claims[i].text, reply);
		assert_true(v.grounded);
		verdict_done(&v);
		free(reply);
		scene_done(&s);
	}
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The number that begins at or behind `at`, unless it only numbers a line; 0 at the end. */
static size_t find_number(const char *reply, size_t at, size_t *ret_end)
{
	for (; reply[at] != '\0'; at++) {
		if (!is_digit(reply[at]) || (at > 0 && is_digit(reply[at - 1])))
			continue;
		size_t end = at;
		while (is_digit(reply[end]))
			end++;
		bool line = at == 0 || reply[at - 1] == '\n';
		if (line && reply[end] == '.' && reply[end + 1] == ' ')
			continue;
		*ret_end = end;
		return at;
	}
	return 0;
}

static bool grounded_with(struct scene *s, const char *reply, struct span span, int64_t number)
{
	struct verdict v;
	size_t len = strlen(reply) + 32;
	char *changed = malloc(len);
	assert_non_null(changed);
	snprintf(changed, len, "%.*s%" PRId64 "%s", (int)span.start, reply, number,
		 reply + span.end);
	assert_true(verify(changed, &s->u, &s->e, &v));
	bool grounded = v.grounded;
	verdict_done(&v);
	free(changed);
	return grounded;
}

/* No number of a reply can be replaced by one that no evidence has; and hardly any by another near
 * it, which may happen to be true of something else. */
static void test_changed_numbers_are_noticed(void **state)
{
	(void)state;
	enum { SCENES = 150, PERCENT_TRIED = 12, STRANGE = 73000 };
	int64_t tried = 0, missed = 0;
	for (uint64_t seed = 1; seed <= SCENES; seed++) {
		struct scene s;
		struct span span = { 0, 0 };
		scene_make(&s, seed);
		char *reply = compose(&s.u, &s.e);
		assert_non_null(reply);
		while ((span.start = find_number(reply, span.end, &span.end)) > 0) {
			if (!scene_chance(&s, PERCENT_TRIED))
				continue;
			int64_t number = strtoll(reply + span.start, NULL, 10),
				step = 1 + scene_below(&s, 9);
			if (grounded_with(&s, reply, span, STRANGE + scene_below(&s, 9999)))
				fail_msg("seed %d: a strange number instead of '%.*s' in:\n%s",
					 (int)seed, (int)(span.end - span.start),
					 reply + span.start, reply);
			missed += grounded_with(&s, reply, span,
						number < step ? number + step : number - step);
			tried++;
		}
		free(reply);
		scene_done(&s);
	}
	assert_true(tried > 200);
	assert_true(missed * 100 < tried);
}

static void test_any_bytes(void **state)
{
	(void)state;
	static const char *const replies[] = {
		"",
		"\xff\xfe\x80",
		"\"",
		"'",
		"#",
		"$",
		"#99999999999999999999999",
		"$99999999999999999999.99",
		"1.2.3.4.5",
		"\n\n\n;;;...",
		"\xE2\x80",
		"5 \xC3",
		"\"\"\"'''```",
		"order",
		"1",
		"((((((((((",
	};
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	for (size_t i = 0; i < COUNT(replies); i++) {
		struct verdict v;
		char *exact =
			scene_copy(replies[i]); /* so that reading beyond the end is noticed */
		assert_true(verify(exact, &u, &e, &v));
		verdict_done(&v);
		free(exact);
	}
	struct scene s = { .random = 1 };
	for (int round = 0; round < 500; round++) {
		char noise[200];
		static const char alphabet[] =
			"0123456789 .,;:#$%'\"-/()\n\xE2\x80\x9CoPu1rderstock";
		size_t len = (size_t)scene_below(&s, 199);
		for (size_t i = 0; i < len; i++)
			noise[i] = alphabet[scene_below(&s, (int64_t)sizeof(alphabet) - 1)];
		noise[len] = '\0';
		struct verdict v;
		assert_true(verify(noise, &u, &e, &v));
		verdict_done(&v);
	}
}

/* A reply without an end takes no more than a moment. */
static void test_long_replies(void **state)
{
	(void)state;
	enum { LONG = 20000 };
	static const char *const pieces[] = {
		"Pulse ",          "7 ",          "#1 ", "$5 ", "\"a\" ", "A", "stock of 7 and ",
		"not shipped or ", "12 November "
	};
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	for (size_t i = 0; i < COUNT(pieces); i++) {
		size_t len = strlen(pieces[i]);
		char *text = malloc(LONG + 1);
		assert_non_null(text);
		for (size_t at = 0; at < LONG; at++)
			text[at] = pieces[i][at % len];
		text[LONG] = '\0';
		struct verdict v;
		assert_true(verify(text, &u, &e, &v));
		verdict_done(&v);
		free(text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_composed_is_grounded),
		cmocka_unit_test(test_changed_numbers_are_noticed),
		cmocka_unit_test(test_any_bytes),
		cmocka_unit_test(test_long_replies),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
