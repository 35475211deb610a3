// SPDX-License-Identifier: GPL-3.0-or-later
/* An index over the register in memory: 100,000 people take some 10 MB and a tenth of a second, where
 * a query a row would take seconds. */

#define G_LOG_DOMAIN "bv-exchange"

#include "exchange/bv-import-index.h"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "store/bv-connection.h"

#include <string.h>

typedef struct
{
  gint64 id;
  gint64 parent_id;
  char *name;
  char *key;
  gboolean is_over; /* ended: another unit of the name is meant first */
} Unit;

typedef struct
{
  gint64 id;
  gint64 unit_id;
  const char *code;    /* in strings, (nullable) */
  int year;            /* of birth, 0: unknown */
  guint32 day;         /* of birth: 19850707, 0: unknown */
  guint next;          /* of the same name: index + 1, 0 ends */
  guint next_codeless; /* of the same name, and without an identity number */
} Person;

struct _BvImportIndex
{
  /* Owned */
  GPtrArray *units;        /* Unit */
  GHashTable *units_by_id; /* gint64 → Unit */
  GHashTable *unit_keys;   /* key of name or abbreviation → GPtrArray of Unit */
  GHashTable *unit_codes;  /* folded code → Unit */
  GArray *people;          /* Person */
  GHashTable *names;       /* folded name → index + 1 of the first */
  GHashTable *codeless;    /* the same of those without an identity number */
  GHashTable *codes;       /* code → index + 1 */
  GStringChunk *strings;
  /* State */
  gint64 root_id; /* of the register as it was loaded */
};

static void
unit_free (gpointer data)
{
  Unit *unit = data;

  g_free (unit->name);
  g_free (unit->key);
  g_free (unit);
}

void
bv_import_index_free (BvImportIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->unit_keys);
  g_hash_table_unref (self->units_by_id);
  g_hash_table_unref (self->unit_codes);
  g_ptr_array_unref (self->units);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->codeless);
  g_hash_table_unref (self->codes);
  g_array_unref (self->people);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* ── Units ───────────────────────────────────────────────────────────────────────────────── */

char *
bv_import_unit_key (const char *name)
{
  static const char *const words[][2] = {
    { "ubnd", "uy ban nhan dan" },
    { "hdnd", "hoi dong nhan dan" },
    { "gddt", "giao duc dao tao" },
    { "gd", "giao duc" },
    { "dt", "dao tao" },
    { "thcs", "trung hoc co so" },
    { "thpt", "trung hoc pho thong" },
    { "th", "tieu hoc" },
    { "mn", "mam non" },
    { "ptdtbt", "pho thong dan toc ban tru" },
    { "ptdtnt", "pho thong dan toc noi tru" },
    { "tt", "thi tran" },
    { "htx", "hop tac xa" },
    { "mttq", "mat tran to quoc" },
    { "ubmttq", "uy ban mat tran to quoc" },
    { "ubmt", "uy ban mat tran" },
    { "ldtbxh", "lao dong thuong binh xa hoi" },
    { "ldld", "lien doan lao dong" },
    { "lhpn", "lien hiep phu nu" },
    { "ccb", "cuu chien binh" },
    { "tncs", "thanh nien cong san" },
    { "hcm", "ho chi minh" },
    { "kt", "kinh te" },
    { "tnmt", "tai nguyen moi truong" },
    { "nnptnt", "nong nghiep phat trien nong thon" },
    { "vhtt", "van hoa thong tin" },
    { "tckh", "tai chinh ke hoach" },
    { "cty", "cong ty" },
    { "tnhh", "trach nhiem huu han" },
    { "cp", "co phan" },
    { "tdp", "to dan pho" },
    { "tk", "tieu khu" },
  };
  g_autofree char *fold = bv_text_fold (name);
  GString *out = g_string_new (NULL);
  const char *p = fold;

  while (*p != '\0')
    {
      const char *start = p;
      const char *word = NULL;

      while (g_ascii_isalnum (*p) || (guchar) *p >= 0x80)
        p++;
      g_autofree char *part = g_strndup (start, (gsize) (p - start));
      for (guint i = 0; i < G_N_ELEMENTS (words) && word == NULL; i++)
        if (strcmp (part, words[i][0]) == 0)
          word = words[i][1];
      if (word == NULL)
        word = part;
      /* "và", "&", "-" and "," part the same words in different hands. */
      if (*word != '\0' && strcmp (word, "va") != 0)
        g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", word);
      if (*p != '\0')
        p++;
    }
  return g_string_free (out, FALSE);
}

