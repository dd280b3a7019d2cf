# GET orders/myorders: shop order list.

$ each <<'END'
> shop order list --limit 2 | cut -f1,2,4
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
== alice
1240	pending	$144.45
1234	shipped	$229.38
== bob
1243	pending	$107.98
1235	shipped	$107.33
== admin
$ each <<'END'
> shop order list --limit 2 --json | jq -c '.[] | [.id, .status, .total_cents]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice
[1240,"pending",14445]
[1234,"shipped",22938]
== bob
[1243,"pending",10798]
[1235,"shipped",10733]
== admin
