// SPDX-License-Identifier: GPL-3.0-or-later
/* Law as data: what the built-in regimes say, and that a broken file is refused with file and path. */

#include "merit/bv-regime.h"

#include "base/bv-error.h"

#include <json-glib/json-glib.h>

static BvRegimeSet *
load (void)
{
  g_autoptr (GError) error = NULL;
  BvRegimeSet *set = bv_regime_set_load (NULL, &error);

  g_assert_no_error (error);
  return set;
}

static void
test_dates (void)
{
  static const struct
  {
    const char *date;
    const char *id;
  } cases[] = {
    { "2017-09-30", NULL },
    { "2017-10-01", "luat-2003-nd91" },
    { "2019-12-31", "luat-2003-nd91" },
    { "2023-12-31", "luat-2003-nd91" },
    { "2024-01-01", "luat-2022-nd98" },
    { "2025-06-30", "luat-2022-nd98" },
    { "2025-07-01", "luat-2022-nd152" },
    { "2026-09-30", "luat-2022-nd152" },
    { "2026-10-01", "luat-2026" },
    { "2031-01-01", "luat-2026" },
  };
  g_autoptr (BvRegimeSet) set = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BvRegime *regime = bv_regime_set_for_date (set, cases[i].date);

      g_assert_cmpstr (regime != NULL ? regime->id : NULL, ==, cases[i].id);
    }
}

static void
test_catalogue (void)
{
  /* Every award of sections 2.1 and 2.7 and every coefficient of 4.2 of the domain reference. */
  static const char *const codes[] = {
    "LDTT",    "CSTT",    "CSTDCS",   "CSTDT",    "CSTDTQ",   "TTLDTT",  "DVTT",     "TTLDXS",
    "DVQT",    "CTDT",    "CTDCP",    "CTDQK",    "TDPVH",    "GDVH",    "KHAC",     "GTHCM",
    "GTNN",    "KNC",     "BKTTG",    "BKT",      "BKQK",     "GKX",     "GKSO",     "GKDV",
    "GKDN",    "GKDT",    "HCSV",     "HCHCM",    "HCDL1",    "HCDL2",   "HCDL3",    "HCQC1",
    "HCQC2",   "HCQC3",   "HCLD1",    "HCLD2",    "HCLD3",    "HCCC1",   "HCCC2",    "HCCC3",
    "HCBVTQ1", "HCBVTQ2", "HCBVTQ3",  "HCDDKDT",  "HCDC",     "BMVNAH",  "AHLLVTND", "AHLD",
    "NGND",    "TTND",    "NSND",     "NNND",     "NGUT",     "TTUT",    "NSUT",     "NNUT",
    "HUYQK",   "HUYAN",   "HUYCSVV1", "HUYCSVV2", "HUYCSVV3", "HUYCSVV", "HUYHN",    "HUYKC",
  };
  g_autoptr (BvRegimeSet) set = load ();
  GPtrArray *regimes = bv_regime_set_get_regimes (set);

  g_assert_cmpuint (regimes->len, ==, 4);
  for (guint i = 0; i < regimes->len; i++)
    {
      const BvRegime *regime = g_ptr_array_index (regimes, i);

      for (guint k = 0; k < G_N_ELEMENTS (codes); k++)
        if (bv_regime_find_award (regime, codes[k]) == NULL)
          g_error ("%s has no %s", regime->id, codes[k]);
      /* New in the law of 2022; the district's own praise ended with the district. */
      g_assert_cmpint (bv_regime_find_award (regime, "XPTTTB") != NULL, ==, i > 0);
      g_assert_cmpint (bv_regime_find_award (regime, "GKH") != NULL, ==, i < 2);
    }
}

