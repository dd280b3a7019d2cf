/* SPDX-License-Identifier: MIT */
/* What has changed since a login asked last: nothing is lost, and nothing is told twice. */
#include "order_scene.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/turn.h"

enum { DAY = 86400 };

/* What was told, as "2:placed,paid 1:placed "; and what tell() answers. */
struct ear {
	struct buf heard;
	enum shop_status answer;
	void (*meanwhile)(struct scene *s);
	struct scene *s;
};

static enum shop_status hear(void *ctx, const struct shop_orders *changed, struct shop_error *err)
{
	struct ear *ear = ctx;
	for (size_t i = 0; i < changed->count; i++) {
		const struct shop_order *o = &changed->items[i];
		assert_int_equal(o->line_count, 1);
		buf_printf(&ear->heard, "%lld:", (long long)o->id);
		for (size_t k = 0; k < o->event_count; k++)
			buf_printf(&ear->heard, "%s%s", k > 0 ? "," : "", o->events[k].kind);
		buf_putc(&ear->heard, ' ');
	}
	if (ear->meanwhile != NULL)
		ear->meanwhile(ear->s);
	return ear->answer ? shop_error_set(err, ear->answer, "not now") : SHOP_OK;
}

static enum shop_status ask(struct scene *s, struct ear *ear, const int64_t *ids, size_t count,
			    const char *want)
{
	buf_init(&ear->heard, 4096);
	enum shop_status st = shop_order_changes(s->shop, ids, count, hear, ear, &s->err);
	assert_string_equal(buf_text(&ear->heard), want);
	buf_done(&ear->heard);
	return st;
}

static void changes(struct scene *s, const char *want)
{
	struct ear ear = { 0 };
	assert_int_equal(ask(s, &ear, NULL, 0, want), SHOP_OK);
}

/* Logs in with a token of that name. */
static void act_by(struct scene *s, int64_t customer, enum shop_scope scope, const char *token)
{
	char text[512];
	int64_t now = clock_now();
	snprintf(text, sizeof(text),
		 "INSERT INTO token (id, customer_id, name, scope, issued_at, expires_at)"
		 " VALUES ('%s', %lld, 'test', '%s', %lld, %lld) ON CONFLICT DO NOTHING",
		 token, (long long)customer, scope == SHOP_SCOPE_FULL ? "full" : "read",
		 (long long)now, (long long)(now + DAY));
	sql(s, text);
	act(s, customer, scope);
	snprintf(s->shop->actor.token_id, sizeof(s->shop->actor.token_id), "%s", token);
	s->shop->actor.expires_at = now + DAY;
}

static int64_t place(struct scene *s)
{
	act_by(s, ALICE, SHOP_SCOPE_FULL, "person");
	return order_one(s, "A-1", 1, NULL);
}

static void pay(struct scene *s, int64_t id)
{
	struct shop_order o;
	act_by(s, ALICE, SHOP_SCOPE_FULL, "person");
	assert_int_equal(shop_order_pay(s->shop, id, &o, &s->err), SHOP_OK);
	shop_order_done(&o);
}

static int set_up(void **state)
{
	char key[SCRATCH_PATH_SIZE + 8];
	int rc = scene_set_up(state);
	struct scene *s = *state;
	snprintf(key, sizeof(key), "%s.key", s->store->path);
	int fd = open(key, O_WRONLY | O_CREAT, 0600);
	assert_true(fd >= 0);
	close(fd);
	return rc;
}

static void test_each_once(void **state)
{
	struct scene *s = *state;
	act_by(s, ALICE, SHOP_SCOPE_READ, "cron");
	changes(s, "");
	place(s);
	int64_t second = place(s);
	act_by(s, ALICE, SHOP_SCOPE_READ, "cron");
	changes(s, "2:placed 1:placed ");
	changes(s, "");
	pay(s, second);
	act_by(s, ALICE, SHOP_SCOPE_READ, "cron");
	changes(s, "2:paid ");
	changes(s, "");
	/* Another login has its own memory; so has another customer. */
	act_by(s, ALICE, SHOP_SCOPE_FULL, "person");
	changes(s, "2:placed,paid 1:placed ");
	act_by(s, BOB, SHOP_SCOPE_FULL, "bob");
	changes(s, "");
	act_by(s, ADMIN, SHOP_SCOPE_FULL, "admin");
	changes(s, "");
}

/* What could not be told is told the next time. */
static void test_failure(void **state)
{
	struct scene *s = *state;
	struct ear ear = { .answer = SHOP_E_IO };
	place(s);
	act_by(s, ALICE, SHOP_SCOPE_READ, "cron");
	assert_int_equal(ask(s, &ear, NULL, 0, "1:placed "), SHOP_E_IO);
	assert_int_equal(ask(s, &ear, NULL, 0, "1:placed "), SHOP_E_IO);
	changes(s, "1:placed ");
	changes(s, "");
}

