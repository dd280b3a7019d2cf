/* SPDX-License-Identifier: MIT */
/* Looks a message's words up in the store, and mends those that it does not have. */
#include "service/sense.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "service/match.h"
#include "shop/text.h"

enum { PHRASE_WORDS = 4, PHRASE_SIZE = 256, NAMES_OF_ONE = 12 };
enum { MENDED_LENGTH_MIN = 4, MENDED_FIRST_LETTER_MIN = 7 };

void sense_done(struct sense *s)
{
	for (size_t i = 0; i < s->hit_count; i++)
		free(s->hits[i].name);
	free(s->text);
	s->text = NULL;
	s->hit_count = 0;
}

static enum shop_status matches(struct shop *shop, const char *expression, bool *ret,
				struct shop_error *err)
{
	int64_t found = 0;
	enum shop_status st =
		db_run_int(shop->db, STMT_PRODUCT_TEXT_MATCHES, DB_ARGS(expression), &found, err);
	*ret = found != 0;
	return st;
}

/* Does any product have the word, or another name for it? */
static enum shop_status word_known(struct shop *shop, const char *word, bool *ret,
				   struct shop_error *err)
{
	struct match m;
	struct buf b;
	match_read(&m, word);
	buf_init(&b, 4096);
	*ret = false;
	enum shop_status st = SHOP_OK;
	if (match_write(&m, MATCH_ALL, &b))
		st = matches(shop, buf_text(&b), ret, err);
	buf_done(&b);
	return st;
}

static bool is_alphabetic(const char *word)
{
	for (const char *p = word; *p != '\0'; p++)
		if (!text_is_alpha(*p))
			return false;
	return true;
}

/* How many errors are forgiven: one in a short word, two in a long one. */
static size_t errors_allowed(const char *word)
{
	return strlen(word) >= 8 ? 2 : 1;
}

struct nearest {
	const char *word; /* that was typed */
	size_t distance;
	char best[WORD_SIZE];
};

/* Keys side by side, or letters that sound alike: what is typed for one another. */
static bool are_confused(char a, char b)
{
	static const char *const rows[] = { "qwertyuiop", "asdfghjkl", "zxcvbnm" };
	static const char *const alike[] = {
		"aeiouy", "ckqs", "szx", "dt", "bp", "fv", "gj", "mn"
	};
	int row[2] = { -1, -1 }, place[2] = { 0, 0 };
	for (size_t i = 0; i < sizeof(alike) / sizeof(alike[0]); i++)
		if (strchr(alike[i], a) != NULL && strchr(alike[i], b) != NULL)
			return true;
	for (int i = 0; i < 3; i++) {
		const char *x = strchr(rows[i], a), *y = strchr(rows[i], b);
		if (x != NULL) {
			row[0] = i;
			place[0] = (int)(x - rows[i]);
		}
		if (y != NULL) {
			row[1] = i;
			place[1] = (int)(y - rows[i]);
		}
	}
	int down = row[0] - row[1], across = place[0] - place[1];
	return row[0] >= 0 && row[1] >= 0 && down >= -1 && down <= 1 && across >= -1 && across <= 1;
}

/* A word with one letter for another is as often another word ("health", "hearth") as an error: it
 * is one where the letters are easily taken for one another. */
static bool is_typing_error(const char *typed, const char *known)
{
	size_t len = strlen(typed), differing = 0, at = 0;
	if (len != strlen(known))
		return true;
	for (size_t i = 0; i < len; i++)
		if (typed[i] != known[i]) {
			differing++;
			at = i;
		}
	return differing != 1 || are_confused(typed[at], known[at]);
}

