// SPDX-License-Identifier: GPL-3.0-or-later
/* Everything that conditions ask of, read once: one query a table, whatever the number of subjects, into arrays. For one
 * subject the same queries run with a list of ids, which the indexes answer at once in a file of 100,000 people.
 * Drafts of decisions are left out: what is not issued was not given. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-facts-private.h"

#include "store/bv-connection.h"

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  BvFacts *facts;
  BvConnection *connection;
  const char *ids; /* JSON list of subjects; %NULL: all */
  GError **error;
} Loader;

/* @sql ends where "WHERE …" may follow; @filter holds ?1. */
static BvStatement *
query (Loader *loader, const char *sql, const char *filter, const char *rest)
{
  g_autofree char *whole = g_strconcat (sql, loader->ids != NULL ? filter : "", rest, NULL);
  BvStatement *statement = bv_connection_prepare (loader->connection, whole, loader->error);

  if (statement != NULL && loader->ids != NULL && *filter != '\0')
    bv_statement_bind_text (statement, 1, loader->ids);
  return statement;
}

static gboolean
step (Loader *loader, BvStatement *statement, gboolean *ok)
{
  gboolean has_row = FALSE;

  *ok = bv_statement_step (statement, &has_row, loader->error);
  return *ok && has_row;
}

static const char *
keep (Loader *loader, BvStatement *statement, int column)
{
  const char *text = bv_statement_text (statement, column);

  if (text == NULL || *text == '\0')
    return "";
  return g_string_chunk_insert_const (loader->facts->texts, text);
}

static const char *
intern (BvStatement *statement, int column)
{
  const char *text = bv_statement_text (statement, column);

  return g_intern_string (text != NULL ? text : "");
}

static BvDay
day (BvStatement *statement, int column)
{
  return bv_day_parse (bv_statement_text (statement, column));
}

static gint32
find_in (GArray *array, gsize size, gint64 id)
{
  guint low = 0, high = array->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      gint64 other = *(const gint64 *) (const void *) (array->data + size * middle);

      if (other == id)
        return (gint32) middle;
      if (other < id)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

gint32
bv_facts_find (const BvFacts *self, gint64 id)
{
  return find_in (self->subjects, sizeof (BvFactSubject), id);
}

const BvFactSubject *
bv_facts_get (const BvFacts *self, gint32 index)
{
  return &g_array_index (self->subjects, BvFactSubject, index);
}

gint32
bv_facts_find_code (const BvFacts *self, const char *code)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->code_indexes, code, NULL, &value))
    return -1;
  return GPOINTER_TO_INT (value);
}

const BvFactMovement *
bv_facts_find_movement (const BvFacts *self, gint64 id)
{
  gint32 index = find_in (self->movements, sizeof (BvFactMovement), id);

  return index < 0 ? NULL : &g_array_index (self->movements, BvFactMovement, index);
}

gboolean
bv_facts_is_working (const BvFacts *self, BvDay day)
{
  int year, month, month_day;
  char iso[32];

  bv_day_split (day, &year, &month, &month_day);
  g_snprintf (iso, sizeof iso, "%04d-%02d-%02d", year, month, month_day);
  return bv_working_days_is_working (self->working_days, iso);
}

static gint32
code_of (Loader *loader, BvStatement *statement, int column)
{
  const char *code = intern (statement, column);
  gint32 index = bv_facts_find_code (loader->facts, code);

  if (index >= 0)
    return index;
  index = (gint32) loader->facts->codes->len;
  g_ptr_array_add (loader->facts->codes, (gpointer) code);
  g_hash_table_insert (loader->facts->code_indexes, (gpointer) code, GINT_TO_POINTER (index));
  return index;
}

/* Every row of a table begins with (gint64 id,) gint32 subject, gint32 year where it has them; sorted by what is asked. */
typedef struct
{
  gint64 id;
  gint32 subject;
  gint32 year;
} Dated;

