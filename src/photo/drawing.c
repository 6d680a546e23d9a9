/* drawing.c - an SVG goes to the drawing board and comes back as vectors */
#include "photo/drawing.h"

#include <gio/gio.h>
#include <string.h>

/* How far into a file its first element may stand. */
#define SVG_WITHIN  4096
#define ANSWER_MOST 100

static GStrv faces;

void photo_set_faces(const char *const *list)
{
	g_strfreev(faces);
	faces = g_strdupv((char **)list);
}

gboolean drawing_is_svg(GBytes *file)
{
	gsize length;
	const char *bytes = g_bytes_get_data(file, &length), *end;

	if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		bytes += 3, length -= 3;
	for (end = bytes + length; bytes < end && g_ascii_isspace(*bytes); bytes++)
		;
	if (bytes == end || *bytes != '<')
		return FALSE;
	length = MIN((gsize)(end - bytes), SVG_WITHIN);
	return g_strstr_len(bytes, (gssize)length, "<svg") != NULL;
}

gboolean drawing_probe(GBytes *file, struct photo_facts *facts, GError **error)
{
	struct drawing_facts found;
	g_autofree char *sum = NULL;

	if (!drawing_check(file, &found, error))
		return FALSE;
	double unit = DRAWING_UNITS / MAX(found.width, found.height);
	*facts = (struct photo_facts){.format = PHOTO_SVG,
				      .width_px = MAX(1, (int)(found.width * unit + 0.5)),
				      .height_px = MAX(1, (int)(found.height * unit + 0.5)),
				      .orientation = 1,
				      .components = 3,
				      .transparent = TRUE};
	g_free(found.description);
	sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, file);
	g_strlcpy(facts->sha256, sum, sizeof facts->sha256);
	return TRUE;
}

/* ---- the board ---- */

static GPtrArray *call_for(const struct photo_order *order)
{
	GPtrArray *call = g_ptr_array_new_with_free_func(g_free);
	int numbers[] = {order->width_px, order->height_px,  order->part.left,
			 order->part.top, order->part.width, order->part.height};

	g_ptr_array_add(call, g_strdup("/proc/self/exe"));
	g_ptr_array_add(call, g_strdup(DRAWING_BOARD));
	for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
		g_ptr_array_add(call, g_strdup_printf("%d", numbers[i]));
	for (int i = 0; faces != NULL && faces[i] != NULL; i++)
		g_ptr_array_add(call, g_strdup(faces[i]));
	g_ptr_array_add(call, NULL);
	return call;
}

static gboolean tell_board(GError **error, GSubprocess *board, const GError *fault)
{
	if (fault != NULL)
		g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_LIBRARY, "the drawing cannot be drawn: %s",
			    fault->message);
	else if (g_subprocess_get_if_signaled(board))
		g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_LIMIT,
			    "the drawing takes more than %d seconds or %u MB to draw: simplify it",
			    DRAWING_LIMIT_SECONDS, DRAWING_LIMIT_MEMORY >> 20);
	else
		g_set_error_literal(
			error, PHOTO_ERROR, PHOTO_ERROR_LIBRARY,
			"the drawing cannot be drawn: the library gives up; export it as a plain SVG");
	return FALSE;
}

/* Everything the board writes; NULL when it did not come to its end. */
static GBytes *ask_board(GBytes *file, const struct photo_order *order, GError **error)
{
	g_autoptr(GPtrArray) call = call_for(order);
	g_autoptr(GError) fault = NULL;
	g_autoptr(GBytes) answer = NULL;
	GSubprocess *board =
		g_subprocess_newv((const char *const *)call->pdata,
				  G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
					  G_SUBPROCESS_FLAGS_STDERR_SILENCE,
				  &fault);
	gboolean good = board != NULL && g_subprocess_communicate(board, file, NULL, &answer, NULL, &fault) &&
			g_subprocess_get_successful(board);

	if (!good)
		tell_board(error, board, fault);
	g_clear_object(&board);
	return good ? g_steal_pointer(&answer) : NULL;
}

static struct photo_print *read_drawn(GBytes *answer, const char *numbers, gsize from)
{
	g_auto(GStrv) words = g_strsplit(numbers, " ", 3);
	guint64 width = 0, height = 0, bytes = 0, rows = 0;
	gboolean good = g_strv_length(words) == 3 &&
			g_ascii_string_to_unsigned(words[0], 10, 1, 1 << 16, &width, NULL) &&
			g_ascii_string_to_unsigned(words[1], 10, 1, 1 << 16, &height, NULL) &&
			g_ascii_string_to_unsigned(words[2], 10, 1, DRAWING_LIMIT_PDF, &bytes, NULL);
	struct photo_print *print;

	rows = width * height * 3;
	if (!good || g_bytes_get_size(answer) != from + bytes + rows)
		return NULL;
	print = g_new0(struct photo_print, 1);
	*print = (struct photo_print){.bytes = g_bytes_new_from_bytes(answer, from, bytes),
				      .pixels = g_bytes_new_from_bytes(answer, from + bytes, rows),
				      .width_px = (int)width,
				      .height_px = (int)height,
				      .components = 3,
				      .format = PRINT_DRAWING};
	return print;
}

static struct photo_print *read_answer(GBytes *answer, GError **error)
{
	gsize length;
	const char *bytes = g_bytes_get_data(answer, &length);
	const char *end = length > 0 ? memchr(bytes, '\n', length) : NULL;
	g_autofree char *line = end != NULL ? g_strndup(bytes, (gsize)(end - bytes)) : g_strdup("");
	struct photo_print *print = NULL;

	if (g_str_has_prefix(line, DRAWING_DRAWN " "))
		print = read_drawn(answer, line + strlen(DRAWING_DRAWN " "), (gsize)(end - bytes) + 1);
	if (print == NULL)
		g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_LIBRARY,
			    "the drawing cannot be drawn: %s; export it again as a plain SVG",
			    g_str_has_prefix(line, DRAWING_FAULT) ? line + strlen(DRAWING_FAULT)
								  : "the library gives up");
	return print;
}

struct photo_print *drawing_render(GBytes *file, const struct photo_order *order, GError **error)
{
	g_autoptr(GBytes) answer = NULL;

	if (drawing_check(file, NULL, error))
		answer = ask_board(file, order, error);
	return answer != NULL ? read_answer(answer, error) : NULL;
}
