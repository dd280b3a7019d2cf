$ demo admin
$ shop admin order deliver 1234
id	1234
status	delivered
goods	1 × Hush 40 Over-Ear Headphones and 1 more
total_cents	$229.38
refund_cents	
events	2026-11-18T10:00:00Z	placed	import
events	2026-11-18T10:01:00Z	paid	import
events	2026-11-19T03:07:00Z	shipped	import
events	2026-11-22T10:00:00Z	delivered	admin
$ shop admin order deliver 1235 --json | jq -c '[.status, .delivered_at, (.events[-1] | [.kind, .actor])]'
["delivered","2026-11-22T10:00:00Z",["delivered","admin"]]

# Only what is on its way, and once.
$ shop admin order deliver 1234
2> shop: order #1234 was delivered already
? 6
$ shop admin order deliver 1244
2> shop: order #1244 is paid, and cannot be delivered
2> hint: it has to be shipped first
? 6
$ shop admin order deliver 1244 --json
2> {"error":{"code":"conflict","message":"order #1244 is paid, and cannot be delivered","hint":"it has to be shipped first","exit":6}}
? 6
$ shop admin order deliver 1214
2> shop: order #1214 is cancelled, and cannot be delivered
? 6
$ shop admin order deliver 9999
2> shop: there is no order #9999
2> hint: 'shop admin order list' shows all
? 3
$ shop admin order deliver
2> shop: missing ID
2> usage: shop admin order deliver ID
? 2

# Admins only.
$ SHOP_TOKEN_FILE=$DEMO/alice.token shop admin order deliver 1234
2> shop: 'shop admin order deliver' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ SHOP_TOKEN_FILE=$DEMO/alice.token shop admin order deliver 1234 --json
2> {"error":{"code":"denied","message":"'shop admin order deliver' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5
$ sqlite3 .local/share/shop/shop.db "UPDATE token SET scope = 'read'"
$ shop admin order deliver 1236
2> shop: this token may read, and change nothing
2> hint: log in with your password, or use a token with full rights
? 5
$ shop logout
$ shop admin order deliver 1236
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop admin order deliver 1236 --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4