static int
compare_dated (gconstpointer a, gconstpointer b)
{
  const Dated *x = a;
  const Dated *y = b;

  if (x->subject != y->subject)
    return x->subject < y->subject ? -1 : 1;
  if (x->year != y->year)
    return x->year < y->year ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static int
compare_owned (gconstpointer a, gconstpointer b)
{
  const Dated *x = a;
  const Dated *y = b;

  if (x->subject != y->subject)
    return x->subject < y->subject ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static int
compare_authors (gconstpointer a, gconstpointer b)
{
  const BvFactAuthor *x = a;
  const BvFactAuthor *y = b;

  if (x->subject != y->subject)
    return x->subject < y->subject ? -1 : 1;
  if (x->year != y->year)
    return x->year < y->year ? -1 : 1;
  return x->initiative - y->initiative;
}

static void
close_table (BvFacts *facts, BvFactTable *table, gsize offset, GCompareFunc compare)
{
  guint n = facts->subjects->len;
  gsize size = g_array_get_element_size (table->rows);

  g_array_sort (table->rows, compare);
  table->start = g_new0 (guint, n + 1);
  for (guint i = 0; i < table->rows->len; i++)
    table->start[*(const gint32 *) (const void *) (table->rows->data + size * i + offset) + 1]++;
  for (guint i = 0; i < n; i++)
    table->start[i + 1] += table->start[i];
}

static gboolean
load_subjects (Loader *loader)
{
  GArray *subjects = loader->facts->subjects;
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (BvStatement) statement = query (
    loader,
    "SELECT s.id, s.kind, s.name, coalesce (p.worker_class, u.kind, ''),"
    " coalesce (u.parent_id, h.unit_id, 0), u.from_date, u.to_date, coalesce (u.is_small, 0)"
    " FROM subject s LEFT JOIN person p ON p.subject_id = s.id"
    " LEFT JOIN unit u ON u.subject_id = s.id LEFT JOIN household h ON h.subject_id = s.id",
    " WHERE s.id IN (SELECT value FROM json_each (?1) UNION SELECT subject_id FROM unit)",
    " ORDER BY s.id");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      BvFactSubject subject = { .id = bv_statement_int (statement, 0),
                                .kind = (guint8) bv_statement_int (statement, 1),
                                .name = keep (loader, statement, 2),
                                .class = intern (statement, 3),
                                .parent = -1,
                                .from = day (statement, 5),
                                .to = day (statement, 6),
                                .is_small = bv_statement_int (statement, 7) != 0 };
      gint64 parent = bv_statement_int (statement, 4);

      g_array_append_val (subjects, subject);
      g_array_append_val (parents, parent);
    }
  for (guint i = 0; i < subjects->len; i++)
    if (g_array_index (parents, gint64, i) != 0)
      g_array_index (subjects, BvFactSubject, i).parent = bv_facts_find (
        loader->facts, g_array_index (parents, gint64, i));
  return ok;
}

static gboolean
load_successions (Loader *loader)
{
  g_autoptr (BvStatement) statement = query (
    loader, "SELECT predecessor_id, successor_id, on_date FROM unit_succession ORDER BY id", "",
    "");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      BvFactSuccession succession = { bv_statement_int (statement, 0),
                                      bv_statement_int (statement, 1), day (statement, 2) };

      g_array_append_val (loader->facts->successions, succession);
    }
  return ok;
}

static gboolean
load_decisions (Loader *loader)
{
  g_autoptr (BvStatement)
    statement = query (loader, "SELECT id, number, on_date FROM decision WHERE on_date IS NOT NULL",
                       " AND id IN (SELECT decision_id FROM award WHERE subject_id IN (SELECT "
                       "value FROM json_each (?1)))",
                       " ORDER BY id");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      BvFactDecision decision = { bv_statement_int (statement, 0), keep (loader, statement, 1),
                                  day (statement, 2) };

      g_array_append_val (loader->facts->decisions, decision);
    }
  return ok;
}

