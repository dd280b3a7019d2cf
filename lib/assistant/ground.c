/* SPDX-License-Identifier: MIT */
/* Lets through of a model's reply what is borne out. */
#include "assistant/ground.h"

#include <stdlib.h>
#include <string.h>

#include "assistant/plain.h"
#include "base/text.h"
#include "base/words.h"

void ground_init(struct ground *g, const struct understanding *u, const struct evidence *e,
		 const char *composed, const struct ground_reader *reader)
{
	*g = (struct ground){ .u = u, .e = e, .composed = composed };
	if (reader != NULL)
		g->reader = *reader;
	buf_init(&g->shown, GROUND_MAX);
	buf_init(&g->pending, GROUND_MAX);
}

void ground_done(struct ground *g)
{
	buf_done(&g->shown);
	buf_done(&g->pending);
	verdict_done(&g->verdict);
}

static void show(struct ground *g, const char *text, size_t len)
{
	if (len > 0 && g->reader.text != NULL)
		g->reader.text(g->reader.ctx, text, len);
}

static void take_back(struct ground *g, size_t len)
{
	if (len > 0 && g->reader.retract != NULL)
		g->reader.retract(g->reader.ctx, len);
}

/* Behind the last word of the pending sentence that is complete and, as all before it, plain. */
static size_t free_length(struct ground *g)
{
	enum { WORDS = 32 };
	const char *text = buf_text(&g->pending);
	struct word words[WORDS];
	size_t count = words_split(text, g->pending.len, words, WORDS), end = 0;
	for (size_t i = 0; i < count; i++) {
		const struct word *w = &words[i];
		/* the last word may go on */
		bool complete = w->end < g->pending.len && text_is_space(text[w->end]);
		if (!complete)
			break;
		g->held = plain_word(w->fold) != PLAIN_FREE;
		for (size_t j = end; j < w->start; j++)
			g->held |= !text_is_space(text[j]) && strchr("'\",!", text[j]) == NULL;
		if (g->held)
			break;
		end = w->end;
	}
	return end;
}

static void show_early(struct ground *g)
{
	size_t n = g->held ? 0 : free_length(g);
	if (n <= g->early)
		return;
	show(g, buf_text(&g->pending) + g->early, n - g->early);
	g->early = n;
}

static bool keep_claims(struct ground *g, struct verdict *found)
{
	struct verdict *all = &g->verdict;
	if (found->count == 0)
		return true;
	struct shop_claim *claims =
		realloc(all->claims, (all->count + found->count) * sizeof(*claims));
	if (claims == NULL)
		return false;
	memcpy(claims + all->count, found->claims, found->count * sizeof(*claims));
	all->claims = claims;
	all->count += found->count;
	free(found->claims);
	*found = (struct verdict){ 0 };
	return true;
}

static bool names_something(const struct verdict *v)
{
	for (size_t i = 0; i < v->count; i++)
		if (strcmp(v->claims[i].kind, "product") == 0 ||
		    strcmp(v->claims[i].kind, "order") == 0)
			return true;
	return false;
}

void ground_replace(struct ground *g)
{
	take_back(g, g->shown.len + g->early);
	g->early = 0;
	buf_clear(&g->shown);
	buf_clear(&g->pending);
	buf_puts(&g->shown, g->composed);
	show(g, g->composed, strlen(g->composed));
	g->replaced = true;
	g->verdict.grounded = false;
}

static void accept(struct ground *g, size_t len, bool named)
{
	const char *text = buf_text(&g->pending);
	if (named)
		g->spoken_of = g->shown.len;
	buf_append(&g->shown, text, len);
	show(g, text + g->early, len - g->early);
}

/* The first len bytes of what is pending are a sentence. */
static void judge(struct ground *g, size_t len)
{
	struct verdict v = { 0 };
	struct buf context;
	buf_init(&context, 2 * GROUND_MAX);
	buf_puts(&context, buf_text(&g->shown) + g->spoken_of);
	struct verify_input in = {
		.from = context.len, .composed = g->composed, .u = g->u, .e = g->e
	};
	buf_append(&context, buf_text(&g->pending), len);
	in.reply = buf_text(&context);
	if (context.failed || !verify_model(&in, &v)) {
		g->failed = true;
	} else {
		bool named = names_something(&v), grounded = v.grounded;
		g->failed |= !keep_claims(g, &v);
		if (!grounded)
			ground_replace(g);
		else
			accept(g, len, named);
	}
	verdict_done(&v);
	buf_done(&context);
	g->early = 0;
	g->held = false;
	g->looked_at = 0;
	if (g->replaced)
		return;
	char *rest = strdup(buf_text(&g->pending) + len);
	g->failed |= rest == NULL;
	buf_clear(&g->pending);
	buf_puts(&g->pending, rest != NULL ? rest : "");
	free(rest);
}

/* Without control characters, and without a blank beginning. */
static void take(struct ground *g, const char *piece, size_t len)
{
	for (size_t at = 0, used; at < len; at += used) {
		uint32_t c = text_decode(piece + at, len - at, &used);
		bool empty = g->pending.len == 0 && g->shown.len == 0;
		bool blank = used == 1 && text_is_space(piece[at]);
		if (c == '\r' || (empty && blank))
			continue;
		if (c != '\n' && c != '\t' && text_is_control(c))
			continue;
		if (c == TEXT_REPLACEMENT && used == 1)
			buf_puts(&g->pending, "\xEF\xBF\xBD");
		else
			buf_append(&g->pending, piece + at, used);
	}
}

/* Where no sign stands that could end a sentence, none has ended: most pieces are looked at once. */
static bool may_have_ended(struct ground *g)
{
	enum { LONG = 1024 };
	const char *text = buf_text(&g->pending);
	/* what follows a sign decides whether it is an end */
	size_t from = g->looked_at > 0 ? g->looked_at - 1 : 0;
	bool may = g->pending.len > LONG;
	for (size_t i = from; i < g->pending.len && !may; i++)
		may = strchr(".!?;\n", text[i]) != NULL;
	g->looked_at = g->pending.len;
	return may;
}

void ground_add(struct ground *g, const char *piece, size_t len)
{
	size_t n;
	if (g->replaced)
		return;
	take(g, piece, len);
	bool may = may_have_ended(g);
	while (may && !g->failed && !g->replaced &&
	       (n = verify_sentence(buf_text(&g->pending), g->pending.len)) > 0)
		judge(g, n);
	if (!g->failed && !g->replaced)
		show_early(g);
	g->failed |= g->pending.failed || g->shown.failed;
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n")] == '\0';
}

void ground_drop(struct ground *g)
{
	take_back(g, g->early);
	g->early = 0;
	buf_clear(&g->pending);
}

void ground_end(struct ground *g, bool cut)
{
	if (cut && !g->replaced)
		ground_drop(g);
	else if (!g->replaced && g->pending.len > 0 && !g->failed)
		judge(g, g->pending.len);
	if (!g->failed && is_blank(buf_text(&g->shown))) {
		buf_puts(&g->shown, g->composed);
		show(g, g->composed, strlen(g->composed));
	}
	while (g->shown.len > 0 && text_is_space(g->shown.data[g->shown.len - 1]))
		g->shown.data[--g->shown.len] = '\0';
	g->verdict.grounded = !g->replaced;
	g->failed |= g->shown.failed;
}
