/* SPDX-License-Identifier: MIT */
/* Tells things from accessories by what heads a noun phrase: in English the last noun before any
 * "for", "with" or comma says what it is, and the words before only describe it. */
#include "assistant/thing.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { NAME_WORDS_MAX = 96, JUDGED_MAX = 4096 };

/* Words after which a phrase only says what the thing goes with, or is made of. */
static bool is_preposition(const char *norm)
{
	static const char *const words[] = {
		"for",       "with",     "w",           "without",  "from",       "in",
		"on",        "of",       "by",          "to",       "at",         "incl",
		"including", "includ",   "include",     "includes", "compatible", "fit",
		"fits",      "replaces", "replacement", "suitable", "per",        "under",
		"that",      "which",    "plus",        "supports", "support",    "via",
		"as",        NULL,
	};
	return word_is_one_of(norm, words);
}

/* Nouns that name an accessory, a part or a supply when another noun stands before them: a watch
 * strap is no watch, but a watch set is one. */
static bool is_accessory(const char *norm)
{
	static const char *const words[] = {
		"accessory", "adapter",   "adaptor",   "armband",     "backpack",     "bag",
		"band",      "battery",   "binding",   "bookend",     "booklight",    "bookmark",
		"bracelet",  "bracket",   "briefcase", "brush",       "cable",        "caddy",
		"carrier",   "carrying",  "cart",      "cartridge",   "case",         "casing",
		"chain",     "charger",   "charging",  "clamp",       "cleaner",      "cleaning",
		"clip",      "collector", "drawer",    "label",       "splitter",     "wire",
		"bow",       "rosin",     "reed",      "mouthpiece",  "chest",        "hose",
		"component", "connector", "converter", "cooler",      "cooling",      "cord",
		"cover",     "cradle",    "cushion",   "detergent",   "dock",         "docking",
		"drum",      "enclosure", "extension", "filter",      "foil",         "folio",
		"garment",   "grip",      "guard",     "handle",      "hanger",       "harness",
		"holder",    "holster",   "hook",      "housing",     "hub",          "ink",
		"insert",    "insole",    "kit",       "lace",        "lanyard",      "leash",
		"lid",       "lock",      "magnifier", "maintenance", "manual",       "mat",
		"mount",     "mounting",  "organiser", "organizer",   "pad",          "part",
		"plug",      "polish",    "pouch",     "printhead",   "privacy",      "protection",
		"protector", "rack",      "rail",      "refill",      "remote",       "replacement",
		"ribbon",    "riser",     "roller",    "rucksack",    "sharpener",    "shelf",
		"sleeve",    "socket",    "spare",     "spray",       "stand",        "steamer",
		"sticker",   "stopper",   "strap",     "stylus",      "subscription", "supply",
		"tool",      "toner",     "toploader", "tray",        "tripod",       "trolley",
		"upgrade",   "wallet",    "warranty",  "wipe",        NULL,
	};
	return word_is_one_of(norm, words);
}

/* More of them, which elsewhere describe ("light blue"): only at a phrase's end. */
static bool is_accessory_at_end(const char *norm)
{
	static const char *const words[] = {
		"arm",     "base",   "belt",    "box",   "cap",  "desk",   "drive", "fan",
		"frame",   "glass",  "lamp",    "lead",  "lens", "light",  "link",  "memory",
		"module",  "paper",  "pin",     "plate", "rest", "screen", "shell", "skin",
		"storage", "string", "support", "table", "tape", "tip",    "wrap",  NULL,
	};
	return word_is_one_of(norm, words) || is_accessory(norm);
}

/* Nouns that say what a thing is wherever they stand behind another: a "notebook mouse" is a mouse,
 * a "table lamp" is a lamp. */
