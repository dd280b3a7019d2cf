/* SPDX-License-Identifier: MIT */
/* Replies that go well: what is sent, what arrives, and in which forms calls may come. */
#include "unit/llm/talk.h"

static void words_arrive_as_they_are_sent(void **state)
{
	struct talk t;
	(void)state;
	talk_once(&t, "{'rules':[{'reply':'one two three','line_ms':40}]}", "count");
	assert_int_equal(t.status, SHOP_OK);
	assert_string_equal(t.reply.text, "one two three");
	assert_int_equal(t.pieces, 3);
	assert_true(t.first_ms < t.took_ms - 60);
	assert_false(t.reply.cut);
	talk_end(&t);
}

/* The exact keys of the request, since a wrong one is only ignored by a server. */
static void requests_are_complete(void **state)
{
	struct talk t;
	json_t *log;
	(void)state;
	talk_begin(&t, "{}");
	talk_must_open(&t);
	struct llm_message messages[] = { { .role = LLM_USER,
					    .text = "a \"b\"\n\xFF\xE2\x82\xAC" } };
	struct llm_request request = { .messages = messages,
				       .message_count = 1,
				       .tools = talk_tools,
				       .tool_count = 1,
				       .most_tokens = 77 };
	talk_request(&t, &request);
	assert_int_equal(t.status, SHOP_OK);
	const json_t *entry = model_request(&t.model, "/api/chat", 0, &log);
	json_t *want = json_pack("{s:s, s:[{s:s,s:s}], s:b, s:b, s:s, s:{s:i,s:i,s:i,s:i}}",
				 "model", USUAL_MODEL, "messages", "role", "user", "content",
				 "a \"b\"\n\xEF\xBF\xBD\xE2\x82\xAC", "stream", 1, "truncate", 0,
				 "keep_alive", "10m", "options", "num_ctx", LLM_WINDOW,
				 "temperature", 0, "seed", 1, "num_predict", 77);
	assert_non_null(want);
	/* This model has no tools, and so none are sent. */
	assert_true(json_equal(json_object_get(entry, "body"), want));
	const json_t *headers = json_object_get(entry, "headers");
	assert_string_equal(json_string_value(json_object_get(headers, "content-type")),
			    "application/json");
	assert_null(json_object_get(headers, "expect"));
	assert_null(json_object_get(headers, "authorization"));
	assert_null(json_object_get(headers, "origin"));
	json_decref(want);
	json_decref(log);
	talk_end(&t);
}

static void capabilities_decide_about_tools(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t, "{}");
	talk_must_open(&t);
	assert_false(llm_module.has_tools(t.llm));
	llm_module.close(t.llm);
	t.server.model = "tools";
	talk_must_open(&t);
	assert_true(llm_module.has_tools(t.llm));
	llm_module.close(t.llm);
	t.server.model = "embedder";
	talk_open(&t);
	assert_int_equal(t.status, SHOP_E_MODEL);
	assert_says(&t, "cannot chat", "another model");
	talk_end(&t);
}

static void window_is_no_larger_than_trained(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t, "{'models':[{'name':'small','capabilities':['completion'],'context':2048},"
		       "{'name':'large','capabilities':['completion'],'context':131072}]}");
	t.server.model = "small";
	talk_must_open(&t);
	assert_int_equal(llm_module.window(t.llm), 2048);
	llm_module.close(t.llm);
	t.server.model = "large";
	talk_must_open(&t);
	assert_int_equal(llm_module.window(t.llm), LLM_WINDOW);
	talk_end(&t);
}

static void thinking_is_switched_off(void **state)
{
	struct talk t;
	json_t *log;
	(void)state;
	talk_begin(&t, "{'rules':[{'thinking':'let me see','reply':'yes'}]}");
	t.server.model = "thinker";
	talk_must_open(&t);
	talk_ask(&t, "?");
	assert_string_equal(t.reply.text, "yes");
	const json_t *body = json_object_get(model_request(&t.model, "/api/chat", 0, &log), "body");
	assert_true(json_is_false(json_object_get(body, "think")));
	json_decref(log);
	talk_end(&t);
}

