// SPDX-License-Identifier: GPL-3.0-or-later
/* Papers about initiatives: examiners' sheets, the council's minutes, the decision that recognises. Their Vietnamese is
 * that of official papers and therefore constant; what law they cite is data. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-initiative-papers-private.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
paper_clear (BvInitiativePaperDraft *self)
{
  g_clear_pointer (&self->document, bv_document_free);
  g_clear_pointer (&self->session, bv_initiative_session_free);
  g_clear_pointer (&self->scale, bv_initiative_scale_free);
  g_clear_pointer (&self->office, bv_office_period_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->day);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvInitiativePaperDraft, paper_clear)

static const struct
{
  const char *code;
  const char *label;
} papers[BV_N_INITIATIVE_PAPERS] = {
  { "sheets", N_ ("Examiners' sheets") },
  { "minutes", N_ ("Minutes of the council") },
  { "decision", N_ ("Decision of recognition") },
};

gboolean
bv_initiative_paper_from_code (const char *code, BvInitiativePaper *paper)
{
  for (int i = 0; i < BV_N_INITIATIVE_PAPERS; i++)
    if (g_strcmp0 (papers[i].code, code) == 0)
      {
        *paper = (BvInitiativePaper) i;
        return TRUE;
      }
  return FALSE;
}

const char *
bv_initiative_paper_get_label (BvInitiativePaper paper)
{
  return _ (papers[paper].label);
}

/* ── Parts ───────────────────────────────────────────────────────────────────────────────── */

void
bv_initiative_paper_add_body (BvInitiativePaperDraft *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_BODY, text);
}

void
bv_initiative_paper_add_lines (BvInitiativePaperDraft *self, guint n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    bv_document_add_paragraph (self->document, BV_PARAGRAPH_BODY, LINE_DOTS);
}

void
bv_initiative_paper_add_letterhead (BvInitiativePaperDraft *self,
                                    const char *number,
                                    const char *date)
{
  BvLetterhead *head = bv_office_period_letterhead (self->office, BV_ISSUER_COMMITTEE);
  g_autofree char *place_date = bv_office_period_place_and_date (self->office, date);
  g_autofree char *full_number = number != NULL ? g_strconcat ("Số: ", number, NULL) : NULL;
  BvLetterheadBlock block = { 0 };

  block.superior = number != NULL ? head->superior : head->issuer;
  block.issuer = number != NULL ? head->issuer : (char *) "HỘI ĐỒNG SÁNG KIẾN";
  block.nation = head->nation;
  block.motto = head->motto;
  block.number = full_number;
  block.place_date = place_date;
  bv_document_add_letterhead (self->document, &block);
  bv_letterhead_free (head);
}

char *
bv_initiative_paper_name_period (const BvInitiativeSession *session)
{
  const char *period = session->period;
  int number = (int) g_ascii_strtoll (period + 1, NULL, 10);

  if (period[0] == 'Q')
    {
      g_autofree char *roman = bv_number_roman (CLAMP (number, 1, 4));

      return g_strdup_printf ("quý %s năm %d", roman, session->year);
    }
  if (period[0] == 'M')
    return g_strdup_printf ("tháng %d năm %d", number, session->year);
  return g_strdup_printf ("năm %d", session->year);
}

BvTableCellBlock *
bv_initiative_paper_add_points (BvTableBlock *table, gint64 hundredths)
{
  return bv_table_block_add_number (table, hundredths < 0 ? NAN : (double) hundredths / 100,
                                    hundredths % 100 == 0  ? 0
                                    : hundredths % 10 == 0 ? 1
                                                           : 2,
                                    NULL);
}

gboolean
bv_initiative_paper_fail_empty (GError **error, const char *message)
{
  g_set_error_literal (error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY, message);
  return FALSE;
}

/* ── Building ────────────────────────────────────────────────────────────────────────────── */

static gboolean
read_items (BvInitiativePaperDraft *self, GError **error)
{
  const BvInitiativePaperOptions *options = self->options;
  g_autoptr (BvInitiative) initiative = NULL;
  gint64 session_id = options->session_id;

  if (options->initiative_id != 0)
    {
      initiative = bv_initiative_load (self->connection, options->initiative_id, error);
      if (initiative == NULL)
        return FALSE;
      session_id = initiative->session_id;
    }
  if (session_id != 0)
    {
      self->session = bv_initiative_session_load (self->connection, session_id, error);
      if (self->session == NULL)
        return FALSE;
    }
  self->scale = bv_initiative_scale_load (self->connection, error);
  if (self->scale == NULL)
    return FALSE;
  if (options->initiative_id == 0)
    {
      self->items = bv_initiative_session_list_items (self->connection, self->scale, session_id,
                                                      error);
      return self->items != NULL;
    }
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_initiative_item_free);
  g_ptr_array_add (self->items, bv_initiative_item_load (self->connection, self->scale,
                                                         options->initiative_id, error));
  return self->items->pdata[0] != NULL;
}

/* The minutes are of the meeting, the decision of its own day. */
static char *
choose_day (const BvInitiativePaperDraft *self, BvInitiativePaper paper)
{
  const char *day = self->options->date;

  if (day == NULL && self->session != NULL && paper == BV_INITIATIVE_PAPER_DECISION)
    day = self->session->decision_date;
  if (day == NULL && self->session != NULL)
    day = self->session->on_date;
  return day != NULL ? g_strdup (day) : bv_date_today ();
}

BvDocument *
bv_initiative_paper_build (BvConnection *connection,
                           BvInitiativePaper paper,
                           const BvInitiativePaperOptions *options,
                           GError **error)
{
  g_auto (BvInitiativePaperDraft) self = { .connection = connection, .options = options };
  g_autofree char *title = NULL;
  gboolean is_built;

  if (!read_items (&self, error))
    return NULL;
  if (self.session == NULL && paper != BV_INITIATIVE_PAPER_SHEETS)
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                           _ ("This paper is of a session: choose one."));
      return NULL;
    }
  self.day = choose_day (&self, paper);
  self.office = bv_office_period_on (connection, self.day, error);
  if (self.office == NULL)
    return NULL;
  title = g_strdup_printf ("%s: %s",
                           paper == BV_INITIATIVE_PAPER_SHEETS ? "Phiếu chấm điểm sáng kiến"
                           : paper == BV_INITIATIVE_PAPER_MINUTES ? "Biên bản"
                                                                  : "Quyết định",
                           self.session != NULL ? self.session->title : "sáng kiến");
  self.document = bv_document_new (title);
  bv_document_set_author (self.document, self.office->name);
  bv_document_set_date (self.document, self.day);
  is_built = paper == BV_INITIATIVE_PAPER_SHEETS ? bv_initiative_paper_build_sheets (&self, error)
             : paper == BV_INITIATIVE_PAPER_MINUTES
               ? bv_initiative_paper_build_minutes (&self, error)
               : bv_initiative_paper_build_decision (&self, error);
  if (!is_built || !bv_document_fit (self.document, error))
    return NULL;
  return g_steal_pointer (&self.document);
}
