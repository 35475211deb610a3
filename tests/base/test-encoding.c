// SPDX-License-Identifier: GPL-3.0-or-later
/* Files of old and new programs come in as UTF-8, and the guess says how sure it is. */

#include "base/bv-encoding.h"
#include "base/bv-error.h"

#include <string.h>

#define TEXT                                                                                       \
  "Cộng hòa xã hội chủ nghĩa Việt Nam\nPhòng Nội vụ huyện Mường La\n"         \
  "Họ và tên,Chức vụ,Đơn vị công tác\nNguyễn Thị Ánh Tuyết,Phó trưởng phòng,Ủy ban nhân dân\n"

static void
assert_decodes (GBytes *bytes, BvEncoding encoding, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) decoded = bv_encoding_decode (bytes, encoding, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (g_bytes_get_data (decoded, NULL), ==, expected);
}

static void
assert_guess (GBytes *bytes, BvEncoding encoding, double at_least)
{
  double confidence = -1;

  g_assert_cmpstr (bv_encoding_get_name (bv_encoding_guess (bytes, &confidence)), ==,
                   bv_encoding_get_name (encoding));
  g_assert_cmpfloat (confidence, >=, at_least);
  g_assert_cmpfloat (confidence, <=, 1);
}

static void
test_unicode (void)
{
  static const struct
  {
    const char *iconv;
    const char *mark;
    gsize mark_length;
    BvEncoding encoding;
  } kinds[] = { { "UTF-8", "", 0, BV_ENCODING_UTF8 },
                { "UTF-8", "\xef\xbb\xbf", 3, BV_ENCODING_UTF8 },
                { "UTF-16LE", "\xff\xfe", 2, BV_ENCODING_UTF16_LE },
                { "UTF-16BE", "\xfe\xff", 2, BV_ENCODING_UTF16_BE },
                { "UTF-16LE", "", 0, BV_ENCODING_UTF16_LE },
                { "UTF-16BE", "", 0, BV_ENCODING_UTF16_BE } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length;
      g_autofree char *body = g_convert (TEXT, -1, kinds[i].iconv, "UTF-8", NULL, &length, NULL);
      g_autoptr (GByteArray) all = g_byte_array_new ();
      g_byte_array_append (all, (const guint8 *) kinds[i].mark, (guint) kinds[i].mark_length);
      g_byte_array_append (all, (const guint8 *) body, (guint) length);
      g_autoptr (GBytes) bytes = g_bytes_new (all->data, all->len);

      assert_guess (bytes, kinds[i].encoding, 0.9);
      assert_decodes (bytes, kinds[i].encoding, TEXT);
    }
}