/* Loading beforehand has the same options: the reply then finds the model loaded. */
static void preload_serves_the_reply(void **state)
{
	struct talk t;
	json_t *log;
	(void)state;
	talk_begin(&t, "{'load_ms':200}");
	talk_must_open(&t);
	int64_t start = clock_monotonic_ms();
	llm_module.preload(t.llm);
	llm_module.preload(t.llm);
	assert_true(clock_monotonic_ms() - start < 100);
	const json_t *first = model_request(&t.model, "/api/chat", 0, &log);
	assert_true(json_is_true(json_object_get(first, "loaded")));
	assert_null(json_object_get(json_object_get(first, "body"), "messages"));
	json_decref(log);
	talk_ask(&t, "hello");
	assert_int_equal(t.status, SHOP_OK);
	const json_t *second = model_request(&t.model, "/api/chat", 1, &log);
	assert_true(json_is_false(json_object_get(second, "loaded")));
	assert_int_equal(json_integer_value(json_object_get(second, "reloads")), 0);
	json_decref(log);
	talk_end(&t);
}

static void closing_ends_a_preload(void **state)
{
	struct talk t;
	json_t *log;
	(void)state;
	talk_begin(&t, "{'load_ms':20000}");
	talk_must_open(&t);
	llm_module.preload(t.llm);
	usleep(100000);
	int64_t start = clock_monotonic_ms();
	llm_module.close(t.llm);
	t.llm = NULL;
	assert_true(clock_monotonic_ms() - start < 500);
	const json_t *entry = model_request(&t.model, "/api/chat", 0, &log);
	assert_true(json_is_integer(json_object_get(entry, "closed_ms")));
	json_decref(log);
	talk_end(&t);
}

static void connection_is_kept(void **state)
{
	struct talk t;
	json_t *log;
	(void)state;
	talk_once(&t, "{}", "one");
	talk_ask(&t, "two");
	const json_t *last = model_request(&t.model, "/api/chat", 1, &log);
	assert_int_equal(json_integer_value(json_object_get(last, "connection")), 1);
	json_decref(log);
	talk_end(&t);
}

static void cut_replies_say_so(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t, "{'rules':[{'words':50}]}");
	talk_must_open(&t);
	struct llm_message m = { .role = LLM_USER, .text = "go on" };
	struct llm_request request = { .messages = &m, .message_count = 1, .most_tokens = 5 };
	talk_request(&t, &request);
	assert_int_equal(t.status, SHOP_OK);
	assert_true(t.reply.cut);
	assert_string_equal(t.reply.text, "word0 word1 word2 word3 word4");
	talk_end(&t);
}

static void ask_tools(struct talk *t, const char *script)
{
	talk_begin(t, script);
	t->server.model = "tools";
	talk_must_open(t);
	talk_ask_with_tools(t, "a red mug?");
}

static void assert_call(const struct talk *t, size_t i, const char *id, const char *arguments)
{
	assert_true(i < t->reply.call_count);
	const struct llm_call *call = &t->reply.calls[i];
	assert_string_equal(call->name, "search_products");
	if (id != NULL)
		assert_string_equal(call->id, id);
	else
		assert_null(call->id);
	assert_string_equal(call->arguments, arguments);
}

#define CALLS                                                                                      \
	"'calls':[{'id':'call_1','name':'search_products','arguments':{'query':'a','n':20}},"      \
	"{'name':'search_products','arguments':{'query':'b'},'index':1}]"

static void calls_come_in_three_shapes(void **state)
{
	static const char *const shapes[] = { "line", "each", "final" };
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct talk t;
		char script[512];
		snprintf(script, sizeof(script),
			 "{'rules':[{'reply':'well','shape':'%s'," CALLS "}]}", shapes[i]);
		ask_tools(&t, script);
		assert_int_equal(t.status, SHOP_OK);
		assert_string_equal(t.reply.text, "well");
		assert_int_equal(t.reply.call_count, 2);
		assert_call(&t, 0, "call_1", "{\"query\":\"a\",\"n\":20}");
		assert_call(&t, 1, NULL, "{\"query\":\"b\"}");
		talk_end(&t);
	}
}

