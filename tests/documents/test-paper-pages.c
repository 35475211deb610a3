// SPDX-License-Identifier: GPL-3.0-or-later
/* The pages of the papers of a dossier: of three offices, with one, seven and sixty names. */

#include "paper-sample.h"

#include "merit/bv-nomination.h"
#include "store/bv-connection.h"

#include <string.h>

static void
keep_all (PaperSample *self, const char *of)
{
  g_autoptr (GPtrArray) nominations = NULL;
  g_autoptr (GError) error = NULL;

  for (guint kind = 0; kind < BV_PAPER_REPORT; kind++)
    {
      guint n = bv_paper_kind_needs_decision (kind) ? self->decisions->len : 1;

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (BvDocument) document = paper_sample_build (
            self, kind, 0, n > 1 ? g_array_index (self->decisions, gint64, i) : 0);
          g_autofree char *name = g_strdup_printf ("%s-%s-%u", of, bv_paper_kind_to_code (kind), i);

          paper_sample_keep (document, name);
        }
    }
  {
    g_autoptr (BvLease) lease = bv_store_lease (self->store, &error);

    nominations = bv_nomination_list (bv_lease_connection (lease), self->dossier, &error);
    g_assert_no_error (error);
  }
  for (guint i = 0; i < nominations->len; i += MAX (1, nominations->len / 3))
    {
      const BvNomination *one = g_ptr_array_index (nominations, i);
      g_autoptr (BvDocument) document = paper_sample_build (self, BV_PAPER_REPORT, one->id, 0);
      g_autofree char *name = g_strdup_printf ("%s-bao-cao-%u", of, i);

      paper_sample_keep (document, name);
    }
}

static void
test_offices (void)
{
  static const struct
  {
    const PaperSampleTerms *terms;
    const char *name;
  } offices[] = {
    { &paper_sample_district, "huyen" },
    { &paper_sample_commune, "xa" },
    { &paper_sample_province, "tinh" },
  };
  static const guint numbers[][3] = { { 0, 1, 0 }, { 2, 4, 1 }, { 10, 48, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
      {
        PaperSample sample = { 0 };
        PaperSampleTerms terms = *offices[i].terms;
        g_autofree char *of = g_strdup_printf ("%s-%u", offices[i].name,
                                               numbers[k][0] + numbers[k][1] + numbers[k][2]);

        terms.n_units = numbers[k][0];
        terms.n_persons = numbers[k][1];
        terms.n_households = numbers[k][2];
        terms.is_open = k == 1 && i < 2;
        g_test_message ("%s", of);
        paper_sample_set_up (&sample, &terms);
        paper_sample_go (&sample);
        keep_all (&sample, of);
        paper_sample_tear_down (&sample);
      }
}

/* What the paper of one office says at one time; @kind, words, and what may not stand there. */
typedef struct
{
  const PaperSampleTerms *terms;
  int shift; /* years by which all dates move */
  BvPaperKind kind;
  const char *words[8];
  const char *none;
} Words;

static char *
move_year (const char *date, int shift)
{
  return g_strdup_printf ("%d%s", (int) g_ascii_strtoll (date, NULL, 10) + shift, date + 4);
}

static void
check_words (const Words *self)
{
  PaperSample sample = { 0 };
  PaperSampleTerms terms = *self->terms;
  g_autofree char *received = move_year (terms.received, self->shift);
  g_autofree char *proposed = move_year (terms.proposed, self->shift);
  g_autofree char *from = move_year (terms.opinion[0], self->shift);
  g_autofree char *to = move_year (terms.opinion[1], self->shift);
  g_autofree char *met = move_year (terms.met, self->shift);
  g_autofree char *decided = move_year (terms.decided, self->shift);
  g_autoptr (BvDocument) document = NULL;
  g_autofree char *text = NULL;
  int n_pages;

  terms.year += self->shift;
  terms.received = received;
  terms.proposed = proposed;
  terms.opinion[0] = from;
  terms.opinion[1] = to;
  terms.met = met;
  terms.decided = decided;
  terms.n_units = 1;
  terms.n_persons = 6;
  terms.n_households = 2; /* one of whom does not pass */
  paper_sample_set_up (&sample, &terms);
  paper_sample_go (&sample);
  document = paper_sample_build (&sample, self->kind, 0, 0);
  text = paper_sample_read (document, -1, &n_pages);
  for (guint i = 0; i < G_N_ELEMENTS (self->words) && self->words[i] != NULL; i++)
    paper_sample_assert_has (text, self->words[i]);
  if (self->none != NULL && strstr (text, self->none) != NULL)
    g_test_message ("“%s” in: %s", self->none, text);
  g_assert_true (self->none == NULL || strstr (text, self->none) == NULL);
  paper_sample_tear_down (&sample);
}

/* Posts, bodies and who signs follow from the office. */
static void
test_authorities (void)
{
  static const Words papers[] = {
    { &paper_sample_district,
      0,
      BV_PAPER_PROPOSAL,
      { "Số: 12/TTr-PNV", "TRƯỞNG PHÒNG",
        "Giấy khen của Chủ tịch Ủy ban nhân dân huyện Mường La cho",
        "(Kèm theo Tờ trình số 12/TTr-PNV ngày 20 tháng 3 năm 2023 của Phòng Nội vụ)" },
      "cấp huyện" },
    { &paper_sample_district,
      0,
      BV_PAPER_DECISION,
      { "Theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 12/TTr-PNV ngày 20 tháng 3 năm 2023.",
        "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Trưởng phòng Nội vụ",
        "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" },
      "DANH SÁCH Về việc" },
    { &paper_sample_commune,
      0,
      BV_PAPER_DECISION,
      { "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MƯỜNG BÚ",
        "Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 12/TTr-PVHXH",
        "Giấy khen của Chủ tịch Ủy ban nhân dân xã Mường Bú" },
      "cấp xã" },
    { &paper_sample_province,
      0,
      BV_PAPER_PROPOSAL,
      { "SỞ NỘI VỤ", "Số: 12/TTr-SNV", "GIÁM ĐỐC",
        "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Sơn La", "ngày 03 tháng 02 năm 2025" },
      "TRƯỞNG PHÒNG" },
    { &paper_sample_province,
      0,
      BV_PAPER_DECISION,
      { "Theo đề nghị của Giám đốc Sở Nội vụ", "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở",
        "Lưu: VT, SNV. CHỦ TỊCH" },
      "TM." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    check_words (&papers[i]);
}

/* The legal bases are those of the paper's day. */
static void
test_bases (void)
{
  static const Words papers[] = {
    { &paper_sample_district,
      -1,
      BV_PAPER_DECISION,
      { "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003", "Nghị định số 91/2017/NĐ-CP" },
      "năm 2022; " },
    { &paper_sample_province,
      -1,
      BV_PAPER_DECISION,
      { "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
        "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Nghị định số 98/2023/NĐ-CP" },
      "91/2017" },
    { &paper_sample_commune,
      0,
      BV_PAPER_DECISION,
      { "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Nghị định số 129/2025/NĐ-CP", "Nghị định số 152/2025/NĐ-CP" },
      "98/2023" },
    { &paper_sample_commune,
      2,
      BV_PAPER_PROPOSAL,
      { "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 23 tháng 4 năm 2026",
        "Nghị định số 152/2025/NĐ-CP" },
      "98/2023" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    check_words (&papers[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper-pages/offices", test_offices);
  g_test_add_func ("/paper-pages/authorities", test_authorities);
  g_test_add_func ("/paper-pages/bases", test_bases);
  return g_test_run ();
}