static void
add_key (BvImportIndex *self, const char *key, Unit *unit)
{
  GPtrArray *list = g_hash_table_lookup (self->unit_keys, key);

  if (*key == '\0')
    return;
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->unit_keys, g_strdup (key), list);
    }
  if (!g_ptr_array_find (list, unit, NULL))
    g_ptr_array_add (list, unit);
}

void
bv_import_index_add_unit (BvImportIndex *self,
                          gint64 id,
                          const char *name,
                          const char *code,
                          const char *abbreviation,
                          gint64 parent_id)
{
  Unit *unit = g_new0 (Unit, 1);
  g_autofree char *short_key = bv_import_unit_key (abbreviation);
  g_autofree char *code_fold = bv_text_fold (code);

  unit->id = id;
  unit->parent_id = parent_id;
  unit->name = bv_text_clean (name);
  unit->key = bv_import_unit_key (name);
  g_ptr_array_add (self->units, unit);
  g_hash_table_insert (self->units_by_id, &unit->id, unit);
  add_key (self, unit->key, unit);
  add_key (self, short_key, unit);
  if (*code_fold != '\0')
    g_hash_table_replace (self->unit_codes, g_steal_pointer (&code_fold), unit);
}

/* Edit distance of two keys, given up above @limit. */
static guint
distance (const char *a, const char *b, guint limit)
{
  gsize n = strlen (a), m = strlen (b);
  guint row[129];

  if (n > 128 || m > 128 || (n > m ? n - m : m - n) > limit)
    return limit + 1;
  for (gsize k = 0; k <= m; k++)
    row[k] = (guint) k;
  for (gsize i = 1; i <= n; i++)
    {
      guint diagonal = row[0], least = (guint) i;

      row[0] = (guint) i;
      for (gsize k = 1; k <= m; k++)
        {
          guint next = MIN (MIN (row[k], row[k - 1]) + 1, diagonal + (a[i - 1] != b[k - 1]));

          diagonal = row[k];
          row[k] = next;
          least = MIN (least, next);
        }
      if (least > limit)
        return limit + 1;
    }
  return row[m];
}

/* How unlike two names are: 0 the same, 100 nothing to do with each other. */
static guint
unlikeness (const char *a, const char *b)
{
  gsize n = strlen (a), m = strlen (b), shorter = MIN (n, m);
  guint limit = shorter >= 16 ? 3 : shorter >= 8 ? 2 : 1;
  guint d = distance (a, b, limit);

  /* "Bản 2" and "Bản 3", "Khối 1" and "Khối 11" are different places. */
  if (strcspn (a, "0123456789") != n || strcspn (b, "0123456789") != m)
    d = limit + 1;
  if (d <= limit)
    return d;
  /* "Phòng Nội vụ" and "Phòng Nội vụ huyện Mường La" */
  if (shorter >= 8 && memcmp (a, b, shorter) == 0 && (n > m ? a : b)[shorter] == ' ')
    return 10;
  return 100;
}

static void
find_near (BvImportIndex *self, const char *key, gint64 candidates[BV_IMPORT_N_CANDIDATES])
{
  guint rates[BV_IMPORT_N_CANDIDATES];

  for (guint i = 0; i < BV_IMPORT_N_CANDIDATES; i++)
    {
      candidates[i] = 0;
      rates[i] = 100;
    }
  for (guint i = 0; i < self->units->len; i++)
    {
      const Unit *unit = self->units->pdata[i];
      guint rate = unlikeness (key, unit->key);

      for (guint k = 0; k < BV_IMPORT_N_CANDIDATES; k++)
        if (rate < rates[k])
          {
            for (guint l = BV_IMPORT_N_CANDIDATES - 1; l > k; l--)
              {
                rates[l] = rates[l - 1];
                candidates[l] = candidates[l - 1];
              }
            rates[k] = rate;
            candidates[k] = unit->id;
            break;
          }
    }
}