/* Before 0.12.6 a call had neither id nor, when first, an index. */
static void old_calls_are_read(void **state)
{
	struct talk t;
	(void)state;
	ask_tools(&t, "{'version':'0.9.6','rules':[{" CALLS "}]}");
	assert_int_equal(t.reply.call_count, 2);
	assert_call(&t, 0, NULL, "{\"query\":\"a\",\"n\":20}");
	talk_end(&t);
}

static void unknown_tools_are_handed_on(void **state)
{
	struct talk t;
	(void)state;
	ask_tools(&t, "{'rules':[{'calls':[{'name':'rm','arguments':{}}]}]}");
	assert_int_equal(t.status, SHOP_OK);
	assert_int_equal(t.reply.call_count, 1);
	assert_string_equal(t.reply.calls[0].name, "rm");
	talk_end(&t);
}

static void arguments_are_an_object_or_nothing(void **state)
{
	static const struct {
		const char *sent, *want;
	} cases[] = {
		{ "{}", "{}" },
		{ "null", "{}" },
		{ "'{\\'query\\':\\'x\\'}'", "{\"query\":\"x\"}" },
		{ "7", NULL },
		{ "['query']", NULL },
		{ "'red mug'", NULL },
		{ "'[1]'", NULL },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct talk t;
		char script[512];
		snprintf(script, sizeof(script),
			 "{'rules':[{'calls':[{'name':'search_products','arguments':%s}]}]}",
			 cases[i].sent);
		ask_tools(&t, script);
		if (cases[i].want != NULL) {
			assert_int_equal(t.status, SHOP_OK);
			assert_call(&t, 0, NULL, cases[i].want);
		} else {
			assert_int_equal(t.status, SHOP_E_MODEL);
			assert_says(&t, "a call that nobody can read", NULL);
		}
		talk_end(&t);
	}
}

