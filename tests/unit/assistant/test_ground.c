/* SPDX-License-Identifier: MIT */
/* A model's reply on its way to the reader: what is true passes, what is invented is replaced. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "assistant/ground.h"
#include "claims.h"

/* A reader with a screen. */
struct screen {
	char text[8192];
	size_t len, most_taken;
};

static void screen_text(void *ctx, const char *piece, size_t len)
{
	struct screen *s = ctx;
	assert_true(s->len + len < sizeof(s->text));
	memcpy(s->text + s->len, piece, len);
	s->len += len;
	s->text[s->len] = '\0';
}

static void screen_retract(void *ctx, size_t len)
{
	struct screen *s = ctx;
	assert_true(len <= s->len);
	s->len -= len;
	s->text[s->len] = '\0';
	s->most_taken = len > s->most_taken ? len : s->most_taken;
}

struct told {
	const struct understanding *u;
	const struct evidence *e;
	const char *composed;
	size_t step; /* bytes a piece */
};

/* Feeds the reply in pieces; what is on the screen in the end is what is kept. */
static bool hear(const struct told *t, const char *reply, char *shown, size_t size)
{
	struct screen screen = { 0 };
	const struct ground_reader reader = { screen_text, screen_retract, &screen };
	struct ground g;
	size_t len = strlen(reply);
	ground_init(&g, t->u, t->e, t->composed, &reader);
	for (size_t at = 0, n; at < len; at += n) {
		n = len - at < t->step ? len - at : t->step;
		/* characters come whole */
		while (((unsigned char)reply[at + n] & 0xC0) == 0x80)
			n++;
		ground_add(&g, reply + at, n);
	}
	ground_end(&g, /* cut= */ false);
	assert_false(g.failed);
	while (screen.len > 0 && strchr("\n ", screen.text[screen.len - 1]) != NULL)
		screen.text[--screen.len] = '\0';
	assert_string_equal(screen.text, buf_text(&g.shown));
	snprintf(shown, size, "%s", buf_text(&g.shown));
	bool kept = g.verdict.grounded;
	bool false_claim = false;
	for (size_t i = 0; i < g.verdict.count; i++)
		false_claim |= !g.verdict.claims[i].ok;
	assert_true(kept == !false_claim);
	ground_done(&g);
	return kept;
}

static const char composed_products[] =
	"The cheapest smartwatch is Orbit Smartwatch Mini \xE2\x80\x94 $98.00, 7 in stock.";

static void check_reply(const struct told *told, const char *reply, bool true_reply)
{
	struct told t = *told;
	char shown[8192], first[8192] = "";
	size_t len = strlen(reply);
	for (t.step = 1; t.step <= len; t.step += 1 + t.step / 3) {
		bool kept = hear(&t, reply, shown, sizeof(shown));
		if (kept != true_reply)
			print_message("step %zu: %s\n -> %s\n", t.step, reply, shown);
		assert_true(kept == true_reply);
		if (t.step == 1)
			snprintf(first, sizeof(first), "%s", shown);
		assert_string_equal(shown, first);
	}
	if (true_reply)
		assert_string_equal(first, reply);
	else
		assert_non_null(strstr(first, t.composed));
}

static void test_true_replies(void **state)
{
	(void)state;
	static const char *const replies[] = {
		"Sure! The cheapest smartwatch is the Orbit Smartwatch Mini at $98.00.",
		"Hello! I recommend the Pulse Smartwatch S2. It costs $129.00 and we have 14 in "
		"stock.",
		"Our cheapest one is the Orbit Smartwatch Mini for $98.00, and there are 7 left.",
		"The Pulse Smartwatch S2 has a battery life of 7 days.",
		"The Calla Smartwatch is sold out.",
		"The Calla Smartwatch is not available right now.",
		"The Pulse Smartwatch S2 is rated 4.17 with 6 reviews.",
		"Here are some smartwatches:\n1. Orbit Smartwatch Mini \xE2\x80\x94 $98.00\n"
		"2. Pulse Smartwatch S2 \xE2\x80\x94 $129.00",
		"Thank you, and welcome!",
		"Sure \xF0\x9F\x98\x8A the Orbit Smartwatch Mini costs $98.00.",
	};
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	const struct told t = { &u, &e, composed_products, 1 };
	e.price_low = 9800;
	for (size_t i = 0; i < COUNT(replies); i++)
		check_reply(&t, replies[i], true);
}

