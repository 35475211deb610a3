// SPDX-License-Identifier: GPL-3.0-or-later
/* The office's tables of registrations: the synthesis of a year, and what became of it. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-registration-paper.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "documents/bv-registration-paper-private.h"
#include "merit/bv-registration-result.h"
#include "merit/bv-registration.h"
#include "office/bv-signer.h"
#include "store/bv-row-list.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More titles than this do not fit beside each other; the others stand in the list of names. */
#define MAX_TITLES 8

void
bv_registration_paper_add_head (BvDocument *document,
                                const BvOfficePeriod *office,
                                const char *date,
                                const char *kind,
                                const char *summary)
{
  BvLetterhead *head = bv_office_period_letterhead (office, BV_ISSUER_DEPARTMENT);
  g_autofree char *place_date = bv_office_period_place_and_date (office, date);
  BvLetterheadBlock block = { 0 };

  block.superior = head->superior;
  block.issuer = head->issuer;
  block.nation = head->nation;
  block.motto = head->motto;
  block.place_date = place_date;
  bv_document_add_letterhead (document, &block);
  bv_letterhead_free (head);
  bv_document_add_title (document, kind, summary, NULL);
}

void
bv_registration_paper_add_end (BvDocument *document, const BvOfficePeriod *office)
{
  g_auto (GStrv) lines = bv_signature_lines ("", "", bv_office_period_department_post (office));
  char *left_lines[] = { (char *) "NGƯỜI LẬP BẢNG", NULL };
  const BvSignatureBlock block = { .lines = lines,
                                   .hint = (char *) "(Ký, ghi rõ họ tên)",
                                   .left_lines = left_lines,
                                   .left_hint = (char *) "(Ký, ghi rõ họ tên)" };

  bv_document_add_signature (document, &block);
}

/* ── The synthesis ───────────────────────────────────────────────────────────────────────── */

/* A sheet with its lines. */
typedef struct
{
  BvRegistration *sheet;
  GPtrArray *lines;
} Part;

static void
part_free (Part *part)
{
  bv_registration_free (part->sheet);
  g_clear_pointer (&part->lines, g_ptr_array_unref);
  g_free (part);
}

typedef struct
{
  BvConnection *connection;
  BvDocument *document;
  BvRegimeSet *regimes;
  BvOfficePeriod *office;
  GPtrArray *parts;  /* of Part */
  GPtrArray *titles; /* of BvRegimeAward: those that anybody strives for */
  char *date;
  int year;
} Synthesis;

static void
synthesis_clear (Synthesis *self)
{
  bv_document_free (self->document);
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  bv_office_period_free (self->office);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_free (self->date);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Synthesis, synthesis_clear)

static guint
count_title (const Part *part, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < part->lines->len; i++)
    n += g_str_equal (((BvRegistrationLine *) part->lines->pdata[i])->form_code, code);
  return n;
}

static void
choose_titles (Synthesis *self)
{
  g_autoptr (GPtrArray) all = bv_registration_list_titles (self->regimes, self->year);

  self->titles = g_ptr_array_new ();
  for (guint i = 0; i < all->len && self->titles->len < MAX_TITLES; i++)
    for (guint j = 0; j < self->parts->len; j++)
      if (count_title (g_ptr_array_index (self->parts, j), ((BvRegimeAward *) all->pdata[i])->code)
          > 0)
        {
          g_ptr_array_add (self->titles, all->pdata[i]);
          break;
        }
}

/* Every sheet that names anybody; what came back is not part of it. */
static gboolean
read_parts (Synthesis *self, GError **error)
{
  g_autoptr (GPtrArray) sheets = bv_registration_list (self->connection, self->year, error);

  if (sheets == NULL)
    return FALSE;
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  for (guint i = 0; i < sheets->len; i++)
    {
      const BvRegistration *sheet = g_ptr_array_index (sheets, i);
      Part *part;

      if (bv_registration_is_open (sheet))
        continue;
      part = g_new0 (Part, 1);
      part->sheet = bv_registration_copy (sheet);
      g_ptr_array_add (self->parts, part);
      part->lines = bv_registration_line_list (self->connection, sheet->id, error);
      if (part->lines == NULL)
        return FALSE;
    }
  if (self->parts->len > 0)
    return TRUE;
  g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY,
               _ ("No registration of %d has been received yet."), self->year);
  return FALSE;
}

