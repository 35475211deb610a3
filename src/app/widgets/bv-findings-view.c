// SPDX-License-Identifier: GPL-3.0-or-later
/* Findings on the screen. Plain boxes and not a list box: nothing here is chosen, and the keyboard goes from one record
 * to the next. Reads no file. */

#define G_LOG_DOMAIN "bangvang"

#include "widgets/bv-findings-view.h"

#include "base/bv-date.h"
#include "bv-page-registry.h"
#include "compat/bv-widget.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _BvFindingsView
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (BvFindingsView, bv_findings_view, GTK_TYPE_WIDGET)

enum
{
  OPEN_RECORD,
  OPEN_PAGE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static const struct
{
  const char *icon;
  const char *css_class;
} looks[] = {
  { "bv-verdict-met-symbolic", "success" },
  { "bv-verdict-unknown-symbolic", "warning" },
  { "bv-verdict-not-met-symbolic", "error" },
};

const char *
bv_verdict_get_icon_name (BvVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < G_N_ELEMENTS (looks), NULL);
  return looks[verdict].icon;
}

GtkWidget *
bv_verdict_image_new (BvVerdict verdict)
{
  GtkWidget *image = gtk_image_new_from_icon_name (bv_verdict_get_icon_name (verdict));

  gtk_widget_add_css_class (image, looks[verdict].css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bv_verdict_get_label (verdict), -1);
  return image;
}

/* ── Words ───────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *const *css_classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_css_classes (label, (const char **) css_classes);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}
#define CLASSES(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define PLAIN ((const char *const[]){ NULL })

static const char *
verdict_words (BvVerdict verdict, gboolean needs_word)
{
  switch (verdict)
    {
    case BV_VERDICT_MET:
      return _ ("All conditions are met");
    case BV_VERDICT_CANNOT_TELL:
      return needs_word ? _ ("The records are in order; only the minutes are missing")
                        : _ ("It cannot be told yet: records are missing");
    case BV_VERDICT_NOT_MET:
    default:
      return _ ("Conditions are not met");
    }
}

static char *
first_year_words (int first_year, int year)
{
  if (first_year > year)
    /* TRANSLATORS: %d is a year. */
    return g_strdup_printf (_ ("At the earliest for the year %d, if all goes well from now on."),
                            first_year);
  if (first_year < 0)
    return g_strdup (_ ("It cannot be met in this way."));
  return NULL;
}

/* ── Conditions ──────────────────────────────────────────────────────────────────────────── */

static void
record_clicked_cb (GtkButton *button, gpointer user_data)
{
  BvFindingsView *self = BV_FINDINGS_VIEW (
    gtk_widget_get_ancestor (GTK_WIDGET (button), BV_TYPE_FINDINGS_VIEW));
  const char *kind = g_object_get_data (G_OBJECT (button), "kind");
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (button), "id");

  if (g_signal_has_handler_pending (self, signals[OPEN_RECORD], 0, FALSE))
    g_signal_emit (self, signals[OPEN_RECORD], 0, kind, id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "(sx)", kind, id);
}

static GtkWidget *
make_record (const BvFindingRecord *record)
{
  GtkWidget *label = gtk_label_new (record->label);
  GtkWidget *button;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  /* What no page shows is told, and not offered to be opened. */
  if (bv_page_registry_find_kind (record->page_kind) == NULL)
    return label;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "bv-record-link");
  g_object_set_data_full (G_OBJECT (button), "kind", g_strdup (record->page_kind), g_free);
  g_object_set_data_full (G_OBJECT (button), "id",
                          g_memdup2 (&record->page_id, sizeof record->page_id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (record_clicked_cb), NULL);
  return button;
}

/* The page on which what is missing is entered; NULL: in the nomination itself, or nowhere. */
const char *
bv_findings_view_find_page (BvConditionKind kind)
{
  switch (kind)
    {
    case BV_CONDITION_AWARD:
    case BV_CONDITION_MEMBER_SHARE:
    case BV_CONDITION_MEMBER_COUNT:
      return "decisions";
    case BV_CONDITION_RATING:
    case BV_CONDITION_MEMBER_RATING:
      return "ratings";
    case BV_CONDITION_INITIATIVE:
      return "initiatives";
    case BV_CONDITION_MONTHS_IN_POST:
    case BV_CONDITION_ABSENCE:
    case BV_CONDITION_YEARS_OF_EXISTENCE:
    case BV_CONDITION_YEARS_OF_SERVICE:
    case BV_CONDITION_UNDISCIPLINED:
    case BV_CONDITION_NOTHING_PENDING:
    case BV_CONDITION_MEMBERS_UNDISCIPLINED:
      return "register";
    case BV_CONDITION_ALL:
    case BV_CONDITION_ANY:
    case BV_CONDITION_SPAN:
    case BV_CONDITION_MOVEMENT:
    case BV_CONDITION_NOT_WITH:
    case BV_CONDITION_NOT_SAME_ACHIEVEMENT:
    case BV_CONDITION_ATTESTED:
    default:
      return NULL;
    }
}

