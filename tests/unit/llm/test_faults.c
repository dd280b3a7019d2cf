/* SPDX-License-Identifier: MIT */
/* Everything that can go wrong with a server: one message for each, what has come is kept, and
 * what may be tried again is. */
#include "unit/llm/talk.h"

/* Rule of a chat request; what the reply then holds, and what is said. */
struct fault {
	const char *rule;
	const char *text;
	const char *says, *hint;
};

static void check(const struct fault *f)
{
	struct talk t;
	char script[4096];
	snprintf(script, sizeof(script), "{'rules':[{%s}]}", f->rule);
	talk_once(&t, script, "hello");
	if (t.status != SHOP_E_MODEL)
		fail_msg("%s: status %d, '%s'", f->rule, t.status, t.reply.text);
	assert_says(&t, f->says, f->hint);
	assert_string_equal(t.reply.text, f->text);
	for (const char *p = t.err.text; *p != '\0'; p++)
		assert_true((unsigned char)*p >= ' ');
	talk_end(&t);
}

static void check_all(const struct fault *faults, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check(&faults[i]);
}

#define CHECK_ALL(faults) check_all(faults, sizeof(faults) / sizeof((faults)[0]))

static void connections_that_break(void **state)
{
	static const struct fault faults[] = {
		{ "'fault':'reset'", "", "the connection to the model server broke", "try again" },
		{ "'reply':'one two three','fault':'reset-mid'", "one",
		  "in the middle of the reply", "try again" },
		{ "'reply':'one two three','fault':'fin-mid'", "one", "in the middle of the reply",
		  "try again" },
		{ "'reply':'one two','fault':'no-done'", "one two", "broke off before its end",
		  "try again" },
	};
	(void)state;
	CHECK_ALL(faults);
}

/* A reply that said it was done is whole, whatever becomes of the connection. */
static void ends_after_done_do_not_matter(void **state)
{
	static const char *const faults[] = { "reset-done", "fin", "hang" };
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct talk t;
		char script[256];
		snprintf(script, sizeof(script), "{'rules':[{'reply':'one two','fault':'%s'}]}",
			 faults[i]);
		talk_once(&t, script, "hello");
		if (t.status)
			fail_msg("%s: %s", faults[i], t.err.text);
		assert_true(t.took_ms < 2000);
		assert_string_equal(t.reply.text, "one two");
		talk_ask(&t, "and again");
		assert_int_equal(t.status, SHOP_OK);
		talk_end(&t);
	}
}