static void
add_count (BvTableBlock *table,
           guint n,
           const char *format,
           int year,
           gint64 unit,
           const char *form)
{
  g_autoptr (GString) query = g_string_new (format);

  g_string_append_printf (query, "?year=%d", year);
  if (unit != 0)
    g_string_append_printf (query, "&unit=%" G_GINT64_FORMAT, unit);
  if (form != NULL)
    g_string_append_printf (query, "&form=%s", form);
  bv_table_block_add_number (table, n > 0 ? (double) n : NAN, 0, query->str);
}

static void
add_figures (Synthesis *self)
{
  g_autofree guint *sums = g_new0 (guint, self->titles->len);
  BvTableBlock *table;
  guint sum = 0;

  bv_document_add_heading (self->document, 1, "TỔNG HỢP THEO ĐƠN VỊ");
  table = bv_document_add_table (self->document, "Theo đơn vị");
  bv_table_block_add_column (table, 8, BV_ALIGN_CENTRE);
  bv_table_block_add_column (table, 34, BV_ALIGN_LEFT);
  bv_table_block_add_column (table, 13, BV_ALIGN_CENTRE);
  for (guint i = 0; i < self->titles->len; i++)
    bv_table_block_add_column (table, 13, BV_ALIGN_RIGHT);
  bv_table_block_add_column (table, 9, BV_ALIGN_RIGHT);
  bv_table_block_add_column (table, 26, BV_ALIGN_LEFT);
  bv_table_block_add_column (table, 14, BV_ALIGN_LEFT);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_span (table, "STT", 1, 2);
  bv_table_block_add_span (table, "Đơn vị", 1, 2);
  bv_table_block_add_span (table, "Ngày nhận", 1, 2);
  bv_table_block_add_span (table, "Số đăng ký theo danh hiệu, hình thức", self->titles->len, 1);
  bv_table_block_add_span (table, "Cộng", 1, 2);
  bv_table_block_add_span (table, "Người ký bản đăng ký", 1, 2);
  bv_table_block_add_span (table, "Ký xác nhận", 1, 2);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  for (guint i = 0; i < self->titles->len; i++)
    bv_table_block_add_text (table, ((BvRegimeAward *) self->titles->pdata[i])->abbreviation);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);
      const BvRegistration *sheet = part->sheet;
      g_autofree char *day = bv_date_format_short (sheet->sent_on);
      g_autofree char *signer = *sheet->signer_post != '\0' && *sheet->signer_name != '\0'
                                  ? g_strdup_printf ("%s, %s", sheet->signer_name,
                                                     sheet->signer_post)
                                  : g_strconcat (sheet->signer_name, sheet->signer_post, NULL);

      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, i + 1, 0, NULL);
      bv_table_block_add_text (table, sheet->unit_name);
      bv_table_block_add_text (table, day);
      for (guint j = 0; j < self->titles->len; j++)
        {
          const char *code = ((BvRegimeAward *) self->titles->pdata[j])->code;
          guint n = count_title (part, code);

          sums[j] += n;
          add_count (table, n, "registrations", self->year, sheet->unit_id, code);
        }
      sum += part->lines->len;
      add_count (table, part->lines->len, "registrations", self->year, sheet->unit_id, NULL);
      bv_table_block_add_text (table, signer);
      bv_table_block_add_text (table, "");
      bv_table_block_set_signed (table);
    }
  bv_table_block_add_row (table, BV_ROW_TOTAL);
  bv_table_cell_block_set_align (bv_table_block_add_span (table, "Tổng cộng", 3, 1),
                                 BV_ALIGN_CENTRE);
  for (guint i = 0; i < self->titles->len; i++)
    add_count (table, sums[i], "registrations", self->year, 0,
               ((BvRegimeAward *) self->titles->pdata[i])->code);
  add_count (table, sum, "registrations", self->year, 0, NULL);
  bv_table_block_add_text (table, "");
  bv_table_block_add_text (table, "");
}

