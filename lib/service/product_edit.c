/* SPDX-License-Identifier: MIT */
/* Admins change the catalogue: a product is read, changed and put back within one transaction, by
 * the same way and under the same rules as an import. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "exchange/record.h"
#include "service/image.h"
#include "service/product_record.h"

/* A product between what it was and what it is to be. */
struct edit {
	struct shop *shop;
	const struct shop_product_edit *in;
	struct shop_product old; /* id 0: there is none */
	struct shop_attributes attributes;
};

static void edit_done(struct edit *e)
{
	shop_product_done(&e->old);
	shop_attributes_done(&e->attributes);
}

/* The place of an attribute, whatever the case of its name; the count if there is none. */
static size_t attribute_find(const struct shop_attributes *list, const char *name, size_t len)
{
	size_t i = 0;
	while (i < list->count && (strlen(list->items[i].name) != len ||
				   strncasecmp(list->items[i].name, name, len) != 0))
		i++;
	return i;
}

static void attribute_remove(struct shop_attributes *list, size_t at)
{
	if (at == list->count)
		return;
	free(list->items[at].name);
	free(list->items[at].value);
	list->count--;
	memmove(&list->items[at], &list->items[at + 1],
		(list->count - at) * sizeof(list->items[0]));
}

static enum shop_status attribute_set(struct shop_attributes *list, const char *text,
				      struct shop_error *err)
{
	size_t len = strcspn(text, "=");
	if (text[len] == '\0' || len == 0)
		return shop_error_set(err, SHOP_E_INVALID,
				      "an attribute is NAME=VALUE, not '%.100s'", text);
	size_t at = attribute_find(list, text, len);
	if (text[len + 1] == '\0') {
		attribute_remove(list, at);
		return SHOP_OK;
	}
	char *value = strdup(text + len + 1);
	if (value != NULL && at < list->count) {
		free(list->items[at].value);
		list->items[at].value = value;
		return SHOP_OK;
	}
	struct shop_attribute *items =
		value != NULL ? reallocarray(list->items, at + 1, sizeof(*items)) : NULL;
	if (items == NULL) {
		free(value);
		return out_of_memory(err);
	}
	list->items = items;
	items[at] = (struct shop_attribute){ strndup(text, len), value };
	list->count++;
	return items[at].name != NULL ? SHOP_OK : out_of_memory(err);
}

static const char *text_of(const char *new, const char *old)
{
	return new != NULL ? new : old;
}

static int64_t number_of(int64_t new, int64_t old)
{
	return new != SHOP_NONE ? new : old;
}

/* What the product is to be, with what is missing as it was. */
static struct record_product merge(const struct edit *e)
{
	const struct shop_product_edit *in = e->in;
	const struct shop_product *old = &e->old;
	bool new = old->id == 0;
	return (struct record_product){
		.sku = text_of(in->sku, old->sku),
		.name = text_of(in->name, old->name),
		.brand = text_of(in->brand, old->brand),
		.category = text_of(in->category, old->category),
		.description = text_of(in->description, old->description),
		.group = text_of(in->group, old->group),
		.image = text_of(in->image, old->image),
		.price_cents = number_of(in->price_cents, old->price_cents),
		.stock = number_of(in->stock, old->stock),
		.created_at = new ? shop_now(e->shop) : old->created_at,
		.attributes = e->attributes.items,
		.attribute_count = e->attributes.count,
	};
}

static enum shop_status check(const struct edit *e, const struct record_product *p,
			      struct shop_error *err)
{
	const struct record record = { .type = RECORD_PRODUCT, .as.product = *p };
	enum shop_status st = SHOP_OK;
	if (e->old.id == 0 && p->sku == NULL)
		st = shop_error_set(err, SHOP_E_INVALID, "a new product needs a SKU");
	else if (p->name == NULL)
		st = shop_error_set(err, SHOP_E_INVALID, "a new product needs a name");
	else if (e->old.id == 0 && e->in->price_cents == SHOP_NONE)
		st = shop_error_set(err, SHOP_E_INVALID, "a new product needs a price");
	return st ? st : record_check(&record, err);
}

static enum shop_status edit_put(struct edit *e, int64_t *ret_id, struct shop_error *err)
{
	enum shop_status st = SHOP_OK;
	for (size_t i = 0; !st && i < e->in->attributes.count; i++)
		st = attribute_set(&e->attributes, e->in->attributes.items[i], err);
	if (st)
		return st;
	struct record_product p = merge(e);
	enum change change;
	st = check(e, &p, err);
	if (!st && e->old.id != 0 && e->in->sku != NULL)
		st = product_sku_set(e->shop->db, e->old.id, p.sku, err);
	return st ? st
		  : product_put_record(e->shop->db, /* cache= */ NULL, &p, shop_now(e->shop),
				       ret_id, &change, err);
}

/* A path would name a picture that is not in the store. */
static enum shop_status check_image(const char *image, struct shop_error *err)
{
	if (image == NULL || image[0] == '\0' || !image_is_path(image))
		return SHOP_OK;
	shop_error_set(err, SHOP_E_INVALID, "'%.100s' is not a web address", image);
	shop_error_hint(err, "'shop admin product upload' takes a picture from a file");
	return SHOP_E_INVALID;
}

