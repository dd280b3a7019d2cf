/* SPDX-License-Identifier: MIT */
/* The tools as a model is told of them. */
#include "assistant/tools.h"

#include <string.h>

#define STRING(what)  "{\"type\":\"string\",\"description\":\"" what "\"}"
#define NUMBER(what)  "{\"type\":\"number\",\"description\":\"" what "\"}"
#define INTEGER(what) "{\"type\":\"integer\",\"description\":\"" what "\"}"
#define OBJECT(required, properties)                                                               \
	"{\"type\":\"object\",\"required\":[" required "],\"properties\":{" properties "}}"

const struct tool_text tool_texts[TOOLS] = {
	[TOOL_SEARCH] = { "search_products",
			  "Search the shop's products. Returns the best ones with price, stock and "
			  "rating.",
			  OBJECT("\"query\"",
				 "\"query\":" STRING(
					 "words of the product") ",\"max_"
								 "price\":" NUMBER(
									 "hi"
									 "gh"
									 "es"
									 "t "
									 "pr"
									 "ic"
									 "e") ",\"min_"
									      "price\":" NUMBER(
										      "lo"
										      "we"
										      "st"
										      " "
										      "pr"
										      "ic"
										      "e") ",\""
											   "sor"
											   "t\""
											   ":{"
											   "\"t"
											   "ype"
											   "\":"
											   "\"s"
											   "tri"
											   "ng"
											   "\","
											   "\"e"
											   "num"
											   "\":"
											   "[\""
											   "rel"
											   "eva"
											   "nce"
											   "\","
											   "\"p"
											   "ric"
											   "e\""
											   ","
											   "\"-"
											   "pri"
											   "ce"
											   "\","
											   "\"r"
											   "ati"
											   "ng"
											   "\","
											   "\"n"
											   "ewe"
											   "st"
											   "\"]"
											   "},"
											   "\"i"
											   "n_"
											   "sto"
											   "ck"
											   "\":"
											   "{\""
											   "typ"
											   "e\""
											   ":\""
											   "boo"
											   "lea"
											   "n\""
											   "}") },
	[TOOL_PRODUCT] = { "get_product", "Everything known about one product.",
			   OBJECT("\"id\"", "\"id\":" INTEGER("its number")) },
	[TOOL_COMPARE] = { "compare_products", "Two products side by side.",
			   OBJECT("\"first\",\"second\"",
				  "\"first\":" INTEGER("number of one") ",\"second\":" INTEGER(
					  "number of the other")) },
	[TOOL_ORDERS] = { "my_orders", "The latest orders of this customer.", OBJECT("", "") },
	[TOOL_TRACK] = { "track_order", "State of one order of this customer.",
			 OBJECT("\"id\"", "\"id\":" INTEGER("the order's number")) },
	[TOOL_POLICY] = { "shop_policy", "The shop's rules on a topic.",
			  OBJECT("\"topic\"",
				 "\"topic\":" STRING("returns, shipping, payment, warranty ...")) },
};

enum tool tool_find(const char *name)
{
	enum tool tool = 0;
	while (tool < TOOLS && strcmp(name, tool_texts[tool].name) != 0)
		tool++;
	return tool;
}
