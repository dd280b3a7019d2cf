# needs: permissions

# A folder that cannot be written to.
$ mkdir closed && chmod 555 closed
$ echo 'long enough' | shop init --store closed/shop.db --email a@example.com --name A --password-stdin
2> shop: cannot make the store 'closed/shop.db': Permission denied
? 1
$ ls closed
$ demo alice
$ chmod 555 .local/share/shop && chmod 444 .local/share/shop/shop.db
$ shop products list --limit 1 --json | jq length
2> {"error":{"code":"io_error","message":"cannot read the store '$HOME/.local/share/shop/shop.db': its folder cannot be written to","hint":"ask its owner for access to the folder, or read a backup of the store","exit":1}}
$ shop chat 'hello'
2> shop: cannot write to the store '$HOME/.local/share/shop/shop.db'
2> hint: check who owns the file and its folder, and their permissions
? 1
$ chmod 755 .local/share/shop

# A store that cannot be read.
$ chmod 000 .local/share/shop/shop.db
$ shop products list
2> shop: cannot open the store '$HOME/.local/share/shop/shop.db'
2> hint: check who owns the file and its folder, and their permissions
? 1
$ chmod 600 .local/share/shop/shop.db

# A login that cannot be kept.
$ demo
$ rm -rf .local/state && mkdir -p .local/state && chmod 555 .local/state
$ echo demo-alice-pass | shop login alice@example.com --password-stdin
2> shop: cannot write '$HOME/.local/state/shop/token': Permission denied
2> hint: the login is kept there: name another file with SHOP_TOKEN_FILE
? 1
$ chmod 755 .local/state
