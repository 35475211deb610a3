// SPDX-License-Identifier: GPL-3.0-or-later
/* Columns, filters and queries of the register's lists. */

#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-register-lists.h"

#include "office/bv-register.h"
#include "store/bv-store.h"

#include <glib/gi18n.h>

/* ── Cells that are codes ────────────────────────────────────────────────────────────────── */

static char *
format_sex (BvRow *row, guint column)
{
  const char *code = bv_row_get_text (row, column);
  return g_strdup (*code != '\0' ? bv_choice_label (bv_person_sexes, code) : "");
}

static char *
format_worker_class (BvRow *row, guint column)
{
  const char *code = bv_row_get_text (row, column);
  return g_strdup (*code != '\0' ? bv_choice_label (bv_person_worker_classes, code) : "");
}

static char *
format_leader_class (BvRow *row, guint column)
{
  const char *code = bv_row_get_text (row, column);
  return g_strdup (*code != '\0' ? bv_choice_label (bv_membership_leader_classes, code) : "");
}

static char *
format_unit_kind (BvRow *row, guint column)
{
  return g_strdup (bv_choice_label (bv_unit_kinds, bv_row_get_text (row, column)));
}

/* A unit stands under the one it belongs to, a step to the right. */
static char *
format_unit_name (BvRow *row, guint column)
{
  gint64 depth = CLAMP (bv_row_get_int (row, BV_UNITS_COLUMN_DEPTH), 0, 8);
  g_autofree char *indent = g_strnfill (depth * 4, ' ');
  g_auto (GStrv) parts = g_strsplit (indent, " ", -1);
  g_autofree char *wide = g_strjoinv ("\u2002", parts);
  return g_strconcat (wide, bv_row_get_text (row, column), NULL);
}

/* ── Columns ─────────────────────────────────────────────────────────────────────────────── */

static const BvListColumn people_columns[] = {
  { "name", N_ ("Full name"), BV_LIST_COLUMN_TEXT, BV_PEOPLE_COLUMN_NAME, 172, TRUE },
  { "post", N_ ("Post"), BV_LIST_COLUMN_TEXT, BV_PEOPLE_COLUMN_POST, 112, TRUE },
  { "unit", N_ ("Unit"), BV_LIST_COLUMN_TEXT, BV_PEOPLE_COLUMN_UNIT, 0, TRUE },
  { "birth", N_ ("Born"), BV_LIST_COLUMN_DATE, BV_PEOPLE_COLUMN_BIRTH, 100, TRUE, TRUE },
  { "sex", N_ ("Sex"), BV_LIST_COLUMN_TEXT, BV_PEOPLE_COLUMN_SEX, 64, FALSE, TRUE, format_sex },
  { "ethnic", N_ ("Ethnic group"), BV_LIST_COLUMN_TEXT, BV_PEOPLE_COLUMN_ETHNIC_GROUP, 90, FALSE,
    TRUE },
  { "party", N_ ("Party"), BV_LIST_COLUMN_CHECK, BV_PEOPLE_COLUMN_IS_PARTY_MEMBER, 64, FALSE,
    TRUE },
  { "worker", N_ ("Kind of worker"), BV_LIST_COLUMN_TEXT, BV_PEOPLE_COLUMN_WORKER_CLASS, 120, FALSE,
    TRUE, format_worker_class },
  { "leader", N_ ("Class in the statistics"), BV_LIST_COLUMN_TEXT, BV_PEOPLE_COLUMN_LEADER_CLASS,
    160, FALSE, TRUE, format_leader_class },
  { "code", N_ ("Identity number"), BV_LIST_COLUMN_TEXT, BV_PEOPLE_COLUMN_CODE, 120, FALSE, TRUE },
  { "awards", N_ ("Awards"), BV_LIST_COLUMN_NUMBER, BV_PEOPLE_COLUMN_N_AWARDS, 96, FALSE, TRUE },
};

static const BvListColumn units_columns[] = {
  { "name", N_ ("Unit"), BV_LIST_COLUMN_TEXT, BV_UNITS_COLUMN_NAME, 0, TRUE, FALSE,
    format_unit_name },
  { "kind", N_ ("Kind"), BV_LIST_COLUMN_TEXT, BV_UNITS_COLUMN_KIND, 130, FALSE, TRUE,
    format_unit_kind },
  { "members", N_ ("People"), BV_LIST_COLUMN_NUMBER, BV_UNITS_COLUMN_N_MEMBERS, 84 },
  { "awards", N_ ("Awards"), BV_LIST_COLUMN_NUMBER, BV_UNITS_COLUMN_N_AWARDS, 96 },
  { "code", N_ ("Unit code"), BV_LIST_COLUMN_TEXT, BV_UNITS_COLUMN_CODE, 100, FALSE, TRUE },
  { "from", N_ ("From"), BV_LIST_COLUMN_DATE, BV_UNITS_COLUMN_FROM_DATE, 100, FALSE, TRUE },
  { "to", N_ ("Until"), BV_LIST_COLUMN_DATE, BV_UNITS_COLUMN_TO_DATE, 100, FALSE, TRUE },
};

