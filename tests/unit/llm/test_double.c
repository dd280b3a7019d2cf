/* SPDX-License-Identifier: MIT */
/* The double itself: byte for byte what a real server of that kind sends, since a client that is
 * only tested against a lax double is not tested. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "unit/llm/talk.h"

#define NAME USUAL_MODEL

/* What stands between `from` and `to` becomes a dash, wherever it is a time of day. */
static void mask(char *text, const char *from, const char *to)
{
	for (char *p = text; (p = strstr(p, from)) != NULL;) {
		p += strlen(from);
		char *end = strstr(p, to);
		assert_non_null(end);
		*p = '-';
		memmove(p + 1, end, strlen(end) + 1);
	}
}

/* Sends the bytes on a connection of their own; everything that comes back, to be freed. */
static char *converse(const struct model *m, const char *bytes)
{
	struct sockaddr_in name = { .sin_family = AF_INET };
	struct buf answer;
	char some[4096];
	ssize_t n;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	name.sin_port = htons((uint16_t)strtol(strrchr(m->url, ':') + 1, NULL, 10));
	assert_int_equal(connect(fd, (struct sockaddr *)&name, sizeof(name)), 0);
	assert_int_equal(send(fd, bytes, strlen(bytes), 0), strlen(bytes));
	shutdown(fd, SHUT_WR);
	buf_init(&answer, 64 << 20);
	while ((n = recv(fd, some, sizeof(some), 0)) > 0)
		buf_append(&answer, some, (size_t)n);
	close(fd);
	return buf_take(&answer);
}

static void mask_times(char *text)
{
	mask(text, "\r\nDate: ", "\r\n");
	mask(text, "\"created_at\":\"", "\"");
	mask(text, "\"modified_at\":\"", "\"");
	mask(text, "\"expires_at\":\"", "\"");
}

static char *send_raw(const struct model *m, const char *bytes)
{
	char *text = converse(m, bytes);
	mask_times(text);
	return text;
}

/* One answer; its length, which must be right, becomes a dash too. */
static char *post(const struct model *m, const char *path, const char *json)
{
	struct buf request;
	buf_init(&request, 1 << 20);
	buf_printf(&request, "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %zu\r\n\r\n",
		   path, strlen(json));
	buf_puts(&request, json);
	char *answer = converse(m, buf_text(&request));
	const char *length = strstr(answer, "Content-Length: ");
	if (length != NULL)
		assert_int_equal(strtol(length + 16, NULL, 10),
				 strlen(strstr(answer, "\r\n\r\n") + 4));
	mask(answer, "Content-Length: ", "\r\n");
	mask_times(answer);
	buf_done(&request);
	return answer;
}

/* Lengths of chunks depend on how long the times are that were masked. */
static void mask_chunks(char *text)
{
	char *p = strstr(text, "chunked\r\n\r\n");
	while (p != NULL && (p = strstr(p, "\r\n")) != NULL) {
		p += 2;
		size_t n = strspn(p, "0123456789abcdef");
		if (n < 2 || strncmp(p + n, "\r\n", 2) != 0)
			continue;
		*p = '+';
		memmove(p + 1, p + n, strlen(p + n) + 1);
	}
}

static void check(const char *got, const char *want)
{
	if (strcmp(got, want) != 0)
		fail_msg("got:\n%s\nwanted:\n%s", got, want);
}

static void check_post(const struct model *m, const char *path, const char *json, const char *want)
{
	char *got = post(m, path, json);
	mask_chunks(got);
	check(got, want);
	free(got);
}

static void check_raw(const struct model *m, const char *bytes, const char *want)
{
	char *got = send_raw(m, bytes);
	check(got, want);
	free(got);
}

#define OK_JSON "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nDate: -\r\n"
#define OK_LINES                                                                                   \
	"HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nDate: -\r\n"                     \
	"Transfer-Encoding: chunked\r\n\r\n"
#define HEAD_OF(status)                                                                            \
	"HTTP/1.1 " status "\r\nContent-Type: application/json; charset=utf-8\r\nDate: -\r\n"
#define OPENING "{\"model\":\"" NAME "\",\"created_at\":\"-\",\"message\":{\"role\":\"assistant\","
#define ASK(more)                                                                                  \
	"{\"model\":\"" NAME "\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]" more "}"

