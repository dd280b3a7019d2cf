/* SPDX-License-Identifier: MIT */
#pragma once

/*
 * Errors are values. A function that can fail returns a status: SHOP_OK is 0, everything else is
 * negative. Its last parameter is an optional struct shop_error, filled exactly once with a
 * message that is fit to print: one line, lower case, no full stop, user values in single quotes.
 * The caller owns the struct; nothing in it needs to be freed, and filling it cannot fail.
 */

#define SHOP_API __attribute__((visibility("default")))

enum shop_status {
	SHOP_OK = 0,
	SHOP_E_FAILED = -1,         /* a fault of the program or the machine */
	SHOP_E_IO = -2,             /* a file could not be read or written */
	SHOP_E_NOMEM = -3,          /* out of memory */
	SHOP_E_CORRUPT = -4,        /* the store is damaged */
	SHOP_E_FOREIGN = -5,        /* the file is not a store of ours */
	SHOP_E_TOO_NEW = -6,        /* the store was made by a newer program */
	SHOP_E_INVALID = -7,        /* a value is not acceptable */
	SHOP_E_NOT_FOUND = -8,      /* no such thing, or none that the caller may know of */
	SHOP_E_NOT_LOGGED_IN = -9,  /* no login, or none that is valid */
	SHOP_E_LOGIN_EXPIRED = -10, /* there was a login, and it is over: expired or revoked */
	SHOP_E_DENIED = -11,        /* logged in, but not allowed */
	SHOP_E_CONFLICT = -12,      /* not in this state */
	SHOP_E_EXISTS = -13,        /* there already */
	SHOP_E_OUT_OF_STOCK = -14,  /* fewer in stock than asked for */
	SHOP_E_MODEL = -15,         /* the language model cannot be reached or failed */
	SHOP_E_BUSY = -16,          /* another process holds the store: try again */
	SHOP_E_CANCELLED = -17,     /* interrupted by the user */
};

struct shop_error {
	enum shop_status status;
	char text[512]; /* what is wrong */
	char hint[256]; /* what to do next; empty: nothing to add */
};

/* Fills err, if there is one, and returns st, so that setting and returning is one line. */
SHOP_API enum shop_status shop_error_set(struct shop_error *err, enum shop_status st,
					 const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Adds what to do next to an error that has been set. */
SHOP_API void shop_error_hint(struct shop_error *err, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Puts context before the message of an error that has been set: "line 17: ". */
SHOP_API void shop_error_prefix(struct shop_error *err, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* The status as a word for programs: "out_of_stock". Static. */
SHOP_API const char *shop_status_word(enum shop_status st);