static void
test_tcvn3 (void)
{
  /* The bytes of section 12.3, each with its letter. */
  static const struct
  {
    guint8 byte;
    const char *letter;
  } letters[] = { { 0xa1, "Ă" }, { 0xa2, "Â" }, { 0xa3, "Ê" }, { 0xa4, "Ô" }, { 0xa5, "Ơ" },
                  { 0xa6, "Ư" }, { 0xa7, "Đ" }, { 0xa8, "ă" }, { 0xa9, "â" }, { 0xaa, "ê" },
                  { 0xab, "ô" }, { 0xac, "ơ" }, { 0xad, "ư" }, { 0xae, "đ" }, { 0xb5, "à" },
                  { 0xb6, "ả" }, { 0xb7, "ã" }, { 0xb8, "á" }, { 0xb9, "ạ" }, { 0xbb, "ằ" },
                  { 0xbc, "ẳ" }, { 0xbd, "ẵ" }, { 0xbe, "ắ" }, { 0xc6, "ặ" }, { 0xc7, "ầ" },
                  { 0xc8, "ẩ" }, { 0xc9, "ẫ" }, { 0xca, "ấ" }, { 0xcb, "ậ" }, { 0xcc, "è" },
                  { 0xce, "ẻ" }, { 0xcf, "ẽ" }, { 0xd0, "é" }, { 0xd1, "ẹ" }, { 0xd2, "ề" },
                  { 0xd3, "ể" }, { 0xd4, "ễ" }, { 0xd5, "ế" }, { 0xd6, "ệ" }, { 0xd7, "ì" },
                  { 0xd8, "ỉ" }, { 0xdc, "ĩ" }, { 0xdd, "í" }, { 0xde, "ị" }, { 0xdf, "ò" },
                  { 0xe1, "ỏ" }, { 0xe2, "õ" }, { 0xe3, "ó" }, { 0xe4, "ọ" }, { 0xe5, "ồ" },
                  { 0xe6, "ổ" }, { 0xe7, "ỗ" }, { 0xe8, "ố" }, { 0xe9, "ộ" }, { 0xea, "ờ" },
                  { 0xeb, "ở" }, { 0xec, "ỡ" }, { 0xed, "ớ" }, { 0xee, "ợ" }, { 0xef, "ù" },
                  { 0xf1, "ủ" }, { 0xf2, "ũ" }, { 0xf3, "ú" }, { 0xf4, "ụ" }, { 0xf5, "ừ" },
                  { 0xf6, "ử" }, { 0xf7, "ữ" }, { 0xf8, "ứ" }, { 0xf9, "ự" }, { 0xfa, "ỳ" },
                  { 0xfb, "ỷ" }, { 0xfc, "ỹ" }, { 0xfd, "ý" }, { 0xfe, "ỵ" } };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr (GBytes) one = g_bytes_new (&letters[i].byte, 1);
      assert_decodes (one, BV_ENCODING_TCVN3, letters[i].letter);
    }

  /* As the bytes look when read as Latin-1. */
  static const char seen[] = "Céng hßa x· héi chñ nghÜa ViÖt Nam, Phßng Néi vô huyÖn M\u00adêng La";
  gsize length;
  g_autofree char *raw = g_convert (seen, -1, "ISO-8859-1", "UTF-8", NULL, &length, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (raw, length);
  assert_guess (bytes, BV_ENCODING_TCVN3, 0.9);
  assert_decodes (bytes, BV_ENCODING_TCVN3,
                  "Cộng hòa xã hội chủ nghĩa Việt Nam, Phòng Nội vụ huyện Mường La");
}

static void
test_windows_1258 (void)
{
  /* A letter with its quality, then the tone as a mark of its own. */
  static const char raw[] =
    "Ho\xf2 v\xe0 t\xean; Nguy\xea\xden Thi\xf2 \xc1nh; \xd0i\xea\xf2n Bi\xean; "
    "M\xfd\xf5\xccng La; huy\xea\xf2n; th\xfd\xf5\xd2ng; khen; \xd0\xf5n v\xfd";
  g_autoptr (GBytes) bytes = g_bytes_new_static (raw, sizeof raw - 1);

  assert_decodes (bytes, BV_ENCODING_WINDOWS_1258,
                  "Họ và tên; Nguyễn Thị Ánh; Điện Biên; Mường La; huyện; thưởng; khen; Đơn vư");
  assert_guess (bytes, BV_ENCODING_WINDOWS_1258, 0.9);
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) odd = NULL;
  g_autoptr (GBytes) broken = g_bytes_new_static ("a\xff", 2);
  g_autoptr (GBytes) three = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  double confidence;

  g_assert_null (bv_encoding_decode (broken, BV_ENCODING_UTF8, &error));
  g_assert_error (error, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_ENCODING);
  g_assert_null (bv_encoding_decode (three, BV_ENCODING_UTF16_LE, &odd));
  g_assert_error (odd, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_ENCODING);
  assert_decodes (empty, BV_ENCODING_UTF8, "");
  assert_guess (empty, BV_ENCODING_UTF8, 1);

  /* Western European text in an old encoding is no Vietnamese: the guess must not claim to be sure. */
  g_autoptr (GBytes) french = g_bytes_new_static ("d\xe9j\xe0 vu, na\xefve, fa\xe7"
                                                  "ade, cr\xe8me br\xfbl\xe9"
                                                  "e",
                                                  37);
  bv_encoding_guess (french, &confidence);
  g_assert_cmpfloat (confidence, <, 0.6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/encoding/unicode", test_unicode);
  g_test_add_func ("/encoding/tcvn3", test_tcvn3);
  g_test_add_func ("/encoding/windows-1258", test_windows_1258);
  g_test_add_func ("/encoding/refused", test_refused);
  return g_test_run ();
}
