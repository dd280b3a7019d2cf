/* SPDX-License-Identifier: MIT */
/* How far an export and a backup have come: every record counts once, and the end is the end. */
#include <unistd.h>

#include "order_scene.h"

struct told {
	int64_t calls, done, all, lines;
	bool wrong;
};

static void note(void *ctx, int64_t done, int64_t all)
{
	struct told *t = ctx;
	t->wrong = t->wrong || done < t->done || done > all || (t->calls > 0 && all != t->all);
	t->calls++;
	t->done = done;
	t->all = all;
}

static enum shop_status count_line(void *ctx, const char *line, size_t len, struct shop_error *err)
{
	struct told *t = ctx;
	(void)line;
	(void)len;
	(void)err;
	t->lines++;
	return SHOP_OK;
}

static void test_export(void **state)
{
	struct scene *s = *state;
	struct told told = { .calls = 0 };
	const struct shop_export how = { .write = count_line, .progress = note, .ctx = &told };
	act(s, ADMIN, SHOP_SCOPE_FULL);
	assert_int_equal(shop_export(s->shop, &how, &s->err), SHOP_OK);
	assert_false(told.wrong);
	assert_true(told.lines > 0);
	assert_int_equal(told.calls, told.lines);
	assert_int_equal(told.done, told.lines);
	assert_int_equal(told.all, told.lines);
}

static void test_backup(void **state)
{
	struct scene *s = *state;
	struct told told = { .calls = 0 };
	char path[SCRATCH_PATH_SIZE + 16];
	int64_t bytes = 0;
	snprintf(path, sizeof(path), "%s.copy", s->store->path);
	act(s, ADMIN, SHOP_SCOPE_FULL);
	shop_on_copied(s->shop, note, &told);
	assert_int_equal(shop_backup(s->shop, path, &bytes, &s->err), SHOP_OK);
	unlink(path);
	assert_false(told.wrong);
	assert_true(told.calls > 0);
	assert_int_equal(told.done, told.all);
	assert_int_equal(told.all, bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		SCENE_TEST(test_export),
		SCENE_TEST(test_backup),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