/* Calls that a small model writes down instead of making them; and texts that only look so. */
static void written_calls_are_taken(void **state)
{
	static const struct {
		const char *reply;
		size_t calls;
	} cases[] = {
		{ "{\\'name\\': \\'search_products\\', \\'arguments\\': {\\'query\\': \\'a b\\'}}",
		  1 },
		{ " {\\'name\\':\\'search_products\\',\\'parameters\\':{}} ", 1 },
		{ "{\\'type\\':\\'function\\',\\'function\\':{\\'name\\':\\'search_products\\',"
		  "\\'arguments\\':{}}}",
		  1 },
		{ "[TOOL_CALLS] [{\\'name\\':\\'search_products\\',\\'arguments\\':{}},"
		  "{\\'name\\':\\'search_products\\',\\'arguments\\':{}}]",
		  2 },
		{ "```json\\n{\\'name\\':\\'search_products\\',\\'arguments\\':{}}\\n```", 1 },
		{ "<tool_call>{\\'name\\':\\'search_products\\',\\'arguments\\':{}}</tool_call>",
		  1 },
		{ "{\\'name\\':\\'unknown\\',\\'arguments\\':{}}", 0 },
		{ "{\\'name\\':\\'search_products\\',\\'arguments\\':7}", 0 },
		{ "[{\\'name\\':\\'search_products\\',\\'arguments\\':{}},{\\'name\\':\\'x\\'}]",
		  0 },
		{ "{\\'name\\':\\'search_products\\',\\'arguments\\':{}} is what I would call", 0 },
		{ "{not JSON", 0 },
		{ "[1] is a footnote", 0 },
		{ "```c\\nint x;\\n```", 0 },
		{ "plain", 0 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct talk t;
		char script[512];
		snprintf(script, sizeof(script), "{'rules':[{'reply':'%s'}]}", cases[i].reply);
		ask_tools(&t, script);
		assert_int_equal(t.status, SHOP_OK);
		assert_int_equal(t.reply.call_count, cases[i].calls);
		assert_int_equal(t.reply.text[0] == '\0', cases[i].calls > 0);
		talk_end(&t);
	}
}

/* Without tools, JSON is a text like others. */
static void json_is_text_without_tools(void **state)
{
	struct talk t;
	(void)state;
	talk_once(&t,
		  "{'rules':[{'reply':'{\\'name\\':\\'search_products\\',\\'arguments\\':{}}'}]}",
		  "?");
	assert_int_equal(t.reply.call_count, 0);
	assert_string_equal(t.reply.text, "{\"name\":\"search_products\",\"arguments\":{}}");
	talk_end(&t);
}

static void results_go_back(void **state)
{
	struct talk t;
	json_t *log;
	(void)state;
	struct llm_call calls[] = { { "call_9", "search_products", "{\"query\":\"a\"}" },
				    { NULL, "search_products", "damaged" } };
	struct llm_message messages[] = {
		{ .role = LLM_USER, .text = "?" },
		{ .role = LLM_ASSISTANT, .text = "", .calls = calls, .call_count = 2 },
		{ .role = LLM_TOOL, .text = "[]", .tool = "search_products", .call_id = "call_9" },
		{ .role = LLM_TOOL, .text = "[1]", .tool = "search_products" },
	};
	struct llm_request request = {
		.messages = messages, .message_count = 4, .tools = talk_tools, .tool_count = 1
	};
	talk_begin(&t, "{'strict':true,'rules':[{'reply':'none'}]}");
	t.server.model = "tools";
	talk_must_open(&t);
	talk_request(&t, &request);
	assert_int_equal(t.status, SHOP_OK);
	const json_t *body = json_object_get(model_request(&t.model, "/api/chat", 0, &log), "body");
	json_t *want = json_loads(
		"[{\"role\":\"user\",\"content\":\"?\"},{\"role\":\"assistant\",\"content\":\"\","
		"\"tool_calls\":[{\"id\":\"call_9\",\"function\":{\"index\":0,\"name\":"
		"\"search_products\",\"arguments\":{\"query\":\"a\"}}},{\"function\":{\"index\":1,"
		"\"name\":\"search_products\",\"arguments\":{}}}]},{\"role\":\"tool\",\"content\":"
		"\"[]\",\"tool_name\":\"search_products\",\"tool_call_id\":\"call_9\"},{\"role\":"
		"\"tool\",\"content\":\"[1]\",\"tool_name\":\"search_products\"}]",
		0, NULL);
	assert_true(json_equal(json_object_get(body, "messages"), want));
	assert_int_equal(json_array_size(json_object_get(body, "tools")), 1);
	json_decref(want);
	json_decref(log);
	talk_end(&t);
}

static void unix_sockets_work(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t, "{}");
	model_stop(&t.model);
	model_start(&t.model, "{}", "--unix");
	assert_int_equal(strncmp(t.model.url, "unix:///", 8), 0);
	talk_must_open(&t);
	talk_ask(&t, "hello");
	assert_string_equal(t.reply.text, "Hello, <b>you</b> & me");
	talk_end(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_arrive_as_they_are_sent),
		cmocka_unit_test(requests_are_complete),
		cmocka_unit_test(capabilities_decide_about_tools),
		cmocka_unit_test(window_is_no_larger_than_trained),
		cmocka_unit_test(thinking_is_switched_off),
		cmocka_unit_test(preload_serves_the_reply),
		cmocka_unit_test(closing_ends_a_preload),
		cmocka_unit_test(connection_is_kept),
		cmocka_unit_test(cut_replies_say_so),
		cmocka_unit_test(calls_come_in_three_shapes),
		cmocka_unit_test(old_calls_are_read),
		cmocka_unit_test(unknown_tools_are_handed_on),
		cmocka_unit_test(arguments_are_an_object_or_nothing),
		cmocka_unit_test(written_calls_are_taken),
		cmocka_unit_test(json_is_text_without_tools),
		cmocka_unit_test(results_go_back),
		cmocka_unit_test(unix_sockets_work),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