static void errors_in_every_shape(void **state)
{
	static const struct fault faults[] = {
		{ "'error':'something odd'", "", "status 400: something odd", NULL },
		{ "'error':'something odd','error_after':1,'reply':'one two'", "one",
		  "the model server failed: something odd", "try again" },
		{ "'status':500,'error':'{\\'error\\':{\\'code\\':500,\\'message\\':\\'deep "
		  "inside\\'}}'",
		  "", "status 500: deep inside", NULL },
		{ "'lines':['{\\'error\\':\\'{\\\\\\'error\\\\\\':{\\\\\\'message\\\\\\':\\\\\\'"
		  "deeper\\\\\\'}}\\'}']",
		  "", "the model server failed: deeper", NULL },
		{ "'status':400,'body':'{\\'error\\':{\\'message\\':\\'an object\\'}}'", "",
		  "status 400: an object", NULL },
		{ "'status':400,'body':'{\\'object\\':\\'error\\',\\'message\\':\\'at the top\\'}'",
		  "", "status 400: at the top", NULL },
		{ "'status':422,'body':'{\\'detail\\':\\'a detail\\'}'", "", "status 422: a detail",
		  NULL },
		{ "'status':418,'body':'plain words\\n','type':'text/plain'", "",
		  "status 418: plain words", NULL },
		{ "'status':500,'body':'{\\'error\\':\\'a\\\\u001b[31mb\\\\u0007\\\\nc\\'}'", "",
		  "status 500: a [31mb", NULL },
		{ "'status':502,'body':'<html><h1>502 Bad Gateway</h1></html>','type':'text/html'",
		  "", "no model server speaks at 'http://127.0.0.1:", "proxy" },
		{ "'status':200,'body':'<html>hello</html>','type':'text/html'", "",
		  "is no model server", "check the address" },
		{ "'status':500,'body':''", "", "no model server speaks", "proxy" },
		{ "'status':403,'body':''", "", "refuses requests for 'http://127.0.0.1",
		  "address" },
		{ "'status':403,'body':'{\\'error\\':\\'cloud is off\\'}'", "",
		  "refuses: cloud is off", NULL },
		{ "'status':401,'body':'{\\'error\\':\\'unauthorized\\',\\'signin_url\\':"
		  "\\'https://example.com/x\\'}'",
		  "", "wants a login: unauthorized", "ollama signin" },
		{ "'status':407,'body':''", "", "a proxy wants a login", "proxy" },
		{ "'status':302,'body':'','headers':{'Location':'http://example.com/'}", "",
		  "sends us elsewhere, where we do not go (302)", "address" },
		{ "'status':429,'body':'{\\'error\\':\\'slow "
		  "down\\'}','headers':{'Retry-After':'7'}",
		  "", "too busy: slow down", "try again in 7 s" },
		{ "'status':404,'body':'404 page not found','type':'text/plain'", "",
		  "the server has no model", NULL },
		{ "'status':404,'body':'{\\'error\\':\\'model \\\\\\'x\\\\\\' not found\\'}'", "",
		  "the server has no model '" USUAL_MODEL "'", "ollama pull " USUAL_MODEL },
	};
	(void)state;
	CHECK_ALL(faults);
}

static void errors_that_are_known(void **state)
{
	static const struct fault faults[] = {
		{ "'status':400,'error':'{\\'error\\':{\\'code\\':400,\\'message\\':\\'request "
		  "(54113 tokens) exceeds the available context size (8192 tokens), try increasing "
		  "it\\',\\'type\\':\\'exceed_context_size_error\\'}}'",
		  "", "longer than the model's window of 8192 tokens", "new conversation" },
		{ "'status':400,'error':'the prompt is longer than the context length currently "
		  "available'",
		  "", "longer than the model's window", NULL },
		{ "'status':500,'error':'Jinja Exception: Conversation roles must alternate'", "",
		  "template refuses", "another model" },
		{ "'status':500,'error':'model runner has unexpectedly stopped, this may be due to "
		  "resource limitations'",
		  "", "could not run the model", "log" },
		{ "'status':500,'error':'llama-server process has terminated: exit 1'", "",
		  "could not run the model", NULL },
		{ "'status':500,'error':'error parsing tool call: raw=, err=x'", "",
		  "a call that nobody can read", NULL },
		{ "'reply':'a b c','error':'error parsing tool call: raw=','error_after':2", "a b",
		  "a call that nobody can read", NULL },
		{ "'status':500,'error':'prediction aborted, token repeat limit reached'", "",
		  "round in circles", NULL },
		{ "'status':400,'error':'\\'x\\' does not support chat'", "", "cannot chat",
		  "another model" },
	};
	(void)state;
	CHECK_ALL(faults);
}

/* Before 0.12.6 even an error in place of the first line came with the status 200. */
static void old_servers_tell_errors_with_200(void **state)
{
	struct talk t;
	(void)state;
	talk_once(&t, "{'version':'0.9.6','rules':[{'error':'it broke'}]}", "hello");
	assert_int_equal(t.status, SHOP_E_MODEL);
	assert_says(&t, "it broke", NULL);
	talk_end(&t);
}

