/* SPDX-License-Identifier: MIT */
/* English nouns in the singular and the plural: rules and their exceptions. */
#include "assistant/noun.h"

#include <stdio.h>
#include <string.h>

#include "base/words.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char *const irregular[][2] = {
	{ "mouse", "mice" },         { "knife", "knives" },         { "shelf", "shelves" },
	{ "scarf", "scarves" },      { "leaf", "leaves" },          { "loaf", "loaves" },
	{ "half", "halves" },        { "wolf", "wolves" },          { "foot", "feet" },
	{ "tooth", "teeth" },        { "child", "children" },       { "man", "men" },
	{ "woman", "women" },        { "person", "people" },        { "lens", "lenses" },
	{ "potato", "potatoes" },    { "tomato", "tomatoes" },      { "hero", "heroes" },
	{ "bus", "buses" },          { "canvas", "canvases" },      { "cookie", "cookies" },
	{ "movie", "movies" },       { "hoodie", "hoodies" },       { "tie", "ties" },
	{ "pie", "pies" },           { "selfie", "selfies" },       { "brownie", "brownies" },
	{ "smoothie", "smoothies" }, { "beanie", "beanies" },       { "calorie", "calories" },
	{ "genie", "genies" },       { "zombie", "zombies" },       { "headache", "headaches" },
	{ "cache", "caches" },       { "moustache", "moustaches" }, { "axe", "axes" },
	{ "quiz", "quizzes" },
};

/* One of them is a pair of them. */
static const char *const pairs[] = {
	"headphones", "earphones",  "jeans",    "trousers", "shorts",   "pants",   "tights",
	"leggings",   "glasses",    "scissors", "pliers",   "goggles",  "pajamas", "pyjamas",
	"sunglasses", "binoculars", "slacks",   "chinos",   "overalls", "earbuds", "tweezers",
};

static bool ends(const char *word, const char *with)
{
	size_t len = strlen(word), n = strlen(with);
	return len >= n && strcmp(word + len - n, with) == 0;
}

/* Names of stuff, and words whose plural looks the same. */
static bool never_inflected(const char *word)
{
	static const char *const words[] = {
		"jewelry", "jewellery", "furniture",   "clothing", "electronics", "equipment",
		"food",    "series",    "species",     "luggage",  "makeup",      "bedding",
		"music",   "news",      "stationery",  "lighting", "sheep",       "decor",
		"coffee",  "tea",       "accessories", "clothes",  "goods",       "groceries",
		"stuff",   "fiction",   "poetry",      "linen",    "denim",       "ware",
		NULL,
	};
	if (word_is_one_of(word, words))
		return true;
	size_t len = strlen(word);
	char last = len > 0 ? word[len - 1] : '\0';
	return ends(word, "wear") || ends(word, "ware") || last < 'a' || last > 'z' || len < 2;
}

bool noun_is_pair(const char *word)
{
	for (size_t i = 0; i < COUNT(pairs); i++) {
		size_t len = strlen(pairs[i]);
		if (strncmp(word, pairs[i], len - 1) == 0 &&
		    (word[len - 1] == '\0' || strcmp(word + len - 1, "s") == 0))
			return true;
	}
	return false;
}

static bool swap_irregular(char *word, size_t from)
{
	for (size_t i = 0; i < COUNT(irregular); i++) {
		size_t len = strlen(word), n = strlen(irregular[i][from]);
		/* also at the end of a compound: bookshelf */
		if (strcmp(word, irregular[i][from]) != 0 &&
		    !(n > 3 && len > n + 2 && ends(word, irregular[i][from])))
			continue;
		snprintf(word + len - n, NOUN_SIZE - (len - n), "%s", irregular[i][1 - from]);
		return true;
	}
	return false;
}

static bool is_vowel(char c)
{
	return c != '\0' && strchr("aeiou", c) != NULL;
}

static bool is_plural(const char *word)
{
	for (size_t i = 0; i < COUNT(irregular); i++)
		if (ends(word, irregular[i][1]))
			return true;
	return ends(word, "s") && !ends(word, "ss") && !ends(word, "us") && !ends(word, "is");
}

void noun_plural(char word[NOUN_SIZE])
{
	size_t len = strlen(word);
	if (never_inflected(word) || len + 3 > NOUN_SIZE)
		return;
	if (swap_irregular(word, 0) || is_plural(word))
		return;
	if (word[len - 1] == 'y' && len > 1 && !is_vowel(word[len - 2]))
		snprintf(word + len - 1, NOUN_SIZE - len + 1, "ies");
	else if (ends(word, "s") || ends(word, "x") || ends(word, "z") || ends(word, "ch") ||
		 ends(word, "sh"))
		snprintf(word + len, NOUN_SIZE - len, "es");
	else
		snprintf(word + len, NOUN_SIZE - len, "s");
}

void noun_singular(char word[NOUN_SIZE])
{
	size_t len = strlen(word);
	if (never_inflected(word) || noun_is_pair(word) || !is_plural(word))
		return;
	for (size_t i = 0; i < COUNT(irregular); i++)
		if (strcmp(word, irregular[i][0]) == 0)
			return;
	if (swap_irregular(word, 1))
		return;
	if (len > 4 && ends(word, "ies"))
		snprintf(word + len - 3, 4, "y");
	else if (len > 4 && (ends(word, "ches") || ends(word, "shes") || ends(word, "sses") ||
			     ends(word, "xes") || ends(word, "zzes")))
		word[len - 2] = '\0';
	else if (len > 3)
		word[len - 1] = '\0';
}
