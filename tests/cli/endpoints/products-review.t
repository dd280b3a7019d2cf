# POST products/ID/reviews: shop products review.

# Nobody
$ demo
$ shop products review EL-0002 --rating 4 --comment Fine
2> shop: not logged in
2> hint: run 'shop login', or 'shop register' if you have no account
? 4
$ demo
$ shop products review EL-0002 --rating 4 --comment Fine --json | jq -c '[.author, .rating, .comment]'
2> {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}

# A customer
$ demo alice
$ shop products review EL-0002 --rating 4 --comment Fine
$ demo alice
$ shop products review EL-0002 --rating 4 --comment Fine --json | jq -c '[.author, .rating, .comment]'
["Alice Martin",4,"Fine"]

# Another customer
$ demo bob
$ shop products review EL-0002 --rating 4 --comment Fine
$ demo bob
$ shop products review EL-0002 --rating 4 --comment Fine --json | jq -c '[.author, .rating, .comment]'
["Bob Lindgren",4,"Fine"]

# An admin
$ demo admin
$ shop products review EL-0002 --rating 4 --comment Fine
$ demo admin
$ shop products review EL-0002 --rating 4 --comment Fine --json | jq -c '[.author, .rating, .comment]'
["Admin",4,"Fine"]
