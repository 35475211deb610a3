// SPDX-License-Identifier: GPL-3.0-or-later
/* Giấy chứng nhận sáng kiến: from recognised initiatives to the certificates of their authors. */

#define G_LOG_DOMAIN "bv-documents"

#include "documents/bv-certificates-private.h"

#include "base/bv-error.h"
#include "base/bv-number.h"
#include "merit/bv-initiative-session.h"
#include "merit/bv-initiative.h"
#include "office/bv-office.h"
#include "office/bv-person.h"
#include "office/bv-signer.h"

#include <glib/gi18n-lib.h>

#define TEMPLATE "sang-kien"

typedef struct
{
  BvConnection *connection;
  const BvInitiativeCertificates *wanted;
  BvCertificateTemplate *template_;
  BvCertificates *certificates;
} Loading;

/* What the author made, as the paper calls it. */
static const char *
name_kind (const char *kind)
{
  static const char *const kinds[][2] = {
    { "research", "đề tài nghiên cứu khoa học" },
    { "scheme", "đề án" },
    { "legal_document", "văn bản quy phạm pháp luật" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i][0]))
      return kinds[i][1];
  return "sáng kiến";
}

/* "Là đồng tác giả, tỷ lệ đóng góp 60%, của sáng kiến". */
static char *
describe_part (const BvInitiative *initiative, const BvInitiativeAuthor *author)
{
  const char *kind = name_kind (initiative->kind);
  g_autofree char *share = NULL;

  if (initiative->authors->len == 1)
    return g_strdup_printf ("Là tác giả của %s", kind);
  share = bv_number_format_hundredths (author->share);
  return g_strdup_printf ("Là đồng tác giả (tỷ lệ đóng góp %s%%) của %s", share, kind);
}

static char *
describe_reach (const BvInitiative *initiative)
{
  const char *scope = g_str_equal (initiative->scope, "national")   ? "toàn quốc"
                      : g_str_equal (initiative->scope, "province") ? "cấp tỉnh"
                                                                    : "cấp cơ sở";

  return g_strdup_printf ("Phạm vi ảnh hưởng: %s", scope);
}

static const char *
get_honorific (const BvPerson *person)
{
  if (*person->honorific != '\0')
    return person->honorific;
  return g_str_equal (person->sex, "female") ? "Bà"
         : g_str_equal (person->sex, "male") ? "Ông"
                                             : "";
}

/* Everything but the author's own texts. */
static gboolean
prepare (Loading *self, const BvInitiative *initiative, BvCertificate *texts, GError **error)
{
  BvCertificates *batch = self->certificates;
  g_autoptr (BvOfficePeriod)
    office = bv_office_period_on (self->connection, initiative->recognised_on, error);
  g_autoptr (BvSigner) signer = NULL;
  g_autofree char *title = g_strdup_printf ("“%s”", initiative->title);
  g_autofree char *reach = describe_reach (initiative);
  g_autofree char *applied = *initiative->unit_name != '\0'
                               ? g_strdup_printf ("Áp dụng lần đầu tại %s", initiative->unit_name)
                               : NULL;

  if (office == NULL
      || !bv_signer_default_on (self->connection, initiative->recognised_on, &signer, error))
    return FALSE;
  *texts = (BvCertificate){
    .template_ = self->template_,
    .kind = BV_SUBJECT_PERSON,
    .work = bv_certificates_keep (batch, title),
    .reach = bv_certificates_keep (batch, reach),
    .applied = bv_certificates_keep (batch, applied),
    .year = initiative->year,
    .issuer = bv_certificates_keep (batch, initiative->recognised_by),
    .decision_number = bv_certificates_keep (batch, initiative->recognition_number),
    .decision_date = bv_certificates_keep (batch, initiative->recognised_on),
    .place = bv_certificates_keep (batch, office->place),
  };
  if (signer != NULL)
    bv_certificates_sign (batch, texts, signer->prefix, signer->on_behalf_of, signer->post,
                          signer->name);
  return TRUE;
}

