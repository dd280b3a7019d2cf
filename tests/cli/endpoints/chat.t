# POST chat: shop chat.

# Nobody
$ demo
$ shop chat "What is the cheapest smartwatch?"
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop chat --json "What is the cheapest smartwatch?" | jq -c '[.query.intent, .products[0].sku, .grounded]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ shop chat "What is the cheapest smartwatch?"
The cheapest smartwatch is Stride Smartwatch Lite, at $49.90, 32 in stock, rated 3.25 (4 reviews).
$ demo alice
$ shop chat --json "What is the cheapest smartwatch?" | jq -c '[.query.intent, .products[0].sku, .grounded]'
["product_search","EL-0005",true]

# Another customer
$ demo bob
$ shop chat "What is the cheapest smartwatch?"
The cheapest smartwatch is Stride Smartwatch Lite, at $49.90, 32 in stock, rated 3.25 (4 reviews).
$ demo bob
$ shop chat --json "What is the cheapest smartwatch?" | jq -c '[.query.intent, .products[0].sku, .grounded]'
["product_search","EL-0005",true]

# An admin
$ demo admin
$ shop chat "What is the cheapest smartwatch?"
The cheapest smartwatch is Stride Smartwatch Lite, at $49.90, 32 in stock, rated 3.25 (4 reviews).
$ demo admin
$ shop chat --json "What is the cheapest smartwatch?" | jq -c '[.query.intent, .products[0].sku, .grounded]'
["product_search","EL-0005",true]
