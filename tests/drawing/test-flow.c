// SPDX-License-Identifier: GPL-3.0-or-later
/* Pages by their numbers: where a page may end and where not, heads that come again, rows too high for
 * a page. Nothing is drawn except where a test says so. */

#include "drawing/bv-flow.h"
#include "drawing/bv-fonts.h"
#include "drawing/bv-table.h"

static const BvFlowPage page = { 200, 120, 10, 10, 10, 10 }; /* 180 × 100 to fill */

static void
draw_nothing_cb (cairo_t *cr, const BvFlowPlace *place, gpointer data)
{
}

static guint
add (BvFlow *flow, double height, double space, gboolean keep, gboolean is_head)
{
  const BvFlowStrip strip = { .height = height,
                              .space_before = space,
                              .keep = keep,
                              .is_head = is_head,
                              .draw = draw_nothing_cb };

  return bv_flow_add_strip (flow, &strip);
}

static const BvFlowPlace *
place_of (BvFlow *flow, guint strip)
{
  GArray *places = bv_flow_get_places (flow);

  for (guint i = 0; i < places->len; i++)
    {
      const BvFlowPlace *place = &g_array_index (places, BvFlowPlace, i);

      if (place->strip == strip && !(place->edges & BV_FLOW_REPEATED))
        return place;
    }
  g_assert_not_reached ();
}

static void
test_simple (void)
{
  g_autoptr (BvFlow) flow = bv_flow_new (&page);

  bv_flow_begin_block (flow, "P", FALSE);
  for (int i = 0; i < 12; i++)
    add (flow, 10, i == 0 ? 30 : 0, FALSE, FALSE);
  g_assert_cmpuint (bv_flow_layout (flow), ==, 2);
  /* The space before a page's first strip is left out. */
  g_assert_cmpfloat (place_of (flow, 0)->y, ==, 10);
  g_assert_cmpfloat (place_of (flow, 9)->y, ==, 100);
  g_assert_cmpuint (place_of (flow, 9)->page, ==, 0);
  g_assert_cmpuint (place_of (flow, 10)->page, ==, 1);
  g_assert_cmpfloat (place_of (flow, 10)->y, ==, 10);
  g_assert_cmpint (place_of (flow, 9)->edges, ==, BV_FLOW_LAST);
  g_assert_cmpint (place_of (flow, 10)->edges, ==, BV_FLOW_FIRST);
  g_assert_cmpfloat (bv_flow_get_width (flow), ==, 180);
}

/* A heading goes with what it heads. */
static void
test_keep (void)
{
  g_autoptr (BvFlow) flow = bv_flow_new (&page);
  guint heading;

  bv_flow_begin_block (flow, "P", FALSE);
  for (int i = 0; i < 9; i++)
    add (flow, 10, 0, FALSE, FALSE);
  bv_flow_begin_block (flow, "H2", FALSE);
  heading = add (flow, 10, 0, TRUE, FALSE);
  bv_flow_begin_block (flow, "P", FALSE);
  add (flow, 10, 0, FALSE, FALSE);
  g_assert_cmpuint (bv_flow_layout (flow), ==, 2);
  g_assert_cmpuint (place_of (flow, heading)->page, ==, 1);
  g_assert_cmpuint (place_of (flow, heading + 1)->page, ==, 1);
}

/* A chain that hangs together but is longer than a page is broken all the same. */
static void
test_endless_chain (void)
{
  g_autoptr (BvFlow) flow = bv_flow_new (&page);

  bv_flow_begin_block (flow, "P", FALSE);
  for (int i = 0; i < 35; i++)
    add (flow, 10, 0, TRUE, FALSE);
  add (flow, 500, 0, FALSE, FALSE); /* higher than any page */
  add (flow, 10, 0, FALSE, FALSE);
  g_assert_cmpuint (bv_flow_layout (flow), ==, 6);
  g_assert_cmpuint (place_of (flow, 34)->page, ==, 3);
  g_assert_cmpuint (place_of (flow, 35)->page, ==, 4);
  g_assert_cmpuint (place_of (flow, 36)->page, ==, 5);
}

