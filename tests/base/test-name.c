// SPDX-License-Identifier: GPL-3.0-or-later
/* The order of names: the list of DOMAIN 12.1, the alphabet, and syllable before syllable. */

#include "base/bv-name.h"

#include <string.h>

static void
assert_order (const char *const *names, guint n, BvNameOrder order)
{
  for (guint i = 0; i + 1 < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        if (bv_name_compare (names[i], names[k], order) >= 0)
          g_error ("“%s” must stand before “%s”", names[i], names[k]);
        g_assert_cmpint (bv_name_compare (names[k], names[i], order), >, 0);
      }
}

static void
test_people (void)
{
  static const char *const names[] = {
    "Nguyễn Văn An",   "Trần Thị Ánh",  "Lò Văn Ân",       "Dương Văn Bách",  "Quàng Thị Biên",
    "Cầm Thị Dung",    "Lường Văn Đại", "Nguyễn Thị Hà",   "Nguyễn Thị Hạ",   "Lê Văn Hải",
    "Lê Thị Hảo",      "Bùi Thị Hoa",   "Tòng Văn Hòa",    "Hoàng Văn Kháy",  "Vì Thị Mai",
    "Hoàng Văn Minh",  "Đèo Thị Quý",   "Nguyễn Hữu Tuân", "Nguyễn Anh Tuấn", "Trần Anh Tuấn",
    "Nguyễn Văn Tuấn", "Lò Thị Uyên",   "Nguyễn Văn Ước"
  };

  assert_order (names, G_N_ELEMENTS (names), BV_NAME_ORDER_GIVEN_MIDDLE_FAMILY);
}

static void
test_given_rest (void)
{
  static const char *const names[] = { "Bùi Văn An", "Nguyễn Anh An", "Nguyễn Văn An",
                                       "A Lăng Thị Ba", "Lò Ba" };

  assert_order (names, G_N_ELEMENTS (names), BV_NAME_ORDER_GIVEN_REST);
}

static void
test_lengths (void)
{
  /* One word, two words and six all have their place. */
  static const char *const names[] = {
    "An", "Lò An", "Nguyễn An", "Lò Thị An", "Công Tằng Tôn Nữ Thị An", "Lò Văn Anh"
  };

  assert_order (names, 3, BV_NAME_ORDER_GIVEN_MIDDLE_FAMILY);
  g_assert_cmpint (bv_name_compare ("Nguyễn An", "Lò Thị An", BV_NAME_ORDER_GIVEN_MIDDLE_FAMILY), <,
                   0);
  g_assert_cmpint (
    bv_name_compare ("Công Tằng Tôn Nữ Thị An", "Lò Văn Anh", BV_NAME_ORDER_GIVEN_MIDDLE_FAMILY), <,
    0);
  g_assert_cmpint (bv_name_compare ("", "An", BV_NAME_ORDER_GIVEN_MIDDLE_FAMILY), <, 0);
}

static void
test_alphabet (void)
{
  static const char *const given[] = { "A",     "An",    "Anh",  "Ánh",   "Ăn",    "Ân",  "Ấn",
                                       "Bình",  "Cường", "Dung", "Dũng",  "Dương", "Đan", "Đào",
                                       "Đức",   "Em",    "Ê",    "Giang", "Hà",    "Hải", "Lan",
                                       "Lân",   "Lê",    "Ninh", "Oanh",  "Ô",     "Ơn",  "Phúc",
                                       "Quỳnh", "Sơn",   "Tâm",  "Uyên",  "Ước",   "Vân", "Xuân",
                                       "Y",     "Ý",     "Yên",  "Yến" };
  static const char *const tones[] = { "ma", "mà", "mả", "mã", "má", "mạ", "măng", "mâm", "mận" };
  static const char *const syllables[] = { "ba", "ba gai", "bà", "bà con", "bả", "bá láp" };
  static const char *const numbers[] = { "Bản 2", "Bản 10", "Bản Ten", "Khối 1", "Khối 12" };

  assert_order (given, G_N_ELEMENTS (given), BV_NAME_ORDER_PLAIN);
  assert_order (given, G_N_ELEMENTS (given), BV_NAME_ORDER_GIVEN_MIDDLE_FAMILY);
  assert_order (tones, G_N_ELEMENTS (tones), BV_NAME_ORDER_PLAIN);
  assert_order (syllables, G_N_ELEMENTS (syllables), BV_NAME_ORDER_PLAIN);
  assert_order (numbers, G_N_ELEMENTS (numbers), BV_NAME_ORDER_PLAIN);
}

static void
test_equal (void)
{
  g_assert_cmpint (bv_name_compare ("Đặng Ý", "Đa\u0323\u0306ng Y\u0301", BV_NAME_ORDER_PLAIN), ==,
                   0);
  g_assert_cmpint (bv_name_compare ("Tòng Văn Hòa", "Tòng Văn Hoà", BV_NAME_ORDER_PLAIN), ==, 0);
  g_assert_cmpint (bv_name_compare (" Lò  Văn Ân", "Lò Văn Ân", BV_NAME_ORDER_PLAIN), ==, 0);
  g_assert_cmpint (bv_name_compare ("lò văn ân", "Lò Văn Ân", BV_NAME_ORDER_PLAIN), !=, 0);
}

static gpointer
make_keys (gpointer data)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lò Thị Hòa %d", i);
      g_ptr_array_add (keys, bv_name_sort_key (name, BV_NAME_ORDER_PLAIN));
    }
  return keys;
}

static void
test_threads (void)
{
  GThread *threads[4];
  g_autoptr (GPtrArray) first = NULL;

  for (int i = 0; i < 4; i++)
    threads[i] = g_thread_new ("keys", make_keys, NULL);
  first = g_thread_join (threads[0]);
  for (int i = 1; i < 4; i++)
    {
      g_autoptr (GPtrArray) keys = g_thread_join (threads[i]);

      for (guint k = 0; k < keys->len; k++)
        g_assert_true (g_bytes_equal (keys->pdata[k], first->pdata[k]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name/people", test_people);
  g_test_add_func ("/name/given-rest", test_given_rest);
  g_test_add_func ("/name/lengths", test_lengths);
  g_test_add_func ("/name/alphabet", test_alphabet);
  g_test_add_func ("/name/equal", test_equal);
  g_test_add_func ("/name/threads", test_threads);
  return g_test_run ();
}
