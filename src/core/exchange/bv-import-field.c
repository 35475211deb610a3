// SPDX-License-Identifier: GPL-3.0-or-later
/* What columns may hold, and the words by which offices head them. The words are written here folded
 * (no marks, lower case, signs as spaces), as bv_import_fold_header() gives them. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-import-field.h"

#include "base/bv-text.h"
#include "exchange/bv-import-figure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PEOPLE (1 << BV_IMPORT_PEOPLE)
#define UNITS (1 << BV_IMPORT_UNITS)
#define HOUSEHOLDS (1 << BV_IMPORT_HOUSEHOLDS)
#define AWARDS (1 << BV_IMPORT_AWARDS)
#define INDICATORS (1 << BV_IMPORT_INDICATORS)
#define RATINGS (1 << BV_IMPORT_RATINGS)
#define PERSONS (PEOPLE | AWARDS)

/* The order is that of a form. A code may stand in several rows, for other tables. */
static const BvImportField fields[] = {
  /* ── People, and the persons of a list of awards ── */
  { "name", N_ ("Full name"), PEOPLE, TRUE, FALSE,
    "ho va ten|ho ten|ho va ten khai sinh|ho ten khai sinh|ten|ho va ten can bo|ten ca nhan|"
    "ho ten ca nhan|ho va ten ca nhan|ho va chu dem va ten|full name|name|person" },
  { "name", N_ ("Name of the person, collective or household"), AWARDS, TRUE, FALSE,
    "ho va ten|ho ten|ten|ten don vi|ten tap the|ten ca nhan|ten ca nhan tap the|ten tap the ca "
    "nhan|"
    "tap the ca nhan|ca nhan tap the|ho va ten ten don vi|ho ten ten don vi|ho va ten ten tap the|"
    "ten ca nhan don vi|ten don vi ca nhan|doi tuong khen thuong|ten doi tuong|tap the|"
    "ten tap the ca nhan ho gia dinh|ten ca nhan tap the ho gia dinh|full name|name" },
  { "name", N_ ("Name of the person or unit"), RATINGS, TRUE, FALSE,
    "ho va ten|ho ten|ten|ho va ten can bo|ho va ten can bo cong chuc|ho va ten cong chuc|"
    "ho va ten vien chuc|ten ca nhan|ca nhan|ten don vi ca nhan|ten ca nhan tap the|"
    "ho va ten khai sinh|full name|name" },
  { "family_names", N_ ("Family and middle name"), PERSONS | RATINGS, FALSE, FALSE,
    "ho dem|ho va dem|ho va ten dem|ho ten dem|ho lot|ho va chu lot|ho va chu dem|ho|family name" },
  { "given_name", N_ ("Given name"), PERSONS | RATINGS, FALSE, FALSE,
    "ten rieng|given name|first name" },
  { "honorific", N_ ("Form of address"), PERSONS, FALSE, FALSE,
    "ten goi|danh xung|xung ho|ong ba|ong ba chuc danh|quy danh" },
  { "kind", N_ ("Person, collective or household"), AWARDS, FALSE, FALSE,
    "phan loai khen thuong|ca nhan tap the ho gia dinh|loai doi tuong khen thuong|phan loai|"
    "doi tuong|kind" },
  { "form", N_ ("Award"), AWARDS, FALSE, FALSE,
    "hinh thuc khen thuong|danh hieu hinh thuc|danh hieu hinh thuc khen thuong|danh hieu|"
    "hinh thuc|danh hieu thi dua|danh hieu thi dua hinh thuc khen thuong|hinh thuc khen|"
    "hinh thuc de nghi|hinh thuc de nghi khen thuong|de nghi khen thuong|khen thuong|"
    "danh hieu hinh thuc de nghi|award" },
  { "code", N_ ("Identity number"), PERSONS | RATINGS, FALSE, FALSE,
    "so cccd|cccd|so can cuoc|can cuoc|can cuoc cong dan|so can cuoc cong dan|so cmnd|cmnd|"
    "so cmnd cccd|so cccd cmnd|cmnd cccd|cccd cmnd|so dinh danh|so dinh danh ca nhan|ma dinh danh|"
    "ma dinh danh ca nhan|so giay to|so giay to tuy than|identity number|id number" },
  { "birth", N_ ("Date or year of birth"), PERSONS | RATINGS, FALSE, FALSE,
    "ngay sinh|nam sinh|ngay thang nam sinh|ngay thang sinh|sinh ngay|sinh nam|ngay nam sinh|"
    "date of birth|birth|year of birth" },
  { "birth_male", N_ ("Birth, in the column of men"), PERSONS, FALSE, FALSE,
    "nam sinh nam|ngay sinh nam|ngay thang nam sinh nam|ngay thang sinh nam" },
  { "birth_female", N_ ("Birth, in the column of women"), PERSONS, FALSE, FALSE,
    "nam sinh nu|ngay sinh nu|ngay thang nam sinh nu|ngay thang sinh nu" },
  { "sex", N_ ("Sex"), PERSONS, FALSE, FALSE, "gioi tinh|nam nu|nam hay nu|gioi|phai|sex|gender" },
  { "is_female", N_ ("Woman (marked)"), PERSONS, FALSE, FALSE, "nu|la nu|gioi tinh nu|female" },
  { "is_male", N_ ("Man (marked)"), PERSONS, FALSE, FALSE, "gioi tinh nam|male" },
  { "ethnic_group", N_ ("Ethnic group"), PERSONS, FALSE, FALSE,
    "dan toc|thanh phan dan toc|ethnic group" },
  { "is_party_member", N_ ("Party member (marked)"), PEOPLE, FALSE, FALSE,
    "dang vien|la dang vien|party member" },
  { "party_since", N_ ("Admitted to the Party on"), PEOPLE, FALSE, FALSE,
    "ngay vao dang|ngay vao dang chinh thuc|ngay ket nap dang|ngay chinh thuc vao dang" },
  { "post_unit", N_ ("Post and unit in one cell"), PERSONS, FALSE, FALSE,
    "chuc vu don vi cong tac|chuc vu noi cong tac|chuc vu don vi|chuc vu va don vi cong tac|"
    "chuc danh don vi cong tac|chuc vu co quan don vi|chuc vu co quan cong tac|"
    "chuc vu don vi cong tac dia chi|chuc vu noi cong tac hoac dia chi|chuc vu dia chi" },
  { "post", N_ ("Post"), PERSONS, FALSE, FALSE,
    "chuc vu|chuc danh|chuc vu chuc danh|chuc danh chuc vu|vi tri cong tac|vi tri viec lam|"
    "nghe nghiep|chuc vu hien nay|chuc vu hien tai|post|position" },
  { "unit", N_ ("Unit"), PERSONS | RATINGS, FALSE, FALSE,
    "don vi cong tac|don vi|co quan|co quan don vi|noi cong tac|phong ban|co quan cong tac|"
    "co quan don vi cong tac|noi lam viec|don vi lam viec|thuoc don vi|to chuc|unit|workplace|"
    "don vi cong tac dia chi" },
  { "from_date", N_ ("In the post since"), PEOPLE, FALSE, FALSE,
    "tu ngay|ngay bo nhiem|ngay nhan cong tac|ngay ve don vi|from" },
  { "leader_class", N_ ("Leader or direct worker"), PERSONS, FALSE, FALSE,
    "phan loai doi tuong|lanh dao quan ly|nhom chuc vu|leader class" },
  { "worker_class", N_ ("Kind of worker"), PEOPLE, FALSE, FALSE,
    "loai can bo|loai lao dong|phan loai lao dong|loai doi tuong|doi tuong|worker class" },
  { "achievement", N_ ("Achievement"), AWARDS, FALSE, FALSE,
    "thanh tich|noi dung khen thuong|noi dung thanh tich|tom tat thanh tich|ly do khen thuong|"
    "noi dung|thanh tich dat duoc|thanh tich khen thuong|achievement" },
  { "bonus", N_ ("Bonus paid"), AWARDS, FALSE, FALSE,
    "tien thuong|muc tien thuong|muc thuong|so tien|so tien thuong|kinh phi|bonus" },
  { "manner", N_ ("Why it is given"), AWARDS, FALSE, FALSE,
    "loai hinh khen thuong|loai hinh|manner" },
  { "is_posthumous", N_ ("Posthumous (marked)"), AWARDS, FALSE, FALSE, "truy tang|posthumous" },
  { "home", N_ ("Home village"), PEOPLE, FALSE, FALSE, "que quan|nguyen quan|home" },
  { "address", N_ ("Address"), PERSONS | HOUSEHOLDS | UNITS, FALSE, FALSE,
    "dia chi|noi o|cho o|thuong tru|noi thuong tru|noi o hien nay|dia chi thuong tru|tru so|"
    "dia chi tru so|address" },
  { "phone", N_ ("Telephone"), PEOPLE, FALSE, FALSE,
    "dien thoai|so dien thoai|sdt|so dt|dien thoai lien he|di dong|phone" },

  /* ── Units ── */
  { "name", N_ ("Name of the unit"), UNITS, TRUE, FALSE,
    "ten don vi|don vi|ten co quan|co quan don vi|ten co quan don vi|ten to chuc|ten tap the|"
    "tap the|ten|unit|name" },
  { "parent", N_ ("Unit above"), UNITS, FALSE, FALSE,
    "don vi cap tren|cap tren|cap tren truc tiep|truc thuoc|don vi chu quan|co quan chu quan|"
    "thuoc|thuoc don vi|co quan quan ly|don vi quan ly|co quan cap tren|parent" },
  { "kind", N_ ("Kind of unit"), UNITS, FALSE, FALSE,
    "loai don vi|loai hinh|loai|phan loai|loai tap the|loai hinh don vi|khoi|kind" },
  { "code", N_ ("Code"), UNITS, FALSE, FALSE,
    "ma don vi|ma|ma so|ma co quan|ma dinh danh|ma so don vi|code" },
  { "abbreviation", N_ ("Abbreviation"), UNITS, FALSE, FALSE,
    "viet tat|ten viet tat|ten tat|abbreviation" },
  { "is_small", N_ ("Small collective (marked)"), UNITS, FALSE, FALSE, "tap the nho" },
  { "from_date", N_ ("Exists since"), UNITS, FALSE, FALSE,
    "ngay thanh lap|tu ngay|thanh lap ngay|from" },
  { "to_date", N_ ("Existed until"), UNITS, FALSE, FALSE, "ngay giai the|den ngay|to" },

  /* ── Households ── */
  { "name", N_ ("Name of the household"), HOUSEHOLDS, TRUE, FALSE,
    "ten ho gia dinh|ho gia dinh|ten ho|ten|name|household" },
  { "head", N_ ("Head of the household"), HOUSEHOLDS, FALSE, FALSE,
    "chu ho|ho ten chu ho|ho va ten chu ho|dai dien ho|head" },
  { "unit", N_ ("Village or commune"), HOUSEHOLDS, FALSE, FALSE,
    "ban tieu khu|thon ban|thon|ban|to dan pho|tieu khu|xa|xa thi tran|xa phuong|dia ban|don vi|"
    "khu dan cu|thon ban tieu khu|unit|village" },
  { "code", N_ ("Code"), HOUSEHOLDS, FALSE, FALSE, "ma ho|so ho khau|ma so|code" },

  /* ── Indicators ── */
  { "name", N_ ("Indicator"), INDICATORS, TRUE, FALSE,
    "chi tieu|ten chi tieu|noi dung|chi tieu chu yeu|noi dung chi tieu|cac chi tieu|"
    "cac chi tieu chu yeu|chi tieu nhiem vu|noi dung chi tieu nhiem vu|indicator|name" },
  { "unit_of_measure", N_ ("Unit of measure"), INDICATORS, FALSE, FALSE,
    "don vi tinh|dvt|dv tinh|don vi do|don vi do luong|unit of measure" },
  { "group", N_ ("Group"), INDICATORS, FALSE, FALSE, "nhom|nhom chi tieu|linh vuc|group" },
  { "code", N_ ("Code"), INDICATORS, FALSE, FALSE, "ma chi tieu|ma so|ma|code" },
  { "unit", N_ ("Unit"), INDICATORS, FALSE, FALSE,
    "don vi thuc hien|don vi|don vi bao cao|dia phuong|xa|xa thi tran|xa phuong|unit" },
  { "year", N_ ("Year"), INDICATORS, FALSE, FALSE, "nam|nam thuc hien|nam ke hoach|year" },
  { "period", N_ ("Period"), INDICATORS, FALSE, FALSE, "ky|ky bao cao|ky so lieu|period" },
  { "target", N_ ("Plan"), INDICATORS, FALSE, TRUE,
    "ke hoach|kh|chi tieu giao|ke hoach giao|muc tieu|chi tieu ke hoach|so ke hoach|nghi quyet|"
    "ke hoach nam|kh nam|kh giao|plan|target" },
  { "measurement", N_ ("Result"), INDICATORS, FALSE, TRUE,
    "thuc hien|th|ket qua|ket qua thuc hien|uoc thuc hien|uoc th|dat duoc|so lieu|thuc te|"
    "thuc hien nam|th nam|uoc thuc hien nam|ket qua dat duoc|actual|result" },

  /* ── Ratings ── */
  { "year", N_ ("Year"), RATINGS, FALSE, FALSE,
    "nam|nam danh gia|nam xep loai|nam danh gia xep loai|year" },
  { "grade", N_ ("Grade"), RATINGS, FALSE, FALSE,
    "xep loai|muc xep loai|ket qua xep loai|xep loai chat luong|ket qua xep loai chat luong|"
    "muc xep loai chat luong|danh gia xep loai|ket qua danh gia|ket qua danh gia xep loai|"
    "ket qua danh gia xep loai chat luong|muc do hoan thanh nhiem vu|muc do hoan thanh|"
    "muc danh gia|xep loai can bo|xep loai cong chuc|xep loai vien chuc|grade|rating" },
  { "general_points", N_ ("General points"), RATINGS, FALSE, FALSE,
    "diem tieu chi chung|tieu chi chung|diem chung|diem nhom tieu chi chung|"
    "nhom tieu chi chung|general points" },
  { "result_points", N_ ("Result points"), RATINGS, FALSE, FALSE,
    "diem ket qua nhiem vu|diem ket qua thuc hien nhiem vu|ket qua thuc hien nhiem vu|diem ket qua|"
    "diem tieu chi ket qua|tieu chi ket qua thuc hien nhiem vu|result points" },
  { "group", N_ ("Group of similar tasks"), RATINGS, FALSE, FALSE,
    "nhom|nhom nhiem vu|nhom nhiem vu tuong dong|nhom doi tuong|nhom cong viec|group" },
  { "reason", N_ ("Override reason"), RATINGS, FALSE, FALSE,
    "ly do|ly do van giu|ly do giu muc|ly do dieu chinh|reason" },

  { "note", N_ ("Note"), PERSONS | UNITS | HOUSEHOLDS | INDICATORS | RATINGS, FALSE, FALSE,
    "ghi chu|chu thich|nguon|nguon so lieu|note|notes" },
};