static void
test_award (void)
{
  g_autoptr (BvRegimeSet) set = load ();
  const BvRegime *old = bv_regime_set_get (set, "luat-2022-nd98");
  const BvRegime *now = bv_regime_set_get (set, "luat-2022-nd152");
  const BvRegimeAward *award = bv_regime_find_award (old, "GKH");

  g_assert_cmpint (award->kind, ==, BV_AWARD_PRAISE);
  g_assert_false (bv_regime_award_is_title (award));
  g_assert_true (bv_regime_award_allows (award, BV_SUBJECT_HOUSEHOLD));
  g_assert_cmpint (bv_regime_award_get_level (award), ==, BV_LEVEL_DISTRICT);
  g_assert_cmpint (award->bonus->coefficient, ==, 300);
  g_assert_cmpint (award->bonus->unit_factor, ==, 2000);
  g_assert_cmpint (award->bonus->household_factor, ==, 1500);
  g_assert_false (award->bonus->household_factor_is_verified);
  g_assert_cmpstr (award->certificate, ==, "giay-khen-huyen");

  award = bv_regime_find_award (old, "CSTDCS");
  g_assert_true (bv_regime_award_is_title (award));
  g_assert_false (bv_regime_award_allows (award, BV_SUBJECT_UNIT));
  g_assert_true (bv_regime_award_is_decided_at (award, BV_LEVEL_DISTRICT));
  g_assert_true (bv_regime_award_is_decided_at (award, BV_LEVEL_UNIT));
  award = bv_regime_find_award (now, "CSTDCS");
  g_assert_false (bv_regime_award_is_decided_at (award, BV_LEVEL_DISTRICT));
  g_assert_true (bv_regime_award_is_decided_at (award, BV_LEVEL_COMMUNE));
  /* Money only, no certificate in the decree. */
  g_assert_null (bv_regime_find_award (now, "LDTT")->certificate);
}

static void
test_citations (void)
{
  g_autoptr (BvRegimeSet) set = load ();
  const BvRegime *regime = bv_regime_set_get (set, "luat-2022-nd98");
  g_auto (GStrv) before = bv_regime_list_citations (regime, "2025-02-28");
  g_auto (GStrv) after = bv_regime_list_citations (regime, "2025-03-01");

  /* The law that amends stands in the line of the one that it amends. */
  g_assert_cmpuint (g_strv_length (before), ==, 3);
  g_assert_cmpuint (g_strv_length (after), ==, 3);
  g_assert_cmpstr (
    before[0], ==,
    "Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một "
    "số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 "
    "tháng 11 năm 2019");
  g_assert_cmpstr (after[1], ==, "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022");
}

static void
test_match (void)
{
  static const struct
  {
    const char *text;
    const char *date;
    BvLevel level;
    const char *code;
  } cases[] = {
    { "Giấy khen", "2023-03-27", BV_LEVEL_DISTRICT, "GKH" },
    { "giay khen", "2023-03-27", BV_LEVEL_COMMUNE, "GKX" },
    { "GIẤY KHEN", "2025-08-01", BV_LEVEL_COMMUNE, "GKX" },
    { "Giấy khen của Chủ tịch UBND huyện", "2023-03-27", BV_LEVEL_COMMUNE, "GKH" },
    { "Danh hiệu “Chiến sĩ thi đua cơ sở”", "2023-03-27", BV_LEVEL_DISTRICT, "CSTDCS" },
    { "CSTĐ cơ sở", "2023-03-27", BV_LEVEL_DISTRICT, "CSTDCS" },
    { "CSTĐCS", "2023-03-27", BV_LEVEL_DISTRICT, "CSTDCS" },
    { "LĐTT", "2023-03-27", BV_LEVEL_DISTRICT, "LDTT" },
    { "Tập thể Lao động tiên tiến", "2023-03-27", BV_LEVEL_DISTRICT, "TTLDTT" },
    { "Bằng khen của UBND tỉnh", "2023-03-27", BV_LEVEL_DISTRICT, "BKT" },
    { "Bằng khen của Thủ tướng Chính phủ", "2023-03-27", BV_LEVEL_DISTRICT, "BKTTG" },
    { "Cờ thi đua của UBND tỉnh", "2023-03-27", BV_LEVEL_DISTRICT, "CTDT" },
    { "Huân chương Lao động hạng Ba", "2016-01-01", BV_LEVEL_STATE, "HCLD3" },
    { "Bằng tốt nghiệp", "2023-03-27", BV_LEVEL_DISTRICT, NULL },
    { "", "2023-03-27", BV_LEVEL_DISTRICT, NULL },
    { "Danh hiệu", "2023-03-27", BV_LEVEL_DISTRICT, NULL },
  };
  g_autoptr (BvRegimeSet) set = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BvRegimeAward *award = bv_regime_set_match_award (set, cases[i].text, cases[i].date,
                                                              cases[i].level);

      g_assert_cmpstr (award != NULL ? award->code : NULL, ==, cases[i].code);
    }
  /* Known by name although the regime of the day has it no longer, or not yet. */
  g_assert_nonnull (bv_regime_set_find_award (set, "GKH", "2026-01-01"));
  g_assert_nonnull (bv_regime_set_find_award (set, "XPTTTB", "2015-01-01"));
  g_assert_null (bv_regime_set_find_award (set, "NOBODY", "2026-01-01"));
}