/* Whose sheet is not there: never registered, or still to be mended. */
static gboolean
add_missing (Synthesis *self, GError **error)
{
  const BvRegistrationFilter filter = { .year = self->year };
  g_autoptr (GPtrArray) units = bv_registration_list_units (self->connection, &filter, error);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *query = g_strdup_printf ("registrations?year=%d&state=missing", self->year);
  g_autofree char *number = NULL;
  BvRuns *text;
  guint n = 0;

  if (units == NULL)
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      const BvRegistrationUnit *unit = g_ptr_array_index (units, i);

      if (g_str_equal (unit->state, "sent") || g_str_equal (unit->state, "approved"))
        continue;
      g_string_append_printf (names, "%s%s", n > 0 ? "; " : "", unit->name);
      n++;
    }
  if (n == 0)
    return TRUE;
  number = bv_number_count (n);
  bv_document_add_heading (self->document, 1, "ĐƠN VỊ CHƯA NỘP BẢN ĐĂNG KÝ");
  text = bv_runs_new ("Còn ");
  bv_runs_add_number (text, number, BV_RUN_PLAIN, query);
  bv_runs_add (text, "\u00a0đơn vị: ", BV_RUN_PLAIN);
  bv_runs_add (text, names->str, BV_RUN_PLAIN);
  bv_runs_add (text, ".", BV_RUN_PLAIN);
  bv_document_take_paragraph (self->document, BV_PARAGRAPH_BODY, text);
  return TRUE;
}

static void
add_names (Synthesis *self)
{
  BvRegistrationListShape shape = { 0 };
  BvTableBlock *table;
  guint n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    shape.has_initiatives |= bv_registration_paper_names_initiative (
      ((Part *) self->parts->pdata[i])->lines);
  bv_document_add_heading (self->document, 1, "DANH SÁCH ĐĂNG KÝ");
  table = bv_registration_paper_add_list (self->document, "Danh sách", &shape);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      bv_table_block_add_row (table, BV_ROW_GROUP);
      bv_table_block_add_span (table, part->sheet->unit_name, shape.has_initiatives ? 5 : 4, 1);
      bv_registration_paper_add_lines (table, self->regimes, part->lines, self->year, &shape, &n);
    }
}

/* What every paper of the office begins with. */
static BvDocument *
begin (BvConnection *connection,
       const char *kind,
       int year,
       const char *date,
       BvOfficePeriod **office,
       GError **error)
{
  g_autofree char *title = g_strdup_printf ("%s năm %d", kind, year);
  g_autofree char *summary = g_strdup_printf ("Năm %d", year);
  BvDocument *document;

  *office = bv_office_period_on (connection, date, error);
  if (*office == NULL)
    return NULL;
  document = bv_document_new (title);
  bv_document_set_author (document, (*office)->name);
  bv_document_set_date (document, date);
  bv_document_add_section (document, TRUE);
  bv_registration_paper_add_head (document, *office, date, kind, summary);
  return document;
}

BvDocument *
bv_registration_synthesis_build (BvConnection *connection,
                                 int year,
                                 const char *date,
                                 GError **error)
{
  g_auto (Synthesis) self = { .connection = connection, .year = year };

  self.date = date != NULL ? g_strdup (date) : bv_date_today ();
  if (!read_parts (&self, error))
    return NULL;
  self.regimes = bv_regime_set_load (connection, error);
  if (self.regimes == NULL)
    return NULL;
  choose_titles (&self);
  self.document = begin (connection, "BẢNG TỔNG HỢP ĐĂNG KÝ DANH HIỆU THI ĐUA", year, self.date,
                         &self.office, error);
  if (self.document == NULL)
    return NULL;
  add_figures (&self);
  add_names (&self);
  if (!add_missing (&self, error))
    return NULL;
  bv_registration_paper_add_end (self.document, self.office);
  return g_steal_pointer (&self.document);
}