/* The store's words from `from` up to `to`. */
static enum shop_status nearest_in(struct shop *shop, const char *from, const char *to,
				   struct nearest *n, struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	int64_t len = (int64_t)strlen(n->word), allowed = (int64_t)errors_allowed(n->word);
	bool row = true;
	enum shop_status st = db_query(shop->db, STMT_WORD_RANGE,
				       DB_ARGS(from, to, len - allowed, len + allowed), &rows, err);
	while (!st && (st = stmt_step(rows, &row, err)) == SHOP_OK && row) {
		const char *word = stmt_text(rows, 0);
		char typed[WORD_SIZE], known[WORD_SIZE];
		/* Endings of the plural are no errors, and hide none. */
		snprintf(typed, sizeof(typed), "%s", n->word);
		snprintf(known, sizeof(known), "%.*s", WORD_SIZE - 1, word);
		word_singular(typed);
		word_singular(known);
		size_t distance = word_distance(typed, known, n->distance);
		if (distance < n->distance && is_typing_error(typed, known)) {
			n->distance = distance;
			snprintf(n->best, sizeof(n->best), "%s", word);
		}
	}
	return st;
}

/* Most people get the first letter right; the others are looked at if nothing else is near. */
static enum shop_status nearest_word(struct shop *shop, struct nearest *n, struct shop_error *err)
{
	char from[2] = { n->word[0], '\0' }, to[2] = { (char)(n->word[0] + 1), '\0' };
	size_t limit = errors_allowed(n->word) + 1;
	n->distance = limit;
	enum shop_status st = nearest_in(shop, from, to, n, err);
	if (!st && n->distance == limit && strlen(n->word) >= MENDED_FIRST_LETTER_MIN) {
		/* A wrong first letter is one error already: no second one is forgiven. */
		n->distance = 2;
		st = nearest_in(shop, "a", "{", n, err);
		if (n->distance == 2)
			n->best[0] = '\0';
	}
	return st;
}

/* "smartwatch" where the store says "smart watch"; both must stand side by side. */
static enum shop_status split_word(struct shop *shop, const char *word, char out[2 * WORD_SIZE],
				   struct shop_error *err)
{
	enum { HALF_MIN = 3 };
	size_t len = strlen(word);
	enum shop_status st = SHOP_OK;
	out[0] = '\0';
	for (size_t at = HALF_MIN; !st && at + HALF_MIN <= len; at++) {
		char expression[2 * WORD_SIZE + 8];
		bool found = false;
		snprintf(expression, sizeof(expression), "\"%.*s %s\"", (int)at, word, word + at);
		st = matches(shop, expression, &found, err);
		if (!st && found) {
			snprintf(out, 2 * WORD_SIZE, "%.*s %s", (int)at, word, word + at);
			break;
		}
	}
	return st;
}

/* "cookbook" where the store has books and something about cooking: a thing at the end, and before
 * it a word that it knows. */
static enum shop_status compound_of(struct shop *shop, const char *word, char out[2 * WORD_SIZE],
				    struct shop_error *err)
{
	enum { FIRST_MIN = 4, THING_MIN = 4, NON = 3 };
	size_t len = strlen(word);
	enum shop_status st = SHOP_OK;
	/* "non-leather" */
	if (strncmp(word, "non", NON) == 0 && len > NON + 2) {
		bool rest = false;
		st = word_known(shop, word + NON, &rest, err);
		if (!st && rest)
			snprintf(out, 2 * WORD_SIZE, "non %s", word + NON);
		if (st || rest)
			return st;
	}
	for (size_t at = FIRST_MIN; !st && at + THING_MIN <= len; at++) {
		char first[WORD_SIZE];
		struct buf b;
		bool thing = false, known = false;
		buf_init(&b, 4096);
		snprintf(first, sizeof(first), "%.*s", (int)at, word);
		if (match_write_things(word + at, &b))
			st = matches(shop, buf_text(&b), &thing, err);
		buf_done(&b);
		if (!st && thing)
			st = word_known(shop, first, &known, err);
		if (!st && known) {
			snprintf(out, 2 * WORD_SIZE, "%s %s", first, word + at);
			break;
		}
	}
	return st;
}