static void strangers_at_the_door(void **state)
{
	static const struct {
		const char *script, *says, *hint;
	} cases[] = {
		{ "{'rules':[{'path':'any','status':200,'body':'<html>','type':'text/html'}]}",
		  "is no model server", "check the address" },
		{ "{'rules':[{'path':'any','status':404,'body':'no'}]}", "is no model server",
		  NULL },
		{ "{'rules':[{'path':'any','status':502,'body':'<html>','type':'text/html'}]}",
		  "no model server speaks", "proxy" },
		{ "{'rules':[{'path':'any','status':403,'body':''}]}", "refuses requests for",
		  NULL },
		{ "{'rules':[{'path':'any','status':200,'body':'7'}]}", "is no model server",
		  NULL },
		{ "{'rules':[{'path':'/api/show','status':200,'body':'[]'}]}", "is no model server",
		  NULL },
		{ "{'rules':[{'path':'/api/show','status':500,'body':'{\\'error\\':\\'disk\\'}'}]}",
		  "status 500: disk", NULL },
		{ "{'key':'secret-1'}", "wants a login: unauthorized", "ollama signin" },
		{ "{'models':[]}", "the server has no model '" USUAL_MODEL "'",
		  "ollama pull " USUAL_MODEL },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct talk t;
		talk_begin(&t, cases[i].script);
		talk_open(&t);
		assert_int_equal(t.status, SHOP_E_MODEL);
		assert_null(t.llm);
		assert_says(&t, cases[i].says, cases[i].hint);
		talk_end(&t);
	}
}

static void nobody_is_there(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t, "{}");
	model_stop(&t.model);
	model_start(&t.model, "{}", "--refuse");
	talk_open(&t);
	assert_int_equal(t.status, SHOP_E_MODEL);
	assert_says(&t, "no model server answers at 'http://127.0.0.1:", "ollama serve");
	assert_true(t.took_ms < 500);
	t.server.host = "unix:///nowhere/socket";
	talk_open(&t);
	assert_says(&t, "no model server answers at '/nowhere/socket'", "ollama serve");
	/* Reserved for documentation: no route, or nobody. */
	t.server.host = "192.0.2.1";
	t.server.connect_ms = 300;
	talk_open(&t);
	assert_int_equal(t.status, SHOP_E_MODEL);
	assert_says(&t, "no model server answers at 'http://192.0.2.1:11434'", "check the address");
	assert_true(t.took_ms < 1500);
	t.server.host = "host.invalid";
	talk_open(&t);
	assert_int_equal(t.status, SHOP_E_MODEL);
	t.server.host = "ftp://x";
	talk_open(&t);
	assert_int_equal(t.status, SHOP_E_INVALID);
	talk_end(&t);
}

/* The token neither goes over a connection that others can read, nor into a message. */
static void keys_stay_secret(void **state)
{
	struct talk t;
	json_t *log;
	(void)state;
	talk_begin(&t,
		   "{'rules':[{'status':400,'body':'{\\'error\\':\\'bad secret-token-1!\\'}'}]}");
	t.server.key = "secret-token-1";
	talk_must_open(&t);
	talk_ask(&t, "hello");
	assert_says(&t, "bad **************!", NULL);
	const json_t *entry = model_request(&t.model, "/api/chat", 0, &log);
	assert_null(json_object_get(json_object_get(entry, "headers"), "authorization"));
	json_decref(log);
	llm_module.close(t.llm);
	t.server.key = "a\r\nX-Header: b";
	talk_open(&t);
	assert_int_equal(t.status, SHOP_E_INVALID);
	assert_null(strstr(t.err.text, "X-Header"));
	talk_end(&t);
}

static void assert_asked(const struct talk *t, size_t times)
{
	json_t *log;
	model_request(&t->model, "/api/chat", times - 1, &log);
	json_decref(log);
	assert_int_equal(model_count(&t->model, "/api/chat"), times);
}

