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
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin user update bob@example.com --email alice@example.com
2> shop: the e-mail address 'alice@example.com' is taken
? 6
$ shop admin user update bob@example.com
2> shop: there is nothing to change
2> hint: 'shop admin user update --help' shows what can be changed
? 2
$ shop admin user update nobody@example.com --name N
2> shop: there is no user 'nobody@example.com'
2> hint: a user is named by number or e-mail address: 'shop admin user list'
? 3

# A new password, for who has lost theirs or came without one; one's own needs the old one.
$ echo 'bobs next password' | shop admin user update bob@example.com --password-stdin --json | jq -r .email
bob@example.com
$ SHOP_TOKEN_FILE=$DEMO/bob.token shop whoami
2> shop: the login has been revoked
2> hint: run 'shop login' again
? 4
$ echo 'bobs next password' | SHOP_TOKEN_FILE=bob.token shop login bob@example.com --password-stdin
$ echo short | shop admin user update bob@example.com --password-stdin
2> shop: a password has 8 to 256 bytes
? 2
$ echo 'an own password' | shop admin user update admin@example.com --password-stdin
2> shop: your own password is not changed like this
2> hint: run 'shop profile update --password'
? 5
$ shop admin user update bob@example.com --password-stdin </dev/null
2> shop: there is no password on standard input
? 2

# Whoever is deleted is gone, the orders stay, and the last admin stays too.
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM purchase' >before
$ shop admin user delete bob@example.com --yes
$ shop admin user show bob@example.com
2> shop: there is no user 'bob@example.com'
2> hint: a user is named by number or e-mail address: 'shop admin user list'
? 3
$ SHOP_TOKEN_FILE=bob.token shop whoami
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4
$ sqlite3 .local/share/shop/shop.db 'SELECT count(*) FROM purchase' | cmp - before
$ shop admin user delete carol@example.com
2> shop: this has to be confirmed
2> hint: add --yes
? 2
$ echo y | shop admin user delete carol@example.com --no-input
2> shop: this has to be confirmed
2> hint: add --yes
? 2
$ echo y | tty sh -c 'shop admin user delete carol@example.com 2>err' >/dev/null; cat err
shop: this has to be confirmed
hint: add --yes
$ shop admin user show carol@example.com --json | jq -r .email
carol@example.com
$ shop admin user delete carol@example.com --yes
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
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin user show 2
2> shop: 'shop admin user show' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin user update 2 --role admin
2> shop: 'shop admin user update' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin user delete 3 --yes
2> shop: 'shop admin user delete' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo
$ shop admin user list
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
