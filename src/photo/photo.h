/*
 * photo.h - photographs: facts, and what is asked of the render
 *
 * Pixels are counted after the orientation in the file has been honoured:
 * width_px is what a reader sees as width.
 */
#ifndef PHOTO_PHOTO_H
#define PHOTO_PHOTO_H

#include <glib.h>

#define PHOTO_ERROR (photo_error_quark())
GQuark photo_error_quark(void);

enum photo_error {
	PHOTO_ERROR_FORMAT, /* not a picture we read, or broken */
	PHOTO_ERROR_LIMIT,  /* past the limits of size, scans or bytes */
	PHOTO_ERROR_LIBRARY,
};

enum photo_format { PHOTO_JPEG, PHOTO_PNG, PHOTO_WEBP, PHOTO_SVG };

struct photo_facts {
	enum photo_format format;
	int width_px, height_px; /* as seen */
	int orientation;	 /* EXIF 1..8, already in the sizes above */
	int components;		 /* 1 grey, 3 colour, 4 CMYK */
	gboolean progressive;
	gboolean has_profile; /* an ICC profile other than sRGB */
	char sha256[65];      /* of the file's bytes */
	gboolean transparent; /* has an alpha channel: set on white */
};

/* A part of the picture as seen, in 1/65536 of its width and height. */
struct photo_part {
	int left, top, width, height;
};
#define PHOTO_WHOLE ((struct photo_part){0, 0, 65536, 65536})

/* A region that the file itself names: IPTC ImageRegion, or a face of the
   Metadata Working Group. None of them is ever cut. */
enum photo_region_kind { REGION_CROP, REGION_SUBJECT, REGION_FACE };
struct photo_region {
	enum photo_region_kind kind; /* REGION_CROP: the photographer's own crop */
	struct photo_part part;
};

struct photo_metadata { /* each NULL where the file is silent */
	char *headline, *caption, *credit, *alt, *date, *copyright;
	GArray *regions; /* struct photo_region; never NULL, may be empty */
};
void photo_metadata_free(struct photo_metadata *metadata);

/* probe.c - header facts, nothing is decoded. */
gboolean photo_probe(GBytes *file, struct photo_facts *facts, GError **error);

/* probe.c - a message about a file that was read as bytes, with the file's own name
   (as a shell takes it) in the command it recommends. Caller frees. */
char *photo_fill_in(const char *message, const char *file);

/* metadata.c - IPTC, XMP and EXIF reconciled; NULL only when there is none. */
struct photo_metadata *photo_read_metadata(GBytes *file);

/* crop.c - the part of `facts` with the given ratio (width : height as two
   positive numbers) that keeps the focus (0..65536 from left and top) as near
   its place as can be. Pure. */
struct photo_part photo_crop_around(const struct photo_facts *facts, int64_t ratio_width,
				    int64_t ratio_height, int focus_x, int focus_y);

/* The same, but `keep` stays whole wherever the ratio leaves room for it. */
struct photo_part photo_crop_keeping(const struct photo_facts *facts, int64_t ratio_width,
				     int64_t ratio_height, int focus_x, int focus_y,
				     const struct photo_part *keep);
gboolean photo_part_cuts(const struct photo_part *part, const struct photo_part *keep);
/* The narrowest and the widest ratio, as width × 65536 / height in pixels, of a
   crop that is as large as can be and cuts nothing of `keep`. */
void photo_crop_limits(const struct photo_facts *facts, const struct photo_part *keep, int64_t *narrowest,
		       int64_t *widest);
/* What all subjects and faces cover together; FALSE when there are none. */
gboolean photo_regions_cover(const GArray *regions, struct photo_part *cover);

/* focus.c - the place an eye goes to first, from edges, colour, skin and the
   middle of a decode at an eighth. A guess: say so where it is shown. The
   whole file passes through the decoder, so that what is broken is known
   before make-up begins. */
gboolean photo_guess_focus(GBytes *file, const struct photo_facts *facts, int *focus_x, int *focus_y,
			   GError **error);

/* What a page wants of one photograph. */
struct photo_order {
	struct photo_part part;
	int width_px, height_px; /* at most; never enlarged past the part */
};

enum photo_print_format {
	PRINT_JPEG,   /* a baseline or progressive JPEG, grey or sRGB */
	PRINT_PIXELS, /* a graphic, kept without loss: rows of 8-bit grey or RGB from the
			 top, width_px × components bytes each, nothing between them */
	PRINT_DRAWING, /* an SVG: one page of PDF without type or pictures from outside, as
			  large as the order in points; and rows of RGB for page pictures */
};

struct photo_print {
	GBytes *bytes;
	GBytes *pixels; /* of PRINT_DRAWING, width_px × height_px; else NULL */
	int width_px, height_px, components;
	gboolean as_is; /* the file's own picture data went in, its metadata taken off */
	enum photo_print_format format;
	int quality; /* of the JPEG we encoded, 0 otherwise */
};
void photo_print_free(struct photo_print *print);

/* render.c - oriented, cropped, scaled, encoded. The same input gives the same
   bytes, on any thread. */
struct photo_print *photo_render(GBytes *file, const struct photo_facts *facts,
				 const struct photo_order *order, GError **error);

/* drawing.c - for the words of drawings, from now on: "serif=FILE",
   "sans-serif=FILE" or, found by its own name only, "=FILE"; ends with NULL. The
   first of a kind that fits in weight and slant is taken. To be called while no
   other thread renders. */
void photo_set_faces(const char *const *faces);

/* drawing_board.c - a program that renders drawings is started again, with little
   time and memory, to draw them: its main() asks this before anything else. */
gboolean photo_board_is_called(int argc, char **argv);
int photo_board(int argc, char **argv); /* the exit code */

/* Pixels of the print for an inch of the box that is width_pt wide: the number
   that is warned of below 120. */
int photo_print_ppi(const struct photo_print *print, double width_pt);

/* cache.c - prints and focus guesses of earlier builds, by content hash, part,
   box and settings. Safe with several builds at once; whatever is broken in it
   counts as not there. */
struct photo_cache;

/* folder NULL: below the user's cache folder (XDG_CACHE_HOME). NULL when none
   can be made; a build goes on without. */
struct photo_cache *photo_cache_open(const char *folder);
/* Takes out what was not used for longest until limit_bytes hold, and frees. */
void photo_cache_close(struct photo_cache *cache, guint64 limit_bytes);
#define PHOTO_CACHE_BYTES (256u << 20)

/* batch.c - many photographs on several threads. Results do not depend on the
   number of jobs. */
struct photo_task {
	const struct photo_facts *facts;
	struct photo_order order;  /* for photo_render_all */
	gconstpointer source;	   /* which file: for load */
	struct photo_print *print; /* out, owned by the caller: of photo_render_all */
	int focus_x, focus_y;	   /* out: of photo_guess_all */
	GError *error;		   /* out, owned by the caller: NULL when all went well */
};

struct photo_workroom {
	/* The bytes of a file; called on several threads at once, and not at all
	   for what the cache holds. */
	GBytes *(*load)(gconstpointer source, gpointer data, GError **error);
	gpointer data;
	int jobs;		   /* threads; 0: one a core */
	struct photo_cache *cache; /* NULL: none */
};

void photo_guess_all(struct photo_task *tasks, int count, const struct photo_workroom *workroom);
void photo_render_all(struct photo_task *tasks, int count, const struct photo_workroom *workroom);

#endif
