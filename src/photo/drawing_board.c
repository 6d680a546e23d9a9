/* drawing_board.c - librsvg draws, cairo writes down what was drawn; a process of its own */
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <librsvg/rsvg.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "photo/drawing.h"

/* The longer side of the picture that page pictures are made from. */
#define RASTER_MOST 1000
#define NUMBERS	    6

/* ---- little time, little memory ---- */

static void limit(int resource, rlim_t most)
{
	const struct rlimit limits = {most, most};

	setrlimit((__rlimit_resource_t)resource, &limits);
}

static void confine(void)
{
	limit(RLIMIT_CPU, DRAWING_LIMIT_SECONDS);
	limit(RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__
	/* Not the libraries' own pages: what comes on top of them. */
	limit(RLIMIT_DATA, DRAWING_LIMIT_MEMORY);
#endif
}

/* ---- the paper's faces ---- */

#define SOUNDS_LIKE_SERIFS(name)                                                                             \
	"<match target='pattern'><test name='family' compare='contains'><string>" name                       \
	"</string></test><edit name='family' mode='append_last'><string>serif</string></edit></match>"

/* The last rule gives every name a family that is there. */
static const char rules[] = "<?xml version='1.0'?><fontconfig>" SOUNDS_LIKE_SERIFS(
	"Serif") SOUNDS_LIKE_SERIFS("Times") SOUNDS_LIKE_SERIFS("Georgia") SOUNDS_LIKE_SERIFS("Garamond")
	SOUNDS_LIKE_SERIFS("Palatino") "<match target='pattern'><edit name='family' mode='append_last'>"
				       "<string>sans-serif</string></edit></match></fontconfig>";

/* "serif=FILE", "sans-serif=FILE" or "=FILE". */
static void add_face(FcConfig *config, const char *face)
{
	const char *file = strchr(face, '=');
	const FcFontSet *fonts = FcConfigGetFonts(config, FcSetApplication);
	int before = fonts != NULL ? fonts->nfont : 0;
	g_autofree char *generic = NULL;

	if (file == NULL)
		return;
	generic = g_strndup(face, (gsize)(file - face));
	FcConfigAppFontAddFile(config, (const FcChar8 *)file + 1);
	fonts = FcConfigGetFonts(config, FcSetApplication);
	if (*generic != '\0' && fonts != NULL && before < fonts->nfont)
		FcPatternAddString(fonts->fonts[before], FC_FAMILY, (const FcChar8 *)generic);
}

/* The machine's own fonts are never seen. */
static void lay_out_faces(int count, char **faces)
{
	FcConfig *config = FcConfigCreate();

	FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)rules, FcFalse);
	for (int i = 0; i < count; i++)
		add_face(config, faces[i]);
	FcConfigSetCurrent(config);
	FcConfigDestroy(config);
}

/* ---- drawn once, taken down twice ---- */

/* What cairo keeps has its words as outlines: librsvg sets type only into a PDF itself. */
static cairo_surface_t *record(RsvgHandle *handle, const struct photo_order *order, GError **error)
{
	cairo_rectangle_t sheet = {0, 0, order->width_px, order->height_px};
	cairo_surface_t *recording = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &sheet);
	double width = order->width_px * 65536.0 / order->part.width,
	       height = order->height_px * 65536.0 / order->part.height;
	RsvgRectangle viewport = {-order->part.left / 65536.0 * width, -order->part.top / 65536.0 * height,
				  width, height};
	cairo_t *cairo = cairo_create(recording);

	cairo_rectangle(cairo, 0, 0, sheet.width, sheet.height);
	cairo_clip(cairo);
	gboolean good = rsvg_handle_render_document(handle, cairo, &viewport, error);
	cairo_destroy(cairo);
	if (!good)
		g_clear_pointer(&recording, cairo_surface_destroy);
	return recording;
}

static gboolean replay(cairo_surface_t *recording, cairo_t *cairo)
{
	cairo_set_source_surface(cairo, recording, 0, 0);
	cairo_paint(cairo);
	gboolean good = cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cairo);
	return good;
}

static cairo_status_t take_bytes(void *to, const unsigned char *bytes, unsigned length)
{
	GByteArray *array = to;

	if (array->len + (gsize)length > DRAWING_LIMIT_PDF)
		return CAIRO_STATUS_WRITE_ERROR;
	g_byte_array_append(array, bytes, length);
	return CAIRO_STATUS_SUCCESS;
}

