/* SPDX-License-Identifier: MIT */
/* Measures rows in turns with their references and prints a table. The runner says what it finds
 * in the folder that it is run in. */
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "measure.h"
#include "rows.h"

enum {
	WARM_UPS = 3,
	ROUNDS = 200,   /* at most */
	SECONDS = 8,    /* for a row */
	ROUNDS_MIN = 5, /* but for rows that load */
	SLOW_MS = 1000, /* needs no warm-up: what it reads first is little of it */
};

struct bench {
	const char *programs[PROGRAM_COUNT];
	const char *only; /* part of a row's name; NULL: all rows */
	long rounds, products;
	double seconds;
	bool show;
	char *output;
};

static bool run_once(const struct bench *b, const struct command *c, struct sample *ret)
{
	char *argv[COMMAND_WORDS + 2] = { (char *)(uintptr_t)b->programs[c->program] };
	for (size_t i = 0; i < COMMAND_WORDS && c->words[i] != NULL; i++)
		argv[i + 1] = (char *)(uintptr_t)c->words[i];
	if (c->before != NULL)
		c->before();
	if (!process_run(argv, b->output, ret))
		return false;
	if (ret->code != 0)
		fprintf(stderr, "'%s %s' failed with %d\n", argv[0], argv[1] != NULL ? argv[1] : "",
			ret->code);
	return ret->code == 0;
}

/* How many SKUs are in an output: both sides must have the same work. */
static long products_in(const char *output)
{
	long count = 0;
	for (const char *p = output; (p = strstr(p, "\"BN-")) != NULL; p++)
		count++;
	return count;
}

struct pair {
	struct series shop, reference;
	long shop_products, reference_products;
};

static bool measure_one(const struct bench *b, const struct command *c, struct series *to)
{
	struct sample sample;
	if (!run_once(b, c, &sample))
		return false;
	series_add(to, &sample);
	return true;
}

/* Before the rounds: what is read is in memory then, and the answers can be looked at. */
static bool warm_up(const struct bench *b, const struct command *c, long *ret_products)
{
	struct sample sample = { 0 };
	for (int i = 0; i < WARM_UPS && sample.wall_ms < SLOW_MS; i++)
		if (!run_once(b, c, &sample))
			return false;
	*ret_products = products_in(b->output);
	if (b->show)
		printf("%s\n", b->output);
	return true;
}

static double now_seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* A ratio says nothing if the answers differ. */
static bool same_work(const struct row *row, const struct pair *p)
{
	if ((row->flags & ROW_MORE) != 0 ? p->shop_products >= p->reference_products
					 : p->shop_products == p->reference_products)
		return true;
	fprintf(stderr, "%s: %ld products, and the reference has %ld\n", row->name,
		p->shop_products, p->reference_products);
	return false;
}

static bool measure(const struct bench *b, const struct row *row, struct pair *ret)
{
	double begun = now_seconds();
	bool loads = (row->flags & ROW_LOADS) != 0;
	if (!loads && (!warm_up(b, &row->shop, &ret->shop_products) ||
		       !warm_up(b, &row->reference, &ret->reference_products)))
		return false;
	if (!same_work(row, ret))
		return false;
	long least = loads ? 1 : ROUNDS_MIN;
	for (long i = 0; i < b->rounds; i++) {
		if (i >= least && now_seconds() - begun > b->seconds)
			break;
		/* A B, B A: neither always comes after the other. */
		const struct command *first = i % 2 == 0 ? &row->shop : &row->reference;
		bool ok = measure_one(b, first, i % 2 == 0 ? &ret->shop : &ret->reference) &&
			  measure_one(b, i % 2 == 0 ? &row->reference : &row->shop,
				      i % 2 == 0 ? &ret->reference : &ret->shop);
		if (!ok)
			return false;
	}
	return true;
}

static void print_head(const struct bench *b)
{
	printf("\n%ld products; times in ms: median [quartiles]; ratio: of the medians [quartiles "
	       "of "
	       "the rounds]; cpu: ratio of the processor time\n\n",
	       b->products);
	printf("%-26s %27s %27s %20s %6s %15s %9s %4s\n", "", "shop", "reference", "ratio", "cpu",
	       "peak MiB", "products", "n");
}