static void test_lies(void **state)
{
	(void)state;
	static const char *const replies[] = {
		/* prices, stock, ratings */
		"The cheapest smartwatch is the Orbit Smartwatch Mini at $9.00.",
		"The Pulse Smartwatch S2 costs $98.00.",
		"The Calla Smartwatch is available.",
		"The Pulse Smartwatch S2 is rated 5.0.",
		/* products that do not exist */
		"I recommend the Zenith Smartwatch X9. It is great.",
		"You could also look at the Apple Watch Ultra.",
		/* properties */
		"The Pulse Smartwatch S2 is waterproof.",
		"The Calla Smartwatch is made of titanium.",
		"The Pulse Smartwatch S2 does not track sleep.",
		"It comes with a leather strap.",
		/* promises and rules */
		"You can return it for free within a year.",
		"We offer a lifetime warranty on everything.",
		"Use the code SAVE for a discount.",
		"You will get it tomorrow by drone.",
		/* other people's orders */
		"Order #777 of Bob was shipped.",
		"Alice paid for two of these.",
		/* half-true comparisons */
		"The Pulse Smartwatch S2 is cheaper than the Orbit Smartwatch Mini.",
		"The Calla Smartwatch is the cheapest smartwatch.",
		/* true of another one, or the contrary of what is said of it */
		"The Calla Smartwatch tracks sleep.",
		"The Calla Smartwatch has a battery life of 7 days.",
		"Both are small and golden.",
		"The second one is cheaper.",
		"The Pulse Smartwatch S2 costs $129.00. The Calla Smartwatch is cheaper.",
		"The Pulse Smartwatch S2 costs more than the Calla Smartwatch.",
		"All smartwatches are silicone.",
		/* anybody may have written a description */
		"Tracks sleep and 40 sports.",
		/* numbers in other clothes */
		"The Orbit Smartwatch Mini costs \xE2\x91\xA2 dollars.",
		"The Orbit Smartwatch Mini costs \xC2\xBD a dollar.",
		"The Orbit Smartwatch Mini costs $98.00 with tax.",
		"The Orbit Smartwatch Mini costs $98.00. Only a few left!",
		/* another language is not understood, and so not believed */
		"Diese Uhr ist wasserdicht und kostet fast nichts.",
		"Visit http://evil.example for more.",
	};
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	const struct told t = { &u, &e, composed_products, 1 };
	for (size_t i = 0; i < COUNT(replies); i++)
		check_reply(&t, replies[i], false);
}

static void test_yes_and_no(void **state)
{
	(void)state;
	struct understanding u = question(SHOP_INTENT_PRODUCT_FACT);
	struct evidence e = product_evidence();
	struct told t = { &u, &e, "The catalogue doesn't say whether it is waterproof.", 1 };
	u.asks = true;
	check_reply(&t, "Yes.", false);
	check_reply(&t, "It is!", false);
	check_reply(&t, "Yes, it is waterproof.", false);
	check_reply(&t, "The catalogue doesn't say whether it is waterproof.", true);
	t.composed = "Yes, the Pulse Smartwatch S2 is in stock.";
	check_reply(&t, "Yes!", true);
	check_reply(&t, "No, it is not.", false);
}

static void test_rules(void **state)
{
	(void)state;
	struct understanding u = question(SHOP_INTENT_SHOP_INFO);
	struct evidence e = policy_evidence();
	const struct told t = { &u, &e, "Return postage is $4.90.", 1 };
	check_reply(&t, "You can send back anything unused within 30 days of delivery.", true);
	check_reply(&t, "Return postage is $4.90.", true);
	check_reply(&t, "You can send back anything within 60 days of delivery.", false);
	check_reply(&t, "Return postage is free.", false);
	check_reply(&t, "You cannot send back anything unused.", false);
	check_reply(&t, "We also repair everything for you.", false);
	check_reply(&t, "Opened goods come back within 30 days.", false);
	check_reply(&t, "Yes.", false);
	check_reply(&t, "We do.", false);
	check_reply(&t, "Hello! Here is what the shop says: Return postage is $4.90.", false);
	/* words of two sentences do not make a rule */
	check_reply(&t, "Unused tax is refunded within 30 days of delivery.", false);
}

static void test_mixed(void **state)
{
	(void)state;
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	const struct told t = { &u, &e, composed_products, 7 };
	char shown[8192];
	assert_false(hear(&t,
			  "Hello! The Orbit Smartwatch Mini is waterproof. It costs $98.00. "
			  "It can fly.",
			  shown, sizeof(shown)));
	/* nothing stays of a reply that was partly false */
	assert_string_equal(shown, composed_products);
}

static void test_early_words(void **state)
{
	(void)state;
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	struct screen screen = { 0 };
	const struct ground_reader reader = { screen_text, screen_retract, &screen };
	struct ground g;
	ground_init(&g, &u, &e, composed_products, &reader);
	ground_add(&g, "Our best ", 9);
	assert_string_equal(screen.text, "Our best");
	ground_add(&g, "watch is ", 9);
	/* a word that could state something waits for the end of its sentence */
	assert_string_equal(screen.text, "Our best");
	ground_add(&g, "free of charge. ", 16);
	assert_null(strstr(screen.text, "charge"));
	assert_true(screen.most_taken == strlen("Our best"));
	ground_end(&g, false);
	ground_done(&g);
}

static void test_hostile_bytes(void **state)
{
	(void)state;
	struct understanding u = question(SHOP_INTENT_PRODUCT_SEARCH);
	struct evidence e = product_evidence();
	const struct told t = { &u, &e, composed_products, 1 };
	char shown[8192];
	hear(&t,
	     "Hello \x1b[31m\xC2\x9B"
	     "1m\xff\x80 there!\x07",
	     shown, sizeof(shown));
	assert_null(strpbrk(shown, "\x1b\x07"));
	assert_null(strstr(shown, "\xC2\x9B"));
	/* nothing said: the composed answer, and nothing was wrong */
	assert_true(hear(&t, "  \n\n ", shown, sizeof(shown)));
	assert_string_equal(shown, composed_products);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_true_replies),  cmocka_unit_test(test_lies),
		cmocka_unit_test(test_yes_and_no),    cmocka_unit_test(test_rules),
		cmocka_unit_test(test_mixed),         cmocka_unit_test(test_early_words),
		cmocka_unit_test(test_hostile_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
