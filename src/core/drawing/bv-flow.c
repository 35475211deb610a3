// SPDX-License-Identifier: GPL-3.0-or-later
/* Page breaking and the order of drawing. Knows strips, not documents. */

#define G_LOG_DOMAIN "bv-drawing"

#include "drawing/bv-flow.h"

#define TINY 1e-6

typedef struct
{
  BvFlowStrip strip;
  guint block;
  guint section;
  gboolean starts_page;
} Strip;

typedef struct
{
  const char *tag;
  gboolean is_container;
} Block;

struct _BvFlow
{
  /* Owned */
  GArray *sections; /* (element-type BvFlowPage) */
  GArray *blocks;   /* (element-type Block) */
  GArray *strips;   /* (element-type Strip) */
  GArray *places;   /* (element-type BvFlowPlace) */
  GArray *pages;    /* (element-type guint): the section of each page */

  /* State */
  gboolean wants_page; /* the next strip begins a new page */
};

static void
strip_clear (gpointer data)
{
  Strip *strip = data;

  if (strip->strip.destroy)
    strip->strip.destroy (strip->strip.data);
}

BvFlow *
bv_flow_new (const BvFlowPage *page)
{
  BvFlow *self = g_new0 (BvFlow, 1);

  self->sections = g_array_new (FALSE, FALSE, sizeof (BvFlowPage));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  self->strips = g_array_new (FALSE, TRUE, sizeof (Strip));
  g_array_set_clear_func (self->strips, strip_clear);
  self->places = g_array_new (FALSE, FALSE, sizeof (BvFlowPlace));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->sections, *page);
  return self;
}

void
bv_flow_free (BvFlow *self)
{
  if (!self)
    return;
  g_array_unref (self->sections);
  g_array_unref (self->blocks);
  g_array_unref (self->strips);
  g_array_unref (self->places);
  g_array_unref (self->pages);
  g_free (self);
}

static const BvFlowPage *
last_section (BvFlow *self)
{
  return &g_array_index (self->sections, BvFlowPage, self->sections->len - 1);
}

double
bv_flow_get_width (BvFlow *self)
{
  const BvFlowPage *page = last_section (self);

  return page->width - page->left - page->right;
}

double
bv_flow_get_height (BvFlow *self)
{
  const BvFlowPage *page = last_section (self);

  return page->height - page->top - page->bottom;
}

void
bv_flow_begin_section (BvFlow *self, const BvFlowPage *page)
{
  if (self->strips->len == 0)
    g_array_set_size (self->sections, 0);
  g_array_append_val (self->sections, *page);
  self->wants_page = self->strips->len > 0;
}

void
bv_flow_add_page_break (BvFlow *self)
{
  self->wants_page = self->strips->len > 0;
}

void
bv_flow_begin_block (BvFlow *self, const char *tag, gboolean is_container)
{
  Block block = { tag, is_container };

  g_array_append_val (self->blocks, block);
}

guint
bv_flow_add_strip (BvFlow *self, const BvFlowStrip *strip)
{
  Strip item = { *strip, 0, self->sections->len - 1, self->wants_page };

  if (self->blocks->len == 0)
    bv_flow_begin_block (self, NULL, FALSE);
  item.block = self->blocks->len - 1;
  self->wants_page = FALSE;
  g_array_append_val (self->strips, item);
  return self->strips->len - 1;
}

/* ── Text ────────────────────────────────────────────────────────────────────────────────── */

typedef struct
{
  PangoLayout *layout; /* a reference */
  int line;
  double left;
  double pitch;
} TextLine;

static void
text_line_free (gpointer data)
{
  TextLine *line = data;

  g_object_unref (line->layout);
  g_free (line);
}

void
bv_flow_show_line (cairo_t *cr, PangoLayout *layout, int line, double x, double y, double pitch)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle logical;
  double baseline;
  double height;

  for (int i = 0; i < line; i++)
    if (!pango_layout_iter_next_line (iter))
      break;
  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  baseline = (double) (pango_layout_iter_get_baseline (iter) - logical.y) / PANGO_SCALE;
  height = (double) logical.height / PANGO_SCALE;
  cairo_move_to (cr, x + (double) logical.x / PANGO_SCALE, y + (pitch - height) / 2 + baseline);
  pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
  pango_layout_iter_free (iter);
}

static void
draw_text_line_cb (cairo_t *cr, const BvFlowPlace *place, gpointer data)
{
  TextLine *line = data;

  bv_flow_show_line (cr, line->layout, line->line, place->x + line->left, place->y, line->pitch);
}

guint
bv_flow_add_text (BvFlow *self, PangoLayout *layout, const BvFlowText *text)
{
  int n = pango_layout_get_line_count (layout);
  guint first = self->strips->len;

  for (int i = 0; i < n; i++)
    {
      TextLine *line = g_new0 (TextLine, 1);
      BvFlowStrip strip = { .height = text->pitch,
                            .space_before = i == 0 ? text->space_before : 0,
                            .draw = draw_text_line_cb,
                            .data = line,
                            .destroy = text_line_free };

      line->layout = g_object_ref (layout);
      line->line = i;
      line->left = text->left;
      line->pitch = text->pitch;
      if (i == n - 1)
        strip.keep = text->keep;
      else
        strip.keep = text->is_whole || i == 0 || i == n - 2;
      bv_flow_add_strip (self, &strip);
    }
  g_object_unref (layout);
  return first;
}

/* ── Breaking ────────────────────────────────────────────────────────────────────────────── */

static Strip *
get_strip (BvFlow *self, guint i)
{
  return &g_array_index (self->strips, Strip, i);
}

