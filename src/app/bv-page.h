// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BvPage: what every page of the window is built on. It has a header bar of its own, a content and, in
 * place of it, a loading, an empty and an error state, written once; it hears of changes in the store but only works when
 * it is looked at.
 *
 * A subclass has a template of its own whose content is the property "content", and whose buttons
 * for the header bar are "header-start" and "header-end". It is added to the program in
 * bv-page-registry.c and nowhere else.
 */
#define BV_TYPE_PAGE (bv_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (BvPage, bv_page, BV, PAGE, GtkWidget)

/**
 * BvPageClass:
 * @set_store: another file, or none (%NULL). Nothing is to be read here yet: @refresh follows.
 * @refresh: reads anew what the page shows. @tables are those an act touched, %NULL for everything
 *   (first time, another file, another year). Called only while the page is mapped; what happened
 *   meanwhile is added up and told on the next map.
 * @start_search: Ctrl+F: puts the focus into the page's own search entry. %FALSE: it has none.
 * @open_record: shows the record @id of @kind ("person", "unit", "household", "decision",
 *   "indicator"); may be called before the first refresh. %FALSE: not of this page.
 * @may_leave: asked before the page or the file is left; %FALSE when something unsaved stands in the
 *   way (the page tells it itself).
 * @import_target: what a spreadsheet given to this page would hold: a code of bv-import-field.h; for
 *   "awards" @decision_id is the decision whose list it is, else 0. %NULL: nothing of its own.
 * @is_busy: whether something is still being read or drawn besides the "loading" state
 */
struct _BvPageClass
{
  GtkWidgetClass parent_class;

  void (*set_store) (BvPage *self, BvStore *store);
  void (*refresh) (BvPage *self, const char *const *tables);
  gboolean (*start_search) (BvPage *self);
  gboolean (*open_record) (BvPage *self, const char *kind, gint64 id);
  gboolean (*may_leave) (BvPage *self);

  gboolean (*is_busy) (BvPage *self);
  const char *(*import_target) (BvPage *self, gint64 *decision_id);

  gpointer padding[4];
};

void bv_page_set_store (BvPage *self, BvStore *store);
/** (transfer none) (nullable) */
BvStore *bv_page_get_store (BvPage *self);

/** The year that the officer works on, chosen in the sidebar. Every page refreshes when it changes. */
void bv_page_set_year (BvPage *self, int year);
int bv_page_get_year (BvPage *self);

void bv_page_set_content (BvPage *self, GtkWidget *content);
void bv_page_set_header_start (BvPage *self, GtkWidget *widget);
void bv_page_set_header_end (BvPage *self, GtkWidget *widget);
/** For the window: the title in the header bar. */
void bv_page_set_title (BvPage *self, const char *title);
/** For the window: whether the page stands alone, without the sidebar beside it. */
void bv_page_set_folded (BvPage *self, gboolean folded);

/** bv_page_focus_content: whoever came by the keyboard goes on in the page's list, or at the way out of an empty page;
 * at once or as soon as it is read. */
void bv_page_focus_content (BvPage *self);
gboolean bv_page_start_search (BvPage *self);
gboolean bv_page_open_record (BvPage *self, const char *kind, gint64 id);
gboolean bv_page_may_leave (BvPage *self);
/** bv_page_get_import_target: never %NULL: people, where the page has nothing of its own. */
const char *bv_page_get_import_target (BvPage *self, gint64 *decision_id);

/** bv_page_queue_refresh: as if every table had changed. */
void bv_page_queue_refresh (BvPage *self);

/** bv_page_changed_table: whether @tables (as given to @refresh) is %NULL or names one of the following,
 * a %NULL-terminated list: bv_page_changed_table (tables, "award", "decision", NULL). */
gboolean bv_page_changed_table (const char *const *tables, ...) G_GNUC_NULL_TERMINATED;

/* ── States ──────────────────────────────────────────────────────────────────────────────── */

void bv_page_show_content (BvPage *self);

/** A spinner, shown only when loading lasts longer than a quarter of a second: shorter, it flickers. */
void bv_page_show_loading (BvPage *self);

/**
 * bv_page_show_empty: nothing is there yet, and what to do about it.
 *
 * @action_label: (nullable): the label of a button for the action @action_name
 * @action_target: (nullable): consumed when floating
 */
void bv_page_show_empty (BvPage *self,
                         const char *icon_name,
                         const char *title,
                         const char *description,
                         const char *action_label,
                         const char *action_name,
                         GVariant *action_target);

/** bv_page_offer_import: after bv_page_show_empty (): a second way out, the import assistant. */
void bv_page_offer_import (BvPage *self);

/** What could not be read, in words, with "Try again". */
void bv_page_show_error (BvPage *self, const GError *error);

/** Whether nothing is under way: for pictures and tests. */
gboolean bv_page_is_settled (BvPage *self);

G_END_DECLS
