# Track my order with ID #1234: shop order track.
# The order is alice's.

$ each <<'END'
> shop order track '#1234'
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, admin
id	1234
status	shipped
goods	1 × Hush 40 Over-Ear Headphones and 1 more
total_cents	$229.38
refund_cents	
events	2026-11-18T10:00:00Z	placed	import
events	2026-11-18T10:01:00Z	paid	import
events	2026-11-19T03:07:00Z	shipped	import
== bob
! shop: there is no order #1234
! hint: 'shop order list' shows yours
exit 3
$ each <<'END'
> shop order track 1234 --json | jq -c '[.id, .status]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, admin
[1234,"shipped"]
== bob
! {"error":{"code":"not_found","message":"there is no order #1234","hint":"'shop order list' shows yours","exit":3}}