BvImportUnitMatch
bv_import_index_find_unit (BvImportIndex *self,
                           const char *text,
                           gint64 *id,
                           gint64 candidates[BV_IMPORT_N_CANDIDATES])
{
  g_autofree char *key = bv_import_unit_key (text);
  GPtrArray *list = g_hash_table_lookup (self->unit_keys, key);
  gint64 unused[BV_IMPORT_N_CANDIDATES];
  const Unit *found = NULL;
  guint n = 0;

  if (candidates == NULL)
    candidates = unused;
  memset (candidates, 0, BV_IMPORT_N_CANDIDATES * sizeof *candidates);
  *id = 0;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Unit *unit = list->pdata[i];

      if (unit->is_over && found != NULL)
        continue;
      if (found == NULL || found->is_over)
        {
          found = unit;
          n = 0;
        }
      if (n < BV_IMPORT_N_CANDIDATES)
        candidates[n] = unit->id;
      n++;
    }
  if (n > 1)
    {
      /* Of several, the one that bears it letter by letter. */
      guint n_exact = 0;

      for (guint i = 0; i < list->len; i++)
        if (strcmp (((const Unit *) list->pdata[i])->name, text) == 0)
          {
            found = list->pdata[i];
            n_exact++;
          }
      if (n_exact != 1)
        return BV_IMPORT_UNIT_AMBIGUOUS;
    }
  if (found == NULL && *key != '\0')
    {
      g_autofree char *code = bv_text_fold (text);
      found = g_hash_table_lookup (self->unit_codes, code);
    }
  if (found != NULL)
    {
      *id = found->id;
      return BV_IMPORT_UNIT_FOUND;
    }
  find_near (self, key, candidates);
  return candidates[0] != 0 ? BV_IMPORT_UNIT_NEAR : BV_IMPORT_UNIT_NONE;
}

gint64
bv_import_index_find_child (BvImportIndex *self, const char *name, gint64 parent_id)
{
  g_autofree char *key = bv_import_unit_key (name);
  GPtrArray *list = g_hash_table_lookup (self->unit_keys, key);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Unit *unit = list->pdata[i];

      if (unit->parent_id == parent_id && strcmp (unit->key, key) == 0)
        return unit->id;
    }
  return 0;
}

gint64
bv_import_index_find_unit_code (BvImportIndex *self, const char *code)
{
  g_autofree char *fold = bv_text_fold (code);
  const Unit *unit = g_hash_table_lookup (self->unit_codes, fold);

  return unit != NULL ? unit->id : 0;
}

gint64
bv_import_index_get_root (BvImportIndex *self)
{
  return self->root_id;
}

const char *
bv_import_index_get_unit_name (BvImportIndex *self, gint64 id)
{
  const Unit *unit = g_hash_table_lookup (self->units_by_id, &id);

  return unit != NULL ? unit->name : "";
}

/* ── People ──────────────────────────────────────────────────────────────────────────────── */

static int
read_year (const char *birth)
{
  return birth != NULL ? bv_date_year (birth) : 0;
}

static guint32
read_day (const char *birth)
{
  guint32 day = 0;

  if (birth == NULL || strlen (birth) != strlen ("1985-07-07"))
    return 0;
  for (const char *p = birth; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      day = day * 10 + (guint32) g_ascii_digit_value (*p);
  return day;
}

static void
add_person (BvImportIndex *self,
            gint64 id,
            const char *name_fold,
            const char *code,
            int year,
            guint32 day,
            gint64 unit_id)
{
  Person person = { .id = id, .unit_id = unit_id, .year = year, .day = day };
  guint position = self->people->len + 1;
  gpointer key, first;

  if (code != NULL && *code != '\0')
    {
      person.code = g_string_chunk_insert (self->strings, code);
      g_hash_table_insert (self->codes, (gpointer) person.code, GUINT_TO_POINTER (position));
    }
  if (g_hash_table_lookup_extended (self->names, name_fold, &key, &first))
    person.next = GPOINTER_TO_UINT (first);
  else
    key = g_string_chunk_insert (self->strings, name_fold);
  g_hash_table_insert (self->names, key, GUINT_TO_POINTER (position));
  if (person.code == NULL)
    {
      person.next_codeless = GPOINTER_TO_UINT (g_hash_table_lookup (self->codeless, name_fold));
      g_hash_table_insert (self->codeless, key, GUINT_TO_POINTER (position));
    }
  g_array_append_val (self->people, person);
}

/* Only somebody who was in the register before can have moved: two rows of one table that differ in the unit are two
 * people, or two posts. */
void
bv_import_index_add_person (BvImportIndex *self,
                            gint64 id,
                            const char *name_fold,
                            const char *code,
                            const char *birth,
                            gint64 unit_id)
{
  add_person (self, id, name_fold, code, read_year (birth), 0, unit_id);
}

static gboolean
bears_name (BvImportIndex *self, guint position, const char *name_fold)
{
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name_fold));

  while (other != 0 && other != position)
    other = g_array_index (self->people, Person, other - 1).next;
  return other != 0;
}