static void small_answers(void **state)
{
	struct model m;
	(void)state;
	model_start(&m, NULL, NULL);
	check_raw(&m, "GET /api/version HTTP/1.1\r\nHost: localhost\r\n\r\n",
		  OK_JSON "Content-Length: 20\r\n\r\n{\"version\":\"0.33.0\"}");
	check_raw(&m, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
		  "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nDate: -\r\n"
		  "Content-Length: 17\r\n\r\nOllama is running");
	check_raw(&m, "HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
		  "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nDate: -\r\n"
		  "Content-Length: 17\r\nConnection: close\r\n\r\n");
	check_raw(&m, "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n",
		  "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nDate: -\r\n"
		  "Content-Length: 18\r\n\r\n404 page not found");
	check_raw(&m, "GET /api/chat HTTP/1.1\r\nHost: localhost\r\n\r\n",
		  "HTTP/1.1 405 Method Not Allowed\r\nAllow: POST\r\nContent-Type: text/plain\r\n"
		  "Date: -\r\nContent-Length: 22\r\n\r\n405 method not allowed");
	check_raw(&m, "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n",
		  "HTTP/1.1 403 Forbidden\r\nDate: -\r\nContent-Length: 0\r\n\r\n");
	check_raw(&m, "GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://example.com\r\n\r\n",
		  "HTTP/1.1 403 Forbidden\r\nDate: -\r\nContent-Length: 0\r\n\r\n");
	model_stop(&m);
}

static void requests_may_be_sent_ahead(void **state)
{
	struct model m;
	(void)state;
	model_start(&m, NULL, NULL);
#define VERSION OK_JSON "Content-Length: 20\r\n\r\n{\"version\":\"0.33.0\"}"
	check_raw(
		&m,
		"GET /api/version HTTP/1.1\r\nHost: localhost\r\n\r\nPOST /api/version HTTP/1.1\r\n"
		"Host: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
		"GET /api/version HTTP/1.1\r\nHost: localhost\r\n\r\n",
		VERSION "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\n"
			"Content-Type: text/plain\r\nDate: -\r\nContent-Length: 22\r\n\r\n"
			"405 method not allowed" VERSION);
	check_raw(&m,
		  "POST /api/show HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
		  "Content-Length: 16\r\n\r\n{\"model\":\"nope\"}",
		  "HTTP/1.1 100 Continue\r\n\r\n" HEAD_OF(
			  "404 Not Found") "Content-Length: 34\r\n\r\n{\"error\":\"model 'nope' "
					   "not found\"}");
	model_stop(&m);
}

static void replies_whole_and_streamed(void **state)
{
	struct model m;
	(void)state;
	model_start(&m,
		    "{'rules':[{'nth':1},{'tokens':['Hi ','a<b>&\\u2028\\ufffd "
		    "\xE2\x82\xAC\xC3\xBC']}]}",
		    NULL);
	check_post(&m, "/api/chat", ASK(",\"stream\":false"),
		   OK_JSON "Content-Length: -\r\n\r\n" OPENING
			   "\"content\":\"Hello, \\u003cb\\u003eyou\\u003c/b\\u003e \\u0026 me\"},"
			   "\"done\":true,\"done_reason\":\"stop\",\"total_duration\":3294587654,"
			   "\"load_duration\":3210987654,\"prompt_eval_count\":3,"
			   "\"prompt_eval_duration\":3600000,\"eval_count\":4,"
			   "\"eval_duration\":80000000}");
	/* The same prompt again: one token is read anew, all others are known. */
	check_post(&m, "/api/chat", ASK(""),
		   OK_LINES "+\r\n" OPENING
			    "\"content\":\"Hi \"},\"done\":false}\n\r\n+\r\n" OPENING
			    "\"content\":\"a\\u003cb\\u003e\\u0026\\u2028\\ufffd "
			    "\xE2\x82\xAC\xC3\xBC\"},\"done\":false}\n\r\n+\r\n" OPENING
			    "\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\","
			    "\"total_duration\":56632100,\"load_duration\":15432100,"
			    "\"prompt_eval_count\":3,\"prompt_eval_duration\":1200000,"
			    "\"eval_count\":2,\"eval_duration\":40000000}\n\r\n0\r\n\r\n");
	model_stop(&m);
}

