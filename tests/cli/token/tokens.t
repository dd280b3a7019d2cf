# Tokens for cron jobs: named, limited, shown once.

$ demo alice
$ shop token create nightly --json >made
$ jq 'del(.id, .token, .expires_at, .issued_at)' made
{
  "name": "nightly",
  "scope": "read",
  "state": "active",
  "current": false
}
$ jq '.token | length > 100' made
true
$ shop token create nightly
2> shop: there is a token 'nightly' already
2> hint: 'shop token revoke' ends it
? 6
$ shop token create file --output token-file --scope full --expires 1d >/dev/null
$ stat -c %a token-file
600

# Nothing is replaced, and no token is made that nobody gets.
$ echo mine >mine; ln -s mine link; mkfifo pipe; mkdir folder
$ for to in mine link pipe folder /dev/null; do shop token create never --output $to; echo $?; done 2>&1 | grep -v hint
shop: there is something at 'mine' already
6
shop: there is something at 'link' already
6
shop: there is something at 'pipe' already
6
shop: there is something at 'folder' already
6
shop: there is something at '/dev/null' already
6
$ shop token create never --output missing/file 2>&1 | grep -c "cannot write 'missing/file'"
1
$ cat mine; readlink link; test -p pipe; ls | grep -c new-
mine
mine
0
? 1
$ shop token create never >/dev/full
2> shop: the token was ended again: cannot write the output: No space left on device
? 1
$ shop token list --json | jq -c '.[] | select(.name == "never") | .state'
"revoked"
$ shop token create never --json >/dev/null
$ shop token revoke never
$ shop token list | grep never | grep active
? 1
$ SHOP_TOKEN_FILE=token-file shop whoami --json | jq -r '.email, .scope'
alice@example.com
full
$ shop token list | cut -f2,3 | sort
file	full
login	full
never	read
never	read
nightly	read
$ shop token list --json | jq -c 'map(keys) | unique | .[0]'
["current","expires_at","id","issued_at","name","scope","state"]
$ shop token list --json | grep -c "$(jq -r .token made)"
0
? 1

# A token that only reads does not write.
$ SHOP_TOKEN=$(jq -r .token made) shop order list --limit 1 --json | jq length
1
$ SHOP_TOKEN=$(jq -r .token made) shop order add TX-0038 --payment card
2> shop: this token may read, and change nothing
2> hint: log in with your password, or use a token with full rights
? 5
$ SHOP_TOKEN=$(jq -r .token made) shop token create more --scope full
2> shop: this token may read, and change nothing
2> hint: log in with your password, or use a token with full rights
? 5

# Its end.
$ shop token revoke nightly
$ SHOP_TOKEN=$(jq -r .token made) shop whoami
2> shop: the login has been revoked
2> hint: run 'shop login' again
? 4
$ shop token revoke nightly
2> shop: the token 'nightly' is over already
? 6
$ shop token create long --expires 400d
2> shop: a token lasts up to 366 days
? 2
$ shop token create odd --expires soon
2> shop: option '--expires': expected a length of time such as 90d or 12h, got 'soon'
? 2
$ shop token create ''
2> shop: a name is needed
? 2
$ demo bob
$ shop token revoke file
2> shop: there is no token 'file'
2> hint: 'shop token list' shows those there are
? 3
$ demo
$ shop token list
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop token create x
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