static void replace(struct sense *s, size_t at, const char *with)
{
	struct word *w = &s->words[at];
	if (s->correction_count < EVIDENCE_CORRECTIONS) {
		struct correction c;
		snprintf(c.from, sizeof(c.from), "%s", w->fold);
		snprintf(c.to, sizeof(c.to), "%s", with);
		s->corrections[s->correction_count++] = c;
	}
	size_t len = strnlen(with, WORD_SIZE - 1);
	memmove(w->fold, with, len);
	w->fold[len] = '\0';
	memcpy(w->norm, w->fold, WORD_SIZE);
	word_singular(w->norm);
	s->unknown[at] = false;
}

/* Puts the second half of a split word behind the first. */
static void insert_half(struct sense *s, size_t at, const char *halves)
{
	const char *space = strchr(halves, ' ');
	if (s->word_count == UNDERSTAND_WORDS || space == NULL)
		return;
	memmove(&s->words[at + 1], &s->words[at], (s->word_count - at) * sizeof(s->words[0]));
	memmove(&s->unknown[at + 1], &s->unknown[at], s->word_count - at);
	memmove(&s->things[at + 1], &s->things[at], s->word_count - at);
	s->word_count++;
	struct word *first = &s->words[at], *second = &s->words[at + 1];
	snprintf(first->fold, sizeof(first->fold), "%.*s", (int)(space - halves), halves);
	snprintf(second->fold, sizeof(second->fold), "%s", space + 1);
	first->after = ' ';
	for (struct word *w = first; w <= second; w++) {
		memcpy(w->norm, w->fold, WORD_SIZE);
		word_singular(w->norm);
	}
	s->unknown[at] = s->unknown[at + 1] = false;
}

/* What the shopper meant by a word that no product has; cues: perhaps a word of the assistant's. */
static enum shop_status mend(struct sense *s, struct shop *shop, size_t at, bool cues,
			     struct shop_error *err)
{
	char halves[2 * WORD_SIZE];
	const char *word = s->words[at].fold;
	if (strlen(word) < MENDED_LENGTH_MIN || !is_alphabetic(word))
		return SHOP_OK;
	enum shop_status st = split_word(shop, word, halves, err);
	if (!st && halves[0] == '\0')
		st = compound_of(shop, word, halves, err);
	if (st || halves[0] != '\0') {
		if (!st)
			insert_half(s, at, halves);
		return st;
	}
	struct nearest n = { .word = word };
	st = nearest_word(shop, &n, err);
	if (st)
		return st;
	const char *cue = cues ? lexicon_correct(word) : NULL;
	if (cue != NULL && (n.best[0] == '\0' || word_distance(word, cue, 3) <= n.distance))
		replace(s, at, cue);
	else if (n.best[0] != '\0')
		replace(s, at, n.best);
	return SHOP_OK;
}

/* Marks the words that are part of a phrase the assistant knows: they are no names of things. */
static void mark_phrases(const struct sense *s, bool in_phrase[UNDERSTAND_WORDS])
{
	for (size_t i = 0; i < s->word_count;) {
		enum cue cue;
		size_t n = lexicon_find(s->words, s->word_count, i, &cue);
		for (size_t j = i; j < i + n; j++)
			in_phrase[j] = true;
		i += n > 0 ? n : 1;
	}
}

/* Is anything in the store such a thing? */
static enum shop_status look_for_thing(struct sense *s, struct shop *shop, size_t at,
				       struct shop_error *err)
{
	struct match m;
	struct buf b;
	match_read(&m, s->words[at].fold);
	buf_init(&b, 4096);
	enum shop_status st = SHOP_OK;
	/* A number is none. */
	if (match_head(&m) < m.count && match_write(&m, MATCH_THINGS, &b))
		st = matches(shop, buf_text(&b), &s->things[at], err);
	buf_done(&b);
	return st;
}

