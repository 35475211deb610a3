// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* Forward names of the program's own classes, so that headers need not include each other. */

#include "bv-types.h"

typedef struct _BvApplication BvApplication;
typedef struct _BvForm BvForm;
typedef struct _BvFormWindow BvFormWindow;
typedef struct _BvListView BvListView;
typedef struct _BvPage BvPage;
typedef struct _BvWindow BvWindow;
