/* SPDX-License-Identifier: MIT */
/* Servers that send what no server should, and forms of sending that are odd but allowed. */
#include "unit/llm/talk.h"

static const char odd_text[] = "a\xE2\x82\xAC\xC3\xBC \xF0\x9F\x99\x82 <b>";

/* The same reply, however its bytes are cut: by lines, chunks and writes. */
static void cuts_do_not_matter(void **state)
{
	static const char *const ways[] = { "'write':1",      "'write':7",
					    "'chunk':1",      "'chunk':1000",
					    "'per_chunk':3",  "'no_newline':true",
					    "'per_chunk':99", "'chunk':3,'write':2" };
	(void)state;
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		struct talk t;
		char script[512];
		snprintf(script, sizeof(script), "{'rules':[{'reply':'%s and more',%s}]}", odd_text,
			 ways[i]);
		talk_once(&t, script, "hello");
		if (t.status)
			fail_msg("%s: %s", ways[i], t.err.text);
		assert_memory_equal(t.reply.text, odd_text, sizeof(odd_text) - 1);
		assert_string_equal(t.reply.text + sizeof(odd_text) - 1, " and more");
		talk_end(&t);
	}
}

/* Every line in two chunks, parted at every offset: through characters and escapes. */
static void cuts_at_every_offset(void **state)
{
	struct talk t;
	struct buf script;
	(void)state;
	buf_init(&script, 1 << 20);
	buf_puts(&script, "{'rules':[");
	for (int i = 1; i < 200; i++)
		buf_printf(&script, "%s{'nth':%d,'tokens':['%s'],'split_at':%d}", i > 1 ? "," : "",
			   i, odd_text, i);
	buf_puts(&script, "]}");
	talk_begin(&t, buf_text(&script));
	talk_must_open(&t);
	for (int i = 1; i < 200; i++) {
		talk_ask(&t, "hello");
		assert_int_equal(t.status, SHOP_OK);
		assert_string_equal(t.reply.text, odd_text);
		assert_int_equal(t.pieces, 1);
	}
	buf_done(&script);
	talk_end(&t);
}

static void lines(struct talk *t, const char *list)
{
	struct buf script;
	buf_init(&script, 64 << 20);
	buf_printf(&script, "{'rules':[{'lines':[%s]}]}", list);
	talk_once(t, buf_text(&script), "hello");
	buf_done(&script);
}

#define LINE(content) "'{\\'message\\':{\\'content\\':" content "},\\'done\\':false}'"
#define DONE          "'{\\'message\\':{\\'content\\':\\'\\'},\\'done\\':true}'"

