$ demo
$ shop products search smartwatch --limit 2
5	EL-0005	Stride Smartwatch Lite	Hobbeluck	$49.90	32	3.25
8	EL-0008	Calla Smartwatch	Tarvoxa	$164.00	5	4.0
$ shop products search smartwatch --limit 1 --json
[
{"id":5,"sku":"EL-0005","name":"Stride Smartwatch Lite","brand":"Hobbeluck","category":"Electronics/Wearables/Smartwatches","price_cents":4990,"currency":"USD","stock":32,"rating":3.25,"reviews":4,"image":"images/el-0005.png","url":null,"description":"Counts steps, wakes you gently and shows who is calling. No GPS and no apps: a plain first smartwatch at a plain price.","group":null,"created_at":"2026-05-01T10:00:00Z"}
]
$ shop products search cotton shirt --in-stock --limit 3 --jsonl | jq -r .name
Quarry Poplin Shirt
Allotment Work Shirt
Regatta Striped Shirt
$ shop products search "cotton shirt" --in-stock --limit 3 --jsonl | jq -r .name
Quarry Poplin Shirt
Allotment Work Shirt
Regatta Striped Shirt

# The thing itself, when another order is asked for.
$ shop products search smartwatch --sort price --limit 1 --jsonl | jq -r '.name, .category'
Stride Smartwatch Lite
Electronics/Wearables/Smartwatches

# Spelling, number, compounds, accents.
$ shop products search smartwach --limit 1 --jsonl | jq -r .category
Electronics/Wearables/Smartwatches
2> {"warning":{"message":"nothing here is called 'smartwach': looking for 'smartwatch'"}}
$ shop products search smartwatches --limit 1 --jsonl | jq -r .category
Electronics/Wearables/Smartwatches
$ shop products search t-shirt --jsonl | jq -s length
8
$ shop products search 't shirts' --jsonl | jq -s length
8
$ shop products search HEADPHONES --limit 1 --jsonl | jq -r .category
Electronics/Audio/Headphones

# What nobody sells is an empty list, and that is no error.
$ shop products search xylophone
$ shop products search xylophone --json
[]
$ shop products search xylophone --jsonl
$ tty shop products search xylophone
no products

# Whatever is typed is words, and never the language of the index.
$ shop products search 'NEAR(watch, 2)' --limit 1 --jsonl | jq -r .category
Electronics/Power/Chargers
$ shop products search 'watch AND NOT strap OR *' --limit 1 --jsonl | jq -s length
1
$ shop products search '"' 2>&1
$ shop products search '"unclosed watch' --limit 1 --jsonl | jq -s length
1
$ shop products search 'name:watch {a b}:c ^d' --limit 1 --jsonl | jq -s length
1
$ shop products search "'; DROP TABLE product; --" --limit 1 --jsonl | jq -s length
1
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) > 0 FROM product'
1
$ shop products search '%' '_' '*'
$ shop products search 😀
$ shop products search '⌚ watch 😀' --limit 1 --jsonl | jq -s length
1
$ shop products search "$(printf 'wat\033[31mch \377\376 \302\205')" | cat -v
$ shop products search "$(head -c 100000 /dev/zero | tr '\0' a)"
$ shop products search "$(yes watch | head -2000 | tr '\n' ' ')" --limit 1 --jsonl | jq -s length
1
$ shop products search ''
2> shop: there is nothing to look for
? 2
$ shop products search '   '
2> shop: there is nothing to look for
? 2

# Either will do, what must not be, and only what the words name.
$ shop products search 'socks or curtains' --thing --jsonl | jq -r .category | sort -u
Textiles/Clothing/Socks
Textiles/Home/Curtains
$ shop products search smartwatch --thing --not 'silicone strap' --not-brand Tarvoxa --not-attribute color=gold --jsonl |
> jq -r .category | sort -u
Electronics/Wearables/Smartwatches
$ shop products search smartphone --thing --not 'vale 4' --jsonl | jq -r .name | grep Vale | sort
Vale 5 Smartphone, 128 GB
Vale 5 Smartphone, 256 GB
$ shop products search laptop --not-brand Nobody
2> shop: this store has no brand 'Nobody'
2> hint: 'shop products list --json' shows the brands that there are
? 2

# Sizes are compared as numbers, whatever their unit.
$ shop products search laptop --thing -a 'storage>=0.5 TB' -a 'memory<=16GB' --sort price --jsonl | jq -r .name
Corrie 14 Laptop, 512 GB
Feather 13 Laptop
Drover 14 Rugged Laptop
$ shop products list -a 'screen_size=~13 inch' -c Laptops --jsonl | jq -r .name
Scholar 13 Laptop
Feather 13 Laptop
$ shop products list -a 'color=navy|black' -c T-Shirts --jsonl | jq -r .name
Everyday T-Shirt, Black, L
Everyday T-Shirt, Navy, XL
$ shop products list -a 'memory>=much'
2> shop: 'much' is no size to compare with
? 2
$ shop products list --max-rating 2 --jsonl | jq -e 'select(.rating == 0 or .rating > 2)'
? 4
$ shop products list --max-rating 6
2> shop: option '--max-rating' takes stars from 0 to 5, not '6'
? 2
