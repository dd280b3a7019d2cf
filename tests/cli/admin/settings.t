$ demo admin
$ shop admin settings list
currency	USD	ISO 4217 code of the currency that prices are in
tax_basis_points	820	tax on the items of an order, in hundredths of a percent
shipping_cents	590	what shipping an order costs, in minor units
free_shipping_cents	7500	sum of the items from which shipping costs nothing
payment_methods	card,paypal,bank_transfer,cash_on_delivery	how orders can be paid, the usual way first
shop_name	Fennel & Fuse	what the shop is called
shop_url	https://shop.example	where the shop is on the web
product_url		a product's page, with {id} or {sku} in it
$ shop admin settings list --json | jq -c '.[0], (map(select(.value == null)) | map(.key))'
{"key":"currency","value":"USD","about":"ISO 4217 code of the currency that prices are in"}
["product_url"]
$ tty shop admin settings list --no-color
Setting             Value                                      What it is
currency            USD                                        ISO 4217 code of 
tax_basis_points    820                                        tax on the items 
shipping_cents      590                                        what shipping an 
free_shipping_cents 7500                                       sum of the items 
payment_methods     card,paypal,bank_transfer,cash_on_delivery how orders can be
shop_name           Fennel & Fuse                              what the shop is 
shop_url            https://shop.example                       where the shop is
product_url                                                    a product's page,

# Values are checked, and count at once.
$ shop admin settings set tax_basis_points 1900
key	tax_basis_points
value	1900
$ shop admin settings set product_url 'https://shop.example/p/{sku}' --json
{"key":"product_url","value":"https://shop.example/p/{sku}"}
$ shop products show 1 --json | jq -r .url
https://shop.example/p/EL-0001
$ shop admin settings set tax_basis_points 19%
2> shop: value: expected a whole number from 0 to 10000 for tax_basis_points, got '19%'
? 2
$ shop admin settings set tax_basis_points ''
2> shop: value: expected a whole number from 0 to 10000 for tax_basis_points, got ''
? 2
$ shop admin settings set shipping_cents 5.90
2> shop: value: expected a whole number of cents for shipping_cents, got '5.90'
? 2
$ shop admin settings set payment_methods 'Card, PayPal'
2> shop: value: expected words such as card,paypal for payment_methods, got 'Card, PayPal'
? 2
$ shop admin settings set shop_url 'javascript:alert(1)'
2> shop: value: expected an address such as https://shop.example for shop_url, got 'javascript:alert(1)'
? 2
$ shop admin settings set tax_basis_point 5
2> shop: there is no setting 'tax_basis_point'
2> hint: did you mean 'tax_basis_points'?
? 2
$ shop admin settings set colour red
2> shop: there is no setting 'colour'
2> hint: 'shop admin settings list' shows what there is
? 2
$ shop admin settings set currency EUR
2> shop: the prices of the products are in USD
2> hint: they would be other prices in EUR: use a store of its own
? 6
$ shop admin settings set currency EUR --json
2> {"error":{"code":"conflict","message":"the prices of the products are in USD","hint":"they would be other prices in EUR: use a store of its own","exit":6}}
? 6
$ shop admin settings set currency
2> shop: missing VALUE
2> usage: shop admin settings set KEY VALUE
? 2

# An empty text takes an optional one back.
$ shop admin settings set product_url ''
key	product_url
value	
$ shop products show 1 --json | jq -r .url
null
$ shop admin settings set free_shipping_cents '' --json
{"key":"free_shipping_cents","value":null}

# One that an import brought is known.
$ echo '{"type":"setting","key":"motto","value":"Fine things"}' | shop admin import - >imported
$ shop admin settings set motto 'Finer things'
key	motto
value	Finer things
$ shop admin settings list | tail -1
motto	Finer things	

# An empty store can have any currency.
$ echo 'long enough' | shop init --store new.db --email a@example.com --name A --password-stdin
store	new.db
email	a@example.com
password	
Name the store: export SHOP_STORE='new.db'
The store is empty. Fill it with: shop admin import FILE
What it sells is then shown by: shop products list
$ shop admin settings set currency JPY --store new.db
key	currency
value	JPY
$ shop admin product create --sku A --name A --price 1200 --store new.db --json | jq -c '[.price_cents, .currency]'
[1200,"JPY"]
$ shop admin product create --sku B --name B --price 12.50 --store new.db
2> shop: option '--price': expected an amount such as 12.90, got '12.50'
? 2

# Only for admins.
$ demo alice
$ shop admin settings list
2> shop: 'shop admin settings list' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ shop admin settings set shop_name Mine
2> shop: 'shop admin settings set' is for admins
2> hint: log in as one: 'shop login EMAIL'
? 5
$ demo
$ shop admin settings list --json
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
? 4
$ shop admin settings set shop_name Mine
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
