/*
 * haru.h - a PDF file's objects, kept and written by libharu
 *
 * Only libharu's object layer is used: dictionaries and streams whose entries
 * are our own text, its page tree, cross-reference table and writer's frame. Its
 * fonts, pictures, text calls and files are not (they ignore errors, and parse
 * hostile files unsafely).
 *
 * An object is known by its number from the moment it is made, so references
 * may point forward: "12 0 R". The first fault is kept and told by haru_write;
 * until then calls go on without effect.
 */
#ifndef PAINT_PDF_HARU_H
#define PAINT_PDF_HARU_H

#include <glib.h>

struct haru;

/* NULL when the library is another version than the one whose structs we know. */
struct haru *haru_new(GError **error);
void haru_free(struct haru *haru);

/* A new dictionary. */
int haru_dict(struct haru *haru);
/* A new stream of these bytes as they are; kept, not copied. */
int haru_stream(struct haru *haru, GBytes *bytes);
/* The same, deflated; /Filter is set. */
int haru_stream_deflated(struct haru *haru, const void *bytes, gsize length);
/* Deflates for a stream whose other entries the caller writes. Caller unrefs. */
GBytes *haru_deflate(struct haru *haru, const void *bytes, gsize length);
/* The text between << and >> of an object made above, to append to. */
GString *haru_entries(struct haru *haru, int object);
void haru_put_reference(GString *out, int object);

GString *haru_catalog(struct haru *haru);
void haru_info(struct haru *haru, int object);

/* Pages are in the order of making. */
int haru_page(struct haru *haru, int64_t width_mpt, int64_t height_mpt);
void haru_page_number(struct haru *haru, int page, const char *key, int value);
void haru_page_name(struct haru *haru, int page, const char *key, const char *name);
void haru_page_annotation(struct haru *haru, int page, int annotation);
void haru_page_contents(struct haru *haru, int page, const GString *contents);
/* "F1", "X1": what the page calls a font or a picture; valid as long as the page. */
const char *haru_page_font(struct haru *haru, int page, int font);
const char *haru_page_picture(struct haru *haru, int page, int picture);

/* The whole file, with an /ID out of its own bytes. Once only. */
GBytes *haru_write(struct haru *haru, GError **error);

/* "2.3.0" */
const char *haru_library_version(void);

#endif
