// SPDX-License-Identifier: GPL-3.0-or-later
/* Quyết định công nhận sáng kiến, with its list. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-initiative-papers-private.h"
#include "documents/bv-dossier-papers-private.h"

#include "base/bv-date.h"
#include "base/bv-number.h"
#include "base/bv-text.h"
#include "merit/bv-regime.h"
#include "office/bv-signer.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define CITATIONS "/vn/bangvang/core/initiatives.json"

/* "Điều 1." in bold before its text. */
static void
add_marked (BvInitiativePaperDraft *self, const char *mark, const char *text)
{
  BvRuns *runs = bv_runs_new (NULL);

  bv_runs_add (runs, mark, BV_RUN_BOLD);
  bv_runs_add (runs, " ", BV_RUN_PLAIN);
  bv_runs_add (runs, text, BV_RUN_PLAIN);
  bv_document_take_paragraph (self->document, BV_PARAGRAPH_BODY, runs);
}

static GPtrArray *
list_citations (BvInitiativePaperDraft *self, const BvRegime *regime, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *own;
  gsize length;
  const char *data;

  if (regime != NULL)
    {
      g_auto (GStrv) laws = bv_regime_list_citations (regime, self->day);

      for (guint i = 0; laws[i] != NULL; i++)
        g_ptr_array_add (lines, g_strdup (laws[i]));
    }
  bytes = g_resources_lookup_data (CITATIONS, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, data, (gssize) length, error))
    return NULL;
  own = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                      "citations");
  for (guint i = 0; i < json_array_get_length (own); i++)
    {
      JsonObject *citation = json_array_get_object_element (own, i);

      if (strcmp (json_object_get_string_member_with_default (citation, "from", ""), self->day) <= 0
          && strcmp (self->day, json_object_get_string_member_with_default (citation, "to", "9999"))
               <= 0)
        g_ptr_array_add (lines, g_strdup (json_object_get_string_member (citation, "text")));
    }
  return g_steal_pointer (&lines);
}

static gboolean
build_bases (BvInitiativePaperDraft *self, const BvRegime *regime, GError **error)
{
  g_autoptr (GPtrArray) lines = list_citations (self, regime, error);
  g_autofree char *minutes = NULL;
  g_autofree char *head = NULL;
  g_autofree char *proposal = NULL;

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = g_strdup_printf ("Căn cứ %s;",
                                               (const char *) g_ptr_array_index (lines, i));

      bv_document_add_paragraph (self->document, BV_PARAGRAPH_BASIS, line);
    }
  if (self->session->on_date != NULL)
    {
      g_autofree char *date = bv_date_format_long (self->session->on_date);

      minutes = g_strdup_printf ("Căn cứ Biên bản họp Hội đồng sáng kiến %s;", date);
    }
  else
    minutes = g_strdup ("Căn cứ Biên bản họp Hội đồng sáng kiến ngày …… tháng …… năm ………;");
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_BASIS, minutes);
  head = bv_office_period_department_head (self->office);
  proposal = g_strdup_printf ("Theo đề nghị của %s.", head);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_BASIS, proposal);
  return TRUE;
}

static gboolean
build_signature (BvInitiativePaperDraft *self, GError **error)
{
  g_autoptr (BvSigner) signer = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *file = g_strconcat ("Lưu: VT, ", self->office->department_symbol, NULL);
  const char *usual[] = { "Như Điều 3", NULL, file, NULL };
  g_autofree char *superior = NULL;
  BvSignatureBlock block = { 0 };

  if (self->options->signer_id != 0)
    {
      signer = bv_signer_load (self->connection, self->options->signer_id, error);
      if (signer == NULL)
        return FALSE;
    }
  else if (!bv_signer_default_on (self->connection, self->day, &signer, error))
    return FALSE;
  if (signer != NULL)
    lines = bv_paper_chairman_lines (signer->prefix, signer->on_behalf_of, signer->post);
  else
    lines = g_strsplit ("CHỦ TỊCH", "|", -1);
  superior = g_strdup_printf ("Hội đồng Thi đua - Khen thưởng %s", self->office->area_name);
  usual[1] = superior;
  block.recipients = (char **) (self->options->recipients != NULL ? self->options->recipients
                                                                  : usual);
  block.lines = lines;
  block.name = signer != NULL ? signer->name : (char *) "";
  bv_document_add_signature (self->document, &block);
  return TRUE;
}

