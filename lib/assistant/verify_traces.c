/* SPDX-License-Identifier: MIT */
/* Words of a model's sentence that nothing bears out: invented properties, rules and promises. */
#include <stdlib.h>
#include <string.h>

#include "assistant/plain.h"
#include "assistant/verify_sheet.h"

/* A sentence as what stands in it, and whether it denies something. */
struct said {
	size_t first, count; /* words of the reply */
	bool denies, affirms, refers;
	bool stated; /* has content: names, numbers, words that are borne out */
};

static bool is_state(const char *fold)
{
	return word_in(
		"shipped delivered arrived dispatched sent pending unpaid cancelled canceled "
		"processing processed transit way",
		fold);
}

static enum plain plain_at(const struct sheet *s, size_t word)
{
	const char *fold = s->words[word].fold;
	/* the states of orders are examined where there are orders */
	if (s->e->orders.count > 0 && is_state(fold))
		return PLAIN_EXAMINED;
	return plain_word(fold);
}

static bool is_masked(const struct sheet *s, size_t word)
{
	return sheet_masked(s, (struct span){ s->words[word].start, s->words[word].end });
}

static struct said read_sentence(const struct sheet *s)
{
	struct said it = { 0 };
	while (it.first < s->word_count && s->words[it.first].start < s->sentence.start)
		it.first++;
	for (size_t i = it.first; i < s->word_count && s->words[i].start < s->sentence.end; i++) {
		enum plain plain = plain_at(s, i);
		it.count++;
		it.denies |= plain == PLAIN_DENIES && !is_masked(s, i);
		it.affirms |= plain == PLAIN_AFFIRMS && i == it.first;
		it.refers |= plain == PLAIN_REFERS;
		it.stated |= is_masked(s, i) || has_digit(s->words[i].fold);
	}
	return it;
}

static bool has_word(const struct word *words, size_t count, const struct word *word)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i].norm, word->norm) == 0)
			return true;
	return false;
}

static bool denies(const struct word *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (plain_word(words[i].fold) == PLAIN_DENIES)
			return true;
	return false;
}

/* What is known of a thing may be said of it; only what it is called may be denied, since "no
 * silicone strap" has the words of "silicone strap". */
static bool subject_has(struct sheet *s, size_t subject, const struct word *word, bool denied)
{
	const struct subject *it = &s->subjects[subject];
	if (it->kind == SUBJECT_ORDER || !subject_vocabulary(s, subject))
		return false;
	size_t count = denied ? it->vocabulary_names : it->vocabulary_count;
	return has_word(it->vocabulary, count, word);
}

/* The things that the sentence names; where it names none, the one named last; else all. */
static bool spoken_of_has(struct sheet *s, const struct word *word, bool denied)
{
	const struct mention *last = NULL;
	bool here = false;
	for (size_t i = 0; i < s->mention_count; i++) {
		const struct mention *m = &s->mentions[i];
		if (m->order || m->span.start >= s->sentence.end)
			continue;
		last = m;
		if (m->span.start < s->sentence.start)
			continue;
		here = true;
		for (size_t j = 0; j < m->count; j++)
			if (subject_has(s, m->subjects[j], word, denied))
				return true;
	}
	if (here)
		return false;
	for (size_t j = 0; last != NULL && j < last->count; j++)
		if (subject_has(s, last->subjects[j], word, denied))
			return true;
	for (size_t i = 0; last == NULL && i < s->subject_count; i++)
		if (subject_has(s, i, word, denied))
			return true;
	return false;
}

/* Does some sentence of the text have all words that are marked as open, and deny as much as the
 * reply does? */
static bool text_has(struct sheet *s, const char *text, const struct said *it, const bool *open)
{
	bool found = false;
	for (size_t at = 0, len = text != NULL ? strlen(text) : 0; at < len && !found;) {
		size_t n = verify_sentence(text + at, len - at), count;
		n = n > 0 ? n : len - at;
		char *sentence = strndup(text + at, n);
		struct word *words = sentence != NULL ? split_text(sentence, &count) : NULL;
		s->failed |= words == NULL;
		found = words != NULL && denies(words, count) == it->denies;
		for (size_t i = 0; found && i < it->count; i++)
			found = !open[i] || has_word(words, count, &s->words[it->first + i]);
		free(words);
		free(sentence);
		at += n;
	}
	return found;
}

/* What was composed, split once for all the words that are looked for in it. */
struct sources {
	struct sentence {
		struct word *words;
		size_t count;
		bool denies;
	} * items;
	size_t count;
};

static void sources_done(struct sources *from)
{
	for (size_t i = 0; i < from->count; i++)
		free(from->items[i].words);
	free(from->items);
}

