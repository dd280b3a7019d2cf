/* SPDX-License-Identifier: MIT */
/* Conversations: what is handed over, in which order, and to whom. */
#include "order_scene.h"

enum { DAY = 24 * 60 * 60, SEEN_MAX = 64 };

struct seen {
	size_t count;
	int64_t ids[SEEN_MAX];
	char last_text[128];
	size_t stop_after; /* 0: never */
};

static enum shop_status see(void *ctx, const struct shop_message *m, struct shop_error *err)
{
	struct seen *seen = ctx;
	assert_true(seen->count < SEEN_MAX);
	seen->ids[seen->count++] = m->id;
	snprintf(seen->last_text, sizeof(seen->last_text), "%s", m->text);
	if (seen->count == seen->stop_after)
		return shop_error_set(err, SHOP_E_CANCELLED, "enough");
	return SHOP_OK;
}

static const struct shop_history_filter everything = {
	.conversation = SHOP_NONE, .since = SHOP_NONE, .until = SHOP_NONE, .limit = SHOP_NONE
};

static enum shop_status look(struct scene *s, const struct shop_history_filter *filter,
			     struct seen *seen)
{
	*seen = (struct seen){ .stop_after = seen->stop_after };
	memset(&s->err, 0, sizeof(s->err));
	return shop_history_each(s->shop, filter, see, seen, &s->err);
}

static void check_ids(struct scene *s, const struct shop_history_filter *filter, const char *wanted)
{
	struct seen seen = { 0 };
	char text[256] = "";
	assert_int_equal(look(s, filter, &seen), SHOP_OK);
	for (size_t i = 0; i < seen.count; i++)
		snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s%d", i > 0 ? " " : "",
			 (int)seen.ids[i]);
	assert_string_equal(text, wanted);
}

static enum shop_status save(struct scene *s, int64_t conversation, const char *message,
			     const char *reply, int64_t *ret)
{
	struct shop_exchange in = { .message = message,
				    .reply = reply,
				    .fresh = conversation == 0,
				    .conversation = conversation == 0 ? SHOP_NONE : conversation };
	int64_t created_at = 0;
	memset(&s->err, 0, sizeof(s->err));
	*ret = 0;
	return shop_chat_save(s->shop, &in, ret, &created_at, &s->err);
}

static void add(struct scene *s, int64_t conversation, int64_t at, const char *message)
{
	int64_t id;
	shop_set_now(s->shop, at, 0);
	assert_int_equal(save(s, conversation, message, "answer", &id), SHOP_OK);
}

/* Alice's 1 and 2 and Bob's 3; the first goes on after the second has begun. */
static void fill(struct scene *s)
{
	add(s, 0, NOW - 2 * DAY, "Größe of the CAFÉ chair?");
	add(s, 0, NOW - DAY, "second, a chair");
	add(s, 1, NOW, "third");
	act(s, BOB, SHOP_SCOPE_FULL);
	add(s, 0, NOW, "bob's chair");
	act(s, ALICE, SHOP_SCOPE_FULL);
}

static void test_order_and_bounds(void **state)
{
	struct scene *s = *state;
	fill(s);
	struct shop_history_filter f = everything;
	check_ids(s, &f, "1 2 3 4 5 6");
	f.conversation = 1;
	check_ids(s, &f, "1 2 5 6");
	f.limit = 3;
	check_ids(s, &f, "2 5 6");
	f = everything;
	f.since = NOW - DAY;
	check_ids(s, &f, "3 4 5 6");
	f.until = NOW - 1;
	check_ids(s, &f, "3 4");
	f.limit = 1;
	check_ids(s, &f, "4");
	f.limit = 100;
	check_ids(s, &f, "3 4");
	f.since = NOW + 1;
	f.until = SHOP_NONE;
	check_ids(s, &f, "");
	f = everything;
	f.since = INT64_MAX;
	check_ids(s, &f, "");
}

static void test_search(void **state)
{
	struct scene *s = *state;
	struct seen seen = { 0 };
	fill(s);
	struct shop_history_filter f = everything;
	f.search = "chair";
	check_ids(s, &f, "1 3");
	f.search = "  CHAIR\tcafe ";
	check_ids(s, &f, "1");
	f.search = "grosse";
	check_ids(s, &f, "1");
	f.search = "Cafe\xCC\x81";
	check_ids(s, &f, "1");
	f.search = "chair third";
	check_ids(s, &f, "");
	f.search = "%";
	check_ids(s, &f, "");
	f.search = "answer";
	f.limit = 2;
	check_ids(s, &f, "4 6");
	f.search = "\xff";
	assert_int_equal(look(s, &f, &seen), SHOP_OK);
	f.search = " \n";
	assert_int_equal(look(s, &f, &seen), SHOP_E_INVALID);
	f.search = "";
	assert_int_equal(look(s, &f, &seen), SHOP_E_INVALID);
	assert_int_equal(seen.count, 0);
}

static void test_it_ends_when_told(void **state)
{
	struct scene *s = *state;
	struct seen seen = { .stop_after = 2 };
	fill(s);
	assert_int_equal(look(s, &everything, &seen), SHOP_E_CANCELLED);
	assert_int_equal(seen.count, 2);
	seen.stop_after = 0;
	assert_int_equal(look(s, &everything, &seen), SHOP_OK);
	assert_int_equal(seen.count, 6);
}

