# Four questions, as text; each answer is held against the store.

$ demo alice
$ shop chat "What's the cheapest smartwatch?"
The cheapest smartwatch is Stride Smartwatch Lite, at $49.90, 32 in stock, rated 3.25 (4 reviews).
$ sqlite3 -separator ' ' .local/share/shop/shop.db "SELECT p.name, p.price_cents FROM product p JOIN category c ON c.id = p.category_id WHERE c.path LIKE '%/Smartwatches' ORDER BY p.price_cents LIMIT 1"
Stride Smartwatch Lite 4990

# "Last week" is the Monday to Sunday before this one: today is Sunday the 22nd.
$ shop chat "Did I order a book last week?"
Yes, you have one order with 'book' from Monday 9 to Sunday 15 November 2026:
\#1231 (delivered), ordered on 15 November 2026: 1 × The Patient Loaf, Paperback and 2 × Lido Hand Towel — $56.43 in all
$ sqlite3 -separator ' ' .local/share/shop/shop.db "SELECT o.id, o.status, date(o.created_at, 'unixepoch'), l.name FROM purchase o JOIN order_line l ON l.purchase_id = o.id WHERE o.customer_id = 2 AND l.category LIKE 'Books/%' AND date(o.created_at, 'unixepoch') BETWEEN '2026-11-09' AND '2026-11-15'"
1231 delivered 2026-11-15 The Patient Loaf, Paperback

$ shop chat "Show me any available cotton shirts."
I found 6 cotton shirts in stock:
1. Quarry Poplin Shirt — $38.50, 10 in stock, rated 4.0 (1 review)
2. Allotment Work Shirt — $43.00, 6 in stock, rated 4.0 (2 reviews)
3. Regatta Striped Shirt — $45.50, 5 in stock
4. Harbour Oxford Shirt, White, M — $49.00, 12 in stock, rated 4.5 (4 reviews)
5. Harbour Oxford Shirt, White, L — $49.00, 7 in stock
6. Harbour Oxford Shirt, Blue, XL — $52.00, 4 in stock, rated 4.0 (1 review)
$ shop chat --json "Show me any available cotton shirts." | jq -r '.products[].sku' | sort >got
$ sqlite3 .local/share/shop/shop.db "SELECT p.sku FROM product p JOIN category c ON c.id = p.category_id WHERE c.path LIKE '%/Shirts' AND p.stock > 0 AND p.attributes LIKE '%material: %cotton%' ORDER BY 1" | cmp - got

$ shop chat "Track my order with ID #1234."
Order #1234 has been shipped and has not been delivered yet. It was ordered on 18 November 2026, paid on 18 November 2026 and shipped on 19 November 2026. Order #1234 contains 1 × Hush 40 Over-Ear Headphones and 2 × Ramble Hiking Socks — $229.38 in all.
$ sqlite3 .local/share/shop/shop.db "SELECT kind, datetime(at, 'unixepoch') FROM order_event WHERE purchase_id = 1234 ORDER BY position"
placed|2026-11-18 10:00:00
paid|2026-11-18 10:01:00
shipped|2026-11-19 03:07:00

# As JSON: one document.
$ shop chat --json "What's the cheapest smartwatch?" | jq '{schema, engine, model, query, products, total, grounded, created_at}'
{
  "schema": 1,
  "engine": "builtin",
  "model": null,
  "query": {
    "intent": "product_search",
    "text": "smartwatch",
    "brand": [],
    "category": [
      "Electronics/Wearables/Smartwatches"
    ],
    "attributes": {},
    "price_min_cents": null,
    "price_max_cents": null,
    "min_rating": null,
    "max_rating": null,
    "in_stock": null,
    "sort": "price",
    "limit": 1,
    "order_id": null,
    "since": null,
    "until": null,
    "command": "shop products search smartwatch --sort price --limit 1"
  },
  "products": [
    {
      "id": 5,
      "sku": "EL-0005",
      "name": "Stride Smartwatch Lite",
      "brand": "Hobbeluck",
      "category": "Electronics/Wearables/Smartwatches",
      "price_cents": 4990,
      "currency": "USD",
      "stock": 32,
      "rating": 3.25,
      "reviews": 4,
      "image": "images/el-0005.png",
      "url": null
    }
  ],
  "total": 1,
  "grounded": true,
  "created_at": "2026-11-22T10:00:00Z"
}
$ shop chat --json "Did I order a book last week?" | jq -c '[.query.intent, .query.since, .query.until, .query.command, (.orders | map(.id)), .total, .grounded]'
["order_list","2026-11-09","2026-11-15","shop order list --since 2026-11-09 --until 2026-11-15",[1231],1,true]
$ shop chat --json "Track my order with ID #1234." | jq -c '[.query.intent, .query.order_id, .query.command, .orders[0].status, .orders[0].total_cents, .grounded]'
["order_track",1234,"shop order track 1234","shipped",22938,true]
$ shop chat --json "Show me any available cotton shirts." | jq -c '[.query.intent, .query.attributes, .query.in_stock, .query.command, .total]'
["product_search",{"material":"cotton"},true,"shop products search shirts --thing --attribute material=cotton --in-stock",6]
$ shop chat --json "Track my order with ID #1234." | jq 'keys'
[
  "claims",
  "conversation",
  "created_at",
  "done",
  "engine",
  "grounded",
  "message",
  "model",
  "orders",
  "products",
  "query",
  "reply",
  "schema",
  "total"
]