/* ── Broken files ────────────────────────────────────────────────────────────────────────── */

#define AWARD(body)                                                                                \
  "{'format':1,'id':'x','name':'X','from':'2030-01-01','citations':[{'text':'L','verified':true}]" \
  ",'awards':[{" body "}]}"
#define GOOD                                                                                       \
  "'code':'A','name':'A','abbreviation':'A','kind':'title','subjects':['person'],"                 \
  "'deciders':[{'level':'unit','who':'W'}],'article':'1','verified':true"

static GBytes *
bytes_from (const char *text)
{
  char *json = g_strdelimit (g_strdup (text), "'", '"');

  return g_bytes_new_take (json, strlen (json));
}

static BvRegimeSet *
load_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = bytes_from (text);
  BvRegimeFile file = { "regimes/x.json", bytes };

  return bv_regime_set_new_from_files (&file, 1, NULL, 0, error);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *path;
  } cases[] = {
    { "{", "regimes/x.json" },
    { "[]", "regimes/x.json, $:" },
    { "{'format':3}", "$.format:" },
    { "{'format':1,'id':'x','nam':'X'}", "$.nam:" },
    { "{'format':1,'id':'x'}", "$.name:" },
    { "{'format':1,'id':'x','name':'X','from':'2030-02-31'}", "$.from:" },
    { "{'format':1,'id':'x','name':'X','from':'2030-01-01','to':'2029-01-01',"
      "'citations':[{'text':'L','verified':true}],'awards':[{" GOOD "}]}",
      "$.to:" },
    { "{'format':1,'id':'x','name':'X','from':'2030-01-01','citations':[]}", "$.citations:" },
    { "{'format':1,'id':'x','name':'X','from':'2030-01-01','citations':[{'text':'L'}]}",
      "$.citations[0].verified:" },
    { AWARD ("'code':'A'"), "$.awards[0].name:" },
    { AWARD (GOOD ",'colour':'red'"), "$.awards[0].colour:" },
    { AWARD ("'code':'a','name':'A','abbreviation':'A','kind':'title','subjects':['person'],"
             "'deciders':[{'level':'unit','who':'W'}],'article':'1','verified':true"),
      "$.awards[0].code:" },
    { AWARD ("'code':'A','name':'A','abbreviation':'A','kind':'medallion','subjects':['person'],"
             "'deciders':[{'level':'unit','who':'W'}],'article':'1','verified':true"),
      "$.awards[0].kind:" },
    { AWARD ("'code':'A','name':'A','abbreviation':'A','kind':'title','subjects':['dog'],"
             "'deciders':[{'level':'unit','who':'W'}],'article':'1','verified':true"),
      "$.awards[0].subjects[0]:" },
    { AWARD ("'code':'A','name':'A','abbreviation':'A','kind':'title','subjects':['person'],"
             "'deciders':[{'level':'galaxy','who':'W'}],'article':'1','verified':true"),
      "$.awards[0].deciders[0].level:" },
    { AWARD ("'code':'A','name':'A','abbreviation':'A','kind':'title','subjects':['person'],"
             "'deciders':[{'level':'unit','who':'W'}],'verified':true"),
      "$.awards[0].article:" },
    { AWARD ("'code':'A','name':'A','abbreviation':'A','kind':'title','subjects':['person'],"
             "'deciders':[{'level':'unit','who':'W'},{'level':'state','who':'W'}],'article':'1',"
             "'verified':true"),
      "$.awards[0].deciders[1].level:" },
    { AWARD (GOOD ",'bonus':{'coefficient':0.3,'article':'1','verified':true}"),
      "$.awards[0].bonus.coefficient:" },
    { AWARD (GOOD ",'bonus':{'coefficient':'0.1234','article':'1','verified':true}"),
      "$.awards[0].bonus.coefficient:" },
    { AWARD (GOOD ",'bonus':{'coefficient':'0,3','article':'1','verified':true}"),
      "$.awards[0].bonus.coefficient:" },
    { AWARD (GOOD ",'bonus':{'coefficient':'0','article':'1','verified':true}"),
      "$.awards[0].bonus.coefficient:" },
    { AWARD (GOOD ",'bonus':{'coefficient':'0.3','verified':true}"), "$.awards[0].bonus.article:" },
    { AWARD (GOOD ",'bonus':{'coefficient':'0.3','unit_factor':{'value':'2'},'article':'1',"
                  "'verified':true}"),
      "$.awards[0].bonus.unit_factor.verified:" },
    { AWARD (GOOD "},{" GOOD), "$.awards[1].code:" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BvRegimeSet) set = load_text (cases[i].text, &error);

      g_assert_null (set);
      g_assert_nonnull (error);
      g_assert_cmpint (error->domain, ==, BV_VALUE_ERROR);
      if (strstr (error->message, cases[i].path) == NULL)
        g_error ("case %u: “%s” does not name %s", i, error->message, cases[i].path);
    }
}

