// SPDX-License-Identifier: GPL-3.0-or-later
/* The least that a libadwaita program can do: an empty window. Prints the milliseconds from main() to
 * its first frame. The rival of bench-startup. */

#include <adwaita.h>

static gint64 started;

static void
first_frame_cb (GdkFrameClock *clock, GApplication *application)
{
  g_print ("%.1f\n", (double) (g_get_monotonic_time () - started) / 1000.0);
  g_application_quit (application);
}

static void
activate_cb (GApplication *application)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (first_frame_cb),
                    application);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  started = g_get_monotonic_time ();
  g_autoptr (AdwApplication)
    application = adw_application_new ("vn.bangvang.Bare", G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
