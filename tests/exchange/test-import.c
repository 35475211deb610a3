// SPDX-License-Identifier: GPL-3.0-or-later
/* The import from a file to one act and back, with real files and a real store. */

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "exchange/bv-import.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "movement/bv-movement.h"
#include "office/bv-membership.h"
#include "office/bv-person.h"
#include "office/bv-unit.h"
#include "../store/store-helper.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  Fixture store;
  gint64 root, decision, movement;
} Office;

static gboolean
make_office (BvConnection *connection, gpointer user_data, GError **error)
{
  Office *office = user_data;
  g_autoptr (BvUnit) unit = bv_unit_new ();
  g_autoptr (BvDecision) decision = bv_decision_new ();
  g_autoptr (BvMovement) movement = bv_movement_new ();

  bv_text_set (&unit->name, "Ủy ban nhân dân huyện Mường La");
  bv_text_set (&unit->kind, "authority");
  bv_text_set (&decision->title, "Về việc tặng Giấy khen");
  bv_text_set (&decision->issuer, "Chủ tịch Ủy ban nhân dân huyện Mường La");
  decision->year = 2022;
  decision->level = BV_LEVEL_DISTRICT;
  bv_text_set (&movement->name, "Phát triển kinh tế - xã hội năm 2022");
  bv_text_set (&movement->level, "district");
  if (!bv_unit_save (connection, unit, error) || !bv_decision_save (connection, decision, error)
      || !bv_movement_save (connection, movement, error))
    return FALSE;
  office->root = unit->id;
  office->decision = decision->id;
  office->movement = movement->id;
  return TRUE;
}

static void
office_set_up (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (&office->store, NULL);
  bv_store_act (office->store.store, "Office", BV_ACT_NONE, make_office, office, NULL, NULL,
                &error);
  g_assert_no_error (error);
}

static void
office_tear_down (Office *office, gconstpointer data)
{
  assert_sound (office->store.store);
  fixture_tear_down (&office->store, NULL);
}

static BvImport *
load_path (Office *office, BvImportTarget target, const char *path)
{
  BvImport *import = bv_import_new (office->store.store, target);
  g_autoptr (GError) error = NULL;

  bv_import_load (import, path, NULL, &error);
  g_assert_no_error (error);
  bv_import_set_decision (import, office->decision);
  bv_import_set_indicator_defaults (import, office->movement, office->root, 2022);
  return import;
}

static BvImport *
load (Office *office, BvImportTarget target, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data", name, NULL);

  return load_path (office, target, path);
}

static BvImport *
load_text (Office *office, BvImportTarget target, const char *text)
{
  g_autofree char *path = fixture_path (&office->store, "table.csv");

  write_file (path, text, strlen (text));
  return load_path (office, target, path);
}

