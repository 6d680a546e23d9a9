/*
 * small_edition.h - editions written by a test, made up for real
 */
#ifndef TESTS_SMALL_EDITION_H
#define TESTS_SMALL_EDITION_H

#include <glib/gstdio.h>
#include <string.h>

#include "makeup/makeup.h"

struct small_edition {
	char *folder;
	struct diag *diag;
	struct edition *edition;
	struct design *design;
	struct fontbook *book;
	struct decisions *decisions;
	struct paper *paper;
};

static inline void small_write(const struct small_edition *small, const char *path, const char *text)
{
	g_autofree char *full = g_build_filename(small->folder, path, NULL);
	g_autofree char *folder = g_path_get_dirname(full);

	g_assert_cmpint(g_mkdir_with_parents(folder, 0755), ==, 0);
	g_assert_true(g_file_set_contents(full, text, -1, NULL));
}

static inline struct small_edition small_new(void)
{
	struct small_edition small = {0};

	small.folder = g_dir_make_tmp("anban-makeup-XXXXXX", NULL);
	g_assert_nonnull(small.folder);
	return small;
}

/* A paragraph of so many words, never the same twice. */
static inline char *small_words(int seed, int count)
{
	static const char *const words[] = {"ferry", "the", "harbour", "waits", "morning", "for", "boats", "Hải", "Phòng",
					    "people", "carry", "baskets", "of", "fruit", "across", "water", "and", "bridge"};
	GString *text = g_string_new(NULL);

	for (int i = 0; i < count; i++)
		g_string_append_printf(text, "%s%s", i > 0 ? " " : "", words[(seed * 7 + i * i + i) % G_N_ELEMENTS(words)]);
	g_string_append_c(text, '.');
	return g_string_free(text, FALSE);
}

/* A story of paragraphs of 40 words, written to `path`; `extra` is more front matter. */
static inline void small_story(const struct small_edition *small, const char *path, int paragraphs, const char *extra)
{
	g_autoptr(GString) text = g_string_new("---\n");

	g_string_append_printf(text, "headline: Boats wait at %s\nsection: News\n%s---\n", path, extra);
	for (int i = 0; i < paragraphs; i++) {
		g_autofree char *words = small_words((int)strlen(path) + i, 40);
		g_string_append_printf(text, "%s\n\n", words);
	}
	small_write(small, path, text->str);
}

static inline void small_make(struct small_edition *small, const char *edition_yaml)
{
	g_autofree char *layouts = g_build_filename(g_getenv("ANBAN_SOURCE"), "layouts", NULL);

	small_write(small, "edition.yaml", edition_yaml);
	small->diag = diag_new();
	small->edition = edition_load(small->folder, small->diag);
	g_assert_nonnull(small->edition);
	small->design = design_load(layouts, "tabloid", small->diag);
	g_assert_nonnull(small->design);
	small->book = fontbook_open(g_getenv("ANBAN_TEST_FONTS"), small->diag);
	g_assert_nonnull(small->book);
	small->decisions = decisions_new();
	small->paper = makeup_paper(small->edition, small->design, small->book, NULL, small->decisions, small->diag);
}

static inline void small_remove(const char *folder)
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	const char *name;

	while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
		g_autofree char *path = g_build_filename(folder, name, NULL);
		if (g_file_test(path, G_FILE_TEST_IS_DIR))
			small_remove(path);
		else
			g_remove(path);
	}
	if (dir != NULL)
		g_dir_close(dir);
	g_rmdir(folder);
}

static inline void small_free(struct small_edition *small)
{
	paper_free(small->paper);
	decisions_free(small->decisions);
	fontbook_free(small->book);
	design_free(small->design);
	edition_free(small->edition);
	diag_free(small->diag);
	small_remove(small->folder);
	g_free(small->folder);
}

static inline const struct story_decision *small_decision(const struct small_edition *small, const char *id)
{
	for (guint i = 0; i < small->decisions->stories->len; i++) {
		const struct story_decision *story = small->decisions->stories->pdata[i];
		if (strcmp(story->id, id) == 0)
			return story;
	}
	return NULL;
}

static inline gboolean small_told(const struct small_edition *small, enum diag_code code, const char *part)
{
	for (guint i = 0; i < small->diag->messages->len; i++) {
		const struct diag_message *message = small->diag->messages->pdata[i];
		if (message->code == code && (part == NULL || strstr(message->text, part) != NULL))
			return TRUE;
	}
	return FALSE;
}

#endif
