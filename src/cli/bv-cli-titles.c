// SPDX-License-Identifier: GPL-3.0-or-later
/* What people call the awards: "LĐTT" where the file and programs say LDTT. The regimes are read when the first name is
 * asked for, and live as long as the process. */

#define G_LOG_DOMAIN "bangvang-cli"

#include "bv-cli.h"

#include "merit/bv-regime.h"

static BvStore *titles_store; /* borrowed: the command's */
static BvRegimeSet *titles;

void
bv_cli_set_titles (BvStore *store)
{
  g_clear_pointer (&titles, bv_regime_set_unref);
  titles_store = store;
}

const char *
bv_cli_title_label (const char *code)
{
  const BvRegimeAward *award = NULL;

  if (titles == NULL && titles_store != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BvLease) lease = bv_store_lease (titles_store, &error);

      if (lease != NULL)
        titles = bv_regime_set_load (bv_lease_connection (lease), &error);
      if (titles == NULL)
        g_debug ("the regimes could not be read for names: %s", error->message);
    }
  if (titles != NULL && code != NULL)
    award = bv_regime_set_find_award (titles, code, NULL);
  return award != NULL ? award->abbreviation : code;
}