static void
check (BvImport *import)
{
  g_autoptr (GError) error = NULL;

  bv_import_check (import, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_counts (BvImport *import,
               guint new,
               guint updated,
               guint unchanged,
               guint skipped,
               guint bad)
{
  const guint expected[] = { new, updated, unchanged, skipped, bad };
  BvImportCounts counts;

  bv_import_get_counts (import, &counts);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (counts.n[i] != expected[i])
      {
        g_autofree char *text = bv_import_counts_format (&counts);
        for (guint k = 0; k < bv_import_get_n_findings (import); k++)
          g_test_message ("%s",
                          bv_import_format_finding (import, bv_import_get_finding (import, k)));
        g_error ("%s", text);
      }
}

static gint64
commit (BvImport *import)
{
  g_autoptr (GError) error = NULL;
  gint64 act_id = -1;

  bv_import_commit (import, &act_id, NULL, &error);
  g_assert_no_error (error);
  return act_id;
}

static void
assert_finding (BvImport *import, guint row_number, const char *code, const char *says)
{
  for (guint i = 0; i < bv_import_get_n_findings (import); i++)
    {
      const BvImportFinding *finding = bv_import_get_finding (import, i);

      if (finding->row_number == row_number && strstr (finding->message, says) != NULL
          && (code == NULL || (finding->field != NULL && strcmp (finding->field->code, code) == 0)))
        return;
    }
  for (guint k = 0; k < bv_import_get_n_findings (import); k++)
    g_printerr ("%s\n", bv_import_format_finding (import, bv_import_get_finding (import, k)));
  g_error ("row %u has no finding about %s: %s", row_number, code, says);
}

static void
assert_field (BvImport *import, guint column, const char *code)
{
  const BvImportField *field = bv_import_get_column_field (import, column);

  g_assert_cmpstr (field != NULL ? field->code : NULL, ==, code);
}

/* ── People ──────────────────────────────────────────────────────────────────────────────── */

#define N_PEOPLE "SELECT count(*) FROM person"

static void
test_people (Office *office, gconstpointer data)
{
  static const char *const fields[] = { NULL,   "name",         "birth",
                                        "sex",  "ethnic_group", "code",
                                        "post", "unit",         "is_party_member" };
  BvStore *store = office->store.store;
  g_autoptr (BvImport) import = load (office, BV_IMPORT_PEOPLE, data);
  g_autoptr (BvImport) again = NULL;
  g_autofree char *before = dump_store (store);

  /* The second sheet holds the table, its header is under the titles. */
  g_assert_cmpuint (bv_import_get_n_sheets (import), ==, 2);
  g_assert_cmpuint (bv_import_get_sheet (import), ==, 1);
  g_assert_cmpuint (bv_import_get_header_row (import), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    assert_field (import, i, fields[i]);
  check (import);
  assert_counts (import, 6, 0, 0, 1, 0);
  assert_finding (import, 6, "unit", "new unit");

  /* Nothing is written before the commit. */
  g_autofree char *between = dump_store (store);
  g_assert_cmpstr (before, ==, between);
  gint64 act_id = commit (import);
  g_assert_cmpint (act_id, >, 0);
  g_assert_cmpint (query_int (store, N_PEOPLE), ==, 6);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM person WHERE is_party_member"), ==, 4);
  g_autofree char *birth = query_text (
    store,
    "SELECT birth FROM person p JOIN subject s ON s.id = p.subject_id WHERE code = '014075000001'");
  g_autofree char *post = query_text (
    store, "SELECT post || '/' || leader_class || '/' || u.name FROM membership m JOIN subject u "
           "ON u.id = "
           "unit_id JOIN subject s ON s.id = person_id WHERE s.name = 'Lò Văn Ân'");
  g_autofree char *school = query_text (
    store,
    "SELECT u.kind FROM unit u JOIN subject s ON s.id = u.subject_id WHERE s.name LIKE 'Trường%'");
  g_assert_cmpstr (birth, ==, "1975-05-07");
  g_assert_cmpstr (post, ==, "Trưởng phòng/leader/Phòng Nội vụ");
  g_assert_cmpstr (school, ==, "school");
  /* The new units stand below the office. */
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM unit WHERE parent_id IS NULL"), ==, 1);
  g_autoptr (GPtrArray) history = bv_store_list_history (store, 0, 1, NULL);
  g_autofree char *title = g_strdup_printf ("Import 6 people from %s", (const char *) data);
  g_assert_cmpstr (((BvHistoryEntry *) history->pdata[0])->title, ==, title);

  /* The same file again adds nothing and leaves no act. */
  again = load (office, BV_IMPORT_PEOPLE, data);
  check (again);
  assert_counts (again, 0, 0, 6, 1, 0);
  g_assert_cmpint (commit (again), ==, 0);

  /* One undo takes it all back. */
  g_autoptr (GError) error = NULL;
  bv_store_undo (store, act_id, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int (store, N_PEOPLE), ==, 0);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM unit"), ==, 1);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM membership"), ==, 0);
}

static void
test_bad_people (Office *office, gconstpointer data)
{
  BvStore *store = office->store.store;
  g_autoptr (BvImport) import = load (office, BV_IMPORT_PEOPLE, data);

  act_sql (
    store, "Unit",
    "INSERT INTO subject (kind, name, name_fold, name_marks, sort_key) VALUES (2, 'Phòng Nội vụ', "
    "'phong noi vu', 'phòng nội vụ', x'00')");
  act_sql (store, "Unit",
           "INSERT INTO unit (subject_id, kind) SELECT max(id), 'administration' FROM subject");
  check (import);
  assert_finding (import, 2, "birth", "“31/02/1975” does not exist");
  g_autofree char *message = bv_import_get_row_message (import, 0);
  g_assert_cmpstr (message, ==,
                   "Cell C2 (Date or year of birth): The day “31/02/1975” does not exist in the "
                   "calendar.");
  assert_finding (import, 3, "name", "missing");
  assert_finding (import, 4, "birth", "four digits");
  assert_finding (import, 5, "code", "leading zero");
  assert_finding (import, 6, "name", "row 5");
  assert_finding (import, 8, "code", "01418800000A");
  assert_counts (import, 1, 0, 0, 2, 4);
  g_autofree char *line = bv_import_format_finding (import, bv_import_get_finding (import, 0));
  g_assert_cmpstr (
    line, ==,
    "Row 2, column C (Date or year of birth): The day “31/02/1975” does not exist in the "
    "calendar.");
  /* Rows without errors are written, the others left out. */
  commit (import);
  g_assert_cmpint (query_int (store, N_PEOPLE), ==, 1);
}

/* Without an identity number: who was born on the same day and bears the same name has moved; the same year is not
 * enough, and of two such nobody is chosen. */
static void
test_moved (Office *office, gconstpointer data)
{
  g_autoptr (BvImport) first = load_text (office, BV_IMPORT_PEOPLE,
                                          "Họ tên;Ngày sinh;Đơn vị\n"
                                          "Lò Văn Một;3/4/1980;Phòng Nội vụ\n"
                                          "Lò Văn Hai;5/6/1981;Phòng Nội vụ\n"
                                          "Lò Văn Ba;7/8/1982;Phòng Nội vụ\n"
                                          "Lò Văn Ba;7/8/1982;Bản Ten\n");
  g_autoptr (BvImport) second = NULL;

  check (first);
  assert_counts (first, 4, 0, 0, 0, 0);
  commit (first);
  second = load_text (office, BV_IMPORT_PEOPLE,
                      "Họ tên;Ngày sinh;Đơn vị\n"
                      "Lò Văn Một;3/4/1980;Xã Mường Chùm\n"
                      "Lò Văn Hai;6/6/1981;Xã Mường Chùm\n"
                      "Lò Văn Ba;7/8/1982;Xã Mường Chùm\n");
  bv_import_set_effective_date (second, "2025-07-01");
  check (second);
  assert_finding (second, 2, "name",
                  "Taken for the “Lò Văn Một” of the register born on the same day");
  assert_finding (second, 2, "unit", "Moves from “Phòng Nội vụ” to “Xã Mường Chùm” on 01/07/2025");
  assert_finding (second, 4, "name", "Several people of the register are called “Lò Văn Ba”");
  assert_counts (second, 1, 1, 0, 0, 1);
}

/* After a merger everybody has a post in the new unit since its first day: who is put elsewhere on that very day never
 * held it. */
static void
test_moved_the_same_day (Office *office, gconstpointer data)
{
  BvStore *store = office->store.store;
  g_autoptr (BvImport) first = load_text (office, BV_IMPORT_PEOPLE,
                                          "Họ tên;Ngày sinh;Chức vụ;Đơn vị;Từ ngày\n"
                                          "Lò Văn Một;3/4/1980;Văn thư;Phòng Nội vụ;1/7/2025\n");
  g_autoptr (BvImport) second = NULL;
  gint64 act;

  check (first);
  commit (first);
  second = load_text (office, BV_IMPORT_PEOPLE,
                      "Họ tên;Ngày sinh;Chức vụ;Đơn vị\n"
                      "Lò Văn Một;3/4/1980;Chuyên viên;Xã Mường Chùm\n");
  bv_import_set_effective_date (second, "2025-07-01");
  check (second);
  assert_finding (second, 2, "unit", "Moves from “Phòng Nội vụ” to “Xã Mường Chùm” on 01/07/2025");
  assert_counts (second, 0, 1, 0, 0, 0);
  act = commit (second);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM membership"), ==, 1);
  g_autofree char *post = query_text (
    store, "SELECT m.post || ', ' || s.name || ', ' || m.from_date FROM membership m"
           " JOIN subject s ON s.id = m.unit_id");
  g_assert_cmpstr (post, ==, "Chuyên viên, Xã Mường Chùm, 2025-07-01");
  g_assert_true (bv_store_undo (store, act, NULL, NULL, NULL));
  g_autofree char *before = query_text (store, "SELECT post FROM membership");
  g_assert_cmpstr (before, ==, "Văn thư");

  /* A day before the post began cannot be meant. */
  bv_import_set_effective_date (second, "2025-06-30");
  check (second);
  assert_finding (second, 2, "unit", "The post in “Phòng Nội vụ” begins later than 30/06/2025");
}

static void
test_updates (Office *office, gconstpointer data)
{
  BvStore *store = office->store.store;
  g_autoptr (BvImport) first = load (office, BV_IMPORT_PEOPLE, "people-gnumeric.xlsx");

  check (first);
  commit (first);

  /* By number, by name with year and unit, and by name and unit alone. */
  g_autoptr (BvImport) second = load_text (
    office, BV_IMPORT_PEOPLE,
    "Đơn vị;Chức danh;Họ tên;CMND/CCCD;Năm sinh;Quê quán\n"
    "Phòng Nội vụ;Phó Chủ tịch;Lò Văn Ân;014075000001;1975;\n"
    "Phòng Nội vụ;Chuyên viên;Quàng thị Biên;;1982;Mường La\n"
    "Bản Ten;Bí thư chi bộ;Tòng Văn Hoà;;;\n"
    "Trường THCS Mường Bú;Hiệu trưởng;Hoàng Văn Kháy;014079000006;31/01/1979;\n");
  bv_import_set_effective_date (second, "2023-01-01");
  check (second);
  assert_finding (second, 5, "unit",
                  "Moves from “Xã Mường Chùm” to “Trường THCS Mường Bú” on 01/01/2023");
  assert_counts (second, 0, 3, 1, 0, 0);
  gint64 act_id = commit (second);
  g_assert_cmpint (query_int (store, N_PEOPLE), ==, 6);
  g_autofree char *birth = query_text (
    store,
    "SELECT birth FROM person p JOIN subject s ON s.id = p.subject_id WHERE code = '014075000001'");
  g_assert_cmpstr (birth, ==, "1975-05-07"); /* a year says less than a date */
  g_assert_cmpint (
    query_int (store, "SELECT count(*) FROM membership WHERE to_date = '2022-12-31'"), ==, 1);
  g_assert_cmpint (
    query_int (store, "SELECT count(*) FROM membership WHERE from_date = '2023-01-01'"), ==, 1);
  g_assert_true (bv_store_undo (store, act_id, NULL, NULL, NULL));
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM membership WHERE to_date IS NOT NULL"),
                   ==, 0);

  bv_import_set_update (second, FALSE);
  check (second);
  assert_counts (second, 0, 0, 4, 0, 0);
  g_assert_cmpint (commit (second), ==, 0);
}

