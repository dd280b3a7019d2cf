/* SPDX-License-Identifier: MIT */
/* Holds an answer against the gold. */
#include "eval/judge.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void explain(char **ret, const char *check, const char *wanted, const char *got)
{
	free(*ret);
	if (asprintf(ret, "%s wants %.300s, got %.300s", check, wanted, got) < 0)
		abort();
}

static bool is_inside(unsigned char c)
{
	return isalnum(c) || c >= 0x80;
}

/* "8" does not stand in "18", "8.40" or "$8". */
static bool is_whole(const char *text, const char *at, size_t len)
{
	unsigned char before = at > text ? (unsigned char)at[-1] : ' ';
	unsigned char after = (unsigned char)at[len];
	unsigned char first = (unsigned char)at[0], last = (unsigned char)at[len - 1];
	bool joined = (after == '.' || after == ',') && isdigit((unsigned char)at[len + 1]);
	if (is_inside(first) && is_inside(before) && before < 0x80)
		return false;
	if (isdigit(first) && (before == '.' || before == ',' || before == '$' || before == '#'))
		return false;
	if (isdigit(last) && joined)
		return false;
	return !is_inside(last) || !isalnum(after);
}

static bool stands(const char *text, const char *wanted)
{
	size_t len = strlen(wanted);
	for (const char *at = strcasestr(text, wanted); at != NULL && len > 0;
	     at = strcasestr(at + 1, wanted))
		if (is_whole(text, at, len))
			return true;
	return false;
}

bool judge_mentions(const char *text, const char *wanted)
{
	static const char *const words[] = { "no",   "one",    "two",   "three", "four",
					     "five", "six",    "seven", "eight", "nine",
					     "ten",  "eleven", "twelve" };
	char *end = NULL;
	unsigned long n = strtoul(wanted, &end, 10);
	if (stands(text, wanted))
		return true;
	if (*wanted == '\0' || *end != '\0' || n >= sizeof(words) / sizeof(words[0]))
		return false;
	return stands(text, words[n]) ||
	       (n == 0 && (stands(text, "none") || stands(text, "nothing")));
}

static bool has(const struct gold *g, const char *text)
{
	for (size_t i = 0; i < g->count; i++)
		if (strcmp(g->items[i], text) == 0)
			return true;
	return false;
}

static char *joined(const struct gold *g)
{
	char *text = NULL;
	size_t size = 0;
	FILE *f = open_memstream(&text, &size);
	for (size_t i = 0; f != NULL && i < g->count; i++)
		fprintf(f, "%s%s", i > 0 ? " " : "", g->items[i]);
	if (f == NULL || fclose(f) != 0)
		abort();
	return text;
}

/* The ids of the rows under this key. */
static void ids_of(const json_t *answer, const char *key, struct gold *ret)
{
	const json_t *rows = json_object_get(answer, key);
	size_t n = json_array_size(rows);
	*ret = (struct gold){ .items = calloc(n + 1, sizeof(char *)) };
	if (ret->items == NULL)
		abort();
	for (size_t i = 0; i < n; i++)
		if (asprintf(&ret->items[ret->count++], "%lld",
			     (long long)json_integer_value(
				     json_object_get(json_array_get(rows, i), "id"))) < 0)
			abort();
}

static bool same(const struct gold *want, const struct gold *got, bool in_order)
{
	bool ok = want->count == got->count;
	for (size_t i = 0; ok && i < want->count; i++)
		ok = in_order ? strcmp(want->items[i], got->items[i]) == 0
			      : has(got, want->items[i]) && has(want, got->items[i]);
	return ok;
}

static bool all_within(const struct gold *want, const struct gold *got)
{
	for (size_t i = 0; i < got->count; i++)
		if (!has(want, got->items[i]))
			return false;
	return got->count > 0;
}

