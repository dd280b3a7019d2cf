/* SPDX-License-Identifier: MIT */
/* The acting customer's conversations: reading, adding, resetting, deleting. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/words.h"
#include "service/conversation.h"
#include "store/conversation.h"
#include "store/history.h"
#include "store/turns.h"

/* Folded words to look for, one NUL behind the other, and room for a folded text. */
struct search {
	char *words;
	size_t count;
	char *text;
	size_t size;
};

static void search_done(struct search *s)
{
	free(s->words);
	free(s->text);
}

static enum shop_status search_init(struct search *s, const char *words, struct shop_error *err)
{
	size_t len = strlen(words);
	s->words = malloc(4 * len + 1);
	if (s->words == NULL)
		return out_of_memory(err);
	len = words_fold(words, len, s->words);
	size_t n = 0;
	for (size_t i = 0; i < len; i++) {
		bool space = text_is_space(s->words[i]);
		if (space && (n == 0 || s->words[n - 1] == '\0'))
			continue;
		s->count += !space && (n == 0 || s->words[n - 1] == '\0') ? 1 : 0;
		s->words[n++] = space ? '\0' : s->words[i];
	}
	s->words[n] = '\0';
	if (s->count > 0)
		return SHOP_OK;
	return shop_error_set(err, SHOP_E_INVALID, "there are no words to search for");
}

static enum shop_status search_match(struct search *s, const char *text, bool *ret,
				     struct shop_error *err)
{
	size_t len = strlen(text);
	*ret = true;
	if (s->count == 0)
		return SHOP_OK;
	if (s->size < 4 * len + 1) {
		char *more = realloc(s->text, 4 * len + 1);
		if (more == NULL)
			return out_of_memory(err);
		s->text = more;
		s->size = 4 * len + 1;
	}
	words_fold(text, len, s->text);
	const char *word = s->words;
	for (size_t i = 0; *ret && i < s->count; i++) {
		*ret = strstr(s->text, word) != NULL;
		word += strlen(word) + 1;
	}
	return SHOP_OK;
}

static enum shop_status not_found(int64_t conversation, struct shop_error *err)
{
	shop_error_set(err, SHOP_E_NOT_FOUND, "there is no conversation %" PRId64, conversation);
	shop_error_hint(err, "'shop chat list' shows yours");
	return SHOP_E_NOT_FOUND;
}

static enum shop_status check_owned(struct shop *shop, int64_t conversation, struct shop_error *err)
{
	bool owned = true;
	enum shop_status st = SHOP_OK;
	if (conversation != SHOP_NONE)
		st = conversation_owned(shop->db, conversation, shop->actor.customer, &owned, err);
	return st || owned ? st : not_found(conversation, err);
}

/* One pass over the messages that are asked for. */
struct pass {
	struct shop *shop;
	const struct shop_history_filter *filter;
	struct search search;
	enum shop_status (*each)(void *ctx, const struct shop_message *m, struct shop_error *err);
	void *ctx;
};

static enum shop_status next_match(struct pass *p, struct stmt *s, struct shop_message *ret,
				   bool *ret_row, struct shop_error *err)
{
	bool match = false;
	enum shop_status st = SHOP_OK;
	*ret_row = true;
	while (!st && *ret_row && !match) {
		st = history_next(s, ret, ret_row, err);
		if (!st && *ret_row)
			st = search_match(&p->search, ret->text, &match, err);
	}
	return st;
}

/* Where the newest so many begin: what counts is counted from the end, and keeping a place takes no
 * memory. */
static enum shop_status find_start(struct pass *p, struct history_from *ret, bool *ret_any,
				   struct shop_error *err)
{
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	struct shop_message m;
	bool row = true;
	enum shop_status st = history_begin(p->shop->db, p->shop->actor.customer, p->filter,
					    /* newest_first= */ true, /* from= */ NULL, &s, err);
	*ret_any = false;
	for (int64_t n = 0; !st && row && n < p->filter->limit; n++) {
		st = next_match(p, s, &m, &row, err);
		if (!st && row) {
			*ret = (struct history_from){ m.created_at, m.id };
			*ret_any = true;
		}
	}
	return st;
}

static enum shop_status hand_over(struct pass *p, struct shop_error *err)
{
	struct history_from from;
	struct shop_message m;
	bool limited = p->filter->limit != SHOP_NONE, row = true;
	enum shop_status st = limited ? find_start(p, &from, &row, err) : SHOP_OK;
	if (st || !row)
		return st;
	CLEANUP(stmt_reset) struct stmt *s = NULL;
	st = history_begin(p->shop->db, p->shop->actor.customer, p->filter,
			   /* newest_first= */ false, limited ? &from : NULL, &s, err);
	while (!st && row) {
		st = next_match(p, s, &m, &row, err);
		if (!st && row)
			st = p->each(p->ctx, &m, err);
	}
	return st;
}