static void
test_headers (Office *office, gconstpointer data)
{
  static const struct
  {
    BvImportTarget target;
    const char *header;
    const char *code;
  } headers[] = { { BV_IMPORT_PEOPLE, "Họ và tên", "name" },
                  { BV_IMPORT_PEOPLE, "HỌ TÊN", "name" },
                  { BV_IMPORT_PEOPLE, "Ngày sinh", "birth" },
                  { BV_IMPORT_PEOPLE, "Năm sinh", "birth" },
                  { BV_IMPORT_PEOPLE, "Ngày, tháng, năm sinh", "birth" },
                  { BV_IMPORT_PEOPLE, "Giới tính", "sex" },
                  { BV_IMPORT_PEOPLE, "Nữ (x)", "is_female" },
                  { BV_IMPORT_PEOPLE, "Nam", "is_male" },
                  { BV_IMPORT_PEOPLE, "Năm sinh › Nam", "birth_male" },
                  { BV_IMPORT_PEOPLE, "Năm sinh › Nữ", "birth_female" },
                  { BV_IMPORT_PEOPLE, "Dân tộc", "ethnic_group" },
                  { BV_IMPORT_PEOPLE, "Chức vụ", "post" },
                  { BV_IMPORT_PEOPLE, "Đơn vị công tác", "unit" },
                  { BV_IMPORT_PEOPLE, "Chức vụ, đơn vị công tác", "post_unit" },
                  { BV_IMPORT_PEOPLE, "Số CCCD", "code" },
                  { BV_IMPORT_PEOPLE, "Số CMND/CCCD", "code" },
                  { BV_IMPORT_PEOPLE, "Số định danh", "code" },
                  { BV_IMPORT_PEOPLE, "Ho va ten", "name" },
                  { BV_IMPORT_PEOPLE, "STT", NULL },
                  { BV_IMPORT_PEOPLE, "Năm", NULL },
                  { BV_IMPORT_AWARDS, "Hình thức khen thưởng", "form" },
                  { BV_IMPORT_AWARDS, "Danh hiệu/hình thức", "form" },
                  { BV_IMPORT_AWARDS, "Thành tích", "achievement" },
                  { BV_IMPORT_AWARDS, "Phân loại khen thưởng", "kind" },
                  { BV_IMPORT_AWARDS, "Tên gọi (Ông/Bà/Chức danh)", "honorific" },
                  { BV_IMPORT_AWARDS, "Mức tiền thưởng (đồng)", "bonus" },
                  { BV_IMPORT_UNITS, "Tên đơn vị", "name" },
                  { BV_IMPORT_UNITS, "Đơn vị cấp trên", "parent" },
                  { BV_IMPORT_INDICATORS, "Chỉ tiêu", "name" },
                  { BV_IMPORT_INDICATORS, "Đơn vị tính", "unit_of_measure" },
                  { BV_IMPORT_INDICATORS, "Kế hoạch", "target" },
                  { BV_IMPORT_INDICATORS, "Kế hoạch năm 2022", "target" },
                  { BV_IMPORT_INDICATORS, "KH 2022", "target" },
                  { BV_IMPORT_INDICATORS, "Thực hiện", "measurement" },
                  { BV_IMPORT_INDICATORS, "Năm 2021 › Thực hiện", "measurement" },
                  { BV_IMPORT_INDICATORS, "TH quý I/2022", "measurement" },
                  { BV_IMPORT_INDICATORS, "Tháng 3", "measurement" },
                  { BV_IMPORT_INDICATORS, "Năm", "year" },
                  { BV_IMPORT_INDICATORS, "Thực hiện 6 tháng", NULL },
                  { BV_IMPORT_INDICATORS, "Tỷ lệ TH/KH (%)", NULL },
                  { BV_IMPORT_INDICATORS, "So sánh 2022/2021", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      const BvImportField *field = bv_import_recognise_header (headers[i].target,
                                                               headers[i].header);

      if (g_strcmp0 (field != NULL ? field->code : NULL, headers[i].code) != 0)
        g_error ("“%s” was taken for %s", headers[i].header,
                 field != NULL ? field->code : "nothing");
    }
}

static void
test_mapping (Office *office, gconstpointer data)
{
  const char *text = "Mục A,Mục B,Ngày sinh,Đơn vị công tác\nLò Văn Ân,x,1975,Bản Ten\n";
  g_autoptr (BvImport) import = load_text (office, BV_IMPORT_PEOPLE, text);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) error = NULL;

  /* A missing column is named, with the row taken for the header. */
  g_assert_false (bv_import_check (import, NULL, &missing));
  g_assert_error (missing, BV_EXCHANGE_ERROR, BV_EXCHANGE_ERROR_HEADER);
  g_assert_nonnull (strstr (missing->message, "table.csv"));
  g_assert_nonnull (strstr (missing->message, "Full name"));
  g_assert_nonnull (strstr (missing->message, "row 1"));
  g_assert_false (bv_import_set_column_field (import, 0, "nothing", &unknown));
  g_assert_error (unknown, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN);

  /* Chosen by hand, it is remembered for the next file with such headers. */
  bv_import_set_column_field (import, 0, "name", &error);
  g_assert_no_error (error);
  bv_import_set_column_field (import, 1, "is_party_member", &error);
  g_assert_no_error (error);
  check (import);
  assert_counts (import, 1, 0, 0, 0, 0);
  commit (import);
  g_autoptr (BvImport) next = load_text (office, BV_IMPORT_PEOPLE, text);
  assert_field (next, 0, "name");
  assert_field (next, 1, "is_party_member");
  check (next);
  assert_counts (next, 0, 0, 1, 0, 0);
  g_assert_cmpint (commit (next), ==, 0);

  g_auto (GStrv) samples = bv_import_get_column_samples (next, 0, 3);
  g_autofree char *letter = bv_import_get_column_letter (next, 3);
  g_assert_cmpuint (g_strv_length (samples), ==, 1);
  g_assert_cmpstr (samples[0], ==, "Lò Văn Ân");
  g_assert_cmpstr (letter, ==, "D");
  /* A field that may not repeat leaves its former column. */
  bv_import_set_column_field (next, 3, "name", NULL);
  assert_field (next, 0, NULL);
}

