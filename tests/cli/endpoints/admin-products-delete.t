# DELETE products/delete/ID: shop admin product delete.

# Nobody
$ demo
$ shop admin product delete EL-0002 --yes
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop admin product delete EL-0002 --yes --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4

# A customer
$ demo alice
$ shop admin product delete EL-0002 --yes
2> shop: 'shop admin product delete' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo alice
$ shop admin product delete EL-0002 --yes --json
2> {"error":{"code":"denied","message":"'shop admin product delete' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5

# Another customer
$ demo bob
$ shop admin product delete EL-0002 --yes
2> shop: 'shop admin product delete' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo bob
$ shop admin product delete EL-0002 --yes --json
2> {"error":{"code":"denied","message":"'shop admin product delete' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5

# An admin
$ demo admin
$ shop admin product delete EL-0002 --yes
id	2
sku	EL-0002
name	Pulse Smartwatch S2, Silver
$ demo admin
$ shop admin product delete EL-0002 --yes --json
{"id":2,"sku":"EL-0002","name":"Pulse Smartwatch S2, Silver"}
