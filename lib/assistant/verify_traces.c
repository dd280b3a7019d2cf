/* SPDX-License-Identifier: MIT */
/* Words of a model's sentence that nothing bears out: invented properties, rules and promises. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assistant/plain.h"
#include "assistant/verify_sheet.h"
#include "base/cleanup.h"
#include "base/text.h"

/* A sentence as what stands in it, and whether it denies something. */
struct said {
	size_t first, count; /* words of the reply */
	bool denies, affirms, refers;
	bool stated; /* has content: names, numbers, words that are borne out */
};

static enum plain plain_at(const struct sheet *s, size_t word)
{
	const char *fold = s->words[word].fold;
	/* the states of orders are examined where there are orders */
	if (s->e->orders.count > 0 && is_state_word(fold))
		return PLAIN_EXAMINED;
	/* "How can I help you today?" */
	if (s->u != NULL && s->u->query.intent == SHOP_INTENT_GREETING &&
	    strcmp(fold, "today") == 0)
		return PLAIN_FREE;
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
	/* "We do.", "They can." */
	if (it.count > 1 && word_in("do does did is are was were can will would could have has",
				    s->words[it.first + it.count - 1].fold))
		it.affirms = true;
	return it;
}

static bool denies(const struct word *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (plain_word(words[i].fold) == PLAIN_DENIES)
			return true;
	return false;
}

static bool is_no(const char *value)
{
	return text_equal_nocase(value, "no") || text_equal_nocase(value, "none") ||
	       text_equal_nocase(value, "false") || text_equal_nocase(value, "n/a");
}

/* "battery" of the attribute battery_life; not of one that says no. */
static bool attribute_has(const struct shop_attributes *list, const char *norm)
{
	enum { NAME_WORDS = 8 };
	for (size_t i = 0; list != NULL && i < list->count; i++) {
		struct word words[NAME_WORDS];
		char name[4 * WORD_SIZE];
		snprintf(name, sizeof(name), "%s", list->items[i].name);
		for (char *p = name; *p != '\0'; p++)
			*p = *p == '_' ? ' ' : *p;
		size_t count = words_split(name, strlen(name), words, NAME_WORDS);
		if (!is_no(list->items[i].value) && words_have(words, count, norm))
			return true;
	}
	return false;
}

/* What is known of a thing may be said of it, but for its description, in which anybody may have
 * written anything; only what it is called may be denied, since "no silicone strap" has the words
 * of "silicone strap". */
static bool subject_has(struct sheet *s, size_t subject, size_t word, bool denied)
{
	const struct subject *it = &s->subjects[subject];
	if (it->kind == SUBJECT_ORDER || !subject_vocabulary(s, subject))
		return false;
	return words_have(it->vocabulary, it->vocabulary_names, s->words[word].norm) ||
	       (!denied && attribute_has(it->attributes, s->words[word].norm));
}

static bool mention_has(struct sheet *s, const struct mention *m, size_t word, bool denied)
{
	for (size_t j = 0; j < m->count; j++)
		if (subject_has(s, m->subjects[j], word, denied))
			return true;
	return false;
}

static bool is_here(const struct sheet *s, const struct mention *m)
{
	return !m->order && m->span.start >= s->sentence.start && m->span.start < s->sentence.end;
}

/* All things that the sentence names; where it names none, the one named last, or all of them
 * where it says so or things are compared. */
static bool spoken_of_has(struct sheet *s, size_t word, bool denied)
{
	const struct mention *last = NULL;
	bool here = false;
	for (size_t i = 0; i < s->mention_count; i++) {
		const struct mention *m = &s->mentions[i];
		if (m->order || m->span.start >= s->sentence.end)
			continue;
		last = m;
		here |= is_here(s, m);
		if (is_here(s, m) && !mention_has(s, m, word, denied))
			return false;
	}
	if (here)
		return true;
	bool all = sentence_has(s, "both all each they them these either every everything") ||
		   (s->u != NULL && s->u->query.intent == SHOP_INTENT_PRODUCT_COMPARE);
	if (last != NULL && !all)
		return mention_has(s, last, word, denied);
	bool any = false;
	for (size_t i = 0; i < s->subject_count; i++) {
		bool has = subject_has(s, i, word, denied);
		if (all && !has && s->subjects[i].kind == SUBJECT_PRODUCT)
			return false;
		any |= has;
	}
	return any;
}

/* Sentences of what is known, split into words once for all that is looked for in them. */
struct sources {
	struct sentence {
		char *text;
		struct word *words;
		size_t count;
		bool denies;
	} * items;
	size_t count;
};

static void sources_done(struct sources *from)
{
	for (size_t i = 0; i < from->count; i++) {
		free(from->items[i].text);
		free(from->items[i].words);
	}
	free(from->items);
}

