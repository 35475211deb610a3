// SPDX-License-Identifier: GPL-3.0-or-later
/* A unit's registration as a paper, and what its papers share. The office's tables are in bv-registration-tables.c. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-registration-paper.h"

#include "base/bv-date.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "documents/bv-registration-paper-private.h"
#include "merit/bv-registration.h"
#include "office/bv-unit.h"

#include <string.h>

static const BvRegimeAward *
find_title (BvRegimeSet *regimes, const char *code, int year)
{
  g_autofree char *day = bv_registration_regime_date (year);

  return bv_regime_set_find_award (regimes, code, day);
}

const char *
bv_registration_title_short (BvRegimeSet *regimes, const char *code, int year)
{
  const BvRegimeAward *award = find_title (regimes, code, year);

  return award != NULL ? award->abbreviation : code;
}

const char *
bv_registration_title_long (BvRegimeSet *regimes, const char *code, int year)
{
  const BvRegimeAward *award = find_title (regimes, code, year);

  return award != NULL ? award->name : code;
}

/* ── The list ────────────────────────────────────────────────────────────────────────────── */

static const char *
get_group (BvSubjectKind kind)
{
  return kind == BV_SUBJECT_UNIT     ? "Tập thể"
         : kind == BV_SUBJECT_PERSON ? "Cá nhân"
                                     : "Hộ gia đình";
}

static void
append (GString *text, const char *part)
{
  if (*part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append (text, part);
}

static guint
get_n_columns (const BvRegistrationListShape *shape)
{
  return 4 + (shape->has_initiatives != FALSE) + (shape->has_signatures != FALSE);
}

/* All lines of the subject of line @first; the lines of one subject need not stand together. */
static void
add_subject (BvTableBlock *table,
             BvRegimeSet *regimes,
             GPtrArray *lines,
             guint first,
             int year,
             guint number,
             const BvRegistrationListShape *shape)
{
  const BvRegistrationLine *line = g_ptr_array_index (lines, first);
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autoptr (GString) initiatives = g_string_new (NULL);

  for (guint i = first; i < lines->len; i++)
    {
      const BvRegistrationLine *other = g_ptr_array_index (lines, i);

      if (other->subject_id != line->subject_id)
        continue;
      append (titles, bv_registration_title_long (regimes, other->form_code, year));
      append (initiatives, other->initiative);
    }
  bv_table_block_add_row (table, BV_ROW_BODY);
  bv_table_block_add_number (table, number, 0, NULL);
  bv_table_block_add_text (table, line->subject_name);
  bv_table_block_add_text (table, line->detail);
  bv_table_block_add_text (table, titles->str);
  if (shape->has_initiatives)
    bv_table_block_add_text (table, initiatives->str);
  if (shape->has_signatures)
    {
      bv_table_block_add_text (table, "");
      if (line->subject_kind != BV_SUBJECT_UNIT)
        bv_table_block_set_signed (table);
    }
}

gboolean
bv_registration_paper_names_initiative (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (*((BvRegistrationLine *) lines->pdata[i])->initiative != '\0')
      return TRUE;
  return FALSE;
}

BvTableBlock *
bv_registration_paper_add_list (BvDocument *document,
                                const char *name,
                                const BvRegistrationListShape *shape)
{
  static const char *const heads[] = { "STT",
                                       "Họ và tên, tập thể",
                                       "Chức vụ, nơi công tác",
                                       "Danh hiệu, hình thức đăng ký",
                                       "Sáng kiến dự kiến",
                                       "Ký tên" };
  static const double weights[] = { 9, 27, 23, 26, 25, 17 };
  static const double weights_without[] = { 9, 31, 33, 31, 0, 21 }; /* initiatives */
  const gboolean is_shown[] = {
    TRUE, TRUE, TRUE, TRUE, shape->has_initiatives, shape->has_signatures
  };
  BvTableBlock *table = bv_document_add_table (document, name);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (is_shown[i])
      bv_table_block_add_column (table, (shape->has_initiatives ? weights : weights_without)[i],
                                 i == 0 ? BV_ALIGN_CENTRE : BV_ALIGN_LEFT);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (is_shown[i])
      bv_table_block_add_text (table, heads[i]);
  return table;
}

void
bv_registration_paper_add_lines (BvTableBlock *table,
                                 BvRegimeSet *regimes,
                                 GPtrArray *lines,
                                 int year,
                                 const BvRegistrationListShape *shape,
                                 guint *n)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_int64_hash, g_int64_equal);
  BvSubjectKind kind = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const BvRegistrationLine *line = g_ptr_array_index (lines, i);

      if (!g_hash_table_add (told, (gpointer) &line->subject_id))
        continue;
      if (shape->has_groups && line->subject_kind != kind)
        {
          bv_table_block_add_row (table, BV_ROW_GROUP);
          bv_table_block_add_span (table, get_group (line->subject_kind), get_n_columns (shape), 1);
        }
      kind = line->subject_kind;
      add_subject (table, regimes, lines, i, year, ++*n, shape);
    }
}

