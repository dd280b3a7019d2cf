# GET products/ID/reviews: shop products reviews.

$ each <<'END'
> shop products reviews EL-0002 --limit 1
> END
== nobody, alice, bob, admin
2026-03-15T12:00:00Z	Carol Whitaker	5	The steel bezel looks far more expensive than it was. I wear it to work every day.	no
$ each <<'END'
> shop products reviews EL-0002 --limit 1 --json
> END
== nobody, alice, bob, admin
[
{"id":7,"created_at":"2026-03-15T12:00:00Z","author":"Carol Whitaker","rating":5,"comment":"The steel bezel looks far more expensive than it was. I wear it to work every day.","verified":false}
]
