$ demo admin
$ shop admin user list | wc -l
7
$ shop admin user list --role admin --json | jq -c 'map(.role) | unique'
["admin"]
$ shop admin user list --limit 1 --json
[
{"id":1,"email":"admin@example.com","name":"Admin","role":"admin","created_at":"2026-11-22T10:00:00Z"}
]
$ shop admin user show alice@example.com --json | jq -c '[.id, .email, .role]'
[2,"alice@example.com","customer"]
$ shop admin user show 2 --json | jq -r .email
alice@example.com
$ shop admin user show nobody@example.com
2> shop: there is no user 'nobody@example.com'
2> hint: a user is named by number or e-mail address: 'shop admin user list'
? 3
$ shop admin user list --json | grep -c argon2
0
? 1

$ shop admin user update bob@example.com --name "Bob L." --role admin --json | jq -c '[.name, .role]'
["Bob L.","admin"]
$ SHOP_TOKEN_FILE=$DEMO/bob.token shop admin user list | wc -l
7
$ shop admin user update bob@example.com --role customer >/dev/null
$ SHOP_TOKEN_FILE=$DEMO/bob.token shop admin user list
2> shop: 'shop admin user list' is for admins
? 5
$ shop admin user update bob@example.com --email alice@example.com
2> shop: the e-mail address 'alice@example.com' is taken
? 6
$ shop admin user update bob@example.com
2> shop: there is nothing to change
? 2
$ shop admin user update nobody@example.com --name N
2> shop: there is no user 'nobody@example.com'
2> hint: a user is named by number or e-mail address: 'shop admin user list'
? 3

# Whoever is deleted is gone, the orders stay, and the last admin stays too.
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM purchase' >before
$ shop admin user delete bob@example.com --yes
$ shop admin user show bob@example.com
2> shop: there is no user 'bob@example.com'
2> hint: a user is named by number or e-mail address: 'shop admin user list'
? 3
$ SHOP_TOKEN_FILE=$DEMO/bob.token shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM purchase' | cmp - before
$ shop admin user delete carol@example.com --no-input
$ for email in $(shop admin user list --role admin --json | jq -r '.[].email' | grep -v admin@example.com); do shop admin user update $email --role customer >/dev/null; done
$ shop admin user delete admin@example.com --yes
2> shop: 'admin@example.com' is the only admin
2> hint: make another one first: shop admin user update USER --role admin
? 6
$ shop admin user update admin@example.com --role customer
2> shop: 'admin@example.com' is the only admin
2> hint: make another one first: shop admin user update USER --role admin
? 6

# Only for admins.
$ demo alice
$ shop admin user list
2> shop: 'shop admin user list' is for admins
? 5
$ shop admin user show 2
2> shop: 'shop admin user show' is for admins
? 5
$ shop admin user update 2 --role admin
2> shop: 'shop admin user update' is for admins
? 5
$ shop admin user delete 3 --yes
2> shop: 'shop admin user delete' is for admins
? 5
$ demo
$ shop admin user list
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