static const struct
{
  const char *code;
  const char *label;
} targets[] = { { "people", N_ ("People") },         { "units", N_ ("Units") },
                { "households", N_ ("Households") }, { "awards", N_ ("A decision’s list") },
                { "indicators", N_ ("Indicators") }, { "ratings", N_ ("Ratings") } };

const char *
bv_import_target_to_code (BvImportTarget target)
{
  g_return_val_if_fail (target < BV_N_IMPORT_TARGETS, NULL);

  return targets[target].code;
}

gboolean
bv_import_target_from_code (const char *code, BvImportTarget *target)
{
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (g_strcmp0 (code, targets[i].code) == 0)
      {
        *target = (BvImportTarget) i;
        return TRUE;
      }
  return FALSE;
}

const char *
bv_import_target_get_label (BvImportTarget target)
{
  g_return_val_if_fail (target < BV_N_IMPORT_TARGETS, NULL);

  return _ (targets[target].label);
}

GPtrArray *
bv_import_list_fields (BvImportTarget target)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].targets & 1u << target)
      g_ptr_array_add (list, (gpointer) &fields[i]);
  return list;
}

const BvImportField *
bv_import_find_field (BvImportTarget target, const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if ((fields[i].targets & 1u << target) != 0 && g_strcmp0 (fields[i].code, code) == 0)
      return &fields[i];
  return NULL;
}

