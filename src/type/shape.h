/*
 * shape.h - text shaped once: clusters with widths
 *
 * Used by type/ only. One pass of Pango a paragraph; everything later cuts
 * between clusters and never shapes again.
 */
#ifndef TYPE_SHAPE_H
#define TYPE_SHAPE_H

#include "type/typesetter.h"

enum cluster_kind {
	CLUSTER_LETTER,
	CLUSTER_SPACE, /* stretches and shrinks */
	CLUSTER_TURN,  /* a forced break; no width */
};

enum cluster_flag {
	CLUSTER_MAY_START_LINE = 1 << 0, /* Unicode allows a line to start here */
	CLUSTER_HYPHEN_BEFORE = 1 << 1,	 /* a hyphen may be set before it */
};

/* What one reader takes for one letter: a base with its marks, a ligature. */
struct cluster {
	int glyph, glyphs;	    /* its glyphs in shaped.glyphs */
	int text, text_length;	    /* bytes of shaped.text */
	fix width;		    /* with tracking */
	gint16 ink_top, ink_bottom; /* thousandths of an em, upwards positive */
	guint32 part;
	guint8 kind, flags;
	guint8 hyphen_left, hyphen_right; /* letters on both sides of CLUSTER_HYPHEN_BEFORE, at most 255 */
};

struct shaped_glyph {
	uint32_t id;
	fix x, y; /* offset from the pen; y downwards */
	fix width;
};

/* Clusters that share all but their glyphs. */
struct shaped_part {
	const struct typesetter_font *font;
	fix rise;
	uint32_t colour;
	const char *language, *link;
	gboolean keep;
	int run; /* index into shaped.runs */
};

struct shaped_run {
	int text; /* first byte in shaped.text */
	struct place place;
};

struct shaped {
	char *text; /* as set */
	int length;
	fix tracking;
	GArray *parts;	  /* struct shaped_part */
	GArray *clusters; /* struct cluster */
	GArray *glyphs;	  /* struct shaped_glyph */
	GArray *runs;	  /* struct shaped_run */
};

struct shaped *shape_text(struct typesetter *typesetter, const struct text_style *style,
			  const struct text_run *runs, int count);
void shape_free(struct shaped *shaped);

/* The place in the copy of a byte of the text. */
struct place shape_place(const struct shaped *shaped, int text);

static inline const struct cluster *shape_cluster(const struct shaped *shaped, int index)
{
	return &g_array_index(shaped->clusters, struct cluster, (guint)index);
}

static inline const struct shaped_part *shape_part(const struct shaped *shaped, const struct cluster *cluster)
{
	return &g_array_index(shaped->parts, struct shaped_part, cluster->part);
}

#endif
