// SPDX-License-Identifier: GPL-3.0-or-later
/* Between the examiners' sheets (core, plain data) and the grid. It writes nothing: its owner makes acts of what was
 * typed and gives it the sheets anew. */
#define G_LOG_DOMAIN "bangvang"

#include "pages/bv-initiative-marks.h"

#include "base/bv-number.h"

#include <glib/gi18n.h>

typedef struct
{
  char *text;
  char *message; /* NULL: on its way to the file */
} Typed;

typedef struct
{
  char *key;
  char *label;
  gint64 maximum;
} Criterion;

struct _BvInitiativeMarks
{
  GObject parent_instance;

  /* Owned */
  GPtrArray *criteria; /* (element-type Criterion) */
  GPtrArray *names;    /* of the examiners */
  GHashTable *typed;   /* "row column" → Typed */

  /* State */
  gint64 initiative_id;
  gint64 marks[BV_INITIATIVE_N_EXAMINERS][BV_INITIATIVE_MAX_CRITERIA];
  gint64 maximum;
  guint n_columns;
  gboolean is_editable;
};

enum
{
  TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void model_init (BvGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BvInitiativeMarks,
                               bv_initiative_marks,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BV_TYPE_GRID_MODEL, model_init))

static void
typed_free (Typed *typed)
{
  g_free (typed->text);
  g_free (typed->message);
  g_free (typed);
}

static void
criterion_free (Criterion *criterion)
{
  g_free (criterion->key);
  g_free (criterion->label);
  g_free (criterion);
}

static char *
make_key (guint row, guint column)
{
  return g_strdup_printf ("%u %u", row, column);
}

/* ── The model ─────────────────────────────────────────────────────────────────────────────── */

static guint
get_n_rows (BvGridModel *model)
{
  guint n = BV_INITIATIVE_MARKS (model)->criteria->len;

  return n > 0 ? n + 1 : 0;
}

static guint
get_n_columns (BvGridModel *model)
{
  return BV_INITIATIVE_MARKS (model)->n_columns;
}

static gboolean
is_section (BvGridModel *model, guint row)
{
  return FALSE;
}

static gboolean
is_sum (BvInitiativeMarks *self, guint row)
{
  return row >= self->criteria->len;
}

static char *
get_row_title (BvGridModel *model, guint row)
{
  BvInitiativeMarks *self = BV_INITIATIVE_MARKS (model);

  if (is_sum (self, row))
    return g_strdup (_ ("Sum"));
  return g_strdup (((const Criterion *) g_ptr_array_index (self->criteria, row))->label);
}

static char *
get_row_note (BvGridModel *model, guint row)
{
  BvInitiativeMarks *self = BV_INITIATIVE_MARKS (model);
  g_autofree char *maximum = bv_number_format_hundredths (
    is_sum (self, row) ? self->maximum
                       : ((const Criterion *) g_ptr_array_index (self->criteria, row))->maximum);

  /* TRANSLATORS: the most points that a criterion gives. */
  return g_strdup_printf (_ ("at most %s"), maximum);
}

static char *
get_column_title (BvGridModel *model, guint column)
{
  return g_strdup (g_ptr_array_index (BV_INITIATIVE_MARKS (model)->names, column));
}

static guint
get_column_chars (BvGridModel *model, guint column)
{
  const char *name = g_ptr_array_index (BV_INITIATIVE_MARKS (model)->names, column);

  return (guint) CLAMP (g_utf8_strlen (name, -1), 8, 16);
}

static void
get_sum (BvInitiativeMarks *self, guint column, BvGridCell *cell)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->criteria->len; i++)
    {
      if (self->marks[column][i] < 0)
        return;
      sum += self->marks[column][i];
    }
  cell->text = bv_number_format_hundredths (sum);
}

static void
get_cell (BvGridModel *model, guint row, guint column, BvGridCell *cell)
{
  BvInitiativeMarks *self = BV_INITIATIVE_MARKS (model);
  g_autofree char *key = make_key (row, column);
  const Typed *typed = g_hash_table_lookup (self->typed, key);

  cell->flags = BV_GRID_CELL_NUMBER;
  if (is_sum (self, row))
    {
      cell->flags |= BV_GRID_CELL_STRONG;
      get_sum (self, column, cell);
      return;
    }
  if (self->is_editable)
    cell->flags |= BV_GRID_CELL_EDITABLE;
  if (typed != NULL)
    {
      cell->text = g_strdup (typed->text);
      cell->message = g_strdup (typed->message);
      if (typed->message != NULL)
        cell->flags |= BV_GRID_CELL_BAD;
    }
  else if (self->marks[column][row] >= 0)
    cell->text = bv_number_format_hundredths (self->marks[column][row]);
}

/* @points: -1 for an emptied cell. Returns: why it cannot stand, (nullable) (transfer full). */
static char *
read_points (const Criterion *criterion, const char *text, gint64 *points)
{
  g_autoptr (GError) error = NULL;

  *points = -1;
  if (*text == '\0')
    return NULL;
  if (!bv_number_parse_hundredths (text, points, &error))
    return g_strdup (error->message);
  if (*points > criterion->maximum)
    {
      g_autofree char *maximum = bv_number_format_hundredths (criterion->maximum);
      g_autofree char *given = bv_number_format_hundredths (*points);

      return g_strdup_printf (_ ("“%s” gives at most %s points, not %s."), criterion->label,
                              maximum, given);
    }
  return NULL;
}