static guint
build_decision_list (BvInitiativePaperDraft *self)
{
  static const double weights[] = { 7.5, 36, 33.5, 13, 10 };
  BvTableBlock *table = bv_document_add_table (self->document, "Danh sách sáng kiến");
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    bv_table_block_add_column (table, weights[i],
                               i == 1 || i == 2 ? BV_ALIGN_LEFT : BV_ALIGN_CENTRE);
  bv_table_block_add_row (table, BV_ROW_HEAD);
  bv_table_block_add_text (table, "STT");
  bv_table_block_add_text (table, "Tên sáng kiến");
  bv_table_block_add_text (table, "Tác giả, chức vụ, đơn vị công\u00a0tác");
  bv_table_block_add_text (table, "Tỷ lệ đóng\u00a0góp (%)");
  bv_table_block_add_text (table, "Điểm");
  for (guint i = 0; i < self->items->len; i++)
    {
      const BvInitiativeItem *item = g_ptr_array_index (self->items, i);
      const BvInitiative *initiative = item->initiative;

      if (bv_initiative_item_get_ending (item) != BV_ENDING_RECOGNISED)
        continue;
      for (guint j = 0; j < initiative->authors->len; j++)
        {
          const BvInitiativeAuthor *author = g_ptr_array_index (initiative->authors, j);
          g_autofree char *who = *author->detail != '\0'
                                   ? g_strdup_printf ("%s, %s", author->name, author->detail)
                                   : g_strdup (author->name);

          bv_table_block_add_row (table, BV_ROW_BODY);
          if (j == 0)
            {
              g_autofree char *number = g_strdup_printf ("%u", ++n);

              bv_table_block_add_span (table, number, 1, initiative->authors->len);
              bv_table_block_add_span (table, initiative->title, 1, initiative->authors->len);
            }
          bv_table_block_add_text (table, who);
          bv_initiative_paper_add_points (table, author->share);
          if (j == 0)
            {
              gint64 points = initiative->points >= 0 ? initiative->points : item->outcome.result;
              g_autofree char *words = points >= 0 ? bv_number_format_hundredths (points)
                                                   : g_strdup ("");

              bv_table_block_add_span (table, words, 1, initiative->authors->len);
            }
        }
    }
  return n;
}

gboolean
bv_initiative_paper_build_decision (BvInitiativePaperDraft *self, GError **error)
{
  BvInitiativeTally tally = bv_initiative_items_tally (self->items);
  g_autoptr (BvRegimeSet) regimes = bv_regime_set_load (self->connection, error);
  const BvRegime *regime;
  const BvInitiativeSession *session = self->session;
  gboolean is_decided = bv_initiative_session_is_decided (session);
  const char *date = self->options->date != NULL ? self->options->date : session->decision_date;
  g_autofree char *number = self->options->number != NULL ? g_strdup (self->options->number)
                            : is_decided                  ? g_strdup (session->decision_number)
                                                          : bv_office_period_number (self->office,
                                                                                     BV_ISSUER_COMMITTEE, 0, "QĐ");
  g_autofree char *period = bv_initiative_paper_name_period (session);
  g_autofree char *summary = g_strdup_printf ("Về việc công nhận sáng kiến %s", period);
  g_autofree char *chairman = bv_office_period_chairman (self->office);
  g_autofree char *formula = bv_text_upper (chairman);
  g_autofree char *n_recognised = bv_number_count (tally.n_recognised);
  g_autofree char *first = NULL;
  g_autofree char *third = NULL;
  g_autofree char *executors = NULL;
  g_autofree char *list_note = NULL;
  g_autofree char *long_date = date != NULL ? bv_date_format_long (date)
                                            : g_strdup ("ngày …… tháng …… năm ………");

  if (regimes == NULL)
    return FALSE;
  regime = bv_regime_set_for_date (regimes, self->day);
  executors = bv_paper_name_executors (self->office, regime);
  if (tally.n_recognised == 0)
    return bv_initiative_paper_fail_empty (error,
                                           _ ("No initiative of this session is recognised."));
  bv_initiative_paper_add_letterhead (self, number, date);
  bv_document_add_title (self->document, "QUYẾT ĐỊNH", summary, NULL);
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_FORMULA, formula);
  if (!build_bases (self, regime, error))
    return FALSE;
  bv_document_add_paragraph (self->document, BV_PARAGRAPH_FORMULA, "QUYẾT ĐỊNH:");
  first = g_strdup_printf ("Công nhận %s sáng kiến %s có phạm vi ảnh hưởng cấp cơ sở (có danh "
                           "sách kèm theo).",
                           n_recognised, period);
  add_marked (self, "Điều 1.", first);
  add_marked (self, "Điều 2.",
              "Tác giả, đồng tác giả có sáng kiến được công nhận được hưởng các quyền lợi theo quy "
              "định; kết quả công nhận là căn cứ xét thi đua, khen thưởng.");
  third = g_strdup_printf (
    "%s, thủ trưởng các cơ quan, đơn vị có liên quan và các cá nhân có tên trong danh sách chịu "
    "trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký./.",
    executors);
  add_marked (self, "Điều 3.", third);
  if (!build_signature (self, error))
    return FALSE;
  list_note = g_strdup_printf ("(Kèm theo Quyết định số %s %s của %s)", number, long_date,
                               chairman);
  bv_document_add_appendix (self->document, "DANH SÁCH", "Sáng kiến được công nhận", list_note);
  build_decision_list (self);
  return TRUE;
}