/* ── What became of it ───────────────────────────────────────────────────────────────────── */

#define N_FIGURES 6

static const char *const figure_heads[N_FIGURES] = { "Đăng ký",          "Đạt",
                                                     "Chưa xét",         "Không đạt",
                                                     "Được khen thưởng", "Trong đó không đăng ký" };
static const char *const figure_outcomes[N_FIGURES] = { NULL,     "achieved", "open",
                                                        "missed", NULL,       "unregistered" };

static void
add_figure (BvTableBlock *table, const BvRegistrationFigure *figure, int year)
{
  const guint values[N_FIGURES] = {
    figure->n_registered, figure->n_achieved, figure->n_open,
    figure->n_missed,     figure->n_awarded,  figure->n_unregistered
  };

  for (guint i = 0; i < N_FIGURES; i++)
    {
      g_autoptr (GString) query = g_string_new ("results");

      g_string_append_printf (query, "?year=%d", year);
      if (figure->unit_id != 0)
        g_string_append_printf (query, "&unit=%" G_GINT64_FORMAT, figure->unit_id);
      if (*figure->form_code != '\0')
        g_string_append_printf (query, "&form=%s", figure->form_code);
      if (figure_outcomes[i] != NULL)
        g_string_append_printf (query, "&outcome=%s", figure_outcomes[i]);
      bv_table_block_add_number (table, values[i] > 0 ? (double) values[i] : NAN, 0, query->str);
    }
}

static void
add_figure_table (BvDocument *document,
                  BvRegimeSet *regimes,
                  const char *name,
                  const char *what,
                  GPtrArray *figures,
                  const BvRegistrationFigure *sum,
                  int year)
{
  BvTableBlock *table = bv_document_add_table (document, name);

  bv_table_block_add_column (table, 8, BV_ALIGN_CENTRE);
  bv_table_block_add_column (table, 50, BV_ALIGN_LEFT);
  for (guint i = 0; i < N_FIGURES; i++)
    bv_table_block_add_column (table, 14, BV_ALIGN_RIGHT);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_text (table, "STT");
  bv_table_block_add_text (table, what);
  for (guint i = 0; i < N_FIGURES; i++)
    bv_table_block_add_text (table, figure_heads[i]);
  for (guint i = 0; i < figures->len; i++)
    {
      const BvRegistrationFigure *figure = g_ptr_array_index (figures, i);

      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, i + 1, 0, NULL);
      bv_table_block_add_text (table, *figure->form_code != '\0' ? bv_registration_title_long (
                                        regimes, figure->form_code, year)
                                                                 : figure->unit_name);
      add_figure (table, figure, year);
    }
  bv_table_block_add_row (table, BV_ROW_TOTAL);
  bv_table_cell_block_set_align (bv_table_block_add_span (table, "Tổng cộng", 2, 1),
                                 BV_ALIGN_CENTRE);
  add_figure (table, sum, year);
}