static const BvListColumn households_columns[] = {
  { "name", N_ ("Household"), BV_LIST_COLUMN_TEXT, BV_HOUSEHOLDS_COLUMN_NAME, 0, TRUE },
  { "unit", N_ ("Village or commune"), BV_LIST_COLUMN_TEXT, BV_HOUSEHOLDS_COLUMN_UNIT, 180, TRUE },
  { "head", N_ ("Head of the household"), BV_LIST_COLUMN_TEXT, BV_HOUSEHOLDS_COLUMN_HEAD, 150,
    FALSE, TRUE },
  { "address", N_ ("Address"), BV_LIST_COLUMN_TEXT, BV_HOUSEHOLDS_COLUMN_ADDRESS, 160, FALSE,
    TRUE },
  { "code", N_ ("Household code"), BV_LIST_COLUMN_TEXT, BV_HOUSEHOLDS_COLUMN_CODE, 110, FALSE,
    TRUE },
  { "awards", N_ ("Awards"), BV_LIST_COLUMN_NUMBER, BV_HOUSEHOLDS_COLUMN_N_AWARDS, 96 },
};

const char *
bv_register_list_id (BvRegisterList which)
{
  static const char *const ids[] = { "people", "units", "households" };
  return ids[which];
}

void
bv_register_list_set_columns (BvRegisterList which, BvListView *list)
{
  switch (which)
    {
    case BV_REGISTER_PEOPLE:
      bv_list_view_set_columns (list, "people", _ ("People"), people_columns,
                                G_N_ELEMENTS (people_columns));
      break;
    case BV_REGISTER_UNITS:
      bv_list_view_set_columns (list, "units", _ ("Units"), units_columns,
                                G_N_ELEMENTS (units_columns));
      break;
    default:
      bv_list_view_set_columns (list, "households", _ ("Households"), households_columns,
                                G_N_ELEMENTS (households_columns));
      break;
    }
}

/* ── Filters ─────────────────────────────────────────────────────────────────────────────── */

/* A choice with "any" before it; @skip_empty leaves out the code "" ("not said"). */
static void
add_any_choice (BvForm *form, const char *field, const char *title, const BvChoice *choices)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) own = bv_choice_labels (choices);
  g_strv_builder_add (codes, "");
  /* TRANSLATORS: no restriction by this field, in a filter. */
  g_strv_builder_add (labels, _ ("any"));
  for (guint i = 0; choices[i].code != NULL; i++)
    if (*choices[i].code != '\0')
      {
        g_strv_builder_add (codes, choices[i].code);
        g_strv_builder_add (labels, own[i]);
      }
  g_auto (GStrv) code_list = g_strv_builder_end (codes);
  g_auto (GStrv) label_list = g_strv_builder_end (labels);
  bv_form_add_combo (form, field, title, (const char *const *) code_list,
                     (const char *const *) label_list);
}

static void
add_yes_no (BvForm *form, const char *field, const char *title)
{
  const char *codes[] = { "", "yes", "no", NULL };
  const char *labels[] = { _ ("any"), _ ("yes"), _ ("no"), NULL };
  bv_form_add_combo (form, field, title, codes, labels);
}

static BvTriState
get_yes_no (BvForm *form, const char *field)
{
  g_autofree char *code = bv_form_get_text (form, field);
  return g_str_equal (code, "yes") ? BV_YES : g_str_equal (code, "no") ? BV_NO : BV_ANY;
}

/* The fields of each filter, for counting and clearing. */
static const char *const filter_fields[BV_REGISTER_N_LISTS][8] = {
  { "unit_id", "sex", "worker_class", "leader_class", "minority", "party", "in_post_only" },
  { "unit_id", "kind", "existing_only" },
  { "unit_id" },
};