static gboolean
load_awards (Loader *loader)
{
  BvFacts *facts = loader->facts;
  g_autoptr (BvStatement) statement = query (
    loader,
    "SELECT a.id, a.subject_id, a.year, a.form_code, a.manner, a.decision_id, a.achievement,"
    " a.nomination_id, a.movement_id, r.on_date, r.restored_on"
    " FROM award a LEFT JOIN revocation r ON r.award_id = a.id",
    " WHERE a.subject_id IN (SELECT value FROM json_each (?1))", "");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      BvFactAward award = { .id = bv_statement_int (statement, 0),
                            .subject = bv_facts_find (facts, bv_statement_int (statement, 1)),
                            .year = (gint32) bv_statement_int (statement, 2),
                            .code = code_of (loader, statement, 3),
                            .decision = find_in (facts->decisions, sizeof (BvFactDecision),
                                                 bv_statement_int (statement, 5)),
                            .achievement = keep (loader, statement, 6),
                            .nomination_id = bv_statement_int (statement, 7),
                            .movement = (gint32) bv_statement_int (statement, 8),
                            .revoked = day (statement, 9),
                            .restored = day (statement, 10) };
      BvManner manner = BV_MANNER_MERIT;

      /* Of a draft: nothing was given. */
      if (award.decision < 0 || award.subject < 0)
        continue;
      bv_manner_from_code (bv_statement_text (statement, 4), &manner);
      award.manner = (guint8) manner;
      award.on = g_array_index (facts->decisions, BvFactDecision, award.decision).on;
      g_array_append_val (facts->awards.rows, award);
    }
  close_table (facts, &facts->awards, G_STRUCT_OFFSET (BvFactAward, subject), compare_dated);
  return ok;
}

static gboolean
load_ratings (Loader *loader)
{
  BvFacts *facts = loader->facts;
  g_autoptr (BvStatement)
    statement = query (loader, "SELECT id, subject_id, year, grade FROM rating",
                       " WHERE subject_id IN (SELECT value FROM json_each (?1))", "");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      BvFactRating rating = { .id = bv_statement_int (statement, 0),
                              .subject = bv_facts_find (facts, bv_statement_int (statement, 1)),
                              .year = (gint32) bv_statement_int (statement, 2) };
      BvGrade grade = BV_GRADE_NONE;

      bv_grade_from_code (bv_statement_text (statement, 3), &grade);
      rating.grade = (guint8) grade;
      if (rating.subject >= 0)
        g_array_append_val (facts->ratings.rows, rating);
    }
  close_table (facts, &facts->ratings, G_STRUCT_OFFSET (BvFactRating, subject), compare_dated);
  return ok;
}

static gboolean
load_memberships (Loader *loader)
{
  BvFacts *facts = loader->facts;
  g_autoptr (BvStatement) statement = query (
    loader,
    "SELECT id, person_id, unit_id, from_date, to_date, post, leader_class, is_primary"
    " FROM membership",
    " WHERE person_id IN (SELECT value FROM json_each (?1))", "");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      BvFactMembership membership = {
        .id = bv_statement_int (statement, 0),
        .subject = bv_facts_find (facts, bv_statement_int (statement, 1)),
        .unit = bv_facts_find (facts, bv_statement_int (statement, 2)),
        .from = day (statement, 3),
        .to = day (statement, 4),
        .post = keep (loader, statement, 5),
        .leader_class = intern (statement, 6),
        .is_primary = bv_statement_int (statement, 7) != 0,
      };

      if (membership.subject >= 0 && membership.unit >= 0)
        g_array_append_val (facts->memberships.rows, membership);
    }
  close_table (facts, &facts->memberships, G_STRUCT_OFFSET (BvFactMembership, subject),
               compare_owned);
  return ok;
}

static gboolean
load_disciplines (Loader *loader)
{
  BvFacts *facts = loader->facts;
  g_autoptr (BvStatement) statement = query (
    loader, "SELECT id, subject_id, kind, on_date, until_date, number FROM discipline",
    " WHERE subject_id IN (SELECT value FROM json_each (?1))", "");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      BvFactDiscipline discipline = {
        .id = bv_statement_int (statement, 0),
        .subject = bv_facts_find (facts, bv_statement_int (statement, 1)),
        .on = day (statement, 3),
        .until = day (statement, 4),
        .number = keep (loader, statement, 5),
      };
      BvSanction kind = BV_SANCTION_REPRIMAND;

      bv_sanction_from_code (bv_statement_text (statement, 2), &kind);
      discipline.kind = (guint8) kind;
      if (discipline.subject >= 0)
        g_array_append_val (facts->disciplines.rows, discipline);
    }
  close_table (facts, &facts->disciplines, G_STRUCT_OFFSET (BvFactDiscipline, subject),
               compare_owned);
  return ok;
}

