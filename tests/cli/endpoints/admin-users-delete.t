# DELETE users/ID: shop admin user delete.

# Nobody
$ demo
$ shop admin user delete 2 --yes
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop admin user delete 2 --yes --json | jq -c '[.email, .orders]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ shop admin user delete 2 --yes
2> shop: 'shop admin user delete' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo alice
$ shop admin user delete 2 --yes --json | jq -c '[.email, .orders]'
2> {"error":{"code":"denied","message":"'shop admin user delete' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# Another customer
$ demo bob
$ shop admin user delete 2 --yes
2> shop: 'shop admin user delete' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo bob
$ shop admin user delete 2 --yes --json | jq -c '[.email, .orders]'
2> {"error":{"code":"denied","message":"'shop admin user delete' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# An admin
$ demo admin
$ shop admin user delete 2 --yes
$ demo admin
$ shop admin user delete 2 --yes --json | jq -c '[.email, .orders]'
["alice@example.com",10]
