/* SPDX-License-Identifier: MIT */
/* Looking phrases up, and the small closed classes of words: colours, materials, sizes, synonyms.
 */
#include "assistant/lexicon.h"

#include <stdio.h>
#include <string.h>

#include "assistant/lexicon_tables.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

size_t lexicon_phrase(const struct word *words, size_t count, size_t at, const char *phrase)
{
	size_t n = 0;
	while (*phrase != '\0') {
		if (at + n >= count)
			return 0;
		const char *fold = words[at + n].fold;
		while (*fold != '\0' && *fold == *phrase) {
			fold++;
			phrase++;
		}
		if (*fold != '\0' || (*phrase != '\0' && *phrase != ' '))
			return 0;
		n++;
		phrase += *phrase == ' ';
	}
	return n;
}

struct table {
	const struct lexicon_row *rows;
	size_t count;
};

static struct table table_at(size_t i)
{
	switch (i) {
	case 0:
		return (struct table){ lexicon_products, lexicon_products_count };
	case 1:
		return (struct table){ lexicon_orders, lexicon_orders_count };
	case 2:
		return (struct table){ lexicon_courtesy, lexicon_courtesy_count };
	default:
		return (struct table){ NULL, 0 };
	}
}

/* Orders a phrase by its first word against a word: below, at or above 0. */
static int compare_first(const char *phrase, const char *fold)
{
	while (*fold != '\0' && *fold == *phrase) {
		fold++;
		phrase++;
	}
	unsigned char p = *phrase == ' ' ? '\0' : (unsigned char)*phrase;
	return (int)p - (int)(unsigned char)*fold;
}