static void
edit (BvGridModel *model, const BvGridEdit *edits, guint n_edits)
{
  BvInitiativeMarks *self = BV_INITIATIVE_MARKS (model);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (BvInitiativeMark));

  for (guint i = 0; i < n_edits; i++)
    {
      const Criterion *criterion = g_ptr_array_index (self->criteria, edits[i].row);
      Typed *typed = g_new0 (Typed, 1);
      BvInitiativeMark mark = { (int) edits[i].column + 1, criterion->key, -1 };

      typed->text = g_strdup (edits[i].text);
      typed->message = read_points (criterion, edits[i].text, &mark.points);
      if (typed->message == NULL)
        g_array_append_val (marks, mark);
      g_hash_table_replace (self->typed, make_key (edits[i].row, edits[i].column), typed);
    }
  bv_grid_model_changed (model);
  if (marks->len > 0)
    g_signal_emit (self, signals[TYPED], 0, marks);
}

static void
model_init (BvGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->is_section = is_section;
  iface->get_row_title = get_row_title;
  iface->get_row_note = get_row_note;
  iface->get_column_title = get_column_title;
  iface->get_column_chars = get_column_chars;
  iface->get_cell = get_cell;
  iface->edit = edit;
}

/* ── Class ─────────────────────────────────────────────────────────────────────────────────── */

static void
bv_initiative_marks_finalize (GObject *object)
{
  BvInitiativeMarks *self = BV_INITIATIVE_MARKS (object);

  g_ptr_array_unref (self->criteria);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->typed);

  G_OBJECT_CLASS (bv_initiative_marks_parent_class)->finalize (object);
}

static void
bv_initiative_marks_class_init (BvInitiativeMarksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bv_initiative_marks_finalize;
  signals[TYPED] = g_signal_new ("typed", BV_TYPE_INITIATIVE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
bv_initiative_marks_init (BvInitiativeMarks *self)
{
  self->criteria = g_ptr_array_new_with_free_func ((GDestroyNotify) criterion_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) typed_free);
}

BvInitiativeMarks *
bv_initiative_marks_new (void)
{
  return g_object_new (BV_TYPE_INITIATIVE_MARKS, NULL);
}

static gboolean
is_written (gpointer key, gpointer value, gpointer user_data)
{
  return ((const Typed *) value)->message == NULL;
}

void
bv_initiative_marks_take (BvInitiativeMarks *self,
                          const BvInitiativeItem *item,
                          const BvInitiativeScale *scale,
                          gboolean may_write)
{
  gint64 id = item != NULL ? item->initiative->id : 0;

  g_return_if_fail (BV_IS_INITIATIVE_MARKS (self));

  /* What is bad waits for its mending while the same initiative is in front. */
  if (id != self->initiative_id)
    g_hash_table_remove_all (self->typed);
  else
    g_hash_table_foreach_remove (self->typed, is_written, NULL);
  self->initiative_id = id;
  g_ptr_array_set_size (self->criteria, 0);
  g_ptr_array_set_size (self->names, 0);
  self->n_columns = 0;
  for (guint i = 0; i < BV_INITIATIVE_N_EXAMINERS; i++)
    for (guint j = 0; j < BV_INITIATIVE_MAX_CRITERIA; j++)
      self->marks[i][j] = -1;
  if (item != NULL)
    {
      self->is_editable = may_write && item->initiative->state == BV_INITIATIVE_SUBMITTED;
      self->maximum = scale->maximum;
      self->n_columns = item->outcome.needs_third ? 3 : 2;
      for (guint i = 0; i < scale->criteria->len; i++)
        {
          const BvInitiativeCriterion *from = g_ptr_array_index (scale->criteria, i);
          Criterion *criterion = g_new0 (Criterion, 1);

          criterion->key = g_strdup (from->key);
          criterion->label = g_strdup (from->label);
          criterion->maximum = from->maximum;
          g_ptr_array_add (self->criteria, criterion);
        }
      for (int i = 0; i < BV_INITIATIVE_N_EXAMINERS; i++)
        /* TRANSLATORS: the first, second or third examiner, while nobody is named. */
        g_ptr_array_add (self->names, g_strdup_printf (_ ("Examiner %d"), i + 1));
      for (guint i = 0; i < item->sheets->len; i++)
        {
          const BvInitiativeSheet *sheet = g_ptr_array_index (item->sheets, i);
          g_autofree char *unnamed = bv_initiative_sheet_default_name (sheet->position);
          guint place = (guint) sheet->position - 1;

          if (!g_str_equal (sheet->name, unnamed))
            {
              g_free (self->names->pdata[place]);
              self->names->pdata[place] = g_strdup (sheet->name);
            }
          self->n_columns = MAX (self->n_columns, place + 1);
          for (guint j = 0; j < scale->criteria->len; j++)
            self->marks[place][j] = sheet->marks[j];
        }
    }
  bv_grid_model_shape_changed (BV_GRID_MODEL (self));
}