static bool rows_right(const struct check *c, const struct gold *want, const json_t *answer,
		       char **why)
{
	bool orders = c->kind == CHECK_ORDER || c->kind == CHECK_ORDERS;
	struct gold got;
	bool ok = false;
	ids_of(answer, orders ? "orders" : "products", &got);
	if (c->kind == CHECK_FIRST || c->kind == CHECK_ORDER)
		ok = got.count > 0 && has(want, got.items[0]);
	else if (c->kind == CHECK_WITHIN)
		ok = all_within(want, &got);
	else
		ok = same(want, &got, c->kind == CHECK_PRODUCTS);
	char *a = joined(want), *b = joined(&got);
	if (!ok)
		explain(why, check_words[c->kind], a, b);
	free(a);
	free(b);
	gold_done(&got);
	return ok;
}

static bool reply_right(const struct check *c, const struct gold *want, const char *reply,
			char **why)
{
	size_t found = 0;
	const char *missing = "", *present = "";
	for (size_t i = 0; i < want->count; i++) {
		bool there = judge_mentions(reply, want->items[i]);
		found += there ? 1 : 0;
		missing = there ? missing : want->items[i];
		present = there ? want->items[i] : present;
	}
	bool ok = c->kind == CHECK_SAYS  ? found == want->count
		  : c->kind == CHECK_ANY ? found > 0
					 : found == 0;
	if (!ok)
		explain(why, check_words[c->kind], c->kind == CHECK_NEVER ? present : missing,
			"the reply");
	return ok;
}

static const char *text_of(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));
	return text != NULL ? text : "";
}

static bool gold_right(const struct eval_shop *s, const struct check *c, const json_t *answer,
		       char **why, bool *broken)
{
	const char *command = text_of(json_object_get(answer, "query"), "command");
	struct gold want;
	char total[32];
	bool ok = false;
	if (!shop_gold(s, c->gold, &want, why)) {
		*broken = true;
		gold_done(&want);
		return false;
	}
	snprintf(total, sizeof(total), "%lld",
		 (long long)json_integer_value(json_object_get(answer, "total")));
	if (c->kind <= CHECK_ORDERS) {
		ok = rows_right(c, &want, answer, why);
	} else if (c->kind == CHECK_SAYS || c->kind == CHECK_ANY || c->kind == CHECK_NEVER) {
		ok = reply_right(c, &want, text_of(answer, "reply"), why);
	} else {
		const char *got = c->kind == CHECK_TOTAL ? total : command;
		ok = has(&want, got);
		if (!ok)
			explain(why, check_words[c->kind], want.items[0], got);
	}
	gold_done(&want);
	return ok;
}

static bool intent_right(const struct check *c, const json_t *answer, char **why)
{
	const char *intent = text_of(json_object_get(answer, "query"), "intent");
	bool ok = judge_mentions(c->gold, intent);
	if (!ok)
		explain(why, check_words[c->kind], c->gold, intent);
	return ok;
}

/* There must be none of it. */
static bool none_right(const struct check *c, const json_t *answer, char **why)
{
	const char *key = c->kind == CHECK_NO_PRODUCTS ? "products" : "orders";
	size_t n = json_array_size(json_object_get(answer, key));
	if (c->kind == CHECK_NO_COMMAND)
		n = strlen(text_of(json_object_get(answer, "query"), "command"));
	if (n > 0)
		explain(why, check_words[c->kind], "none", "some");
	return n == 0;
}

bool judge(const struct eval_shop *s, const struct question *q, const json_t *answer,
	   char **ret_why, bool *ret_broken)
{
	bool ok = json_is_true(json_object_get(answer, "grounded"));
	if (!ok)
		explain(ret_why, "grounded", "true", "false");
	for (size_t i = 0; ok && i < q->check_count; i++) {
		const struct check *c = &q->checks[i];
		if (c->kind == CHECK_INTENT)
			ok = intent_right(c, answer, ret_why);
		else if (c->kind > CHECK_INTENT)
			ok = none_right(c, answer, ret_why);
		else
			ok = gold_right(s, c, answer, ret_why, ret_broken);
	}
	return ok;
}