BvImportPersonMatch
bv_import_index_find_person (BvImportIndex *self,
                             const char *name_fold,
                             const char *code,
                             const char *birth,
                             gint64 unit_id,
                             gint64 *id)
{
  guint position;
  gint64 likely = 0, moved = 0;
  gboolean several = FALSE, same_unit = FALSE;
  int year = read_year (birth);
  guint32 day = read_day (birth);

  *id = 0;
  if (code != NULL && *code != '\0')
    {
      position = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, code));
      if (position != 0)
        {
          *id = g_array_index (self->people, Person, position - 1).id;
          return bears_name (self, position, name_fold) ? BV_IMPORT_PERSON_CODE
                                                        : BV_IMPORT_PERSON_RENAMED;
        }
    }
  /* Two identity numbers are two people: with one, only those without are looked at. */
  gboolean has_code = code != NULL && *code != '\0';
  GHashTable *chains = has_code ? self->codeless : self->names;
  for (position = GPOINTER_TO_UINT (g_hash_table_lookup (chains, name_fold)); position != 0;)
    {
      const Person *person = &g_array_index (self->people, Person, position - 1);

      position = has_code ? person->next_codeless : person->next;
      if (person->year == year && person->unit_id == unit_id)
        {
          *id = person->id;
          return BV_IMPORT_PERSON_SAME;
        }
      if ((person->year != 0 && year != 0 && person->year != year)
          || (person->unit_id != 0 && unit_id != 0 && person->unit_id != unit_id))
        {
          if (day != 0 && person->day == day)
            {
              several = several || (moved != 0 && moved != person->id);
              moved = person->id;
            }
          continue;
        }
      several = several || (likely != 0 && likely != person->id);
      likely = person->id;
      same_unit = same_unit || (unit_id != 0 && person->unit_id == unit_id);
    }
  several = several || (likely != 0 && moved != 0 && likely != moved);
  *id = several ? 0 : MAX (likely, moved);
  if (several)
    return BV_IMPORT_PERSON_AMBIGUOUS;
  if (likely == 0 && moved != 0)
    return BV_IMPORT_PERSON_MOVED;
  if (likely == 0)
    return BV_IMPORT_PERSON_NONE;
  /* Name and unit agree and nobody else bears them: lists of awards say no more. */
  return same_unit ? BV_IMPORT_PERSON_SAME : BV_IMPORT_PERSON_LIKELY;
}

/* ── Loading ─────────────────────────────────────────────────────────────────────────────── */

static gboolean
load_units (BvImportIndex *self, BvConnection *connection, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT s.id, s.name, s.code, u.abbreviation, coalesce(u.parent_id, 0), "
    "u.to_date IS NOT NULL FROM unit u JOIN subject s ON s.id = u.subject_id "
    "ORDER BY s.id",
    "");
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      if (!bv_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      bv_import_index_add_unit (self, bv_statement_int (statement, 0),
                                bv_statement_text (statement, 1), bv_statement_text (statement, 2),
                                bv_statement_text (statement, 3), bv_statement_int (statement, 4));
      ((Unit *) self->units->pdata[self->units->len - 1])->is_over = bv_statement_int (statement,
                                                                                       5);
    }
}

static gboolean
load_people (BvImportIndex *self, BvConnection *connection, GError **error)
{
  /* A person with several posts has several rows: any of them may be the one in the table. */
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT s.id, s.name_fold, s.code, p.birth, coalesce(m.unit_id, 0) FROM person p "
    "JOIN subject s ON s.id = p.subject_id "
    "LEFT JOIN membership m ON m.person_id = p.subject_id ORDER BY s.id",
    "");
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      if (!bv_statement_step (statement, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      add_person (self, bv_statement_int (statement, 0), bv_statement_text (statement, 1),
                  bv_statement_text (statement, 2), read_year (bv_statement_text (statement, 3)),
                  read_day (bv_statement_text (statement, 3)), bv_statement_int (statement, 4));
    }
}

static void
find_root (BvImportIndex *self)
{
  guint n_roots = 0;

  for (guint i = 0; i < self->units->len; i++)
    {
      const Unit *unit = self->units->pdata[i];

      if (unit->parent_id != 0 || unit->is_over)
        continue;
      self->root_id = unit->id;
      n_roots++;
    }
  if (n_roots != 1)
    self->root_id = 0;
}

BvImportIndex *
bv_import_index_load (BvConnection *connection, gboolean with_people, GError **error)
{
  g_autoptr (BvImportIndex) self = g_new0 (BvImportIndex, 1);

  self->units = g_ptr_array_new_with_free_func (unit_free);
  self->units_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->unit_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_ptr_array_unref);
  self->unit_codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->people = g_array_new (FALSE, FALSE, sizeof (Person));
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->codeless = g_hash_table_new (g_str_hash, g_str_equal);
  self->codes = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_string_chunk_new (64 * 1024);
  if (!load_units (self, connection, error)
      || (with_people && !load_people (self, connection, error)))
    return NULL;
  find_root (self);
  return g_steal_pointer (&self);
}