static bool is_thing_noun(const char *norm)
{
	static const char *const words[] = {
		"apron",    "basin",   "basket",  "bed",      "bench",   "blanket",    "book",
		"boot",     "bottle",  "bowl",    "bulb",     "cabinet", "calculator", "camera",
		"candle",   "carpet",  "chair",   "clock",    "comb",    "controller", "cream",
		"cup",      "curtain", "dish",    "dress",    "dryer",   "earphone",   "food",
		"fork",     "gel",     "glove",   "grinder",  "guide",   "hat",        "headphone",
		"headset",  "heater",  "helmet",  "jacket",   "juice",   "kbd",        "kettle",
		"keyboard", "keypad",  "knife",   "lamp",     "lotion",  "machine",    "maker",
		"mirror",   "mixer",   "modem",   "monitor",  "mouse",   "mug",        "oil",
		"opener",   "oven",    "pan",     "pen",      "pencil",  "phone",      "pillow",
		"plate",    "poster",  "pot",     "powder",   "printer", "purse",      "radio",
		"ring",     "router",  "rug",     "scale",    "scanner", "scarf",      "scissor",
		"server",   "service", "shampoo", "sheet",    "shirt",   "shoe",       "shorts",
		"skirt",    "soap",    "sock",    "sofa",     "soup",    "speaker",    "spoon",
		"stool",    "svc",     "sweater", "toaster",  "towel",   "toy",        "tshirt",
		"umbrella", "vase",    "vest",    "wardrobe", "watch",   "webcam",     "wrench",
		NULL,
	};
	return word_is_one_of(norm, words);
}

/* Those of which a name tells even behind a model number: "Watches V371 battery". */
static bool is_supply(const char *norm)
{
	static const char *const words[] = {
		"adapter",   "adaptor", "bag",   "battery", "cable",
		"cartridge", "charger", "cover", "pouch",   "protector",
		"refill",    "sleeve",  "strap", "toner",   NULL,
	};
	return word_is_one_of(norm, words);
}

/* A pause after which a name goes on with details. */
static bool is_pause(char after)
{
	return after != '\0' && strchr(",;:([|-", after) != NULL;
}

static bool has_digit(const char *word)
{
	return strpbrk(word, "0123456789") != NULL;
}

/* How many of the words stand before the first preposition or pause: the phrase that is headed by
 * its last word. */
static size_t phrase_end(const struct word *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && is_preposition(words[i].norm))
			return i;
		if (is_pause(words[i].after))
			return i + 1;
	}
	return count;
}

static void head_add(struct thing *t, const char *a, const char *b)
{
	if (t->count < THING_HEADS_MAX)
		snprintf(t->heads[t->count++], sizeof(t->heads[0]), "%s%s", a, b);
}

void thing_from_words(const struct word *words, size_t count,
		      const char *(*synonym)(const char *norm, size_t n), struct thing *ret)
{
	*ret = (struct thing){ 0 };
	size_t end = phrase_end(words, count);
	/* Model numbers and sizes at the end describe: "notebook 15". */
	while (end > 0 && has_digit(words[end - 1].norm))
		end--;
	if (end == 0)
		return;
	const char *head = words[end - 1].norm;
	head_add(ret, head, "");
	/* "smart watch" also asks for a "smartwatch". */
	if (end > 1)
		head_add(ret, words[end - 2].norm, head);
	const char *other;
	for (size_t n = 0; synonym != NULL && (other = synonym(head, n)) != NULL; n++)
		head_add(ret, other, "");
}

/* Is the attribute's name one that says what the product is: "type", "product_type", "kind"? */
static bool says_type(const char *name, size_t len)
{
	struct word words[8];
	size_t count = words_split(name, len, words, 8);
	return count > 0 && count <= 2 &&
	       (strcmp(words[count - 1].norm, "type") == 0 ||
		strcmp(words[count - 1].norm, "kind") == 0) &&
	       (count == 1 || strcmp(words[0].norm, "product") == 0 ||
		strcmp(words[0].norm, "item") == 0);
}

/* Does the word name the thing here, or describe something that comes after it? */
static bool heads_phrase(const struct word *words, size_t at, size_t end)
{
	bool numbers = has_digit(words[at].norm);
	for (size_t i = at + 1; i < end; i++) {
		const char *norm = words[i].norm;
		bool last = i + 1 == end || has_digit(words[i + 1].norm);
		/* "Keypad/Calculator" is both. */
		if (last && (words[i - 1].after == '/' || words[i - 1].after == '+'))
			return true;
		if (numbers ? is_supply(norm)
			    : is_thing_noun(norm) ||
				      (last ? is_accessory_at_end(norm) : is_accessory(norm)))
			return false;
		numbers = numbers || has_digit(norm);
	}
	return true;
}

