// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"
#include "widgets/bv-form.h"
#include "widgets/bv-list-view.h"

G_BEGIN_DECLS

/* The three lists of the register: their columns, their filters as forms, and the queries made of
 * both. */

typedef enum
{
  BV_REGISTER_PEOPLE,
  BV_REGISTER_UNITS,
  BV_REGISTER_HOUSEHOLDS,
  BV_REGISTER_N_LISTS,
} BvRegisterList;

/** (transfer none): "people", "units", "households" */
const char *bv_register_list_id (BvRegisterList which);
void bv_register_list_set_columns (BvRegisterList which, BvListView *list);
/** The filter of a list as a form: to be made when a file is open, for it looks up units. (floating) */
GtkWidget *bv_register_list_make_filter (BvRegisterList which, BvStore *store);
/** How many restrictions the filter makes. */
guint bv_register_list_count_filters (BvRegisterList which, BvForm *filter);
void bv_register_list_clear_filter (BvRegisterList which, BvForm *filter);
/** @filter: (nullable): none. (transfer full) */
BvRowSource *bv_register_list_make_source (BvRegisterList which,
                                           const char *search,
                                           BvForm *filter,
                                           const char *sort,
                                           gboolean descending);

G_END_DECLS