static void
test_heads (void)
{
  g_autoptr (BvFlow) flow = bv_flow_new (&page);
  GArray *places;
  guint n_repeated = 0;

  bv_flow_begin_block (flow, "P", FALSE);
  for (int i = 0; i < 7; i++)
    add (flow, 10, 0, FALSE, FALSE);
  bv_flow_begin_block (flow, "Table", TRUE);
  add (flow, 15, 5, FALSE, TRUE);
  add (flow, 5, 0, FALSE, TRUE);
  for (int i = 0; i < 20; i++)
    add (flow, 10, 0, FALSE, FALSE);
  /* 30 are left on page 1: heads 5 + 20 leave no row there, so all of the table goes on. */
  g_assert_cmpuint (bv_flow_layout (flow), ==, 4);
  g_assert_cmpuint (place_of (flow, 7)->page, ==, 1);
  g_assert_cmpuint (place_of (flow, 9)->page, ==, 1);
  g_assert_cmpfloat (place_of (flow, 9)->y, ==, 30);
  places = bv_flow_get_places (flow);
  for (guint i = 0; i < places->len; i++)
    {
      const BvFlowPlace *place = &g_array_index (places, BvFlowPlace, i);

      if (!(place->edges & BV_FLOW_REPEATED))
        continue;
      n_repeated++;
      g_assert_cmpuint (place->page, >=, 2);
      g_assert_cmpfloat (place->y, ==, place->strip == 7 ? 10 : 25);
    }
  g_assert_cmpuint (n_repeated, ==, 4);
  g_assert_true (place_of (flow, 17)->edges & BV_FLOW_FIRST);
}

static void
test_sections (void)
{
  const BvFlowPage across = { 300, 80, 20, 20, 10, 10 };
  g_autoptr (BvFlow) flow = bv_flow_new (&page);
  guint strip;

  add (flow, 10, 0, FALSE, FALSE);
  bv_flow_add_page_break (flow);
  add (flow, 10, 0, FALSE, FALSE);
  bv_flow_begin_section (flow, &across);
  g_assert_cmpfloat (bv_flow_get_width (flow), ==, 260);
  strip = add (flow, 10, 0, FALSE, FALSE);
  g_assert_cmpuint (bv_flow_layout (flow), ==, 3);
  g_assert_cmpuint (place_of (flow, strip)->page, ==, 2);
  g_assert_cmpfloat (place_of (flow, strip)->x, ==, 20);
  g_assert_cmpfloat (bv_flow_get_page (flow, 2)->width, ==, 300);
  g_assert_cmpfloat (bv_flow_get_page (flow, 1)->width, ==, 200);
}

static PangoLayout *
make_lines (PangoContext *context, guint n)
{
  g_autoptr (GString) text = g_string_new ("một");
  PangoFontDescription *font = pango_font_description_from_string (BV_FONT_SERIF);
  PangoLayout *layout = pango_layout_new (context);

  for (guint i = 1; i < n; i++)
    g_string_append (text, "\nhai");
  pango_font_description_set_absolute_size (font, 8 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text->str, -1);
  return layout;
}

/* No single first or last line of a paragraph on a page. */
static void
test_widows (void)
{
  for (guint above = 0; above < 10; above++)
    for (guint n = 1; n < 9; n++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (BvFlow) flow = bv_flow_new (&page);
        g_autoptr (GObject) context = G_OBJECT (bv_fonts_create_context (&error));
        const BvFlowText text = { .pitch = 10 };
        guint first;
        guint on_first = 0;

        g_assert_no_error (error);
        for (guint i = 0; i < above; i++)
          add (flow, 10, 0, FALSE, FALSE);
        bv_flow_begin_block (flow, "P", FALSE);
        first = bv_flow_add_text (flow, make_lines (PANGO_CONTEXT (context), n), &text);
        bv_flow_layout (flow);
        for (guint i = 0; i < n; i++)
          if (place_of (flow, first + i)->page == 0)
            on_first++;
        if (n > 1)
          {
            g_assert_cmpuint (on_first, !=, 1);
            g_assert_cmpuint (n - on_first, !=, 1);
          }
        if (above + n <= 10)
          g_assert_cmpuint (on_first, ==, n);
      }
}

