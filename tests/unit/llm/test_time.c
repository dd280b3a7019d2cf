/* SPDX-License-Identifier: MIT */
/* Waiting, giving up, and being interrupted. */
#include <pthread.h>
#include <signal.h>

#include "unit/llm/talk.h"

static void assert_between(int64_t ms, int64_t least, int64_t most)
{
	if (ms < least || ms > most)
		fail_msg("%d ms are not between %d and %d", (int)ms, (int)least, (int)most);
}

static void assert_seen_closed(const struct talk *t, size_t n)
{
	json_t *log;
	const json_t *entry = model_request(&t->model, "/api/chat", n, &log);
	assert_false(json_is_null(json_object_get(entry, "closed_ms")));
	json_decref(log);
}

/* However long it takes: a model that is being loaded says nothing. */
static void cold_starts_are_waited_for(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t, "{'load_ms':1300}");
	t.server.line_ms = 200;
	talk_must_open(&t);
	talk_ask(&t, "hello");
	assert_int_equal(t.status, SHOP_OK);
	assert_true(t.took_ms >= 1300);
	talk_end(&t);
}

static void silence_has_an_end(void **state)
{
	static const struct {
		const char *rule;
		const char *text;
		int64_t least;
	} cases[] = {
		{ "'fault':'silence'", "", 400 },
		{ "'reply':'one two','first_ms':5000", "", 400 },
		{ "'reply':'one two','fault':'stall','fault_after':2", "one two", 200 },
		{ "'reply':'one two','line_ms':5000", "one", 200 },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct talk t;
		char script[256];
		snprintf(script, sizeof(script), "{'rules':[{%s}]}", cases[i].rule);
		talk_begin(&t, script);
		t.server.first_ms = 400;
		t.server.line_ms = 200;
		talk_must_open(&t);
		talk_ask(&t, "hello");
		assert_int_equal(t.status, SHOP_E_MODEL);
		assert_says(&t, "has been silent for", NULL);
		assert_string_equal(t.reply.text, cases[i].text);
		assert_between(t.took_ms, cases[i].least, cases[i].least + 900);
		assert_seen_closed(&t, 0);
		talk_end(&t);
	}
}

/* Bytes that never become a line are no progress. */
static void dripping_is_silence(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t, "{'rules':[{'big':200000,'write':1}]}");
	t.server.first_ms = 150;
	talk_must_open(&t);
	talk_ask(&t, "hello");
	assert_int_equal(t.status, SHOP_E_MODEL);
	assert_between(t.took_ms, 150, 1500);
	talk_end(&t);
}

static void slow_replies_are_no_silence(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t, "{'rules':[{'reply':'a b c d e f','line_ms':120}]}");
	t.server.first_ms = t.server.line_ms = 300;
	talk_must_open(&t);
	talk_ask(&t, "hello");
	assert_int_equal(t.status, SHOP_OK);
	assert_true(t.took_ms > 600);
	talk_end(&t);
}

static void cancelling_is_quick(void **state)
{
	static const char *const rules[] = { "'fault':'silence'", "'words':10000,'line_ms':30",
					     "'status':503,'body':''" };
	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct talk t;
		char script[256];
		snprintf(script, sizeof(script), "{'rules':[{%s}]}", rules[i]);
		talk_begin(&t, script);
		t.server.busy_ms = 5000;
		talk_must_open(&t);
		t.cancel_after_ms = 150;
		talk_ask(&t, "hello");
		assert_int_equal(t.status, SHOP_E_CANCELLED);
		assert_between(t.took_ms, 150, 450);
		assert_int_equal(t.pieces > 0, i == 1);
		if (i < 2)
			assert_seen_closed(&t, 0);
		/* The next question is as good as the first. */
		t.cancel_after_ms = 0;
		t.stop_after = 3;
		if (i == 1)
			talk_ask(&t, "again");
		assert_int_equal(t.status, SHOP_E_CANCELLED);
		talk_end(&t);
	}
}

static void cancelled_from_the_start(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t, "{'rules':[{'path':'/api/version','fault':'silence'}]}");
	t.cancel_after_ms = 100;
	talk_open(&t);
	assert_int_equal(t.status, SHOP_E_CANCELLED);
	assert_between(t.took_ms, 100, 400);
	talk_end(&t);
}

static void probes_do_not_wait_for_long(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t, "{'rules':[{'path':'any','fault':'silence'}]}");
	t.server.probe_ms = 200;
	talk_open(&t);
	assert_int_equal(t.status, SHOP_E_MODEL);
	assert_says(&t, "has been silent", NULL);
	assert_between(t.took_ms, 200, 700);
	talk_end(&t);
}

static void text_may_stop(void **state)
{
	struct talk t;
	(void)state;
	talk_begin(&t, "{'rules':[{'words':10000,'line_ms':5}]}");
	t.stop_after = 3;
	talk_must_open(&t);
	talk_ask(&t, "hello");
	assert_int_equal(t.status, SHOP_E_CANCELLED);
	assert_int_equal(t.pieces, 3);
	assert_string_equal(t.reply.text, "word0 word1 word2");
	assert_seen_closed(&t, 0);
	talk_end(&t);
}

/* The watch sees a signal at once, not only when it is asked next. */
static volatile sig_atomic_t signalled;

static void on_signal(int sig)
{
	(void)sig;
	signalled = 1;
}

static bool was_signalled(void *ctx)
{
	(void)ctx;
	return signalled != 0;
}

static void signals_cancel(void **state)
{
	struct talk t;
	struct sigaction action = { .sa_handler = on_signal };
	(void)state;
	sigaction(SIGALRM, &action, NULL);
	talk_begin(&t, "{'rules':[{'fault':'silence'}]}");
	talk_must_open(&t);
	llm_module.preload(t.llm);
	t.watch.cancelled = was_signalled;
	ualarm(120000, 0);
	talk_ask(&t, "hello");
	assert_int_equal(t.status, SHOP_E_CANCELLED);
	assert_between(t.took_ms, 110, 400);
	talk_end(&t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cold_starts_are_waited_for),
		cmocka_unit_test(silence_has_an_end),
		cmocka_unit_test(dripping_is_silence),
		cmocka_unit_test(slow_replies_are_no_silence),
		cmocka_unit_test(cancelling_is_quick),
		cmocka_unit_test(cancelled_from_the_start),
		cmocka_unit_test(probes_do_not_wait_for_long),
		cmocka_unit_test(text_may_stop),
		cmocka_unit_test(signals_cancel),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
