// SPDX-License-Identifier: GPL-3.0-or-later
/* What the papers of a dossier have in common: heads, legal bases, body text and signatures. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-dossier-papers-private.h"

#include "base/bv-text.h"
#include "documents/bv-document-style.h"
#include "office/bv-signer.h"

#include <stdarg.h>
#include <string.h>

/* ── Heads ───────────────────────────────────────────────────────────────────────────────── */

static char *
council_name (const BvPaper *self)
{
  const char *name = self->council != NULL ? self->council->name : "";
  g_autofree char *tail = g_strconcat (" ", self->office->area_name, NULL);
  g_autofree char *bare = g_str_has_suffix (name, tail)
                            ? g_strndup (name, strlen (name) - strlen (tail))
                            : g_strdup (name);

  bv_text_take (&bare, bv_text_upper (bare));
  /* One line of two: none begins or ends with the dash. After a dash only a word joiner holds a line together. */
  bv_paper_replace (&bare, "THI ĐUA - KHEN THƯỞNG",
                    "THI" BV_NBSP "ĐUA" BV_NBSP "-\u2060" BV_NBSP "KHEN" BV_NBSP "THƯỞNG");
  return g_steal_pointer (&bare);
}

static char *
full_number (const BvPaper *self, BvPaperIssuer issuer, const char *type, const char *number)
{
  g_autofree char *inner = NULL;

  if (type == NULL)
    return g_strdup ("");
  if (number != NULL && strchr (number, '/') != NULL)
    return g_strconcat ("Số: ", number, NULL);
  if (issuer == BV_PAPER_ISSUER_COUNCIL)
    inner = number != NULL && *number != '\0' ? g_strdup_printf ("%s/%s-HĐTĐKT", number, type)
                                              : g_strdup_printf ("…/%s-HĐTĐKT", type);
  else if (issuer == BV_PAPER_ISSUER_UNIT)
    inner = number != NULL && *number != '\0' ? g_strdup_printf ("%s/%s", number, type)
                                              : g_strdup_printf ("…/%s-…", type);
  else
    inner = bv_office_period_number (self->office,
                                     issuer == BV_PAPER_ISSUER_DEPARTMENT ? BV_ISSUER_DEPARTMENT
                                                                          : BV_ISSUER_COMMITTEE,
                                     number != NULL ? g_ascii_strtoll (number, NULL, 10) : 0, type);
  return g_strconcat ("Số: ", inner, NULL);
}

void
bv_paper_add_letterhead (BvPaper *self,
                         BvPaperIssuer issuer,
                         const char *type,
                         const char *number,
                         const char *unit)
{
  g_autoptr (BvLetterhead) head = bv_office_period_letterhead (
    self->office, issuer == BV_PAPER_ISSUER_COMMITTEE ? BV_ISSUER_COMMITTEE : BV_ISSUER_DEPARTMENT);
  const char *given = self->options->number != NULL ? self->options->number : number;
  g_autofree char *full = full_number (self, issuer, type, given);
  g_autofree char *place_date = bv_office_period_place_and_date (self->office, self->date);
  BvLetterheadBlock block = { head->superior, head->issuer, head->nation,
                              head->motto,    full,         place_date };
  g_autofree char *issuer_name = NULL;

  if (issuer == BV_PAPER_ISSUER_COUNCIL)
    issuer_name = council_name (self);
  else if (issuer == BV_PAPER_ISSUER_UNIT)
    issuer_name = bv_text_upper (unit);
  if (issuer_name != NULL)
    block.issuer = issuer_name;
  bv_document_add_letterhead (self->document, &block);
}

void
bv_paper_add_bases (BvPaper *self, const char *const *more)
{
  g_auto (GStrv) laws = self->regime != NULL ? bv_regime_list_citations (self->regime, self->day)
                                             : g_new0 (char *, 1);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; laws[i] != NULL; i++)
    g_ptr_array_add (lines, g_strconcat ("Căn cứ ", laws[i], NULL));
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    g_ptr_array_add (lines, g_strdup (more[i]));
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = g_strconcat (g_ptr_array_index (lines, i),
                                           i + 1 < lines->len ? ";" : ".", NULL);

      bv_document_add_paragraph (self->document, BV_PARAGRAPH_BASIS, line);
    }
}

void
bv_paper_add_body (BvPaper *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_BODY, text);
}

void
bv_paper_add_article (BvPaper *self, const char *number, const char *text)
{
  BvRuns *runs = bv_runs_new (NULL);

  bv_runs_add (runs, number, BV_RUN_BOLD);
  bv_runs_add (runs, " ", BV_RUN_PLAIN);
  bv_runs_add (runs, text, BV_RUN_PLAIN);
  bv_document_take_paragraph (self->document, BV_PARAGRAPH_BODY, runs);
}

