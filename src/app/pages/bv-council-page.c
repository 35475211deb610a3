// SPDX-License-Identifier: GPL-3.0-or-later
/* The council: meetings on one tab, councils and members on the other; over both, the papers that are being typed. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-council-page.h"

#include "base/bv-choice.h"
#include "base/bv-date.h"
#include "bv-act.h"
#include "merit/bv-council.h"
#include "merit/bv-meeting.h"
#include "pages/bv-ballot-view.h"
#include "pages/bv-council-editors.h"
#include "pages/bv-meeting-pane.h"
#include "store/bv-store.h"
#include "widgets/bv-list-view.h"
#include "widgets/bv-subject-chooser.h"

#include <glib/gi18n.h>

struct _BvCouncilPage
{
  BvPage parent_instance;

  /* Template */
  GtkStack *whole;
  GtkStack *lists;
  GtkStack *panes;
  GtkSearchEntry *search_entry;
  AdwBin *columns_bin;
  BvListView *meetings;
  BvListView *councils;
  BvListView *members;
  BvMeetingPane *pane;
  GtkWidget *council_box;
  GtkLabel *council_title;
  GtkLabel *council_detail;
  BvBallotView *ballots;

  /* State */
  gint64 wanted_id; /* a meeting to be shown once it is there */
  int
    open_year; /* shown while a meeting was opened from elsewhere: meetings of all years stand beside it */
  gint64 wanted_council;
  gboolean is_loaded;
};

G_DEFINE_FINAL_TYPE (BvCouncilPage, bv_council_page, BV_TYPE_PAGE)

/* ── The lists ───────────────────────────────────────────────────────────────────────────── */

static char *
format_method (BvRow *row, guint column)
{
  return g_strdup (bv_choice_label (bv_meeting_methods, bv_row_get_text (row, column)));
}

static char *
format_state (BvRow *row, guint column)
{
  return g_strdup (bv_choice_label (bv_meeting_states, bv_row_get_text (row, column)));
}

static char *
format_role (BvRow *row, guint column)
{
  return g_strdup (bv_choice_label (bv_council_roles, bv_row_get_text (row, column)));
}

static char *
format_kind (BvRow *row, guint column)
{
  return g_strdup (bv_choice_label (bv_council_kinds, bv_row_get_text (row, column)));
}

static const BvListColumn meeting_columns[] = {
  { "date", N_ ("Date"), BV_LIST_COLUMN_DATE, BV_MEETING_COLUMN_DATE, 100, FALSE, FALSE, NULL },
  { "title", N_ ("Meeting"), BV_LIST_COLUMN_TITLE, BV_MEETING_COLUMN_TITLE, 0, FALSE, FALSE, NULL },
  { "state", N_ ("State"), BV_LIST_COLUMN_TEXT, BV_MEETING_COLUMN_STATE, 90, FALSE, TRUE,
    format_state },
  { "items", N_ ("Names"), BV_LIST_COLUMN_NUMBER, BV_MEETING_COLUMN_N_ITEMS, 60, FALSE, TRUE,
    NULL },
  { "method", N_ ("Way of voting"), BV_LIST_COLUMN_TEXT, BV_MEETING_COLUMN_METHOD, 120, FALSE, TRUE,
    format_method },
  { "present", N_ ("Present"), BV_LIST_COLUMN_NUMBER, BV_MEETING_COLUMN_N_PRESENT, 70, FALSE, TRUE,
    NULL },
  { "passed", N_ ("Passed"), BV_LIST_COLUMN_NUMBER, BV_MEETING_COLUMN_N_PASSED, 70, FALSE, TRUE,
    NULL },
  { "council", N_ ("Council"), BV_LIST_COLUMN_TEXT, BV_MEETING_COLUMN_COUNCIL, 200, FALSE, TRUE,
    NULL },
};