static void
test_split_names (Office *office, gconstpointer data)
{
  g_autoptr (BvImport) import = load_text (
    office, BV_IMPORT_PEOPLE,
    "TT,Họ và tên,,Năm sinh,,Dân tộc,Đơn vị\n,,,Nam,Nữ,,\n(1),(2),,(3),(4),(5),(6)\n"
    "1,Lò Văn,Ân,1975,,thái,Bản Ten\n2,Quàng Thị,Biên,,05/1982,Thái,Bản Ten\n3,Vàng "
    "A,Pó,1990,,Mông,Bản Ten\n");

  assert_field (import, 1, "family_names");
  assert_field (import, 2, "given_name");
  assert_field (import, 3, "birth_male");
  assert_field (import, 4, "birth_female");
  check (import);
  assert_counts (import, 3, 0, 0, 0, 0);
  assert_finding (import, 5, "birth_female", "only the year 1982");
  commit (import);
  g_autofree char *people = query_text (
    office->store.store,
    "SELECT group_concat(name || '/' || birth || '/' || sex || '/' || ethnic_group, ';') "
    "FROM person p JOIN subject s ON s.id = p.subject_id ORDER BY s.id");
  g_assert_cmpstr (
    people, ==,
    "Lò Văn Ân/1975/male/Thái;Quàng Thị Biên/1982/female/Thái;Vàng A Pó/1990/male/Mông");
}

static void
test_sections (Office *office, gconstpointer data)
{
  g_autoptr (BvImport) import = load_text (
    office, BV_IMPORT_PEOPLE,
    "STT;Họ và tên;Năm sinh\nI;Trường THCS Mường Bú;\n1;Nguyễn Văn An;1990\n"
    "II;Trạm Y tế xã Mường Chùm;\n1;Lò Thị Uyên;1988\n;Tổng cộng;2\n;;Người lập biểu\n");

  check (import);
  assert_counts (import, 2, 0, 0, 4, 0);
  commit (import);
  g_autofree char *units = query_text (
    office->store.store,
    "SELECT group_concat(u.name, ';') FROM membership m JOIN subject u ON u.id = "
    "m.unit_id ORDER BY m.id");
  g_assert_cmpstr (units, ==, "Trường THCS Mường Bú;Trạm Y tế xã Mường Chùm");
}