static gboolean
load_absences (Loader *loader)
{
  BvFacts *facts = loader->facts;
  g_autoptr (BvStatement) statement = query (
    loader, "SELECT id, person_id, kind, study_result, from_date, to_date FROM absence",
    " WHERE person_id IN (SELECT value FROM json_each (?1))", "");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      BvFactAbsence absence = { .id = bv_statement_int (statement, 0),
                                .subject = bv_facts_find (facts, bv_statement_int (statement, 1)),
                                .kind = intern (statement, 2),
                                .study_result = intern (statement, 3),
                                .from = day (statement, 4),
                                .to = day (statement, 5) };

      if (absence.subject >= 0)
        g_array_append_val (facts->absences.rows, absence);
    }
  close_table (facts, &facts->absences, G_STRUCT_OFFSET (BvFactAbsence, subject), compare_owned);
  return ok;
}

static gboolean
load_initiatives (Loader *loader)
{
  BvFacts *facts = loader->facts;
  g_autoptr (BvStatement) statement = query (
    loader,
    "SELECT id, title, kind, year, scope, state, recognised_on, recognition_number, unit_id"
    " FROM initiative WHERE state IN ('submitted', 'recognised')",
    " AND (id IN (SELECT initiative_id FROM initiative_author"
    " WHERE person_id IN (SELECT value FROM json_each (?1)))"
    " OR unit_id IN (SELECT value FROM json_each (?1))"
    " OR id IN (SELECT i.initiative_id FROM nomination_initiative i"
    " JOIN nomination n ON n.id = i.nomination_id"
    " WHERE n.subject_id IN (SELECT value FROM json_each (?1))))",
    " ORDER BY id");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      const char *state = bv_statement_text (statement, 5);
      BvFactInitiative initiative = {
        .id = bv_statement_int (statement, 0),
        .title = keep (loader, statement, 1),
        .kind = intern (statement, 2),
        .year = (gint32) bv_statement_int (statement, 3),
        .is_recognised = g_str_equal (state, "recognised"),
        .on = day (statement, 6),
        .number = keep (loader, statement, 7),
        .unit = bv_facts_find (facts, bv_statement_int (statement, 8)),
      };
      BvScope scope = BV_SCOPE_BASE;

      bv_scope_from_code (bv_statement_text (statement, 4), &scope);
      initiative.scope = (guint8) scope;
      g_array_append_val (facts->initiatives, initiative);
    }
  return ok;
}

static gboolean
load_authors (Loader *loader)
{
  BvFacts *facts = loader->facts;
  g_autoptr (BvStatement)
    statement = query (loader, "SELECT person_id, initiative_id FROM initiative_author",
                       " WHERE person_id IN (SELECT value FROM json_each (?1))", "");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      BvFactAuthor author = { bv_facts_find (facts, bv_statement_int (statement, 0)), 0,
                              find_in (facts->initiatives, sizeof (BvFactInitiative),
                                       bv_statement_int (statement, 1)) };

      if (author.subject < 0 || author.initiative < 0)
        continue;
      author.year = g_array_index (facts->initiatives, BvFactInitiative, author.initiative).year;
      g_array_append_val (facts->authors.rows, author);
    }
  close_table (facts, &facts->authors, G_STRUCT_OFFSET (BvFactAuthor, subject), compare_authors);
  return ok;
}