static const BvListColumn council_columns[] = {
  { "name", N_ ("Council"), BV_LIST_COLUMN_TITLE, BV_COUNCIL_COLUMN_NAME, 0, FALSE, FALSE, NULL },
  { "from", N_ ("From"), BV_LIST_COLUMN_DATE, BV_COUNCIL_COLUMN_FROM_DATE, 100, FALSE, FALSE,
    NULL },
  { "to", N_ ("Until"), BV_LIST_COLUMN_DATE, BV_COUNCIL_COLUMN_TO_DATE, 100, FALSE, TRUE, NULL },
  { "kind", N_ ("Kind of council"), BV_LIST_COLUMN_TEXT, BV_COUNCIL_COLUMN_KIND, 120, FALSE, TRUE,
    format_kind },
  { "number", N_ ("Decision"), BV_LIST_COLUMN_TEXT, BV_COUNCIL_COLUMN_DECISION_NUMBER, 100, FALSE,
    TRUE, NULL },
  { "members", N_ ("With a vote"), BV_LIST_COLUMN_NUMBER, BV_COUNCIL_COLUMN_N_MEMBERS, 80, FALSE,
    TRUE, NULL },
};

static const BvListColumn member_columns[] = {
  { "role", N_ ("Role"), BV_LIST_COLUMN_TEXT, BV_COUNCIL_MEMBER_COLUMN_ROLE, 150, FALSE, FALSE,
    format_role },
  { "name", N_ ("Name"), BV_LIST_COLUMN_TEXT, BV_COUNCIL_MEMBER_COLUMN_NAME, 180, FALSE, FALSE,
    NULL },
  { "post", N_ ("Post"), BV_LIST_COLUMN_TITLE, BV_COUNCIL_MEMBER_COLUMN_POST, 0, FALSE, FALSE,
    NULL },
  { "vote", N_ ("Vote"), BV_LIST_COLUMN_CHECK, BV_COUNCIL_MEMBER_COLUMN_HAS_VOTE, 92, FALSE, FALSE,
    NULL },
  { "from", N_ ("From"), BV_LIST_COLUMN_DATE, BV_COUNCIL_MEMBER_COLUMN_FROM_DATE, 100, FALSE, TRUE,
    NULL },
  { "to", N_ ("Until"), BV_LIST_COLUMN_DATE, BV_COUNCIL_MEMBER_COLUMN_TO_DATE, 100, FALSE, FALSE,
    NULL },
};

static gboolean
shows_councils (BvCouncilPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->lists), "councils") == 0;
}

static const char *
get_search (BvCouncilPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/* The council votes at the start of a year on the achievements of the year before: meetings of both are shown. A search
 * looks through every year, and so does whoever was led here to one meeting. */
static BvRowSource *
make_meetings (const char *sort, gboolean descending, gpointer user_data)
{
  const char *search = get_search (user_data);
  int year = bv_page_get_year (user_data);

  if (*search != '\0' || ((BvCouncilPage *) user_data)->open_year == year)
    year = 0;
  return bv_meeting_source (0, year, search);
}

static BvRowSource *
make_councils (const char *sort, gboolean descending, gpointer user_data)
{
  return bv_council_source (get_search (user_data));
}

static BvRowSource *
make_members (const char *sort, gboolean descending, gpointer user_data)
{
  BvCouncilPage *self = user_data;
  gint64 council = bv_list_view_get_selected (self->councils);

  /* No council has a negative id: nothing is shown. */
  return bv_council_member_source (council != 0 ? council : -1);
}

/* ── Showing ─────────────────────────────────────────────────────────────────────────────── */

/* Whether the member above (-1) or below (1) has the same role. */
static gboolean
can_move (BvCouncilPage *self, int by)
{
  BvRowList *rows = bv_list_view_get_rows (self->members);
  gint64 id = bv_list_view_get_selected (self->members);
  guint position = rows != NULL && id != 0 ? bv_row_list_find (rows, id) : G_MAXUINT;
  g_autoptr (BvRow) row = NULL;
  g_autoptr (BvRow) other = NULL;

  if (position == G_MAXUINT || (by < 0 && position == 0))
    return FALSE;
  row = g_list_model_get_item (G_LIST_MODEL (rows), position);
  other = g_list_model_get_item (G_LIST_MODEL (rows), by < 0 ? position - 1 : position + 1);
  return row != NULL && other != NULL
         && g_str_equal (bv_row_get_text (row, BV_COUNCIL_MEMBER_COLUMN_ROLE),
                         bv_row_get_text (other, BV_COUNCIL_MEMBER_COLUMN_ROLE));
}

static void
update_actions (BvCouncilPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_council = bv_list_view_get_selected (self->councils) != 0;
  gboolean has_member = has_council && bv_list_view_get_selected (self->members) != 0;

  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "council.edit", has_council);
  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "council.delete", has_council);
  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "council.add-member",
                      has_council);
  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "council.add-person",
                      has_council);
  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "council.edit-member",
                      has_member);
  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "council.remove-member",
                      has_member);
  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "council.member-up",
                      has_member && can_move (self, -1));
  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "council.member-down",
                      has_member && can_move (self, 1));
  bv_act_set_enabled (widget, bv_page_get_store (BV_PAGE (self)), "council.add-meeting",
                      bv_list_view_get_n_rows (self->councils) > 0);
}

