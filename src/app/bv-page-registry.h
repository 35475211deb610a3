// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** BvPageInfo: a page of the program, in the order of the officer's year. Titles are untranslated
 * here: show them through gettext. */
typedef struct
{
  const char *id;      /* "register": win.show-page('register') */
  const char *section; /* (nullable): heading above it in the sidebar, on its first page */
  const char *title;
  const char *icon_name;
  const char *kinds; /* kinds of record it opens, separated by spaces: "person unit household" */
  GType (*get_type) (void);
} BvPageInfo;

/** bv_page_registry_list: every page; the one place where a page is added to the program. */
const BvPageInfo *bv_page_registry_list (guint *n_pages);

/** (nullable) */
const BvPageInfo *bv_page_registry_find (const char *id);

/** The page that opens records of @kind. (nullable) */
const BvPageInfo *bv_page_registry_find_kind (const char *kind);

G_END_DECLS
