# One review for each customer and product; the average follows.

$ demo bob
$ shop products show EL-0008 --json | jq -c '[.rating, .reviews]'
[4,2]
$ shop products review EL-0008 --rating 1 --comment "Too heavy" --json | jq -c '[.rating, .comment, .author]'
[1,"Too heavy","Bob Lindgren"]
$ shop products show EL-0008 --json | jq -c '.reviews, .review_list[0].comment'
3
"Too heavy"
$ sqlite3 .local/share/shop/shop.db "SELECT rating_centi = (SELECT round(100.0 * avg(rating)) FROM review WHERE product_id = p.id) FROM product p WHERE sku = 'EL-0008'"
1
$ shop products review EL-0008 --rating 5 --comment "Changed my mind"
2> shop: you have reviewed 'EL-0008' already
? 6
$ shop products review EL-0008 --rating 5 --json
2> {"error":{"code":"exists","message":"you have reviewed 'EL-0008' already","hint":null,"exit":6}}
? 6
$ shop products review EL-0001 --rating 6
2> shop: option '--rating' takes a whole number from 1 to 5, not '6'
2> usage: shop products review [OPTIONS] ID
? 2
$ shop products review EL-0001 --rating 0
2> shop: option '--rating' takes a whole number from 1 to 5, not '0'
2> usage: shop products review [OPTIONS] ID
? 2
$ shop products review EL-0001 --comment "No stars"
2> shop: missing --rating
? 2
$ shop products review EL-9999 --rating 3
2> shop: there is no product 'EL-9999'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ demo
$ shop products review EL-0001 --rating 3
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
