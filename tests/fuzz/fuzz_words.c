/* SPDX-License-Identifier: MIT */
/* Words: they lie in the text, one after the other, and are short texts of UTF-8. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/words.h"
#include "fuzz/fuzz.h"

const char *const fuzz_seeds[] = {
	"Red cotton T-shirts",
	"the men's e-books, don't",
	"caf\xc3\xa9 Stra\xc3\x9f"
	"e \xc4\xb2",
	"batteries lenses (4.5 kg) - x",
	"\xd0\x9c\xd0\x98\xd0\xa0 \xe6\xa9\x99",
	NULL,
};

enum { MANY = 32 };

static void check_words(const char *text, size_t len, size_t max)
{
	struct word words[MANY];
	size_t count = words_split(text, len, words, max), before = 0;
	FUZZ_CHECK(count <= max);
	for (size_t i = 0; i < count; i++) {
		const struct word *w = &words[i];
		FUZZ_CHECK(w->start >= before && w->start < w->end && w->end <= len);
		FUZZ_CHECK(memchr(w->norm, '\0', WORD_SIZE) != NULL);
		FUZZ_CHECK(memchr(w->fold, '\0', WORD_SIZE) != NULL);
		FUZZ_CHECK(text_is_utf8(w->norm, strlen(w->norm)));
		FUZZ_CHECK(text_is_utf8(w->fold, strlen(w->fold)));
		FUZZ_CHECK(strchr(w->norm, ' ') == NULL && w->fold[0] != '\0');
		before = w->end;
	}
	if (count > 1) {
		const char *a = words[0].norm, *b = words[1].norm;
		FUZZ_CHECK(word_distance(a, a, 3) == 0);
		FUZZ_CHECK(word_distance(a, b, 3) == word_distance(b, a, 3));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_text(data, size), out[64];
	check_words(text, size, MANY);
	check_words(text, size, 3);
	words_normal(text, out, sizeof(out));
	FUZZ_CHECK(strlen(out) < sizeof(out) && text_is_utf8(out, strlen(out)));
	free(text);
	return 0;
}