/* ── The unit's paper ────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvConnection *connection;
  BvRegimeSet *regimes;
  BvRegistration *sheet;
  BvUnit *unit;
  GPtrArray *lines;
  BvOfficePeriod *office;
  char *date; /* (nullable): dots */
  BvDocument *document;
} Paper;

static void
paper_clear (Paper *self)
{
  g_clear_pointer (&self->regimes, bv_regime_set_unref);
  bv_registration_free (self->sheet);
  bv_unit_free (self->unit);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  bv_office_period_free (self->office);
  g_free (self->date);
  bv_document_free (self->document);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, paper_clear)

static gboolean
read_paper (Paper *self, gint64 id, const char *date, GError **error)
{
  g_autofree char *today = bv_date_today ();
  const char *day;

  self->sheet = bv_registration_load (self->connection, id, error);
  if (self->sheet == NULL)
    return FALSE;
  self->date = g_strdup (date != NULL ? date : self->sheet->sent_on);
  day = self->date != NULL ? self->date : today;
  self->unit = bv_unit_load (self->connection, self->sheet->unit_id, error);
  self->lines = self->unit != NULL ? bv_registration_line_list (self->connection, id, error) : NULL;
  self->regimes = self->lines != NULL ? bv_regime_set_load (self->connection, error) : NULL;
  self->office = self->regimes != NULL ? bv_office_period_on (self->connection, day, error) : NULL;
  return self->office != NULL;
}

static gboolean
is_area (const BvUnit *unit)
{
  return g_str_equal (unit->kind, "commune") || g_str_equal (unit->kind, "ward")
         || g_str_equal (unit->kind, "town");
}

/* A commune signs by its people's committee, which names nobody above it; what belongs to the office names the office;
 * bodies of the Party and of other branches name what this file does not know. */
static void
add_head (Paper *self)
{
  BvLetterhead *head = bv_office_period_letterhead (self->office, BV_ISSUER_COMMITTEE);
  gboolean is_ours = g_str_equal (self->unit->kind, "administration")
                     || g_str_equal (self->unit->kind, "public_service")
                     || g_str_equal (self->unit->kind, "school");
  g_autofree char *name = is_area (self->unit)
                            ? g_strconcat ("Ủy ban nhân dân ", self->unit->name, NULL)
                            : g_strdup (self->unit->name);
  g_autofree char *issuer = bv_text_upper (name);
  g_autofree char *kind = g_strdup_printf ("BẢN ĐĂNG KÝ THI ĐUA NĂM %d", self->sheet->year);
  g_autofree char *place_date = bv_office_period_place_and_date (self->office, self->date);
  BvLetterheadBlock block = { 0 };

  block.superior = is_ours ? head->issuer : NULL;
  block.issuer = issuer;
  block.nation = head->nation;
  block.motto = head->motto;
  block.place_date = place_date;
  bv_document_add_letterhead (self->document, &block);
  bv_letterhead_free (head);
  bv_document_add_title (self->document, kind, NULL, NULL);
}

static void
add_opening (Paper *self)
{
  g_autofree char *council = g_strdup_printf ("Kính gửi: Hội đồng Thi đua - Khen thưởng %s",
                                              self->office->area_name);
  g_autofree char *opening = g_strdup_printf (
    "Hưởng ứng phong trào thi đua năm %d do %s phát động, %s đăng ký thi đua như sau:",
    self->sheet->year, self->office->name, self->unit->name);

  bv_document_add_paragraph (self->document, BV_PARAGRAPH_ADDRESSEE, council);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_BODY, opening);
}

static void
add_content (Paper *self)
{
  g_auto (GStrv) paragraphs = g_strsplit (self->sheet->content, "\n", -1);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*paragraphs[i] != '\0')
      g_ptr_array_add (items, bv_runs_new (paragraphs[i]));
  if (items->len == 0)
    {
      g_ptr_array_unref (items);
      return;
    }
  bv_document_add_heading (self->document, 1, "NỘI DUNG THI ĐUA");
  bv_document_take_list (self->document, items);
}