static void
show_council (BvCouncilPage *self)
{
  BvRowList *rows = bv_list_view_get_rows (self->councils);
  gint64 id = bv_list_view_get_selected (self->councils);
  guint position = rows != NULL && id != 0 ? bv_row_list_find (rows, id) : G_MAXUINT;
  g_autoptr (BvRow) row = NULL;
  g_autofree char *decided = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autoptr (GString) detail = g_string_new (NULL);

  gtk_widget_set_visible (self->council_box, position != G_MAXUINT);
  /* A stack turns away from a child that is hidden, and does not come back by itself. */
  gtk_stack_set_visible_child_name (self->panes, shows_councils (self) ? "councils" : "meetings");
  if (position == G_MAXUINT)
    return;
  row = g_list_model_get_item (G_LIST_MODEL (rows), position);
  decided = bv_date_format_short (bv_row_get_text (row, BV_COUNCIL_COLUMN_DECISION_DATE));
  from = bv_date_format_short (bv_row_get_text (row, BV_COUNCIL_COLUMN_FROM_DATE));
  to = bv_date_format_short (bv_row_get_text (row, BV_COUNCIL_COLUMN_TO_DATE));
  if (*bv_row_get_text (row, BV_COUNCIL_COLUMN_DECISION_NUMBER) != '\0')
    g_string_append_printf (detail, *decided != '\0' ? _ ("Decision %s of %s") : _ ("Decision %s"),
                            bv_row_get_text (row, BV_COUNCIL_COLUMN_DECISION_NUMBER), decided);
  if (*from != '\0' || *to != '\0')
    {
      if (detail->len > 0)
        g_string_append (detail, " · ");
      g_string_append_printf (detail, _ ("term %s – %s"), *from != '\0' ? from : "…",
                              *to != '\0' ? to : "…");
    }
  gtk_label_set_text (self->council_title, bv_row_get_text (row, BV_COUNCIL_COLUMN_NAME));
  gtk_label_set_text (self->council_detail, detail->str);
}

static void
show_state (BvCouncilPage *self)
{
  gboolean is_filtered = *get_search (self) != '\0';

  if (is_filtered || bv_list_view_get_n_rows (self->councils) > 0)
    {
      bv_page_show_content (BV_PAGE (self));
      return;
    }
  bv_page_show_empty (
    BV_PAGE (self), "bv-council-symbolic", _ ("No council yet"),
    _ ("Set up the council with its term and its members; then plan a meeting, put "
       "accepted dossiers on its agenda and record the votes."),
    _ ("New _Council"), "council.add", NULL);
}

static void
loaded_cb (BvCouncilPage *self)
{
  if (bv_list_view_is_loading (self->meetings) || bv_list_view_is_loading (self->councils))
    return;
  self->is_loaded = TRUE;
  if (self->wanted_id != 0)
    bv_list_view_select (self->meetings, self->wanted_id);
  if (self->wanted_council != 0)
    bv_list_view_select (self->councils, self->wanted_council);
  self->wanted_id = 0;
  self->wanted_council = 0;
  show_council (self);
  show_state (self);
  update_actions (self);
}

static void
failed_cb (BvCouncilPage *self, const GError *error)
{
  bv_page_show_error (BV_PAGE (self), error);
}

