# DELETE products/delete/ID: shop admin product delete.

$ each <<'END'
> shop admin product delete EL-0002 --yes
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob
! shop: 'shop admin product delete' is for admins
! hint: log in as one: 'shop login EMAIL'
exit 5
== admin
id	2
sku	EL-0002
name	Pulse Smartwatch S2, Silver
$ each <<'END'
> shop admin product delete EL-0002 --yes --json
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
exit 4
== alice, bob
! {"error":{"code":"denied","message":"'shop admin product delete' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
exit 5
== admin
{"id":2,"sku":"EL-0002","name":"Pulse Smartwatch S2, Silver"}