static bool add_source(struct sources *to, const char *text, size_t len)
{
	struct sentence *items = realloc(to->items, (to->count + 1) * sizeof(*items));
	if (items == NULL)
		return false;
	to->items = items;
	struct sentence it = { .text = strndup(text, len) };
	it.words = it.text != NULL ? split_text(it.text, &it.count) : NULL;
	it.denies = it.words != NULL && denies(it.words, it.count);
	items[to->count++] = it;
	return it.words != NULL;
}

static void add_sources(struct sheet *s, struct sources *to, const char *text)
{
	for (size_t at = 0, len = text != NULL ? strlen(text) : 0; at < len && !s->failed;) {
		size_t n = verify_sentence(text + at, len - at);
		n = n > 0 ? n : len - at;
		s->failed |= !add_source(to, text + at, n);
		at += n;
	}
}

/* What stands between quotation marks says only that somebody wrote it. */
static void blank_quotations(char *text)
{
	bool inside = false;
	for (char *p = text; *p != '\0'; p++) {
		inside ^= *p == '"';
		if (inside || *p == '"')
			*p = ' ';
	}
}

/* What was composed, and names of the store. */
static void read_sources(struct sheet *s, struct sources *to)
{
	const struct texts *lists[] = { &s->e->values, &s->e->topics };
	CLEANUP(free_charp) char *composed = strdup(s->composed);
	s->failed |= composed == NULL;
	if (composed != NULL)
		blank_quotations(composed);
	add_sources(s, to, composed);
	for (size_t i = 0; i < 2; i++)
		for (size_t j = 0; j < lists[i]->count; j++)
			add_sources(s, to, lists[i]->items[j]);
}

/* Does the composed sentence speak of what the reply's sentence speaks of? One without names does
 * of anything. */
static bool is_about_same(const struct sheet *s, const struct sentence *from)
{
	bool here = false, named = false;
	for (size_t i = 0; i < s->mention_count; i++) {
		const struct mention *m = &s->mentions[i];
		for (size_t j = 0; j < m->count && is_here(s, m); j++) {
			const char *name = s->subjects[m->subjects[j]].name;
			here = true;
			if (name != NULL && strstr(from->text, name) != NULL)
				return true;
		}
	}
	for (size_t i = 0; i < s->subject_count && here && !named; i++)
		named = s->subjects[i].name != NULL &&
			strstr(from->text, s->subjects[i].name) != NULL;
	return !named;
}

static bool composed_has(const struct sheet *s, const struct sources *from, const struct said *it,
			 size_t word)
{
	for (size_t i = 0; i < from->count; i++)
		if (from->items[i].denies == it->denies && is_about_same(s, &from->items[i]) &&
		    words_have(from->items[i].words, from->items[i].count, s->words[word].norm))
			return true;
	return false;
}

static bool is_borne_out(struct sheet *s, const struct sources *from, const struct said *it,
			 size_t word)
{
	return spoken_of_has(s, word, it->denies) || composed_has(s, from, it, word);
}

/* "cheaper", "the second", "all": true of some things and not of others. */
static bool is_rank(const struct sheet *s, size_t word)
{
	const char *fold = s->words[word].fold;
	bool compared = s->u != NULL && s->u->query.intent == SHOP_INTENT_PRODUCT_COMPARE;
	return word_in("cheaper cheapest dearer dearest better worse worst higher highest lower "
		       "lowest fewer bigger smaller larger longer shorter newer newest older "
		       "oldest faster second third former latter than all every each none both "
		       "everything everyone always never",
		       fold) ||
	       (compared && word_in("best more most less least top other first next", fold));
}

/* "less than $50" is examined as a limit, "cheaper than NAME" as a comparison; nothing else is. */
static bool than_holds(const struct sheet *s, size_t word)
{
	if (word + 1 < s->word_count && has_digit(s->words[word + 1].fold))
		return true;
	for (size_t i = 0; i < s->out->count; i++)
		if (s->out->claims[i].ok &&
		    word_in("cheaper expensive better higher lower worse affordable",
			    s->out->claims[i].text))
			return true;
	return false;
}

/* It was examined and found true, or is composed of the same thing. */
static bool rank_holds(const struct sheet *s, const struct sources *from, const struct said *it,
		       size_t word)
{
	size_t len = s->words[word].end - s->words[word].start;
	for (size_t i = 0; i < s->out->count; i++) {
		const struct shop_claim *c = &s->out->claims[i];
		if (c->ok && strlen(c->text) == len &&
		    strncmp(c->text, s->reply + s->words[word].start, len) == 0)
			return true;
	}
	if (strcmp(s->words[word].fold, "than") == 0)
		return than_holds(s, word);
	bool here = word_in("all every each none both everything everyone always never",
			    s->words[word].fold);
	for (size_t i = 0; i < s->mention_count; i++)
		here |= is_here(s, &s->mentions[i]);
	return here && composed_has(s, from, it, word);
}