static void print_spread(struct spread s, int width, int decimals)
{
	char text[64];
	snprintf(text, sizeof(text), "%.*f [%.*f %.*f]", decimals, s.median, decimals, s.low,
		 decimals, s.high);
	printf(" %*s", width, text);
}

static void print_pair(const struct row *row, const struct pair *p)
{
	struct spread shop = series_wall(&p->shop), reference = series_wall(&p->reference);
	struct spread ratio = series_ratio(&p->shop, &p->reference);
	ratio.median = shop.median / reference.median;
	printf("%-26s", row->name);
	print_spread(shop, 27, 2);
	print_spread(reference, 27, 2);
	print_spread(ratio, 20, 2);
	char peaks[32], products[32] = "";
	snprintf(peaks, sizeof(peaks), "%.1f : %.1f", (double)series_peak(&p->shop) / 1024,
		 (double)series_peak(&p->reference) / 1024);
	if (p->shop_products > 0)
		snprintf(products, sizeof(products), "%ld : %ld", p->shop_products,
			 p->reference_products);
	printf(" %6.2f %15s %9s %4zu\n", series_cpu(&p->shop) / series_cpu(&p->reference), peaks,
	       products, p->shop.count);
	fflush(stdout);
}

static double megabytes(const char *path)
{
	struct stat sb;
	return stat(path, &sb) == 0 ? (double)sb.st_size / 1e6 : 0;
}

static void print_load(const struct bench *b, const struct pair *p)
{
	printf("%-26s %.0f products a second, reference %.0f; the file has %.1f MB, the store "
	       "%.1f, "
	       "the reference's %.1f\n",
	       "", (double)b->products / series_wall(&p->shop).median * 1e3,
	       (double)b->products / series_wall(&p->reference).median * 1e3,
	       megabytes("catalogue.jsonl"), megabytes(STORE_LOADED), megabytes(REFERENCE_LOADED));
}

static bool bench_row(const struct bench *b, const struct row *row)
{
	struct pair pair = { 0 };
	bool ok = measure(b, row, &pair);
	if (ok)
		print_pair(row, &pair);
	if (ok && (row->flags & ROW_LOADS) != 0)
		print_load(b, &pair);
	series_done(&pair.shop);
	series_done(&pair.reference);
	return ok;
}

static long number(const char *text)
{
	char *end;
	errno = 0;
	long n = strtol(text, &end, 10);
	if (errno != 0 || *end != '\0' || n < 1) {
		fprintf(stderr, "expected a number from 1, got '%s'\n", text);
		exit(2);
	}
	return n;
}

static void options_read(struct bench *b, int argc, char **argv)
{
	static const struct option table[] = {
		{ "rounds", required_argument, NULL, 'r' },
		{ "seconds", required_argument, NULL, 's' },
		{ "row", required_argument, NULL, 'o' },
		{ "show", no_argument, NULL, 'w' },
		{ 0 },
	};
	int c;
	while ((c = getopt_long(argc, argv, "", table, NULL)) != -1) {
		if (c == 'r')
			b->rounds = number(optarg);
		else if (c == 's')
			b->seconds = (double)number(optarg);
		else if (c == 'o')
			b->only = optarg;
		else if (c == 'w')
			b->show = true;
		else
			exit(2);
	}
	if (argc - optind != PROGRAM_COUNT + 1) {
		fputs("usage: shop_bench [OPTIONS] SHOP SQLITE3 EMPTY PRODUCTS\n", stderr);
		exit(2);
	}
	for (int i = 0; i < PROGRAM_COUNT; i++)
		b->programs[i] = argv[optind + i];
	b->products = number(argv[optind + PROGRAM_COUNT]);
}

int main(int argc, char **argv)
{
	struct bench b = { .rounds = ROUNDS, .seconds = SECONDS };
	options_read(&b, argc, argv);
	b.output = malloc(OUTPUT_SIZE);
	if (b.output == NULL)
		return 1;
	int failures = 0;
	print_head(&b);
	for (size_t i = 0; i < row_count; i++)
		if (b.only == NULL || strstr(rows[i].name, b.only) != NULL)
			failures += bench_row(&b, &rows[i]) ? 0 : 1;
	free(b.output);
	return failures > 0 ? 1 : 0;
}