static void test_is_nobody_elses(void **state)
{
	struct scene *s = *state;
	struct seen seen = { 0 };
	int64_t id, a, b;
	fill(s);
	struct shop_history_filter f = everything;
	f.conversation = 3;
	assert_int_equal(look(s, &f, &seen), SHOP_E_NOT_FOUND);
	assert_string_equal(s->err.text, "there is no conversation 3");
	f.conversation = 99;
	assert_int_equal(look(s, &f, &seen), SHOP_E_NOT_FOUND);
	assert_int_equal(save(s, 3, "mine?", "no", &id), SHOP_E_NOT_FOUND);
	/* Not even an admin's. */
	act(s, ADMIN, SHOP_SCOPE_FULL);
	check_ids(s, &everything, "");
	f.conversation = 1;
	assert_int_equal(look(s, &f, &seen), SHOP_E_NOT_FOUND);
	act(s, SHOP_NONE, SHOP_SCOPE_FULL);
	assert_int_equal(look(s, &everything, &seen), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(save(s, 0, "a", "b", &id), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(shop_chat_reset(s->shop, &a, &s->err), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(shop_history_delete(s->shop, &a, &b, &s->err), SHOP_E_NOT_LOGGED_IN);
	act(s, ALICE, SHOP_SCOPE_READ);
	check_ids(s, &everything, "1 2 3 4 5 6");
	assert_int_equal(save(s, 0, "a", "b", &id), SHOP_E_DENIED);
	assert_int_equal(shop_chat_reset(s->shop, &a, &s->err), SHOP_E_DENIED);
	assert_int_equal(shop_history_delete(s->shop, &a, &b, &s->err), SHOP_E_DENIED);
	assert_int_equal(sql(s, "SELECT count(*) FROM message"), 8);
	assert_int_equal(sql(s, "SELECT count(*) FROM conversation"), 3);
}

static void test_texts(void **state)
{
	struct scene *s = *state;
	int64_t id;
	char *text = malloc(SHOP_REPLY_MAX + 2);
	assert_non_null(text);
	memset(text, 'x', SHOP_REPLY_MAX + 1);
	text[SHOP_REPLY_MAX + 1] = '\0';
	assert_int_equal(save(s, 0, "a", text, &id), SHOP_E_INVALID);
	text[SHOP_REPLY_MAX] = '\0';
	assert_int_equal(save(s, 0, "a", text, &id), SHOP_OK);
	assert_int_equal(save(s, 0, text, "b", &id), SHOP_E_INVALID);
	text[SHOP_MESSAGE_MAX] = '\0';
	assert_int_equal(save(s, 0, text, "b", &id), SHOP_OK);
	assert_int_equal(save(s, 0, " ", "b", &id), SHOP_E_INVALID);
	assert_int_equal(save(s, 0, "a", "", &id), SHOP_E_INVALID);
	free(text);
	assert_int_equal(sql(s, "SELECT count(*) FROM message"), 4);
	assert_int_equal(sql(s, "SELECT count(*) FROM message WHERE engine = 'external'"), 2);
}

static enum shop_status list_one(void *ctx, const struct shop_conversation *c,
				 struct shop_error *err)
{
	(void)err;
	char *text = ctx;
	snprintf(text + strlen(text), 256 - strlen(text), "%d:%d:%s%s ", (int)c->id,
		 (int)c->messages, c->question != NULL ? c->question : "-", c->current ? "*" : "");
	return SHOP_OK;
}

static void list(struct scene *s, int64_t limit, char text[256])
{
	text[0] = '\0';
	assert_int_equal(shop_conversation_each(s->shop, limit, list_one, text, &s->err), SHOP_OK);
}

static void test_conversations(void **state)
{
	struct scene *s = *state;
	char text[256];
	int64_t was, conversations, messages;
	list(s, SHOP_NONE, text);
	assert_string_equal(text, "");
	fill(s);
	sql(s, "INSERT INTO token (id, customer_id, name, scope, issued_at, expires_at)"
	       " VALUES ('t', 1, 'login', 'full', 0, 4000000000)");
	memcpy(s->shop->actor.token_id, "t", 2);
	s->shop->actor.expires_at = INT64_C(4000000000);
	int64_t id;
	assert_int_equal(save(s, 2, "fourth", "b", &id), SHOP_OK);
	assert_true(id == 2);
	list(s, SHOP_NONE, text);
	assert_string_equal(text, "2:4:second, a chair* 1:4:Größe of the CAFÉ chair? ");
	list(s, 1, text);
	assert_string_equal(text, "2:4:second, a chair* ");
	assert_int_equal(shop_chat_reset(s->shop, &was, &s->err), SHOP_OK);
	assert_true(was == 2);
	assert_int_equal(shop_chat_reset(s->shop, &was, &s->err), SHOP_OK);
	assert_true(was == SHOP_NONE);
	struct shop_exchange next = { .message = "e", .reply = "f", .conversation = SHOP_NONE };
	assert_int_equal(shop_chat_save(s->shop, &next, &id, &was, &s->err), SHOP_OK);
	assert_true(id == 4);
	assert_int_equal(shop_chat_save(s->shop, &next, &id, &was, &s->err), SHOP_OK);
	assert_true(id == 4);
	assert_int_equal(shop_history_delete(s->shop, &conversations, &messages, &s->err), SHOP_OK);
	assert_true(conversations == 3 && messages == 12);
	list(s, SHOP_NONE, text);
	assert_string_equal(text, "");
	/* Bob's is there. */
	assert_int_equal(sql(s, "SELECT count(*) FROM message"), 2);
	assert_int_equal(shop_history_delete(s->shop, &conversations, &messages, &s->err), SHOP_OK);
	assert_true(conversations == 0 && messages == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCENE_TEST(test_order_and_bounds),
		SCENE_TEST(test_search),
		SCENE_TEST(test_it_ends_when_told),
		SCENE_TEST(test_is_nobody_elses),
		SCENE_TEST(test_texts),
		SCENE_TEST(test_conversations),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
