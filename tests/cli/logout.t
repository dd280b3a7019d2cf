$ demo alice
$ cp .local/state/shop/token kept
$ shop logout
$ ls .local/state/shop
$ shop logout
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ shop logout --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4

# The token is void, not only forgotten.
$ SHOP_TOKEN=$(cat kept) shop whoami
2> shop: the login has been revoked
2> hint: run 'shop login' again
? 4
$ SHOP_TOKEN=$(cat kept) shop whoami --json
2> {"error":{"code":"login_expired","message":"the login has been revoked","hint":"run 'shop login' again","exit":4}}
? 4

# What is no regular file is not replaced, not removed, and not waited for.
$ demo alice
$ cp .local/state/shop/token kept
$ mkfifo -m 600 pipe; mkdir folder
$ for to in pipe folder /dev/null; do echo demo-bob-pass | SHOP_TOKEN_FILE=$to shop login bob@example.com --password-stdin; echo $?; done
6
6
6
2> shop: 'pipe' is not a regular file, and not replaced
2> hint: the login is kept there: name another file with SHOP_TOKEN_FILE
2> shop: 'folder' is not a regular file, and not replaced
2> hint: the login is kept there: name another file with SHOP_TOKEN_FILE
2> shop: '/dev/null' is not a regular file, and not replaced
2> hint: the login is kept there: name another file with SHOP_TOKEN_FILE
$ SHOP_TOKEN_FILE=pipe shop whoami
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ exec 3<>pipe; cat kept >&3; sleep 1 & exec 3<&-; SHOP_TOKEN_FILE=pipe shop logout; wait
$ test -p pipe
$ SHOP_TOKEN_FILE=kept shop whoami
2> shop: the login has been revoked
2> hint: run 'shop login' again
? 4
$ SHOP_TOKEN_FILE=/dev/null shop init --store new.db --email a@example.com --name A --password-stdin </dev/null 2>&1 | head -1; ls new.db
shop: '/dev/null' is not a regular file, and not replaced
2> ls: cannot access 'new.db': No such file or directory
? 2
