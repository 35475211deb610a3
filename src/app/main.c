// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang: the program with a window. All it does stands in the library beside it. */

#include "bv-application.h"
#include "widgets/bv-preview-document.h"

int
main (int argc, char **argv)
{
  gint64 started = g_get_monotonic_time ();
  bv_application_use_language ();
  g_autoptr (BvApplication) application = bv_application_new (started);
  int status = g_application_run (G_APPLICATION (application), argc, argv);
  bv_preview_document_stop ();
  return status != 0 ? status : bv_application_get_status (application);
}