static void pay_meanwhile(struct scene *s)
{
	sql(s, "UPDATE purchase SET status = 'paid', paid_at = 1;"
	       "INSERT INTO order_event VALUES (1, 2, 1, 'paid', 'admin')");
}

/* What happens between telling and remembering is not remembered. */
static void test_meanwhile(void **state)
{
	struct scene *s = *state;
	struct ear ear = { .meanwhile = pay_meanwhile, .s = s };
	place(s);
	act_by(s, ALICE, SHOP_SCOPE_READ, "cron");
	assert_int_equal(ask(s, &ear, NULL, 0, "1:placed "), SHOP_OK);
	changes(s, "1:paid ");
	changes(s, "");
}

static void revoke_meanwhile(struct scene *s)
{
	sql(s, "PRAGMA foreign_keys = ON; DELETE FROM token WHERE id = 'cron'");
}

static void test_some(void **state)
{
	struct scene *s = *state;
	struct ear ear = { 0 };
	int64_t ids[] = { place(s), place(s) };
	act_by(s, ALICE, SHOP_SCOPE_READ, "cron");
	assert_int_equal(ask(s, &ear, ids, 1, "1:placed "), SHOP_OK);
	assert_int_equal(ask(s, &ear, ids, 2, "2:placed "), SHOP_OK);
	changes(s, "");
	/* Of two that are asked for, one is not to be had: nothing is told. */
	pay(s, ids[0]);
	act_by(s, ALICE, SHOP_SCOPE_READ, "cron");
	int64_t wrong[] = { ids[0], 99 };
	assert_int_equal(ask(s, &ear, wrong, 2, ""), SHOP_E_NOT_FOUND);
	changes(s, "1:paid ");
	act_by(s, BOB, SHOP_SCOPE_FULL, "bob");
	assert_int_equal(ask(s, &ear, ids, 1, ""), SHOP_E_NOT_FOUND);
	/* An admin is told of anybody's that he asks for. */
	act_by(s, ADMIN, SHOP_SCOPE_READ, "admin");
	assert_int_equal(ask(s, &ear, ids, 1, "1:placed,paid "), SHOP_OK);
	assert_int_equal(ask(s, &ear, ids, 1, ""), SHOP_OK);
	/* Twice the same is told once. */
	int64_t twice[] = { ids[1], ids[1] };
	assert_int_equal(ask(s, &ear, twice, 2, "2:placed "), SHOP_OK);
}

static void test_rights(void **state)
{
	struct scene *s = *state;
	struct ear ear = { 0 };
	place(s);
	act(s, SHOP_NONE, SHOP_SCOPE_FULL);
	assert_int_equal(ask(s, &ear, NULL, 0, ""), SHOP_E_NOT_LOGGED_IN);
	/* A token that is taken back while it is told. */
	act_by(s, ALICE, SHOP_SCOPE_READ, "cron");
	ear.meanwhile = revoke_meanwhile;
	ear.s = s;
	assert_int_equal(ask(s, &ear, NULL, 0, "1:placed "), SHOP_OK);
	assert_int_equal(sql(s, "SELECT count(*) FROM order_told"), 0);
	ear.meanwhile = NULL;
	assert_int_equal(ask(s, &ear, NULL, 0, ""), SHOP_E_LOGIN_EXPIRED);
}

/* Orders that come from outside count as well, and their events stay told when they come again. */
static void test_rewritten(void **state)
{
	struct scene *s = *state;
	place(s);
	act_by(s, ALICE, SHOP_SCOPE_READ, "cron");
	changes(s, "1:placed ");
	sql(s, "DELETE FROM order_event;"
	       "INSERT INTO order_event VALUES (1, 1, 5, 'placed', 'import'),"
	       " (1, 2, 6, 'paid', 'import'), (1, 3, 7, 'shipped', 'import')");
	changes(s, "1:paid,shipped ");
	changes(s, "");
}

static void test_turns(void **state)
{
	struct scene *s = *state;
	char key[SCRATCH_PATH_SIZE + 8];
	snprintf(key, sizeof(key), "%s.key", s->store->path);
	int one = turn_wait(key, "a", 0);
	assert_true(one >= 0);
	assert_int_equal(turn_wait(key, "a", 30), -1);
	assert_int_equal(errno, EAGAIN);
	int two = turn_wait(key, "b", 0);
	assert_true(two >= 0);
	turn_end(&one);
	assert_int_equal(one, -1);
	turn_end(&one);
	one = turn_wait(key, "a", 0);
	assert_true(one >= 0);
	turn_end(&one);
	turn_end(&two);
	assert_int_equal(turn_wait("/nowhere/at/all", "a", 0), -1);
	assert_int_equal(errno, ENOENT);
}

#define CHANGES_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, scene_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		CHANGES_TEST(test_each_once), CHANGES_TEST(test_failure),
		CHANGES_TEST(test_meanwhile), CHANGES_TEST(test_some),
		CHANGES_TEST(test_rights),    CHANGES_TEST(test_rewritten),
		CHANGES_TEST(test_turns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
