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
	CLUSTER_HYPHEN_INSIDE = 1 << 2,	 /* it is a ligature that a hyphen may divide */
};

/* What a reader takes for one letter: a base with its marks, a ligature. Its glyphs and its text
   end where those of the next cluster start; behind the last there is an empty one. */
struct cluster {
	int glyph;		    /* its first in shaped.glyphs */
	int text;		    /* its first byte in shaped.text */
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

/* A ligature taken apart, so that a hyphen may be set inside: of|ficial. */
struct ligature_split {
	int cluster;		  /* the ligature */
	struct cluster pieces[3]; /* left, right, and where the right one ends */
};

struct shaped_run {
	int text; /* first byte in shaped.text */
	struct place place;
};

/* Bytes from one known column to the next, so that a place in a very long paragraph is found soon. */
#define SHAPE_MILESTONE 256

struct shaped {
	char *text;	   /* as set */
	int length, count; /* bytes; clusters */
	fix tracking;
	struct cluster *clusters; /* count + 1 */
	struct shaped_glyph *glyphs;
	struct small_caps_lack no_small_caps;
	GArray *splits; /* struct ligature_split, rising; NULL: none */
	GArray *parts;	/* struct shaped_part */
	GArray *runs;	/* struct shaped_run */
	int *letters;	/* characters before every SHAPE_MILESTONE-th byte */
};

struct shaped *shape_text(struct typesetter *typesetter, const struct text_style *style,
			  const struct text_run *runs, int count);
void shape_free(struct shaped *shaped);

/* The place in the copy of a byte of the text. */
struct place shape_place(const struct shaped *shaped, int text);

static inline const struct cluster *shape_cluster(const struct shaped *shaped, int index)
{
	return &shaped->clusters[index];
}

static inline int cluster_glyphs(const struct cluster *cluster)
{
	return cluster[1].glyph - cluster->glyph;
}

static inline int cluster_length(const struct cluster *cluster)
{
	return cluster[1].text - cluster->text;
}

static inline const struct shaped_part *shape_part(const struct shaped *shaped, const struct cluster *cluster)
{
	return &g_array_index(shaped->parts, struct shaped_part, cluster->part);
}

#endif
