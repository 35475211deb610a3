// SPDX-License-Identifier: GPL-3.0-or-later
/* What a unit is, by the first words of its name: lists name units without saying of what kind. */

#define G_LOG_DOMAIN "bv-exchange"

#include "base/bv-text.h"
#include "exchange/bv-import-pass.h"

#include <string.h>

/* The first that fits counts: the longer stand before the shorter. */
static const struct
{
  const char *begin; /* of the key of the name */
  const char *kind;
} unit_begins[] = {
  { "uy ban mat tran", "mass_organisation" },
  { "uy ban nhan dan", "authority" },
  { "hoi dong nhan dan", "authority" },
  { "xa ", "commune" },
  { "phuong ", "ward" },
  { "thi tran ", "town" },
  { "ban chap hanh", "party" },
  { "ban to chuc", "party" },
  { "ban tuyen giao", "party" },
  { "ban dan van", "party" },
  { "ban chi huy quan su", "armed_forces" },
  { "ban quan ly", "public_service" },
  { "ban ", "village" },
  { "thon ", "village" },
  { "tieu khu ", "village" },
  { "to dan pho", "village" },
  { "khu pho", "village" },
  { "khoi pho", "village" },
  { "huyen uy", "party" },
  { "dang uy", "party" },
  { "chi bo", "party" },
  { "dang bo", "party" },
  { "van phong huyen uy", "party" },
  { "van phong dang uy", "party" },
  { "uy ban kiem tra", "party" },
  { "trung tam chinh tri", "party" },
  { "hoi lien hiep", "mass_organisation" },
  { "hoi nong dan", "mass_organisation" },
  { "hoi cuu chien binh", "mass_organisation" },
  { "hoi ", "mass_organisation" },
  { "doan thanh nien", "mass_organisation" },
  { "huyen doan", "mass_organisation" },
  { "lien doan lao dong", "mass_organisation" },
  { "cong doan", "mass_organisation" },
  { "mat tran", "mass_organisation" },
  { "chi hoi", "mass_organisation" },
  { "chi doan", "mass_organisation" },
  { "kho bac", "central_body" },
  { "ngan hang", "central_body" },
  { "bao hiem xa hoi", "central_body" },
  { "chi cuc thue", "central_body" },
  { "chi cuc thi hanh an", "central_body" },
  { "chi cuc thong ke", "central_body" },
  { "toa an", "central_body" },
  { "vien kiem sat", "central_body" },
  { "cong an", "armed_forces" },
  { "don bien phong", "armed_forces" },
  { "phong ", "administration" },
  { "van phong", "administration" },
  { "thanh tra", "administration" },
  { "so ", "administration" },
  { "chi cuc", "administration" },
  { "truong ban", "" }, /* a post, not a school */
  { "truong phong", "" },
  { "truong ", "school" },
  { "trung tam", "public_service" },
  { "tram ", "public_service" },
  { "benh vien", "public_service" },
  { "dai ", "public_service" },
  { "hat kiem lam", "public_service" },
  { "hop tac xa", "cooperative" },
  { "to hop tac", "cooperative" },
  { "cong ty", "enterprise" },
  { "doanh nghiep", "enterprise" },
  { "chi nhanh", "enterprise" },
  { "buu dien", "enterprise" },
  { "dien luc", "enterprise" },
  { "to ", "other" },
  { "doi ", "other" },
  { "khoa ", "other" },
  { "tap the", "other" },
};

static const char *
find_begin (const char *name)
{
  g_autofree char *key = bv_import_unit_key (name);
  g_autofree char *text = g_strconcat (key, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (unit_begins); i++)
    if (g_str_has_prefix (text, unit_begins[i].begin))
      return unit_begins[i].kind;
  return "";
}

const char *
bv_import_guess_unit_kind (const char *name)
{
  const char *kind = find_begin (name);

  return *kind != '\0' ? kind : "other";
}

gboolean
bv_import_looks_like_unit (const char *name)
{
  g_autofree char *fold = bv_text_fold (name);

  /* "Phòng" begins offices, "To" and "Đội" may begin names: they need more than a name's words. */
  if (g_str_has_prefix (fold, "to ") || g_str_has_prefix (fold, "doi ")
      || g_str_has_prefix (fold, "dai ") || g_str_has_prefix (fold, "so ")
      || g_str_has_prefix (fold, "ban "))
    {
      g_autofree char *marks = bv_text_fold_marks (name);

      return g_str_has_prefix (marks, "tổ ") || g_str_has_prefix (marks, "đội ")
             || g_str_has_prefix (marks, "đài ") || g_str_has_prefix (marks, "sở ")
             || g_str_has_prefix (marks, "bản ") || g_str_has_prefix (marks, "ban ");
    }
  return *find_begin (name) != '\0';
}

gboolean
bv_import_is_small_unit (const char *name)
{
  static const char *const begins[] = { "phong ", "ban ",  "to ",       "doi ",
                                        "khoa ",  "thon ", "tieu khu ", "phan xuong " };
  g_autofree char *fold = bv_text_fold (name);

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    if (g_str_has_prefix (fold, begins[i]))
      return TRUE;
  return FALSE;
}