static void
begin_page_cb (cairo_t *cr, guint number, const BvFlowPage *shape, gpointer user_data)
{
  guint *n = user_data;

  g_assert_cmpuint (number, ==, *n);
  (*n)++;
}

/* A row higher than a page is divided between its lines; its neighbours are not. */
static void
test_high_row (void)
{
  const double widths[] = { 60, 120 };
  const BvTableStyle style = {
    .pitch = 10, .pad_x = 2, .pad_y = 2, .rule = 0.5, .head_shade = 0.9, .row_shade = 0.95
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvFlow) flow = bv_flow_new (&page);
  g_autoptr (GObject) context = G_OBJECT (bv_fonts_create_context (&error));
  BvTable *table = bv_table_new (widths, 2, &style);
  const guint lines[] = { 1, 2, 30, 3 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 200, 120);
  cairo_t *cr = cairo_create (surface);
  guint n_pages = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      bv_table_add_row (table, i == 0 ? BV_TABLE_ROW_HEAD : BV_TABLE_ROW_PLAIN);
      for (guint column = 0; column < 2; column++)
        bv_table_add_cell (table, make_lines (PANGO_CONTEXT (context), column ? lines[i] : 1),
                           column, 1, 1, i == 0 ? "TH" : "TD");
    }
  g_assert_cmpfloat (bv_table_get_row_height (table, 0), ==, 14);
  g_assert_cmpfloat (bv_table_get_row_height (table, 1), ==, 24);
  g_assert_cmpfloat (bv_table_get_row_height (table, 2), ==, 304);
  g_assert_cmpfloat (bv_table_get_text_width (table, 0, 2), ==, 176);
  bv_table_add_to_flow (table, flow, 0, FALSE);
  g_assert_cmpuint (bv_flow_layout (flow), ==, 5);
  bv_flow_draw (flow, cr, begin_page_cb, &n_pages);
  g_assert_cmpuint (n_pages, ==, 5);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A cell over three rows keeps them on one page, and makes the last of them high enough. */
static void
test_span (void)
{
  const double widths[] = { 90, 90 };
  const BvTableStyle style = { .pitch = 10, .pad_x = 2, .pad_y = 0, .rule = 0.5 };
  g_autoptr (GError) error = NULL;
  g_autoptr (BvFlow) flow = bv_flow_new (&page);
  g_autoptr (GObject) context = G_OBJECT (bv_fonts_create_context (&error));
  BvTable *table = bv_table_new (widths, 2, &style);

  g_assert_no_error (error);
  for (guint i = 0; i < 8; i++)
    add (flow, 10, 0, FALSE, FALSE);
  for (guint i = 0; i < 3; i++)
    {
      bv_table_add_row (table, BV_TABLE_ROW_PLAIN);
      if (i == 0)
        bv_table_add_cell (table, make_lines (PANGO_CONTEXT (context), 5), 0, 1, 3, "TD");
      bv_table_add_cell (table, make_lines (PANGO_CONTEXT (context), 1), 1, 1, 1, "TD");
    }
  g_assert_cmpfloat (bv_table_get_row_height (table, 1), ==, 10);
  g_assert_cmpfloat (bv_table_get_row_height (table, 2), ==, 30);
  bv_table_add_to_flow (table, flow, 0, FALSE);
  g_assert_cmpuint (bv_flow_layout (flow), ==, 2);
  for (guint i = 8; i < 11; i++)
    g_assert_cmpuint (place_of (flow, i)->page, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/simple", test_simple);
  g_test_add_func ("/flow/keep", test_keep);
  g_test_add_func ("/flow/endless-chain", test_endless_chain);
  g_test_add_func ("/flow/heads", test_heads);
  g_test_add_func ("/flow/sections", test_sections);
  g_test_add_func ("/flow/widows", test_widows);
  g_test_add_func ("/flow/high-row", test_high_row);
  g_test_add_func ("/flow/span", test_span);
  return g_test_run ();
}
