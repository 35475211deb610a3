// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "office/bv-base-salary.h"
#include "office/bv-office.h"
#include "office/bv-signer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The forms of the office's own records. Each copies what it is given; %NULL makes a new one. They save
 * as one act and can delete what is stored. */

void bv_period_editor_present (GtkWidget *parent, BvStore *store, const BvOfficePeriod *period);
void bv_signer_editor_present (GtkWidget *parent, BvStore *store, const BvSigner *signer);
void bv_salary_editor_present (GtkWidget *parent, BvStore *store, const BvBaseSalary *salary);

G_END_DECLS
