/* SPDX-License-Identifier: MIT */
/* Parses the words of the command line by a table of options. */
#include "core/option.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/suggest.h"

const struct opt global_opts[] = {
	OPT_TEXT(struct globals, store, 0, "store", "URI", "use this store (a path)",
		 .values = "@file"),
	OPT_FLAG(struct globals, json, 0, "json", "print one JSON document"),
	OPT_FLAG(struct globals, jsonl, 0, "jsonl", "print one JSON object a line"),
	OPT_FLAG(struct globals, no_color, 0, "no-color", "print without colour"),
	OPT_FLAG(struct globals, no_pager, 0, "no-pager", "do not start a pager"),
	OPT_FLAG(struct globals, quiet, 'q', "quiet", "print no more than was asked for"),
	OPT_FLAG(struct globals, no_input, 0, "no-input", "never ask: fail instead"),
	OPT_FLAG(struct globals, help, 'h', "help", "show help"),
	OPT_FLAG(struct globals, version, 0, "version", "show the version"),
	OPT_END,
};

bool opt_word_is_one_of(const char *values, const char *word)
{
	size_t len = strlen(word);
	for (const char *p = values; p != NULL && *p != '\0';) {
		size_t n = strcspn(p, "|");
		if (n == len && memcmp(p, word, n) == 0)
			return true;
		p += n + (p[n] == '|' ? 1 : 0);
	}
	return false;
}

void opt_clear(const struct opt *table, void *into)
{
	for (const struct opt *o = table; o != NULL && o->kind != OPT_KIND_END; o++)
		if (o->kind == OPT_KIND_INT)
			*(int64_t *)((char *)into + o->at) = SHOP_NONE;
}

size_t opt_list_count(const struct opt *table)
{
	size_t n = 0;
	for (const struct opt *o = table; o != NULL && o->kind != OPT_KIND_END; o++)
		n += o->kind == OPT_KIND_TEXTS || o->kind == OPT_KIND_ARGS ? 1 : 0;
	return n;
}

/* The rows that are lists share `lists`, argc slots each, in the order of the table. */
static void list_add(const struct opt_parse *p, const struct opt *row, const char *value)
{
	size_t before = 0;
	for (const struct opt *o = p->command.table; o != row; o++)
		before += o->kind == OPT_KIND_TEXTS || o->kind == OPT_KIND_ARGS ? 1 : 0;
	struct shop_texts *list = (void *)((char *)p->command.into + row->at);
	const char **slots = p->lists + before * (size_t)p->argc;
	slots[list->count++] = value;
	list->items = slots;
}

static enum shop_status int_store(const struct opt *o, const char *value, int64_t *into,
				  struct shop_error *err)
{
	/* an id may be written "#12" */
	bool hash = o->values != NULL && o->values[0] == '@' && value[0] == '#';
	const char *digits = value + (hash ? 1 : 0);
	char *end;
	errno = 0;
	long long n = strtoll(digits, &end, 10);
	if (errno != 0 || end == digits || (hash && (*digits < '0' || *digits > '9')) ||
	    *end != '\0' || n < o->min || n > o->max)
		return shop_error_set(err, SHOP_E_INVALID,
				      "option '--%s' takes a whole number from %" PRId64
				      " to %" PRId64 ", not '%s'",
				      o->name, o->min, o->max, value);
	*into = n;
	return SHOP_OK;
}

static enum shop_status words_check(const struct opt *o, const char *value, struct shop_error *err)
{
	if (o->values == NULL || o->values[0] == '@' || opt_word_is_one_of(o->values, value))
		return SHOP_OK;
	enum shop_status st =
		opt_is_operand(o)
			? shop_error_set(err, SHOP_E_INVALID, "'%s' is not a %s", value, o->name)
			: shop_error_set(err, SHOP_E_INVALID, "option '--%s' does not take '%s'",
					 o->name, value);
	char meant[SUGGEST_SIZE];
	if (suggest_word(value, o->values, meant))
		shop_error_hint(err, "did you mean '%s'? it takes one of %s", meant, o->values);
	else
		shop_error_hint(err, "it takes one of %s", o->values);
	return st;
}

static enum shop_status value_store(const struct opt_parse *p, const struct opt_target *t,
				    const struct opt *o, const char *value, struct shop_error *err)
{
	enum shop_status st = words_check(o, value, err);
	if (st)
		return st;
	char *at = (char *)t->into + o->at;
	switch (o->kind) {
	case OPT_KIND_INT:
		return int_store(o, value, (int64_t *)(void *)at, err);
	case OPT_KIND_TEXTS:
	case OPT_KIND_ARGS:
		list_add(p, o, value);
		return SHOP_OK;
	case OPT_KIND_TEXT:
	case OPT_KIND_ARG:
		*(const char **)(void *)at = value;
		return SHOP_OK;
	case OPT_KIND_FLAG:
	case OPT_KIND_END:
		break;
	}
	return SHOP_OK;
}

const struct opt *opt_find(const struct opt *table, const char *name, size_t len, char letter)
{
	for (const struct opt *o = table; o != NULL && o->kind != OPT_KIND_END; o++) {
		if (opt_is_operand(o))
			continue;
		if (letter != 0 ? o->letter == letter
				: strlen(o->name) == len && memcmp(o->name, name, len) == 0)
			return o;
	}
	return NULL;
}