static gboolean
is_ours (Loading *self, const BvInitiative *initiative, gboolean *ours, GError **error)
{
  g_autoptr (BvOfficePeriod)
    office = bv_office_period_on (self->connection, initiative->recognised_on, error);
  g_autofree char *chairman = office != NULL ? bv_office_period_chairman (office) : NULL;

  *ours = chairman != NULL && g_str_equal (chairman, initiative->recognised_by);
  return office != NULL;
}

static gboolean
add_initiative (Loading *self, const BvInitiative *initiative, GError **error)
{
  BvCertificate texts;
  gboolean ours;

  if (!is_ours (self, initiative, &ours, error))
    return FALSE;
  if (!ours)
    {
      self->certificates->n_skipped++;
      return TRUE;
    }
  if (!prepare (self, initiative, &texts, error))
    return FALSE;
  for (guint i = 0; i < initiative->authors->len; i++)
    {
      const BvInitiativeAuthor *author = g_ptr_array_index (initiative->authors, i);
      g_autoptr (BvPerson) person = NULL;
      g_autofree char *part = NULL;
      BvCertificatePage page = { .id = initiative->id };

      if (self->wanted->person_id != 0 && author->person_id != self->wanted->person_id)
        continue;
      person = bv_person_load (self->connection, author->person_id, error);
      if (person == NULL)
        return FALSE;
      part = describe_part (initiative, author);
      texts.honorific = bv_certificates_keep (self->certificates, get_honorific (person));
      texts.name = bv_certificates_keep (self->certificates, author->name);
      texts.detail = bv_certificates_keep (self->certificates, author->detail);
      texts.achievement = bv_certificates_keep (self->certificates, part);
      page.template_ = bv_certificate_template_ref (self->template_);
      page.texts = texts;
      g_array_append_val (self->certificates->pages, page);
    }
  return TRUE;
}

static gboolean
add_session (Loading *self, GError **error)
{
  g_autoptr (BvInitiativeScale) scale = bv_initiative_scale_load (self->connection, error);
  g_autoptr (GPtrArray) items = NULL;

  if (scale != NULL)
    items = bv_initiative_session_list_items (self->connection, scale, self->wanted->session_id,
                                              error);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const BvInitiative *one = ((BvInitiativeItem *) items->pdata[i])->initiative;

      if (one->state == BV_INITIATIVE_RECOGNISED && !add_initiative (self, one, error))
        return FALSE;
    }
  return items != NULL;
}

static gboolean
add_one (Loading *self, GError **error)
{
  g_autoptr (BvInitiative)
    one = bv_initiative_load (self->connection, self->wanted->initiative_id, error);

  if (one == NULL)
    return FALSE;
  return one->state != BV_INITIATIVE_RECOGNISED || add_initiative (self, one, error);
}

BvCertificates *
bv_certificates_load_initiatives (BvConnection *connection,
                                  const BvInitiativeCertificates *wanted,
                                  GError **error)
{
  g_autoptr (BvCertificates) certificates = bv_certificates_new ();
  g_autoptr (BvCertificateTemplate) template_ = bv_certificates_load_template (
    wanted->template_id != NULL ? wanted->template_id : TEMPLATE, error);
  Loading self = { connection, wanted, template_, certificates };
  const BvCertificatePage *first;

  if (template_ == NULL
      || !(wanted->initiative_id != 0 ? add_one (&self, error) : add_session (&self, error)))
    return NULL;
  if (certificates->pages->len == 0)
    {
      g_set_error_literal (
        error, BV_DOCUMENT_ERROR, BV_DOCUMENT_ERROR_EMPTY,
        certificates->n_skipped > 0
          ? _ ("Another body recognised this: the certificate is theirs to give.")
          : _ ("Nothing is recognised yet: decide first, then print."));
      return NULL;
    }
  first = &g_array_index (certificates->pages, BvCertificatePage, 0);
  if (!bv_certificates_load_artwork (certificates, connection, first->texts.decision_date, error))
    return NULL;
  certificates->title = g_strdup_printf ("Giấy chứng nhận sáng kiến theo Quyết định số %s",
                                         first->texts.decision_number);
  return g_steal_pointer (&certificates);
}