static void
selected_cb (BvCouncilPage *self)
{
  bv_meeting_pane_set_meeting (self->pane, bv_list_view_get_selected (self->meetings));
  show_council (self);
  if (bv_page_get_store (BV_PAGE (self)) != NULL)
    bv_list_view_requery (self->members);
  update_actions (self);
}

static void
member_selected_cb (BvCouncilPage *self)
{
  update_actions (self);
}

static void
filter_cb (BvCouncilPage *self)
{
  if (bv_page_get_store (BV_PAGE (self)) == NULL)
    return;
  bv_list_view_requery (self->meetings);
  bv_list_view_requery (self->councils);
}

static void
tab_cb (BvCouncilPage *self)
{
  gboolean councils = shows_councils (self);

  gtk_stack_set_visible_child_name (self->panes, councils ? "councils" : "meetings");
  adw_bin_set_child (self->columns_bin,
                     bv_list_view_get_columns_button (councils ? self->councils : self->meetings));
}

/* ── The page ────────────────────────────────────────────────────────────────────────────── */

static void
bv_council_page_set_store (BvPage *page, BvStore *store)
{
  BvCouncilPage *self = BV_COUNCIL_PAGE (page);

  self->is_loaded = FALSE;
  gtk_stack_set_visible_child_name (self->whole, "browse");
  bv_ballot_view_start (self->ballots, NULL, 0);
  bv_meeting_pane_set_store (self->pane, store);
  bv_list_view_set_store (self->meetings, NULL);
  bv_list_view_set_store (self->councils, NULL);
  bv_list_view_set_store (self->members, NULL);
}

static void
bv_council_page_refresh (BvPage *page, const char *const *tables)
{
  BvCouncilPage *self = BV_COUNCIL_PAGE (page);

  bv_act_set_enabled (GTK_WIDGET (page), bv_page_get_store (page), "council.add", TRUE);
  bv_act_set_enabled (GTK_WIDGET (page), bv_page_get_store (page), "council.add-here", TRUE);
  if (tables == NULL)
    {
      bv_page_show_loading (page);
      bv_list_view_set_store (self->meetings, bv_page_get_store (page));
      bv_list_view_set_store (self->councils, bv_page_get_store (page));
      bv_list_view_set_store (self->members, bv_page_get_store (page));
      bv_list_view_requery (self->meetings);
      bv_list_view_requery (self->councils);
      bv_list_view_requery (self->members);
    }
  else if (bv_page_changed_table (tables, "council", "council_member", "meeting", "attendance",
                                  "agenda_item", NULL))
    {
      bv_list_view_reload (self->meetings);
      bv_list_view_reload (self->councils);
      bv_list_view_reload (self->members);
    }
  bv_meeting_pane_reload (self->pane, tables);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->whole), "ballots") == 0)
    bv_ballot_view_reload (self->ballots);
}

static gboolean
bv_council_page_start_search (BvPage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BV_COUNCIL_PAGE (page)->search_entry));
}

static gboolean
bv_council_page_open_record (BvPage *page, const char *kind, gint64 id)
{
  BvCouncilPage *self = BV_COUNCIL_PAGE (page);

  if (g_strcmp0 (kind, "meeting") != 0)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_stack_set_visible_child_name (self->lists, "meetings");
  self->wanted_id = id;
  self->open_year = bv_page_get_year (page);
  gtk_widget_grab_focus (GTK_WIDGET (self->meetings));
  if (bv_page_get_store (page) != NULL)
    bv_list_view_requery (self->meetings);
  return TRUE;
}

static gboolean
bv_council_page_is_busy (BvPage *page)
{
  BvCouncilPage *self = BV_COUNCIL_PAGE (page);

  return bv_list_view_is_loading (self->meetings) || bv_list_view_is_loading (self->councils)
         || bv_list_view_is_loading (self->members) || !bv_meeting_pane_is_settled (self->pane)
         || !bv_ballot_view_is_settled (self->ballots);
}

/* ── Papers ──────────────────────────────────────────────────────────────────────────────── */

static void
type_ballots_cb (BvCouncilPage *self, gint64 id)
{
  gtk_stack_set_visible_child_name (self->whole, "ballots");
  bv_ballot_view_start (self->ballots, bv_page_get_store (BV_PAGE (self)), id);
}