/* The heads of the block of strip @i that stand before it: [first, end). */
static void
find_heads (BvFlow *self, guint i, guint *first, guint *end)
{
  guint block = get_strip (self, i)->block;
  guint start = i;

  while (start > 0 && get_strip (self, start - 1)->block == block)
    start--;
  *first = start;
  *end = start;
  while (*end < i && get_strip (self, *end)->strip.is_head)
    (*end)++;
  if (get_strip (self, i)->strip.is_head)
    *end = *first;
}

static void
append_place (BvFlow *self, guint strip, guint page, double y, BvFlowEdges edges)
{
  const BvFlowPage *shape = &g_array_index (self->sections, BvFlowPage,
                                            get_strip (self, strip)->section);
  BvFlowPlace place = { strip, page, shape->left, y, shape->width - shape->left - shape->right,
                        edges };

  g_array_append_val (self->places, place);
}

/* Whether a page may end before strip @i. */
static gboolean
may_break (BvFlow *self, guint i)
{
  const Strip *before = get_strip (self, i - 1);

  return !before->strip.keep
         && !(before->strip.is_head && before->block == get_strip (self, i)->block);
}

/* Fills one page from strip @first on and returns the first strip of the next. */
static guint
fill_page (BvFlow *self, guint first, guint page)
{
  guint section = get_strip (self, first)->section;
  const BvFlowPage *shape = &g_array_index (self->sections, BvFlowPage, section);
  guint n_before = self->places->len;
  guint n_heads;
  double y = shape->top;
  double bottom = shape->height - shape->bottom;
  guint next = first;
  guint best = 0;
  guint head;
  guint head_end;

  g_array_append_val (self->pages, section);
  find_heads (self, first, &head, &head_end);
  for (; head < head_end; head++)
    {
      append_place (self, head, page, y, BV_FLOW_REPEATED);
      y += get_strip (self, head)->strip.height;
    }
  n_heads = self->places->len - n_before;
  while (next < self->strips->len)
    {
      const Strip *strip = get_strip (self, next);
      double space = next == first ? 0 : strip->strip.space_before;

      if (next > first)
        {
          if (strip->starts_page)
            return next;
          if (may_break (self, next))
            best = next;
        }
      if (y + space + strip->strip.height > bottom + TINY && next > first)
        {
          /* Without a good place the chain of kept strips is longer than the page: break here. */
          if (best == 0)
            return next;
          g_array_set_size (self->places, n_before + n_heads + (best - first));
          return best;
        }
      append_place (self, next, page, y + space, BV_FLOW_INSIDE);
      y += space + strip->strip.height;
      next++;
    }
  return next;
}

guint
bv_flow_layout (BvFlow *self)
{
  guint page = 0;

  g_array_set_size (self->places, 0);
  g_array_set_size (self->pages, 0);
  for (guint next = 0; next < self->strips->len; page++)
    next = fill_page (self, next, page);
  for (guint i = 0; i < self->places->len; i++)
    {
      BvFlowPlace *place = &g_array_index (self->places, BvFlowPlace, i);
      const BvFlowPlace *near;
      guint block = get_strip (self, place->strip)->block;

      near = i > 0 ? place - 1 : NULL;
      if (!(place->edges & BV_FLOW_REPEATED)
          && (!near || near->page != place->page || near->edges & BV_FLOW_REPEATED
              || get_strip (self, near->strip)->block != block))
        place->edges |= BV_FLOW_FIRST;
      near = i + 1 < self->places->len ? place + 1 : NULL;
      if (!near || near->page != place->page || get_strip (self, near->strip)->block != block)
        place->edges |= BV_FLOW_LAST;
    }
  return page;
}

GArray *
bv_flow_get_places (BvFlow *self)
{
  return self->places;
}

const BvFlowPage *
bv_flow_get_page (BvFlow *self, guint page)
{
  return &g_array_index (self->sections, BvFlowPage, g_array_index (self->pages, guint, page));
}

/* ── Drawing ─────────────────────────────────────────────────────────────────────────────── */

void
bv_flow_draw (BvFlow *self, cairo_t *cr, BvFlowPageFunc page_func, gpointer user_data)
{
  guint at = 0;
  guint open = G_MAXUINT; /* the block whose element is open */

  for (guint page = 0; page < self->pages->len; page++)
    {
      page_func (cr, page, bv_flow_get_page (self, page), user_data);
      /* Only now: setting a surface's size drops what cairo has recorded of the page. */
      if (page == 0)
        cairo_tag_begin (cr, "Document", NULL);
      for (; at < self->places->len; at++)
        {
          const BvFlowPlace *place = &g_array_index (self->places, BvFlowPlace, at);
          const Strip *strip = get_strip (self, place->strip);
          const Block *block = &g_array_index (self->blocks, Block, strip->block);

          if (place->page != page)
            break;
          if (open != strip->block && !(place->edges & BV_FLOW_REPEATED))
            {
              if (open != G_MAXUINT && g_array_index (self->blocks, Block, open).tag)
                cairo_tag_end (cr, g_array_index (self->blocks, Block, open).tag);
              if (block->tag)
                cairo_tag_begin (cr, block->tag, NULL);
              open = strip->block;
            }
          strip->strip.draw (cr, place, strip->strip.data);
        }
      /* A paragraph's element ends with its page, so that the next page's number stays outside of
       * it; a table's rows go on in the same element. */
      if (open != G_MAXUINT && !g_array_index (self->blocks, Block, open).is_container)
        {
          if (g_array_index (self->blocks, Block, open).tag)
            cairo_tag_end (cr, g_array_index (self->blocks, Block, open).tag);
          open = G_MAXUINT;
        }
      if (page + 1 == self->pages->len && open != G_MAXUINT)
        cairo_tag_end (cr, g_array_index (self->blocks, Block, open).tag);
      if (page + 1 == self->pages->len)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
}