static bool add_source(struct sources *to, const char *text, size_t len)
{
	struct sentence *items = realloc(to->items, (to->count + 1) * sizeof(*items));
	char *copy = strndup(text, len);
	if (items != NULL)
		to->items = items;
	struct sentence *it = items != NULL && copy != NULL ? &items[to->count] : NULL;
	if (it != NULL) {
		it->words = split_text(copy, &it->count);
		it->denies = it->words != NULL && denies(it->words, it->count);
		to->count += it->words != NULL;
	}
	free(copy);
	return it != NULL && it->words != NULL;
}

static bool read_sources(const struct sheet *s, struct sources *to)
{
	bool ok = true;
	const struct texts *lists[] = { &s->e->values, &s->e->topics };
	for (size_t at = 0, len = strlen(s->composed); at < len && ok;) {
		size_t n = verify_sentence(s->composed + at, len - at);
		n = n > 0 ? n : len - at;
		ok = add_source(to, s->composed + at, n);
		at += n;
	}
	for (size_t i = 0; i < 2; i++)
		for (size_t j = 0; j < lists[i]->count && ok; j++)
			ok = add_source(to, lists[i]->items[j], strlen(lists[i]->items[j]));
	return ok;
}

static bool is_borne_out(struct sheet *s, const struct sources *from, const struct said *it,
			 const struct word *word)
{
	if (spoken_of_has(s, word, it->denies))
		return true;
	for (size_t i = 0; i < from->count; i++)
		if (from->items[i].denies == it->denies &&
		    has_word(from->items[i].words, from->items[i].count, word))
			return true;
	return false;
}

/* Words that only a rule or a review has must all come from one sentence of it. */
static bool one_text_has(struct sheet *s, const struct said *it, const bool *open)
{
	if (text_has(s, s->e->policy, it, open))
		return true;
	bool reviews = sentence_has(s, "review reviews reviewer reviewers customer customers "
				       "people buyers say says said wrote writes");
	for (size_t i = 0; reviews && i < s->e->reviews.count; i++)
		if (text_has(s, s->e->reviews.items[i].comment, it, open))
			return true;
	return false;
}

/* "Yes." and "It does not." answer what was asked, and state it without its words. */
static bool answers_wrongly(const struct sheet *s, const struct said *it)
{
	if (it->stated || (!it->affirms && !it->refers && !it->denies))
		return false;
	bool asked = s->u == NULL || s->u->asks;
	bool yes = strncmp(s->composed, "Yes", 3) == 0, no = strncmp(s->composed, "No", 2) == 0;
	if (asked)
		return it->denies ? !no : !yes;
	if (!it->denies)
		return false;
	size_t count;
	struct word *words = split_text(s->composed, &count);
	bool fine = words != NULL && denies(words, count);
	free(words);
	return !fine;
}

static void claim_words(struct sheet *s, const struct said *it, const bool *open)
{
	for (size_t i = 0; i < it->count && !s->failed; i++) {
		const struct word *word = &s->words[it->first + i];
		if (open[i])
			sheet_claim(s, (struct span){ word->start, word->end }, "statement", "",
				    /* ok= */ false);
	}
}

/* A piece of a rule word by word says the contrary behind "not". */
static bool is_turned_round(const struct sheet *s, const struct said *it, size_t word)
{
	if (!it->denies || s->e->policy == NULL)
		return false;
	for (size_t i = 0; i < s->mention_count; i++)
		if (s->mentions[i].span.start <= s->words[word].start &&
		    s->mentions[i].span.end >= s->words[word].end)
			return false;
	return plain_at(s, word) == PLAIN_NOT;
}

void check_traces(struct sheet *s)
{
	/* more words than these that nobody knows are no rule said in other words */
	enum { OPEN_MOST = 12 };
	struct said it = read_sentence(s);
	struct sources from = { 0 };
	size_t left = 0;
	bool *open = calloc(it.count + 1, sizeof(*open));
	s->failed |= open == NULL || !read_sources(s, &from);
	for (size_t i = 0; i < it.count && left <= OPEN_MOST && !s->failed; i++) {
		size_t at = it.first + i;
		bool masked = is_masked(s, at);
		if ((masked && !is_turned_round(s, &it, at)) || has_digit(s->words[at].fold) ||
		    plain_at(s, at) != PLAIN_NOT)
			continue;
		open[i] = masked || !is_borne_out(s, &from, &it, &s->words[at]);
		left += open[i];
		it.stated = true;
	}
	if (!s->failed && left > 0 && (left > OPEN_MOST || !one_text_has(s, &it, open)))
		claim_words(s, &it, open);
	else if (!s->failed && answers_wrongly(s, &it))
		sheet_claim(s, s->sentence, "statement", "", /* ok= */ false);
	sources_done(&from);
	free(open);
}