static void busy_servers_are_asked_again(void **state)
{
	struct talk t;
	(void)state;
	talk_once(&t,
		  "{'rules':[{'status':503,'times':3,'body':'{\\'error\\':\\'server busy\\'}'},"
		  "{'reply':'at last'}]}",
		  "hello");
	assert_int_equal(t.status, SHOP_OK);
	assert_string_equal(t.reply.text, "at last");
	/* 10, 20 and 40 ms */
	assert_true(t.took_ms >= 70);
	assert_asked(&t, 4);
	talk_end(&t);
	talk_once(&t, "{'rules':[{'status':503,'body':'{\\'error\\':\\'server busy\\'}'}]}",
		  "hello");
	assert_int_equal(t.status, SHOP_E_MODEL);
	assert_says(&t, "too busy: server busy", "in a moment");
	assert_asked(&t, 4);
	talk_end(&t);
}

static void one_reset_is_forgiven(void **state)
{
	struct talk t;
	(void)state;
	talk_once(&t, "{'rules':[{'fault':'reset','times':1},{'reply':'fine'}]}", "hello");
	assert_int_equal(t.status, SHOP_OK);
	assert_string_equal(t.reply.text, "fine");
	talk_end(&t);
}

/* After the first byte nothing is asked again: it would be said twice. */
static void nothing_is_asked_twice_once_begun(void **state)
{
	static const char *const rules[] = { "'fault':'reset-mid'", "'fault':'no-done'",
					     "'error':'x','error_after':1" };
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct talk t;
		char script[256];
		snprintf(script, sizeof(script), "{'rules':[{'reply':'one two',%s}]}", rules[i]);
		talk_once(&t, script, "hello");
		assert_int_equal(t.status, SHOP_E_MODEL);
		usleep(20000);
		assert_int_equal(model_count(&t.model, "/api/chat"), 1);
		talk_end(&t);
	}
}

/* The template of a model may have no tools although the server says so. */
static void tools_are_given_up_when_refused(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t,
		   "{'rules':[{'status':400,'times':1,'body':'{\\'error\\':\\'registry.ollama.ai"
		   "/library/tools:latest does not support tools\\'}'},{'reply':'fine'}]}");
	t.server.model = "tools";
	talk_must_open(&t);
	talk_ask_with_tools(&t, "hello");
	assert_int_equal(t.status, SHOP_OK);
	assert_string_equal(t.reply.text, "fine");
	assert_false(llm_module.has_tools(t.llm));
	talk_end(&t);
}

static void informational_answers_are_skipped(void **state)
{
	struct talk t;
	(void)state;
	talk_once(&t, "{'rules':[{'reply':'fine','fault':'continue'}]}", "hello");
	assert_int_equal(t.status, SHOP_OK);
	assert_string_equal(t.reply.text, "fine");
	talk_end(&t);
}

static void content_type_does_not_matter(void **state)
{
	struct talk t;
	(void)state;
	talk_once(&t, "{'rules':[{'reply':'fine','type':'text/html'}]}", "hello");
	assert_int_equal(t.status, SHOP_OK);
	talk_end(&t);
}

int main(void)
{
	/* A proxy would be asked about this machine, if it were asked about anything. */
	setenv("http_proxy", "http://127.0.0.1:1", 1);
	setenv("all_proxy", "http://127.0.0.1:1", 1);
	setenv("no_proxy", "192.0.2.1,host.invalid", 1);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(connections_that_break),
		cmocka_unit_test(ends_after_done_do_not_matter),
		cmocka_unit_test(errors_in_every_shape),
		cmocka_unit_test(errors_that_are_known),
		cmocka_unit_test(old_servers_tell_errors_with_200),
		cmocka_unit_test(strangers_at_the_door),
		cmocka_unit_test(nobody_is_there),
		cmocka_unit_test(keys_stay_secret),
		cmocka_unit_test(busy_servers_are_asked_again),
		cmocka_unit_test(one_reset_is_forgiven),
		cmocka_unit_test(nothing_is_asked_twice_once_begun),
		cmocka_unit_test(tools_are_given_up_when_refused),
		cmocka_unit_test(informational_answers_are_skipped),
		cmocka_unit_test(content_type_does_not_matter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