static bool changes_nothing(const struct shop_product_edit *e)
{
	return e->sku == NULL && e->name == NULL && e->brand == NULL && e->category == NULL &&
	       e->description == NULL && e->group == NULL && e->image == NULL &&
	       e->price_cents == SHOP_NONE && e->stock == SHOP_NONE && e->attributes.count == 0;
}

static enum shop_status refuse_known(struct shop *shop, const char *sku, struct shop_error *err)
{
	int64_t id = 0;
	enum shop_status st = sku != NULL ? product_id_by_sku(shop->db, sku, &id, err) : SHOP_OK;
	if (st || id == 0)
		return st;
	shop_error_set(err, SHOP_E_EXISTS, "there is a product '%s' already", sku);
	shop_error_hint(err, "'shop admin product update %s' changes it", sku);
	return SHOP_E_EXISTS;
}

enum shop_status shop_product_create(struct shop *shop, const struct shop_product_edit *edit,
				     int64_t *ret_id, struct shop_error *err)
{
	CLEANUP(edit_done) struct edit e = { .shop = shop, .in = edit };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = actor_need_admin_write(shop, err);
	if (!st)
		st = check_image(edit->image, err);
	if (!st)
		st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = refuse_known(shop, edit->sku, err);
	if (!st)
		st = edit_put(&e, ret_id, err);
	return st ? st : txn_commit(&txn, err);
}

enum shop_status shop_product_update(struct shop *shop, const char *product,
				     const struct shop_product_edit *edit, int64_t *ret_id,
				     struct shop_error *err)
{
	CLEANUP(edit_done) struct edit e = { .shop = shop, .in = edit };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = actor_need_admin_write(shop, err);
	if (!st)
		st = check_image(edit->image, err);
	if (!st && changes_nothing(edit))
		st = shop_error_set(err, SHOP_E_INVALID, "nothing is to be changed");
	if (!st)
		st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = shop_product_get(shop, product, &e.old, err);
	if (!st)
		st = shop_product_attributes(shop, e.old.id, &e.attributes, err);
	if (!st)
		st = edit_put(&e, ret_id, err);
	return st ? st : txn_commit(&txn, err);
}

enum shop_status shop_product_delete(struct shop *shop, const char *product,
				     struct shop_product *ret, struct shop_error *err)
{
	CLEANUP(shop_product_done) struct shop_product old = { 0 };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = actor_need_admin_write(shop, err);
	if (!st)
		st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = shop_product_get(shop, product, &old, err);
	if (!st)
		st = product_delete(shop->db, old.id, err);
	if (!st)
		st = txn_commit(&txn, err);
	if (st)
		return st;
	*ret = old;
	old = (struct shop_product){ 0 };
	return SHOP_OK;
}

enum shop_status shop_product_image(struct shop *shop, int64_t id, struct shop_image *ret,
				    struct shop_error *err)
{
	*ret = (struct shop_image){ 0 };
	return product_image_get(shop->db, id, ret, err);
}

enum shop_status shop_product_image_about(struct shop *shop, int64_t id, struct shop_image *ret,
					  struct shop_error *err)
{
	return product_image_about(shop->db, id, ret, err);
}

static enum shop_status read_picture(const char *path, struct shop_image *ret,
				     struct shop_error *err)
{
	bool piped = strcmp(path, "-") == 0;
	int fd = piped ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
		return shop_error_set(err, SHOP_E_NOT_FOUND, "there is no file '%s'", path);
	if (fd < 0)
		return shop_error_set(err, SHOP_E_IO, "cannot open '%s': %s", path,
				      strerror(errno));
	enum shop_status st = image_read(fd, path, ret, err);
	if (!piped)
		close(fd);
	return st;
}

/* The picture's name goes into the product, so that an export knows where it belongs. */
static enum shop_status put_picture(struct shop *shop, const char *product,
				    const struct shop_image *image, int64_t *ret_id,
				    struct shop_error *err)
{
	char name[IMAGE_NAME_SIZE];
	struct shop_product_edit in = SHOP_PRODUCT_EDIT_NONE;
	CLEANUP(edit_done) struct edit e = { .shop = shop, .in = &in };
	enum shop_status st = shop_product_get(shop, product, &e.old, err);
	if (!st)
		st = shop_product_attributes(shop, e.old.id, &e.attributes, err);
	if (st)
		return st;
	in.image = image_name(e.old.sku, image->media_type, name);
	st = edit_put(&e, ret_id, err);
	return st ? st : product_image_put(shop->db, *ret_id, image, NULL, err);
}

enum shop_status shop_product_upload(struct shop *shop, const char *product, const char *path,
				     int64_t *ret_id, struct shop_error *err)
{
	CLEANUP(shop_image_done) struct shop_image image = { 0 };
	CLEANUP(txn_rollback) struct txn *txn = NULL;
	enum shop_status st = actor_need_admin_write(shop, err);
	/* Nobody waits for the store while a slow pipe is read. */
	if (!st)
		st = read_picture(path, &image, err);
	if (!st)
		st = db_begin(shop->db, /* write= */ true, &txn, err);
	if (!st)
		st = put_picture(shop, product, &image, ret_id, err);
	return st ? st : txn_commit(&txn, err);
}