/* Names that look like something else, and rows without one. */
static void
test_doubtful_rows (Office *office, gconstpointer data)
{
  g_autoptr (BvImport) import = load_text (
    office, BV_IMPORT_PEOPLE,
    "Họ;Tên\nNguyễn Văn;Công\nTòng;Hòa\nY;Lan\nVàng A;Cộng\n;Pó\nTổng cộng;4\n");
  g_autoptr (BvImport) holes = NULL;
  g_autoptr (BvImport) awards = NULL;

  assert_field (import, 0, "family_names");
  assert_field (import, 1, "given_name");
  check (import);
  assert_counts (import, 5, 0, 0, 1, 0);
  commit (import);
  g_autofree char *names = query_text (
    office->store.store,
    "SELECT group_concat(name, ';') FROM (SELECT name FROM subject WHERE kind = 1 ORDER BY id)");
  g_assert_cmpstr (names, ==, "Nguyễn Văn Công;Tòng Hòa;Y Lan;Vàng A Cộng;Pó");

  holes = load_text (
    office, BV_IMPORT_PEOPLE,
    "Họ tên;Đơn vị\nLò Văn Ân;Bản Ten\n;Bản Ten\nLò Văn Bi;Bản Ten\n;Người lập biểu\n");
  check (holes);
  assert_counts (holes, 2, 0, 0, 1, 1);
  assert_finding (holes, 3, "name", "");

  awards = load_text (office, BV_IMPORT_AWARDS,
                      "Tên;Hình thức khen thưởng\nTẬP THỂ;\nTập thể lớp 9A;Giấy khen\nCá nhân "
                      "(1);\nLò Văn Ca;Giấy khen\n");
  check (awards);
  assert_counts (awards, 2, 0, 0, 2, 0);
  commit (awards);
  g_assert_cmpint (query_int (office->store.store,
                              "SELECT count(*) FROM award a JOIN subject s ON s.id = "
                              "a.subject_id WHERE s.kind = 2"),
                   ==, 1);
}

static void
test_namesakes (Office *office, gconstpointer data)
{
  g_autoptr (BvImport) first = load_text (office, BV_IMPORT_PEOPLE,
                                          "Họ tên;Năm sinh;Đơn vị\nLò Văn An;1970;Bản Ten\nLò Văn "
                                          "An;1980;Bản Ten\nLò Văn An;1970;Bản Pi\n");
  check (first);
  assert_counts (first, 3, 0, 0, 0, 0);
  commit (first);

  g_autoptr (BvImport) second = load_text (office, BV_IMPORT_PEOPLE,
                                           "Họ tên;Năm sinh;Đơn vị\nLò Văn An;1980;\nLò Văn "
                                           "An;1970;\nLò Văn An;;Bản Pi\nLÒ VĂN AN;1970;bản pi\n");
  check (second);
  assert_finding (second, 2, "name", "Taken for the only");
  assert_finding (second, 3, "name", "Several people");
  g_assert_cmpint (bv_import_get_row_status (second, 1), ==, BV_IMPORT_ROW_ERROR);
  g_assert_cmpint (bv_import_get_row_status (second, 2), ==, BV_IMPORT_ROW_UNCHANGED);
}

/* "Ông" before a name is no part of it; letters that are lost or of an old font are not let in. */
static void
test_names (Office *office, gconstpointer data)
{
  g_autoptr (BvImport)
    import = load_text (office, BV_IMPORT_PEOPLE,
                        "Họ tên;Năm sinh;Đơn vị\nÔng Lò Văn Ân;1975;Bản Ten\nĐ/c Quàng Thị "
                        "Biên;1982;Bản Ten\nÔng Khiêm;1960;Bản Ten\n"
                        "Nguy?n V?n An;1970;Bản Ten\nNguyÔn V¨n An;1971;Bản Ten\nMột Hai "
                        "Ba;1972;B?n Ten\nNguyễn Văn 2;1973;Bản Ten\n");

  check (import);
  assert_finding (import, 5, "name", "lost its letters");
  assert_finding (import, 6, "name", "old font");
  assert_finding (import, 7, "unit", "lost its letters");
  assert_finding (import, 8, "name", "figures");
  assert_counts (import, 4, 0, 0, 0, 3);
  commit (import);
  g_autofree char *names = query_text (
    office->store.store,
    "SELECT group_concat(honorific || '/' || name || '/' || sex, ';') FROM person p "
    "JOIN subject s ON s.id = p.subject_id WHERE birth < '1973' OR birth > '1974'");
  g_assert_cmpstr (names, ==, "Ông/Lò Văn Ân/male;Đồng chí/Quàng Thị Biên/;/Ông Khiêm/");
}

/* ── Units ───────────────────────────────────────────────────────────────────────────────── */

static void
test_units (Office *office, gconstpointer data)
{
  BvStore *store = office->store.store;
  g_autoptr (BvImport) import = load (office, BV_IMPORT_UNITS, data);
  g_autoptr (BvImport) again = NULL;

  check (import);
  assert_counts (import, 6, 1, 0, 0, 0);
  gint64 act_id = commit (import);
  /* Below its superior, though that one stands further down in the table. */
  g_autofree char *parent = query_text (store, "SELECT p.name FROM unit u JOIN subject s ON s.id = "
                                               "u.subject_id JOIN subject p ON p.id = u.parent_id "
                                               "WHERE s.name = 'Bản Ten'");
  g_autofree char *kinds = query_text (
    store,
    "SELECT group_concat(kind, ' ') FROM (SELECT u.kind FROM unit u JOIN subject s ON s.id = "
    "u.subject_id ORDER BY s.name)");
  g_assert_cmpstr (parent, ==, "Thị trấn Ít Ong");
  g_assert_cmpstr (kinds, ==,
                   "village administration administration town school commune authority");
  again = load (office, BV_IMPORT_UNITS, data);
  check (again);
  assert_counts (again, 0, 0, 7, 0, 0);
  g_assert_cmpint (commit (again), ==, 0);
  g_assert_true (bv_store_undo (store, act_id, NULL, NULL, NULL));
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM unit"), ==, 1);
}

