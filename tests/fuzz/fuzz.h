// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/* One target: takes any bytes, must neither crash nor break the rules it asserts. The name is libFuzzer's;
 * driver.c calls the same with the corpus as an ordinary test. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
