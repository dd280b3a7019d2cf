# Where my orders are: those under way, or the latest if none is.

$ demo alice
$ shop order track
id	1240
status	pending
goods	1 × Squall Rain Jacket, Yellow and 1 more
total_cents	$144.45
refund_cents	
events	2026-11-21T01:53:00Z	placed	import
\
id	1234
status	shipped
goods	1 × Hush 40 Over-Ear Headphones and 1 more
total_cents	$229.38
refund_cents	
events	2026-11-18T10:00:00Z	placed	import
events	2026-11-18T10:01:00Z	paid	import
events	2026-11-19T03:07:00Z	shipped	import
$ tty shop order track --no-color
Order            1240
Status           pending
Goods            1 × Squall Rain Jacket, Yellow and 1 more
Total            $144.45
\
  ● Placed      2026-11-21 01:53  import
  ┆
  ○ Paid
  ┆
  ○ Shipped
  ┆
  ○ Delivered
\
Order            1234
Status           shipped
Goods            1 × Hush 40 Over-Ear Headphones and 1 more
Total            $229.38
\
  ● Placed      2026-11-18 10:00  import
  │
  ● Paid        2026-11-18 10:01  import
  │
  ● Shipped     2026-11-19 03:07  import
  ┆
  ○ Delivered
$ shop order track --json | jq -c 'map([.id, .status, (.events | map(.kind))])'
[[1240,"pending",["placed"]],[1234,"shipped",["placed","paid","shipped"]]]
$ shop order track --json | jq -c '.[0] | keys == (["address", "cancelled_at", "created_at", "currency", "delivered_at", "email", "events", "id", "items", "items_cents", "paid_at", "payment_method", "refund_cents", "shipped_at", "shipping_cents", "status", "tax_cents", "total_cents"])'
true
$ shop order track '#1231'
id	1231
status	delivered
goods	1 × The Patient Loaf, Paperback and 1 more
total_cents	$56.43
refund_cents	
events	2026-11-15T10:00:00Z	placed	import
events	2026-11-15T10:08:00Z	paid	import
events	2026-11-16T04:45:00Z	shipped	import
events	2026-11-18T17:16:00Z	delivered	import
$ shop order track 1231 --json | jq -c '[.id, .status]'
[1231,"delivered"]
$ shop order track 1231 1229 --json | jq -c 'map(.id)'
[1231,1229]
$ shop order cancel 1240 --yes --json | jq -r .status
cancelled
$ sqlite3 .local/share/shop/shop.db "UPDATE purchase SET status = 'delivered', delivered_at = shipped_at + 1 WHERE id = 1234" "INSERT INTO order_event SELECT id, 4, delivered_at, 'delivered', 'admin' FROM purchase WHERE id = 1234"
$ shop order track | head -2
id	1240
status	cancelled

# What is not mine, and nonsense.
$ shop order track 1235
2> shop: there is no order #1235
2> hint: 'shop order list' shows yours
? 3
$ shop order track 9999 --json
2> {"error":{"code":"not_found","message":"there is no order #9999","hint":"'shop order list' shows yours","exit":3}}
? 3
$ shop order track x
2> shop: 'x' is not the number of an order
2> hint: 'shop order list' shows yours
? 2
$ SHOP_TOKEN_FILE=$DEMO/admin.token shop order track 1235 | head -2
id	1235
status	shipped
$ SHOP_TOKEN_FILE=$DEMO/admin.token shop order track
$ SHOP_TOKEN_FILE=$DEMO/admin.token shop order track --json
[]
$ SHOP_TOKEN_FILE=$DEMO/admin.token tty shop order track
no orders

# What has changed: everything at first, then what is new, and nothing if nothing is.
$ demo alice
$ shop order track --changed | grep -c '^id'
10
$ shop order track --changed
$ shop order track --changed --json
[]
$ shop order track --changed --jsonl
$ tty shop order track --changed
$ shop order add 17 --address 'a, b, c, d' >/dev/null; shop order pay 1245 >/dev/null
$ shop order track --changed
id	1245
status	paid
goods	1 × Magnetic Charging Cable for Stride Smartwatch Lite
total_cents	$16.61
refund_cents	
events	2026-11-22T10:00:00Z	placed	customer
events	2026-11-22T10:00:00Z	paid	customer
$ SHOP_TOKEN_FILE=$DEMO/admin.token shop admin order ship 1245 >/dev/null
$ SHOP_TOKEN_FILE=$DEMO/admin.token shop admin order deliver 1234 >/dev/null
$ shop order track --changed --json | jq -c '.[] | [.id, .status, (.events | map([.kind, .actor]))]'
[1245,"shipped",[["shipped","admin"]]]
[1234,"delivered",[["delivered","admin"]]]
$ shop order track --changed

# For scripts: 10 if something has.
$ shop order track --changed --exit-code
$ shop order cancel 1240 --yes >/dev/null
$ shop order track --changed --exit-code
id	1240
status	cancelled
goods	1 × Squall Rain Jacket, Yellow and 1 more
total_cents	$144.45
refund_cents	
events	2026-11-22T10:00:00Z	cancelled	customer
? 10
$ shop order track --changed --exit-code
$ shop order track --exit-code
2> shop: --exit-code goes with --changed
? 2
$ SHOP_TOKEN=nonsense shop order track --changed --exit-code
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4

# What could not be written has not been told.
$ SHOP_TOKEN_FILE=$DEMO/admin.token shop admin order deliver 1245 >/dev/null
$ shop order track --changed >/dev/full
2> shop: cannot write the output: No space left on device
? 1
$ shop order track --changed --json >/dev/full
2> {"error":{"code":"io_error","message":"cannot write the output: No space left on device","hint":null,"exit":1}}
? 1
$ { sleep 1; shop order track --changed; echo $? >status; } | true; cat status
141
$ shop order track --changed --exit-code | tail -1
events	2026-11-22T10:00:00Z	delivered	admin
$ shop order track --changed

# Of one order only; the others wait.
$ for i in 1 2; do shop order add 17 --address 'a, b, c, d' >/dev/null; done
$ shop order track 1247 -c | head -1
id	1247
$ shop order track 1247 1246 -c | head -1
id	1246
$ shop order track 1235 --changed
2> shop: there is no order #1235
2> hint: 'shop order list' shows yours
? 3
$ shop order track --changed

# Each login has its own memory, and one that may only read has, too.
$ sqlite3 .local/share/shop/shop.db "UPDATE token SET scope = 'read' WHERE customer_id = (SELECT id FROM customer WHERE email = 'bob@example.com')"
$ SHOP_TOKEN_FILE=$DEMO/bob.token shop order track --changed --exit-code | grep -c '^id'
7
$ SHOP_TOKEN_FILE=$DEMO/bob.token shop order track --changed --exit-code
$ SHOP_TOKEN=$(cat "$DEMO/bob.token") shop order track --changed --exit-code
$ shop order track --changed
$ echo demo-alice-pass | shop login alice@example.com --password-stdin >/dev/null
$ shop order track --changed | grep -c '^id'
13

# Two at a time take turns: what one was told, the other is not.
$ demo alice
$ for i in 1 2 3 4 5 6; do shop order track --changed >told.$i & done; wait; cat told.* | grep -c '^id'
10
$ shop order list | wc -l
10
$ shop logout
$ shop order track
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop order track --changed
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop order track --changed --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4