/* Where an option's row stands: the command's table first, then the globals. */
static const struct opt *option_find(const struct opt_parse *p, const char *name, size_t len,
				     char letter, const struct opt_target **ret)
{
	*ret = &p->command;
	const struct opt *o = opt_find(p->command.table, name, len, letter);
	if (o == NULL) {
		*ret = &p->globals;
		o = opt_find(p->globals.table, name, len, letter);
	}
	return o;
}

static enum shop_status unknown_option(const struct opt_parse *p, const char *word,
				       struct shop_error *err)
{
	/* Without its value, which may be a secret: --password=... */
	enum shop_status st = shop_error_set(err, SHOP_E_INVALID, "there is no option '%.*s' here",
					     (int)strcspn(word, "="), word);
	const char *meant = suggest_option(word, p->command.table, p->globals.table);
	if (meant != NULL)
		shop_error_hint(err, "did you mean '--%s'?", meant);
	return st;
}

static const char *next_word(struct opt_parse *p, int *at)
{
	return *at + 1 < p->argc ? p->argv[++*at] : NULL;
}

static enum shop_status long_option(struct opt_parse *p, int *at, struct shop_error *err)
{
	const char *word = p->argv[*at], *name = word + 2;
	size_t len = strcspn(name, "=");
	const char *value = name[len] == '=' ? name + len + 1 : NULL;
	const struct opt_target *t;
	const struct opt *o = option_find(p, name, len, 0, &t);
	bool on = true;
	if (o == NULL && strncmp(name, "no-", 3) == 0) {
		o = option_find(p, name + 3, len - 3, 0, &t);
		on = false;
		if (o != NULL && o->kind != OPT_KIND_FLAG)
			o = NULL;
	}
	if (o == NULL)
		return unknown_option(p, word, err);
	if (o->kind == OPT_KIND_FLAG) {
		if (value != NULL)
			return shop_error_set(err, SHOP_E_INVALID, "option '--%s' takes no value",
					      o->name);
		*(bool *)((char *)t->into + o->at) = on;
		return SHOP_OK;
	}
	if (value == NULL)
		value = next_word(p, at);
	if (value == NULL)
		return shop_error_set(err, SHOP_E_INVALID, "option '--%s' needs a value (%s)",
				      o->name, o->value);
	return value_store(p, t, o, value, err);
}

static enum shop_status short_options(struct opt_parse *p, int *at, struct shop_error *err)
{
	const char *word = p->argv[*at];
	for (const char *c = word + 1; *c != '\0'; c++) {
		const struct opt_target *t;
		const struct opt *o = option_find(p, NULL, 0, *c, &t);
		if (o == NULL)
			return unknown_option(p, word, err);
		if (o->kind == OPT_KIND_FLAG) {
			*(bool *)((char *)t->into + o->at) = true;
			continue;
		}
		const char *value = c[1] != '\0' ? c + 1 : next_word(p, at);
		if (value == NULL)
			return shop_error_set(err, SHOP_E_INVALID,
					      "option '-%c' needs a value (%s)", *c, o->value);
		return value_store(p, t, o, value, err);
	}
	return SHOP_OK;
}

const struct opt *opt_operand(const struct opt *table, size_t n)
{
	const struct opt *last = NULL;
	for (const struct opt *o = table; o != NULL && o->kind != OPT_KIND_END; o++) {
		if (!opt_is_operand(o))
			continue;
		last = o;
		if (n-- == 0)
			return o;
	}
	return last != NULL && last->kind == OPT_KIND_ARGS ? last : NULL;
}

static enum shop_status operands_complete(const struct opt *table, size_t given,
					  struct shop_error *err)
{
	size_t n = 0;
	for (const struct opt *o = table; o != NULL && o->kind != OPT_KIND_END; o++) {
		if (!opt_is_operand(o))
			continue;
		if (n++ >= given && (o->flags & OPT_OPTIONAL) == 0)
			return shop_error_set(err, SHOP_E_INVALID, "missing %s", o->name);
	}
	return SHOP_OK;
}

enum shop_status opt_parse(struct opt_parse *p, struct shop_error *err)
{
	bool options = true;
	size_t operands = 0;
	int i = 0;
	for (; i < p->argc; i++) {
		const char *word = p->argv[i];
		enum shop_status st;
		if (options && strcmp(word, "--") == 0) {
			if (p->stop_at_operand)
				break;
			options = false;
			continue;
		}
		if (options && strncmp(word, "--", 2) == 0) {
			st = long_option(p, &i, err);
		} else if (options && word[0] == '-' && word[1] != '\0') {
			st = short_options(p, &i, err);
		} else if (p->stop_at_operand) {
			break;
		} else {
			const struct opt *row = opt_operand(p->command.table, operands++);
			p->extra = row == NULL;
			st = row != NULL ? value_store(p, &p->command, row, word, err)
					 : shop_error_set(err, SHOP_E_INVALID,
							  "'%s' is one word too many", word);
		}
		if (st)
			return st;
	}
	p->used = i;
	const struct globals *g = p->globals.into;
	if (p->stop_at_operand || g->help)
		return SHOP_OK;
	return operands_complete(p->command.table, operands, err);
}
