# GET users: shop admin user list.

# Nobody
$ demo
$ shop admin user list --limit 2
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop admin user list --limit 2 --json | jq -c '.[] | [.id, .email, .role]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ shop admin user list --limit 2
2> shop: 'shop admin user list' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo alice
$ shop admin user list --limit 2 --json | jq -c '.[] | [.id, .email, .role]'
2> {"error":{"code":"denied","message":"'shop admin user list' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# Another customer
$ demo bob
$ shop admin user list --limit 2
2> shop: 'shop admin user list' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo bob
$ shop admin user list --limit 2 --json | jq -c '.[] | [.id, .email, .role]'
2> {"error":{"code":"denied","message":"'shop admin user list' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# An admin
$ demo admin
$ shop admin user list --limit 2
1	admin@example.com	Admin	admin	2026-11-22T10:00:00Z
2	alice@example.com	Alice Martin	customer	2026-11-22T10:00:00Z
$ demo admin
$ shop admin user list --limit 2 --json | jq -c '.[] | [.id, .email, .role]'
[1,"admin@example.com","admin"]
[2,"alice@example.com","customer"]
