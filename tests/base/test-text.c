// SPDX-License-Identifier: GPL-3.0-or-later
/* Text cleaned, folded and matched: DOMAIN 12.3. */

#include "base/bv-syllable.h"
#include "base/bv-text.h"

static void
assert_clean (const char *from, const char *to)
{
  g_autofree char *got = bv_text_clean (from);

  g_assert_cmpstr (got, ==, to);
}

static void
test_clean (void)
{
  assert_clean (NULL, "");
  assert_clean ("", "");
  assert_clean ("Lò Văn Ân", "Lò Văn Ân");
  assert_clean ("  Nguyễn\u00a0Văn \t An ", "Nguyễn Văn An");
  assert_clean ("Họ và\ntên", "Họ và tên");
  assert_clean ("Mu\u00adờng\u200b La\ufeff", "Muờng La");
  assert_clean ("\u00d0i\u1ec7n Bi\u00ean", "Điện Biên");
  assert_clean ("Đie\u0323\u0302n Bie\u0302n", "Điện Biên"); /* decomposed, as macOS writes */
  assert_clean ("Đi\u00ea\u0323n Bi\u00ean", "Điện Biên");   /* Windows-1258: letter, then tone */
  assert_clean ("a\x01"
                "b\x7f",
                "ab");
  assert_clean ("Quý", "Quý");
  assert_clean ("qúy", "qúy"); /* print what was typed */
  g_autofree char *broken = bv_text_clean ("La\xff");
  g_assert_true (g_utf8_validate (broken, -1, NULL));
}

static void
assert_fold (const char *from, const char *to)
{
  g_autofree char *got = bv_text_fold (from);

  g_assert_cmpstr (got, ==, to);
}

static void
test_fold (void)
{
  assert_fold ("Điện Biên", "dien bien");
  assert_fold ("dien bien", "dien bien");
  assert_fold ("\u0110ie\u0323\u0302n Bie\u0302n", "dien bien");
  assert_fold ("ĐƯỜNG", "duong");
  assert_fold ("\u00d0ường", "duong");
  assert_fold ("Hữu Ẩn", "huu an");
  assert_fold ("  Đèo   Thị Quý ", "deo thi quy");
}

static void
assert_same (const char *a, const char *b, gboolean same)
{
  g_autofree char *x = bv_text_fold_marks (a);
  g_autofree char *y = bv_text_fold_marks (b);

  if (same)
    g_assert_cmpstr (x, ==, y);
  else
    g_assert_cmpstr (x, !=, y);
}

