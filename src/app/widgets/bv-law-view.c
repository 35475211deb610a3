// SPDX-License-Identifier: GPL-3.0-or-later
/* The law of one award on the screen. Plain boxes: it is read, nothing in it is chosen. Reads no file. */

#define G_LOG_DOMAIN "bangvang"

#include "widgets/bv-law-view.h"

#include "compat/bv-widget.h"
#include "merit/bv-regime-words.h"
#include "office/bv-setting.h"

#include <glib/gi18n.h>

struct _BvLawView
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (BvLawView, bv_law_view, GTK_TYPE_WIDGET)

#define CLASSES(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define PLAIN ((const char *const[]){ NULL })

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *const *css_classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_css_classes (label, (const char **) css_classes);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_list (const char *name)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                                  "orientation", GTK_ORIENTATION_VERTICAL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

static GtkWidget *
make_item (const char *name)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return item;
}

/* The article, and the mark behind it when nobody read it at its source. */
static void
add_article (GtkWidget *box, const char *article, gboolean is_verified)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark;

  if (article != NULL)
    add_label (line, article, CLASSES ("caption", "dim-label"));
  if (!is_verified)
    {
      /* TRANSLATORS: a mark beside an article of law: chưa kiểm chứng */
      mark = add_label (line, _ ("not verified"), CLASSES ("caption", "bv-unverified"));
      gtk_label_set_wrap (GTK_LABEL (mark), FALSE);
      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (
        mark, _ ("This was not read in the text of the law. Please check before relying on it."));
    }
  gtk_box_append (GTK_BOX (box), line);
}

static void
append_row (GtkWidget *list, GtkWidget *row)
{
  if (gtk_widget_get_first_child (list) != NULL)
    gtk_box_append (GTK_BOX (list), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_widget_add_css_class (row, "bv-finding");
  gtk_box_append (GTK_BOX (list), row);
}

/* @article: (nullable) */
static void
add_fact (GtkWidget *list,
          const char *head,
          const char *text,
          const char *article,
          gboolean is_verified)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", head, text);
  GtkWidget *item = make_item (name);

  add_label (item, head, CLASSES ("caption", "dim-label"));
  add_label (item, text, PLAIN);
  if (article != NULL || !is_verified)
    add_article (item, article, is_verified);
  append_row (list, item);
}

/* ── Conditions ──────────────────────────────────────────────────────────────────────────── */

static const char *
words_before_parts (BvConditionKind kind)
{
  switch (kind)
    {
    case BV_CONDITION_ANY:
      return _ ("One of these:");
    case BV_CONDITION_SPAN:
      return _ ("In these years:");
    case BV_CONDITION_ALL:
    default:
      return _ ("All of these:");
    }
}

/* @whole: (nullable): the condition that it is a part of: its article is not said again */
static GtkWidget *
make_condition (const BvCondition *condition, const BvCondition *whole)
{
  GtkWidget *item = make_item (condition->text);

  add_label (item, condition->text, PLAIN);
  if (whole == NULL || whole->is_verified != condition->is_verified
      || !g_str_equal (whole->article, condition->article))
    add_article (item, condition->article, condition->is_verified);
  if (condition->of != NULL && condition->of->len > 0)
    {
      GtkWidget *parts = make_list (condition->text);
      GtkWidget *words = add_label (item, words_before_parts (condition->kind),
                                    CLASSES ("caption-heading"));

      gtk_widget_set_margin_top (words, 4);
      for (guint i = 0; i < condition->of->len; i++)
        {
          GtkWidget *part = make_condition (g_ptr_array_index (condition->of, i), condition);

          gtk_widget_add_css_class (part, "bv-law-part");
          gtk_box_append (GTK_BOX (parts), part);
        }
      gtk_box_append (GTK_BOX (item), parts);
    }
  return item;
}

static void
add_path (BvLawView *self, const BvPath *path)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = make_list (path->name);
  g_autofree char *scope = bv_regime_describe_path (path);

  add_label (box, path->name, CLASSES ("heading"));
  if (*scope != '\0')
    add_label (box, scope, CLASSES ("caption", "dim-label"));
  if (path->conditions->len == 0)
    add_fact (list, _ ("Conditions"), _ ("None"), path->article, path->is_verified);
  for (guint i = 0; i < path->conditions->len; i++)
    append_row (list, make_condition (g_ptr_array_index (path->conditions, i), NULL));
  gtk_widget_add_css_class (list, "card");
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (self->box), box);
}

/* ── The whole ───────────────────────────────────────────────────────────────────────────── */

static const char *
value_of (GHashTable *values, const char *rule)
{
  return rule != NULL ? g_hash_table_lookup (values, rule) : NULL;
}

static void
add_deciders (GtkWidget *list, const BvRegimeAward *award)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < award->deciders->len; i++)
    {
      const BvDecider *decider = g_ptr_array_index (award->deciders, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "",
                              bv_level_get_label (decider->level), decider->who);
    }
  add_fact (list, _ ("Who decides"), text->str, NULL, TRUE);
}

static void
add_forms (GtkWidget *list, const BvRegimeAward *award)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean is_verified = TRUE;

  for (guint i = 0; i < award->forms->len; i++)
    {
      const BvPaperForm *form = g_ptr_array_index (award->forms, i);

      g_autofree char *words = bv_regime_describe_form (form);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", words);
      is_verified = is_verified && form->is_verified;
    }
  if (text->len > 0)
    add_fact (list, _ ("Forms"), text->str,
              ((BvPaperForm *) g_ptr_array_index (award->forms, 0))->article, is_verified);
  else
    add_fact (list, _ ("Forms"), _ ("The regime says nothing of it."), NULL, TRUE);
}

