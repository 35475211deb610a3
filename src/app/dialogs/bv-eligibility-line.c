// SPDX-License-Identifier: GPL-3.0-or-later
/* The lines of BvEligibilityWindow and how they look. */

#define G_LOG_DOMAIN "bangvang"

#include "dialogs/bv-eligibility-line.h"

#include "compat/bv-accessible.h"
#include "widgets/bv-findings-view.h"

struct _BvEligibilityLine
{
  GObject parent_instance;

  /* Owned */
  char *title;
  char *detail;
  char *form_code;

  /* State */
  BvVerdict verdict;
  gboolean needs_word;
  gint64 subject_id;
  gboolean is_heading;
};

G_DEFINE_FINAL_TYPE (BvEligibilityLine, bv_eligibility_line, G_TYPE_OBJECT)

static void
bv_eligibility_line_finalize (GObject *object)
{
  BvEligibilityLine *self = BV_ELIGIBILITY_LINE (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->form_code);
  G_OBJECT_CLASS (bv_eligibility_line_parent_class)->finalize (object);
}

static void
bv_eligibility_line_class_init (BvEligibilityLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_eligibility_line_finalize;
}

static void
bv_eligibility_line_init (BvEligibilityLine *self)
{
}

BvEligibilityLine *
bv_eligibility_line_new (BvVerdict verdict,
                         gboolean needs_word,
                         const char *title,
                         const char *detail,
                         gint64 subject_id,
                         const char *form_code)
{
  BvEligibilityLine *self = g_object_new (BV_TYPE_ELIGIBILITY_LINE, NULL);

  self->verdict = verdict;
  self->needs_word = needs_word;
  self->title = g_strdup (title);
  self->detail = g_strdup (detail != NULL ? detail : "");
  self->subject_id = subject_id;
  self->form_code = g_strdup (form_code);
  return self;
}

BvEligibilityLine *
bv_eligibility_line_new_heading (BvVerdict verdict, const char *title)
{
  BvEligibilityLine *self = bv_eligibility_line_new (verdict, FALSE, title, NULL, 0, NULL);

  self->is_heading = TRUE;
  return self;
}

gboolean
bv_eligibility_line_is_heading (BvEligibilityLine *self)
{
  return self->is_heading;
}

BvVerdict
bv_eligibility_line_get_verdict (BvEligibilityLine *self)
{
  return self->verdict;
}

gboolean
bv_eligibility_line_needs_word (BvEligibilityLine *self)
{
  return self->needs_word;
}

const char *
bv_eligibility_line_get_title (BvEligibilityLine *self)
{
  return self->title;
}

gint64
bv_eligibility_line_get_subject (BvEligibilityLine *self)
{
  return self->subject_id;
}

const char *
bv_eligibility_line_get_form (BvEligibilityLine *self)
{
  return self->form_code;
}

/* ── Rows ────────────────────────────────────────────────────────────────────────────────── */

static GtkWidget *
make_label (GtkWidget *box, gboolean is_detail)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_detail)
    gtk_widget_set_css_classes (label, (const char *[]){ "caption", "dim-label", NULL });
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_box_append (GTK_BOX (row), gtk_image_new ());
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), texts);
  make_label (texts, FALSE);
  make_label (texts, TRUE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  static const char *const classes[] = { "success", "warning", "error" };
  BvEligibilityLine *line = gtk_list_item_get_item (item);
  GtkWidget *image = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (image));
  GtkWidget *detail = gtk_widget_get_next_sibling (title);

  gtk_image_set_from_icon_name (GTK_IMAGE (image), bv_verdict_get_icon_name (line->verdict));
  gtk_widget_set_css_classes (image, (const char *[]){ classes[line->verdict], NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bv_verdict_get_full_label (line->verdict, line->needs_word), -1);
  /* The heading says what the mark says. */
  gtk_widget_set_visible (image, !line->is_heading);
  gtk_label_set_text (GTK_LABEL (title), line->title);
  gtk_label_set_text (GTK_LABEL (detail), line->detail);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item),
                               *line->detail != '\0' ? line->detail : NULL);
  gtk_widget_set_visible (detail, *line->detail != '\0');
  gtk_widget_set_css_classes (title, line->is_heading ? (const char *[]){ "heading", NULL }
                                                      : (const char *[]){ NULL });
  gtk_list_item_set_selectable (item, !line->is_heading);
  gtk_list_item_set_activatable (item, !line->is_heading);
}

GtkListItemFactory *
bv_eligibility_line_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}
