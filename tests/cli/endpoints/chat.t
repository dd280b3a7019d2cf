# POST chat: shop chat.

$ each <<'END'
> shop chat "What is the cheapest smartwatch?"
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob, admin
The cheapest smartwatch is Stride Smartwatch Lite, at $49.90, 32 in stock, rated 3.25 (4 reviews).
$ each <<'END'
> shop chat --json "What is the cheapest smartwatch?" | jq -c '[.query.intent, .products[0].sku, .grounded]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice, bob, admin
["product_search","EL-0005",true]
