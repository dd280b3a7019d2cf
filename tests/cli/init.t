# A store is made with its first admin, who is logged in afterwards.

$ echo 'admin password' | shop init --email root@example.com --name Root --password-stdin
store	$HOME/.local/share/shop/shop.db
email	root@example.com
password	
The store is empty. Fill it with: shop admin import FILE
What it sells is then shown by: shop products list
$ shop whoami --json | jq '{email, name, role}'
{
  "email": "root@example.com",
  "name": "Root",
  "role": "admin"
}
$ shop products list
$ shop products list --json
[]

# The store and its key are the owner's alone.
$ stat -c '%a %n' .local/share/shop .local/share/shop/shop.db .local/share/shop/shop.db.key
700 .local/share/shop
600 .local/share/shop/shop.db
600 .local/share/shop/shop.db.key
$ find .local/share/shop .local/state/shop -perm /077

# Nothing is made over what is there.
$ echo 'other password' | shop init --email other@example.com --name Other --password-stdin
2> shop: there is a store at '$HOME/.local/share/shop/shop.db' already
2> hint: use it, or name another place with --store or SHOP_STORE
? 6
$ shop whoami --json | jq -r .email
root@example.com

$ echo 'precious' >file
$ echo 'admin password' | shop init --store file --email a@example.com --name A --password-stdin
2> shop: there is something at 'file' already
2> hint: if it is your store, use it; else name another place with --store
? 6
$ cat file
precious

# The password is checked before anything is made.
$ echo short | shop init --store new/shop.db --email a@example.com --name A --password-stdin
2> shop: a password has 8 to 256 bytes
? 2
$ printf '' | shop init --store new/shop.db --email a@example.com --name A --password-stdin
2> shop: there is no password on standard input
? 2
$ echo 'long enough' | shop init --store new/shop.db --email nobody --name A --password-stdin
2> shop: 'nobody' is not an e-mail address
? 2
$ echo 'long enough' | shop init --store new/shop.db --email a@example.com --name '' --password-stdin
2> shop: a name is needed
? 2
$ test -e new; echo $?
1

# Without a terminal, what is missing cannot be asked for.
$ shop init --no-input --email a@example.com --name A --store new/shop.db
2> shop: missing --password-stdin
2> hint: the password is read from standard input, or asked for on a terminal; never give it as an argument
? 2
$ shop init --no-input --store new/shop.db
2> shop: missing --email
2> hint: on a terminal it is asked for
? 2

# As JSON.
$ echo 'admin password' | shop init --json --store new/shop.db --email a@example.com --name A --password-stdin | jq 'del(.next, .token.expires_at, .expires_at)'
{
  "store": "new/shop.db",
  "id": 1,
  "email": "a@example.com",
  "name": "A",
  "role": "admin",
  "scope": "full",
  "password": null
}
$ echo 'admin password' | shop init --json --store new/shop.db --email a@example.com --name A --password-stdin
2> {"error":{"code":"exists","message":"there is a store at 'new/shop.db' already","hint":"use it, or name another place with --store or SHOP_STORE","exit":6}}
? 6

# The demo shop brings its goods and people with it, and a password for its admin, told once.
$ shop init --demo --store demo/shop.db --json | jq '.password | length > 8'
true
$ shop products list --store demo/shop.db --limit 1 --json | jq length
1
$ echo demo-alice-pass | shop login --store demo/shop.db alice@example.com --password-stdin
$ sqlite3 demo/shop.db 'SELECT count(*) > 100 FROM product' 'SELECT count(*) > 5 FROM purchase'
1
1

# Without a place to tell it, the password is known to nobody, which is said.
$ shop init --demo --store unseen.db >/dev/full
2> shop: the store was made, but cannot write the output: No space left on device
2> hint: nobody has seen the admin's password: remove the store, and run this again
? 1
$ rm unseen.db
$ shop init --demo --store unseen.db --json | jq '.password | length > 8'
true
$ rm unseen.db
$ echo 'admin password' | shop init --demo --store unseen.db --password-stdin >/dev/full
2> shop: the store was made, but cannot write the output: No space left on device
? 1

# Every picture that the demo shop names is in it.
$ sqlite3 demo/shop.db 'SELECT count(*) FROM product WHERE image IS NOT NULL AND id NOT IN (SELECT product_id FROM product_image)'
0