/* ── Signatures ──────────────────────────────────────────────────────────────────────────── */

char **
bv_paper_recipients (const BvPaper *self, BvPaperIssuer issuer, const char *const *usual)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  const char *const *from = self->options->recipients != NULL ? self->options->recipients : usual;

  for (guint i = 0; from != NULL && from[i] != NULL; i++)
    g_ptr_array_add (list, g_strdup (from[i]));
  if (self->options->recipients == NULL)
    g_ptr_array_add (list, issuer == BV_PAPER_ISSUER_DEPARTMENT
                             ? g_strdup ("Lưu: VT")
                             : g_strconcat ("Lưu: VT, ", self->office->department_symbol, NULL));
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}

static gboolean
find_signer (const BvPaper *self, BvSigner **signer, GError **error)
{
  if (self->options->signer_id == 0)
    return bv_signer_default_on (self->connection, self->day, signer, error);
  *signer = bv_signer_load (self->connection, self->options->signer_id, error);
  return *signer != NULL;
}

/* A proposal is the committee's own and signed on its behalf; a unit of a ministry has no committee. */
static char **
sign_for_committee (const BvPaper *self, char **lines)
{
  g_auto (GStrv) old = lines;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (strcmp (self->office->level, "ministry_unit") != 0
      && (old[0] == NULL || !g_str_has_prefix (old[0], "T"))) /* TM., TL., TUQ. */
    g_strv_builder_add (builder, "TM. ỦY BAN NHÂN DÂN");
  g_strv_builder_addv (builder, (const char **) old);
  return g_strv_builder_end (builder);
}

char **
bv_paper_chairman_lines (const char *prefix, const char *on_behalf_of, const char *post)
{
  return strcmp (prefix, "TM.") == 0 ? bv_signature_lines ("", "", post)
                                     : bv_signature_lines (prefix, on_behalf_of, post);
}

static gboolean
sign_by_signer (BvPaper *self, char **all, GError **error)
{
  g_autoptr (BvSigner) signer = NULL;
  g_auto (GStrv) lines = NULL;
  BvSignatureBlock block = { .recipients = all };

  if (!find_signer (self, &signer, error))
    return FALSE;
  lines = signer != NULL
            ? bv_paper_chairman_lines (signer->prefix, signer->on_behalf_of, signer->post)
            : g_strsplit ("CHỦ TỊCH", "|", -1);
  if (self->kind == BV_PAPER_PROPOSAL)
    lines = sign_for_committee (self, lines);
  block.lines = lines;
  block.name = signer != NULL ? signer->name : NULL;
  bv_document_add_signature (self->document, &block);
  return TRUE;
}

gboolean
bv_paper_add_committee_signature (BvPaper *self, const char *const *recipients, GError **error)
{
  g_auto (GStrv) all = bv_paper_recipients (self, BV_PAPER_ISSUER_COMMITTEE, recipients);

  return sign_by_signer (self, all, error);
}

/* The head of the department signs with their own name when the office knows such a signer. */
static gboolean
find_department_signer (const BvPaper *self, char **name, GError **error)
{
  g_autoptr (GPtrArray) signers = bv_signer_list (self->connection, error);

  g_autofree char *head = bv_text_fold (bv_office_period_department_post (self->office));

  if (signers == NULL)
    return FALSE;
  for (guint i = 0; i < signers->len && *name == NULL; i++)
    {
      const BvSigner *signer = g_ptr_array_index (signers, i);
      g_autofree char *post = bv_text_fold (signer->post);

      if (g_str_has_prefix (post, head)
          && (signer->from_date == NULL || strcmp (signer->from_date, self->day) <= 0)
          && (signer->to_date == NULL || strcmp (signer->to_date, self->day) >= 0))
        *name = g_strdup (signer->name);
    }
  return TRUE;
}

gboolean
bv_paper_add_department_signature (BvPaper *self, const char *const *recipients, GError **error)
{
  g_auto (GStrv) all = bv_paper_recipients (self, BV_PAPER_ISSUER_DEPARTMENT, recipients);
  g_auto (GStrv)
    lines = bv_signature_lines ("", "", bv_office_period_department_post (self->office));
  g_autofree char *name = NULL;
  BvSignatureBlock block = { .recipients = all, .lines = lines };

  if (self->options->signer_id != 0)
    return sign_by_signer (self, all, error);
  if (!find_department_signer (self, &name, error))
    return FALSE;
  block.name = name;
  bv_document_add_signature (self->document, &block);
  return TRUE;
}
