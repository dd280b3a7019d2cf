/* SPDX-License-Identifier: MIT */
/* Servers of the other kind: told apart from the first, events instead of lines, calls in
 * fragments. */
#include "unit/llm/talk.h"

#define OPENAI "'face':'openai',"

static void probe_finds_the_other_kind(void **state)
{
	struct talk t;
	json_t *log;
	(void)state;
	talk_once(&t, "{" OPENAI "'rules':[{'reply':'one two \xE2\x82\xAC'}]}", "hello");
	assert_int_equal(t.status, SHOP_OK);
	assert_string_equal(t.reply.text, "one two \xE2\x82\xAC");
	assert_int_equal(t.pieces, 3);
	const json_t *body =
		json_object_get(model_request(&t.model, "/v1/chat/completions", 0, &log), "body");
	json_t *want =
		json_pack("{s:s, s:[{s:s,s:s},{s:s,s:s}], s:b, s:i, s:i}", "model", USUAL_MODEL,
			  "messages", "role", "system", "content", "Be brief.", "role", "user",
			  "content", "hello", "stream", 1, "temperature", 0, "seed", 1);
	assert_true(json_equal(body, want));
	json_decref(want);
	json_decref(log);
	/* Nothing to be loaded beforehand here. */
	llm_module.preload(t.llm);
	talk_end(&t);
}

static void llama_server_tells_more(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t, "{" OPENAI "'rules':[{'path':'/props','body':'{\\'chat_template_caps\\':{"
		       "\\'supports_tools\\':false},\\'default_generation_settings\\':{\\'n_ctx\\':"
		       "2048}}'}]}");
	talk_must_open(&t);
	assert_false(llm_module.has_tools(t.llm));
	assert_int_equal(llm_module.window(t.llm), 2048);
	talk_end(&t);
	talk_begin(&t, "{" OPENAI "'rules':[]}");
	talk_must_open(&t);
	assert_true(llm_module.has_tools(t.llm));
	assert_int_equal(llm_module.window(t.llm), LLM_WINDOW);
	talk_end(&t);
}

static void fragments_are_joined(void **state)
{
	static const char *const shapes[] = { "line", "final" };
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct talk t;
		char script[1024];
		snprintf(script, sizeof(script),
			 "{" OPENAI
			 "'rules':[{'reply':'well','shape':'%s','calls':[{'id':'c1','name':"
			 "'search_products','arguments':{'query':'red m\xC3\xBCg under "
			 "20'}},{'id':'c2',"
			 "'name':'search_products','arguments':{}}]}]}",
			 shapes[i]);
		talk_begin(&t, script);
		t.server.model = "tools";
		talk_must_open(&t);
		talk_ask_with_tools(&t, "?");
		assert_int_equal(t.status, SHOP_OK);
		assert_string_equal(t.reply.text, "well");
		assert_int_equal(t.reply.call_count, 2);
		assert_string_equal(t.reply.calls[0].id, "c1");
		assert_string_equal(t.reply.calls[0].arguments,
				    "{\"query\":\"red m\xC3\xBCg under 20\"}");
		assert_string_equal(t.reply.calls[1].id, "c2");
		assert_string_equal(t.reply.calls[1].arguments, "{}");
		talk_end(&t);
	}
}

static void half_arguments_are_refused(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t, "{" OPENAI "'rules':[{'calls':[{'name':'search_products','arguments':"
		       "'{\\'query\\':\\'red'}]}]}");
	t.server.model = "tools";
	talk_must_open(&t);
	talk_ask_with_tools(&t, "?");
	assert_int_equal(t.status, SHOP_E_MODEL);
	assert_says(&t, "a call that nobody can read", NULL);
	talk_end(&t);
}

static void results_go_back_as_text(void **state)
{
	struct talk t;
	json_t *log;
	struct llm_call call = { NULL, "search_products", "{\"query\":\"a\"}" };
	struct llm_message messages[] = {
		{ .role = LLM_USER, .text = "?" },
		{ .role = LLM_ASSISTANT, .text = "", .calls = &call, .call_count = 1 },
		{ .role = LLM_TOOL, .text = "[]", .tool = "search_products" },
	};
	struct llm_request request = { .messages = messages, .message_count = 3 };
	(void)state;
	talk_begin(&t, "{" OPENAI "'rules':[]}");
	talk_must_open(&t);
	talk_request(&t, &request);
	assert_int_equal(t.status, SHOP_OK);
	const json_t *body =
		json_object_get(model_request(&t.model, "/v1/chat/completions", 0, &log), "body");
	const json_t *sent = json_object_get(body, "messages");
	json_t *want =
		json_loads("[{\"role\":\"user\",\"content\":\"?\"},{\"role\":\"assistant\","
			   "\"content\":\"\",\"tool_calls\":[{\"id\":\"call_0\",\"type\":"
			   "\"function\",\"function\":{\"name\":\"search_products\","
			   "\"arguments\":\"{\\\"query\\\":\\\"a\\\"}\"}}]},{\"role\":\"tool\","
			   "\"content\":\"[]\",\"tool_call_id\":\"call_0\"}]",
			   0, NULL);
	assert_true(json_equal(sent, want));
	json_decref(want);
	json_decref(log);
	talk_end(&t);
}

