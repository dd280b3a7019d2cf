/* SPDX-License-Identifier: MIT */
/* Writes a catalogue of N invented products in the exchange format: the same for the same N. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "vocabulary.h"

enum {
	LEAVES = 320,         /* categories that products are in */
	LEAVES_A_SECTION = 4, /* the middle level of the tree */
	SECTIONS_A_DEPARTMENT = 8,
	KNOWN = 5, /* products with each of the words that are looked for */
	REVIEWED = 3,
	NAME_SIZE = 96,
	TEXT_SIZE = 512,
};

struct catalogue {
	struct chance chance;
	struct vocabulary adjectives, materials, nouns, brands, shelves, colors, filler;
	int64_t count;
};

/* What the variants of one product have in common. */
struct model {
	const char *adjective, *material,
		*part; /* part: what it is for the noun; NULL: it itself */
	size_t noun, brand;
	char number[16], name[NAME_SIZE], description[TEXT_SIZE];
	int64_t price_cents, group; /* group: 0 for none */
};

static void catalogue_init(struct catalogue *c, int64_t count)
{
	*c = (struct catalogue){ .chance = { .state = 1 }, .count = count };
	size_t at = 0;
	struct {
		struct vocabulary *v;
		size_t count;
	} const all[] = {
		{ &c->adjectives, 600 }, { &c->materials, 80 }, { &c->nouns, 1500 },
		{ &c->brands, 200 },     { &c->shelves, 100 },  { &c->colors, 24 },
		{ &c->filler, 6000 },
	};
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		vocabulary_init(all[i].v, at, all[i].count);
		at += all[i].count;
	}
	vocabulary_set(&c->materials, 1, WORD_COMMON);
	vocabulary_set(&c->adjectives, 1, WORD_ADJECTIVE);
	vocabulary_set(&c->nouns, 2, WORD_NOUN);
}

static void catalogue_done(struct catalogue *c)
{
	vocabulary_done(&c->adjectives);
	vocabulary_done(&c->materials);
	vocabulary_done(&c->nouns);
	vocabulary_done(&c->brands);
	vocabulary_done(&c->shelves);
	vocabulary_done(&c->colors);
	vocabulary_done(&c->filler);
}

/* The word with a capital, for use in one expression: two at a time are kept apart by `slot`. */
static const char *title(const char *word, char slot[VOCABULARY_WORD_SIZE])
{
	snprintf(slot, VOCABULARY_WORD_SIZE, "%s", word);
	if (slot[0] >= 'a' && slot[0] <= 'z')
		slot[0] = (char)(slot[0] - 'a' + 'A');
	return slot;
}

static const char *filler(struct catalogue *c)
{
	return c->filler.words[vocabulary_draw(&c->filler, &c->chance)];
}

static void name_write(struct catalogue *c, struct model *m)
{
	char a[VOCABULARY_WORD_SIZE], t[VOCABULARY_WORD_SIZE], n[VOCABULARY_WORD_SIZE],
		b[VOCABULARY_WORD_SIZE];
	title(m->adjective, a);
	title(m->material, t);
	title(c->nouns.words[m->noun], n);
	size_t style = chance_below(&c->chance, 10);
	if (m->part != NULL)
		snprintf(m->name, NAME_SIZE, "%s %s for %s %s", t, m->part, n, m->number);
	else if (style < 6)
		snprintf(m->name, NAME_SIZE, "%s %s %s %s", a, t, n, m->number);
	else if (style < 8)
		snprintf(m->name, NAME_SIZE, "%s %s %s %s", title(c->brands.words[m->brand], b), a,
			 n, m->number);
	else
		snprintf(m->name, NAME_SIZE, "%s %s %s, %s", t, n, m->number, m->adjective);
}

static void words_append(struct catalogue *c, char text[TEXT_SIZE], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(text);
		snprintf(text + len, TEXT_SIZE - len, " %s", filler(c));
	}
}