const char *
bv_import_field_get_label (const BvImportField *field)
{
  return _ (field->label);
}

char *
bv_import_fold_header (const char *header)
{
  g_autofree char *fold = bv_text_fold (header);
  GString *out = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = fold; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '(' || c == '[')
        depth++;
      else if ((c == ')' || c == ']') && depth > 0)
        depth--;
      else if (depth == 0 && g_unichar_isalnum (c))
        g_string_append_unichar (out, c);
      else if (depth == 0 && out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* Whether @fold is one of the synonyms; with @prefix, begins with one of two words or more. Returns
 * the length of the synonym. */
static gsize
match_synonyms (const BvImportField *field, const char *fold, gboolean prefix)
{
  gsize length = strlen (fold), best = 0;

  for (const char *p = field->synonyms; p != NULL && *p != '\0';)
    {
      const char *bar = strchr (p, '|');
      gsize n = bar != NULL ? (gsize) (bar - p) : strlen (p);

      if (n == length && memcmp (p, fold, n) == 0)
        return n;
      if (prefix && n < length && n >= 7 && memchr (p, ' ', n) != NULL && memcmp (p, fold, n) == 0
          && fold[n] == ' ')
        best = MAX (best, n);
      p = bar != NULL ? bar + 1 : NULL;
    }
  return best;
}

static const BvImportField *
match_fields (BvImportTarget target, const char *fold, gboolean prefix)
{
  const BvImportField *found = NULL;
  gsize best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      /* "Thực hiện 6 tháng" begins like a result, but no period is half a year. */
      gboolean may = (fields[i].targets & 1u << target) != 0 && !(prefix && fields[i].may_repeat);
      gsize n = may ? match_synonyms (&fields[i], fold, prefix) : 0;

      if (n > best)
        {
          best = n;
          found = &fields[i];
        }
    }
  return found;
}

const BvImportField *
bv_import_recognise_header (BvImportTarget target, const char *header)
{
  g_autofree char *fold = bv_import_fold_header (header);
  const BvImportField *field;

  if (*fold == '\0' || strlen (fold) > 80)
    return NULL;
  if (target == BV_IMPORT_INDICATORS)
    {
      BvImportFigure figure;

      if (bv_import_figure_parse (header, &figure))
        return bv_import_find_field (target, figure.is_target ? "target" : "measurement");
    }
  /* "Năm" and "Nam" fold alike; the one is a year, the other a man. */
  if (strcmp (fold, "nam") == 0)
    {
      g_autofree char *marks = bv_text_fold_marks (header);
      const char *code = strstr (marks, "ă") != NULL ? "year" : "is_male";

      return bv_import_find_field (target, code);
    }
  field = match_fields (target, fold, FALSE);
  if (field != NULL)
    return field;

  const char *child = strstr (header, " › "); /* of two rows of headers */
  if (child != NULL)
    {
      g_autofree char *child_fold = bv_import_fold_header (child + strlen (" › "));

      field = match_fields (target, child_fold, FALSE);
      if (field != NULL)
        return field;
    }
  return match_fields (target, fold, TRUE);
}