/* The first row whose first word is not before `fold`. */
static size_t first_row(struct table t, const char *fold)
{
	size_t low = 0, high = t.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare_first(t.rows[middle].phrase, fold) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t lexicon_find(const struct word *words, size_t count, size_t at, enum cue *ret)
{
	size_t best = 0;
	struct table t;
	const char *fold = words[at].fold;
	for (size_t i = 0; (t = table_at(i)).rows != NULL; i++) {
		size_t j = first_row(t, fold);
		for (; j < t.count && compare_first(t.rows[j].phrase, fold) == 0; j++) {
			size_t n = lexicon_phrase(words, count, at, t.rows[j].phrase);
			if (n > best) {
				best = n;
				*ret = t.rows[j].cue;
			}
		}
	}
	return best;
}

/* Is the word one of the space-separated words of the list? */
static bool in_list(const char *list, const char *word)
{
	size_t len = strlen(word);
	while (*list != '\0' && len > 0) {
		if (*list == *word && strncmp(list, word, len) == 0 &&
		    (list[len] == ' ' || list[len] == '\0'))
			return true;
		while (*list != '\0' && *list != ' ')
			list++;
		list += *list == ' ';
	}
	return false;
}

/* Words of dates, amounts and small talk that stand in no phrase. */
static const char plain_words[] =
	"january february march april may june july august september october november december jan "
	"feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday "
	"saturday "
	"sunday week weeks month months year years day days yesterday today tomorrow since until "
	"till "
	"before after during past next ago between under over below above least most than less "
	"more "
	"dollar dollars euro euros pound pounds buck bucks cent cents star stars percent around "
	"roughly "
	"approximately about exactly max maximum min minimum one two three four five six seven "
	"eight "
	"nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred "
	"thousand "
	"dozen half second third fourth fifth sixth first last number amount spend cost upwards "
	"through within range price weather music movie time city country people person man woman "
	"someone anyone nobody world life home house work school money name address email number "
	"contain contains contained include includes included somebody surname share covered "
	"letter story stories circle water better older younger longer shorter smaller larger "
	"bigger";

bool lexicon_knows(const char *fold)
{
	char norm[WORD_SIZE];
	snprintf(norm, sizeof(norm), "%s", fold);
	word_singular(norm);
	if (in_list(plain_words, fold) || in_list(plain_words, norm) ||
	    lexicon_synonym(norm, 0) != NULL)
		return true;
	struct table t;
	for (size_t i = 0; (t = table_at(i)).rows != NULL; i++)
		for (size_t j = 0; j < t.count; j++)
			if (in_list(t.rows[j].phrase, fold))
				return true;
	return false;
}

const char *lexicon_correct(const char *fold)
{
	static const char *const important[] = {
		"cheapest", "available", "expensive", "compare",   "recommend", "delivered",
		"shipped",  "cancelled", "track",     "orders",    "order",     "ordered",
		"cheap",    "newest",    "highest",   "lowest",    "between",   "under",
		"bought",   "purchased", "stock",     "yesterday", "week",      "month",
		"price",    "brands",    "reviews",   "password",  "shipping",  "warranty",
		"returns",  "refund",    "without",   "products",  "package",   "affordable",
		"latest",   "status",    "rated",     "dollars",   "delivery",  "cancel",
	};
	size_t len = strlen(fold), limit = len >= 8 ? 2 : 1;
	if (len < 4)
		return NULL;
	for (size_t i = 0; i < COUNT(important); i++)
		if (important[i][0] == fold[0] && word_distance(fold, important[i], limit) <= limit)
			return important[i];
	return NULL;
}

bool lexicon_is_colour(const char *norm)
{
	static const char list[] =
		"black white red blue green yellow orange purple pink brown grey gray silver gold "
		"golden "
		"beige navy teal olive cream ivory burgundy maroon turquoise violet lilac lavender "
		"magenta "
		"cyan khaki tan bronze copper charcoal sand coral mint indigo crimson scarlet "
		"peach mustard "
		"clear transparent multicolor multicolour multicolored anthracite titanium";
	return in_list(list, norm);
}

bool lexicon_is_material(const char *norm)
{
	static const char list[] = "cotton polyester linen wool silk leather denim nylon velvet "
				   "cashmere fleece viscose "
				   "acrylic rubber silicone plastic metal steel aluminium aluminum "
				   "wood wooden oak pine bamboo "
				   "glas glass ceramic porcelain brass canvas suede flannel merino "
				   "alpaca felt foam cork spandex "
				   "elastane satin tweed corduroy hemp rayon lycra mesh marble "
				   "stone iron cedar walnut paper";
	return in_list(list, norm);
}

const char *lexicon_size(const char *fold)
{
	static const char *const sizes[][2] = {
		{ "small", "s" }, { "medium", "m" },  { "large", "l" }, { "s", "s" },
		{ "m", "m" },     { "l", "l" },       { "xs", "xs" },   { "xl", "xl" },
		{ "xxl", "xxl" }, { "xxxl", "xxxl" }, { "2xl", "2xl" }, { "3xl", "3xl" },
	};
	for (size_t i = 0; i < COUNT(sizes); i++)
		if (strcmp(sizes[i][0], fold) == 0)
			return sizes[i][1];
	return NULL;
}

bool lexicon_is_facet(const char *attribute)
{
	static const char *const parts[] = {
		"color",  "colour", "size",    "material", "fabric", "format",    "language",
		"gender", "flavor", "flavour", "finish",   "scent",  "author",    "pattern",
		"fit",    "origin", "country", "composer", "artist", "publisher", "language"
	};
	for (size_t i = 0; i < COUNT(parts); i++)
		if (strstr(attribute, parts[i]) != NULL)
			return true;
	return false;
}

const char *lexicon_synonym_needs(const char *norm, const char *other)
{
	if (strcmp(norm, "laptop") == 0 && strcmp(other, "notebook") == 0)
		return "pc computer laptop processor intel amd core windows chromebook";
	return NULL;
}

const char *lexicon_synonym(const char *norm, size_t n)
{
	/* Each row is one ring of names; the order within it is the order in which they are tried.
	 */
	static const char *const rings[][7] = {
		{ "tv", "television", "telly" },
		{ "phone", "smartphone", "mobile phone", "cellphone", "cell phone", "handset" },
		{ "laptop", "notebook", "notebook computer" },
		{ "headphone", "headset", "earphone", "earbud" },
		{ "earbud", "earphone", "in ear headphone" },
		{ "sneaker", "trainer", "running shoe", "sport shoe" },
		{ "tshirt", "tee", "tee shirt" },
		{ "trouser", "pant", "slack" },
		{ "sweater", "jumper", "pullover" },
		{ "sofa", "couch", "settee" },
		{ "fridge", "refrigerator" },
		{ "vacuum cleaner", "vacuum", "hoover" },
		{ "bike", "bicycle" },
		{ "motorbike", "motorcycle" },
		{ "perfume", "fragrance", "cologne" },
		{ "sunglass", "sun glass", "shade" },
		{ "jewelry", "jewellery" },
		{ "handbag", "purse" },
		{ "backpack", "rucksack" },
		{ "ereader", "ebook reader" },
		{ "smartwatch", "smart watch" },
		{ "pc", "desktop computer", "computer" },
		{ "monitor", "display", "computer screen" },
		{ "flashlight", "torch" },
		{ "curtain", "drape" },
		{ "throw", "blanket" },
		{ "color", "colour" },
		{ "grey", "gray" },
		{ "aluminium", "aluminum" },
		{ "charger", "power adapter", "ac adapter" },
		{ "grocery", "food" },
		{ "makeup", "cosmetic" },
		{ "furniture", "furnishing" },
		{ "car", "automobile", "vehicle" },
		{ "ssd", "solid state drive" },
		{ "hard drive", "hard disk", "hdd" },
		{ "usb stick", "usb flash drive", "flash drive", "memory stick" },
		{ "novel", "fiction" },
		{ "music book", "sheet music" },
		{ "kid", "child", "children" },
		{ "woman", "women", "lady", "female" },
		{ "man", "men", "male" },
		{ "hoody", "hoodie", "hooded sweatshirt" },
		{ "cover", "case" },
	};
	/* A mobile is a phone, but a phone is more than "mobile", which describes other things
	 * too. */
	if (strcmp(norm, "mobile") == 0)
		return n == 0 ? "phone" : n == 1 ? "smartphone" : NULL;
	for (size_t i = 0; i < COUNT(rings); i++) {
		for (size_t j = 0; j < COUNT(rings[i]) && rings[i][j] != NULL; j++) {
			if (strcmp(rings[i][j], norm) != 0)
				continue;
			size_t k = n < j ? n : n + 1;
			return k < COUNT(rings[i]) ? rings[i][k] : NULL;
		}
	}
	return NULL;
}

const char *lexicon_topic(const char *norm)
{
	static const char *const topics[][2] = {
		{ "return", "returns" },      { "refund", "returns" },
		{ "back", "returns" },        { "exchange", "returns" },
		{ "ship", "shipping" },       { "shipping", "shipping" },
		{ "delivery", "shipping" },   { "deliver", "shipping" },
		{ "postage", "shipping" },    { "post", "shipping" },
		{ "dispatch", "shipping" },   { "courier", "shipping" },
		{ "payment", "payment" },     { "pay", "payment" },
		{ "paypal", "payment" },      { "card", "payment" },
		{ "cash", "payment" },        { "invoice", "payment" },
		{ "warranty", "warranty" },   { "guarantee", "warranty" },
		{ "guaranteed", "warranty" }, { "repair", "warranty" },
		{ "broken", "warranty" },     { "faulty", "warranty" },
		{ "contact", "contact" },     { "reach", "contact" },
		{ "call", "contact" },        { "email", "contact" },
		{ "phone", "contact" },       { "telephone", "contact" },
		{ "human", "contact" },       { "support", "contact" },
		{ "address", "contact" },     { "service", "contact" },
		{ "hour", "hours" },          { "open", "hours" },
		{ "opening", "hours" },       { "close", "hours" },
		{ "closed", "hours" },        { "privacy", "privacy" },
		{ "data", "privacy" },        { "located", "contact" },
		{ "location", "contact" },    { "damaged", "returns" },
	};
	for (size_t i = 0; i < COUNT(topics); i++)
		if (strcmp(topics[i][0], norm) == 0)
			return topics[i][1];
	return NULL;
}
