/* SPDX-License-Identifier: MIT */
/* Records of settings. Values that the program counts with are checked; what it does not know is a
 * text that other programs may use. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "exchange/record_type.h"

static bool is_name(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!(text[i] >= 'a' && text[i] <= 'z') && text[i] != '_' &&
		    !(i > 0 && text_is_digit(text[i])))
			return false;
	return len > 0;
}

static bool is_name_list(const char *text)
{
	for (;; text++) {
		size_t len = strcspn(text, ",");
		if (!is_name(text, len))
			return false;
		text += len;
		if (*text == '\0')
			return true;
	}
}

static bool is_number(const char *text, int64_t max)
{
	size_t len = strspn(text, "0123456789");
	return len > 0 && len <= 15 && text[len] == '\0' && strtoll(text, NULL, 10) <= max;
}

static bool is_basis_points(const char *text)
{
	return is_number(text, 10000);
}

static bool is_cents(const char *text)
{
	return is_number(text, CENTS_MAX);
}

/* An address of the web, in one word. */
static bool is_address(const char *text)
{
	size_t scheme = strncmp(text, "https://", 8) == 0  ? 8
			: strncmp(text, "http://", 7) == 0 ? 7
							   : 0;
	for (const char *p = text; *p != '\0'; p++)
		if (text_is_space(*p))
			return false;
	return scheme > 0 && text[scheme] != '\0';
}

static bool is_title(const char *text)
{
	return field_is_name(text, ADDRESS_MAX);
}

static const struct {
	const char *key;
	bool (*is_fine)(const char *value);
	const char *expected, *about;
} known[] = {
	{ "currency", record_is_currency, "three letters such as USD",
	  "ISO 4217 code of the currency that prices are in" },
	{ "tax_basis_points", is_basis_points, "a whole number from 0 to 10000",
	  "tax on the items of an order, in hundredths of a percent" },
	{ "shipping_cents", is_cents, "a whole number of cents",
	  "what shipping an order costs, in minor units" },
	{ "free_shipping_cents", is_cents, "a whole number of cents",
	  "sum of the items from which shipping costs nothing" },
	{ "payment_methods", is_name_list, "words such as card,paypal",
	  "how orders can be paid, the usual way first" },
	{ "shop_name", is_title, "one line of text", "what the shop is called" },
	{ "shop_url", is_address, "an address such as https://shop.example",
	  "where the shop is on the web" },
	{ "product_url", is_address, "an address such as https://shop.example/p/{sku}",
	  "a product's page, with {id} or {sku} in it" },
};
enum { KNOWN = sizeof(known) / sizeof(known[0]) };

const char *record_setting_key(size_t n)
{
	return n < KNOWN ? known[n].key : NULL;
}

const char *record_setting_about(const char *key)
{
	for (size_t i = 0; i < KNOWN; i++)
		if (strcmp(key, known[i].key) == 0)
			return known[i].about;
	return NULL;
}

const char *record_setting_nearest(const char *key)
{
	const char *keys[KNOWN];
	for (size_t i = 0; i < KNOWN; i++)
		keys[i] = known[i].key;
	return word_nearest(key, keys, KNOWN);
}

static enum shop_status check(const struct record *r, struct shop_error *err)
{
	const char *key = r->as.setting.key, *value = r->as.setting.value;
	if (!is_name(key, strlen(key)))
		return shop_error_set(err, SHOP_E_INVALID,
				      "key: expected a word such as tax_basis_points, got '%s'",
				      key);
	for (size_t i = 0; i < KNOWN; i++)
		if (strcmp(key, known[i].key) == 0 && !known[i].is_fine(value))
			return shop_error_set(err, SHOP_E_INVALID,
					      "value: expected %s for %s, got '%.80s'",
					      known[i].expected, key, value);
	return SHOP_OK;
}

#define AT(member) offsetof(struct record_setting, member)
static const struct field fields[] = {
	{ "key", FIELD_TEXT, FIELD_REQUIRED, AT(key), 1, WORD_MAX, NULL },
	{ "value", FIELD_TEXT, FIELD_REQUIRED, AT(value), 0, PATH_TEXT_MAX, NULL },
};
#undef AT

const struct record_type_info record_type_setting = { "setting", FIELD_TABLE(fields), check };
