// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the rows of a nomination do, away from the main thread. Failures are told in a dialog. */

void bv_nomination_link (GtkWidget *widget,
                         BvStore *store,
                         gint64 nomination_id,
                         gint64 initiative_id,
                         gboolean is_linked);
/** @holds: 1 yes, 0 no, -1 not said */
void bv_nomination_answer (GtkWidget *widget,
                           BvStore *store,
                           gint64 nomination_id,
                           const char *key,
                           int holds);
void bv_nomination_add_paper (GtkWidget *widget, BvStore *store, gint64 nomination_id, GFile *file);
/** Shows a copy in the program that the desktop has for it. */
void bv_nomination_open_paper (GtkWidget *widget, BvStore *store, gint64 id);
void bv_nomination_save_paper (GtkWidget *widget, BvStore *store, gint64 id);
/** Goes to the subject in the register. */
void bv_nomination_open_record (GtkWidget *widget, BvStore *store, gint64 nomination_id);

/** Asks which kind of paper it is, and keeps the answer. @kind: of now */
void bv_nomination_edit_paper (GtkWidget *widget,
                               BvStore *store,
                               gint64 id,
                               const char *name,
                               const char *kind);

G_END_DECLS
