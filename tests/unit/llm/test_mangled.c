/* SPDX-License-Identifier: MIT */
/* Replies with some of their bytes changed, dropped or doubled, and cut into pieces anywhere:
 * whatever becomes of them, what is handed on is sound. The numbers are the same in every run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"
#include "llm/json.h"
#include "llm/lines.h"
#include "llm/peer.h"
#include "llm/sse.h"

enum { ROUNDS = 20000 };

static const char ollama[] =
	"{\"model\":\"m\",\"created_at\":\"2026-11-22T10:48:19.4Z\",\"message\":{\"role\":"
	"\"assistant\",\"content\":\"Hi \\u003cb\\u003e "
	"\xE2\x82\xAC\\ud83d\\ude42\"},\"done\":false}"
	"\n{\"message\":{\"content\":\"{\\\"name\\\":\\\"find\\\",\\\"arguments\\\":{}}\",\"tool_"
	"calls"
	"\":[{\"id\":\"c\",\"function\":{\"index\":0,\"name\":\"find\",\"arguments\":{\"q\":[1,2."
	"5e3]"
	"}}}]},\"done\":false}\n{\"error\":null,\"message\":{\"content\":\"\"},\"done\":true,"
	"\"done_reason\":\"stop\",\"prompt_eval_count\":42,\"eval_count\":7}\n";
static const char openai[] =
	": comment\n\ndata: "
	"{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":null}}]}\n\n"
	"data: {\"choices\":[{\"delta\":{\"content\":\"Hi \xE2\x82\xAC\"}}]}\n\ndata: "
	"{\"choices\":[{"
	"\"delta\":{\"tool_calls\":[{\"index\":1,\"id\":\"c\",\"function\":{\"name\":\"find\","
	"\"arguments\":\"\"}}]}}]}\n\ndata: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":1,"
	"\"function\":{\"arguments\":\"{\\\"q\\\":1}\"}}]}}]}\n\ndata: {\"choices\":[{\"delta\":{},"
	"\"finish_reason\":\"stop\"}]}\n\ndata: "
	"{\"choices\":[],\"usage\":{\"prompt_tokens\":1}}\n\n"
	"data: [DONE]\n\n";

static uint64_t seed = 88172645463325252;

static size_t below(size_t limit)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (size_t)(seed % limit);
}

/* Some of the bytes that mean something, some that do not. */
static char any_byte(void)
{
	static const char telling[] = "{}[]\":,\\\n\r 0u-e\x80\xFF\xE2\xC0";
	return below(3) == 0 ? (char)below(256) : telling[below(sizeof(telling))];
}

static void mangle(struct buf *b, const char *text)
{
	buf_clear(b);
	buf_append(b, text, strlen(text));
	for (size_t n = below(6); n > 0 && b->len > 0; n--) {
		char some[12];
		size_t at = below(b->len), len = 1 + below(sizeof(some));
		if (len > b->len - at)
			len = b->len - at;
		switch (below(3)) {
		case 0:
			b->data[at] = any_byte();
			break;
		case 1:
			memmove(b->data + at, b->data + at + len, b->len - at - len);
			b->len -= len;
			break;
		default:
			memcpy(some, b->data + at, len);
			buf_append(b, some, len);
			break;
		}
	}
}

static bool take_text(void *ctx, const char *piece, size_t len)
{
	size_t *sum = ctx;
	assert_true(len > 0 && text_is_utf8(piece, len));
	assert_null(memchr(piece, '\0', len));
	*sum += len;
	return true;
}

static bool to_ollama(void *ctx, const char *line, size_t len)
{
	return ollama_line(ctx, line, len);
}

static bool to_sse(void *ctx, const char *line, size_t len)
{
	return sse_line(ctx, line, len);
}

static bool feed(struct lines *l, const char *bytes, size_t len)
{
	for (size_t at = 0; at < len;) {
		size_t n = 1 + below(len - at);
		if (!lines_feed(l, bytes + at, n))
			return false;
		at += n;
	}
	return lines_end(l);
}

static void assert_sound(struct intake *in, size_t sum)
{
	struct llm_reply reply = { .text = NULL };
	assert_true(intake_hand_over(in, &reply));
	assert_int_equal(strlen(reply.text), sum);
	for (size_t i = 0; i < reply.call_count; i++) {
		json_t *arguments = json_loads(reply.calls[i].arguments, 0, NULL);
		assert_true(json_is_object(arguments));
		json_decref(arguments);
		assert_true(reply.calls[i].name[0] != '\0');
	}
	free(reply.text);
	llm_calls_free(reply.calls, reply.call_count);
}

static size_t run(bool events, const char *bytes, size_t len)
{
	static const struct llm_tool tool = { "find", "", "{}" };
	size_t sum = 0;
	struct llm_watch watch = { .text = take_text, .ctx = &sum };
	struct intake in;
	struct lines l;
	struct sse s;
	intake_init(&in, &watch, &tool, below(2));
	sse_init(&s, openai_event, &in);
	if (events)
		lines_init(&l, to_sse, &s);
	else
		lines_init(&l, to_ollama, &in);
	bool ok = feed(&l, bytes, len);
	if (ok && events && sse_end(&s))
		openai_end(&in);
	assert_true(ok || in.trouble != TROUBLE_NONE);
	bool whole = in.done && in.trouble == TROUBLE_NONE;
	assert_sound(&in, sum);
	intake_free(&in);
	lines_done(&l);
	sse_done(&s);
	return whole;
}

static void replies_are_mangled(bool events, const char *text)
{
	struct buf bytes;
	size_t whole = 0;
	buf_init(&bytes, 1 << 16);
	for (int i = 0; i < ROUNDS; i++) {
		mangle(&bytes, text);
		whole += run(events, bytes.data, bytes.len);
	}
	/* Neither is all of it refused, nor is all of it taken. */
	assert_in_range(whole, ROUNDS / 20, ROUNDS - ROUNDS / 20);
	buf_done(&bytes);
}

static void lines_are_mangled(void **state)
{
	(void)state;
	replies_are_mangled(false, ollama);
}

static void events_are_mangled(void **state)
{
	(void)state;
	replies_are_mangled(true, openai);
}

static void addresses_are_mangled(void **state)
{
	static const char *const texts[] = { "https://[2001:db8::1]:443/a/b", "user@h:1?x#y",
					     " 'http://localhost:11434/' ", "unix:///run/a.sock" };
	struct buf bytes;
	(void)state;
	buf_init(&bytes, 1 << 16);
	for (int i = 0; i < ROUNDS; i++) {
		struct address a;
		struct shop_error err;
		mangle(&bytes, texts[below(4)]);
		buf_putc(&bytes, '\0');
		if (address_parse(bytes.data, &a, &err) != SHOP_OK)
			continue;
		assert_true(strncmp(a.url, "http://", 7) == 0 ||
			    strncmp(a.url, "https://", 8) == 0);
		assert_int_equal(strcspn(a.url, " \t\r\n@?#\\\"'"), strlen(a.url));
	}
	buf_done(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_mangled),
		cmocka_unit_test(events_are_mangled),
		cmocka_unit_test(addresses_are_mangled),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
