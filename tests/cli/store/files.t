# What is not a store of ours is left as it is.

$ shop products list
2> shop: there is no store at '$HOME/.local/share/shop/shop.db'
2> hint: run 'shop init' to make one, or name another with --store
? 3
$ shop products list --json
2> {"error":{"code":"not_found","message":"there is no store at '$HOME/.local/share/shop/shop.db'","hint":"run 'shop init' to make one, or name another with --store","exit":3}}
? 3
$ echo 'not a database' >text
$ shop products list --store text
2> shop: 'text' is not a store of shop
2> hint: name another with --store or SHOP_STORE
? 1
$ shop whoami --store text
2> shop: 'text' is not a store of shop
2> hint: name another with --store or SHOP_STORE
? 1
$ sqlite3 other.db 'CREATE TABLE t (x)'
$ shop products list --store other.db
2> shop: 'other.db' is not a store of shop
2> hint: name another with --store or SHOP_STORE
? 1
$ echo 'long enough' | shop login --store other.db a@example.com --password-stdin
2> shop: 'other.db' is not a store of shop
2> hint: name another with --store or SHOP_STORE
? 1
$ sqlite3 other.db 'SELECT count(*) FROM sqlite_schema'
1
$ : >empty
$ shop products list --store empty
2> shop: 'empty' is not a store of shop
2> hint: name another with --store or SHOP_STORE
? 1
$ shop products list --store .
2> shop: '.' is not a store of shop
2> hint: name another with --store or SHOP_STORE
? 1
$ shop products list --store /dev/null
2> shop: '/dev/null' is not a store of shop
2> hint: name another with --store or SHOP_STORE
? 1
$ shop products list --store postgresql://host/shop
2> shop: no storage engine for 'postgresql://host/shop'
2> hint: name a store by its path, or as sqlite:PATH
? 2
$ shop products list --store ''
2> shop: the store's name is empty
? 2
$ shop products list --store "$(printf 'a\033[31mb')" 2>&1 | cat -v
shop: there is no store at 'a [31mb'
hint: run 'shop init' to make one, or name another with --store

# A newer store.
$ demo alice
$ sqlite3 .local/share/shop/shop.db 'PRAGMA user_version = 99'
$ shop products list
2> shop: the store '$HOME/.local/share/shop/shop.db' has version 99, and this program knows up to 1
2> hint: it was made by a newer shop: update the program
? 1
$ shop chat hello
2> shop: the store '$HOME/.local/share/shop/shop.db' has version 99, and this program knows up to 1
2> hint: it was made by a newer shop: update the program
? 1

# A damaged one.
$ demo
$ sqlite3 .local/share/shop/shop.db 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
$ head -c 8192 .local/share/shop/shop.db >broken.db
$ shop products list --store broken.db --limit 1
2> shop: the store 'broken.db' is damaged (open)
2> hint: keep a copy of it, and go back to a backup
? 1

# Ways to name it: option, then environment, then the default.
$ demo
$ cp .local/share/shop/shop.db here.db
$ shop products list --limit 1 --store here.db | wc -l
1
$ shop products list --limit 1 --store sqlite:here.db | wc -l
1
$ SHOP_STORE=nowhere.db shop products list
2> shop: there is no store at 'nowhere.db'
2> hint: run 'shop init' to make one, or name another with --store
? 3
$ SHOP_STORE=nowhere.db shop products list --limit 1 --store here.db | wc -l
1
$ env XDG_DATA_HOME="$HOME/elsewhere" shop products list
2> shop: there is no store at '$HOME/elsewhere/shop/shop.db'
2> hint: run 'shop init' to make one, or name another with --store
? 3
$ mkdir -p elsewhere/shop && cp here.db elsewhere/shop/shop.db
$ env XDG_DATA_HOME="$HOME/elsewhere" shop products list --limit 1 | wc -l
1
$ env -u HOME shop products list
2> shop: no place for the store: HOME is not set
2> hint: set HOME, or SHOP_STORE and SHOP_TOKEN_FILE
? 2
$ env -u HOME shop products list --limit 1 --store here.db | wc -l
1

# The configuration file.
$ mkdir -p .config/shop
$ echo "store = $HOME/nowhere.db" >.config/shop/config
$ shop products list
2> shop: there is no store at '$HOME/nowhere.db'
2> hint: run 'shop init' to make one, or name another with --store
? 3
$ printf '# a comment\n\nstor = x\n' >.config/shop/config
$ shop products list
2> shop: $HOME/.config/shop/config: line 3: unknown key 'stor'
? 2
$ shop products list --help | head -1
shop products list - list products
$ rm .config/shop/config
$ SHOP_NOW=yesterday shop products list
2> shop: SHOP_NOW: expected a time such as 2026-11-22T10:00:00Z, got 'yesterday'
? 2
