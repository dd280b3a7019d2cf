$ demo admin
$ shop admin order ship 1244
id	1244
status	shipped
goods	1 × Nook 20 W USB-C Charger and 1 more
total_cents	$61.95
refund_cents	
events	2026-11-22T06:44:00Z	placed	import
events	2026-11-22T06:45:00Z	paid	import
events	2026-11-22T10:00:00Z	shipped	admin
$ shop admin order ship 1241 --json | jq -c '[.status, .shipped_at, (.events[-1] | [.kind, .actor])]'
["shipped","2026-11-22T10:00:00Z",["shipped","admin"]]

# Only what is paid, or is to be paid on delivery; once.
$ shop admin order ship 1244
2> shop: order #1244 was shipped already
? 6
$ shop admin order ship 1240
2> shop: order #1240 is pending, and cannot be shipped
2> hint: it has to be paid first: 'shop admin order pay 1240'
? 6
$ shop admin order ship 1240 --json
2> {"error":{"code":"conflict","message":"order #1240 is pending, and cannot be shipped","hint":"it has to be paid first: 'shop admin order pay 1240'","exit":6}}
? 6
$ shop admin order ship 1243 --json | jq -c '[.payment_method, .status, .paid_at]'
["cash_on_delivery","shipped",null]
$ shop admin order ship 1214
2> shop: order #1214 is cancelled, and cannot be shipped
? 6
$ shop admin order ship 9999
2> shop: there is no order #9999
2> hint: 'shop admin order list' shows all
? 3
$ shop admin order ship x
2> shop: 'x' is not the number of an order
2> hint: 'shop order list' shows yours
? 2
$ shop admin order ship
2> shop: missing ID
2> usage: shop admin order ship ID
? 2

# Admins only.
$ SHOP_TOKEN_FILE=$DEMO/alice.token shop admin order ship 1240
2> shop: 'shop admin order ship' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ SHOP_TOKEN_FILE=$DEMO/alice.token shop admin order ship 9999 --json
2> {"error":{"code":"denied","message":"'shop admin order ship' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5
$ sqlite3 .local/share/shop/shop.db "UPDATE token SET scope = 'read'"
$ shop admin order ship 1239
2> shop: this token may read, and change nothing
2> hint: log in with your password, or use a token with full rights
? 5
$ shop logout
$ shop admin order ship 1239
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop admin order ship 1239 --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4
