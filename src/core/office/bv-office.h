// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"
#include "office/bv-setting.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvOfficePeriod: the office as it was from a date on: a district until 30/6/2025, a commune
 * afterwards. A document bears the names of the period its date falls into.
 */
typedef struct
{
  gint64 id;           /* 0: not stored yet */
  char *from_date;     /* ISO; the last period that began on or before a date applies on it */
  char *level;         /* bv_office_levels: "district", "commune", "province", "ministry_unit" */
  char *superior_name; /* "Ủy ban nhân dân tỉnh Sơn La"; "" if none */
  char *name;          /* "Ủy ban nhân dân huyện Mường La" */
  char *area_name;     /* "huyện Mường La" */
  char *place;         /* "Mường La", before the date */
  char *department;    /* "Phòng Nội vụ" */
  char *symbol;        /* "UBND", in 05/QĐ-UBND */
  char *department_symbol; /* "PNV", in 05/TTr-PNV */
} BvOfficePeriod;

extern const BvChoice bv_office_levels[];

/** An empty one (id 0, texts "", those that may be absent %NULL, level district), a deep copy, and its end; %NULL is
 * let be. */
BvOfficePeriod *bv_office_period_new (void);
BvOfficePeriod *bv_office_period_copy (const BvOfficePeriod *self);
void bv_office_period_free (BvOfficePeriod *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvOfficePeriod, bv_office_period_free)

/**
 * bv_office_period_suggest: the usual names of an office, for the assistant to show and the officer
 * to correct: level "district" and area "huyện Mường La" give "Ủy ban nhân dân huyện Mường La",
 * place "Mường La", "Phòng Nội vụ", "UBND", "PNV"; a commune gets "Phòng Văn hóa - Xã hội",
 * "PVHXH".
 *
 * @superior_area: "tỉnh Sơn La", (nullable)
 */
BvOfficePeriod *bv_office_period_suggest (const char *level,
                                          const char *area_name,
                                          const char *superior_area,
                                          const char *from_date);

/** (element-type BvProblem) (transfer full): empty when it may be saved. */
GPtrArray *bv_office_period_validate (const BvOfficePeriod *self);

/** bv_office_period_on: the period that applies on @date (the earliest one for a date before all).
 * Returns: (transfer full): %NULL with %BV_STORE_ERROR_NOT_FOUND when the office is not set up. */
BvOfficePeriod *bv_office_period_on (BvConnection *connection, const char *date, GError **error);
/** (element-type BvOfficePeriod) (transfer full): oldest first. */
GPtrArray *bv_office_period_list (BvConnection *connection, GError **error);
/** Id 0: insert, and the id is filled in. */
gboolean bv_office_period_save (BvConnection *connection, BvOfficePeriod *self, GError **error);
/** Refused in words when they are the only names of the office. */
gboolean bv_office_period_delete (BvConnection *connection, gint64 id, GError **error);

/** Whether the first-run assistant has been through. */
gboolean bv_office_is_set_up (BvConnection *connection, gboolean *is_set_up, GError **error);

/* ── Words for documents ─────────────────────────────────────────────────────────────────── */

/** Who issues the paper: its letterhead and symbol differ. */
typedef enum
{
  BV_ISSUER_COMMITTEE,  /* Ủy ban nhân dân: one bold line; decisions, plans, reports to above */
  BV_ISSUER_DEPARTMENT, /* Phòng Nội vụ: the committee above, the department bold under it */
} BvIssuer;

/** BvLetterhead: the two boxes at the top of a document, Decree 30/2020, Appendix I. */
typedef struct
{
  char *superior; /* in capitals, regular; "" when the issuer has no line above */
  char *issuer;   /* in capitals, bold, ruled */
  char *nation;   /* "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" */
  char *motto;    /* "Độc lập - Tự do - Hạnh phúc" */
  char *place;    /* "Mường La", before ", ngày … tháng … năm …" */
} BvLetterhead;

/** As @issuer heads its papers; (transfer full). %NULL may be freed. */
BvLetterhead *bv_office_period_letterhead (const BvOfficePeriod *self, BvIssuer issuer);
void bv_letterhead_free (BvLetterhead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvLetterhead, bv_letterhead_free)

/** "05/QĐ-UBND": @number 5 and type "QĐ"; numbers below 10 get a 0; 0 leaves it open:
 * "…/QĐ-UBND". */
char *bv_office_period_number (const BvOfficePeriod *self,
                               BvIssuer issuer,
                               gint64 number,
                               const char *type);
/** The chairman who decides: "Chủ tịch Ủy ban nhân dân huyện Mường La". */
char *bv_office_period_chairman (const BvOfficePeriod *self);
/** bv_office_period_department_post: the post of whoever heads the department, by the kind of department: "Trưởng
 * phòng", "Giám đốc" of a Sở, "Chánh Văn phòng", "Trưởng ban"; "Thủ trưởng" where the kind is unknown. (transfer none) */
const char *bv_office_period_department_post (const BvOfficePeriod *self);
/** The same with the department's name: "Trưởng phòng Nội vụ", "Giám đốc Sở Nội vụ"; (transfer full). */
char *bv_office_period_department_head (const BvOfficePeriod *self);
/** "Mường La, ngày 27 tháng 3 năm 2023"; @date %NULL leaves dots for the pen. */
char *bv_office_period_place_and_date (const BvOfficePeriod *self, const char *date);
/** The level of the decisions this office makes: "province", "district", "commune", "unit". */
const char *bv_office_period_decision_level (const BvOfficePeriod *self);

/* ── First run ───────────────────────────────────────────────────────────────────────────── */

/** BvOfficeSetup: what the first-run assistant gathers. */
typedef struct
{
  GPtrArray *periods; /* (element-type BvOfficePeriod), at least one */
  GPtrArray *signers; /* (element-type BvSigner), may be empty */
  BvNameOrder name_order;
  BvWordsStyle words_style;
  BvLedgerScope ledger_scope;
} BvOfficeSetup;

/** No periods, no signers. %NULL may be freed. */
BvOfficeSetup *bv_office_setup_new (void);
void bv_office_setup_free (BvOfficeSetup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvOfficeSetup, bv_office_setup_free)

/** Fields are named "periods[0].name", "signers[1].post". (element-type BvProblem) */
GPtrArray *bv_office_setup_validate (const BvOfficeSetup *self);

/**
 * bv_office_set_up: stores all of it in one act, seeds the base-salary table from
 * data/regimes/base-salary.json, and makes the office itself the root of the units ("authority",
 * named as today) when there is no unit yet. An office that is already set up gives
 * %BV_VALUE_ERROR_DUPLICATE.
 */
gboolean
bv_office_set_up (BvStore *store, const BvOfficeSetup *setup, gint64 *act_id, GError **error);
/** The same for callers that are inside an act already (the demo district). */
gboolean bv_office_set_up_in (BvConnection *connection, const BvOfficeSetup *setup, GError **error);

/* ── Acts ────────────────────────────────────────────────────────────────────────────────── */

/** One act each. @period: id 0 is inserted and the id filled in. @act_id: (out) (optional): for undo. */
gboolean
bv_office_save_period (BvStore *store, BvOfficePeriod *period, gint64 *act_id, GError **error);
gboolean bv_office_delete_period (BvStore *store, gint64 id, gint64 *act_id, GError **error);

G_END_DECLS