static enum shop_status look_at_words(struct sense *s, struct shop *shop, struct shop_error *err)
{
	bool in_phrase[UNDERSTAND_WORDS] = { false };
	enum shop_status st = SHOP_OK;
	mark_phrases(s, in_phrase);
	for (size_t i = 0; !st && i < s->word_count; i++) {
		size_t count = s->word_count, corrections = s->correction_count;
		bool known = false;
		if (in_phrase[i])
			continue;
		s->content++;
		if (lexicon_knows(s->words[i].fold)) {
			st = look_for_thing(s, shop, i, err);
			continue;
		}
		st = word_known(shop, s->words[i].fold, &known, err);
		s->unknown[i] = !known;
		if (!st && !known)
			st = mend(s, shop, i, /* cues= */ true, err);
		if (s->word_count != count || s->correction_count != corrections) {
			memset(in_phrase, 0, sizeof(in_phrase));
			mark_phrases(s, in_phrase);
		}
		if (!st && !s->unknown[i])
			st = look_for_thing(s, shop, i, err);
	}
	return st;
}

static enum shop_status hits_of(struct sense *s, struct shop *shop, size_t first, size_t count,
				struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *rows = NULL;
	char norm[PHRASE_SIZE];
	bool row = true;
	words_join(&s->words[first], count, norm, sizeof(norm));
	enum shop_status st =
		db_query(shop->db, STMT_VOCABULARY_FIND,
			 DB_ARGS((const char *)norm, (int64_t)NAMES_OF_ONE), &rows, err);
	while (!st && (st = stmt_step(rows, &row, err)) == SHOP_OK && row) {
		if (s->hit_count == SENSE_HITS)
			return SHOP_OK;
		const char *kind = stmt_text(rows, 0);
		struct vocab_hit *h = &s->hits[s->hit_count];
		*h = (struct vocab_hit){
			.first = first,
			.count = count,
			.kind = kind[0] == 'b'   ? VOCAB_BRAND
				: kind[0] == 'c' ? VOCAB_CATEGORY
						 : VOCAB_ATTRIBUTE,
			.name = strdup(stmt_text(rows, 1)),
		};
		if (h->name == NULL)
			return out_of_memory(err);
		s->hit_count++;
	}
	return st;
}

static enum shop_status look_for_names(struct sense *s, struct shop *shop, struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < s->word_count; i++)
		for (size_t n = 1; !st && n <= PHRASE_WORDS && i + n <= s->word_count; n++)
			st = hits_of(s, shop, i, n, err);
	return st;
}

enum shop_status sense_init(struct sense *s, struct shop *shop, const char *message,
			    struct shop_error *err)
{
	memset(s, 0, sizeof(*s));
	size_t len = strlen(message), size = 3 * len + 1;
	s->text = malloc(size);
	if (s->text == NULL)
		return out_of_memory(err);
	len = shop_text_clean(s->text, size, message, len, /* one_line= */ true);
	s->word_count = words_split(s->text, len, s->words, UNDERSTAND_WORDS);
	enum shop_status st = look_at_words(s, shop, err);
	return st ? st : look_for_names(s, shop, err);
}

enum shop_status shop_product_correct(struct shop *shop, const char *text, char **ret,
				      struct shop_error *err)
{
	struct sense s = { .text = NULL };
	struct buf b;
	bool changed = false;
	enum shop_status st = SHOP_OK;
	*ret = NULL;
	s.word_count = words_split(text, strlen(text), s.words, UNDERSTAND_WORDS / 2);
	for (size_t i = 0; !st && i < s.word_count; i++) {
		size_t before = s.word_count, corrections = s.correction_count;
		bool known = false;
		st = word_known(shop, s.words[i].fold, &known, err);
		if (!st && !known)
			st = mend(&s, shop, i, /* cues= */ false, err);
		changed |= s.word_count != before || s.correction_count != corrections;
	}
	buf_init(&b, UNDERSTAND_WORDS * WORD_SIZE);
	for (size_t i = 0; i < s.word_count; i++)
		buf_printf(&b, "%s%s", i > 0 ? " " : "", s.words[i].fold);
	if (!st && changed && (*ret = buf_take(&b)) == NULL)
		st = out_of_memory(err);
	buf_done(&b);
	return st;
}