static void errors(void **state)
{
	struct model m;
	(void)state;
	model_start(&m,
		    "{'rules':[{'nth':1,'error':'llama-server said no'},{'nth':2,'reply':'Hi',"
		    "'error':'unexpected EOF','error_after':1},{'nth':3,'reply':'cut','fault':"
		    "'no-done'}]}",
		    NULL);
	check_post(&m, "/api/chat", ASK(""),
		   "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nDate: -\r\n"
		   "Transfer-Encoding: chunked\r\n\r\n+\r\n{\"error\":\"llama-server said no\"}\r\n"
		   "0\r\n\r\n");
	check_post(&m, "/api/chat", ASK(""),
		   OK_LINES "+\r\n" OPENING "\"content\":\"Hi\"},\"done\":false}\n\r\n+\r\n"
			    "{\"error\":\"unexpected EOF\"}\n\r\n0\r\n\r\n");
	check_post(&m, "/api/chat", ASK(""),
		   OK_LINES "+\r\n" OPENING "\"content\":\"cut\"},\"done\":false}\n\r\n0\r\n\r\n");
	check_post(&m, "/api/chat", ASK(",\"tools\":[{}]"),
		   HEAD_OF("400 Bad Request") "Content-Length: -\r\n\r\n{\"error\":\"" NAME
					      " does not support tools\"}");
	check_post(&m, "/api/chat", "{\"model\":\"nope\",\"messages\":[{}]}",
		   HEAD_OF("404 Not Found") "Content-Length: -\r\n\r\n"
					    "{\"error\":\"model 'nope' not found\"}");
	check_post(&m, "/api/chat", "",
		   HEAD_OF("400 Bad Request") "Content-Length: -\r\n\r\n"
					      "{\"error\":\"missing request body\"}");
	check_post(&m, "/api/chat", "{bad",
		   HEAD_OF("400 Bad Request") "Content-Length: -\r\n\r\n{\"error\":\"invalid "
					      "character 'b' looking for "
					      "beginning of object key string\"}");
	check_post(&m, "/api/chat", "{}",
		   HEAD_OF("400 Bad Request") "Content-Length: -\r\n\r\n"
					      "{\"error\":\"model is required\"}");
	check_post(&m, "/api/chat",
		   "{\"model\":\"thinker\",\"think\":true,\"messages\":[{}],"
		   "\"stream\":\"x\"}",
		   HEAD_OF("400 Bad Request") "Content-Length: -\r\n\r\n{\"error\":\"json: cannot "
					      "unmarshal string into Go "
					      "struct field ChatRequest.stream of type bool\"}");
	check_post(&m, "/api/chat", ASK(",\"think\":true"),
		   HEAD_OF("400 Bad Request") "Content-Length: -\r\n\r\n{\"error\":\"\\\"" NAME
					      "\\\" does not support thinking\"}");
	model_stop(&m);
}

static bool loaded(const struct model *m)
{
	char *ps = send_raw(m, "GET /api/ps HTTP/1.1\r\nHost: localhost\r\n\r\n");
	bool is = strstr(ps, "\"context_length\":4096") != NULL;
	assert_int_equal(is, strstr(ps, "{\"models\":[]}") == NULL);
	free(ps);
	return is;
}

static void loading_and_unloading(void **state)
{
	struct model m;
	(void)state;
	model_start(&m, NULL, NULL);
	assert_false(loaded(&m));
	check_post(&m, "/api/chat", "{\"model\":\"" NAME "\"}",
		   OK_JSON "Content-Length: -\r\n\r\n" OPENING
			   "\"content\":\"\"},\"done\":true,\"done_reason\":\"load\"}");
	assert_true(loaded(&m));
	check_post(&m, "/api/chat", "{\"model\":\"" NAME "\",\"keep_alive\":0}",
		   OK_JSON "Content-Length: -\r\n\r\n" OPENING
			   "\"content\":\"\"},\"done\":true,\"done_reason\":\"unload\"}");
	assert_false(loaded(&m));
	model_stop(&m);
}

static void old_servers_have_another_order(void **state)
{
	struct model m;
	(void)state;
	model_start(&m, "{'version':'0.11.4','rules':[{'reply':'Hi'}]}", NULL);
	char *got = post(&m, "/api/chat", ASK(""));
	assert_non_null(strstr(got, "\"content\":\"\"},\"done_reason\":\"stop\",\"done\":true,"));
	free(got);
	model_stop(&m);
}