static void text_append(char text[TEXT_SIZE], const char *more)
{
	size_t len = strlen(text);
	snprintf(text + len, TEXT_SIZE - len, "%s", more);
}

static void description_write(struct catalogue *c, struct model *m)
{
	char brand[VOCABULARY_WORD_SIZE];
	snprintf(m->description, TEXT_SIZE, "%s %s %s by %s is made of %s and",
		 chance_percent(&c->chance, 50) ? "This" : "The", m->adjective,
		 m->part != NULL ? m->part : c->nouns.words[m->noun],
		 title(c->brands.words[m->brand], brand), m->material);
	words_append(c, m->description, 3 + chance_below(&c->chance, 10));
	text_append(m->description, ".");
	if (chance_percent(&c->chance, 40))
		return;
	text_append(m->description, " It comes with");
	words_append(c, m->description, 2 + chance_below(&c->chance, 6));
	text_append(m->description, " for");
	words_append(c, m->description, 1 + chance_below(&c->chance, 6));
	text_append(m->description, ".");
}

/* A thing costs between half and twice what is usual for its kind. */
static int64_t price_draw(struct catalogue *c, size_t noun)
{
	static const int64_t ends[] = { 99, 95, 50, 0 };
	int64_t usual = INT64_C(500) << (noun * 2654435761U / 7 % 9);
	int64_t cents = usual * (50 + (int64_t)chance_below(&c->chance, 151)) / 100;
	return cents / 100 * 100 + ends[chance_below(&c->chance, 4)];
}

/* Some products at fixed places have the words that are looked for. */
static bool is_known(const struct catalogue *c, int64_t at, int64_t offset)
{
	int64_t step = c->count / KNOWN;
	return at % step == step / 2 + offset && at / step < KNOWN;
}

static void model_draw(struct catalogue *c, int64_t at, struct model *m)
{
	static const char *const parts[] = { "case", "strap", "cover", "cable" };
	bool rare = is_known(c, at, 0), pair = is_known(c, at, 1);
	*m = (struct model){
		.adjective = c->adjectives.words[vocabulary_draw(&c->adjectives, &c->chance)],
		.material = c->materials.words[vocabulary_draw(&c->materials, &c->chance)],
		.noun = vocabulary_draw(&c->nouns, &c->chance),
		.brand = vocabulary_draw(&c->brands, &c->chance),
	};
	if (rare)
		m->adjective = WORD_RARE;
	if (pair) {
		m->adjective = WORD_ADJECTIVE;
		m->noun = 2;
	}
	if (chance_percent(&c->chance, 8) && !rare && !pair)
		m->part = parts[chance_below(&c->chance, 4)];
	snprintf(m->number, sizeof(m->number), "%c%c%s%d", 'A' + (int)chance_below(&c->chance, 26),
		 'A' + (int)chance_below(&c->chance, 26), chance_percent(&c->chance, 50) ? "-" : "",
		 100 + (int)chance_below(&c->chance, 9900));
	name_write(c, m);
	description_write(c, m);
	m->price_cents = price_draw(c, m->noun);
}

/* Two or three levels, by the kind of thing; parts stand apart. */
static void category_print(const struct catalogue *c, const struct model *m)
{
	char department[VOCABULARY_WORD_SIZE], section[VOCABULARY_WORD_SIZE],
		leaf[VOCABULARY_WORD_SIZE];
	size_t l = m->noun % LEAVES, s = l / LEAVES_A_SECTION, d = s / SECTIONS_A_DEPARTMENT;
	title(c->shelves.words[d], department);
	title(c->shelves.words[20 + s], section);
	title(c->nouns.words[l], leaf);
	bool flat = s % 5 == 4;
	printf("\"category\":\"%s", department);
	if (!flat)
		printf("/%s", section);
	if (m->part != NULL)
		fputs("/Accessories\",", stdout);
	else
		printf("/%ss\",", leaf);
}

