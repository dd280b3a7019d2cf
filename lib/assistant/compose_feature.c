/* SPDX-License-Identifier: MIT */
/* Whether a product has or is something: yes or no where an attribute says so, what is written of
 * it where only the description speaks of it, and otherwise that the catalogue does not say. */
#include <stdio.h>
#include <string.h>

#include "assistant/compose.h"
#include "base/text.h"

enum { FEATURE_WORDS = 16, TEXT_WORDS = 256, SENTENCE_BYTES = 300 };

/* Has the text all words of the feature? */
static bool has_all(const char *text, const char *feature)
{
	struct word wanted[FEATURE_WORDS], words[TEXT_WORDS];
	size_t n = words_split(feature, strlen(feature), wanted, FEATURE_WORDS);
	size_t count = text != NULL ? words_split(text, strlen(text), words, TEXT_WORDS) : 0;
	for (size_t i = 0; i < n; i++) {
		bool found = lexicon_find(wanted, n, i, &(enum cue){ CUE_NONE }) > 0 && n > 1;
		for (size_t k = 0; k < count && !found; k++)
			found = strcmp(words[k].norm, wanted[i].norm) == 0;
		if (!found)
			return false;
	}
	return n > 0;
}

static bool is_plain(const char *value, const char *const words[3])
{
	char norm[64];
	words_normal(value, norm, sizeof(norm));
	for (size_t i = 0; i < 3; i++)
		if (strcmp(norm, words[i]) == 0)
			return true;
	return false;
}

static bool in_attribute(const struct shop_attribute *a, const char *feature)
{
	struct buf b;
	buf_init(&b, REPLY_MAX);
	put_attribute_name(&b, a->name);
	buf_printf(&b, " %s", a->value);
	bool has = has_all(buf_text(&b), feature);
	buf_done(&b);
	return has;
}

/* "Yes, NAME has noise cancelling.", "Yes: the connectivity of NAME is Bluetooth 5.3, GPS." */
static bool put_from_attributes(struct buf *b, const struct understanding *u,
				const struct evidence *e, size_t product)
{
	static const char *const yes[] = { "yes", "true", "y" }, *const no[] = { "no", "false",
										 "n" };
	const struct shop_attributes *list = &e->attributes[product];
	const struct shop_product *p = &e->products.items[product];
	for (size_t i = 0; i < list->count; i++) {
		const struct shop_attribute *a = &list->items[i];
		if (!in_attribute(a, u->feature))
			continue;
		if (is_plain(a->value, no) || is_plain(a->value, yes)) {
			bool has = is_plain(a->value, yes);
			buf_puts(b, has ? "Yes, the catalogue says of "
					: "No, the catalogue says of ");
			put_name(b, p);
			buf_puts(b, ": ");
			put_attribute_name(b, a->name);
			buf_putc(b, ' ');
			put_value(b, a->value);
			buf_putc(b, '.');
			return true;
		}
		buf_puts(b, "Yes, the ");
		put_attribute_name(b, a->name);
		buf_puts(b, " of ");
		put_name(b, p);
		buf_puts(b, " is ");
		put_value(b, a->value);
		buf_putc(b, '.');
		return true;
	}
	return false;
}

/* The sentence of the description that speaks of it. */
static bool put_from_description(struct buf *b, const struct understanding *u,
				 const struct shop_product *p)
{
	const char *text = p->description;
	while (text != NULL && *text != '\0') {
		char sentence[SENTENCE_BYTES + 1];
		size_t len = 0;
		while (text[len] != '\0' &&
		       !(strchr(".!?\n", text[len]) != NULL &&
			 (text[len + 1] == '\0' || text_is_space(text[len + 1]))))
			len++;
		len += text[len] != '\0';
		snprintf(sentence, sizeof(sentence), "%.*s", (int)len, text);
		if (len <= SENTENCE_BYTES && has_all(sentence, u->feature)) {
			buf_puts(b, "The catalogue says of ");
			put_name(b, p);
			buf_puts(b, ": ");
			put_cited(b, sentence, SENTENCE_BYTES);
			return true;
		}
		text += len;
		text += strspn(text, " \t\n");
	}
	return false;
}

void compose_feature(struct buf *b, const struct understanding *u, const struct evidence *e)
{
	const struct shop_product *p = &e->products.items[0];
	for (size_t i = 0; i < e->products.count && i < EVIDENCE_DETAILS; i++)
		if (put_from_attributes(b, u, e, i))
			return;
	if (has_all(p->name, u->feature)) {
		buf_puts(b, "Yes: ");
		put_row(b, e, p);
		buf_putc(b, '.');
		return;
	}
	if (put_from_description(b, u, p))
		return;
	buf_puts(b, "The catalogue doesn't say whether ");
	put_name(b, p);
	buf_puts(b, u->feature_is ? " is " : " has ");
	put_quoted(b, u->feature);
	buf_putc(b, '.');
}
