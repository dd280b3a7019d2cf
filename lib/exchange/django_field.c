/* SPDX-License-Identifier: MIT */
/* Names and values as they come from Django: leniently read, strictly written. */
#include "exchange/django_field.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "shop/money.h"
#include "shop/time.h"

static bool same_name(const char *name, const char *plain, size_t len)
{
	size_t n = 0;
	for (; *name != '\0'; name++) {
		if (*name == '_')
			continue;
		if (n == len || text_lower(*name) != plain[n])
			return false;
		n++;
	}
	return n == len;
}

bool django_name_in(const char *name, const char *plain)
{
	for (const char *p = plain; *p != '\0';) {
		size_t len = strcspn(p, "|");
		if (same_name(name, p, len))
			return true;
		p += len + (p[len] == '|' ? 1 : 0);
	}
	return false;
}

static json_t *pick_one(const json_t *fields, const char *plain, size_t len)
{
	/* The library's own loop needs an object that is not const, and changes nothing. */
	json_t *object = (json_t *)(uintptr_t)fields, *value;
	const char *key;
	json_object_foreach (object, key, value) {
		if (!json_is_null(value) && same_name(key, plain, len))
			return value;
	}
	return NULL;
}

json_t *django_pick(const json_t *fields, const char *names)
{
	json_t *found = NULL;
	for (const char *p = names; found == NULL && *p != '\0';) {
		size_t len = strcspn(p, "|");
		found = pick_one(fields, p, len);
		p += len + (p[len] == '|' ? 1 : 0);
	}
	return found;
}

const char *django_pick_text(const json_t *fields, const char *names)
{
	const char *text = json_string_value(django_pick(fields, names));
	return text != NULL && text[strspn(text, " \t\r\n")] != '\0' ? text : NULL;
}

char *django_key(const json_t *value)
{
	char *text = NULL;
	if (json_is_array(value))
		value = json_array_get(value, 0);
	if (json_is_string(value))
		return strdup(json_string_value(value));
	if (!json_is_integer(value))
		return strdup("");
	return asprintf(&text, "%" JSON_INTEGER_FORMAT, json_integer_value(value)) >= 0 ? text
											: NULL;
}

/* Digits with a point in them, scaled by so many decimals; what is beyond them is rounded. */
static bool read_decimal(const char *p, int decimals, int64_t *ret)
{
	int64_t n = 0;
	int places = 0;
	bool point = false, up = false, digits = false;
	for (; text_is_digit(*p) || (*p == '.' && !point); p++) {
		if (*p == '.') {
			point = true;
			continue;
		}
		digits = true;
		if (point && ++places > decimals) {
			up = places == decimals + 1 ? *p >= '5' : up;
			continue;
		}
		if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, *p - '0', &n))
			return false;
	}
	for (int i = point ? (places < decimals ? places : decimals) : 0; i < decimals; i++)
		if (__builtin_mul_overflow(n, 10, &n))
			return false;
	*ret = n + (up ? 1 : 0);
	return digits && *p == '\0';
}

/* In minor units. False: it is none. */
static bool read_amount(const json_t *value, const char *currency, int64_t *ret)
{
	char text[64];
	int decimals = shop_money_decimals(currency);
	if (json_is_string(value))
		return read_decimal(json_string_value(value), decimals, ret);
	if (json_is_integer(value))
		snprintf(text, sizeof(text), "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	else if (json_is_real(value))
		/* More places than a price has, and fewer than show what a double cannot hold. */
		snprintf(text, sizeof(text), "%.6f", json_real_value(value));
	else
		return false;
	return read_decimal(text, decimals, ret);
}

enum shop_status django_put_amount(json_t *to, const char *key, const json_t *value,
				   const char *currency, struct shop_error *err)
{
	int64_t cents = 0;
	if (value != NULL && !read_amount(value, currency, &cents))
		return shop_error_set(err, SHOP_E_INVALID, "%s: expected an amount such as 129.99",
				      key);
	json_object_set_new(to, key, json_integer(cents));
	return SHOP_OK;
}

void django_put_time(json_t *to, const char *key, const char *text)
{
	char utc[64];
	int64_t t;
	if (text == NULL)
		return;
	/* A project without time zones writes none. */
	snprintf(utc, sizeof(utc), "%.40sZ", text);
	if (shop_time_parse(text, &t, NULL) == SHOP_OK || shop_time_parse(utc, &t, NULL) == SHOP_OK)
		json_object_set_new(to, key, json_string(shop_time_format(t, utc)));
}

void django_put_text(json_t *to, const char *key, const char *text, size_t max)
{
	if (text == NULL || text[0] == '\0')
		return;
	size_t len = strlen(text);
	if (len > max) {
		len = max;
		while (len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80)
			len--;
	}
	json_object_set_new(to, key, json_stringn(text, len));
}

const char *django_known(enum django_kind kind)
{
	/* Those that are computed here, or mean nothing elsewhere, are known too. */
	static const char *const known[] = {
		[DJANGO_OTHER] = "",
		[DJANGO_USER] =
			"email|username|firstname|lastname|name|fullname|password|isstaff|"
			"issuperuser|isadmin|isactive|datejoined|createdat|created|lastlogin|"
			"groups|userpermissions|userpermission",
		[DJANGO_PRODUCT] =
			"id|sku|code|productcode|name|title|brand|manufacturer|category|"
			"description|body|price|unitprice|countinstock|stock|quantity|inventory|"
			"stockquantity|instock|image|images|thumbnail|createdat|created|"
			"datecreated|"
			"updatedat|updated|modified|rating|numreviews|numreview|reviewcount|user|"
			"owner|"
			"slug|group|attributes|specs|specifications|options",
		[DJANGO_BRAND] = "id|name|title|slug",
		[DJANGO_CATEGORY] =
			"id|name|title|slug|parent|parentcategory|lft|rght|treeid|level",
		[DJANGO_REVIEW] =
			"id|product|item|user|customer|author|name|rating|stars|score|comment|"
			"text|body|review|createdat|created|date|updatedat",
		[DJANGO_ORDER] =
			"id|user|customer|owner|buyer|paymentmethod|payment|taxprice|tax|"
			"shippingprice|"
			"shippingcost|shipping|totalprice|total|itemsprice|ispaid|paid|paidat|"
			"isshipped|"
			"shipped|shippedat|isdelivered|delivered|deliveredat|iscancelled|"
			"iscanceled|"
			"cancelledat|canceledat|createdat|created|date|dateordered|orderdate|"
			"datecreated|updatedat|status|address|street|line|addressline|city|"
			"postalcode|"
			"zip|zipcode|postcode|country",
		[DJANGO_ITEM] =
			"id|order|purchase|product|item|name|title|qty|quantity|price|unitprice|"
			"image",
		[DJANGO_ADDRESS] =
			"id|order|purchase|address|street|line|addressline|city|postalcode|"
			"zip|zipcode|postcode|country|shippingprice|user|customer",
	};
	return known[kind];
}
