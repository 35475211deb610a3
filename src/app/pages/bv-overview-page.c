// SPDX-License-Identifier: GPL-3.0-or-later
/* The year at a glance. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-overview-page.h"

#include <glib/gi18n.h>

struct _BvOverviewPage
{
  BvPage parent_instance;
};

G_DEFINE_FINAL_TYPE (BvOverviewPage, bv_overview_page, BV_TYPE_PAGE)

static void
bv_overview_page_refresh (BvPage *page, const char *const *tables)
{
  g_autofree char *title = g_strdup_printf (_ ("Nothing is recorded for %d yet"),
                                            bv_page_get_year (page));
  bv_page_show_empty (page, "bv-overview-symbolic", title, NULL, NULL, NULL, NULL);
}

static void
bv_overview_page_class_init (BvOverviewPageClass *klass)
{
  BV_PAGE_CLASS (klass)->refresh = bv_overview_page_refresh;
}

static void
bv_overview_page_init (BvOverviewPage *self)
{
}
