# POST products/ID/reviews: shop products review.

$ each <<'END'
> shop products review EL-0002 --rating 4 --comment Fine
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob, admin
$ each <<'END'
> shop products review EL-0002 --rating 4 --comment Fine --json | jq -c '[.author, .rating, .comment]'
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
== alice
["Alice Martin",4,"Fine"]
== bob
["Bob Lindgren",4,"Fine"]
== admin
["Admin",4,"Fine"]
