/* SPDX-License-Identifier: MIT */
#pragma once

/* What putting a record did to the row that it stands for. */
enum change { CHANGE_CREATED, CHANGE_UPDATED, CHANGE_UNCHANGED };
