# Wishes that take more than words: each answer is held against the store by a query of its own, and
# the command that stands for it gives the same products.

$ demo alice
$ cat >ask <<'END'
> shop chat --new --json "$1" >answer
> jq -r '.products[].sku' answer | sort >got
> jq -r .query.command answer >command
> (. ./command) | cut -f 2 | sort >typed
> sqlite3 .local/share/shop/shop.db "CREATE TEMP VIEW thing AS
>     SELECT p.*, c.path, (SELECT v.norm FROM product_attribute pa JOIN attribute_value v ON v.id = pa.value_id
>                           JOIN attribute a ON a.id = v.attribute_id WHERE pa.product_id = p.id AND a.name = '$3') AS value
>       FROM product p JOIN category c ON c.id = p.category_id;
>     SELECT sku FROM thing WHERE $2 ORDER BY sku" >right
> jq -e .grounded answer >ok || echo "not grounded"
> if cmp -s got right && cmp -s typed right; then echo right; else
>     cat command; echo "got:" $(cat got); echo "typed:" $(cat typed); echo "the store has:" $(cat right)
> fi
> END

# What must not be.
$ sh ask 'smartwatches without a silicone strap' \
> "path LIKE '%/Smartwatches' AND value <> ' silicone '" strap
right
$ sh ask 'headphones not from Tarvoxa and under $100' \
> "path LIKE '%/Headphones' AND price_cents < 10000 AND brand_id <> (SELECT id FROM brand WHERE name = 'Tarvoxa')"
right
$ sh ask 'smartphones but not the Vale 4' \
> "path LIKE '%/Smartphones' AND name NOT LIKE 'Vale 4%'"
right

# What will do.
$ sh ask 'black or navy t-shirt' \
> "path LIKE '%/T-Shirts' AND value IN (' black ', ' navy ')" color
right
$ sh ask 'socks or curtains under 40' \
> "(path LIKE '%/Socks' OR path LIKE '%/Curtains') AND price_cents < 4000"
right

# Sizes.
$ sh ask 'laptops with more than 8 GB of memory' \
> "path LIKE '%/Laptops' AND CAST(trim(value) AS INTEGER) > 8" memory
right
$ sh ask '24 inch monitor' "path LIKE '%/Monitors' AND value LIKE ' 24 %'" screen_size
right
$ shop chat --new 'smartwatches with at least 3 litres' | head -1
The catalogue doesn't say which are 'at least 3 litres', so I left that out. I found 11 smartwatches, 10 of them in stock:

# What was left out is said, also of what lies outside the limits or is not sold out.
$ shop chat --new 'unicorn headphones under 2'
The catalogue doesn't say which are 'unicorn', so I left that out. Nothing under $2.00; the cheapest headphones are Pip Wireless Earbuds, at $29.90, 38 in stock, rated 3.0 (4 reviews).
$ shop chat --new 'which unicorn headphones are sold out?'
The catalogue doesn't say which are 'unicorn', so I left that out. None of the 10 headphones is sold out.

# Stars, both ways.
$ sh ask 'headphones rated over 4.5 under $100' \
> "path LIKE '%/Headphones' AND rating_centi > 450 AND price_cents < 10000"
right
$ sh ask 'laptops with at most 3 stars' \
> "path LIKE '%/Laptops' AND review_count > 0 AND rating_centi <= 300"
right

# Held against another.
$ sh ask 'smartwatches cheaper than the Pulse Smartwatch S2' \
> "path LIKE '%/Smartwatches' AND price_cents < (SELECT price_cents FROM product WHERE name = 'Pulse Smartwatch S2')"
right
$ shop chat --new --json 'cheapest and most expensive laptop' | jq -r '.products[].sku' >got
$ sqlite3 .local/share/shop/shop.db "CREATE TEMP VIEW l AS SELECT p.* FROM product p JOIN category c
>     ON c.id = p.category_id WHERE path LIKE '%/Laptops';
>     SELECT sku FROM l WHERE price_cents = (SELECT min(price_cents) FROM l);
>     SELECT sku FROM l WHERE price_cents = (SELECT max(price_cents) FROM l)" | cmp - got && echo right
right

# Sold out: some of them, and none of them.
$ sh ask 'which shirts are sold out?' "path LIKE '%/Shirts' AND stock = 0"
right
$ shop chat --new 'are any curtains sold out?'
No, none of the 3 curtains is sold out.
$ shop chat --new 'can I buy the Feather 13 Laptop right now?'
No, Feather 13 Laptop is sold out; it costs $1,149.00.

# What a product has: yes, or that nobody has written it down.
$ shop chat --new 'does the Highfell Smartwatch GPS have GPS?'
Yes, the connectivity of Highfell Smartwatch GPS is Bluetooth 5.3, GPS.
$ shop chat --new 'is the Pulse Smartwatch S2 waterproof?'
The catalogue doesn't say whether Pulse Smartwatch S2 is 'waterproof'.
$ shop chat --new 'how many pages has Weeknight Lentils?'
Weeknight Lentils has 144 pages.