/* Text after the end: a reason has come, so that what is missing is only [DONE]. */
static void ends_come_in_two_forms(void **state)
{
	struct talk t;
	(void)state;
	talk_once(&t, "{" OPENAI "'rules':[{'reply':'one two','fault':'no-done'}]}", "hello");
	assert_int_equal(t.status, SHOP_OK);
	assert_string_equal(t.reply.text, "one two");
	talk_end(&t);
	talk_once(&t,
		  "{" OPENAI "'rules':[{'lines':['data: {\\'choices\\':[{\\'delta\\':{"
		  "\\'content\\':\\'one\\'},\\'finish_reason\\':null}]}','']}]}",
		  "hello");
	assert_int_equal(t.status, SHOP_E_MODEL);
	assert_says(&t, "broke off before its end", NULL);
	assert_string_equal(t.reply.text, "one");
	talk_end(&t);
}

static void whole_answers_are_read(void **state)
{
	struct talk t;
	(void)state;
	talk_once(&t,
		  "{" OPENAI "'rules':[{'status':200,'type':'application/json','body':"
		  "'{\\'choices\\':[{\\'message\\':{\\'content\\':\\'all at once\\'},"
		  "\\'finish_reason\\':\\'length\\'}]}'}]}",
		  "hello");
	assert_int_equal(t.status, SHOP_OK);
	assert_string_equal(t.reply.text, "all at once");
	assert_true(t.reply.cut);
	talk_end(&t);
}

static void cuts_do_not_matter(void **state)
{
	static const char *const ways[] = { "'write':1", "'chunk':1", "'chunk':100",
					    "'per_chunk':9" };
	(void)state;
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		struct talk t;
		char script[256];
		snprintf(script, sizeof(script),
			 "{" OPENAI "'rules':[{'reply':'one \xE2\x82\xAC three',%s}]}", ways[i]);
		talk_once(&t, script, "hello");
		assert_int_equal(t.status, SHOP_OK);
		assert_string_equal(t.reply.text, "one \xE2\x82\xAC three");
		talk_end(&t);
	}
}

static void errors_are_told(void **state)
{
	static const struct {
		const char *rule, *text, *says, *hint;
	} cases[] = {
		{ "'status':400,'error':'something odd'", "", "status 400: something odd", NULL },
		{ "'reply':'a b','error':'something odd','error_after':1", "a",
		  "the model server failed: something odd", NULL },
		{ "'status':401,'body':'{\\'error\\':{\\'code\\':401,\\'message\\':\\'Invalid API "
		  "Key\\'}}'",
		  "", "wants a login: Invalid API Key", "key" },
		{ "'status':503,'body':'{\\'error\\':{\\'code\\':503,\\'message\\':\\'Loading "
		  "model\\'}}'",
		  "", "too busy: Loading model", NULL },
		{ "'status':400,'body':'{\\'error\\':{\\'code\\':400,\\'message\\':\\'request (9 "
		  "tokens) exceeds the available context size (8 tokens)\\',\\'type\\':"
		  "\\'exceed_context_size_error\\'}}'",
		  "", "longer than the model's window", NULL },
		{ "'status':404,'body':'{\\'object\\':\\'error\\',\\'message\\':\\'The model `x` "
		  "does "
		  "not exist.\\',\\'code\\':404}'",
		  "", "the server has no model '" USUAL_MODEL "'", "/v1/models" },
		{ "'lines':['data: 7','']", "", "no model server", NULL },
		{ "'lines':['hello','']", "", "broke off", NULL },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct talk t;
		char script[1024];
		snprintf(script, sizeof(script), "{" OPENAI "'rules':[{%s}]}", cases[i].rule);
		talk_once(&t, script, "hello");
		assert_int_equal(t.status, SHOP_E_MODEL);
		assert_says(&t, cases[i].says, cases[i].hint);
		assert_string_equal(t.reply.text, cases[i].text);
		talk_end(&t);
	}
}

static void missing_tool_parsers_are_forgiven(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t,
		   "{" OPENAI "'rules':[{'times':1,'status':400,'body':'{\\'object\\':\\'error\\',"
		   "\\'message\\':\\'auto tool choice requires --enable-auto-tool-choice and "
		   "--tool-call-parser to be set\\'}'},{'reply':'fine'}]}");
	t.server.model = "tools";
	talk_must_open(&t);
	talk_ask_with_tools(&t, "?");
	assert_int_equal(t.status, SHOP_OK);
	assert_string_equal(t.reply.text, "fine");
	talk_end(&t);
}

/* The number of a call is the server's word: it must not decide how much memory is taken. */
static void call_numbers_are_bounded(void **state)
{
	static const char *const numbers[] = { "-1", "64", "9000000000000000000" };
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct talk t;
		char script[512];
		snprintf(script, sizeof(script),
			 "{" OPENAI "'rules':[{'lines':['data: {\\'choices\\':[{\\'delta\\':{"
			 "\\'tool_calls\\':[{\\'index\\':%s,\\'function\\':{\\'name\\':\\'x\\'}}]}}"
			 "]}',''"
			 "]}]}",
			 numbers[i]);
		talk_once(&t, script, "hello");
		assert_int_equal(t.status, SHOP_E_MODEL);
		assert_says(&t, "too long", NULL);
		talk_end(&t);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(probe_finds_the_other_kind),
		cmocka_unit_test(llama_server_tells_more),
		cmocka_unit_test(fragments_are_joined),
		cmocka_unit_test(half_arguments_are_refused),
		cmocka_unit_test(results_go_back_as_text),
		cmocka_unit_test(ends_come_in_two_forms),
		cmocka_unit_test(whole_answers_are_read),
		cmocka_unit_test(cuts_do_not_matter),
		cmocka_unit_test(errors_are_told),
		cmocka_unit_test(missing_tool_parsers_are_forgiven),
		cmocka_unit_test(call_numbers_are_bounded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