static void
remedy_clicked_cb (GtkButton *button, gpointer user_data)
{
  BvFindingsView *self = BV_FINDINGS_VIEW (
    gtk_widget_get_ancestor (GTK_WIDGET (button), BV_TYPE_FINDINGS_VIEW));

  if (g_signal_has_handler_pending (self, signals[OPEN_PAGE], 0, FALSE))
    g_signal_emit (self, signals[OPEN_PAGE], 0, user_data);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", (const char *) user_data);
}

/* What would mend it leads to where that is done. */
static void
add_remedy (GtkWidget *box, const BvFinding *finding)
{
  const char *page = bv_findings_view_find_page (finding->kind);
  const BvPageInfo *info = page != NULL ? bv_page_registry_find (page) : NULL;
  g_autofree char *remedy = g_strdup_printf ("→ %s", finding->remedy);
  g_autofree char *tooltip = NULL;
  GtkWidget *label = add_label (box, remedy, CLASSES ("bv-remedy"));
  GtkWidget *button;

  if (info == NULL)
    return;
  g_object_ref (label);
  gtk_box_remove (GTK_BOX (box), label);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  g_object_unref (label);
  /* TRANSLATORS: %s is the name of a page. */
  tooltip = g_strdup_printf (_ ("Go to the page %s"), _ (info->title));
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "bv-record-link");
  g_signal_connect (button, "clicked", G_CALLBACK (remedy_clicked_cb), (gpointer) info->id);
  gtk_box_append (GTK_BOX (box), button);
}

#define MAX_RECORDS 12 /* of one condition; a unit of 300 people has 300 */

static void
add_records (GtkWidget *box, GPtrArray *records)
{
  if (records->len == 0)
    return;
  for (guint i = 0; i < MIN (records->len, MAX_RECORDS); i++)
    gtk_box_append (GTK_BOX (box), make_record (g_ptr_array_index (records, i)));
  if (records->len > MAX_RECORDS)
    {
      g_autofree char *more = g_strdup_printf (
        /* TRANSLATORS: below a list of records that was cut. */
        ngettext ("and %u more", "and %u more", records->len - MAX_RECORDS),
        records->len - MAX_RECORDS);

      add_label (box, more, CLASSES ("caption", "dim-label"));
    }
}

static void add_findings (GtkWidget *box, GPtrArray *findings, int year, guint depth);

static GtkWidget *
make_finding (const BvFinding *finding, int year, guint depth)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 "spacing", 12, NULL);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *image = bv_verdict_image_new (finding->verdict);
  g_autofree char *later = first_year_words (finding->first_year, year);
  g_autofree char *name = g_strdup_printf ("%s: %s", bv_verdict_get_label (finding->verdict),
                                           finding->requirement);

  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 2);
  gtk_box_append (GTK_BOX (row), image);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_widget_add_css_class (row, depth == 0 ? "bv-finding" : "bv-finding-part");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  add_label (texts, finding->requirement, depth == 0 ? CLASSES ("heading") : PLAIN);
  if (*finding->article != '\0')
    {
      g_autofree char *article =
        finding->is_verified
          ? g_strdup (finding->article)
          /* TRANSLATORS: %s is an article of law that was not read at its source. */
          : g_strdup_printf (_ ("%s (not checked at the source)"), finding->article);

      add_label (texts, article, CLASSES ("caption", "dim-label"));
    }
  if (*finding->explanation != '\0')
    add_label (texts, finding->explanation, PLAIN);
  if (*finding->remedy != '\0')
    add_remedy (texts, finding);
  if (later != NULL && finding->verdict != BV_VERDICT_MET)
    add_label (texts, later, CLASSES ("caption"));
  add_records (texts, finding->records);
  if (finding->of->len > 0)
    {
      GtkWidget *parts = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                       "orientation", GTK_ORIENTATION_VERTICAL, NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (parts), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      finding->requirement, -1);
      add_findings (parts, finding->of, year, depth + 1);
      gtk_box_append (GTK_BOX (texts), parts);
    }
  return row;
}