static gboolean
load_nominations (Loader *loader)
{
  BvFacts *facts = loader->facts;
  g_autoptr (BvStatement) statement = query (
    loader,
    "SELECT n.id, n.subject_id, d.year, n.form_code,"
    " d.state <> 'returned', d.id, d.title, n.state = 'proposed' AND d.state <> 'decided'"
    " AND NOT EXISTS (SELECT 1 FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id"
    " WHERE i.nomination_id = n.id AND m.state = 'closed' AND i.result = 'failed')"
    " FROM nomination n JOIN dossier d ON d.id = n.dossier_id",
    " WHERE n.subject_id IN (SELECT value FROM json_each (?1))", "");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      BvFactNomination nomination = {
        .id = bv_statement_int (statement, 0),
        .subject = bv_facts_find (facts, bv_statement_int (statement, 1)),
        .year = (gint32) bv_statement_int (statement, 2),
        .code = code_of (loader, statement, 3),
        .is_open = bv_statement_int (statement, 4) != 0,
        .dossier_id = bv_statement_int (statement, 5),
        .dossier_title = keep (loader, statement, 6),
        .is_proposed = bv_statement_int (statement, 7) != 0,
      };

      nomination.is_open = nomination.is_open && nomination.is_proposed;
      if (nomination.subject >= 0)
        g_array_append_val (facts->nominations.rows, nomination);
    }
  close_table (facts, &facts->nominations, G_STRUCT_OFFSET (BvFactNomination, subject),
               compare_dated);
  return ok;
}

static gboolean
load_attestations (Loader *loader)
{
  BvFacts *facts = loader->facts;
  g_autoptr (BvStatement)
    statement = query (loader, "SELECT nomination_id, key, holds, basis FROM attestation",
                       " WHERE nomination_id IN (SELECT id FROM nomination"
                       " WHERE subject_id IN (SELECT value FROM json_each (?1)))",
                       " ORDER BY nomination_id, key");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      BvFactAttestation attestation = { .nomination_id = bv_statement_int (statement, 0),
                                        .key = intern (statement, 1),
                                        .holds = bv_statement_int (statement, 2) != 0,
                                        .basis = keep (loader, statement, 3) };

      g_array_append_val (facts->attestations, attestation);
    }
  return ok;
}

static gboolean
load_backings (Loader *loader)
{
  BvFacts *facts = loader->facts;
  g_autoptr (BvStatement)
    statement = query (loader, "SELECT nomination_id, initiative_id FROM nomination_initiative",
                       " WHERE nomination_id IN (SELECT id FROM nomination"
                       " WHERE subject_id IN (SELECT value FROM json_each (?1)))",
                       " ORDER BY nomination_id, initiative_id");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      BvFactBacking backing = { bv_statement_int (statement, 0),
                                find_in (facts->initiatives, sizeof (BvFactInitiative),
                                         bv_statement_int (statement, 1)) };

      if (backing.initiative >= 0)
        g_array_append_val (facts->backings, backing);
    }
  return ok;
}

static gboolean
load_movements (Loader *loader)
{
  g_autoptr (BvStatement) statement = query (
    loader, "SELECT id, name, level, from_date, to_date FROM movement ORDER BY id", "", "");
  gboolean ok;

  if (statement == NULL)
    return FALSE;
  while (step (loader, statement, &ok))
    {
      BvFactMovement movement = { bv_statement_int (statement, 0), keep (loader, statement, 1),
                                  intern (statement, 2), day (statement, 3), day (statement, 4) };

      g_array_append_val (loader->facts->movements, movement);
    }
  return ok;
}

static gboolean
load_office (Loader *loader)
{
  BvFacts *facts = loader->facts;
  g_autoptr (BvStatement) settings = query (loader, "SELECT key, value FROM setting", "", "");
  gboolean ok;

  if (settings == NULL)
    return FALSE;
  while (step (loader, settings, &ok))
    g_hash_table_insert (facts->settings, (gpointer) intern (settings, 0),
                         (gpointer) keep (loader, settings, 1));
  if (!ok)
    return FALSE;
  facts->working_days = bv_working_days_load (loader->connection, loader->error);
  return facts->working_days != NULL;
}

/* ── Whom ────────────────────────────────────────────────────────────────────────────────── */

/* A collective is judged by its predecessors and its people as well. @ids: (out) (transfer full): JSON list */
static gboolean
list_ids (BvConnection *connection, gint64 subject_id, char **ids, GError **error)
{
  g_autofree char *list = NULL;

  if (!bv_connection_query_text (
        connection, &list, error,
        "WITH RECURSIVE team (id) AS (SELECT ?1"
        " UNION SELECT s.predecessor_id FROM unit_succession s JOIN team t ON s.successor_id = t.id"
        " UNION SELECT u.subject_id FROM unit u JOIN team t ON u.parent_id = t.id"
        " WHERE u.is_small = 1 AND u.kind <> 'village')"
        " SELECT json_group_array (id) FROM (SELECT id FROM team"
        " UNION SELECT person_id FROM membership WHERE unit_id IN (SELECT id FROM team))",
        "i", subject_id))
    return FALSE;
  *ids = list != NULL ? g_steal_pointer (&list) : g_strdup ("[]");
  return TRUE;
}

