# GET users/ID: shop admin user show.

# Nobody
$ demo
$ shop admin user show 2
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop admin user show 2 --json | jq -c '[.email, .role, .orders]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ shop admin user show 2
2> shop: 'shop admin user show' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo alice
$ shop admin user show 2 --json | jq -c '[.email, .role, .orders]'
2> {"error":{"code":"denied","message":"'shop admin user show' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# Another customer
$ demo bob
$ shop admin user show 2
2> shop: 'shop admin user show' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo bob
$ shop admin user show 2 --json | jq -c '[.email, .role, .orders]'
2> {"error":{"code":"denied","message":"'shop admin user show' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# An admin
$ demo admin
$ shop admin user show 2
id	2
email	alice@example.com
name	Alice Martin
role	customer
created_at	2026-11-22T10:00:00Z
address	
orders	10
open_orders	2
reviews	45
$ demo admin
$ shop admin user show 2 --json | jq -c '[.email, .role, .orders]'
["alice@example.com","customer",10]