static void
add_findings (GtkWidget *box, GPtrArray *findings, int year, guint depth)
{
  for (guint i = 0; i < findings->len; i++)
    {
      if (i > 0 && depth == 0)
        gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (box), make_finding (g_ptr_array_index (findings, i), year, depth));
    }
}

/* ── The whole ───────────────────────────────────────────────────────────────────────────── */

static void
clear (BvFindingsView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/* @source: what was judged by: the regime, the path, the moment; (nullable) */
static void
show (BvFindingsView *self,
      BvVerdict verdict,
      gboolean needs_word,
      const char *source,
      const char *reason,
      int first_year,
      int year,
      GPtrArray *findings)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *image = bv_verdict_image_new (verdict);
  g_autofree char *later = first_year_words (first_year, year);

  clear (self);
  gtk_image_set_pixel_size (GTK_IMAGE (image), 32);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), image);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (head), texts);
  add_label (texts, verdict_words (verdict, needs_word), CLASSES ("title-4"));
  if (source != NULL && *source != '\0')
    add_label (texts, source, CLASSES ("caption", "dim-label"));
  if (*reason != '\0')
    add_label (texts, reason, PLAIN);
  if (later != NULL && verdict != BV_VERDICT_MET)
    add_label (texts, later, PLAIN);
  gtk_box_append (GTK_BOX (self->box), head);
  if (findings->len > 0)
    {
      GtkWidget *list = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                      "orientation", GTK_ORIENTATION_VERTICAL, NULL);

      gtk_widget_add_css_class (list, "card");
      gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Conditions"), -1);
      add_findings (list, findings, year, 0);
      gtk_box_append (GTK_BOX (self->box), list);
    }
}

static char *
join (const char *a, const char *b)
{
  if (a == NULL || *a == '\0')
    return g_strdup (b != NULL ? b : "");
  if (b == NULL || *b == '\0')
    return g_strdup (a);
  return g_strdup_printf ("%s · %s", a, b);
}

void
bv_findings_view_show (BvFindingsView *self, const BvEligibility *eligibility)
{
  g_autofree char *source = NULL;

  g_return_if_fail (BV_IS_FINDINGS_VIEW (self));
  if (eligibility == NULL)
    {
      clear (self);
      return;
    }
  source = join (eligibility->regime->name,
                 eligibility->path != NULL ? eligibility->path->name : NULL);
  show (self, eligibility->verdict, eligibility->needs_word, source, eligibility->reason,
        eligibility->first_year, eligibility->year, eligibility->findings);
}

void
bv_findings_view_show_frozen (BvFindingsView *self, const BvFrozenFindings *findings)
{
  g_autofree char *law = NULL;
  g_autofree char *source = NULL;
  g_autofree char *when = NULL;
  g_autofree char *day = NULL;

  g_return_if_fail (BV_IS_FINDINGS_VIEW (self));
  g_return_if_fail (findings != NULL);
  law = join (*findings->regime_name != '\0' ? findings->regime_name : findings->regime_id,
              findings->path);
  day = bv_date_of_moment (findings->when);
  if (day != NULL)
    {
      g_autofree char *shown = bv_date_format_short (day);

      /* TRANSLATORS: %s is a date: findings are shown as they were then. */
      when = g_strdup_printf (_ ("as it was on %s"), shown);
    }
  source = join (law, when);
  show (self, findings->verdict, findings->needs_word, source, findings->reason,
        findings->first_year, findings->year, findings->findings);
}

GtkWidget *
bv_findings_view_new (void)
{
  return g_object_new (BV_TYPE_FINDINGS_VIEW, NULL);
}

static void
bv_findings_view_dispose (GObject *object)
{
  bv_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (bv_findings_view_parent_class)->dispose (object);
}

static void
bv_findings_view_class_init (BvFindingsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_findings_view_dispose;
  signals[OPEN_RECORD] = g_signal_new ("open-record", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                                       G_TYPE_INT64);
  signals[OPEN_PAGE] = g_signal_new ("open-page", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bv-findings-view");
}

static void
bv_findings_view_init (BvFindingsView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