static void
ballots_back_cb (BvCouncilPage *self)
{
  gtk_stack_set_visible_child_name (self->whole, "browse");
  bv_meeting_pane_focus_count (self->pane);
}

/* ── Actions ─────────────────────────────────────────────────────────────────────────────── */

static void
meeting_edited_cb (BvCouncilPage *self, gint64 id)
{
  self->wanted_id = id;
  bv_page_queue_refresh (BV_PAGE (self));
}

static void
meeting_added_cb (GtkWidget *parent, gint64 id)
{
  BvCouncilPage *self = BV_COUNCIL_PAGE (parent);

  gtk_stack_set_visible_child_name (self->lists, "meetings");
  meeting_edited_cb (self, id);
}

static void
council_edited_cb (GtkWidget *parent, gint64 id)
{
  BvCouncilPage *self = BV_COUNCIL_PAGE (parent);

  gtk_stack_set_visible_child_name (self->lists, "councils");
  self->wanted_council = id;
  bv_page_queue_refresh (BV_PAGE (self));
}

static void
add_meeting_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_meeting_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), 0, meeting_added_cb);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_council_editor_present (widget, bv_page_get_store (BV_PAGE (widget)), 0, council_edited_cb);
}

static void
add_here_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvCouncilPage *self = BV_COUNCIL_PAGE (widget);

  if (shows_councils (self) || bv_list_view_get_n_rows (self->councils) == 0)
    add_action (widget, name, parameter);
  else
    add_meeting_action (widget, name, parameter);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvCouncilPage *self = BV_COUNCIL_PAGE (widget);

  bv_council_editor_present (widget, bv_page_get_store (BV_PAGE (self)),
                             bv_list_view_get_selected (self->councils), council_edited_cb);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvCouncilPage *self = BV_COUNCIL_PAGE (widget);

  bv_council_act_run (widget, bv_page_get_store (BV_PAGE (self)), BV_COUNCIL_ACT_DELETE_COUNCIL,
                      bv_list_view_get_selected (self->councils), 0);
}

static void
add_member_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvCouncilPage *self = BV_COUNCIL_PAGE (widget);

  bv_council_member_editor_present (widget, bv_page_get_store (BV_PAGE (self)),
                                    bv_list_view_get_selected (self->councils), 0, 0);
}

static void
person_cb (GtkWidget *parent, gint64 id, const char *name, gpointer user_data)
{
  BvCouncilPage *self = BV_COUNCIL_PAGE (parent);

  bv_council_member_editor_present (parent, bv_page_get_store (BV_PAGE (self)),
                                    bv_list_view_get_selected (self->councils), 0, id);
}

static void
add_person_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  bv_subject_chooser_present (widget, _ ("Member of the Council"),
                              bv_page_get_store (BV_PAGE (widget)), BV_SUBJECT_PERSON, person_cb,
                              NULL);
}

static void
member_activate_cb (BvCouncilPage *self, gint64 id)
{
  bv_council_member_editor_present (GTK_WIDGET (self), bv_page_get_store (BV_PAGE (self)),
                                    bv_list_view_get_selected (self->councils), id, 0);
}

static void
edit_member_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvCouncilPage *self = BV_COUNCIL_PAGE (widget);

  member_activate_cb (self, bv_list_view_get_selected (self->members));
}

/* Up or down in the order of the papers, among those of the same role. */
static void
move_member (BvCouncilPage *self, int by)
{
  bv_council_act_run (GTK_WIDGET (self), bv_page_get_store (BV_PAGE (self)),
                      BV_COUNCIL_ACT_MOVE_MEMBER, bv_list_view_get_selected (self->members), by);
}

static void
member_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_member (BV_COUNCIL_PAGE (widget), -1);
}

static void
member_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_member (BV_COUNCIL_PAGE (widget), 1);
}

static void
remove_member_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BvCouncilPage *self = BV_COUNCIL_PAGE (widget);

  bv_council_act_run (widget, bv_page_get_store (BV_PAGE (self)), BV_COUNCIL_ACT_DELETE_MEMBER,
                      bv_list_view_get_selected (self->members), 0);
}

/* ── Class ───────────────────────────────────────────────────────────────────────────────── */