static void
test_unit_names (Office *office, gconstpointer data)
{
  g_autoptr (BvImport) units = load (office, BV_IMPORT_UNITS, "units-gnumeric.csv");
  g_autoptr (BvImport) people = NULL;
  gboolean found = FALSE;

  check (units);
  commit (units);
  people = load_text (office, BV_IMPORT_PEOPLE,
                      "Họ tên;Năm sinh;Đơn vị\nLò Văn Ân;1975;Phòng GD&ĐT\nLò Văn Bi;1976;PNV\n"
                      "Lò Văn Ca;1977;Phòng Nội vu\nLò Văn Du;1978;Phòng Nội vụ huyện\n"
                      "Lò Văn Em;1979;Phòng Nôi vuj\nLò Văn Ê;1980;Trạm Khuyến nông\n");
  check (people);
  /* Abbreviations and names without marks are understood; what is only alike must be chosen. */
  assert_counts (people, 4, 0, 0, 0, 2);
  assert_finding (people, 5, "unit", "“Phòng Nội vụ” is meant");
  assert_finding (people, 6, "unit", "“Phòng Nội vụ” is meant");
  assert_finding (people, 7, "unit", "new unit");
  for (guint i = 0; i < bv_import_get_n_units (people); i++)
    {
      const BvImportUnit *unit = bv_import_get_unit (people, i);

      if (strcmp (unit->text, "Phòng Nội vụ huyện") == 0)
        {
          found = TRUE;
          g_assert_cmpint (unit->chosen_id, ==, 0);
          g_assert_cmpuint (unit->n_rows, ==, 1);
          g_assert_cmpstr (unit->names[0], ==, "Phòng Nội vụ");
          bv_import_choose_unit (people, "Phòng Nội vụ huyện", unit->candidates[0]);
        }
    }
  g_assert_true (found);
  bv_import_choose_unit (people, "Phòng Nôi vuj", -1);
  check (people);
  assert_counts (people, 6, 0, 0, 0, 0);
  commit (people);
  g_assert_cmpint (
    query_int (office->store.store,
               "SELECT count(*) FROM membership m JOIN subject s ON s.id = unit_id WHERE "
               "s.name = 'Phòng Nội vụ'"),
    ==, 3);
  bv_import_set_create_units (people, FALSE);
  g_autoptr (BvImport)
    strict = load_text (office, BV_IMPORT_PEOPLE, "Họ tên;Đơn vị\nLò Thị Gái;Kho bạc\n");
  bv_import_set_create_units (strict, FALSE);
  check (strict);
  assert_counts (strict, 0, 0, 0, 0, 1);
}

static void
test_unit_circle (Office *office, gconstpointer data)
{
  g_autoptr (BvImport)
    import = load_text (office, BV_IMPORT_UNITS,
                        "Tên đơn vị;Đơn vị cấp trên\nHội A;Hội B\nHội B;Hội C\nHội C;Hội A\n"
                        "Tổ một;Tổ một\n;Hội A\n");

  check (import);
  assert_finding (import, 5, "parent", "below itself");
  BvImportCounts counts;
  bv_import_get_counts (import, &counts);
  g_assert_cmpuint (counts.n[BV_IMPORT_ROW_ERROR], >=, 1);
  g_assert_cmpuint (counts.n_rows, ==, 4 + 1);
}

/* ── Awards, households, indicators ──────────────────────────────────────────────────────── */

static void
test_awards (Office *office, gconstpointer data)
{
  const char *const *names = data;
  BvStore *store = office->store.store;
  g_autoptr (BvImport) import = load (office, BV_IMPORT_AWARDS, names[0]);
  g_autoptr (BvImport) again = NULL;

  check (import);
  assert_counts (import, 4, 0, 0, names[2] != NULL ? 4 : 0, 0);
  gint64 act_id = commit (import);
  g_autofree char *forms = query_text (
    store,
    "SELECT group_concat(kind || ':' || form_code, ' ') FROM (SELECT s.kind, form_code FROM award "
    "a JOIN subject s ON s.id = a.subject_id ORDER BY a.position)");
  g_assert_cmpstr (forms, ==, "1:GKH 1:CSTDCS 2:TTLDTT 3:GKH");
  g_autofree char *detail = query_text (
    store, "SELECT detail_printed FROM award WHERE name_printed = 'Lò Văn Ân'");
  g_assert_cmpstr (detail, ==, "Trưởng phòng, Phòng Nội vụ");

  again = load (office, BV_IMPORT_AWARDS, names[1]);
  check (again);
  assert_counts (again, 0, 0, 4, names[2] != NULL ? 4 : 0, 0);
  g_assert_cmpint (commit (again), ==, 0);
  g_assert_true (bv_store_undo (store, act_id, NULL, NULL, NULL));
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM award"), ==, 0);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM subject"), ==, 1);
}

/* A post with commas of its own ends where a unit begins. */
static void
test_long_posts (Office *office, gconstpointer data)
{
  g_autoptr (BvImport) import = load_text (
    office, BV_IMPORT_PEOPLE,
    "Họ và tên;Năm sinh;Chức vụ, đơn vị công tác\n"
    "Lò Văn Ân;1975;Phó Trưởng phòng Kinh tế, Hạ tầng và Đô thị, Ủy ban nhân dân xã Thử\n");

  check (import);
  assert_counts (import, 1, 0, 0, 0, 0);
  commit (import);
  g_autofree char *post = query_text (
    office->store.store,
    "SELECT post || ' / ' || u.name FROM membership m JOIN subject u ON u.id = m.unit_id");
  g_assert_cmpstr (post, ==,
                   "Phó Trưởng phòng Kinh tế, Hạ tầng và Đô thị / Ủy ban nhân dân xã Thử");
}

/* One identity number or code with two names: a slip of the pen, and nobody is lost by it. */
static void
test_two_names (Office *office, gconstpointer data)
{
  BvStore *store = office->store.store;
  g_autoptr (BvImport) import = load_text (office, BV_IMPORT_PEOPLE,
                                           "Họ và tên;Năm sinh;Số CCCD\n"
                                           "Lò Văn Ân;1990;014190000001\n"
                                           "Quàng Văn Bi;1991;014190000001\n");
  g_autoptr (BvImport) again = NULL;
  g_autoptr (BvImport) units = NULL;

  check (import);
  assert_counts (import, 1, 0, 0, 0, 1);
  assert_finding (import, 3, "code", "stands in row 2 with another name");
  commit (import);
  g_assert_cmpint (query_int (store, N_PEOPLE), ==, 1);

  again = load_text (office, BV_IMPORT_PEOPLE,
                     "Họ và tên;Năm sinh;Số CCCD\nQuàng Văn Bi;1990;014190000001\n");
  check (again);
  assert_finding (again, 2, "code", "is the number of “Lò Văn Ân”");

  units = load_text (office, BV_IMPORT_UNITS,
                     "Mã đơn vị;Tên đơn vị;Đơn vị cấp trên\nD1;Trạm Một;\nD1;Trạm Hai;\n");
  check (units);
  assert_counts (units, 1, 0, 0, 0, 1);
  assert_finding (units, 3, "code", "another name");
  commit (units);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM subject WHERE name = 'Trạm Một'"), ==,
                   1);
}

