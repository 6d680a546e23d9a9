/*
 * page.h - finished pages: THE CONTRACT between make-up and every painter
 *
 * A page is a list of items in reading order. Marks open and close pieces of
 * structure around them; a piece that goes on in another leg or on another page
 * is the same mark (same id) opened again. Origin top left, y down, unit fix.
 */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include <glib.h>

#include "base/diag.h"
#include "base/units.h"
#include "photo/photo.h"

enum item_kind { ITEM_GLYPHS, ITEM_RULE, ITEM_FILL, ITEM_PHOTO, ITEM_LINK, ITEM_MARK, ITEM_MARK_END };

struct page_glyph {
	uint32_t id;
	fix x, y;                     /* of its origin, on the page */
	fix advance;
	int text_start, text_length;  /* bytes of page_glyphs.text; length 0: belongs to the glyph before,
	                                 or, of a run's first, is read with another run: a drop cap */
};

enum glyphs_flag {
	GLYPHS_HYPHEN = 1 << 0,       /* a line-end hyphen that we added */
	GLYPHS_LINE_END_SPACE = 1 << 1,
};

struct page_glyphs {
	const char *font;             /* role in the fontbook, interned */
	fix size;
	int x_scale;                  /* thousandths */
	uint32_t colour;              /* 0xRRGGBB */
	const char *language;         /* interned */
	unsigned flags;               /* enum glyphs_flag */
	const char *story;            /* id or NULL; interned */
	struct place place;
	char *text;                   /* NFC */
	GArray *glyphs;               /* struct page_glyph */
};

/* RULE and FILL: a filled rectangle; a rule is always an artifact. */
struct page_fill {
	struct rect box;
	uint32_t colour;
};

struct page_photo {
	struct rect box;
	char *file;                   /* relative to the edition folder */
	struct photo_part part;
	int width_px, height_px;      /* asked of the render */
	const char *story;            /* id, or NULL for an ad */
};

struct page_link {
	struct rect box;
	char *to;                     /* a URL, or "#name" of a destination */
	char *about;                  /* what a screen reader says */
};

enum mark_role {
	MARK_SECTION,                 /* label: its name */
	MARK_STORY,                   /* label: the headline; story; language; url */
	MARK_HEADLINE, MARK_DECK, MARK_KICKER, MARK_STANDFIRST, MARK_BYLINE,
	MARK_PARAGRAPH, MARK_CROSSHEAD, MARK_QUOTATION,
	MARK_LIST, MARK_LIST_ITEM,
	MARK_LIST_LABEL,              /* bullet or number, inside its item; label: its text */
	MARK_TABLE, MARK_ROW, MARK_HEAD_CELL, MARK_CELL,
	MARK_FIGURE,                  /* alt; box */
	MARK_CAPTION,
	MARK_LINK,
	MARK_FURNITURE,               /* real content that is nobody's story: nameplate, index, strips */
	MARK_TURN,                    /* "Continued on page 4", "From page 1" */
	MARK_ARTIFACT,                /* rules, folios: read by nobody; label: header, footer, "" */
	MARK_ROLE_COUNT
};

struct page_mark {
	int id;                       /* of the piece of structure; one piece may be marked again */
	enum mark_role role;
	int level;                    /* of a headline or crosshead: 1..6; else 0 */
	const char *language;         /* or NULL: as the parent */
	const char *story;            /* id or NULL */
	char *label, *alt, *url;      /* each or NULL */
	struct rect box;              /* of a figure; else empty */
};

struct page_item {
	enum item_kind kind;
	union {
		struct page_glyphs glyphs;
		struct page_fill fill;    /* ITEM_RULE, ITEM_FILL */
		struct page_photo photo;
		struct page_link link;
		struct page_mark mark;    /* ITEM_MARK; ITEM_MARK_END has none */
	};
};

struct page {
	int number;                   /* 1 the first sheet side */
	char *label;                  /* "1", "S1" */
	fix width, height;
	GPtrArray *items;             /* struct page_item */
};

struct outline_entry {
	int level;                    /* 0 a section, 1 a story */
	char *title;
	char *to;                     /* name of a destination */
};

/* A named place, the same from build to build: "story/society/ferry-link". */
struct destination {
	char *name;
	int page;                     /* index into pages */
	fix x, y;
};

struct paper {
	char *title, *subject, *publisher, *slug;
	const char *language;
	int year, month, day;
	char *release;                /* ISO 8601 with offset */
	GPtrArray *pages;             /* struct page */
	GPtrArray *outline;           /* struct outline_entry */
	GPtrArray *destinations;      /* struct destination */
	int marks;                    /* ids run from 1 to this */
};

struct paper *paper_new(void);
void paper_free(struct paper *paper);
struct page *page_new(int number, const char *label, fix width, fix height);
void page_free(struct page *page);

/* Appends an item of that kind, all fields zero, glyphs with an empty array. Owned by the page. */
struct page_item *page_add(struct page *page, enum item_kind kind);
void page_item_free(struct page_item *item);

const char *mark_role_word(enum mark_role role);
/* Names one rendering of a photograph; equal keys are the same picture. Caller frees. */
char *page_photo_key(const struct page_photo *photo);

/* ---- page_write.c, page_read.c: a page as text, for traces, goldens and locks ---- */

#define PAGE_TEXT_ERROR (page_text_error_quark())
GQuark page_text_error_quark(void);

enum page_text_error { PAGE_TEXT_ERROR_SYNTAX };

void page_write(const struct page *page, GString *out);
void paper_write(const struct paper *paper, GString *out);
/* Reads what page_write wrote and moves *text behind it; NULL with a located message. */
struct page *page_read(const char **text, GError **error);
struct paper *paper_read(const char *text, GError **error);

#endif