static void
bv_council_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), BV_TYPE_COUNCIL_PAGE);

  G_OBJECT_CLASS (bv_council_page_parent_class)->dispose (object);
}

static void
bv_council_page_class_init (BvCouncilPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BvPageClass *page_class = BV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_council_page_dispose;
  page_class->set_store = bv_council_page_set_store;
  page_class->refresh = bv_council_page_refresh;
  page_class->is_busy = bv_council_page_is_busy;
  page_class->start_search = bv_council_page_start_search;
  page_class->open_record = bv_council_page_open_record;

  gtk_widget_class_install_action (widget_class, "council.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "council.add-meeting", NULL, add_meeting_action);
  gtk_widget_class_install_action (widget_class, "council.add-here", NULL, add_here_action);
  gtk_widget_class_install_action (widget_class, "council.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "council.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "council.add-member", NULL, add_member_action);
  gtk_widget_class_install_action (widget_class, "council.add-person", NULL, add_person_action);
  gtk_widget_class_install_action (widget_class, "council.edit-member", NULL, edit_member_action);
  gtk_widget_class_install_action (widget_class, "council.member-up", NULL, member_up_action);
  gtk_widget_class_install_action (widget_class, "council.member-down", NULL, member_down_action);
  gtk_widget_class_install_action (widget_class, "council.remove-member", NULL,
                                   remove_member_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK,
                                       "council.add-here", NULL);

  g_type_ensure (BV_TYPE_LIST_VIEW);
  g_type_ensure (BV_TYPE_MEETING_PANE);
  g_type_ensure (BV_TYPE_BALLOT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/bangvang/BangVang/bv-council-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BvCouncilPage, whole);
  gtk_widget_class_bind_template_child (widget_class, BvCouncilPage, lists);
  gtk_widget_class_bind_template_child (widget_class, BvCouncilPage, panes);
  gtk_widget_class_bind_template_child (widget_class, BvCouncilPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, BvCouncilPage, columns_bin);
  gtk_widget_class_bind_template_child (widget_class, BvCouncilPage, meetings);
  gtk_widget_class_bind_template_child (widget_class, BvCouncilPage, councils);
  gtk_widget_class_bind_template_child (widget_class, BvCouncilPage, members);
  gtk_widget_class_bind_template_child (widget_class, BvCouncilPage, pane);
  gtk_widget_class_bind_template_child (widget_class, BvCouncilPage, council_box);
  gtk_widget_class_bind_template_child (widget_class, BvCouncilPage, council_title);
  gtk_widget_class_bind_template_child (widget_class, BvCouncilPage, council_detail);
  gtk_widget_class_bind_template_child (widget_class, BvCouncilPage, ballots);
  gtk_widget_class_bind_template_callback (widget_class, loaded_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_cb);
  gtk_widget_class_bind_template_callback (widget_class, member_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, member_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, meeting_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_ballots_cb);
  gtk_widget_class_bind_template_callback (widget_class, ballots_back_cb);
}

static void
bv_council_page_init (BvCouncilPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bv_list_view_set_columns (self->meetings, "meetings", _ ("Meetings"), meeting_columns,
                            G_N_ELEMENTS (meeting_columns));
  bv_list_view_set_source_func (self->meetings, make_meetings, self);
  bv_list_view_set_autoselect (self->meetings, TRUE);
  bv_list_view_set_nothing (self->meetings, "bv-council-symbolic", _ ("No meeting yet"),
                            _ ("Ctrl+N plans one"));
  bv_list_view_set_columns (self->councils, "councils", _ ("Councils"), council_columns,
                            G_N_ELEMENTS (council_columns));
  bv_list_view_set_source_func (self->councils, make_councils, self);
  bv_list_view_set_autoselect (self->councils, TRUE);
  bv_list_view_set_columns (self->members, "council-members", _ ("Members of the council"),
                            member_columns, G_N_ELEMENTS (member_columns));
  bv_list_view_set_source_func (self->members, make_members, self);
  bv_list_view_set_nothing (self->members, "bv-council-symbolic", _ ("No members yet"),
                            _ ("Add the chair first, then the members and the secretary."));
  tab_cb (self);
}
