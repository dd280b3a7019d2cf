/* SPDX-License-Identifier: MIT */
/* Shows keys of the configuration with what is in force and why. */
#include "core/config_view.h"

#include "ui/emit.h"

static const struct column columns[] = {
	{ "key", "Key", CELL_TEXT, 0 },
	{ "value", "Value", CELL_TEXT, COLUMN_SHRINK },
	{ "from", "From", CELL_TEXT, 0 },
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static bool is_option(const struct cmd_context *cx, enum config_key key)
{
	return (key == CONFIG_STORE && cx->globals.store != NULL) ||
	       (key == CONFIG_COLOR && cx->globals.no_color);
}

const char *config_shown_value(const struct cmd_context *cx, enum config_key key)
{
	if (!is_option(cx, key))
		return config_value(cx->config, key);
	return key == CONFIG_STORE ? cx->globals.store : "never";
}

const char *config_shown_origin(const struct cmd_context *cx, enum config_key key)
{
	static const char *const words[] = { [ORIGIN_DEFAULT] = "default",
					     [ORIGIN_FILE] = "file",
					     [ORIGIN_ENVIRONMENT] = "environment" };
	return is_option(cx, key) ? "option" : words[cx->config->origins[key]];
}

void config_list_begin(struct cmd_context *cx)
{
	emit_list_begin(cx->out, NULL, NULL, columns, COLUMNS);
}

void config_row_emit(struct cmd_context *cx, enum config_key key)
{
	const struct cell cells[] = { cell_text(config_key_word(key)),
				      cell_text(config_shown_value(cx, key)),
				      cell_text(config_shown_origin(cx, key)) };
	emit_row(cx->out, cells);
}

void config_record_emit(struct cmd_context *cx, enum config_key key)
{
	const char *value = config_shown_value(cx, key);
	emit_record_begin(cx->out, NULL, NULL);
	emit_programs_begin(cx->out);
	emit_field(cx->out, &columns[0], cell_text(config_key_word(key)));
	emit_field(cx->out, &columns[1], cell_text(value));
	emit_field(cx->out, &columns[2], cell_text(config_shown_origin(cx, key)));
	emit_programs_end(cx->out);
	emit_people_begin(cx->out);
	if (value != NULL)
		emit_prose(cx->out, "value", value);
	emit_people_end(cx->out);
	emit_record_end(cx->out);
}
