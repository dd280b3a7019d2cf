# PUT orders/ID/pay (an admin): shop admin order pay.

$ each <<'END'
> shop admin order pay 1240
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob
! shop: 'shop admin order pay' is for admins
! hint: log in as one: 'shop login EMAIL'
exit 5
== admin
id	1240
status	paid
goods	1 × Squall Rain Jacket, Yellow and 1 more
total_cents	$144.45
refund_cents	
events	2026-11-21T01:53:00Z	placed	import
events	2026-11-22T10:00:00Z	paid	admin
$ each <<'END'
> shop admin order pay 1240 --json | jq -c '[.id, .status]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, bob
! {"error":{"code":"denied","message":"'shop admin order pay' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
== admin
[1240,"paid"]