static char *
join_titles (BvRegimeSet *regimes, const char *codes, int year)
{
  g_auto (GStrv) parts = g_strsplit (codes, ", ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    bv_text_set (&parts[i], bv_registration_title_short (regimes, parts[i], year));
  return g_strjoinv (", ", parts);
}

/* The rows with one outcome; nothing at all when there are none. */
static void
add_alarm (BvDocument *document,
           BvRegimeSet *regimes,
           GPtrArray *rows,
           const char *outcome,
           const char *heading,
           const char *name,
           int year)
{
  static const char *const heads[] = { "STT",       "Họ và tên, tập thể",    "Đơn vị",
                                       "Danh hiệu", "Khen thưởng trong năm", "Quyết định" };
  static const double weights[] = { 8, 32, 36, 34, 24, 22 };
  BvTableBlock *table = NULL;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      BvRow *row = g_ptr_array_index (rows, i);
      const char *name_of_row = bv_row_get_text (row, BV_REGISTRATION_RESULT_COLUMN_NAME);
      const char *unit = bv_row_get_text (row, BV_REGISTRATION_RESULT_COLUMN_UNIT);
      g_autofree char *awarded = NULL;

      if (!g_str_equal (bv_row_get_text (row, BV_REGISTRATION_RESULT_COLUMN_OUTCOME), outcome))
        continue;
      if (table == NULL)
        {
          bv_document_add_heading (document, 1, heading);
          table = bv_document_add_table (document, name);
          for (guint j = 0; j < G_N_ELEMENTS (heads); j++)
            bv_table_block_add_column (table, weights[j], j == 0 ? BV_ALIGN_CENTRE : BV_ALIGN_LEFT);
          bv_table_block_add_row (table, BV_ROW_HEAD);
          for (guint j = 0; j < G_N_ELEMENTS (heads); j++)
            bv_table_block_add_text (table, heads[j]);
        }
      awarded = join_titles (regimes, bv_row_get_text (row, BV_REGISTRATION_RESULT_COLUMN_AWARDED),
                             year);
      bv_table_block_add_row (table, BV_ROW_BODY);
      bv_table_block_add_number (table, ++n, 0, NULL);
      bv_table_block_add_text (table, name_of_row);
      bv_table_block_add_text (table, g_strcmp0 (unit, name_of_row) != 0 ? unit : "");
      bv_table_block_add_text (
        table, bv_registration_title_long (
                 regimes, bv_row_get_text (row, BV_REGISTRATION_RESULT_COLUMN_FORM_CODE), year));
      bv_table_block_add_text (table, awarded);
      bv_table_block_add_text (table,
                               bv_row_get_text (row, BV_REGISTRATION_RESULT_COLUMN_DECISION));
    }
}

BvDocument *
bv_registration_result_paper_build (BvConnection *connection,
                                    int year,
                                    const char *date,
                                    GError **error)
{
  const BvRegistrationResultFilter filter = { .year = year };
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (BvOfficePeriod) office = NULL;
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (connection, error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) titles = NULL;
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (BvRegistrationFigure) sum = NULL;
  g_autofree char *today = bv_date_today ();

  if (regimes != NULL)
    rows = bv_registration_result_list (connection, regimes, &filter, error);
  if (rows == NULL)
    return NULL;
  if (rows->len == 0)
    {
      g_set_error (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY,
                   _ ("Nobody registered or was awarded a title for %d yet."), year);
      return NULL;
    }
  document = begin (connection, "BẢNG ĐỐI CHIẾU ĐĂNG KÝ VÀ KẾT QUẢ THI ĐUA", year,
                    date != NULL ? date : today, &office, error);
  if (document == NULL)
    return NULL;
  titles = bv_registration_figures_by_title (regimes, rows);
  units = bv_registration_figures_by_unit (rows);
  sum = bv_registration_figures_sum (rows);
  bv_document_add_heading (document, 1, "THEO DANH HIỆU, HÌNH THỨC KHEN THƯỞNG");
  add_figure_table (document, regimes, "Theo danh hiệu", "Danh hiệu, hình thức", titles, sum, year);
  bv_document_add_heading (document, 1, "THEO ĐƠN VỊ");
  add_figure_table (document, regimes, "Theo đơn vị", "Đơn vị", units, sum, year);
  add_alarm (document, regimes, rows, "missed", "ĐĂNG KÝ NHƯNG KHÔNG ĐẠT", "Không đạt", year);
  add_alarm (document, regimes, rows, "unregistered", "ĐƯỢC TẶNG NHƯNG KHÔNG ĐĂNG KÝ",
             "Không đăng ký", year);
  bv_registration_paper_add_end (document, office);
  return g_steal_pointer (&document);
}
