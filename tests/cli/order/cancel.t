# What was ordered goes back into stock; what was paid is to be given back.

$ demo alice
$ sqlite3 .local/share/shop/shop.db 'UPDATE product SET stock = 5 WHERE id IN (17, 18)'
$ shop order add 17:2 18:3 --address 'a, b, c, d' --json | jq -c '[.id, .total_cents, .refund_cents]'
[1245,131658,null]
$ sqlite3 .local/share/shop/shop.db 'SELECT stock FROM product WHERE id IN (17, 18)'
3
2
$ shop order pay 1245 >/dev/null
$ shop order cancel 1245 --yes
id	1245
status	cancelled
goods	2 × Magnetic Charging Cable for Stride Smartwatch Lite and 1 more
total_cents	$1,316.58
refund_cents	$1,316.58
events	2026-11-22T10:00:00Z	placed	customer
events	2026-11-22T10:00:00Z	paid	customer
events	2026-11-22T10:00:00Z	cancelled	customer
$ sqlite3 .local/share/shop/shop.db 'SELECT stock FROM product WHERE id IN (17, 18)'
5
5
$ shop order show 1245 --json | jq -c '[.status, .refund_cents == .total_cents]'
["cancelled",true]
$ shop order cancel 1240 --json </dev/null
2> {"error":{"code":"invalid","message":"this has to be confirmed","hint":"add --yes","exit":2}}
? 2
$ shop order cancel 1240 --yes --json | jq -c '[.status, .refund_cents, (.events | map(.kind))]'
["cancelled",null,["placed","cancelled"]]

# What is done is said where its report cannot be.
$ shop order add 17 --address 'a, b, c, d' --json | jq .id
1246
$ shop order cancel 1246 --yes --json >/dev/full
2> {"error":{"code":"io_error","message":"order #1246 is cancelled now, but cannot write the output: No space left on device","hint":null,"exit":1}}
? 1
$ sqlite3 .local/share/shop/shop.db 'PRAGMA foreign_keys = ON; DELETE FROM purchase WHERE id = 1246'

# Once, and not what is on its way.
$ shop order cancel 1245 --yes
2> shop: order #1245 was cancelled already
? 6
$ shop order cancel 1245 --yes --json
2> {"error":{"code":"conflict","message":"order #1245 was cancelled already","hint":null,"exit":6}}
? 6
$ sqlite3 .local/share/shop/shop.db 'SELECT stock FROM product WHERE id IN (17, 18)'
5
5
$ shop order cancel 1234 --yes
2> shop: order #1234 is shipped, and cannot be cancelled
? 6
$ shop order cancel 1231 --yes
2> shop: order #1231 is delivered, and cannot be cancelled
? 6

# On a terminal it asks first.
$ for i in 1 2 3 4; do shop order add 17 --address 'a, b, c, d' >/dev/null; done
$ (sleep 0.5; echo n) | tty shop order cancel 1246 | grep -o 'Cancel order.*N]\|shop: .*'
Cancel order #1246 of $16.61? [y/N]
shop: nothing was done
$ (sleep 0.5; echo) | tty shop order cancel 1246 | grep -c 'nothing was done'
1
$ (sleep 0.5; echo yes) | tty shop order cancel 1246 --no-color | tail -3
  ● Placed      2026-11-22 10:00  customer
  │
  ✗ Cancelled   2026-11-22 10:00  customer
$ tty shop order cancel 1247 --yes --no-color | head -2
Order            1247
Status           cancelled
$ tty shop order cancel 1248 --no-input --no-color
shop: this has to be confirmed
hint: add --yes
$ tty shop order cancel 1247
shop: order #1247 was cancelled already
$ shop order list --json -n 4 | jq -c 'map([.id, .status])'
[[1249,"pending"],[1248,"pending"],[1247,"cancelled"],[1246,"cancelled"]]

# What is somebody else's and what is not there get the same answer; an admin may.
$ shop order cancel 1243 --yes
2> shop: there is no order #1243
2> hint: 'shop order list' shows yours
? 3
$ shop order cancel 9999 --yes
2> shop: there is no order #9999
2> hint: 'shop order list' shows yours
? 3
$ shop order cancel 9999 --yes --json
2> {"error":{"code":"not_found","message":"there is no order #9999","hint":"'shop order list' shows yours","exit":3}}
? 3
$ shop order cancel x --yes
2> shop: 'x' is not the number of an order
2> hint: 'shop order list' shows yours
? 2
$ shop order cancel
2> shop: missing ID
2> usage: shop order cancel [OPTIONS] ID
? 2
$ SHOP_TOKEN_FILE=$DEMO/admin.token shop order cancel 1243 --yes --json | jq -c '.events | map([.kind, .actor])'
[["placed","import"],["cancelled","admin"]]
$ sqlite3 .local/share/shop/shop.db "UPDATE token SET scope = 'read'"
$ shop order cancel 1248 --yes
2> shop: this token may read, and change nothing
2> hint: log in with your password, or use a token with full rights
? 5
$ shop logout
$ shop order cancel 1248 --yes
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop order cancel 1248 --yes --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4
