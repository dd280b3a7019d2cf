$ demo admin
$ shop admin order pay 1240
id	1240
status	paid
goods	1 × Squall Rain Jacket, Yellow and 1 more
total_cents	$144.45
refund_cents	
events	2026-11-21T01:53:00Z	placed	import
events	2026-11-22T10:00:00Z	paid	admin
$ shop admin order pay 1242 --json | jq -c '[.status, .paid_at, (.events[-1] | [.kind, .actor])]'
["paid","2026-11-22T10:00:00Z",["paid","admin"]]
$ shop admin order pay 1240
2> shop: order #1240 was paid already
? 6
$ shop admin order pay 1240 --json
2> {"error":{"code":"conflict","message":"order #1240 was paid already","hint":null,"exit":6}}
? 6

# On delivery: sent first, paid at the door.
$ shop admin order ship 1243 >/dev/null && shop admin order deliver 1243 >/dev/null
$ shop admin order pay 1243 --json | jq -c '[.status, (.events | map(.kind))]'
["delivered",["placed","shipped","delivered","paid"]]
$ shop admin order pay 9999
2> shop: there is no order #9999
2> hint: 'shop admin order list' shows all
? 3

# Admins only: a customer has a command of his own.
$ SHOP_TOKEN_FILE=$DEMO/alice.token shop admin order pay 1240
2> shop: 'shop admin order pay' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ SHOP_TOKEN_FILE=$DEMO/alice.token shop admin order pay 1240 --json
2> {"error":{"code":"denied","message":"'shop admin order pay' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5
$ sqlite3 .local/share/shop/shop.db "UPDATE token SET scope = 'read'"
$ shop admin order pay 1240
2> shop: this token may read, and change nothing
2> hint: log in with your password, or use a token with full rights
? 5
$ shop logout
$ shop admin order pay 1240
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop admin order pay 1240 --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4
