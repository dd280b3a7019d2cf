/* SPDX-License-Identifier: MIT */
#pragma once

/* All of libshop: the store, the catalogue, customers, orders and the assistant. */

#include "shop/account.h"
#include "shop/catalogue.h"
#include "shop/chat.h"
#include "shop/conversation.h"
#include "shop/doctor.h"
#include "shop/error.h"
#include "shop/exchange.h"
#include "shop/money.h"
#include "shop/order.h"
#include "shop/product.h"
#include "shop/report.h"
#include "shop/setting.h"
#include "shop/store.h"
#include "shop/text.h"
#include "shop/time.h"
#include "shop/token.h"
#include "shop/user.h"