static void numbers_are_written_as_go_does(void **state)
{
	struct model m;
	(void)state;
	model_start(&m, NULL, NULL);
	char *got = post(&m, "/api/embed", "{\"model\":\"" NAME "\",\"input\":\"x\"}");
	assert_non_null(strstr(got, "[[1e-9,0,-0.037037037,-0.049382716,-0.061728396,"));
	assert_non_null(strstr(got, "Transfer-Encoding: chunked"));
	free(got);
	model_stop(&m);
}

/* A system message, some turns, a question: of about 40 tokens each but the first. */
static void put_long_request(struct buf *out, int turns, const char *more)
{
	char filler[161];
	memset(filler, 'f', sizeof(filler) - 1);
	filler[160] = '\0';
	buf_printf(out,
		   "{\"model\":\"" NAME "\",\"messages\":[{\"role\":\"system\",\"content\":\"s\"}");
	for (int i = 0; i < turns; i++)
		buf_printf(out, ",{\"role\":\"%s\",\"content\":\"%s\"}",
			   i % 2 == 0 ? "user" : "assistant", filler);
	buf_printf(out, "]%s}", more);
}

static int64_t logged(const struct model *m, size_t n, const char *key)
{
	json_t *log;
	const json_t *value = json_object_get(model_request(m, "/api/chat", n, &log), key);
	int64_t number = value != NULL ? json_integer_value(value) : -1;
	json_decref(log);
	return number;
}

/* What becomes of a prompt of about 440 tokens in a window of 100. */
static void eras_differ_in_what_they_drop(void **state)
{
	static const struct {
		const char *script, *options;
		const char *answer; /* what the answer holds */
		int64_t dropped, cut;
	} cases[] = {
		{ "{'era':'2048-silent'}", ",\"options\":{\"num_ctx\":100}", "\"done\":true", 9,
		  0 },
		{ "{'era':'4096-silent'}", ",\"options\":{\"num_ctx\":100},\"truncate\":false",
		  "\"done\":true", 9, 0 },
		{ "{'era':'half'}", ",\"options\":{\"num_ctx\":100}", "\"done\":true", 9, 0 },
		{ "{'era':'half'}", ",\"options\":{\"num_ctx\":20}", "\"prompt_eval_count\":12", 10,
		  33 },
		{ "{'era':'2048-silent'}", ",\"options\":{\"num_ctx\":20}",
		  "\"prompt_eval_count\":20", 10, 25 },
		{ "{'era':'half'}", ",\"options\":{\"num_ctx\":100},\"truncate\":false",
		  "{\"error\":\"the prompt is longer than the context length", -1, -1 },
		{ "{'era':'native-400'}", ",\"options\":{\"num_ctx\":100},\"truncate\":false",
		  "exceeds the available context size (100 tokens), try increasing it\\\"", -1,
		  -1 },
		{ "{'era':'native-400'}", ",\"options\":{\"num_ctx\":20}",
		  "{\"error\":\"{\\\"error\\\":{\\\"code\\\":400,", -1, -1 },
		{ "{}", "", "\"done\":true", 0, 0 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct model m;
		struct buf request;
		buf_init(&request, 1 << 20);
		put_long_request(&request, 11, cases[i].options);
		model_start(&m, cases[i].script, NULL);
		char *got = post(&m, "/api/chat", buf_text(&request));
		if (strstr(got, cases[i].answer) == NULL)
			fail_msg("%zu: %s", i, got);
		assert_int_equal(logged(&m, 0, "dropped"), cases[i].dropped);
		assert_int_equal(logged(&m, 0, "cut"), cases[i].cut);
		free(got);
		buf_done(&request);
		model_stop(&m);
	}
}

static void reloads_and_prefixes_are_counted(void **state)
{
	static const struct {
		int turns;
		const char *options;
		int64_t reloads, least_common;
	} cases[] = {
		{ 1, ",\"options\":{\"num_ctx\":8192}", 0, 0 },
		{ 3, ",\"options\":{\"num_ctx\":8192,\"num_predict\":9,\"temperature\":0}", 0, 40 },
		{ 5, ",\"options\":{\"num_ctx\":8192,\"seed\":4}", 0, 120 },
		{ 5, ",\"options\":{\"num_ctx\":4096}", 1, 0 },
		{ 5, ",\"options\":{\"num_ctx\":4096,\"num_gpu\":1}", 2, 0 },
	};
	struct model m;
	(void)state;
	model_start(&m, NULL, NULL);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf request;
		buf_init(&request, 1 << 20);
		put_long_request(&request, cases[i].turns, cases[i].options);
		free(post(&m, "/api/chat", buf_text(&request)));
		assert_int_equal(logged(&m, i, "reloads"), cases[i].reloads);
		if (cases[i].least_common > 0)
			assert_true(logged(&m, i, "common") >= cases[i].least_common);
		else
			assert_int_equal(logged(&m, i, "common"), 0);
		buf_done(&request);
	}
	model_stop(&m);
}

