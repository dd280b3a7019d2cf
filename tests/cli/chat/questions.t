# Questions of many kinds; each answer is held against the store by a query of its own.

$ demo alice
$ cat >ask <<'END'
> shop chat --new --json "$1" >answer
> jq -r "$2" answer >got
> sqlite3 .local/share/shop/shop.db "CREATE TEMP VIEW thing AS
>     SELECT p.*, c.path FROM product p JOIN category c ON c.id = p.category_id;
>     CREATE TEMP VIEW mine AS
>     SELECT *, date(created_at, 'unixepoch') AS day FROM purchase WHERE customer_id = 2;
>     $3" >right
> if cmp -s got right; then echo right; else
>     jq -r .reply answer; echo "got:" $(cat got); echo "the store has:" $(cat right)
> fi
> END
$ sh ask 'What is the most expensive laptop?' '.products[0].sku' \
> "SELECT sku FROM thing WHERE path LIKE '%/Laptops' ORDER BY price_cents DESC LIMIT 1"
right
$ sh ask 'how many smartwatches do you have?' '.total' \
> "SELECT count(*) FROM thing WHERE path LIKE '%/Smartwatches'"
right
$ sh ask 'headphones under $50' '.products | map(.sku) | sort | .[]' \
> "SELECT sku FROM thing WHERE path LIKE '%/Headphones' AND price_cents < 5000 ORDER BY sku"
right
$ sh ask 'the three cheapest headphones' '.products[].sku' \
> "SELECT sku FROM thing WHERE path LIKE '%/Headphones' ORDER BY price_cents LIMIT 3"
right
$ sh ask 'smartwach between 100 and 200 dollars' '.products | map(.sku) | sort | .[]' \
> "SELECT sku FROM thing WHERE path LIKE '%/Smartwatches' AND price_cents BETWEEN 10000 AND 20000 ORDER BY sku"
right
$ sh ask 'which is the best rated smartwatch?' '.products[0].rating * 100' \
> "SELECT max(rating_centi) FROM thing WHERE path LIKE '%/Smartwatches'"
right
$ sh ask 'Is the Stride Smartwatch Lite in stock?' '.products[0].stock' \
> "SELECT stock FROM thing WHERE name = 'Stride Smartwatch Lite'"
right
$ sh ask 'what orders have I placed?' '.orders | map(.id) | sort | .[]' \
> "SELECT id FROM mine ORDER BY id"
right
$ sh ask 'what did I order yesterday?' '.orders | map(.id) | sort | .[]' \
> "SELECT id FROM mine WHERE day = '2026-11-21' ORDER BY id"
right
$ sh ask 'which of my orders have not been delivered yet?' '.orders | map(.id) | sort | .[]' \
> "SELECT id FROM mine WHERE status IN ('pending', 'paid', 'shipped') ORDER BY id"
right
$ sh ask 'my last order' '.orders[0].id' \
> "SELECT id FROM mine ORDER BY created_at DESC LIMIT 1"
right
$ sh ask 'how many orders do I have?' '.total' \
> "SELECT count(*) FROM mine"
right
$ sh ask 'how much did I spend last month?' '.reply | capture("(?<n>[0-9]+[.][0-9]{2})").n' \
> "SELECT printf('%.2f', sum(total_cents) / 100.0) FROM mine WHERE day LIKE '2026-10-%' AND paid_at IS NOT NULL AND status <> 'cancelled'"
right

# The shop's own rules come from its policies.
$ shop chat --new "what is your return policy?"
The shop says about returns: You can send back anything unused within 30 days of delivery, in its original packaging. We refund the price and the tax within 5 working days of the parcel reaching us. Return postage is $4.90, taken from the refund; it is free when the item was faulty or the wrong one. Opened earphones, socks and personalised goods cannot be returned unless they are faulty.
$ shop chat --new "do you ship to Canada?"
The shop says about shipping: Orders of $75.00 or more ship free; below that shipping costs $5.90. Orders paid before 14:00 on a working day leave the same day, and delivery takes 2 to 4 working days. We ship to the United States, Canada and the European Union. Every parcel can be tracked.
$ shop chat --new "how can I pay?"
The shop says about payment: We take cards, PayPal, bank transfer and cash on delivery. Card and PayPal orders leave as soon as they are paid. For a bank transfer we keep the goods for 7 days and send them when the money has arrived; with cash on delivery you pay at the door. Prices are in US dollars, and 8.2 % tax is added at the end of the order.

# Without a policy it says so.
$ sqlite3 .local/share/shop/shop.db "DELETE FROM policy WHERE topic = 'warranty'"
$ shop chat --new "is there a warranty?" --json | jq -r '.reply, .grounded'
The shop has not written anything down about 'warranty'. It has rules about contact, hours, payment, privacy, returns and shipping.
true

# What changes the store is proposed, and not done.
$ shop chat --new "cancel order 1234"
Order #1234 has been shipped, so it can no longer be cancelled.
$ shop chat --new "cancel order 1234" --json | jq -r '.query.intent, .query.command'
order_action
shop order cancel 1234
$ sqlite3 .local/share/shop/shop.db 'SELECT status FROM purchase WHERE id = 1234'
shipped
$ shop chat --new "change my password"
To change your password:
    shop profile update

# Politeness, and what a shop does not do.
$ shop chat --new "hello"
Hello! Ask me about products, your orders, or the shop's rules.
$ shop chat --new "thanks, bye"
Goodbye!
$ shop chat --new "what is the capital of France?" --json | jq -c '[.query.intent, .products, .orders]'
["unsupported",[],[]]

# Nothing fits: that is said, with what comes nearest.
$ shop chat --new "smartwatch under 10 dollars"
Nothing under $10.00; the cheapest smartwatch is Stride Smartwatch Lite, at $49.90, 32 in stock, rated 3.25 (4 reviews).
$ shop chat --new "do you sell xylophones?"
No, I found no xylophones. No product here has 'xylophones' in its description.