static void
test_pairs (void)
{
  /* Every pair of section 12.3: the older and the newer place of the tone. */
  static const char *const pairs[][2] = { { "òa", "oà" }, { "óa", "oá" }, { "ỏa", "oả" },
                                          { "õa", "oã" }, { "ọa", "oạ" }, { "òe", "oè" },
                                          { "óe", "oé" }, { "ỏe", "oẻ" }, { "õe", "oẽ" },
                                          { "ọe", "oẹ" }, { "ùy", "uỳ" }, { "úy", "uý" },
                                          { "ủy", "uỷ" }, { "ũy", "uỹ" }, { "ụy", "uỵ" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *old = g_strconcat ("h", pairs[i][0], NULL);
      g_autofree char *new = g_strconcat ("H", pairs[i][1], NULL);

      assert_same (old, new, TRUE);
      assert_same (pairs[i][0], pairs[i][1], TRUE);
    }
  assert_same ("hòa thúy hóa khỏe", "hoà thuý hoá khoẻ", TRUE);
  assert_same ("Ủy ban nhân dân", "Uỷ ban nhân dân", TRUE);
  assert_same ("quý", "qúy", TRUE);
  assert_same ("Kỹ", "Kĩ", TRUE);
  assert_same ("Lý", "Lí", TRUE);
  assert_same ("Mỹ", "Mĩ", TRUE);
  assert_same ("Quý", "Quí", TRUE);
  assert_same ("Tòng Văn HÒA", "tòng văn hoà", TRUE);

  assert_same ("Hà", "Hạ", FALSE);
  assert_same ("Tuân", "Tuấn", FALSE);
  assert_same ("túy", "túi", FALSE);
  assert_same ("hay", "hai", FALSE);
  assert_same ("Đại", "Dại", FALSE);
  assert_same ("hoàn", "hoản", FALSE);

  g_autofree char *dotted = bv_text_fold_marks (
    "\u0130\u0302n"); /* a capital that only its small letter composes */
  g_autofree char *done = bv_text_fold_marks ("Hoàng");

  g_assert_cmpstr (dotted, ==, "în");
  g_assert_cmpstr (done, ==, "hoàng");
}

static void
test_matches (void)
{
  g_assert_true (bv_text_matches ("Điện Biên", "dien bien"));
  g_assert_true (bv_text_matches ("Điện Biên", "Điện"));
  g_assert_true (bv_text_matches ("Điện Biên", "bi di"));
  g_assert_true (bv_text_matches ("Điện Biên", ""));
  g_assert_true (bv_text_matches ("Điện Biên", "điê")); /* still typing */
  g_assert_true (bv_text_matches ("Tòng Văn Hòa", "hoà"));
  g_assert_true (bv_text_matches ("Tòng Văn Hòa", "hò"));
  g_assert_true (bv_text_matches ("Đèo Thị Quý", "quí"));
  g_assert_true (bv_text_matches ("Đèo Thị Quý", "quy"));
  g_assert_true (bv_text_matches ("Chính quyền", "quy"));
  g_assert_true (bv_text_matches ("Chính quyền", "quyê"));
  g_assert_true (bv_text_matches ("Nguyễn Văn Kỳ", "ky"));
  g_assert_true (bv_text_matches ("12-QĐ/HU", "qđ"));
  g_assert_false (bv_text_matches ("Nguyễn Anh Tuấn", "tuân"));
  g_assert_false (bv_text_matches ("Nguyễn Thị Hà", "hạ"));
  g_assert_false (bv_text_matches ("Điện Biên", "ien"));
  g_assert_false (bv_text_matches ("Điện Biên", "dien la"));
  g_assert_false (bv_text_matches ("Lan", "lân"));
}

static void
test_upper (void)
{
  g_autofree char *a = bv_text_upper ("thị trấn Ít Ong");
  g_autofree char *b = bv_text_upper ("đường số 5, straße");

  g_assert_cmpstr (a, ==, "THỊ TRẤN ÍT ONG");
  g_assert_cmpstr (b, ==, "ĐƯỜNG SỐ 5, STRAßE");
}

static void
test_syllables (void)
{
  static const char *const good[] = {
    "Nguyễn", "quyết", "định", "thưởng", "khen", "giấy",   "gì",
    "giếng",  "quý",   "ủy",   "nghiệp", "Đèo",  "khuyến", "yên",
    "ốc",     "xoong", "huýt", "ngoèo",  "ươm",  "trường", "THCS"
  };
  static const char *const bad[] = { "Céng", "hßa", "M­êng",   "Nguyá»…n",
                                     "bcd",  "toc", "thưởngg", "áà" };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (good); i++)
    {
      glong n;
      g_autofree gunichar *word = g_utf8_to_ucs4_fast (good[i], -1, &n);
      g_assert_true (bv_syllable_is_valid (word, (gsize) n));
    }
  for (guint i = 1; i < G_N_ELEMENTS (bad); i++)
    {
      glong n;
      g_autofree gunichar *word = g_utf8_to_ucs4_fast (bad[i], -1, &n);
      g_assert_false (bv_syllable_is_valid (word, (gsize) n));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/pairs", test_pairs);
  g_test_add_func ("/text/matches", test_matches);
  g_test_add_func ("/text/upper", test_upper);
  g_test_add_func ("/text/syllables", test_syllables);
  return g_test_run ();
}