# Every claim names the row that bears it out.
$ shop chat --json "Show me any available cotton shirts." | jq '[.claims[] | select(.ok | not)] | length'
0
$ shop chat --json "Show me any available cotton shirts." | jq '.claims[] | select(.kind == "price") | .source | test("^product:[0-9]+$")' | sort -u
true

# The equivalent command gives what the answer was made from.
$ shop chat --json "What's the cheapest smartwatch?" | jq -r .query.command
shop products search smartwatch --sort price --limit 1
$ shop products search smartwatch --sort price --limit 1 --jsonl | jq -r .name
Stride Smartwatch Lite

# A message in several words, from standard input, behind --.
$ shop chat track order 1234 --json | jq .orders[0].id
1234
$ echo 'track order 1234' | shop chat --json | jq .orders[0].id
1234
$ shop chat --json -- 'track order 1234' | jq .orders[0].id
1234

# What is only explained is not added to the conversation.
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM message' >before
$ shop chat --explain "cheapest red shirt under 50"
query.intent	product_search
query.text	shirt
query.category	Textiles/Clothing/Shirts
query.attribute	color=red
query.price_min_cents	
query.price_max_cents	$49.99
query.min_rating	
query.max_rating	
query.in_stock	
query.sort	price
query.limit	1
query.order_id	
query.since	
query.until	
query.command	shop products search shirt --attribute color=red --max-price 49.99 --sort price --limit 1
$ shop chat --explain "cheapest red shirt under 50" --json | jq -c '[.query.text, .query.price_max_cents, .query.sort, .query.command]'
["shirt",4999,"price","shop products search shirt --attribute color=red --max-price 49.99 --sort price --limit 1"]
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM message' | cmp - before

# Conversations: the current one goes on, --new begins another.
$ demo alice
$ shop chat "show me smartwatches" --json | jq -c '[.conversation, .total]'
[1,11]
$ shop chat "under 60?" --json | jq -c '[.conversation, .query.price_max_cents, (.products | map(.name))]'
[1,5999,["Stride Smartwatch Lite"]]
$ shop chat "hello" --new --json | jq .conversation
2
$ shop chat "hello" --json | jq .conversation
2
$ shop chat "is the first one in stock?" --conversation 1 --json | jq -c '[.conversation, (.products | map(.name))]'
[1,["Stride Smartwatch Lite"]]
$ shop chat "hello" --conversation 99
2> shop: there is no conversation 99
2> hint: 'shop chat list' shows yours
? 3
$ shop chat "hello" --conversation 99 --json
2> {"error":{"code":"not_found","message":"there is no conversation 99","hint":"'shop chat list' shows yours","exit":3}}
? 3
$ shop chat "hello" --conversation 0
2> shop: option '--conversation' takes a whole number from 1 to 9223372036854775807, not '0'
2> usage: shop chat [OPTIONS] [MESSAGE...]
? 2
$ shop chat "hello" --conversation 1 --new
2> shop: --new and --conversation cannot go together
? 2

# Every exchange is in the log, for its owner alone.
$ stat -c %a .local/state/shop/chat_response.txt
600
$ grep -c 'show me smartwatches' .local/state/shop/chat_response.txt
1

# What cannot be a message.
$ shop chat ''
2> shop: the message is empty
? 2
$ shop chat '   '
2> shop: the message is empty
? 2
$ shop chat </dev/null
2> shop: missing MESSAGE
? 2
$ printf 'a\0b' | shop chat
2> shop: the message has a NUL byte in it
? 2
$ head -c 9000 /dev/zero | tr '\0' x | shop chat
2> shop: a message has at most 8192 bytes
? 2
$ shop chat "$(head -c 9000 /dev/zero | tr '\0' x)"
2> shop: a message has at most 8192 bytes
? 2
$ shop chat --explian hello
2> shop: there is no option '--explian' here
2> hint: did you mean '--explain'?
2> usage: shop chat [OPTIONS] [MESSAGE...]
? 2

# Only for who is logged in.
$ demo
$ shop chat "What's the cheapest smartwatch?"
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop chat "What's the cheapest smartwatch?" --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4

# A conversation on a terminal.
$ demo alice
$ printf 'track order 1234\n\nhow many smartwatches do you have?\n/quit\n' | tty shop chat --no-color >said
$ grep -oE 'Order #1234 has been [a-z]+|There are [0-9]+ smartwatches' said
Order #1234 has been shipped
There are 9 smartwatches