/* The words of a product that have been judged: what it is, and what it is not. */
struct judged {
	struct buf *yes; /* words with a space on either side */
	struct buf no;
	struct buf named; /* the last word of the name's first phrase */
};

static bool holds(const struct buf *b, const char *word)
{
	size_t len = strlen(word);
	for (const char *p = buf_text(b); (p = strstr(p, word)) != NULL; p++)
		if (p != buf_text(b) && p[-1] == ' ' && p[len] == ' ')
			return true;
	return false;
}

static void judge(struct judged *j, const char *word, bool yes)
{
	if (holds(j->yes, word) || holds(&j->no, word))
		return;
	struct buf *to = yes ? j->yes : &j->no;
	buf_printf(to, "%s%s ", to->len == 0 ? " " : "", word);
}

/* "smart" and "watch" at the end of a phrase are also "smartwatch". */
static void judge_pair(struct judged *j, const struct word *words, size_t at, bool yes)
{
	char joined[2 * WORD_SIZE];
	if (at == 0 || has_digit(words[at].norm) || has_digit(words[at - 1].norm))
		return;
	snprintf(joined, sizeof(joined), "%s%s", words[at - 1].norm, words[at].norm);
	judge(j, joined, yes);
}

/* Does a part of the phrase end at the word? "Books & Magazines" and "Cases, Covers" have two. */
static bool part_ends(const struct word *words, size_t at, size_t count)
{
	return at + 1 == count || words[at].after == '&' || words[at].after == ',' ||
	       strcmp(words[at + 1].norm, "and") == 0;
}

/*
 * A category's segment or a value of "type": each part's last word says what it is, the others only
 * describe it. Of "Tablets and E-Readers" only one is meant where a shelf below has said which.
 * True if the phrase names an accessory. A drum is one in a printer, not by itself.
 */
static bool phrase_heads(struct judged *j, const char *text, size_t len, bool yes)
{
	struct word words[16];
	size_t count = words_split(text, len, words, 16), end = 0, from = 0;
	while (end < count && (end == 0 || !is_preposition(words[end].norm)))
		end++;
	bool decided = false;
	for (size_t i = 0; i < end; i++)
		decided |= part_ends(words, i, end) && holds(j->yes, words[i].norm);
	/* "Potato Fork" among "Spades and Forks" has said which itself. */
	for (size_t i = 0; !decided && yes && end > 1 && i < end; i++)
		if (part_ends(words, i, end) && i + 1 < count && holds(&j->named, words[i].norm)) {
			judge(j, words[i].norm, /* yes= */ true);
			decided = true;
		}
	if (!decided && yes && end > 1 && holds(&j->named, words[end - 1].norm)) {
		judge(j, words[end - 1].norm, /* yes= */ true);
		for (size_t i = 0; i + 1 < end; i++)
			decided |= part_ends(words, i, end);
	}
	for (size_t i = 0; i < end; i++) {
		if (!part_ends(words, i, end))
			continue;
		judge(j, words[i].norm, yes && !decided);
		if (i > from)
			judge_pair(j, words, i, yes && !decided);
		from = i + 1;
	}
	for (size_t i = 0; i < end; i++)
		judge(j, words[i].norm, /* yes= */ false);
	return end > 0 && is_accessory_at_end(words[end - 1].norm) &&
	       !(count == 1 && strcmp(words[0].norm, "drum") == 0);
}

/* True for a shelf of accessories. */
static bool category_heads(struct judged *j, const char *path)
{
	bool accessories = false;
	size_t end = path != NULL ? strlen(path) : 0;
	while (end > 0) {
		size_t start = end;
		while (start > 0 && path[start - 1] != '/')
			start--;
		accessories |= phrase_heads(j, path + start, end - start, !accessories);
		end = start > 0 ? start - 1 : 0;
	}
	return accessories;
}

