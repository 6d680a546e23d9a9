/*
 * columns - shaping and breaking timed beside bare HarfBuzz, and how well the columns are set
 *
 *	columns --fonts FOLDER --layouts FOLDER [--layout NAME] [--rounds N] STORY...
 *
 * A STORY is a Markdown file with front matter. Its paragraphs are set in the
 * layout's body style, one column wide; the shortest of N rounds counts.
 */
#include <hb.h>
#include <stdio.h>
#include <string.h>

#include "font/face_foreign.h"
#include "type/paragraph.h"

struct copy {
	char *text;
	const char *language;
	struct paragraph *paragraph;
	const struct settings *settings;
};

struct quality {
	GArray *spaces; /* int, thousandths of an em, one a full line */
	int hyphenated, ladders, lines, forced;
};

static char *fonts_folder, *layouts_folder, *layout_name;
static char **stories;
static int rounds = 5;

static const GOptionEntry options[] = {
	{"fonts", 0, 0, G_OPTION_ARG_FILENAME, &fonts_folder, "the pinned fonts", "FOLDER"},
	{"layouts", 0, 0, G_OPTION_ARG_FILENAME, &layouts_folder, "the layouts", "FOLDER"},
	{"layout", 0, 0, G_OPTION_ARG_STRING, &layout_name, "tabloid where it is left out", "NAME"},
	{"rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "the shortest counts", "N"},
	{G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &stories, NULL, "STORY..."},
	{NULL, 0, 0, 0, NULL, NULL, NULL},
};

/* ---- copy ---- */

static void paragraph_take(GArray *copies, GString *lines, const char *language)
{
	struct copy copy = {.language = language};

	if (lines->len == 0 || strchr("#>|-!", lines->str[0])) {
		g_string_truncate(lines, 0);
		return;
	}
	GString *text = g_string_new(NULL);

	for (const char *at = lines->str; *at; at++)
		if (*at != '*')
			g_string_append_c(text, *at);
	copy.text = g_string_free(text, FALSE);
	g_array_append_val(copies, copy);
	g_string_truncate(lines, 0);
}

static void story_take(GArray *copies, const char *path)
{
	g_autofree char *whole = NULL;
	const char *language = "en";
	int fences = 0;

	if (!g_file_get_contents(path, &whole, NULL, NULL))
		g_error("%s cannot be read", path);
	g_auto(GStrv) lines = g_strsplit(whole, "\n", -1);
	GString *paragraph = g_string_new(NULL);

	for (int i = 0; lines[i]; i++) {
		if (strcmp(lines[i], "---") == 0 && fences < 2)
			fences++;
		else if (fences < 2 && g_str_has_prefix(lines[i], "language: vi"))
			language = "vi";
		else if (fences == 2 && *lines[i])
			g_string_append_printf(paragraph, "%s%s", paragraph->len > 0 ? " " : "", lines[i]);
		else
			paragraph_take(copies, paragraph, language);
	}
	paragraph_take(copies, paragraph, language);
	g_string_free(paragraph, TRUE);
}

/* ---- the race ---- */

static double harfbuzz_round(const GArray *copies, hb_font_t *font)
{
	gint64 start = g_get_monotonic_time();

	for (guint i = 0; i < copies->len; i++) {
		hb_buffer_t *buffer = hb_buffer_create();

		hb_buffer_add_utf8(buffer, g_array_index(copies, struct copy, i).text, -1, 0, -1);
		hb_buffer_guess_segment_properties(buffer);
		hb_shape(font, buffer, NULL, 0);
		hb_buffer_destroy(buffer);
	}
	return (double)(g_get_monotonic_time() - start) / 1000.0;
}

static void copies_clear(GArray *copies)
{
	for (guint i = 0; i < copies->len; i++) {
		struct copy *copy = &g_array_index(copies, struct copy, i);

		g_clear_pointer(&copy->paragraph, paragraph_free);
	}
}

static double type_round(GArray *copies, struct typesetter *typesetter, const struct text_style *style,
			 const struct measure *measure, double *breaking)
{
	copies_clear(copies);
	gint64 start = g_get_monotonic_time();

	for (guint i = 0; i < copies->len; i++) {
		struct copy *copy = &g_array_index(copies, struct copy, i);
		struct text_run run = {.text = copy->text, .font = style->font, .language = copy->language};

		copy->paragraph = paragraph_new(typesetter, style, &run, 1);
	}
	gint64 shaped = g_get_monotonic_time();

	for (guint i = 0; i < copies->len; i++) {
		struct copy *copy = &g_array_index(copies, struct copy, i);

		copy->settings = paragraph_settings(copy->paragraph, measure);
	}
	gint64 end = g_get_monotonic_time();

	*breaking = (double)(end - shaped) / 1000.0;
	return (double)(end - start) / 1000.0;
}

/* ---- quality ---- */

static void setting_judge(struct quality *quality, const struct copy *copy, const struct setting *setting,
			  const struct measure *measure)
{
	int run = 0;

	quality->forced += setting->stage == 3;
	quality->lines += setting->lines;
	for (int i = 0; i < setting->lines; i++) {
		struct set_line *line = paragraph_line(copy->paragraph, setting, measure, i);

		if (line->full && line->spaces > 0) {
			g_array_append_val(quality->spaces, line->space_em);
			quality->hyphenated += line->hyphenated;
		}
		run = line->hyphenated ? run + 1 : 0;
		quality->ladders += run == 3;
		set_line_free(line);
	}
}

static int by_value(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static void quality_print(const char *what, struct quality *quality)
{
	GArray *spaces = quality->spaces;
	guint count = spaces->len, loose = 0;

	if (count == 0)
		return;
	g_array_sort(spaces, by_value);
	for (guint i = 0; i < count; i++)
		loose += g_array_index(spaces, int, i) > 500;
	printf("%-12s %6u  %.3f  %.3f  %.3f  %.3f  %5.2f%%  %5.1f%%  %7d  %6d\n", what, count,
	       g_array_index(spaces, int, count / 2) / 1000.0,
	       g_array_index(spaces, int, count * 95 / 100) / 1000.0,
	       g_array_index(spaces, int, count * 99 / 100) / 1000.0,
	       g_array_index(spaces, int, count - 1) / 1000.0, 100.0 * loose / count,
	       100.0 * quality->hyphenated / count, quality->ladders, quality->forced);
}

/* Best settings, or those `step` lines from it where there are any. */
static int quality_of(const GArray *copies, const struct measure *measure, const char *what, int step)
{
	struct quality quality = {.spaces = g_array_new(FALSE, FALSE, sizeof(int))};
	int paragraphs = 0;

	for (guint i = 0; i < copies->len; i++) {
		const struct copy *copy = &g_array_index(copies, struct copy, i);
		int index = copy->settings->best + step;

		if (index < 0 || index >= copy->settings->count)
			continue;
		paragraphs++;
		setting_judge(&quality, copy, &copy->settings->by_lines[index], measure);
	}
	quality_print(what, &quality);
	g_array_unref(quality.spaces);
	return paragraphs;
}

/* ---- all of it ---- */

static void race(GArray *copies, struct typesetter *typesetter, const struct face *face,
		 const struct text_style *style, const struct measure *measure)
{
	hb_font_t *font = hb_font_create(face_hb_face(face));
	double bare = G_MAXDOUBLE, ours = G_MAXDOUBLE, breaking = 0;

	hb_font_set_scale(font, style->size, style->size);
	for (int i = 0; i < rounds; i++) {
		double broken, round = type_round(copies, typesetter, style, measure, &broken);

		if (round < ours) {
			ours = round;
			breaking = broken;
		}
		bare = MIN(bare, harfbuzz_round(copies, font));
	}
	hb_font_destroy(font);
	printf("%u paragraphs: hb_shape() %.1f ms; shaped %.1f ms and broken for every line count %.1f ms; "
	       "ratio %.2f\n\n",
	       copies->len, bare, ours - breaking, breaking, ours / bare);
}

static int bench(struct fontbook *book, const struct design *design, struct diag *diag)
{
	GArray *copies = g_array_new(FALSE, TRUE, sizeof(struct copy));
	const struct text_style *style = &design->styles[STYLE_BODY];
	struct measure measure = {.width = design_measure(design, design->columns, 1),
				  .indent = style->indent};
	struct typesetter *typesetter = typesetter_new(book, design, diag);

	for (int i = 0; stories[i]; i++)
		story_take(copies, stories[i]);
	race(copies, typesetter, fontbook_face(book, style->font), style, &measure);
	printf("%-12s %6s  %5s  %5s  %5s  %5s  %6s  %6s  %7s  %6s\n", "set", "full", "p50", "p95", "p99",
	       "max", "loose", "hyph", "ladders", "forced");
	quality_of(copies, &measure, "best", 0);
	int longer = quality_of(copies, &measure, "one longer", 1);
	int shorter = quality_of(copies, &measure, "one shorter", -1);

	printf("\none line longer: %d of %u paragraphs, one shorter: %d\n", longer, copies->len, shorter);
	copies_clear(copies);
	for (guint i = 0; i < copies->len; i++)
		g_free(g_array_index(copies, struct copy, i).text);
	g_array_unref(copies);
	typesetter_free(typesetter);
	return 0;
}

int main(int argc, char **argv)
{
	g_autoptr(GOptionContext) context = g_option_context_new(NULL);
	g_autoptr(GError) error = NULL;
	struct diag *diag = diag_new();

	g_option_context_add_main_entries(context, options, NULL);
	if (!g_option_context_parse(context, &argc, &argv, &error) || !fonts_folder || !layouts_folder ||
	    !stories) {
		fprintf(stderr, "%s\n",
			error ? error->message : "usage: columns --fonts FOLDER --layouts FOLDER STORY...");
		return 64;
	}
	struct fontbook *book = fontbook_open(fonts_folder, diag);
	struct design *design = design_load(layouts_folder, layout_name ? layout_name : "tabloid", diag);

	if (!book || !design) {
		for (guint i = 0; i < diag->messages->len; i++) {
			g_autofree char *line = diag_message_line(g_ptr_array_index(diag->messages, i));

			fprintf(stderr, "%s\n", line);
		}
		return 69;
	}
	int status = bench(book, design, diag);

	design_free(design);
	fontbook_free(book);
	diag_free(diag);
	return status;
}