static void
test_accepted (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvRegimeSet) set = load_text (AWARD (GOOD), &error);

  g_assert_no_error (error);
  g_assert_nonnull (bv_regime_find_award (bv_regime_set_for_date (set, "2030-01-01"), "A"));
}

static void
test_overlap (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) one = bytes_from (AWARD (GOOD));
  g_autoptr (GBytes) two = bytes_from (
    "{'format':1,'id':'y','name':'Y','from':'2029-01-01','to':'2030-01-01','citations':"
    "[{'text':'L','verified':true}],'awards':[{" GOOD "}]}");
  BvRegimeFile files[] = { { "regimes/x.json", one }, { "regimes/y.json", two } };

  g_assert_null (bv_regime_set_new_from_files (files, 2, NULL, 0, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "regimes/x.json"));
  g_assert_nonnull (strstr (error->message, "regimes/y.json"));
}

static void
test_own (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) one = bytes_from (AWARD (GOOD));
  g_autoptr (GBytes) mine = bytes_from (
    "{'format':1,'id':'x','awards':[{'code':'A','name':'Other','abbreviation':'O','kind':'praise',"
    "'subjects':['unit'],'deciders':[{'level':'district','who':'W'}],'article':'QĐ 33',"
    "'verified':true},{'code':'NTVT','name':'Người tốt, việc tốt','abbreviation':'NTVT','kind':"
    "'title','subjects':['person'],'deciders':[{'level':'district','who':'W'}],'article':'QĐ 33',"
    "'verified':true}]}");
  g_autoptr (GBytes) lost = bytes_from ("{'format':1,'id':'z','awards':[{" GOOD "}]}");
  BvRegimeFile file = { "regimes/x.json", one };
  BvRegimeFile own = { "regimes/mine.json", mine };
  BvRegimeFile unknown = { "regimes/lost.json", lost };
  g_autoptr (BvRegimeSet) set = bv_regime_set_new_from_files (&file, 1, &own, 1, &error);
  const BvRegime *regime;

  g_assert_no_error (error);
  regime = bv_regime_set_get (set, "x");
  g_assert_cmpstr (regime->name, ==, "X");
  g_assert_cmpuint (regime->awards->len, ==, 2);
  g_assert_cmpstr (bv_regime_find_award (regime, "A")->name, ==, "Other");
  g_assert_cmpuint (bv_regime_find_award (regime, "NTVT")->order, ==, 2);

  g_assert_null (bv_regime_set_new_from_files (&file, 1, &unknown, 1, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "regimes/lost.json, $.id"));
}

