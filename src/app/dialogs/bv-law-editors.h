// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-local-title.h"
#include "office/bv-setting.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The forms of what an office says itself about the law. Each saves as one act. */

/** bv_rule_editor_present: @value: as it stands now. */
void bv_rule_editor_present (GtkWidget *parent,
                             BvStore *store,
                             const BvSetting *rule,
                             const char *value);
/** bv_local_title_editor_present: @title: copied; %NULL makes a new one. @regimes: for the check of codes. */
void bv_local_title_editor_present (GtkWidget *parent,
                                    BvStore *store,
                                    BvRegimeSet *regimes,
                                    const BvLocalTitle *title);

G_END_DECLS