static void
test_bad_awards (Office *office, gconstpointer data)
{
  g_autoptr (BvImport) import = load_text (
    office, BV_IMPORT_AWARDS,
    "Họ và tên;Đơn vị công tác;Hình thức khen thưởng;Mức tiền thưởng;Thành tích\n"
    "Lò Văn Ân;Bản Ten;Huy hiệu Ngôi sao;;\nLò Văn Bi;Bản Ten;;;\nLò Văn Ca;Bản Ten;Giấy "
    "khen;nhiều;\n"
    "Lò Văn Du;Bản Ten;Tập thể lao động tiên tiến;;\nLò Văn Em;Bản Ten;Giấy khen;450.000 đồng;\n"
    "Lò Văn Giang;Bản Ten;Chiến sĩ thi đua toàn quốc;;\n");
  g_autoptr (GError) error = NULL;

  bv_import_set_award_defaults (import, NULL, "Có thành tích xuất sắc năm 2022");
  check (import);
  assert_counts (import, 1, 0, 0, 0, 5);
  assert_finding (import, 2, "form", "Huy hiệu Ngôi sao");
  assert_finding (import, 3, "form", "missing");
  assert_finding (import, 4, "bonus", "“nhiều” is not an amount");
  assert_finding (import, 5, "form", "not for persons");
  assert_finding (import, 7, "form", "not decided at this level");
  commit (import);
  g_autofree char *award = query_text (office->store.store,
                                       "SELECT achievement || '/' || bonus_paid FROM award");
  g_assert_cmpstr (award, ==, "Có thành tích xuất sắc năm 2022/450000");

  bv_import_set_decision (import, 0);
  g_assert_false (bv_import_check (import, NULL, &error));
  g_assert_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY);
}

static void
test_households (Office *office, gconstpointer data)
{
  BvStore *store = office->store.store;
  g_autoptr (BvImport) import = load (office, BV_IMPORT_HOUSEHOLDS, data);
  g_autoptr (BvImport) again = NULL;

  check (import);
  assert_counts (import, 2, 0, 0, 0, 0);
  commit (import);
  g_assert_cmpint (
    query_int (store, "SELECT count(*) FROM household WHERE address LIKE '%thị trấn Ít Ong'"), ==,
    2);
  again = load (office, BV_IMPORT_HOUSEHOLDS, data);
  check (again);
  assert_counts (again, 0, 0, 2, 0, 0);
  g_assert_cmpint (commit (again), ==, 0);
}

static void
test_indicators (Office *office, gconstpointer data)
{
  static const char *const fields[] = { NULL,          "name",   "unit_of_measure",
                                        "measurement", "target", "measurement",
                                        NULL };
  BvStore *store = office->store.store;
  g_autoptr (BvImport) import = load (office, BV_IMPORT_INDICATORS, data);
  g_autoptr (BvImport) again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    assert_field (import, i, fields[i]);
  check (import);
  assert_counts (import, 4, 0, 0, 2, 0);
  gint64 act_id = commit (import);
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM measurement WHERE year = 2021"), ==, 4);
  g_autofree char *poverty = query_text (
    store,
    "SELECT direction || '/' || group_name || '/' || t.value || '/' || m.value FROM indicator i "
    "JOIN target t ON t.indicator_id = i.id AND t.year = 2022 "
    "JOIN measurement m ON m.indicator_id = i.id AND m.year = 2022 WHERE name LIKE 'Tỷ lệ hộ "
    "nghèo%'");
  g_assert_cmpstr (poverty, ==,
                   strstr (data, ".csv") != NULL ? "lower/Xã hội/25.5/25.7"
                                                 : "lower/Xã hội/25.5/25.69");
  again = load (office, BV_IMPORT_INDICATORS, data);
  check (again);
  assert_counts (again, 0, 0, 4, 2, 0);
  g_assert_cmpint (commit (again), ==, 0);
  g_assert_true (bv_store_undo (store, act_id, NULL, NULL, NULL));
  g_assert_cmpint (query_int (store, "SELECT count(*) FROM indicator"), ==, 0);
}

static void
test_measurements (Office *office, gconstpointer data)
{
  g_autoptr (BvImport) import = load (office, BV_IMPORT_INDICATORS, "letters-in-measurement.csv");
  g_autoptr (BvImport) tall = NULL;

  check (import);
  assert_counts (import, 2, 0, 0, 0, 1);
  assert_finding (import, 3, "measurement", "“năm” is not a number");

  /* One figure a row. */
  tall = load_text (office, BV_IMPORT_INDICATORS,
                    "Chỉ tiêu;Đơn vị;Năm;Kỳ;Thực hiện\nSố HTX;Xã Mường Bú;2022;Quý I;2\n"
                    "Số HTX;Xã Mường Bú;2022;Tháng 4;1\nSố HTX;Xã Mường Bú;2022;tuần 3;1\nSố "
                    "HTX;Xã Mường Bú;22;Năm;1\n");
  check (tall);
  assert_counts (tall, 2, 0, 0, 0, 2);
  assert_finding (tall, 4, "period", "“tuần 3”");
  assert_finding (tall, 5, "year", "“22”");
  commit (tall);
  g_autofree char *periods = query_text (
    office->store.store, "SELECT group_concat(period || '=' || value, ' ') FROM measurement");
  g_assert_cmpstr (periods, ==, "Q1=2.0 M04=1.0");
}

