# the fixture loader: shop admin import.

$ each <<'END'
> echo '{"type":"setting","key":"shop_name","value":"New"}' | shop admin import -
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob
! shop: 'shop admin import' is for admins
! hint: log in as one: 'shop login EMAIL'
exit 5
== admin
products	0
images	0
users	0
reviews	0
orders	0
policies	0
settings	1
messages	0
created	0
updated	1
unchanged	0
images_missing	0
passwords_lost	0
$ each <<'END'
> echo '{"type":"setting","key":"shop_name","value":"New"}' | shop admin import - --json | jq -c '[.settings, .updated]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, bob
! {"error":{"code":"denied","message":"'shop admin import' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
== admin
[1,1]
