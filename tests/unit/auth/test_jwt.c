/* SPDX-License-Identifier: MIT */
/* Tokens: forgeries are made by hand here, without the code that is tested, and one that is as it
 * should be is accepted, so that each refusal has the one reason that its row names. */
#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "auth/auth.h"

extern const struct auth_ops auth_module;
extern const struct auth_issue_ops auth_issue_module;

#define NOW    INT64_C(1800000000)
#define ID     "0123456789abcdef0123456789abcdef"
#define HEADER "{\"alg\":\"HS256\",\"typ\":\"JWT\"}"
#define PAYLOAD                                                                                    \
	"{\"iss\":\"shop\",\"sub\":\"7\",\"jti\":\"" ID "\",\"iat\":1800000000,"                   \
	"\"nbf\":1800000000,\"exp\":1800000600}"

enum { TOKEN_SIZE = 16384 };

static unsigned char key[AUTH_KEY_SIZE];

static int make_key(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(key); i++)
		key[i] = (unsigned char)(i * 7 + 1);
	return sodium_init() < 0 ? -1 : 0;
}

static void put_base64(char *out, const void *bytes, size_t len)
{
	size_t at = strlen(out);
	sodium_bin2base64(out + at, TOKEN_SIZE - at, bytes, len,
			  sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

/* Appends the signature of what stands in token. */
static void sign(char *token, bool sha512)
{
	unsigned char mac[64];
	size_t len = strlen(token);
	if (sha512) {
		crypto_auth_hmacsha512_state s;
		crypto_auth_hmacsha512_init(&s, key, sizeof(key));
		crypto_auth_hmacsha512_update(&s, (unsigned char *)token, len);
		crypto_auth_hmacsha512_final(&s, mac);
	} else {
		crypto_auth_hmacsha256(mac, (unsigned char *)token, len, key);
	}
	strncat(token, ".", 2);
	put_base64(token, mac, sha512 ? 64 : 32);
}

static char *forge_bytes(const char *header, const void *payload, size_t len)
{
	static char token[TOKEN_SIZE];
	token[0] = '\0';
	put_base64(token, header, strlen(header));
	strncat(token, ".", 2);
	put_base64(token, payload, len);
	sign(token, strstr(header, "HS512") != NULL);
	return token;
}

static char *forge(const char *header, const char *payload)
{
	return forge_bytes(header, payload, strlen(payload));
}

static enum shop_status check_at(const char *token, int64_t now)
{
	struct auth_claims claims;
	struct shop_error err = { 0 };
	memset(&claims, 0x5A, sizeof(claims));
	struct auth_claims before = claims;
	enum shop_status st = auth_module.token_check(key, token, now, &claims, &err);
	assert_int_equal(err.status, st);
	if (st != SHOP_OK) {
		assert_memory_equal(&before, &claims, sizeof(claims));
		assert_true(err.text[0] != '\0' && err.hint[0] != '\0');
	}
	return st;
}

static enum shop_status check(const char *token)
{
	return check_at(token, NOW);
}

static void test_issued_token_comes_back(void **state)
{
	(void)state;
	struct auth_claims in = { .customer = INT64_MAX, .issued_at = NOW, .expires_at = NOW + 9 };
	struct auth_claims out;
	char *token = NULL;
	assert_int_equal(auth_module.id_make(&in, NULL), SHOP_OK);
	assert_int_equal(auth_issue_module.token_issue(key, &in, &token, NULL), SHOP_OK);
	assert_int_equal(auth_module.token_check(key, token, NOW, &out, NULL), SHOP_OK);
	assert_string_equal(out.id, in.id);
	assert_true(out.customer == in.customer && out.issued_at == NOW &&
		    out.expires_at == NOW + 9);
	assert_true(strlen(token) < 400);
	free(token);
}

static void test_hand_made_token_is_accepted(void **state)
{
	(void)state;
	assert_int_equal(check(forge(HEADER, PAYLOAD)), SHOP_OK);
	assert_int_equal(check(forge("{\"typ\":\"JWT\",\"alg\":\"HS256\"}", PAYLOAD)), SHOP_OK);
}

static void test_other_key(void **state)
{
	(void)state;
	char *token = forge(HEADER, PAYLOAD);
	for (size_t i = 0; i < sizeof(key); i++) {
		key[i] ^= 1;
		assert_int_equal(check(token), SHOP_E_NOT_LOGGED_IN);
		key[i] ^= 1;
	}
	assert_int_equal(check(token), SHOP_OK);
}

static void test_headers(void **state)
{
	(void)state;
	static const char *const headers[] = {
		"{\"alg\":\"none\",\"typ\":\"JWT\"}",
		"{\"alg\":\"None\",\"typ\":\"JWT\"}",
		"{\"alg\":\"RS256\",\"typ\":\"JWT\"}",
		"{\"alg\":\"ES256\",\"typ\":\"JWT\"}",
		"{\"alg\":\"HS384\",\"typ\":\"JWT\"}",
		"{\"alg\":\"HS512\",\"typ\":\"JWT\"}",
		"{\"alg\":\"hs256\",\"typ\":\"JWT\"}",
		"{\"alg\":\"HS256\\u0000\",\"typ\":\"JWT\"}",
		"{\"alg\":\"HS256\",\"typ\":\"jwt\"}",
		"{\"alg\":\"HS256\",\"typ\":\"JWS\"}",
		"{\"alg\":\"HS256\",\"typ\":null}",
		"{\"alg\":[\"HS256\"],\"typ\":\"JWT\"}",
		"{\"alg\":256,\"typ\":\"JWT\"}",
		"{\"alg\":\"HS256\"}",
		"{\"typ\":\"JWT\"}",
		"{}",
		"[]",
		"null",
		" ",
		"{\"alg\":\"HS256\",\"typ\":\"JWT\"",
		"{\"alg\":\"HS256\",\"typ\":\"JWT\"}}",
		"{\"alg\":\"none\",\"alg\":\"HS256\",\"typ\":\"JWT\"}",
		"{\"alg\":\"HS256\",\"alg\":\"none\",\"typ\":\"JWT\"}",
		"{\"alg\":\"HS256\",\"alg\":\"HS256\",\"typ\":\"JWT\"}",
		"{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"1\"}",
		"{\"alg\":\"HS256\",\"typ\":\"JWT\",\"crit\":[\"b64\"],\"b64\":false}",
		"{\"alg\":\"HS256\",\"typ\":\"JWT\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
	};
	for (size_t i = 0; i < sizeof(headers) / sizeof(headers[0]); i++)
		if (check(forge(headers[i], PAYLOAD)) != SHOP_E_NOT_LOGGED_IN)
			fail_msg("accepted the header %s", headers[i]);
}

/* "none" as it is meant to be used: with nothing where the signature stands. */
static void test_no_signature(void **state)
{
	(void)state;
	char *token = forge("{\"alg\":\"none\",\"typ\":\"JWT\"}", PAYLOAD);
	strrchr(token, '.')[1] = '\0';
	assert_int_equal(check(token), SHOP_E_NOT_LOGGED_IN);
	strrchr(token, '.')[0] = '\0';
	assert_int_equal(check(token), SHOP_E_NOT_LOGGED_IN);
	token = forge(HEADER, PAYLOAD);
	strrchr(token, '.')[1] = '\0';
	assert_int_equal(check(token), SHOP_E_NOT_LOGGED_IN);
}

#define CLAIMS(iss, sub, jti, iat, nbf, exp)                                                       \
	"{\"iss\":" iss ",\"sub\":" sub ",\"jti\":" jti ",\"iat\":" iat ",\"nbf\":" nbf            \
	",\"exp\":" exp "}"
#define T   "1800000000"
#define E   "1800000600"
#define JTI "\"" ID "\""

static void test_payloads(void **state)
{
	(void)state;
	static const char *const payloads[] = {
		/* a claim that is missing */
		"{\"sub\":\"7\",\"jti\":" JTI ",\"iat\":" T ",\"nbf\":" T ",\"exp\":" E "}",
		"{\"iss\":\"shop\",\"jti\":" JTI ",\"iat\":" T ",\"nbf\":" T ",\"exp\":" E "}",
		"{\"iss\":\"shop\",\"sub\":\"7\",\"iat\":" T ",\"nbf\":" T ",\"exp\":" E "}",
		"{\"iss\":\"shop\",\"sub\":\"7\",\"jti\":" JTI ",\"nbf\":" T ",\"exp\":" E "}",
		"{\"iss\":\"shop\",\"sub\":\"7\",\"jti\":" JTI ",\"iat\":" T ",\"exp\":" E "}",
		"{\"iss\":\"shop\",\"sub\":\"7\",\"jti\":" JTI ",\"iat\":" T ",\"nbf\":" T "}",
		/* a claim of a wrong type or value */
		CLAIMS("\"other\"", "\"7\"", JTI, T, T, E),
		CLAIMS("null", "\"7\"", JTI, T, T, E),
		CLAIMS("[\"shop\"]", "\"7\"", JTI, T, T, E),
		CLAIMS("\"shop\"", "7", JTI, T, T, E),
		CLAIMS("\"shop\"", "\"0\"", JTI, T, T, E),
		CLAIMS("\"shop\"", "\"-7\"", JTI, T, T, E),
		CLAIMS("\"shop\"", "\"07\"", JTI, T, T, E),
		CLAIMS("\"shop\"", "\"+7\"", JTI, T, T, E),
		CLAIMS("\"shop\"", "\" 7\"", JTI, T, T, E),
		CLAIMS("\"shop\"", "\"7 \"", JTI, T, T, E),
		CLAIMS("\"shop\"", "\"7x\"", JTI, T, T, E),
		CLAIMS("\"shop\"", "\"\"", JTI, T, T, E),
		CLAIMS("\"shop\"", "\"9223372036854775808\"", JTI, T, T, E),
		CLAIMS("\"shop\"", "\"18446744073709551623\"", JTI, T, T, E),
		CLAIMS("\"shop\"", "\"7\"", "\"\"", T, T, E),
		CLAIMS("\"shop\"", "\"7\"", "\"0123456789abcdef0123456789abcde\"", T, T, E),
		CLAIMS("\"shop\"", "\"7\"", "\"0123456789abcdef0123456789abcdef0\"", T, T, E),
		CLAIMS("\"shop\"", "\"7\"", "\"0123456789ABCDEF0123456789abcdef\"", T, T, E),
		CLAIMS("\"shop\"", "\"7\"", "7", T, T, E),
		CLAIMS("\"shop\"", "\"7\"", JTI, "\"1800000000\"", T, E),
		CLAIMS("\"shop\"", "\"7\"", JTI, "1800000000.0", T, E),
		CLAIMS("\"shop\"", "\"7\"", JTI, "true", T, E),
		CLAIMS("\"shop\"", "\"7\"", JTI, T, "null", E),
		CLAIMS("\"shop\"", "\"7\"", JTI, T, T, "\"1800000600\""),
		CLAIMS("\"shop\"", "\"7\"", JTI, T, T, "1.8e30"),
		CLAIMS("\"shop\"", "\"7\"", JTI, T, T, "99999999999999999999"),
		/* over before it began */
		CLAIMS("\"shop\"", "\"7\"", JTI, T, T, T),
		/* twice the same, and more than there should be */
		"{\"sub\":\"1\"," /* then all of the good ones */
		"\"iss\":\"shop\",\"sub\":\"7\",\"jti\":" JTI ",\"iat\":" T ",\"nbf\":" T
		",\"exp\":" E "}",
		"{\"exp\":1800009999,\"iss\":\"shop\",\"sub\":\"7\",\"jti\":" JTI ",\"iat\":" T
		",\"nbf\":" T ",\"exp\":" E "}",
		"{\"role\":\"admin\",\"iss\":\"shop\",\"sub\":\"7\",\"jti\":" JTI ",\"iat\":" T
		",\"nbf\":" T ",\"exp\":" E "}",
		/* not an object, or not JSON */
		"[" PAYLOAD "]",
		PAYLOAD PAYLOAD,
		"\"shop\"",
		"{\"iss\":\"\xff\"}",
		" ",
	};
	for (size_t i = 0; i < sizeof(payloads) / sizeof(payloads[0]); i++)
		if (check(forge(HEADER, payloads[i])) != SHOP_E_NOT_LOGGED_IN)
			fail_msg("accepted the payload %s", payloads[i]);
	/* What C would read as the end of a text. */
	static const char with_nul[] = PAYLOAD "\0{}";
	assert_int_equal(check(forge_bytes(HEADER, with_nul, sizeof(with_nul) - 1)),
			 SHOP_E_NOT_LOGGED_IN);
}

static void test_times(void **state)
{
	(void)state;
	char *token = forge(HEADER, PAYLOAD);
	assert_int_equal(check_at(token, NOW + 599), SHOP_OK);
	assert_int_equal(check_at(token, NOW + 600), SHOP_E_LOGIN_EXPIRED);
	assert_int_equal(check_at(token, NOW + 100000), SHOP_E_LOGIN_EXPIRED);
	assert_int_equal(check_at(token, NOW - 60), SHOP_OK);
	assert_int_equal(check_at(token, NOW - 61), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(check_at(token, 0), SHOP_E_NOT_LOGGED_IN);
	token = forge(HEADER, CLAIMS("\"shop\"", "\"7\"", JTI, T, "1800000061", E));
	assert_int_equal(check_at(token, NOW), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(check_at(token, NOW + 1), SHOP_OK);
	token = forge(HEADER, CLAIMS("\"shop\"", "\"7\"", JTI, "1800000061", T, E));
	assert_int_equal(check_at(token, NOW), SHOP_E_NOT_LOGGED_IN);
	assert_int_equal(check_at(token, NOW + 1), SHOP_OK);
	token = forge(HEADER, CLAIMS("\"shop\"", "\"7\"", JTI, "-9223372036854775808",
				     "-9223372036854775808", "9223372036854775807"));
	assert_int_equal(check_at(token, NOW), SHOP_OK);
	/* Expired, and not ours either: that it expired is not told. */
	token = forge(HEADER, PAYLOAD);
	token[strlen(token) - 5] ^= 1;
	assert_int_equal(check_at(token, NOW + 100000), SHOP_E_NOT_LOGGED_IN);
}

static void test_every_changed_character(void **state)
{
	(void)state;
	char *token = forge(HEADER, PAYLOAD);
	static const char others[] = "AZaz09-_.=+/ \n\x01\x7f\xc3";
	for (size_t i = 0, len = strlen(token); i < len; i++) {
		char good = token[i];
		for (size_t k = 0; k < sizeof(others) - 1; k++) {
			token[i] = others[k];
			if (others[k] != good)
				assert_int_equal(check(token), SHOP_E_NOT_LOGGED_IN);
		}
		token[i] = good;
	}
	assert_int_equal(check(token), SHOP_OK);
}

static void test_every_length(void **state)
{
	(void)state;
	char *token = forge(HEADER, PAYLOAD);
	for (size_t len = strlen(token); len > 0; len--) {
		token[len - 1] = '\0';
		assert_int_equal(check(token), SHOP_E_NOT_LOGGED_IN);
	}
}

/* The last character of 43 carries two unused bits: setting them decodes to the same bytes. */
static void test_other_spellings_of_the_same_bytes(void **state)
{
	(void)state;
	static const char alphabet[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	char *token = forge(HEADER, PAYLOAD);
	char *last = token + strlen(token) - 1;
	size_t good = (size_t)(strchr(alphabet, *last) - alphabet);
	assert_int_equal(good % 4, 0);
	for (size_t bits = 1; bits < 4; bits++) {
		*last = alphabet[good + bits];
		assert_int_equal(check(token), SHOP_E_NOT_LOGGED_IN);
	}
}

static void test_surroundings(void **state)
{
	(void)state;
	static const char *const forms[] = {
		"%s=", "%s==", "%s.",       "%s.AAAA", ".%s",   " %s",
		"%s ", "%s\n", "Bearer %s", "%s%%00",  "%s.%s",
	};
	char *token = forge(HEADER, PAYLOAD);
	char changed[2 * TOKEN_SIZE];
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		/* Formats of this table, each with at most two texts. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
		snprintf(changed, sizeof(changed), forms[i], token, token);
#pragma GCC diagnostic pop
		assert_int_equal(check(changed), SHOP_E_NOT_LOGGED_IN);
	}
}

static void test_rubbish(void **state)
{
	(void)state;
	static const char *const tokens[] = { "",     ".",  "..",    "...",  "a.b.c",
					      "null", "{}", "A.A.A", "....", "\xff.\xff.\xff" };
	for (size_t i = 0; i < sizeof(tokens) / sizeof(tokens[0]); i++)
		assert_int_equal(check(tokens[i]), SHOP_E_NOT_LOGGED_IN);
	size_t size = 4 * 1024 * 1024;
	char *huge = malloc(size);
	assert_non_null(huge);
	memset(huge, 'A', size);
	huge[size - 1] = '\0';
	assert_int_equal(check(huge), SHOP_E_NOT_LOGGED_IN);
	huge[40] = huge[2000] = '.';
	huge[2044] = '\0';
	assert_int_equal(check(huge), SHOP_E_NOT_LOGGED_IN);
	memset(huge, '.', size - 1);
	assert_int_equal(check(huge), SHOP_E_NOT_LOGGED_IN);
	free(huge);
}

/* Signed by us, and deep or long: still refused, and without harm. */
static void test_nesting(void **state)
{
	(void)state;
	char deep[3000];
	memset(deep, '[', sizeof(deep) - 1);
	deep[sizeof(deep) - 1] = '\0';
	assert_int_equal(check(forge(HEADER, deep)), SHOP_E_NOT_LOGGED_IN);
	deep[700] = '\0';
	assert_int_equal(check(forge(HEADER, deep)), SHOP_E_NOT_LOGGED_IN);
	deep[180] = '\0';
	assert_int_equal(check(forge(deep, PAYLOAD)), SHOP_E_NOT_LOGGED_IN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_issued_token_comes_back),
		cmocka_unit_test(test_hand_made_token_is_accepted),
		cmocka_unit_test(test_other_key),
		cmocka_unit_test(test_headers),
		cmocka_unit_test(test_no_signature),
		cmocka_unit_test(test_payloads),
		cmocka_unit_test(test_times),
		cmocka_unit_test(test_every_changed_character),
		cmocka_unit_test(test_every_length),
		cmocka_unit_test(test_other_spellings_of_the_same_bytes),
		cmocka_unit_test(test_surroundings),
		cmocka_unit_test(test_rubbish),
		cmocka_unit_test(test_nesting),
	};
	return cmocka_run_group_tests(tests, make_key, NULL);
}
