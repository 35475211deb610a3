// SPDX-License-Identifier: GPL-3.0-or-later
/* The small office that tests of decisions, certificates and reports stand on. */

#include "bv-test-office.h"

#include "base/bv-text.h"
#include "office/bv-office.h"
#include "office/bv-register.h"
#include "office/bv-signer.h"
#include "store/bv-connection.h"

BvStore *
bv_test_store_new (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "thu.bangvang", NULL);
  g_autoptr (GError) error = NULL;
  BvStore *store = bv_store_open (path, BV_STORE_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

gint64
bv_test_office_set_up (BvStore *store)
{
  g_autoptr (BvOfficeSetup) setup = bv_office_setup_new ();
  BvSigner *signer = bv_signer_new ();
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  gint64 office = 0;

  g_ptr_array_add (setup->periods, bv_office_period_suggest ("district", "huyện Mường La",
                                                             "tỉnh Sơn La", "2004-01-01"));
  bv_text_set (&signer->name, "Lò Văn Thử");
  bv_text_set (&signer->post, "PHÓ CHỦ TỊCH");
  bv_text_set (&signer->prefix, "KT.");
  bv_text_set (&signer->on_behalf_of, "CHỦ TỊCH");
  signer->is_default = TRUE;
  g_ptr_array_add (setup->signers, signer);
  bv_office_set_up (store, setup, NULL, &error);
  g_assert_no_error (error);
  lease = bv_store_lease (store, &error);
  g_assert_no_error (error);
  bv_connection_query_int (bv_lease_connection (lease), &office, 0, &error,
                           "SELECT subject_id FROM unit WHERE parent_id IS NULL", "");
  g_assert_no_error (error);
  g_assert_cmpint (office, >, 0);
  return office;
}

gint64
bv_test_office_add_unit (BvStore *store,
                         const char *name,
                         const char *kind,
                         gint64 parent_id,
                         gboolean is_small)
{
  g_autoptr (BvUnit) unit = bv_unit_new ();
  g_autoptr (GError) error = NULL;

  bv_text_set (&unit->name, name);
  bv_text_set (&unit->kind, kind);
  unit->parent_id = parent_id;
  unit->is_small = is_small;
  bv_register_save_unit (store, unit, NULL, &error);
  g_assert_no_error (error);
  return unit->id;
}

gint64
bv_test_office_add_person (BvStore *store,
                           const char *name,
                           const char *sex,
                           const char *ethnic_group,
                           gint64 unit_id,
                           const char *post,
                           const char *leader_class)
{
  g_autoptr (BvPerson) person = bv_person_new ();
  g_autoptr (BvMembership) membership = bv_membership_new ();
  g_autoptr (GError) error = NULL;

  bv_text_set (&person->name, name);
  bv_text_set (&person->sex, sex);
  bv_text_set (&person->ethnic_group, ethnic_group);
  membership->unit_id = unit_id;
  bv_text_set (&membership->post, post);
  bv_text_set (&membership->leader_class, leader_class);
  membership->is_primary = TRUE;
  bv_register_save_person_in (store, person, membership, NULL, &error);
  g_assert_no_error (error);
  return person->id;
}

gint64
bv_test_office_add_household (BvStore *store, const char *name, gint64 unit_id, gint64 head_id)
{
  g_autoptr (BvHousehold) household = bv_household_new ();
  g_autoptr (GError) error = NULL;

  bv_text_set (&household->name, name);
  household->unit_id = unit_id;
  household->head_id = head_id;
  bv_register_save_household (store, household, NULL, &error);
  g_assert_no_error (error);
  return household->id;
}
