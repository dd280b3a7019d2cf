/* SPDX-License-Identifier: MIT */
/*
 * Asks the assistant the questions of files and counts the right answers by kind:
 *
 *     eval_runner [--engine E] [--model M] [--kind K] [--floor FILE] [--all] FILE...
 *     eval_runner --stores NAME...
 *
 * A store is made when it is first asked; --stores makes these anew, and asks nothing. --all prints
 * every question with its reply, not only the failures. --floor FILE has lines of a percentage and
 * the kind that must reach it ("97 all" is for the whole): ends with 1 below it. Ends with 2 if a
 * question has no gold. Needs the environment that ctest gives it.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "eval/judge.h"
#include "eval/questions.h"
#include "eval/shop.h"

enum { KINDS_MAX = 64 };

struct tally {
	const char *kind;
	size_t right, total;
};

struct run {
	const char *engine, *model, *kind, *floor;
	bool stores, all;
	struct tally tallies[KINDS_MAX];
	size_t tally_count;
	size_t broken;
};

static struct tally *tally_of(struct run *r, const char *kind)
{
	for (size_t i = 0; i < r->tally_count; i++)
		if (strcmp(r->tallies[i].kind, kind) == 0)
			return &r->tallies[i];
	if (r->tally_count == KINDS_MAX) {
		fputs("too many kinds\n", stderr);
		exit(2);
	}
	r->tallies[r->tally_count] = (struct tally){ .kind = strdup(kind) };
	return &r->tallies[r->tally_count++];
}

static void report(const struct question *q, const char *path, const char *why,
		   const json_t *answer)
{
	const char *name = strrchr(path, '/');
	printf("%s:%zu: [%s]", name != NULL ? name + 1 : path, q->line, q->kind);
	for (size_t i = 0; i < q->turn_count; i++)
		printf("%s%s", i > 0 ? " > " : " ", q->turns[i]);
	printf("\n\t%s\n", why);
	const char *reply = json_string_value(json_object_get(answer, "reply"));
	if (reply != NULL)
		printf("\treply: %.400s\n", reply);
}

static void ask(struct run *r, struct eval_shop *s, const struct question *q, const char *path)
{
	char *why = NULL;
	bool broken = false, right = true;
	json_t *answer = NULL;
	if (strchr(q->who, '@') == NULL)
		snprintf(s->who, sizeof(s->who), "%s@example.com", q->who);
	else
		snprintf(s->who, sizeof(s->who), "%s", q->who);
	for (size_t i = 0; right && i < q->turn_count; i++) {
		json_decref(answer);
		answer = shop_ask(s, q->turns[i], i == 0, &why);
		right = answer != NULL;
	}
	right = right && judge(s, q, answer, &why, &broken);
	if (right && shop_changed(s)) {
		right = false;
		why = strdup("the store has changed");
	}
	struct tally *t = tally_of(r, q->kind);
	t->total++;
	t->right += right ? 1 : 0;
	r->broken += broken ? 1 : 0;
	if (!right || r->all)
		report(q, path, why != NULL ? why : "right", answer);
	json_decref(answer);
	free(why);
}

static void run_file(struct run *r, const char *path)
{
	struct questions q;
	struct eval_shop s = { .engine = r->engine, .model = r->model };
	const char *store = NULL;
	questions_read(path, &q);
	for (size_t i = 0; i < q.count; i++) {
		if (r->kind != NULL && strcmp(r->kind, q.items[i].kind) != 0)
			continue;
		if (store == NULL || strcmp(store, q.items[i].store) != 0) {
			if (store != NULL)
				shop_close(&s);
			store = q.items[i].store;
			shop_open(&s, store, /* fresh= */ false);
		}
		ask(r, &s, &q.items[i], path);
	}
	if (store != NULL)
		shop_close(&s);
	questions_done(&q);
}

static struct tally sum(const struct run *r)
{
	struct tally all = { .kind = "all" };
	for (size_t i = 0; i < r->tally_count; i++) {
		all.right += r->tallies[i].right;
		all.total += r->tallies[i].total;
	}
	return all;
}

static void print_tally(const struct tally *t)
{
	printf("%-20s %4zu/%zu\n", t->kind, t->right, t->total);
}

/* How many kinds are below their floor. */
static size_t check_floor(struct run *r)
{
	char kind[64];
	unsigned percent = 0;
	size_t below = 0;
	FILE *f = fopen(r->floor, "r");
	if (f == NULL) {
		perror(r->floor);
		exit(2);
	}
	while (fscanf(f, "%u %63[^\n]", &percent, kind) == 2) {
		struct tally t = strcmp(kind, "all") == 0 ? sum(r) : *tally_of(r, kind);
		if (t.right * 100 >= t.total * percent)
			continue;
		printf("below the floor: %s %zu/%zu, wanted %u %%\n", kind, t.right, t.total,
		       percent);
		below++;
	}
	fclose(f);
	return below;
}

static void options_read(struct run *r, int argc, char **argv)
{
	static const struct option options[] = {
		{ "engine", required_argument, NULL, 'e' },
		{ "model", required_argument, NULL, 'm' },
		{ "kind", required_argument, NULL, 'k' },
		{ "floor", required_argument, NULL, 'f' },
		{ "stores", no_argument, NULL, 's' },
		{ "all", no_argument, NULL, 'a' },
		{ NULL, 0, NULL, 0 },
	};
	int c;
	while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
		switch (c) {
		case 'e':
			r->engine = optarg;
			break;
		case 'm':
			r->model = optarg;
			break;
		case 'k':
			r->kind = optarg;
			break;
		case 'f':
			r->floor = optarg;
			break;
		case 's':
			r->stores = true;
			break;
		case 'a':
			r->all = true;
			break;
		default:
			exit(2);
		}
	}
}

static void make_stores(char **names)
{
	for (; *names != NULL; names++) {
		struct eval_shop s = { 0 };
		shop_open(&s, *names, /* fresh= */ true);
		shop_close(&s);
	}
}

int main(int argc, char **argv)
{
	struct run r = { 0 };
	options_read(&r, argc, argv);
	if (r.stores) {
		make_stores(argv + optind);
		return 0;
	}
	for (int i = optind; i < argc; i++)
		run_file(&r, argv[i]);
	printf("\n");
	for (size_t i = 0; i < r.tally_count; i++)
		print_tally(&r.tallies[i]);
	struct tally all = sum(&r);
	print_tally(&all);
	size_t below = r.floor != NULL ? check_floor(&r) : 0;
	for (size_t i = 0; i < r.tally_count; i++)
		free((char *)(uintptr_t)r.tallies[i].kind);
	if (r.broken > 0)
		printf("%zu questions have no gold\n", r.broken);
	return r.broken > 0 || all.total == 0 ? 2 : below > 0 ? 1 : 0;
}
