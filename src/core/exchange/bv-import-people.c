// SPDX-License-Identifier: GPL-3.0-or-later
/* A table of people: new ones are made with their post, known ones take over what the table says
 * differently. Empty cells change nothing. */

#define G_LOG_DOMAIN "bv-exchange"

#include "base/bv-date.h"
#include "base/bv-text.h"
#include "exchange/bv-import-person.h"
#include "office/bv-membership.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
take (char **place, const char *text)
{
  if (text == NULL || *text == '\0' || g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

/* A year says no more than a date of that year. */
static gboolean
take_birth (BvPerson *stored, const char *birth)
{
  if (birth == NULL
      || (strlen (birth) == 4 && bv_date_year (stored->birth) == bv_date_year (birth)))
    return FALSE;
  return take (&stored->birth, birth);
}

static gboolean
take_person (BvPerson *stored, const BvPerson *read)
{
  gboolean changed = FALSE;

  /* The old and the new place of a tone are one name: what is stored stays. */
  g_autofree char *a = bv_text_fold_marks (stored->name);
  g_autofree char *b = bv_text_fold_marks (read->name);
  if (strcmp (a, b) != 0)
    changed |= take (&stored->name, read->name);
  changed |= take (&stored->code, read->code);
  changed |= take (&stored->note, read->note);
  changed |= take (&stored->honorific, read->honorific);
  changed |= take_birth (stored, read->birth);
  changed |= take (&stored->sex, read->sex);
  changed |= take (&stored->ethnic_group, read->ethnic_group);
  changed |= take (&stored->party_since, read->party_since);
  changed |= take (&stored->worker_class, read->worker_class);
  changed |= take (&stored->home, read->home);
  changed |= take (&stored->address, read->address);
  changed |= take (&stored->phone, read->phone);
  if (read->is_party_member && !stored->is_party_member)
    changed = stored->is_party_member = TRUE;
  return changed;
}

/* The post in force in @unit_id, else the primary one in force. */
static BvMembership *
find_membership (GPtrArray *list, gint64 unit_id)
{
  for (guint i = 0; i < list->len; i++)
    {
      BvMembership *membership = list->pdata[i];

      if (membership->to_date == NULL && membership->unit_id == unit_id)
        return membership;
    }
  for (guint i = 0; i < list->len; i++)
    {
      BvMembership *membership = list->pdata[i];

      if (membership->to_date == NULL && membership->is_primary)
        return membership;
    }
  return NULL;
}

/* Whether somebody known has been in the unit before, so that an older table moves nobody back. */
static gboolean
was_there (GPtrArray *list, gint64 unit_id)
{
  for (guint i = 0; i < list->len; i++)
    if (((const BvMembership *) list->pdata[i])->unit_id == unit_id)
      return TRUE;
  return FALSE;
}

static gboolean
move (BvImportPass *pass,
      const BvImportPerson *self,
      gint64 id,
      gint64 unit_id,
      BvMembership *from,
      GError **error)
{
  g_autoptr (BvMembership) to = NULL;
  g_autofree char *date = bv_import_pass_date (pass, "from_date");
  const char *since = date != NULL ? date : pass->settings->effective_date;
  g_autofree char *shown = bv_date_format_short (since);
  int order = from != NULL && from->from_date != NULL ? strcmp (since, from->from_date) : 1;

  if (order < 0)
    {
      bv_import_pass_find (pass, "unit", BV_IMPORT_ERROR,
                           /* Translators: a unit, and a date. */
                           _ ("The post in “%s” begins later than %s: the move cannot be dated."),
                           from->unit_name, shown);
      return TRUE;
    }
  if (from != NULL && !pass->is_writing)
    bv_import_pass_find (pass, "unit", BV_IMPORT_WARNING,
                         /* Translators: two units and a date. */
                         _ ("Moves from “%s” to “%s” on %s."), from->unit_name,
                         bv_import_index_get_unit_name (pass->index, unit_id), shown);
  if (!pass->is_writing)
    return TRUE;
  to = bv_membership_new ();
  to->person_id = id;
  to->unit_id = unit_id;
  take (&to->post, self->post);
  take (&to->leader_class, self->leader_class);
  if (order == 0)
    {
      /* A post that would last no day, as after a merger: the table says where its holder came to on that day. */
      from->unit_id = unit_id;
      take (&from->post, self->post);
      take (&from->leader_class, self->leader_class);
      return bv_membership_save (pass->connection, from, error);
    }
  if (from == NULL)
    {
      take (&to->from_date, date);
      return bv_membership_save (pass->connection, to, error);
    }
  take (&to->from_date, since);
  return bv_membership_transfer (pass->connection, to, error);
}

static gboolean
update_membership (BvImportPass *pass,
                   const BvImportPerson *self,
                   gint64 id,
                   gint64 unit_id,
                   gboolean *changed,
                   GError **error)
{
  g_autoptr (GPtrArray) list = bv_membership_list (pass->connection, id, error);
  BvMembership *stored;

  if (list == NULL)
    return FALSE;
  stored = find_membership (list, unit_id);
  if (unit_id != 0 && (stored == NULL || stored->unit_id != unit_id))
    {
      if (stored != NULL && was_there (list, unit_id))
        {
          bv_import_pass_find (pass, "unit", BV_IMPORT_WARNING,
                               _ ("Has left this unit for “%s”; the post stays as it is."),
                               stored->unit_name);
          return TRUE;
        }
      *changed = TRUE;
      return !pass->settings->update || move (pass, self, id, unit_id, stored, error);
    }
  if (stored == NULL)
    return TRUE;
  gboolean differs = take (&stored->post, self->post);
  differs |= *self->leader_class != '\0' && take (&stored->leader_class, self->leader_class);
  *changed |= differs;
  return !differs || !pass->is_writing || !pass->settings->update
         || bv_membership_save (pass->connection, stored, error);
}

static gboolean
update_person (BvImportPass *pass,
               const BvImportPerson *self,
               gint64 id,
               gint64 unit_id,
               GError **error)
{
  g_autoptr (BvPerson) stored = bv_person_load (pass->connection, id, error);
  gboolean changed, moved = FALSE;

  if (stored == NULL)
    return FALSE;
  g_autofree char *old_name = g_strdup (stored->name);
  changed = take_person (stored, self->person);
  if (!update_membership (pass, self, id, unit_id, &moved, error))
    return FALSE;
  if (!changed && !moved)
    {
      bv_import_pass_set_status (pass, BV_IMPORT_ROW_UNCHANGED);
      return TRUE;
    }
  if (!pass->settings->update)
    {
      bv_import_pass_find (pass, NULL, BV_IMPORT_WARNING,
                           _ ("The register says otherwise and is left as it is."));
      bv_import_pass_set_status (pass, BV_IMPORT_ROW_UNCHANGED);
      return TRUE;
    }
  if (strcmp (old_name, stored->name) != 0)
    bv_import_pass_find (pass, "name", BV_IMPORT_WARNING,
                         /* Translators: %s is the name so far. */
                         _ ("The register has the identity number under the name “%s”."), old_name);
  bv_import_pass_set_status (pass, BV_IMPORT_ROW_UPDATED);
  return !changed || !pass->is_writing || bv_person_save (pass->connection, stored, error);
}

gboolean
bv_import_people_row (BvImportPass *pass, GError **error)
{
  g_autoptr (BvImportPerson) self = bv_import_person_read (pass);
  const char *unit_code = bv_import_pass_column (pass, "unit") >= 0 ? "unit" : "post_unit";
  gint64 unit_id, id = 0;

  if (!bv_import_pass_unit (pass, unit_code, self->unit, 0, &unit_id, error))
    return FALSE;
  if (bv_import_pass_column (pass, "from_date") >= 0)
    {
      g_autofree char *since = bv_import_pass_date (pass, "from_date"); /* checked here */
    }
  if (pass->has_error)
    return TRUE;

  g_autofree char *fold = bv_text_fold (self->person->name);
  g_autofree char *key = self->person->code != NULL && *self->person->code != '\0'
                           ? g_strdup_printf ("#%s", self->person->code)
                           : g_strdup_printf ("%s|%d|%" G_GINT64_FORMAT, fold,
                                              bv_date_year (self->person->birth), unit_id);
  if (*key == '#' && bv_import_pass_is_taken (pass, key + 1, fold))
    return TRUE;
  if (bv_import_pass_is_repeated (pass, key))
    return TRUE;
  bv_import_person_match (pass, self, unit_id, &id);
  if (pass->has_error)
    return TRUE;
  if (id < 0)
    {
      /* Somebody further up in this table, whom the key did not tell. */
      bv_import_pass_find (pass, "name", BV_IMPORT_WARNING,
                           _ ("This person stands in the table already: the row is left out."));
      return TRUE;
    }
  if (id > 0)
    return update_person (pass, self, id, unit_id, error);
  bv_import_pass_set_status (pass, BV_IMPORT_ROW_NEW);
  return bv_import_person_insert (pass, self, unit_id, &id, error);
}
