// SPDX-License-Identifier: GPL-3.0-or-later
/* The pages of the program. To add one: write a subclass of BvPage under pages/ with its template in
 * ui/, and give it a line here. It is made when it is first looked at. */

#define G_LOG_DOMAIN "bangvang"

#include "bv-page-registry.h"

#include "pages/bv-certificates-page.h"
#include "pages/bv-council-page.h"
#include "pages/bv-decisions-page.h"
#include "pages/bv-history-page.h"
#include "pages/bv-indicators-page.h"
#include "pages/bv-initiatives-page.h"
#include "pages/bv-nominations-page.h"
#include "pages/bv-overview-page.h"
#include "pages/bv-ratings-page.h"
#include "pages/bv-register-page.h"
#include "pages/bv-registrations-page.h"
#include "pages/bv-reports-page.h"

#include <glib/gi18n.h>
#include <string.h>

static const BvPageInfo pages[] = {
  { "overview", NULL, N_ ("Overview"), "bv-overview-symbolic", "", bv_overview_page_get_type },
  { "indicators", NULL, N_ ("Indicators"), "bv-indicators-symbolic", "indicator",
    bv_indicators_page_get_type },
  { "registrations", NULL, N_ ("Registrations"), "bv-registrations-symbolic", "registration",
    bv_registrations_page_get_type },
  { "initiatives", NULL, N_ ("Initiatives"), "bv-initiatives-symbolic", "initiative",
    bv_initiatives_page_get_type },
  { "ratings", NULL, N_ ("Ratings"), "bv-ratings-symbolic", "", bv_ratings_page_get_type },
  { "nominations", NULL, N_ ("Nominations"), "bv-nominations-symbolic", "dossier nomination",
    bv_nominations_page_get_type },
  { "council", NULL, N_ ("Council"), "bv-council-symbolic", "meeting", bv_council_page_get_type },
  { "decisions", NULL, N_ ("Decisions"), "bv-decisions-symbolic", "decision",
    bv_decisions_page_get_type },
  { "certificates", NULL, N_ ("Certificates"), "bv-certificates-symbolic", "certificates",
    bv_certificates_page_get_type },
  { "reports", NULL, N_ ("Reports"), "bv-reports-symbolic", "", bv_reports_page_get_type },
  { "register", N_ ("Records"), N_ ("Register"), "bv-register-symbolic", "person unit household",
    bv_register_page_get_type },
  { "history", NULL, N_ ("History"), "bv-history-symbolic", "", bv_history_page_get_type },
};

const BvPageInfo *
bv_page_registry_list (guint *n_pages)
{
  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

const BvPageInfo *
bv_page_registry_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].id, id) == 0)
      return &pages[i];
  return NULL;
}

const BvPageInfo *
bv_page_registry_find_kind (const char *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_auto (GStrv) kinds = g_strsplit (pages[i].kinds, " ", -1);
      if (g_strv_contains ((const char *const *) kinds, kind))
        return &pages[i];
    }
  return NULL;
}
