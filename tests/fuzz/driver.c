/* SPDX-License-Identifier: MIT */
/*
 * Drives a fuzz target without libFuzzer: fuzz_NAME [ITERATIONS [SEED]] changes the target's seeds
 * by chance that is the same every time; fuzz_NAME FILE... runs these inputs. An input that ends
 * the program is left in fuzz-NAME.input where it runs.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz/fuzz.h"

enum { INPUT_MAX = 4096, ITERATIONS_DEFAULT = 20000 };

static uint64_t state;

/* SplitMix64, as its author gives it. */
static uint64_t next(void)
{
	uint64_t z = (state += UINT64_C(0x9E3779B97F4A7C15));
	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

static size_t below(size_t n)
{
	return n > 0 ? (size_t)(next() % n) : 0;
}

/* What breaks things more often than chance would find. */
static const char *const tokens[] = {
	"\"",
	"'",
	"\\",
	"\n",
	"\t",
	"\x1b[",
	"\xff",
	"\xc3",
	"\xe2\x80\xae",
	"\xf0\x9f\x98\x80",
	"\xed\xa0\x80",
	"0",
	"-1",
	"9223372036854775808",
	"1e999",
	"--",
	"-",
	"=",
	"*",
	"%",
	",",
	".",
	" NEAR ",
	" AND ",
	" NOT ",
	"(",
	")",
	"{",
	"}",
	"[",
	"]",
	":",
	"null",
	"true",
	"\\u0000",
	"#",
	"2026-02-30",
	"+99:99",
};

static size_t insert(char *input, size_t len, const char *what, size_t n)
{
	size_t at = below(len + 1);
	if (len + n > INPUT_MAX)
		return len;
	memmove(input + at + n, input + at, len - at);
	memcpy(input + at, what, n);
	return len + n;
}

static size_t mutate(char *input, size_t len)
{
	size_t at = below(len), n;
	const char *token;
	switch (next() % 7) {
	case 0:
		if (len > 0)
			input[at] = (char)next();
		return len;
	case 1:
		if (len > 0)
			input[at] = (char)(input[at] ^ (1 << below(8)));
		return len;
	case 2: /* a piece less */
		n = below(len - at < 16 ? len - at + 1 : 16);
		memmove(input + at, input + at + n, len - at - n);
		return len - n;
	case 3: /* a piece twice */
		n = below(len - at < 16 ? len - at + 1 : 16);
		char piece[16];
		memcpy(piece, input + at, n);
		return insert(input, len, piece, n);
	case 4: /* nothing behind */
		return at;
	default:
		token = tokens[below(sizeof(tokens) / sizeof(tokens[0]))];
		return insert(input, len, token, strlen(token));
	}
}

/* What is running, so that it can be kept if it ends the program. */
static const char *running, *keep;
static size_t running_len;

static void keep_running(void)
{
	int fd = keep != NULL ? open(keep, O_WRONLY | O_CREAT | O_TRUNC, 0644) : -1;
	if (fd >= 0 && write(fd, running, running_len) == (ssize_t)running_len)
		fprintf(stderr, "the input is in %s\n", keep);
}

static void on_signal(int number)
{
	keep_running();
	signal(number, SIG_DFL);
	raise(number);
}

/* There if a sanitizer is. */
void __sanitizer_set_death_callback(void (*callback)(void)) __attribute__((weak));

static void keep_what_ends_it(void)
{
	signal(SIGILL, on_signal);
	signal(SIGTRAP, on_signal);
	signal(SIGABRT, on_signal);
	if (__sanitizer_set_death_callback != NULL)
		__sanitizer_set_death_callback(keep_running);
	else
		signal(SIGSEGV, on_signal);
}

static void run(const char *input, size_t len)
{
	running = input;
	running_len = len;
	LLVMFuzzerTestOneInput((const uint8_t *)input, len);
}

static void run_changed(size_t iterations)
{
	char input[INPUT_MAX];
	size_t seeds = 0;
	while (fuzz_seeds[seeds] != NULL)
		seeds++;
	for (size_t i = 0; i < iterations; i++) {
		const char *seed = fuzz_seeds[i % seeds];
		size_t len = strlen(seed);
		len = len < INPUT_MAX ? len : INPUT_MAX;
		memcpy(input, seed, len);
		/* The first round is of the seeds as they are. */
		for (size_t n = i < seeds ? 0 : 1 + below(6); n > 0; n--)
			len = mutate(input, len);
		run(input, len);
	}
}

static int run_file(const char *path)
{
	static char input[1 << 20];
	FILE *f = fopen(path, "r");
	if (f == NULL) {
		perror(path);
		return 1;
	}
	size_t len = fread(input, 1, sizeof(input), f);
	fclose(f);
	run(input, len);
	return 0;
}

int main(int argc, char **argv)
{
	char *end;
	unsigned long iterations = argc > 1 ? strtoul(argv[1], &end, 10) : ITERATIONS_DEFAULT;
	if (argc > 1 && *end != '\0') {
		int rc = 0;
		for (int i = 1; i < argc; i++)
			rc |= run_file(argv[i]);
		return rc;
	}
	state = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
	const char *slash = strrchr(argv[0], '/');
	static char name[256];
	snprintf(name, sizeof(name), "%s.input", slash != NULL ? slash + 1 : argv[0]);
	keep = name;
	keep_what_ends_it();
	run_changed(iterations);
	printf("%lu inputs\n", iterations);
	return 0;
}
