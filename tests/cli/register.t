$ demo
$ echo 'dora password' | shop register --email dora@example.com --name 'Dora Ødegård' --password-stdin
$ shop whoami --json | jq '{email, name, role, scope}'
{
  "email": "dora@example.com",
  "name": "Dora Ødegård",
  "role": "customer",
  "scope": "full"
}

# The password is stored as a hash, and nowhere as it is.
$ sqlite3 .local/share/shop/shop.db "SELECT substr(password_hash, 1, 10) FROM customer WHERE email = 'dora@example.com'"
$argon2id$
$ grep -rc 'dora password' .local | grep -v ':0$'
? 1

# Taken, whatever the case.
$ echo 'dora password' | shop register --email DORA@example.com --name D --password-stdin
2> shop: the e-mail address 'DORA@example.com' is taken
? 6
$ echo 'dora password' | shop register --email DORA@example.com --name D --password-stdin --json
2> {"error":{"code":"exists","message":"the e-mail address 'DORA@example.com' is taken","hint":null,"exit":6}}
? 6

# What is not acceptable is said, and nothing is kept.
$ echo short | shop register --email e@example.com --name E --password-stdin
2> shop: a password has 8 to 256 bytes
? 2
$ echo 'long enough' | shop register --email 'not an address' --name E --password-stdin
2> shop: 'not an address' is not an e-mail address
? 2
$ echo 'long enough' | shop register --email e@example.com --name ' ' --password-stdin
2> shop: a name is needed
? 2
$ printf 'long\033[31m enough' | shop register --email "$(printf 'e\033[2J@example.com')" --name E --password-stdin 2>&1 | cat -v
shop: 'e [2J@example.com' is not an e-mail address
$ shop register --email e@example.com --name E --password secret
2> shop: there is no option '--password' here
2> hint: did you mean '--password-stdin'?
2> usage: shop register [OPTIONS]
? 2
$ shop register --no-input
2> shop: missing --email
2> hint: on a terminal it is asked for
? 2
$ sqlite3 .local/share/shop/shop.db "SELECT count(*) FROM customer WHERE email LIKE 'e%@%'"
0
