# the fixture loader: shop admin import.

# Nobody
$ demo
$ echo '{"type":"setting","key":"shop_name","value":"New"}' | shop admin import -
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ echo '{"type":"setting","key":"shop_name","value":"New"}' | shop admin import - --json | jq -c '[.settings, .updated]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ echo '{"type":"setting","key":"shop_name","value":"New"}' | shop admin import -
2> shop: 'shop admin import' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo alice
$ echo '{"type":"setting","key":"shop_name","value":"New"}' | shop admin import - --json | jq -c '[.settings, .updated]'
2> {"error":{"code":"denied","message":"'shop admin import' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# Another customer
$ demo bob
$ echo '{"type":"setting","key":"shop_name","value":"New"}' | shop admin import -
2> shop: 'shop admin import' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo bob
$ echo '{"type":"setting","key":"shop_name","value":"New"}' | shop admin import - --json | jq -c '[.settings, .updated]'
2> {"error":{"code":"denied","message":"'shop admin import' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}

# An admin
$ demo admin
$ echo '{"type":"setting","key":"shop_name","value":"New"}' | shop admin import -
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
$ demo admin
$ echo '{"type":"setting","key":"shop_name","value":"New"}' | shop admin import - --json | jq -c '[.settings, .updated]'
[1,1]