GtkWidget *
bv_register_list_make_filter (BvRegisterList which, BvStore *store)
{
  GtkWidget *widget = bv_form_new ();
  BvForm *form = BV_FORM (widget);
  bv_form_add_section (form, NULL, NULL);
  bv_form_add_subject (form, "unit_id", _ ("_Unit, with all below"), store, BV_SUBJECT_UNIT);
  switch (which)
    {
    case BV_REGISTER_PEOPLE:
      add_any_choice (form, "sex", _ ("Se_x"), bv_person_sexes);
      add_any_choice (form, "worker_class", _ ("_Kind of worker"), bv_person_worker_classes);
      add_any_choice (form, "leader_class", _ ("Class in the _statistics"),
                      bv_membership_leader_classes);
      add_yes_no (form, "minority", _ ("Ethnic _minority"));
      add_yes_no (form, "party", _ ("Member of the _Party"));
      bv_form_add_switch (form, "in_post_only", _ ("Only who has a po_st now"), NULL);
      break;
    case BV_REGISTER_UNITS:
      add_any_choice (form, "kind", _ ("_Kind"), bv_unit_kinds);
      bv_form_add_switch (form, "existing_only", _ ("Only units that _exist now"), NULL);
      break;
    default:
      break;
    }
  return widget;
}

guint
bv_register_list_count_filters (BvRegisterList which, BvForm *filter)
{
  guint n = 0;
  for (guint i = 0; filter_fields[which][i] != NULL; i++)
    {
      g_autofree char *value = bv_form_get_text (filter, filter_fields[which][i]);
      if (*value != '\0' && !g_str_equal (value, "0"))
        n++;
    }
  return n;
}

void
bv_register_list_clear_filter (BvRegisterList which, BvForm *filter)
{
  for (guint i = 0; filter_fields[which][i] != NULL; i++)
    if (g_str_equal (filter_fields[which][i], "unit_id"))
      bv_form_set_subject (filter, "unit_id", 0, NULL);
    else
      bv_form_set_text (filter, filter_fields[which][i], "");
}

/* ── Queries ─────────────────────────────────────────────────────────────────────────────── */

static BvRowSource *
make_people (const char *search, BvForm *form, const char *sort, gboolean descending)
{
  BvPeopleFilter filter = { .search = search };
  g_autofree char *sex = form != NULL ? bv_form_get_text_or_null (form, "sex") : NULL;
  g_autofree char *worker = form != NULL ? bv_form_get_text_or_null (form, "worker_class") : NULL;
  g_autofree char *leader = form != NULL ? bv_form_get_text_or_null (form, "leader_class") : NULL;
  if (form != NULL)
    {
      filter.unit_id = bv_form_get_int (form, "unit_id");
      filter.sex = sex;
      filter.worker_class = worker;
      filter.leader_class = leader;
      filter.minority = get_yes_no (form, "minority");
      filter.party = get_yes_no (form, "party");
      filter.in_post_only = bv_form_get_boolean (form, "in_post_only");
    }
  BvPeopleSort by = g_strcmp0 (sort, "unit") == 0    ? BV_PEOPLE_SORT_UNIT
                    : g_strcmp0 (sort, "birth") == 0 ? BV_PEOPLE_SORT_BIRTH
                    : g_strcmp0 (sort, "post") == 0  ? BV_PEOPLE_SORT_POST
                                                     : BV_PEOPLE_SORT_NAME;
  return bv_register_people_source (&filter, by, descending);
}

static BvRowSource *
make_units (const char *search, BvForm *form, const char *sort, gboolean descending)
{
  BvUnitsFilter filter = { .search = search };
  g_autofree char *kind = form != NULL ? bv_form_get_text_or_null (form, "kind") : NULL;
  if (form != NULL)
    {
      filter.unit_id = bv_form_get_int (form, "unit_id");
      filter.kind = kind;
      filter.existing_only = bv_form_get_boolean (form, "existing_only");
    }
  return bv_register_units_source (
    &filter, g_strcmp0 (sort, "name") == 0 ? BV_UNITS_SORT_NAME : BV_UNITS_SORT_ORGANISATION,
    descending);
}

static BvRowSource *
make_households (const char *search, BvForm *form, const char *sort, gboolean descending)
{
  BvHouseholdsFilter filter = { .search = search };
  if (form != NULL)
    filter.unit_id = bv_form_get_int (form, "unit_id");
  return bv_register_households_source (
    &filter, g_strcmp0 (sort, "unit") == 0 ? BV_HOUSEHOLDS_SORT_UNIT : BV_HOUSEHOLDS_SORT_NAME,
    descending);
}

BvRowSource *
bv_register_list_make_source (BvRegisterList which,
                              const char *search,
                              BvForm *filter,
                              const char *sort,
                              gboolean descending)
{
  switch (which)
    {
    case BV_REGISTER_PEOPLE:
      return make_people (search, filter, sort, descending);
    case BV_REGISTER_UNITS:
      return make_units (search, filter, sort, descending);
    default:
      return make_households (search, filter, sort, descending);
    }
}
