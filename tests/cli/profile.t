$ demo alice
$ shop profile
id	2
email	alice@example.com
name	Alice Martin
role	customer
created_at	2026-11-22T10:00:00Z
address	
$ shop profile --json
{"id":2,"email":"alice@example.com","name":"Alice Martin","role":"customer","created_at":"2026-11-22T10:00:00Z","address":null}
$ shop profile update --name "Alice M." --address "1 Elm St, Flat 2, Salem, 97301, United States" --json | jq 'del(.created_at)'
{
  "id": 2,
  "email": "alice@example.com",
  "name": "Alice M.",
  "role": "customer",
  "address": {
    "line": "1 Elm St, Flat 2",
    "city": "Salem",
    "postal_code": "97301",
    "country": "United States"
  }
}
$ shop profile update --address '' --json | jq .address
null
$ shop profile update
2> shop: there is nothing to change
2> hint: 'shop profile update --help' shows what can be changed
? 2
$ shop profile update --name ''
2> shop: a name is needed
? 2
$ shop profile update --address nowhere
2> shop: this is not a whole address
2> hint: write it as "LINE, CITY, POSTAL CODE, COUNTRY"
? 2
$ shop profile update --email bob@example.com
2> shop: the e-mail address 'bob@example.com' is taken
? 6
$ shop profile update --email nonsense
2> shop: 'nonsense' is not an e-mail address
? 2

# A new password needs the old one.
$ printf 'demo-alice-pass\nnew alice password\n' | shop profile update --password-stdin --json | jq -r .email
alice@example.com
$ shop whoami --json | jq -r .email
alice@example.com
$ printf 'demo-alice-pass\nanother password\n' | shop profile update --password-stdin
2> shop: the current password is wrong
? 5
$ echo demo-alice-pass | shop login alice@example.com --password-stdin
2> shop: the e-mail address or password is wrong
2> hint: try again, or run 'shop register' if you have no account
? 4
$ echo 'new alice password' | shop login alice@example.com --password-stdin --json | jq -r .email
alice@example.com

# All other logins are over then.
$ SHOP_TOKEN_FILE=$DEMO/alice.token shop whoami
2> shop: the login has been revoked
2> hint: run 'shop login' again
? 4
$ printf 'new alice password\nshort\n' | shop profile update --password-stdin
2> shop: a password has 8 to 256 bytes
? 2
$ shop profile update --password --no-input
2> shop: there is nobody to ask for a password
2> hint: --password-stdin reads the current and the new one
? 2
$ demo
$ shop profile
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop profile update --name A
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