/* Numbers that are no digits: superscripts, fractions, Roman and circled ones. */
static bool has_odd_number(const struct sheet *s)
{
	size_t used;
	for (size_t i = s->sentence.start; i < s->sentence.end; i += used) {
		uint32_t c = text_decode(s->reply + i, s->sentence.end - i, &used);
		if (c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0xBC && c <= 0xBE) ||
		    (c >= 0x2070 && c <= 0x209F) || (c >= 0x2150 && c <= 0x218F) ||
		    (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793) || c == 0x3007 ||
		    (c >= 0x3021 && c <= 0x3029) || (c >= 0x3220 && c <= 0x33FF) ||
		    (c >= 0x10100 && c <= 0x1018F) || (c >= 0x1D360 && c <= 0x1D7FF) ||
		    (c >= 0x1F100 && c <= 0x1F10C))
			return true;
	}
	return false;
}

/* Is it one of the text's sentences, word by word? */
static bool is_sentence_of(struct sheet *s, const char *text, const struct said *it)
{
	struct sources from = { 0 };
	bool found = false;
	add_sources(s, &from, text);
	for (size_t i = 0; i < from.count && !found && !s->failed; i++) {
		const struct sentence *of = &from.items[i];
		found = of->count == it->count;
		for (size_t j = 0; j < of->count && found; j++)
			found = strcmp(of->words[j].fold, s->words[it->first + j].fold) == 0;
	}
	sources_done(&from);
	return found;
}

/* A rule in other words is another rule: it is repeated as it stands, or not at all. */
static void check_rule(struct sheet *s, const struct said *it)
{
	bool content = false;
	for (size_t i = 0; i < it->count && !content; i++)
		content = plain_at(s, it->first + i) != PLAIN_FREE;
	if ((content || it->affirms) && !is_sentence_of(s, s->e->policy, it) &&
	    !is_sentence_of(s, s->composed, it))
		sheet_claim(s, s->sentence, "statement", "", /* ok= */ false);
}

/* Words that only a review has must all come from one sentence of it, and be denied as there. */
static bool one_review_has(struct sheet *s, const struct said *it, const bool *open)
{
	struct sources from = { 0 };
	bool found = false;
	if (!sentence_has(s, "review reviews reviewer reviewers customer customers people buyers "
			     "say says said wrote writes"))
		return false;
	for (size_t i = 0; i < s->e->reviews.count; i++)
		add_sources(s, &from, s->e->reviews.items[i].comment);
	for (size_t i = 0; i < from.count && !found && !s->failed; i++) {
		const struct sentence *of = &from.items[i];
		found = of->denies == it->denies;
		for (size_t j = 0; j < it->count && found; j++)
			found = !open[j] ||
				words_have(of->words, of->count, s->words[it->first + j].norm);
	}
	sources_done(&from);
	return found;
}

/* "Yes." and "It does not." answer what was asked, and state it without its words. */
static bool answers_wrongly(const struct sheet *s, const struct said *it)
{
	if (it->stated || (!it->affirms && !it->refers && !it->denies))
		return false;
	bool asked = s->u == NULL || s->u->asks || s->u->query.intent == SHOP_INTENT_UNSUPPORTED;
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

void check_traces(struct sheet *s)
{
	/* more words than these that nobody knows are no review said in other words */
	enum { OPEN_MOST = 12 };
	struct said it = read_sentence(s);
	struct sources from = { 0 };
	size_t left = 0;
	if (s->e->policy != NULL && s->u != NULL && s->u->query.intent == SHOP_INTENT_SHOP_INFO) {
		check_rule(s, &it);
		return;
	}
	/* a model that answers something else may have asked for the rules as well */
	if (s->e->policy != NULL && is_sentence_of(s, s->e->policy, &it))
		return;
	if (has_odd_number(s) && !is_sentence_of(s, s->composed, &it)) {
		sheet_claim(s, s->sentence, "statement", "", /* ok= */ false);
		return;
	}
	bool *open = calloc(it.count + 1, sizeof(*open));
	s->failed |= open == NULL;
	read_sources(s, &from);
	for (size_t i = 0; i < it.count && left <= OPEN_MOST && !s->failed; i++) {
		size_t at = it.first + i;
		bool masked = is_masked(s, at);
		if (is_rank(s, at) && !masked) {
			open[i] = !rank_holds(s, &from, &it, at);
			left += open[i];
			continue;
		}
		if (masked || has_digit(s->words[at].fold) || plain_at(s, at) != PLAIN_NOT)
			continue;
		open[i] = !is_borne_out(s, &from, &it, at);
		left += open[i];
		it.stated = true;
	}
	if (!s->failed && left > 0 && (left > OPEN_MOST || !one_review_has(s, &it, open)))
		claim_words(s, &it, open);
	else if (!s->failed && answers_wrongly(s, &it))
		sheet_claim(s, s->sentence, "statement", "", /* ok= */ false);
	sources_done(&from);
	free(open);
}