static void odd_lines_are_understood(void **state)
{
	static const struct {
		const char *lines, *text;
	} cases[] = {
		{ LINE("\\'a\\'") ",''," DONE, "a" },
		{ LINE("\\'a\\\\u0000b\\'") "," DONE, "a\xEF\xBF\xBD"
						      "b" },
		{ LINE("\\'\\\\ud83d\\\\ude42\\'") "," DONE, "\xF0\x9F\x99\x82" },
		{ LINE("\\'\\\\ud83d!\\'") "," DONE, "\xEF\xBF\xBD!" },
		{ LINE("\\'\\\\ude42 \\\\\\\\ud83d\\'") "," DONE, "\xEF\xBF\xBD \\ud83d" },
		{ LINE("\\'\\\\u2028\\'") "," DONE, "\xE2\x80\xA8" },
		{ LINE("7") "," LINE("null") "," LINE("[\\'x\\']") "," LINE("\\'b\\'") "," DONE,
		  "b" },
		{ "'{\\'message\\':7}','{\\'message\\':null}','{}','{\\'done\\':\\'true\\'}'," DONE,
		  "" },
		{ "'{\\'error\\':null,\\'message\\':{\\'content\\':\\'c\\',\\'extra\\':[1]},\\'"
		  "new\\':"
		  "{}}'," DONE,
		  "c" },
		{ "'{\\'message\\':{\\'content\\':\\'d\\',\\'tool_calls\\':7}}'," DONE, "d" },
		{ "'{\\'message\\':{\\'content\\':\\'e\\'},\\'done\\':true,\\'eval_count\\':"
		  "99999999999999999999,\\'done_reason\\':5}'",
		  "e" },
		{ DONE "," LINE("\\'after\\'"), "" },
		/* {"message":{"content":"\xff\xe2\x82"}} */
		{ "'hex:7b226d657373616765223a7b22636f6e74656e74223a22ffe282227d7d'," DONE,
		  "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct talk t;
		lines(&t, cases[i].lines);
		if (t.status)
			fail_msg("%s: %s", cases[i].lines, t.err.text);
		assert_string_equal(t.reply.text, cases[i].text);
		talk_end(&t);
	}
}

static void nonsense_is_refused(void **state)
{
	static const struct {
		const char *lines, *text, *says;
	} cases[] = {
		{ "'hello'", "", "is no model server" },
		{ "'[1,2]'", "", "is no model server" },
		{ "'7'", "", "is no model server" },
		{ LINE("\\'a\\'") ",'{half'", "a", "is no reply" },
		{ LINE("\\'a\\'") ",'hex:00'", "a", "is no reply" },
		{ LINE("\\'a\\'") ",'{\\'message\\':{\\'content\\':\\'b\\'},\\'x\\':1e999}'", "a",
		  "is no reply" },
		{ LINE("\\'a\\'") ",'{\\'error\\':7}'", "a", "the model server failed" },
		{ LINE("\\'a\\'") ",'{\\'error\\':{}}'", "a", "the model server failed" },
		{ LINE("\\'a\\'") ",'{\\'message\\':{\\'tool_calls\\':[7]}}'", "a",
		  "a call that nobody can read" },
		{ LINE("\\'a\\'"), "a", "broke off" },
		{ "", "", "broke off" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct talk t;
		lines(&t, cases[i].lines);
		assert_int_equal(t.status, SHOP_E_MODEL);
		assert_says(&t, cases[i].says, NULL);
		assert_string_equal(t.reply.text, cases[i].text);
		talk_end(&t);
	}
}

static void nesting_has_an_end(void **state)
{
	static const int depths[] = { 1000, 100000 };
	(void)state;
	for (size_t k = 0; k < 2; k++) {
		struct talk t;
		struct buf list;
		buf_init(&list, 1 << 20);
		buf_puts(&list, "'{\\'x\\':");
		for (int i = 0; i < depths[k]; i++)
			buf_putc(&list, '[');
		for (int i = 0; i < depths[k]; i++)
			buf_putc(&list, ']');
		buf_puts(&list, "}'," DONE);
		lines(&t, buf_text(&list));
		assert_int_equal(t.status, k == 0 ? SHOP_OK : SHOP_E_MODEL);
		buf_done(&list);
		talk_end(&t);
	}
}

/* A line may be large; a reply may not. */
static void size_has_an_end(void **state)
{
	static const struct {
		int bytes;
		enum shop_status status;
		const char *says;
	} cases[] = {
		{ 1000000, SHOP_OK, NULL },
		{ 7 << 20, SHOP_E_MODEL, "the reply is too long" },
		{ 9 << 20, SHOP_E_MODEL, "the reply is too long" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct talk t;
		char script[256];
		snprintf(script, sizeof(script), "{'rules':[{'big':%d}]}", cases[i].bytes);
		talk_once(&t, script, "hello");
		assert_int_equal(t.status, cases[i].status);
		if (cases[i].says != NULL)
			assert_says(&t, cases[i].says, NULL);
		else
			assert_int_equal(strlen(t.reply.text), cases[i].bytes);
		talk_end(&t);
	}
}

/* Seven megabytes of something else than text are a line like another. */
static void large_lines_are_read(void **state)
{
	struct talk t;
	struct buf list;
	(void)state;
	buf_init(&list, 64 << 20);
	buf_puts(&list, "'{\\'x\\':\\'");
	for (int i = 0; i < 7 << 20; i++)
		buf_putc(&list, 'x');
	buf_puts(&list, "\\',\\'message\\':{\\'content\\':\\'fine\\'}}'," DONE);
	lines(&t, buf_text(&list));
	assert_int_equal(t.status, SHOP_OK);
	assert_string_equal(t.reply.text, "fine");
	buf_done(&list);
	talk_end(&t);
}

static void long_replies_end(void **state)
{
	struct talk t;
	struct buf list;
	(void)state;
	buf_init(&list, 64 << 20);
	for (int i = 0; i < 40; i++) {
		buf_puts(&list, "'{\\'message\\':{\\'content\\':\\'");
		for (int k = 0; k < 30000; k++)
			buf_putc(&list, 'y');
		buf_puts(&list, "\\'}}',");
	}
	buf_puts(&list, DONE);
	lines(&t, buf_text(&list));
	assert_int_equal(t.status, SHOP_E_MODEL);
	assert_says(&t, "the reply is too long", NULL);
	/* What came until then is kept. */
	assert_true(strlen(t.reply.text) > 1000000);
	buf_done(&list);
	talk_end(&t);
}

static void many_calls_end(void **state)
{
	struct talk t;
	struct buf list;
	(void)state;
	buf_init(&list, 1 << 20);
	for (int i = 0; i < 100; i++)
		buf_puts(&list, "'{\\'message\\':{\\'tool_calls\\':[{\\'function\\':{\\'name\\':"
				"\\'x\\',\\'arguments\\':{}}}]}}',");
	buf_puts(&list, DONE);
	lines(&t, buf_text(&list));
	assert_int_equal(t.status, SHOP_E_MODEL);
	assert_int_equal(t.reply.call_count, 64);
	buf_done(&list);
	talk_end(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cuts_do_not_matter),       cmocka_unit_test(cuts_at_every_offset),
		cmocka_unit_test(odd_lines_are_understood), cmocka_unit_test(nonsense_is_refused),
		cmocka_unit_test(nesting_has_an_end),       cmocka_unit_test(size_has_an_end),
		cmocka_unit_test(large_lines_are_read),     cmocka_unit_test(long_replies_end),
		cmocka_unit_test(many_calls_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
