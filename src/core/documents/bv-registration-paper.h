// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "documents/bv-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The papers of registrations: what a unit signs (bản đăng ký thi đua), the office's synthesis of them, and the table of
 * what became of them. Numbers name the records they count as "registrations?year=2026&unit=14&form=LDTT" and, for
 * outcomes, "results?year=2026&form=LDTT&outcome=missed". */

/**
 * bv_registration_paper_build: "BẢN ĐĂNG KÝ THI ĐUA NĂM …" of one unit, with room for the signature of everybody on it.
 *
 * @date: ISO, of the paper; %NULL: the day on which it was received, and dots for the pen before that
 */
BvDocument *bv_registration_paper_build (BvConnection *connection,
                                         gint64 registration_id,
                                         const char *date,
                                         GError **error);

/**
 * bv_registration_synthesis_build: "BẢNG TỔNG HỢP ĐĂNG KÝ DANH HIỆU THI ĐUA" of the whole office: figures by unit and title
 * with who signed for each unit, who is missing, and everybody by name. %BV_DOCUMENT_ERROR_EMPTY when there is no sheet.
 *
 * @date: ISO, of the paper; %NULL: today
 */
BvDocument *bv_registration_synthesis_build (BvConnection *connection,
                                             int year,
                                             const char *date,
                                             GError **error);

/**
 * bv_registration_result_paper_build: registered, achieved, awarded: figures by title and by unit, then those who were
 * awarded without registering and those who registered and did not achieve it.
 */
BvDocument *bv_registration_result_paper_build (BvConnection *connection,
                                                int year,
                                                const char *date,
                                                GError **error);

G_END_DECLS
