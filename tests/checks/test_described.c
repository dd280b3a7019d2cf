/* SPDX-License-Identifier: MIT */
/* Walks the tree of commands: is each described in the manual, with its options, and is there a
 * transcript of it? And does the manual describe nothing that is not there? */
#include <ctype.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "checks/walk.h"
#include "cli/sandbox.h"

/* A page of the manual without its macros: words with a space between them, "\n" at the end of
 * each line, "* " before those that begin an item of a list. */
static char *page_words(const char *page)
{
	static const char *const dropped[] = {
		"Nm", "Cm", "Op", "Ar", "Fl", "Ns", "Oo", "Oc", "Pq"
	};
	char *text = read_text(page), *words = calloc(1, 2 * strlen(text) + 2), *at = words;
	assert_non_null(words);
	char *lines = text, *line;
	while ((line = strsep(&lines, "\n")) != NULL) {
		bool macro = line[0] == '.';
		char *rest = macro ? line + 1 : line, *word;
		while ((word = strsep(&rest, " ")) != NULL) {
			bool drop = word[0] == '\0';
			for (size_t i = 0; macro && i < sizeof(dropped) / sizeof(dropped[0]); i++)
				drop = drop || strcmp(word, dropped[i]) == 0;
			if (!drop)
				at = stpcpy(stpcpy(at, strcmp(word, "It") == 0 ? "*" : word), " ");
		}
		at = stpcpy(at, "\n");
	}
	free(text);
	return words;
}

/* The page that describes a command: that of its first word. */
static char *page_of(const char *path)
{
	char page[SANDBOX_PATH_SIZE];
	snprintf(page, sizeof(page), "%s/shop%s%.*s.1", needed("TEST_MANUAL"),
		 path[0] != '\0' ? "-" : "", (int)strcspn(path, " "), path);
	FILE *f = fopen(page, "r");
	if (f == NULL) {
		found(path, "there is no %s", page);
		return NULL;
	}
	fclose(f);
	return page_words(page);
}

/* The item of a list that describes the option, "* n , -limit N"; NULL if there is none. */
static const char *item_of(const char *page, const struct opt *o)
{
	char name[64];
	snprintf(name, sizeof(name), " -%s ", o->name);
	for (const char *at = page; (at = strstr(at, "* ")) != NULL; at += 2) {
		const char *end = at + strcspn(at, "\n"), *hit = strstr(at, name);
		if ((at == page || at[-1] == '\n') && hit != NULL && hit < end)
			return at;
	}
	return NULL;
}

static void check_options(const char *path, const struct opt *table, const char *page)
{
	for (const struct opt *o = table; o != NULL && o->kind != OPT_KIND_END; o++) {
		if (opt_is_operand(o))
			continue;
		char letter[8] = "";
		const char *item = item_of(page, o);
		snprintf(letter, sizeof(letter), "* %c , ", o->letter);
		if (item == NULL)
			found(path, "the manual does not describe --%s", o->name);
		else if (o->letter != '\0' && strncmp(item, letter, strlen(letter)) != 0)
			found(path, "the manual does not say that --%s is -%c", o->name, o->letter);
		else if (o->letter == '\0' && isalnum((unsigned char)item[2]))
			found(path, "the manual has another letter for --%s", o->name);
	}
}

static void check_manual(void *ctx, const struct command *c, const char *path)
{
	(void)ctx;
	if (is_hidden(c))
		return;
	char *page = page_of(path);
	if (page == NULL)
		return;
	char synopsis[192];
	snprintf(synopsis, sizeof(synopsis), "\nshop %s ", path);
	if (path[0] != '\0' && c->run != NULL && strstr(page, synopsis) == NULL)
		found(path, "the manual's synopsis does not name it");
	check_options(path, path[0] == '\0' ? global_opts : c->opts, page);
	free(page);
}

static void test_manual(void **state)
{
	(void)state;
	walk(check_manual, NULL);
}

struct options_of {
	const char *page; /* the first word, or "" */
	char *names;      /* " -limit  -offset ..." */
};

static void gather(void *ctx, const struct command *c, const char *path)
{
	struct options_of *all = ctx;
	size_t n = strcspn(path, " ");
	if (strlen(all->page) != n || strncmp(path, all->page, n) != 0)
		return;
	const struct opt *table = path[0] == '\0' ? global_opts : c->opts;
	for (const struct opt *o = table; o != NULL && o->kind != OPT_KIND_END; o++) {
		char *more = NULL;
		assert_true(asprintf(&more, "%s -%s ", all->names, o->name) > 0);
		free(all->names);
		all->names = more;
	}
}

/* Every "* ... -name" item of a page is an option of one of its commands. */
static void check_no_more(void *ctx, const struct command *c, const char *path)
{
	(void)ctx;
	if (is_hidden(c) || strchr(path, ' ') != NULL)
		return;
	struct options_of all = { .page = path, .names = strdup("") };
	command_walk(&cmd_root, "", gather, &all);
	char *page = page_of(path);
	for (const char *at = page; at != NULL && (at = strstr(at, "* ")) != NULL; at += 2) {
		char item[256], name[80];
		snprintf(item, sizeof(item), "%.*s", (int)strcspn(at, "\n"), at);
		const char *dash = strstr(item, " -");
		if ((at > page && at[-1] != '\n') || dash == NULL ||
		    !isalpha((unsigned char)dash[2]))
			continue;
		snprintf(name, sizeof(name), "%.*s ", (int)strcspn(dash + 1, " ") + 1, dash);
		if (strstr(all.names, name) == NULL)
			found(path, "the manual describes '%s', which is no option", item);
	}
	free(page);
	free(all.names);
}

static void test_manual_has_no_more(void **state)
{
	(void)state;
	walk(check_no_more, NULL);
}

/* All transcripts, one after the other. */
static char *transcripts;

static int read_transcript(const char *path, const struct stat *sb, int kind, struct FTW *at)
{
	(void)sb;
	(void)at;
	size_t len = strlen(path);
	if (kind != FTW_F || len < 2 || strcmp(path + len - 2, ".t") != 0)
		return 0;
	char *text = read_text(path), *more = NULL;
	assert_true(asprintf(&more, "%s\n%s", transcripts, text) > 0);
	free(transcripts);
	free(text);
	transcripts = more;
	return 0;
}

/* On a line that is a command: "$ ..." or its continuation "> ...". */
static bool is_run(const char *words)
{
	size_t n = strlen(words);
	for (const char *at = transcripts; (at = strstr(at, words)) != NULL; at += n) {
		const char *line = at;
		while (line > transcripts && line[-1] != '\n')
			line--;
		if ((strncmp(line, "$ ", 2) == 0 || strncmp(line, "> ", 2) == 0) &&
		    strchr(" \n;|)'\"", at[n]) != NULL)
			return true;
	}
	return false;
}

static void check_transcript(void *ctx, const struct command *c, const char *path)
{
	(void)ctx;
	char words[192];
	snprintf(words, sizeof(words), "shop %s", path);
	if (!is_hidden(c) && c->run != NULL && !is_run(words))
		found(path, "there is no transcript of it");
}

static void test_transcripts(void **state)
{
	(void)state;
	transcripts = strdup("");
	assert_int_equal(nftw(needed("TEST_TRANSCRIPTS"), read_transcript, 8, FTW_PHYS), 0);
	walk(check_transcript, NULL);
	free(transcripts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_manual),
		cmocka_unit_test(test_manual_has_no_more),
		cmocka_unit_test(test_transcripts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
