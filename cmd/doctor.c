/* SPDX-License-Identifier: MIT */
/* shop doctor: looks over the store, the files and the surroundings, and says what to do. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "commands.h"
#include "core/config.h"
#include "core/context.h"
#include "core/interrupt.h"
#include "ui/emit.h"

enum { DETAIL_SIZE = 1200 };

struct visit {
	struct cmd_context *cx;
	int64_t wrong, unknown;
};

static const char *health_word(enum shop_health health)
{
	static const char *const words[] = { [SHOP_HEALTH_OK] = "ok",
					     [SHOP_HEALTH_WRONG] = "wrong",
					     [SHOP_HEALTH_UNKNOWN] = "unknown" };
	return words[health];
}

static enum shop_status finding_emit(void *ctx, const struct shop_finding *f,
				     struct shop_error *err)
{
	(void)err;
	struct visit *v = ctx;
	v->wrong += f->health == SHOP_HEALTH_WRONG ? 1 : 0;
	v->unknown += f->health == SHOP_HEALTH_UNKNOWN ? 1 : 0;
	const struct cell cells[] = { cell_text(f->check),   cell_text(health_word(f->health)),
				      cell_number(f->found), cell_text(f->about),
				      cell_text(f->detail),  cell_text(f->advice) };
	emit_row(v->cx->out, cells);
	return SHOP_OK;
}

static void tell(struct visit *v, const struct shop_finding *f)
{
	finding_emit(v, f, NULL);
}

static enum shop_status store_check(struct visit *v)
{
	struct cmd_context *cx = v->cx;
	const char *store;
	struct shop_error why = { 0 };
	enum shop_status st = context_store_need(cx, &store);
	if (st)
		return st;
	st = shop_open(store, SHOP_WRITE, &cx->shop, &why);
	/* Somebody else's store, or one on a disk that is for reading: less can be looked at. */
	if (st == SHOP_E_IO)
		st = shop_open(store, SHOP_READ, &cx->shop, &why);
	if (st) {
		const struct shop_finding f = { .check = "store",
						.about = "the store can be opened",
						.health = SHOP_HEALTH_WRONG,
						.found = 1,
						.detail = why.text,
						.advice = why.hint[0] != '\0' ? why.hint : NULL };
		tell(v, &f);
		return SHOP_OK;
	}
	shop_on_progress(cx->shop, interrupt_seen, NULL);
	interrupt_watch();
	return shop_doctor(cx->shop, finding_emit, v, &cx->err);
}

/* Appends a path to those that are wrong. */
static void name_path(char detail[DETAIL_SIZE], const char *path)
{
	size_t n = strlen(detail);
	snprintf(detail + n, DETAIL_SIZE - n, "%s%.500s", n > 0 ? ", " : "", path);
}

static bool allows(const char *path, mode_t rights)
{
	struct stat sb;
	return path != NULL && stat(path, &sb) == 0 && S_ISREG(sb.st_mode) &&
	       (sb.st_mode & rights) != 0;
}

/* The login opens the account, and the log and the typed lines have what was asked; the
 * configuration names the store that passwords are typed into. */
static void files_check(struct visit *v)
{
	const struct config *c = v->cx->config;
	char detail[DETAIL_SIZE] = "";
	struct shop_finding f = { .check = "user_files",
				  .about =
					  "login, log and configuration are only yours to change" };
	const char *const own[] = { c->token_file, c->chat_log, c->chat_typed };
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
		if (!allows(own[i], 077))
			continue;
		f.found++;
		name_path(detail, own[i]);
	}
	if (allows(c->config_file, 022)) {
		f.found++;
		name_path(detail, c->config_file);
	}
	f.health = f.found > 0 ? SHOP_HEALTH_WRONG : SHOP_HEALTH_OK;
	f.detail = f.found > 0 ? detail : NULL;
	f.advice = f.found > 0 ? "take others' rights away: chmod 600 FILE" : NULL;
	tell(v, &f);
}

static enum shop_status model_check(struct visit *v)
{
	const struct config *c = v->cx->config;
	const struct shop_model model = { c->model_server, c->model_key, c->model };
	struct shop_error why = { 0 };
	struct shop_finding f = { .check = "model_server",
				  .about = "the model server answers, and has the model" };
	enum shop_status st = SHOP_OK;
	if (model.server == NULL)
		f.detail = "OLLAMA_HOST names none, and none is needed";
	else
		st = shop_model_check(&model, interrupt_seen, NULL, &why);
	if (st == SHOP_E_CANCELLED) {
		v->cx->err = why;
		return st;
	}
	if (st) {
		f.health = SHOP_HEALTH_WRONG;
		f.found = 1;
		f.detail = why.text;
		f.advice = why.hint[0] != '\0' ? why.hint : NULL;
	}
	tell(v, &f);
	return SHOP_OK;
}

static enum shop_status run(struct cmd_context *cx, const void *opts)
{
	static const struct column columns[] = {
		{ "check", "Check", CELL_TEXT, 0 },
		{ "health", "Health", CELL_TEXT, 0 },
		{ "found", "Found", CELL_NUMBER, 0 },
		{ "about", "What", CELL_TEXT, COLUMN_JSON_ONLY },
		{ "detail", "Which", CELL_TEXT, COLUMN_WRAP },
		{ "advice", "What to do", CELL_TEXT, COLUMN_WRAP },
	};
	(void)opts;
	struct visit v = { .cx = cx };
	emit_list_begin(cx->out, NULL, NULL, columns, sizeof(columns) / sizeof(columns[0]));
	enum shop_status st = store_check(&v);
	if (st)
		return st;
	files_check(&v);
	st = model_check(&v);
	if (st)
		return st;
	emit_list_end(cx->out);
	cx->exit = v.wrong > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
	if (v.wrong > 0)
		emit_note(cx->out, "%lld of the checks found something", (long long)v.wrong);
	else
		emit_note(cx->out, "nothing found");
	return SHOP_OK;
}

const struct command cmd_doctor = {
	.name = "doctor",
	.summary = "check the store, the files and the model server",
	.run = run,
};
