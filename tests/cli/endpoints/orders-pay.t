# PUT orders/ID/pay: shop order pay.
# The order is alice's.

$ each <<'END'
> shop order pay 1240
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice
id	1240
status	paid
goods	1 × Squall Rain Jacket, Yellow and 1 more
total_cents	$144.45
refund_cents	
events	2026-11-21T01:53:00Z	placed	import
events	2026-11-22T10:00:00Z	paid	customer
== bob
! shop: there is no order #1240
! hint: 'shop order list' shows yours
exit 3
== admin
id	1240
status	paid
goods	1 × Squall Rain Jacket, Yellow and 1 more
total_cents	$144.45
refund_cents	
events	2026-11-21T01:53:00Z	placed	import
events	2026-11-22T10:00:00Z	paid	admin
$ each <<'END'
> shop order pay 1240 --json | jq -c '[.id, .status, .total_cents]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, admin
[1240,"paid",14445]
== bob
! {"error":{"code":"not_found","message":"there is no order #1240","hint":"'shop order list' shows yours","exit":3}}
