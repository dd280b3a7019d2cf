$ demo alice
$ shop order pay 1240
id	1240
status	paid
goods	1 × Squall Rain Jacket, Yellow and 1 more
total_cents	$144.45
refund_cents	
events	2026-11-21T01:53:00Z	placed	import
events	2026-11-22T10:00:00Z	paid	customer
$ shop order show 1240 --json | jq -c '[.status, .paid_at]'
["paid","2026-11-22T10:00:00Z"]

# Once, and not what was cancelled.
$ shop order pay 1240
2> shop: order #1240 was paid already
? 6
$ shop order pay 1240 --json
2> {"error":{"code":"conflict","message":"order #1240 was paid already","hint":null,"exit":6}}
? 6
$ shop order pay 1214
2> shop: order #1214 is cancelled, and cannot be paid
? 6
$ shop order pay '#1214'
2> shop: order #1214 is cancelled, and cannot be paid
? 6
$ shop order add 17 --address 'a, b, c, d' >/dev/null; shop order pay 1245 --json | jq -c '.events | map([.kind, .actor])'
[["placed","customer"],["paid","customer"]]
$ tty shop order pay 1245
shop: order #1245 was paid already

# What is somebody else's and what is not there get the same answer; an admin may.
$ shop order pay 1243
2> shop: there is no order #1243
2> hint: 'shop order list' shows yours
? 3
$ shop order pay 9999
2> shop: there is no order #9999
2> hint: 'shop order list' shows yours
? 3
$ shop order pay 9999 --json
2> {"error":{"code":"not_found","message":"there is no order #9999","hint":"'shop order list' shows yours","exit":3}}
? 3
$ shop order pay x
2> shop: 'x' is not the number of an order
2> hint: 'shop order list' shows yours
? 2
$ shop order pay
2> shop: missing ID
2> usage: shop order pay ID
? 2
$ shop order pay 1243 1242
2> shop: '1242' is one word too many
2> usage: shop order pay ID
? 2
$ SHOP_TOKEN_FILE=$DEMO/admin.token shop order pay 1243 --json | jq -c '.events | map([.kind, .actor])'
[["placed","import"],["paid","admin"]]
$ sqlite3 .local/share/shop/shop.db "UPDATE token SET scope = 'read'"
$ shop order pay 1240
2> shop: this token may read, and change nothing
2> hint: log in with your password, or use a token with full rights
? 5
$ shop logout
$ shop order pay 1240
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop order pay 1240 --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4