static gboolean as_pdf(cairo_surface_t *recording, const struct photo_order *order, GByteArray *pdf)
{
	cairo_surface_t *page =
		cairo_pdf_surface_create_for_stream(take_bytes, pdf, order->width_px, order->height_px);
	gboolean good;

	/* Its dictionaries lie open, and the clock is not in it. */
	cairo_pdf_surface_restrict_to_version(page, CAIRO_PDF_VERSION_1_4);
	cairo_pdf_surface_set_metadata(page, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
	good = replay(recording, cairo_create(page));
	cairo_surface_finish(page);
	good = good && cairo_surface_status(page) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(page);
	return good;
}

/* On paper. */
static cairo_surface_t *as_image(cairo_surface_t *recording, const struct photo_order *order)
{
	double scale = MIN(1, RASTER_MOST / (double)MAX(order->width_px, order->height_px));
	cairo_surface_t *image =
		cairo_image_surface_create(CAIRO_FORMAT_RGB24, MAX(1, (int)(order->width_px * scale + 0.5)),
					   MAX(1, (int)(order->height_px * scale + 0.5)));
	cairo_t *cairo = cairo_create(image);

	cairo_set_source_rgb(cairo, 1, 1, 1);
	cairo_paint(cairo);
	cairo_scale(cairo, scale, scale);
	if (!replay(recording, cairo))
		g_clear_pointer(&image, cairo_surface_destroy);
	else
		cairo_surface_flush(image);
	return image;
}

/* ---- the answer ---- */

static gboolean write_rows(cairo_surface_t *image, FILE *out)
{
	int width = cairo_image_surface_get_width(image), height = cairo_image_surface_get_height(image);
	gsize stride = (gsize)cairo_image_surface_get_stride(image), length = (gsize)width * 3;
	const guint8 *pixels = cairo_image_surface_get_data(image);
	g_autofree guint8 *row = g_malloc(length);
	gboolean good = TRUE;

	for (int y = 0; y < height && good; y++) {
		const guint32 *from = (const guint32 *)(const void *)(pixels + (gsize)y * stride);
		guint8 *to = row;
		for (int x = 0; x < width; x++) {
			*to++ = (guint8)(from[x] >> 16);
			*to++ = (guint8)(from[x] >> 8);
			*to++ = (guint8)from[x];
		}
		good = fwrite(row, 1, length, out) == length;
	}
	return good;
}

static int say_fault(const char *words)
{
	printf(DRAWING_FAULT "%s\n", words);
	return fflush(stdout) == 0 ? 0 : 1;
}

static int say_drawn(const GByteArray *pdf, cairo_surface_t *image)
{
	printf(DRAWING_DRAWN " %d %d %u\n", cairo_image_surface_get_width(image),
	       cairo_image_surface_get_height(image), pdf->len);
	return fwrite(pdf->data, 1, pdf->len, stdout) == pdf->len && write_rows(image, stdout) &&
			       fflush(stdout) == 0
		       ? 0
		       : 1;
}

static int draw(RsvgHandle *handle, const struct photo_order *order)
{
	GByteArray *pdf = g_byte_array_new();
	GError *error = NULL;
	cairo_surface_t *recording = record(handle, order, &error), *image = NULL;

	if (recording == NULL)
		return say_fault(error->message);
	if (as_pdf(recording, order, pdf))
		image = as_image(recording, order);
	if (image == NULL)
		return say_fault("it is too large for a page");
	if (memmem(pdf->data, pdf->len, "/Font", strlen("/Font")) != NULL)
		return say_fault("its words do not become outlines");
	return say_drawn(pdf, image);
}

/* Without a base nothing outside the file can be named. */
static RsvgHandle *read_drawing(GError **error)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	guint8 part[65536];
	ssize_t got;

	while ((got = read(STDIN_FILENO, part, sizeof part)) > 0)
		g_byte_array_append(bytes, part, (guint)got);
	g_autoptr(GInputStream) stream =
		g_memory_input_stream_new_from_data(bytes->data, (gssize)bytes->len, NULL);
	return rsvg_handle_new_from_stream_sync(stream, NULL, RSVG_HANDLE_FLAGS_NONE, NULL, error);
}

static gboolean read_order(int count, char **words, struct photo_order *order)
{
	int *const numbers[NUMBERS] = {&order->width_px, &order->height_px,  &order->part.left,
				       &order->part.top, &order->part.width, &order->part.height};

	for (int i = 0; i < NUMBERS; i++) {
		gint64 number;
		gboolean size = i != 2 && i != 3;
		if (i >= count || !g_ascii_string_to_signed(words[i], 10, size, 65536, &number, NULL))
			return FALSE;
		*numbers[i] = (int)number;
	}
	return TRUE;
}

gboolean photo_board_is_called(int argc, char **argv)
{
	return argc > 1 && strcmp(argv[1], DRAWING_BOARD) == 0;
}

static int draw_what_comes(const struct photo_order *order)
{
	g_autoptr(GError) error = NULL;
	RsvgHandle *handle = read_drawing(&error);

	return handle != NULL ? draw(handle, order) : say_fault(error->message);
}

int photo_board(int argc, char **argv)
{
	struct photo_order order;

	if (!read_order(argc - 2, argv + 2, &order))
		return 64;
	confine();
	lay_out_faces(argc - 2 - NUMBERS, argv + 2 + NUMBERS);
	/* Pango looks faces up in threads of its own and falls over when they are put away meanwhile: so
	   nothing is, and the process ends. */
	_exit(draw_what_comes(&order));
}
