/* SPDX-License-Identifier: MIT */
/* The command line: what is taken fits its table, what is not is told. Words are split at "|". */
#include <stdlib.h>
#include <string.h>

#include "core/option.h"
#include "fuzz/fuzz.h"

const char *const fuzz_seeds[] = {
	"one|two|--flag|--number=7|-n7",
	"--text|value|-t|x|--texts=a|--texts|b|--|--flag",
	"--word=red|--no-flag|-fq",
	"--json|--store=/x|a|b|c|d",
	"--nmber|7",
	"-n|99999999999999999999",
	NULL,
};

struct options {
	const char *text, *word, *first;
	bool flag;
	int64_t number;
	struct shop_texts texts, rest;
};

static const struct opt table[] = {
	OPT_FLAG(struct options, flag, 'f', "flag", "a flag"),
	OPT_TEXT(struct options, text, 't', "text", "TEXT", "a text"),
	OPT_TEXT(struct options, word, 0, "word", "WORD", "a word", .values = "red|green|blue"),
	OPT_TEXTS(struct options, texts, 0, "texts", "TEXT", "some texts"),
	OPT_INT(struct options, number, 'n', "number", "N", "a number", -5, 100),
	OPT_ARG(struct options, first, "FIRST", "the first"),
	OPT_ARGS(struct options, rest, "REST", "the rest", .flags = OPT_OPTIONAL),
	OPT_END,
};

enum { WORDS_MAX = 64 };

static void check_taken(const struct options *o, int argc)
{
	FUZZ_CHECK(o->number == SHOP_NONE || (o->number >= -5 && o->number <= 100));
	FUZZ_CHECK(o->word == NULL || opt_word_is_one_of("red|green|blue", o->word));
	FUZZ_CHECK(o->texts.count + o->rest.count <= (size_t)argc);
	for (size_t i = 0; i < o->texts.count; i++)
		FUZZ_CHECK(o->texts.items[i] != NULL);
	for (size_t i = 0; i < o->rest.count; i++)
		FUZZ_CHECK(o->rest.items[i] != NULL);
}

static void check_parse(int argc, char **argv, bool stop_at_operand)
{
	struct options o = { 0 };
	struct globals g = { 0 };
	struct shop_error err = { 0 };
	const char **lists = calloc(opt_list_count(table) * (size_t)argc + 1, sizeof(*lists));
	FUZZ_CHECK(lists != NULL);
	opt_clear(table, &o);
	struct opt_parse p = { .command = { stop_at_operand ? NULL : table, &o },
			       .globals = { global_opts, &g },
			       .argc = argc,
			       .argv = argv,
			       .lists = lists,
			       .stop_at_operand = stop_at_operand };
	if (opt_parse(&p, &err) == SHOP_OK) {
		FUZZ_CHECK(p.used >= 0 && p.used <= argc);
		check_taken(&o, argc);
		FUZZ_CHECK(stop_at_operand || g.help || o.first != NULL);
	} else {
		FUZZ_CHECK(err.status == SHOP_E_INVALID && err.text[0] != '\0');
	}
	free(lists);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_text(data, size), *rest = text, *argv[WORDS_MAX];
	int argc = 0;
	while (rest != NULL && argc < WORDS_MAX) {
		char *word = strsep(&rest, "|");
		argv[argc++] = strdup(word);
	}
	check_parse(argc, argv, false);
	check_parse(argc, argv, true);
	for (int i = 0; i < argc; i++)
		free(argv[i]);
	free(text);
	return 0;
}