/* The schema file and the loader must not drift apart: what the schema requires of an award is what
 * the loader refuses to miss. */
static void
test_schema (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("BV_DATA_DIR"), "regimes",
                                            "regime.schema.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *award;
  JsonArray *required;
  g_autoptr (JsonParser) good = json_parser_new ();
  g_autoptr (GBytes) bytes = bytes_from (AWARD (GOOD));

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  award = json_object_get_object_member (
    json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "$defs"),
    "award");
  required = json_object_get_array_member (award, "required");
  g_assert_cmpuint (json_array_get_length (required), ==, 8);
  for (guint i = 0; i < json_array_get_length (required); i++)
    {
      const char *member = json_array_get_string_element (required, i);
      g_autofree char *text = NULL;
      g_autofree char *place = g_strdup_printf ("$.awards[0].%s:", member);
      g_autoptr (GBytes) broken = NULL;
      g_autoptr (GError) refusal = NULL;
      BvRegimeFile file = { "regimes/x.json", NULL };

      json_parser_load_from_data (good, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  &error);
      g_assert_no_error (error);
      json_object_remove_member (json_array_get_object_element (
                                   json_object_get_array_member (
                                     json_node_get_object (json_parser_get_root (good)), "awards"),
                                   0),
                                 member);
      text = json_to_string (json_parser_get_root (good), FALSE);
      broken = g_bytes_new (text, strlen (text));
      file.bytes = broken;
      g_assert_null (bv_regime_set_new_from_files (&file, 1, NULL, 0, &refusal));
      g_assert_nonnull (strstr (refusal->message, place));
    }
}

static void
test_codes (void)
{
  BvLevel level;
  BvManner manner;

  for (int i = 0; i < BV_N_LEVELS; i++)
    {
      g_assert_true (bv_level_from_code (bv_level_to_code (i), &level));
      g_assert_cmpint (level, ==, i);
      g_assert_cmpstr (bv_level_get_label (i), !=, "");
    }
  for (int i = 0; i < BV_N_MANNERS; i++)
    {
      g_assert_true (bv_manner_from_code (bv_manner_to_code (i), &manner));
      g_assert_cmpint (manner, ==, i);
      g_assert_cmpstr (bv_manner_get_label (i), !=, "");
    }
  g_assert_false (bv_level_from_code ("galaxy", &level));
  g_assert_false (bv_manner_from_code (NULL, &manner));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regime/dates", test_dates);
  g_test_add_func ("/regime/catalogue", test_catalogue);
  g_test_add_func ("/regime/award", test_award);
  g_test_add_func ("/regime/citations", test_citations);
  g_test_add_func ("/regime/match", test_match);
  g_test_add_func ("/regime/refused", test_refused);
  g_test_add_func ("/regime/accepted", test_accepted);
  g_test_add_func ("/regime/overlap", test_overlap);
  g_test_add_func ("/regime/own", test_own);
  g_test_add_func ("/regime/schema", test_schema);
  g_test_add_func ("/regime/codes", test_codes);
  return g_test_run ();
}