/* @note: (nullable): nothing is said */
static void
add_note (GtkWidget *list, const char *head, const BvLawNote *note)
{
  g_autofree char *text = bv_regime_describe_note (note);

  add_fact (list, head, text, note != NULL ? note->article : NULL,
            note == NULL || note->is_verified);
}

static void
add_opinion (GtkWidget *list,
             const BvRegime *regime,
             const BvRegimeAward *award,
             GHashTable *values)
{
  const BvOpinionRule *opinion = bv_regime_find_opinion (regime, award,
                                                         bv_regime_award_get_level (award));
  g_autofree char *text = NULL;

  if (opinion == NULL)
    return;
  text = bv_regime_describe_opinion (opinion, value_of (values, opinion->rule));
  add_fact (list, _ ("Public opinion"), text, opinion->article, opinion->is_verified);
}

/* What is paid to who gets several awards at once. */
static void
add_several (GtkWidget *list, const BvRegime *regime)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  gboolean is_verified = TRUE;
  g_autofree char *article = NULL;

  for (guint i = 0; i < BV_N_SEVERAL; i++)
    {
      const BvPayRule *rule = &regime->several[i];

      if (rule->pay == BV_PAY_UNSAID)
        continue;
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "",
                              bv_several_case_get_label (i), bv_pay_get_label (rule->pay));
      if (!g_ptr_array_find_with_equal_func (articles, rule->article, g_str_equal, NULL))
        g_ptr_array_add (articles, rule->article);
      is_verified = is_verified && rule->is_verified;
    }
  if (text->len == 0)
    return;
  g_ptr_array_add (articles, NULL);
  article = g_strjoinv ("; ", (char **) articles->pdata);
  add_fact (list, _ ("Several awards at once"), text->str, article, is_verified);
}

static void
add_facts (BvLawView *self, const BvRegime *regime, const BvRegimeAward *award, GHashTable *values)
{
  const BvVoteRule *vote = award->vote != NULL ? award->vote : regime->vote;
  GtkWidget *list = make_list (award->name);
  g_autofree char *subjects = bv_regime_describe_subjects (award->subjects);
  g_autofree char *dates = bv_regime_describe_dates (award->from_date, award->to_date);

  gtk_widget_add_css_class (list, "card");
  add_fact (list, _ ("To whom"), subjects, award->article, award->is_verified);
  if (*dates != '\0')
    add_fact (list, _ ("Given"), dates, NULL, TRUE);
  add_deciders (list, award);
  if (award->quota != NULL)
    {
      g_autofree char *text = bv_regime_describe_quota (regime, award->quota,
                                                        value_of (values, award->quota->rule));

      add_fact (list, C_ ("law", "Quota"), text, award->quota->article, award->quota->is_verified);
    }
  if (vote != NULL)
    {
      g_autofree char *text = bv_regime_describe_vote (
        vote, value_of (values, vote->rule), value_of (values, BV_SETTING_RULE_MAJORITY_BASE));

      add_fact (list, _ ("Vote of the council"), text, vote->article, vote->is_verified);
    }
  if (award->bonus != NULL)
    {
      g_autofree char *text = bv_regime_describe_bonus (award->bonus);

      add_fact (list, _ ("Bonus"), text, award->bonus->article,
                award->bonus->is_verified
                  && (award->bonus->unit_factor == 0 || award->bonus->unit_factor_is_verified)
                  && ((award->bonus->household_factor == 0 && !award->bonus->household_is_unknown)
                      || award->bonus->household_factor_is_verified));
    }
  else
    add_note (list, _ ("Bonus"), award->no_bonus);
  if (!award->is_own)
    {
      add_several (list, regime);
      add_note (list, _ ("Handed over"), award->object);
    }
  add_opinion (list, regime, award, values);
  add_forms (list, award);
  gtk_box_append (GTK_BOX (self->box), list);
}

void
bv_law_view_show (BvLawView *self,
                  const BvRegime *regime,
                  const BvRegimeAward *award,
                  GHashTable *values)
{
  g_autofree char *dates = NULL;
  g_autofree char *source = NULL;
  GtkWidget *head;
  GtkWidget *child;

  g_return_if_fail (BV_IS_LAW_VIEW (self));
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  dates = bv_regime_describe_dates (regime->from_date, regime->to_date);
  source = g_strdup_printf ("%s · %s · %s", award->code, regime->name, dates);
  add_label (head, award->name, CLASSES ("title-2"));
  add_label (head, source, CLASSES ("caption", "dim-label"));
  gtk_box_append (GTK_BOX (self->box), head);
  if (regime->note != NULL)
    {
      GtkWidget *note = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

      add_label (note, regime->note, PLAIN);
      gtk_widget_add_css_class (note, "bv-law-note");
      gtk_box_append (GTK_BOX (self->box), note);
    }
  add_facts (self, regime, award, values);
  for (guint i = 0; i < award->paths->len; i++)
    add_path (self, g_ptr_array_index (award->paths, i));
  if (award->paths->len == 0)
    add_label (self->box, _ ("No conditions are written down for it: whoever proposes it decides."),
               CLASSES ("dim-label"));
}

GtkWidget *
bv_law_view_new (void)
{
  return g_object_new (BV_TYPE_LAW_VIEW, NULL);
}

static void
bv_law_view_dispose (GObject *object)
{
  bv_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (bv_law_view_parent_class)->dispose (object);
}

static void
bv_law_view_class_init (BvLawViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bv_law_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bv-law-view");
}

static void
bv_law_view_init (BvLawView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