/* Is the last noun of the name's first phrase an accessory's? */
static bool name_is_accessory(const char *name)
{
	struct word words[NAME_WORDS_MAX];
	size_t end = phrase_end(words, words_split(name, strlen(name), words, NAME_WORDS_MAX));
	while (end > 0 && has_digit(words[end - 1].norm))
		end--;
	return end > 0 && is_accessory_at_end(words[end - 1].norm);
}

/* True if a type says that the product is an accessory: then its name says nothing else. */
static bool type_heads(struct judged *j, const char *attributes)
{
	bool accessory = false;
	for (const char *p = attributes; p != NULL && *p != '\0';) {
		size_t len = strcspn(p, "\n"), name = strcspn(p, ":\n");
		if (name < len && says_type(p, name))
			accessory |= phrase_heads(j, p + name + 1, len - name - 1, /* yes= */ true);
		p += len + (p[len] == '\n' ? 1 : 0);
	}
	return accessory;
}

static void name_heads(struct judged *j, const char *name)
{
	struct word words[NAME_WORDS_MAX];
	size_t count = words_split(name, strlen(name), words, NAME_WORDS_MAX);
	for (size_t start = 0; start < count;) {
		size_t end = start + phrase_end(words + start, count - start);
		for (size_t i = start; i < end; i++) {
			if (!heads_phrase(words, i, end))
				continue;
			judge(j, words[i].norm, /* yes= */ true);
			if (i > start && (i + 1 == end || has_digit(words[i + 1].norm)))
				judge_pair(j, words, i, /* yes= */ true);
		}
		if (end < count && is_preposition(words[end].norm))
			return;
		start = end;
	}
}

/* The words into j->yes. */
static void note_name(struct judged *j, const char *name)
{
	struct word words[NAME_WORDS_MAX];
	size_t end = phrase_end(words, words_split(name, strlen(name), words, NAME_WORDS_MAX));
	while (end > 0 && has_digit(words[end - 1].norm))
		end--;
	if (end > 0)
		buf_printf(&j->named, " %s ", words[end - 1].norm);
}

static void judge_all(struct judged *j, const struct thing_product *p)
{
	note_name(j, p->name);
	bool accessory = category_heads(j, p->category);
	bool type = type_heads(j, p->attributes);
	if (!type)
		name_heads(j, p->name);
	if (accessory || type || name_is_accessory(p->name))
		judge(j, "accessory", /* yes= */ true);
}

void thing_heads(const struct thing_product *p, struct buf *out)
{
	struct buf yes;
	buf_init(&yes, JUDGED_MAX);
	struct judged j = { .yes = &yes };
	buf_init(&j.no, JUDGED_MAX);
	buf_init(&j.named, JUDGED_MAX);
	judge_all(&j, p);
	for (const char *word = buf_text(&yes); *(word += strspn(word, " ")) != '\0';) {
		size_t len = strcspn(word, " ");
		buf_printf(out, "%s%.*s" THING_MARK, out->len > 0 ? " " : "", (int)len, word);
		word += len;
	}
	buf_done(&j.no);
	buf_done(&j.named);
	buf_done(&yes);
}

bool thing_is(const struct thing *t, const struct thing_product *p)
{
	struct buf yes;
	bool is = t->count == 0;
	buf_init(&yes, JUDGED_MAX);
	struct judged j = { .yes = &yes };
	buf_init(&j.no, JUDGED_MAX);
	buf_init(&j.named, JUDGED_MAX);
	judge_all(&j, p);
	for (size_t i = 0; i < t->count && !is; i++) {
		char joined[2 * WORD_SIZE];
		size_t n = 0;
		for (const char *c = t->heads[i]; *c != '\0'; c++)
			if (*c != ' ')
				joined[n++] = *c;
		joined[n] = '\0';
		is = holds(&yes, joined);
	}
	buf_done(&j.no);
	buf_done(&j.named);
	buf_done(&yes);
	return is;
}