static void attributes_print(struct catalogue *c, const struct model *m)
{
	static const char *const sizes[] = { "small", "medium", "large", "extra large" };
	struct chance *r = &c->chance;
	printf("\"attributes\":{\"color\":\"%s\",\"material\":\"%s\"",
	       c->colors.words[vocabulary_draw(&c->colors, r)], m->material);
	if (chance_percent(r, 60))
		printf(",\"size\":\"%s\"", sizes[chance_below(r, 4)]);
	if (chance_percent(r, 50))
		printf(",\"weight\":\"%d g\"", 10 * (1 + (int)chance_below(r, 300)));
	if (chance_percent(r, 30))
		printf(",\"warranty\":\"%d years\"", 1 + (int)chance_below(r, 5));
	fputs("},", stdout);
}

static void time_print(int64_t seconds)
{
	char text[32];
	struct tm tm;
	time_t t = (time_t)seconds;
	gmtime_r(&t, &tm);
	strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &tm);
	printf("\"created_at\":\"%s\"}\n", text);
}

static int64_t time_draw(struct catalogue *c)
{
	const int64_t start = 1672531200; /* 2023-01-01 */
	return start + (int64_t)chance_below(&c->chance, (size_t)3 * 365 * 86400);
}

static void product_print(struct catalogue *c, const struct model *m, int64_t at, int64_t variant)
{
	char brand[VOCABULARY_WORD_SIZE];
	printf("{\"type\":\"product\",\"sku\":\"BN-%07" PRId64
	       "\",\"name\":\"%s\",\"brand\":\"%s\",",
	       at + 1, m->name, title(c->brands.words[m->brand], brand));
	category_print(c, m);
	size_t stock = chance_percent(&c->chance, 8) ? 0 : 1 + chance_below(&c->chance, 500);
	printf("\"price_cents\":%" PRId64 ",\"currency\":\"USD\",\"stock\":%zu,",
	       m->price_cents + 200 * variant, stock);
	printf("\"description\":\"%s\",", m->description);
	attributes_print(c, m);
	if (m->group > 0)
		printf("\"group\":\"g%" PRId64 "\",", m->group);
	time_print(time_draw(c));
}

static void reviews_print(struct catalogue *c)
{
	for (int64_t i = 0; i < (int64_t)REVIEWED * REVIEWED; i++) {
		printf("{\"type\":\"review\",\"sku\":\"BN-%07" PRId64 "\",\"email\":null,"
		       "\"author\":\"Customer %" PRId64
		       "\",\"rating\":%zu,\"comment\":\"%s %s %s.\",",
		       i / REVIEWED + 1, i + 1, 1 + chance_below(&c->chance, 5), filler(c),
		       filler(c), filler(c));
		time_print(time_draw(c));
	}
}

static void catalogue_print(struct catalogue *c)
{
	struct model m = { 0 };
	int64_t variants = 0, variant = 0;
	for (int64_t at = 0; at < c->count; at++, variant++) {
		if (variant >= variants || is_known(c, at, 0) || is_known(c, at, 1)) {
			bool several = at == 0 || chance_percent(&c->chance, 8);
			model_draw(c, at, &m);
			variants = several ? 2 + (int64_t)chance_below(&c->chance, 3) : 1;
			m.group = several ? at + 1 : 0;
			variant = 0;
		}
		product_print(c, &m, at, variant);
	}
	reviews_print(c);
}

int main(int argc, char **argv)
{
	char *end = NULL;
	errno = 0;
	int64_t count = argc == 2 ? strtoll(argv[1], &end, 10) : 0;
	/* Fewer would leave no place between the products that have known words. */
	if (argc != 2 || errno != 0 || *end != '\0' || count < 4 * KNOWN || count > 9999999) {
		fputs("usage: bench_catalogue N > FILE (N: 20 to 9999999)\n", stderr);
		return 2;
	}
	struct catalogue c;
	catalogue_init(&c, count);
	catalogue_print(&c);
	catalogue_done(&c);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		perror("cannot write the catalogue");
		return 1;
	}
	return 0;
}
