$ demo

# In a pipe: every product, one a line, nothing else.
$ shop products list | wc -l
215
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM product'
215
$ shop products list | awk -F'\t' '{ print NF }' | sort -u
7
$ shop products list --limit 3
1	EL-0001	Pulse Smartwatch S2	Tarvoxa	$129.00	14	4.17
2	EL-0002	Pulse Smartwatch S2, Silver	Tarvoxa	$134.00	6	4.5
3	EL-0003	Pulse Smartwatch S3	Tarvoxa	$189.00	11	3.75
$ shop products list --limit 2 --json
[
{"id":1,"sku":"EL-0001","name":"Pulse Smartwatch S2","brand":"Tarvoxa","category":"Electronics/Wearables/Smartwatches","price_cents":12900,"currency":"USD","stock":14,"rating":4.17,"reviews":6,"image":"images/el-0001.png","url":null,"description":"Tracks heart rate, sleep and forty kinds of exercise, and shows messages from your phone on a bright round screen. A full charge lasts about a week with notifications switched on.","group":"pulse-s2","created_at":"2026-01-16T10:00:00Z"},
{"id":2,"sku":"EL-0002","name":"Pulse Smartwatch S2, Silver","brand":"Tarvoxa","category":"Electronics/Wearables/Smartwatches","price_cents":13400,"currency":"USD","stock":6,"rating":4.5,"reviews":2,"image":"images/el-0002.png","url":null,"description":"The S2 with a brushed steel bezel and a pale grey strap. Inside it is the same watch: heart rate, sleep, forty workouts and a week between charges.","group":"pulse-s2","created_at":"2026-01-16T10:00:00Z"}
]
$ shop products list --limit 2 --jsonl | jq -c '{id, sku}'
{"id":1,"sku":"EL-0001"}
{"id":2,"sku":"EL-0002"}
$ shop products list --json | jq 'map(keys) | unique | length'
1

# On a terminal: a table.
$ tty shop products list --limit 3 --no-color
ID SKU     Name                        Brand     Price Stock Rating
 1 EL-0001 Pulse Smartwatch S2         Tarvoxa $129.00    14   4.17
 2 EL-0002 Pulse Smartwatch S2, Silver Tarvoxa $134.00     6    4.5
 3 EL-0003 Pulse Smartwatch S3         Tarvoxa $189.00    11   3.75
212 more: --limit and --offset show them
$ COLUMNS=50 tty shop products list --limit 3 --no-color
ID SKU     Name              Brand     Price Stock
 1 EL-0001 Pulse Smartwatch… Tarvoxa $129.00    14
 2 EL-0002 Pulse Smartwatch… Tarvoxa $134.00     6
 3 EL-0003 Pulse Smartwatch… Tarvoxa $189.00    11
212 more: --limit and --offset show them
$ tty shop products list --no-pager --no-color | wc -l
22

# Order: the store itself says what is right.
$ shop products list --sort price --jsonl | jq .price_cents | sort -nc && echo ascending
ascending
$ shop products list --sort -price --jsonl | jq .price_cents | sort -rnc && echo descending
descending
$ shop products list --sort newest --jsonl | jq -r .sku | head -3
EL-0025
BK-0013
BK-0007
$ sqlite3 .local/share/shop/shop.db 'SELECT sku FROM product ORDER BY created_at DESC, id LIMIT 3'
EL-0025
BK-0013
BK-0007
$ shop products list --sort rating --limit 3 --jsonl | jq -c '[.sku, .rating, .reviews]'
["BK-0019",5,2]
["EL-0004",5,1]
["EL-0015",5,1]
$ shop products list --sort name --limit 2 --jsonl | jq -r .name
A Garden Against My Will
A Pocket Full of Beetles
$ shop products list --sort -stock --limit 1 --jsonl | jq .stock
0
$ shop products list --sort colour
2> shop: option '--sort' does not take 'colour'
2> hint: it takes one of relevance|-relevance|price|-price|rating|-rating|newest|-newest|stock|-stock|name|-name
2> usage: shop products list [OPTIONS]
? 2

# Filters, each against the store.
$ shop products list --in-stock --jsonl | jq 'select(.stock == 0)'
$ shop products list --sold-out --jsonl | jq -s 'map(.stock) | add'
0
$ shop products list --max-price 10 --jsonl | jq 'select(.price_cents > 1000)'
$ shop products list --max-price 10 | wc -l
5
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM product WHERE price_cents <= 1000'
5
$ shop products list --min-price 500 --jsonl | jq 'select(.price_cents < 50000)'
$ shop products list --min-rating 4.5 --jsonl | jq 'select(.rating < 4.5)'
$ shop products list --category Smartwatches | wc -l
11
$ sqlite3 .local/share/shop/shop.db "SELECT count(*) FROM product p JOIN category c ON c.id = p.category_id WHERE c.path LIKE '%/Smartwatches'"
11
$ shop products list --category electronics --jsonl | jq -r '.category | split("/")[0]' | sort -u
Electronics
$ shop products list --attribute color=blue --category Shirts --jsonl | jq -r .name
Harbour Oxford Shirt, Blue, M
Harbour Oxford Shirt, Blue, XL
$ shop products list --brand Nobody
2> shop: this store has no brand 'Nobody'
2> hint: 'shop products list --json' shows the brands that there are
? 2
$ shop products list --category Nowhere
2> shop: this store has no category 'Nowhere'
2> hint: 'shop products list --json' shows the categories that there are
? 2
$ shop products list --attribute nothing=x
2> shop: this store has no attribute 'nothing'
2> hint: 'shop products show ID' shows those of a product
? 2
$ shop products list --min-price cheap
2> shop: option '--min-price': expected an amount such as 12.90, got 'cheap'
? 2
$ shop products list --min-rating 6
2> shop: option '--min-rating' takes stars from 0 to 5, not '6'
? 2
$ shop products list --limit 0
2> shop: option '--limit' takes a whole number from 1 to 2147483647, not '0'
2> usage: shop products list [OPTIONS]
? 2
$ shop products list --limit -1
2> shop: option '--limit' takes a whole number from 1 to 2147483647, not '-1'
2> usage: shop products list [OPTIONS]
? 2
$ shop products list --offset 100000

# Pages fit together.
$ { shop products list --limit 5; shop products list --limit 5 --offset 5; } >two && shop products list --limit 10 | cmp - two && echo same
same