/* ── The assistant's side ────────────────────────────────────────────────────────────────── */

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
test_async (Office *office, gconstpointer data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "exchange", "data",
                                                 "people-libreoffice.xlsx", NULL);
  g_autoptr (BvImport) import = bv_import_new (office->store.store, BV_IMPORT_PEOPLE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) checked = NULL;
  g_autoptr (GAsyncResult) written = NULL;

  bv_import_load_async (import, path, NULL, done_cb, &loaded);
  g_assert_true (bv_import_load_finish (import, wait_for (&loaded), &error));
  g_assert_no_error (error);
  bv_import_check_async (import, NULL, done_cb, &checked);
  g_assert_true (bv_import_check_finish (import, wait_for (&checked), &error));
  g_assert_no_error (error);

  g_autoptr (GListModel) all = bv_import_list_rows (import, 0);
  g_autoptr (GListModel) skipped = bv_import_list_rows (import, 1 << BV_IMPORT_ROW_SKIPPED);
  g_autoptr (BvImportRow) row = g_list_model_get_item (all, 0);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 7);
  g_assert_cmpuint (g_list_model_get_n_items (skipped), ==, 1);
  g_assert_cmpstr (bv_import_row_get_title (row), ==, "Lò Văn Ân");
  g_assert_cmpuint (bv_import_row_get_number (row), ==, 6);
  g_assert_cmpint (bv_import_row_get_status (row), ==, BV_IMPORT_ROW_NEW);

  bv_import_commit_async (import, NULL, done_cb, &written);
  g_assert_cmpint (bv_import_commit_finish (import, wait_for (&written), &error), >, 0);
  g_assert_no_error (error);
  g_assert_cmpint (query_int (office->store.store, N_PEOPLE), ==, 6);
}

static void
cancel_cb (double fraction, const char *what, gpointer user_data)
{
  if (fraction > 0.4)
    g_cancellable_cancel (user_data);
}

/* Cancelled in the middle of writing, nothing is written. */
static void
test_cancelled (Office *office, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Họ tên;Năm sinh;Đơn vị\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 act_id = 0;

  for (int i = 0; i < 4000; i++)
    g_string_append_printf (text, "Lò Văn Ân %c%c%c;%d;Bản Ten\n", 'a' + i % 26, 'a' + i / 26 % 26,
                            'a' + i / 676 % 26, 1950 + i % 50);
  g_autoptr (BvImport) import = load_text (office, BV_IMPORT_PEOPLE, text->str);
  check (import);
  assert_counts (import, 4000, 0, 0, 0, 0);
  g_autofree char *before = dump_store (office->store.store);
  bv_import_set_progress (import, cancel_cb, cancellable);
  g_assert_false (bv_import_commit (import, &act_id, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_autofree char *after = dump_store (office->store.store);
  g_assert_cmpstr (before, ==, after);

  /* And the same import goes through afterwards, as a bulk act that one undo takes back. */
  bv_import_set_progress (import, NULL, NULL);
  act_id = commit (import);
  g_assert_cmpint (query_int (office->store.store, N_PEOPLE), ==, 4000);
  g_assert_true (bv_store_undo (office->store.store, act_id, NULL, NULL, NULL));
  g_assert_cmpint (query_int (office->store.store, N_PEOPLE), ==, 0);
}

static void
test_encoding (Office *office, gconstpointer data)
{
  g_autoptr (BvImport) import = load (office, BV_IMPORT_PEOPLE, "people-tcvn3.csv");
  g_autoptr (GError) error = NULL;
  double confidence;

  g_assert_cmpint (bv_import_get_encoding (import, &confidence), ==, BV_ENCODING_TCVN3);
  g_assert_cmpfloat (confidence, >, 0.9);
  g_autofree char *line = bv_import_describe_file (import);
  g_assert_cmpstr (line, ==, "CSV, 3 rows, TCVN3 (ABC), parted by “;”");
  assert_field (import, 1, "name");
  /* Read otherwise, the headers are not recognised; and back again. */
  g_assert_true (bv_import_set_encoding (import, BV_ENCODING_WINDOWS_1258, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (bv_import_get_header_row (import), ==, 0);
  g_assert_true (bv_import_set_encoding (import, BV_ENCODING_TCVN3, NULL, &error));
  assert_field (import, 1, "name");
}

#define ADD(path, data, function)                                                                  \
  g_test_add ("/import/" path, Office, data, office_set_up, function, office_tear_down)

int
main (int argc, char *argv[])
{
  static const char *const simple[] = { "awards-libreoffice.csv", "awards-gnumeric.xlsx", NULL };
  static const char *const two_rows[] = { "two-rows-gnumeric.xlsx", "two-rows-libreoffice.xlsx",
                                          "sections" };

  g_test_init (&argc, &argv, NULL);
  ADD ("people/libreoffice", "people-libreoffice.xlsx", test_people);
  ADD ("people/gnumeric", "people-gnumeric.xlsx", test_people);
  ADD ("people/bad/libreoffice", "bad-libreoffice.csv", test_bad_people);
  ADD ("people/bad/gnumeric", "bad-gnumeric.xlsx", test_bad_people);
  ADD ("people/moved", NULL, test_moved);
  ADD ("people/moved-the-same-day", NULL, test_moved_the_same_day);
  ADD ("people/updates", NULL, test_updates);
  ADD ("people/split-names", NULL, test_split_names);
  ADD ("people/sections", NULL, test_sections);
  ADD ("people/doubtful-rows", NULL, test_doubtful_rows);
  ADD ("people/two-names", NULL, test_two_names);
  ADD ("people/long-posts", NULL, test_long_posts);
  ADD ("people/namesakes", NULL, test_namesakes);
  ADD ("people/names", NULL, test_names);
  ADD ("headers", NULL, test_headers);
  ADD ("mapping", NULL, test_mapping);
  ADD ("units/libreoffice", "units-libreoffice.xlsx", test_units);
  ADD ("units/gnumeric", "units-gnumeric.csv", test_units);
  ADD ("units/names", NULL, test_unit_names);
  ADD ("units/circle", NULL, test_unit_circle);
  ADD ("awards", simple, test_awards);
  ADD ("awards/two-rows", two_rows, test_awards);
  ADD ("awards/bad", NULL, test_bad_awards);
  ADD ("households/libreoffice", "households-libreoffice.xlsx", test_households);
  ADD ("households/gnumeric", "households-gnumeric.xlsx", test_households);
  ADD ("indicators/libreoffice", "indicators-libreoffice.xlsx", test_indicators);
  ADD ("indicators/gnumeric", "indicators-gnumeric.xlsx", test_indicators);
  ADD ("indicators/csv", "indicators-libreoffice.csv", test_indicators);
  ADD ("indicators/measurements", NULL, test_measurements);
  ADD ("async", NULL, test_async);
  ADD ("cancelled", NULL, test_cancelled);
  ADD ("encoding", NULL, test_encoding);
  return g_test_run ();
}