enum shop_status shop_history_each(struct shop *shop, const struct shop_history_filter *filter,
				   enum shop_status (*each)(void *ctx, const struct shop_message *m,
							    struct shop_error *err),
				   void *ctx, struct shop_error *err)
{
	enum shop_status st = actor_need_login(shop, err);
	if (st)
		return st;
	struct pass p = { .shop = shop, .filter = filter, .each = each, .ctx = ctx };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	if (filter->search != NULL)
		st = search_init(&p.search, filter->search, err);
	/* Both passes see the same. */
	if (!st)
		st = db_begin(shop->db, /* write= */ false, &txn, err);
	if (!st)
		st = check_owned(shop, filter->conversation, err);
	if (!st)
		st = hand_over(&p, err);
	search_done(&p.search);
	return st;
}

enum shop_status shop_conversation_each(struct shop *shop, int64_t limit,
					enum shop_status (*each)(void *ctx,
								 const struct shop_conversation *c,
								 struct shop_error *err),
					void *ctx, struct shop_error *err)
{
	enum shop_status st = actor_need_login(shop, err);
	return st ? st
		  : conversation_each(shop->db, shop->actor.customer, shop->actor.token_id, limit,
				      each, ctx, err);
}

enum shop_status conversation_check_text(const char *what, const char *text, size_t max,
					 struct shop_error *err)
{
	size_t len = strnlen(text, max + 1);
	if (len > max)
		return shop_error_set(err, SHOP_E_INVALID, "a %s has at most %zu bytes", what, max);
	if (!text_is_utf8(text, len)) {
		shop_error_set(err, SHOP_E_INVALID, "the %s is not UTF-8", what);
		shop_error_hint(err, "type it in a UTF-8 locale");
		return SHOP_E_INVALID;
	}
	for (size_t i = 0; i < len; i++)
		if (!text_is_space(text[i]))
			return SHOP_OK;
	return shop_error_set(err, SHOP_E_INVALID, "the %s is empty", what);
}

enum shop_status conversation_which(struct shop *shop, int64_t wanted, bool fresh, int64_t *ret,
				    struct shop_error *err)
{
	*ret = wanted != SHOP_NONE ? wanted : 0;
	if (wanted == SHOP_NONE && !fresh)
		return conversation_current(shop->db, shop->actor.token_id, ret, err);
	return check_owned(shop, wanted, err);
}

enum shop_status conversation_add(struct shop *shop, struct exchange *x, struct shop_error *err)
{
	struct db *db = shop->db;
	int64_t id;
	enum shop_status st = SHOP_OK;
	if (x->conversation == 0)
		st = conversation_new(db, shop->actor.customer, x->created_at, &x->conversation,
				      err);
	if (!st)
		st = conversation_select(db, shop->actor.token_id, x->conversation, err);
	const struct message_new question = { .conversation = x->conversation,
					      .role = "user",
					      .text = x->message,
					      .created_at = x->created_at };
	const struct message_new reply = { .conversation = x->conversation,
					   .role = "assistant",
					   .text = x->reply,
					   .engine = x->engine,
					   .model = x->model,
					   .context = x->context,
					   .created_at = x->created_at };
	if (!st)
		st = message_insert(db, &question, &id, err);
	if (!st && x->sent != NULL)
		st = turn_sent(db, id, x->sent, err);
	return st ? st : message_insert(db, &reply, &id, err);
}

enum shop_status shop_chat_save(struct shop *shop, const struct shop_exchange *in,
				int64_t *ret_conversation, int64_t *ret_created_at,
				struct shop_error *err)
{
	struct exchange x = { .message = in->message,
			      .reply = in->reply,
			      .engine = "external",
			      .created_at = shop_now(shop) };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = actor_need_write(shop, err);
	if (!st)
		st = conversation_check_text("message", in->message, SHOP_MESSAGE_MAX, err);
	if (!st)
		st = conversation_check_text("reply", in->reply, SHOP_REPLY_MAX, err);
	if (!st)
		st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = conversation_which(shop, in->conversation, in->fresh, &x.conversation, err);
	if (!st)
		st = conversation_add(shop, &x, err);
	if (!st)
		st = txn_commit(&txn, err);
	if (st)
		return st;
	*ret_conversation = x.conversation;
	*ret_created_at = x.created_at;
	return SHOP_OK;
}

enum shop_status shop_chat_reset(struct shop *shop, int64_t *ret_conversation,
				 struct shop_error *err)
{
	int64_t current = 0;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = actor_need_write(shop, err);
	if (!st)
		st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = conversation_current(shop->db, shop->actor.token_id, &current, err);
	if (!st)
		st = conversation_select(shop->db, shop->actor.token_id, 0, err);
	if (!st)
		st = txn_commit(&txn, err);
	if (!st)
		*ret_conversation = current != 0 ? current : SHOP_NONE;
	return st;
}

enum shop_status shop_history_delete(struct shop *shop, int64_t *ret_conversations,
				     int64_t *ret_messages, struct shop_error *err)
{
	int64_t conversations = 0, messages = 0;
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = actor_need_write(shop, err);
	if (!st)
		st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = history_delete(shop->db, shop->actor.customer, &conversations, &messages, err);
	if (!st)
		st = txn_commit(&txn, err);
	if (st)
		return st;
	*ret_conversations = conversations;
	*ret_messages = messages;
	return SHOP_OK;
}