static guint
count_subjects (GPtrArray *lines, BvSubjectKind kind)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < lines->len; i++)
    {
      const BvRegistrationLine *line = g_ptr_array_index (lines, i);

      if (line->subject_kind == kind)
        g_hash_table_add (ids, (gpointer) &line->subject_id);
    }
  return g_hash_table_size (ids);
}

static void
add_number (BvRuns *runs, guint n, const char *noun, const char *query)
{
  g_autofree char *number = bv_number_count (n);

  bv_runs_add_number (runs, number, BV_RUN_PLAIN, query);
  bv_runs_add (runs, "\u00a0", BV_RUN_PLAIN);
  bv_runs_add (runs, noun, BV_RUN_PLAIN);
}

/* "Tổng số: 01 tập thể, 08 cá nhân; trong đó: 08 Lao động tiên tiến, …". */
static void
add_sum (Paper *self)
{
  static const BvSubjectKind kinds[] = { BV_SUBJECT_UNIT, BV_SUBJECT_PERSON, BV_SUBJECT_HOUSEHOLD };
  static const char *const nouns[] = { "tập thể", "cá nhân", "hộ gia đình" };
  g_autoptr (GPtrArray) titles = bv_registration_list_titles (self->regimes, self->sheet->year);
  g_autofree char *all = g_strdup_printf ("registrations?year=%d&unit=%" G_GINT64_FORMAT,
                                          self->sheet->year, self->sheet->unit_id);
  BvRuns *text = bv_runs_new ("Tổng số đăng ký: ");
  gboolean is_first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n = count_subjects (self->lines, kinds[i]);

      if (n == 0)
        continue;
      if (!is_first)
        bv_runs_add (text, ", ", BV_RUN_PLAIN);
      add_number (text, n, nouns[i], all);
      is_first = FALSE;
    }
  for (guint i = 0, n_told = 0; i < titles->len; i++)
    {
      const BvRegimeAward *title = g_ptr_array_index (titles, i);
      g_autofree char *query = g_strconcat (all, "&form=", title->code, NULL);
      guint n = 0;

      for (guint j = 0; j < self->lines->len; j++)
        n += g_str_equal (((BvRegistrationLine *) self->lines->pdata[j])->form_code, title->code);
      if (n == 0)
        continue;
      bv_runs_add (text, n_told++ == 0 ? "; trong đó: " : ", ", BV_RUN_PLAIN);
      add_number (text, n, title->name, query);
    }
  bv_runs_add (text, ".", BV_RUN_PLAIN);
  bv_document_take_paragraph (self->document, BV_PARAGRAPH_BODY, text);
}

static void
add_table (Paper *self)
{
  const BvRegistrationListShape shape = {
    .has_groups = TRUE,
    .has_initiatives = bv_registration_paper_names_initiative (self->lines),
    .has_signatures = TRUE,
  };
  guint n = 0;

  bv_document_add_heading (self->document, 1, "DANH HIỆU, HÌNH THỨC KHEN THƯỞNG ĐĂNG KÝ");
  bv_registration_paper_add_lines (
    bv_registration_paper_add_list (self->document, "Đăng ký", &shape), self->regimes, self->lines,
    self->sheet->year, &shape, &n);
  add_sum (self);
}

static void
add_end (Paper *self)
{
  g_autofree char *post = bv_text_upper (
    *self->sheet->signer_post != '\0' ? self->sheet->signer_post : "Thủ trưởng đơn vị");
  char *lines[] = { post, NULL };
  char *recipients[] = { (char *) "Như trên", (char *) "Lưu: VT", NULL };
  const BvSignatureBlock block = { .recipients = recipients,
                                   .lines = lines,
                                   .name = self->sheet->signer_name };

  bv_document_add_signature (self->document, &block);
}

BvDocument *
bv_registration_paper_build (BvConnection *connection,
                             gint64 registration_id,
                             const char *date,
                             GError **error)
{
  g_auto (Paper) self = { .connection = connection };
  g_autofree char *title = NULL;

  if (!read_paper (&self, registration_id, date, error))
    return NULL;
  title = g_strdup_printf ("Bản đăng ký thi đua năm %d của %s", self.sheet->year, self.unit->name);
  self.document = bv_document_new (title);
  bv_document_set_author (self.document, self.unit->name);
  if (self.date != NULL)
    bv_document_set_date (self.document, self.date);
  add_head (&self);
  add_opening (&self);
  add_content (&self);
  add_table (&self);
  add_end (&self);
  return bv_document_fit (self.document, error) ? g_steal_pointer (&self.document) : NULL;
}