static void roles_must_alternate_if_strict(void **state)
{
	static const struct {
		const char *roles[5];
		bool fine;
	} cases[] = {
		{ { "user" }, true },
		{ { "system", "user" }, true },
		{ { "system", "user", "assistant", "user" }, true },
		{ { "user", "user" }, false },
		{ { "assistant" }, false },
		{ { "system", "user", "assistant", "system", "user" }, false },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct model m;
		struct buf request;
		buf_init(&request, 4096);
		buf_puts(&request, "{\"model\":\"" NAME "\",\"messages\":[");
		for (size_t k = 0; k < 5 && cases[i].roles[k] != NULL; k++)
			buf_printf(&request, "%s{\"role\":\"%s\",\"content\":\"x\"}",
				   k > 0 ? "," : "", cases[i].roles[k]);
		buf_puts(&request, "]}");
		model_start(&m, "{'strict':true}", NULL);
		char *got = post(&m, "/api/chat", buf_text(&request));
		assert_int_equal(strstr(got, "\"done\":true") != NULL, cases[i].fine);
		assert_int_equal(
			strstr(got, "{\\\"error\\\":{\\\"code\\\":400,\\\"message\\\":\\\"Jinja "
				    "Exception: Conversation roles must alternate") != NULL,
			!cases[i].fine);
		free(got);
		buf_done(&request);
		model_stop(&m);
	}
}

/* The client of this project never lets a server cut a prompt: it is refused instead. */
static void our_client_is_never_cut(void **state)
{
	static const char *const eras[] = { "{'era':'half'}", "{'era':'native-400'}" };
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct talk t;
		struct buf text;
		buf_init(&text, 1 << 20);
		while (text.len < 5 * LLM_WINDOW)
			buf_puts(&text, "many words ");
		talk_once(&t, eras[i], buf_text(&text));
		assert_int_equal(t.status, SHOP_E_MODEL);
		assert_says(&t, "longer than the model's window", "new conversation");
		assert_int_equal(logged(&t.model, 0, "dropped"), -1);
		buf_done(&text);
		talk_end(&t);
	}
}

/* What the client sends for a conversation that grows is the beginning of what it sends next. */
static void our_client_keeps_the_prefix(void **state)
{
	struct talk t;
	struct llm_message messages[6] = {
		{ .role = LLM_SYSTEM, .text = "A long set of rules that never changes at all." },
		{ .role = LLM_USER, .text = "what is there under twenty?" },
		{ .role = LLM_ASSISTANT, .text = "a red mug" },
		{ .role = LLM_USER, .text = "and under ten?" },
	};
	(void)state;
	talk_begin(&t, NULL);
	talk_must_open(&t);
	llm_module.preload(t.llm);
	assert_int_equal(logged(&t.model, 0, "reloads"), 0);
	for (size_t n = 2; n <= 4; n += 2) {
		struct llm_request request = { .messages = messages,
					       .message_count = n,
					       .most_tokens = (int64_t)(100 * n) };
		talk_request(&t, &request);
		assert_int_equal(t.status, SHOP_OK);
	}
	assert_int_equal(logged(&t.model, 2, "reloads"), 0);
	assert_true(logged(&t.model, 2, "common") >= 20);
	assert_true(logged(&t.model, 2, "evaluated") <= 12);
	talk_end(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(small_answers),
		cmocka_unit_test(requests_may_be_sent_ahead),
		cmocka_unit_test(replies_whole_and_streamed),
		cmocka_unit_test(errors),
		cmocka_unit_test(loading_and_unloading),
		cmocka_unit_test(old_servers_have_another_order),
		cmocka_unit_test(numbers_are_written_as_go_does),
		cmocka_unit_test(eras_differ_in_what_they_drop),
		cmocka_unit_test(reloads_and_prefixes_are_counted),
		cmocka_unit_test(roles_must_alternate_if_strict),
		cmocka_unit_test(our_client_is_never_cut),
		cmocka_unit_test(our_client_keeps_the_prefix),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
