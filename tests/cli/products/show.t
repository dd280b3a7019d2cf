$ demo
$ shop products show EL-0005
id	5
sku	EL-0005
name	Stride Smartwatch Lite
brand	Hobbeluck
category	Electronics/Wearables/Smartwatches
price_cents	$49.90
stock	32
rating	3.25
reviews	4
image	images/el-0005.png
url	
description	Counts steps, wakes you gently and shows who is calling. No GPS and no apps: a plain first smartwatch at a plain price.
created_at	2026-05-01T10:00:00Z
attributes.color	black
attributes.strap	silicone
attributes.case_size	40 mm
attributes.battery_life	5 days
attributes.connectivity	Bluetooth 5.0
review_list	2026-10-08T15:00:00Z	Bob Lindgren	4	For the price I expected a toy. It counts steps, it buzzes when my wife calls, and that is all I need.	no
review_list	2026-08-30T02:00:00Z	Alice Martin	4	Bought it for my mother, who had never worn one. She now walks round the block to reach her number.	no
review_list	2026-08-25T11:00:00Z	Władysław Żurek	2	The clip of the charging cable is so weak that it was empty on two mornings out of five.	no
review_list	2026-07-03T06:00:00Z	Carol Whitaker	3	Fine for a first try, but the screen is dim in daylight.	no
$ shop products show EL-0005 --json | jq '.review_list |= .[:1]'
{
  "id": 5,
  "sku": "EL-0005",
  "name": "Stride Smartwatch Lite",
  "brand": "Hobbeluck",
  "category": "Electronics/Wearables/Smartwatches",
  "price_cents": 4990,
  "currency": "USD",
  "stock": 32,
  "rating": 3.25,
  "reviews": 4,
  "image": "images/el-0005.png",
  "url": null,
  "description": "Counts steps, wakes you gently and shows who is calling. No GPS and no apps: a plain first smartwatch at a plain price.",
  "group": null,
  "created_at": "2026-05-01T10:00:00Z",
  "image_type": "image/png",
  "image_bytes": 3408,
  "attributes": {
    "color": "black",
    "strap": "silicone",
    "case_size": "40 mm",
    "battery_life": "5 days",
    "connectivity": "Bluetooth 5.0"
  },
  "variants": [],
  "review_list": [
    {
      "id": 14,
      "created_at": "2026-10-08T15:00:00Z",
      "author": "Bob Lindgren",
      "rating": 4,
      "comment": "For the price I expected a toy. It counts steps, it buzzes when my wife calls, and that is all I need.",
      "verified": false
    }
  ]
}
$ tty shop products show EL-0005 --no-color
ID               5
SKU              EL-0005
Name             Stride Smartwatch Lite
Brand            Hobbeluck
Category         Electronics/Wearables/Smartwatches
Price            $49.90
Stock            32
Rating           ★★★☆☆ 3.25
Reviews          4
Image            images/el-0005.png
Description      Counts steps, wakes you gently and shows who is calling. No GPS
                 and no apps: a plain first smartwatch at a plain price.
Added            2026-05-01 10:00
\
Attributes
color            black
strap            silicone
case_size        40 mm
battery_life     5 days
connectivity     Bluetooth 5.0
\
Ratings
Stars         Count
★★★★★             0
★★★★☆ ███████     2
★★★☆☆ ███▌        1
★★☆☆☆ ███▌        1
★☆☆☆☆             0
\
Reviews
Date             By              Stars Comment                       Bought here
2026-10-08 15:00 Bob Lindgren    ★★★★☆ For the price I expected a    no
                                       toy. It counts steps, it      
                                       buzzes when my wife calls,    
                                       and that is all I need.       
2026-08-30 02:00 Alice Martin    ★★★★☆ Bought it for my mother, who  no
                                       had never worn one. She now   
                                       walks round the block to      
                                       reach her number.             
2026-08-25 11:00 Władysław Żurek ★★☆☆☆ The clip of the charging      no
                                       cable is so weak that it was  
                                       empty on two mornings out of  
                                       five.                         
2026-07-03 06:00 Carol Whitaker  ★★★☆☆ Fine for a first try, but the no
                                       screen is dim in daylight.    

# By number, with and without its sign.
$ shop products show 5 --json | jq -r .sku
EL-0005
$ shop products show '#5' --json | jq -r .sku
EL-0005

# Several make an array; if one is unknown, none is shown.
$ shop products show 5 EL-0001 --json | jq -c 'map(.sku)'
["EL-0005","EL-0001"]
$ shop products show 5 EL-9999 --json
2> {"error":{"code":"not_found","message":"there is no product 'EL-9999'","hint":"'shop products search WORDS' finds products by what they are","exit":3}}
? 3
$ shop products show EL-9999
2> shop: there is no product 'EL-9999'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop products show 0
2> shop: there is no product '0'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop products show -- -5
2> shop: there is no product '-5'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop products show 99999999999999999999
2> shop: there is no product '99999999999999999999'
2> hint: 'shop products search WORDS' finds products by what they are
? 3
$ shop products show "$(printf 'EL\033[31m')" 2>&1 | cat -v
shop: there is no product 'EL [31m'
hint: 'shop products search WORDS' finds products by what they are
$ shop products show ''
2> shop: there is no product ''
2> hint: 'shop products search WORDS' finds products by what they are
? 3

# Text of the store cannot steer the terminal.
$ sqlite3 .local/share/shop/shop.db "UPDATE product SET description = 'red ' || char(27) || '[31m' || char(7) || char(155) || '!' WHERE sku = 'EL-0005'"
$ shop products show EL-0005 | grep description | cat -v
description	red  [31m  !
$ tty shop products show EL-0005 | grep -F "$(printf '\033')[31m"
? 1
$ shop products show EL-0005 --json | jq .description
"red \u001b[31m\u0007!"
