$ demo admin
$ shop admin backup copy.db --json | jq -c '[.file, .bytes > 1000000]'
["copy.db",true]
$ stat -c %a copy.db
600

# Nothing is replaced, and nothing is left where it fails.
$ shop admin backup copy.db
2> shop: there is something at 'copy.db' already
2> hint: a backup replaces nothing: name another file
? 6
$ shop admin backup copy.db --json
2> {"error":{"code":"exists","message":"there is something at 'copy.db' already","hint":"a backup replaces nothing: name another file","exit":6}}
? 6
$ shop admin backup .local/share/shop/shop.db
2> shop: there is something at '.local/share/shop/shop.db' already
2> hint: a backup replaces nothing: name another file
? 6
$ shop admin backup no/such/folder.db
2> shop: cannot make the backup 'no/such/folder.db': No such file or directory
? 1
$ shop admin backup
2> shop: missing FILE
2> usage: shop admin backup FILE
? 2
$ shop admin backup again.db | cut -f 1
file
bytes
$ ls
again.db
copy.db

# The key that logins are signed with is not in it: a stranger's copy opens nothing. With it, all is
# as it was.
$ shop whoami --store copy.db
2> shop: the login is not one of this store
2> hint: run 'shop login' first
? 4
$ cp .local/share/shop/shop.db.key copy.db.key
$ shop admin export --store copy.db >copy.jsonl
$ shop admin export | cmp - copy.jsonl
$ shop doctor --store copy.db | cut -f 2 | sort | uniq -c | tr -s ' '
 15 ok

# A read-only token of an admin's is enough.
$ shop token create --scope read backup >token && chmod 600 token
$ SHOP_TOKEN_FILE=token shop admin backup third.db --json | jq -r .file
third.db

# Only for admins.
$ demo alice
$ shop admin backup mine.db
2> shop: 'shop admin backup' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin backup mine.db --json
2> {"error":{"code":"denied","message":"'shop admin backup' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
? 5
$ demo
$ shop admin backup mine.db
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ ls mine.db
2> ls: cannot access 'mine.db': No such file or directory
? 2
