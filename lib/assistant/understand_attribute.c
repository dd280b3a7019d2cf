/* SPDX-License-Identifier: MIT */
/* Questions for one attribute that do not name it as the catalogue may: how many pages it has, how
 * heavy it is, what it is made of, when it was published. */
#include <stdio.h>
#include <string.h>

#include "assistant/reading.h"

static bool is(const struct reading *r, size_t word, const char *fold)
{
	return word < r->in->word_count && strcmp(r->in->words[word].fold, fold) == 0;
}

static bool is_one_of(const struct reading *r, size_t word, const char *const *list)
{
	return word < r->in->word_count && word_is_one_of(r->in->words[word].fold, list);
}

static bool is_shop(const struct reading *r, size_t word)
{
	static const char *const us[] = { "you", "we", "i", "there", NULL };
	return is_one_of(r, word, us);
}

/* "how many pages does NAME have": where the name begins, and the attribute. */
static size_t counts_of(struct reading *r, const char **ret)
{
	static const char *const verbs[] = { "does", "do", "has", "have", "in", NULL };
	if (!is(r, 0, "how") || !is(r, 1, "many") || !reading_content(r, 2) ||
	    !is_one_of(r, 3, verbs) || is_shop(r, 4))
		return 0;
	*ret = r->in->words[2].norm;
	return 4;
}

static size_t how_much_of(const struct reading *r, const char **ret)
{
	static const char *const names[][2] = {
		{ "big", "size" },    { "large", "size" },      { "heavy", "weight" },
		{ "long", "length" }, { "wide", "width" },      { "tall", "height" },
		{ "high", "height" }, { "thick", "thickness" },
	};
	if (!is(r, 0, "how") || !(is(r, 2, "is") || is(r, 2, "are")))
		return 0;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (is(r, 1, names[i][0])) {
			*ret = names[i][1];
			return 3;
		}
	return 0;
}

static size_t when_of(const struct reading *r, const char **ret)
{
	static const char *const ends[] = { "published", "released", "written", "made", NULL };
	if (!is(r, 0, "when") || !(is(r, 1, "was") || is(r, 1, "were")) ||
	    !is_one_of(r, r->in->word_count - 1, ends))
		return 0;
	*ret = "year";
	return 2;
}

static size_t made_of(const struct reading *r, const char **ret)
{
	size_t n = r->in->word_count;
	bool ends = n > 3 && is(r, n - 2, "made") && (is(r, n - 1, "of") || is(r, n - 1, "from"));
	if (!ends || !r->has[CUE_WHICH])
		return 0;
	/* "what wood is the banjo made of" */
	if (reading_content(r, 1) && (is(r, 2, "is") || is(r, 2, "are"))) {
		*ret = r->in->words[1].norm;
		return 3;
	}
	*ret = "material";
	return 1;
}

/* "who composed NAME": the composer. */
static size_t made_by(const struct reading *r, const char **ret)
{
	static const char *const makers[][2] = {
		{ "composed", "composer" },       { "designed", "designer" },
		{ "illustrated", "illustrator" }, { "painted", "artist" },
		{ "directed", "director" },       { "published", "publisher" },
		{ "translated", "translator" },
	};
	for (size_t i = 0; is(r, 0, "who") && i < sizeof(makers) / sizeof(makers[0]); i++)
		if (is(r, 1, makers[i][0])) {
			*ret = makers[i][1];
			return 2;
		}
	return 0;
}

/* "how do I wash NAME": its care; "when do I sow NAME": whatever goes by the verb. */
static size_t done_to(const struct reading *r, const char **ret)
{
	static const char *const helpers[] = { "do", "should", "can", "must", "shall", NULL };
	static const char *const persons[] = { "i", "you", "we", NULL };
	static const char *const cleaning[] = { "wash", "clean", "launder", "iron", NULL };
	if (!is_one_of(r, 1, helpers) || !is_one_of(r, 2, persons) || r->in->word_count < 5)
		return 0;
	if (is(r, 0, "how") && is_one_of(r, 3, cleaning))
		*ret = "care";
	else if (is(r, 0, "when") && reading_content(r, 3))
		*ret = r->in->words[3].norm;
	else
		return 0;
	return 4;
}

/* "where does NAME come from", "what does NAME weigh". */
static size_t ends_with_verb(const struct reading *r, const char **ret)
{
	size_t n = r->in->word_count;
	bool does = is(r, 1, "does") || is(r, 1, "do") || is(r, 2, "does") || is(r, 2, "do");
	if (is(r, 0, "where") && does && is(r, n - 2, "come") && is(r, n - 1, "from"))
		*ret = "origin";
	else if ((is(r, 0, "what") || is(r, 0, "how")) && does && is(r, n - 1, "weigh"))
		*ret = "weight";
	else
		return 0;
	return is(r, 1, "does") || is(r, 1, "do") ? 2 : 3;
}

size_t reading_attribute_asked(struct reading *r)
{
	const char *name = NULL;
	struct understanding *u = r->out;
	if (r->in->word_count < 3)
		return 0;
	size_t from = counts_of(r, &name);
	bool counts = from > 0;
	from = from > 0 ? from : how_much_of(r, &name);
	from = from > 0 ? from : when_of(r, &name);
	from = from > 0 ? from : made_of(r, &name);
	from = from > 0 ? from : made_by(r, &name);
	from = from > 0 ? from : done_to(r, &name);
	size_t verb = from > 0 ? 0 : ends_with_verb(r, &name);
	from = from > 0 ? from : verb;
	if (from == 0)
		return 0;
	bool named = false;
	bool tail = verb > 0 || when_of(r, &(const char *){ NULL }) > 0;
	size_t to = r->in->word_count - (!tail ? 0 : strcmp(name, "origin") == 0 ? 2 : 1);
	for (size_t i = from; i < to; i++)
		named |= reading_content(r, i) || r->use[i] == USE_BRAND ||
			 r->use[i] == USE_ATTRIBUTE || r->cue[i] == CUE_IT;
	if (!named)
		return 0;
	u->counts_attribute = counts;
	snprintf(u->attribute, sizeof(u->attribute), "%s", name);
	for (size_t i = to; i < r->in->word_count; i++)
		r->use[i] = USE_CUE;
	return from;
}
