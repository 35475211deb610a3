// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

/** bv_test_pending_count: workers that have not reported yet and delays that have not come to pass, of the program. */
guint bv_test_pending_count (void);