static BvFacts *
facts_new (gint64 subject_id)
{
  BvFacts *self = g_new0 (BvFacts, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->subject_id = subject_id;
  self->texts = g_string_chunk_new (1 << 16);
  self->codes = g_ptr_array_new ();
  self->code_indexes = g_hash_table_new (g_str_hash, g_str_equal);
  self->settings = g_hash_table_new (g_str_hash, g_str_equal);
  self->subjects = g_array_new (FALSE, FALSE, sizeof (BvFactSubject));
  self->awards.rows = g_array_new (FALSE, FALSE, sizeof (BvFactAward));
  self->ratings.rows = g_array_new (FALSE, FALSE, sizeof (BvFactRating));
  self->memberships.rows = g_array_new (FALSE, FALSE, sizeof (BvFactMembership));
  self->disciplines.rows = g_array_new (FALSE, FALSE, sizeof (BvFactDiscipline));
  self->absences.rows = g_array_new (FALSE, FALSE, sizeof (BvFactAbsence));
  self->authors.rows = g_array_new (FALSE, FALSE, sizeof (BvFactAuthor));
  self->nominations.rows = g_array_new (FALSE, FALSE, sizeof (BvFactNomination));
  self->decisions = g_array_new (FALSE, FALSE, sizeof (BvFactDecision));
  self->initiatives = g_array_new (FALSE, FALSE, sizeof (BvFactInitiative));
  self->attestations = g_array_new (FALSE, FALSE, sizeof (BvFactAttestation));
  self->backings = g_array_new (FALSE, FALSE, sizeof (BvFactBacking));
  self->movements = g_array_new (FALSE, FALSE, sizeof (BvFactMovement));
  self->successions = g_array_new (FALSE, FALSE, sizeof (BvFactSuccession));
  return self;
}

BvFacts *
bv_facts_load (BvConnection *connection, gint64 subject_id, GError **error)
{
  /* Each needs what stands before it. */
  static gboolean (*const loads[]) (Loader * loader) = {
    load_subjects,    load_successions,  load_decisions, load_awards,      load_ratings,
    load_memberships, load_disciplines,  load_absences,  load_initiatives, load_authors,
    load_nominations, load_attestations, load_backings,  load_movements,   load_office,
  };
  g_autoptr (BvFacts) self = facts_new (subject_id);
  g_autofree char *ids = NULL;
  Loader loader = { self, connection, NULL, error };

  if (subject_id != 0 && !list_ids (connection, subject_id, &ids, error))
    return NULL;
  loader.ids = ids;
  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    if (!loads[i](&loader))
      return NULL;
  bv_facts_build_units (self);
  return g_steal_pointer (&self);
}

BvFacts *
bv_facts_ref (BvFacts *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
table_clear (BvFactTable *table)
{
  g_array_unref (table->rows);
  g_free (table->start);
}

void
bv_facts_unref (BvFacts *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->codes);
  g_hash_table_unref (self->code_indexes);
  g_hash_table_unref (self->settings);
  g_array_unref (self->subjects);
  table_clear (&self->awards);
  table_clear (&self->ratings);
  table_clear (&self->memberships);
  table_clear (&self->disciplines);
  table_clear (&self->absences);
  table_clear (&self->authors);
  table_clear (&self->nominations);
  g_array_unref (self->decisions);
  g_array_unref (self->initiatives);
  g_array_unref (self->attestations);
  g_array_unref (self->backings);
  g_array_unref (self->movements);
  g_clear_pointer (&self->working_days, bv_working_days_free);
  g_array_unref (self->successions);
  g_clear_pointer (&self->children, g_array_unref);
  g_free (self->children_start);
  g_clear_pointer (&self->members, g_array_unref);
  g_free (self->members_start);
  g_clear_pointer (&self->lineage, g_array_unref);
  g_free (self->lineage_start);
  g_free (self);
}
