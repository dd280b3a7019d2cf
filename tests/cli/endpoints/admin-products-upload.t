# POST products/upload: shop admin product upload.

$ each <<'END'
> shop admin product upload EL-0002 "$FIXTURES/images/el-0001.png"
> END
== nobody
! shop: not logged in
! hint: run 'shop login', or 'shop register' if you have no account
exit 4
== alice, bob
! shop: 'shop admin product upload' is for admins
! hint: log in as one: 'shop login EMAIL'
exit 5
== admin
id	2
sku	EL-0002
name	Pulse Smartwatch S2, Silver
brand	Tarvoxa
category	Electronics/Wearables/Smartwatches
price_cents	$134.00
stock	6
rating	4.5
reviews	2
image	images/EL-0002.png
url	
description	The S2 with a brushed steel bezel and a pale grey strap. Inside it is the same watch: heart rate, sleep, forty workouts and a week between charges.
created_at	2026-01-16T10:00:00Z
attributes.color	silver
attributes.strap	silicone
attributes.case_size	42 mm
attributes.battery_life	7 days
attributes.connectivity	Bluetooth 5.2
attributes.water_resistance	5 ATM
variants	1	EL-0001	Pulse Smartwatch S2	Tarvoxa	$129.00	14	4.17
review_list	2026-03-15T12:00:00Z	Carol Whitaker	5	The steel bezel looks far more expensive than it was. I wear it to work every day.	no
review_list	2026-03-03T01:00:00Z	佐藤 遥	4	文字盤が明るくて読みやすい。ベルトは少し硬いです。	no
$ each <<'END'
> shop admin product upload EL-0002 "$FIXTURES/images/el-0001.png" --json
> END
== nobody
! {"error":{"code":"not_logged_in","message":"not logged in","hint":"run 'shop login', or 'shop register' if you have no account","exit":4}}
exit 4
== alice, bob
! {"error":{"code":"denied","message":"'shop admin product upload' is for admins","hint":"log in as one: 'shop login EMAIL'","exit":5}}
exit 5
== admin
{"id":2,"sku":"EL-0002","name":"Pulse Smartwatch S2, Silver","brand":"Tarvoxa","category":"Electronics/Wearables/Smartwatches","price_cents":13400,"currency":"USD","stock":6,"rating":4.5,"reviews":2,"image":"images/EL-0002.png","url":null,"description":"The S2 with a brushed steel bezel and a pale grey strap. Inside it is the same watch: heart rate, sleep, forty workouts and a week between charges.","group":"pulse-s2","created_at":"2026-01-16T10:00:00Z","image_type":"image/png","image_bytes":3408,"attributes":{"color":"silver","strap":"silicone","case_size":"42 mm","battery_life":"7 days","connectivity":"Bluetooth 5.2","water_resistance":"5 ATM"},"variants":[{"id":1,"sku":"EL-0001","name":"Pulse Smartwatch S2","brand":"Tarvoxa","category":"Electronics/Wearables/Smartwatches","price_cents":12900,"currency":"USD","stock":14,"rating":4.17,"reviews":6,"image":"images/el-0001.png","url":null}],"review_list":[{"id":7,"created_at":"2026-03-15T12:00:00Z","author":"Carol Whitaker","rating":5,"comment":"The steel bezel looks far more expensive than it was. I wear it to work every day.","verified":false},{"id":8,"created_at":"2026-03-03T01:00:00Z","author":"佐藤 遥","rating":4,"comment":"文字盤が明るくて読みやすい。ベルトは少し硬いです。","verified":false}]}
