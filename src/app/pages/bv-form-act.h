// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-act.h"
#include "widgets/bv-form.h"

G_BEGIN_DECLS

/** BvFormCheckFunc: what stands against @data, on a worker: (element-type BvProblem) (transfer full); %NULL with @error
 * when the file could not be read. It does not change @data. */
typedef GPtrArray *(*BvFormCheckFunc) (BvConnection *connection, gpointer data, GError **error);

/**
 * bv_form_act_run: checks what a form holds, then makes the act of it. What @check finds stands under its fields; where
 * a reason may answer it, the form asks for one. Without a finding this is bv_act_run().
 *
 * @data: (transfer full): for @check and @func
 */
void bv_form_act_run (BvFormWindow *window,
                      BvStore *store,
                      const char *title,
                      BvFormCheckFunc check,
                      BvActFunc func,
                      gpointer data,
                      GDestroyNotify data_free,
                      BvActDoneFunc done,
                      gpointer user_data);
/** bv_form_act_call: the same for an act that a domain function makes; without a finding this is bv_act_call(). */
void bv_form_act_call (BvFormWindow *window,
                       BvStore *store,
                       BvFormCheckFunc check,
                       BvActCallFunc func,
                       gpointer data,
                       GDestroyNotify data_free,
                       BvActDoneFunc done,
                       gpointer user_data);

G_END_DECLS
