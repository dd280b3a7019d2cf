/* SPDX-License-Identifier: MIT */
/* The tools as a model is told of them. */
#include "assistant/tools.h"

#include <string.h>

#define STRING  "{\"type\":\"string\"}"
#define NUMBER  "{\"type\":\"number\"}"
#define INTEGER "{\"type\":\"integer\"}"
#define OBJECT(required, properties)                                                               \
	"{\"type\":\"object\",\"required\":[" required "],\"properties\":{" properties "}}"

const struct tool_text tool_texts[TOOLS] = {
	[TOOL_SEARCH] = { "search_products", "Search products: price, stock, rating.",
			  OBJECT("\"query\"",
				 "\"query\":" STRING ",\"max_price\":" NUMBER
				 ",\"min_price\":" NUMBER
				 ",\"sort\":{\"type\":\"string\",\"enum\":[\"price\",\"-price\","
				 "\"rating\",\"newest\"]},\"in_stock\":{\"type\":\"boolean\"}") },
	[TOOL_PRODUCT] = { "get_product", "All about one product, by number.",
			   OBJECT("\"id\"", "\"id\":" INTEGER) },
	[TOOL_COMPARE] = { "compare_products", "Two products, by number.",
			   OBJECT("\"first\",\"second\"",
				  "\"first\":" INTEGER ",\"second\":" INTEGER) },
	[TOOL_ORDERS] = { "my_orders", "The customer's latest orders.", OBJECT("", "") },
	[TOOL_TRACK] = { "track_order", "State of an order of the customer, by number.",
			 OBJECT("\"id\"", "\"id\":" INTEGER) },
	[TOOL_POLICY] = { "shop_policy", "The shop's rules: returns, shipping, payment ...",
			  OBJECT("\"topic\"", "\"topic\":" STRING) },
};

enum tool tool_find(const char *name)
{
	enum tool tool = 0;
	while (tool < TOOLS && strcmp(name, tool_texts[tool].name) != 0)
		tool++;
	return tool;
}
