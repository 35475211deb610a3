// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* A window on the demo district with one page in front. */

#include "bv-app-test.h"

G_BEGIN_DECLS

typedef struct
{
  BvStore *store;
  BvWindow *window;
  BvPage *page;
} BvTestDemo;

/** Opens a new file of the demo district on @page_id and @year, and waits until it is read. */
void bv_test_demo_set_up (BvTestDemo *demo, const char *page_id, int year);
void bv_test_demo_tear_down (BvTestDemo *demo);

/** Waits until the page and the window's idle work are through. */
void bv_test_demo_settle (BvTestDemo *demo);

/** Saves pictures in both sizes that the design is made for, light and dark, when asked for. */
void bv_test_demo_pictures (BvTestDemo *demo, const char *name);

/** The newest act's title; (transfer full) (nullable). */
char *bv_test_demo_last_act (BvTestDemo *demo);

/** All words of the pages of @pdf, white space as single spaces; checks the number of pages. */
char *bv_test_demo_pdf_text (GBytes *pdf, guint *n_pages);

G_END_DECLS
