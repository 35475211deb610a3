// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files of law that an office brings in: a regime of its own, awards of a regime changed, titles of the place
 * (data/regimes/README.md says how they are written). They are kept in the office's file as "regimes/NAME.json", so that
 * they travel with it. Nothing is stored that the next start refuses. */

#define BV_LAW_FILE_MAX_BYTES (1024 * 1024)

/** bv_law_file_list: their names ("noi-quy.json") by the alphabet, without that of the local titles (transfer full). */
char **bv_law_file_list (BvConnection *connection, GError **error);

/**
 * bv_law_file_save: inside an act; takes the place of a file of that name.
 *
 * @name: as on the disk: "noi-quy.json"
 * Fails with %BV_VALUE_ERROR: the first fault with file and JSON path; what records name would be lost; the name.
 */
gboolean
bv_law_file_save (BvConnection *connection, const char *name, GBytes *content, GError **error);
/** Refused with %BV_VALUE_ERROR_RANGE while records name an award or a regime that only this file knows. */
gboolean bv_law_file_delete (BvConnection *connection, const char *name, GError **error);

/** bv_law_file_add_act: reads @file first; nothing is begun when it cannot be read. */
gboolean bv_law_file_add_act (BvStore *store, GFile *file, gint64 *act_id, GError **error);
/** One act of bv_law_file_delete(). @act_id: (out) (optional): for undo. */
gboolean bv_law_file_delete_act (BvStore *store, const char *name, gint64 *act_id, GError **error);

G_END_DECLS
