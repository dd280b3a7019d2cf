$ demo admin
$ shop admin order list -n 3
1244	paid	2026-11-22T06:44:00Z	$61.95	card	1 × Nook 20 W USB-C Charger and 1 more	haruka@example.net
1243	pending	2026-11-22T00:49:00Z	$107.98	cash_on_delivery	1 × Foundry Work Trousers and 1 more	bob@example.com
1242	pending	2026-11-21T19:46:00Z	$465.26	bank_transfer	1 × Wander Compact Camera and 1 more	zoe@example.org
$ shop admin order list --json | jq -c 'length, (map(.email) | unique)'
44
["alice@example.com","bob@example.com","carol@example.com","haruka@example.net","wladek@example.org","zoe@example.org"]
$ shop admin order list --jsonl -n 2 | jq -c '[.id, .email, .status]'
[1244,"haruka@example.net","paid"]
[1243,"bob@example.com","pending"]
$ tty shop admin order list -n 3 --no-color
Order Status  Placed             Total Goods                  Customer
 1244 paid    2026-11-22 06:44  $61.95 1 × Nook 20 W USB-C C… haruka@example.net
 1243 pending 2026-11-22 00:49 $107.98 1 × Foundry Work Trou… bob@example.com
 1242 pending 2026-11-21 19:46 $465.26 1 × Wander Compact Ca… zoe@example.org
$ shop admin order list --status pending | cut -f1,2,7
1243	pending	bob@example.com
1242	pending	zoe@example.org
1240	pending	alice@example.com
$ shop admin order list --since 2026-11-21 --until 2026-11-21 | cut -f1,3
1242	2026-11-21T19:46:00Z
1241	2026-11-21T07:19:00Z
1240	2026-11-21T01:53:00Z
$ shop admin order list --offset 42 | cut -f1
1202
1201
$ shop admin order list --since nonsense
2> shop: option '--since': expected a time such as 2026-11-22T10:00:00Z, got 'nonsense'
2> hint: write a day as 2026-11-22
? 2
$ shop admin order list 1
2> shop: '1' is one word too many
2> usage: shop admin order list [OPTIONS]
? 2

# An account that is gone.
$ sqlite3 .local/share/shop/shop.db "PRAGMA foreign_keys = ON; DELETE FROM customer WHERE email = 'haruka@example.net'"
$ shop admin order list -n 1 --json | jq -c '.[0] | [.id, .email]'
[1244,null]

# Admins only.
$ SHOP_TOKEN_FILE=$DEMO/alice.token shop admin order list
2> shop: 'shop admin order list' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ SHOP_TOKEN_FILE=$DEMO/alice.token shop admin order list --json
2> {"error":{"code":"denied","message":"'shop admin order list' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5
$ sqlite3 .local/share/shop/shop.db "UPDATE customer SET role = 'customer' WHERE email = 'admin@example.com'"
$ shop admin order list
2> shop: 'shop admin order list' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop logout
$ shop admin order list
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop admin order list --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4
