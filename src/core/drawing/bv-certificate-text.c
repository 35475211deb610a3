// SPDX-License-Identifier: GPL-3.0-or-later
/* The texts of a certificate's fields: the words of the paper itself, in Vietnamese whatever the
 * language of the program, and the sentences for what is missing, in the officer's language. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-certificate-private.h"

#include "base/bv-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
long_date (const char *iso, char **cached_iso, char **cached)
{
  if (!iso || !*iso)
    return "";
  if (g_strcmp0 (iso, *cached_iso) != 0)
    {
      g_free (*cached_iso);
      g_free (*cached);
      *cached_iso = g_strdup (iso);
      *cached = bv_date_format_long (iso);
    }
  return *cached;
}

static const char *
title_text (const BvCertificate *c)
{
  /* Words of the paper itself: Vietnamese whatever the language of the program. */
  if (c->honorific && *c->honorific)
    return c->honorific;
  switch (c->kind)
    {
    case BV_SUBJECT_UNIT:
      return "Tập thể";
    case BV_SUBJECT_HOUSEHOLD:
      return "Hộ gia đình";
    case BV_SUBJECT_PERSON:
    default:
      return "Ông (Bà)";
    }
}

/* A household that is recorded as "Hộ gia đình ông Lò Văn Pâng" does not get the words twice. */
static const char *
name_text (const BvCertificate *c)
{
  static const char *const doubled[] = { "Hộ gia đình ", "Hộ ", "Tập thể " };
  const char *name = c->name ? c->name : "";
  if (c->kind == BV_SUBJECT_PERSON || (c->honorific && *c->honorific))
    return name;
  for (guint i = 0; i < G_N_ELEMENTS (doubled); i++)
    if (g_str_has_prefix (name, doubled[i]))
      return name + strlen (doubled[i]);
  return name;
}

/* @buffer holds what is put together here, until the next call for the same field. */
const char *
bv_certificate_field_text (BvCertificatePainter *self,
                           const BvCertificate *c,
                           BvCertificateField field,
                           GString *buffer)
{
  const char *text = NULL;
  switch (field)
    {
    case BV_CERTIFICATE_FIELD_ISSUER:
      text = c->issuer;
      break;
    case BV_CERTIFICATE_FIELD_VERB:
      text = c->is_posthumous ? "Truy tặng" : "Tặng";
      break;
    case BV_CERTIFICATE_FIELD_TITLE:
      text = title_text (c);
      break;
    case BV_CERTIFICATE_FIELD_NAME:
      text = name_text (c);
      break;
    case BV_CERTIFICATE_FIELD_DETAIL:
      text = c->detail;
      break;
    case BV_CERTIFICATE_FIELD_ACHIEVEMENT:
      text = c->achievement;
      break;
    case BV_CERTIFICATE_FIELD_YEAR:
      if (c->year > 0)
        g_string_printf (buffer, "%d", c->year);
      else
        g_string_truncate (buffer, 0);
      text = buffer->str;
      break;
    case BV_CERTIFICATE_FIELD_DECISION_NUMBER:
      text = c->decision_number;
      break;
    case BV_CERTIFICATE_FIELD_DECISION_DATE:
      text = long_date (c->decision_date, &self->decision_iso, &self->decision_date);
      break;
    case BV_CERTIFICATE_FIELD_LEDGER:
      text = c->ledger;
      break;
    case BV_CERTIFICATE_FIELD_PLACE:
      text = c->place;
      break;
    case BV_CERTIFICATE_FIELD_DATE:
      text = long_date (c->date && *c->date ? c->date : c->decision_date, &self->date_iso,
                        &self->date);
      break;
    case BV_CERTIFICATE_FIELD_SIGNER_FOR:
      g_string_truncate (buffer, 0);
      if (c->signer_on_behalf_of && *c->signer_on_behalf_of)
        g_string_printf (buffer, "%s %s", c->signer_prefix ? c->signer_prefix : "",
                         c->signer_on_behalf_of);
      text = buffer->str;
      break;
    case BV_CERTIFICATE_FIELD_SIGNER_POST:
      /* "Q. CHỦ TỊCH" is one line; the other prefixes stand before whom one signs for. */
      g_string_truncate (buffer, 0);
      if (c->signer_prefix && *c->signer_prefix
          && !(c->signer_on_behalf_of && *c->signer_on_behalf_of))
        g_string_printf (buffer, "%s ", c->signer_prefix);
      g_string_append (buffer, c->signer_post ? c->signer_post : "");
      text = buffer->str;
      break;
    case BV_CERTIFICATE_FIELD_SIGNER_NAME:
      text = c->signer_name;
      break;
    case BV_CERTIFICATE_FIELD_WORK:
      text = c->work;
      break;
    case BV_CERTIFICATE_FIELD_REACH:
      text = c->reach;
      break;
    case BV_CERTIFICATE_FIELD_APPLIED:
      text = c->applied;
      break;
    case BV_CERTIFICATE_FIELD_NONE:
    case BV_CERTIFICATE_N_FIELDS:
    default:
      break;
    }
  return text ? text : "";
}

gboolean
bv_certificate_is_unbreakable (const BvCertificate *c, BvCertificateField field)
{
  return field == BV_CERTIFICATE_FIELD_SIGNER_NAME
         || (field == BV_CERTIFICATE_FIELD_NAME && c->kind == BV_SUBJECT_PERSON);
}

/* The words for a field that is empty, in the officer's language. */
const char *
bv_certificate_missing_message (BvCertificateField field)
{
  switch (field)
    {
    case BV_CERTIFICATE_FIELD_ISSUER:
      return _ ("The issuer of the decision is empty: the certificate needs it.");
    case BV_CERTIFICATE_FIELD_NAME:
      return _ ("The name is empty: the certificate needs it.");
    case BV_CERTIFICATE_FIELD_ACHIEVEMENT:
      return _ ("The achievement is empty: the certificate needs it.");
    case BV_CERTIFICATE_FIELD_DECISION_NUMBER:
    case BV_CERTIFICATE_FIELD_DECISION_DATE:
    case BV_CERTIFICATE_FIELD_DATE:
      return _ ("The decision has no number and date yet: issue it first.");
    case BV_CERTIFICATE_FIELD_PLACE:
      return _ ("The place before the date is empty: the certificate needs it.");
    case BV_CERTIFICATE_FIELD_SIGNER_POST:
    case BV_CERTIFICATE_FIELD_SIGNER_NAME:
      return _ ("The decision names no signer: the certificate needs one.");
    default:
      return _ ("A text that the certificate's template asks for is empty.");
    }
}
