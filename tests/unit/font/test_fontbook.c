/* The pinned fonts are found exactly, and nothing else ever is. */
#include "font/fontbook.h"

#include <fontconfig/fontconfig.h>
#include <glib/gstdio.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "font/face_foreign.h"

static const char *test_fonts(void)
{
	const char *fonts = g_getenv("ANBAN_TEST_FONTS");

	g_assert_nonnull(fonts);
	return fonts;
}

static struct fontbook *book_open(void)
{
	struct diag *diag = diag_new();
	struct fontbook *book = fontbook_open(test_fonts(), diag);

	g_assert_nonnull(book);
	g_assert_cmpuint(diag->messages->len, ==, 0);
	diag_free(diag);
	return book;
}

static const char *font_file(PangoFont *font)
{
	FcChar8 *file;

	g_assert_true(FcPatternGetString(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_FILE, 0, &file) ==
		      FcResultMatch);
	return (const char *)file;
}

/* ---- every role is its own file ---- */

static GList *text_itemize(const struct fontbook *book, const struct face *face, const char *text)
{
	PangoAttrList *attributes = pango_attr_list_new();
	PangoFontDescription *description = face_pango_description(face, fix_from_pt(8.5));

	pango_attr_list_insert(attributes, pango_attr_font_desc_new(description));
	pango_attr_list_insert(attributes, pango_attr_fallback_new(FALSE));
	GList *items = pango_itemize_with_base_dir(fontbook_pango_context(book), PANGO_DIRECTION_LTR, text, 0,
						   (int)strlen(text), attributes, NULL);

	pango_font_description_free(description);
	pango_attr_list_unref(attributes);
	return items;
}

static void items_free(GList *items)
{
	g_list_free_full(items, (GDestroyNotify)pango_item_free);
}

static void test_role_sets_its_file(void)
{
	struct fontbook *book = book_open();

	for (int i = 0; i < fontbook_count(book); i++) {
		const struct face *face = fontbook_face_at(book, i);
		GList *items = text_itemize(book, face, "Đường phố Hà Nội");

		g_assert_cmpint(face->index, ==, i);
		g_assert_true(face->book == book);
		g_assert_cmpuint(g_list_length(items), ==, 1);
		PangoItem *item = items->data;
		g_autofree char *base = g_path_get_basename(font_file(item->analysis.font));

		g_assert_cmpstr(base, ==, face->file);
		g_assert_true(fontbook_face_of(book, item->analysis.font) == face);
		items_free(items);
	}
	fontbook_free(book);
}

static void test_roles_of_the_paper(void)
{
	static const char *const roles[] = {
		"body",	    "body-italic",    "body-bold",	"body-bold-italic",
		"headline", "headline-heavy", "headline-black", "headline-light",
		"sans",	    "sans-italic",    "sans-bold",	"sans-black"};
	struct fontbook *book = book_open();

	for (gsize i = 0; i < G_N_ELEMENTS(roles); i++) {
		const struct face *face = fontbook_face(book, roles[i]);

		g_assert_nonnull(face);
		g_assert_cmpstr(face->role, ==, roles[i]);
		g_assert_cmpuint(strlen(face->sha256), ==, 64);
	}
	g_assert_null(fontbook_face(book, "body-outline"));
	const struct face *bold_italic = fontbook_face(book, "body-bold-italic");

	g_assert_cmpstr(bold_italic->file, ==, "NotoSerif-SemiCondensedBoldItalic.ttf");
	g_assert_cmpstr(bold_italic->family, ==, "Noto Serif");
	g_assert_cmpstr(bold_italic->style, ==, "SemiCondensed Bold Italic");
	fontbook_free(book);
}

static void test_measures(void)
{
	struct fontbook *book = book_open();
	const struct face *body = fontbook_face(book, "body");

	g_assert_cmpint(body->units_per_em, ==, 1000);
	g_assert_cmpint(body->cap_height, ==, 714);
	g_assert_cmpint(body->x_height, ==, 536);
	g_assert_cmpint(body->ascent, ==, 1069);
	g_assert_cmpint(body->descent, ==, 293);
	fontbook_free(book);
}

/* ---- nothing else is found ---- */

static void family_is_never_outside(const struct fontbook *book, const char *family)
{
	PangoFontDescription *description = pango_font_description_new();

	pango_font_description_set_family(description, family);
	pango_font_description_set_absolute_size(description, 10 * FIX_PT);
	g_autoptr(PangoFont) font = pango_context_load_font(fontbook_pango_context(book), description);

	if (font) {
		g_autofree char *folder = g_path_get_dirname(font_file(font));

		g_assert_cmpstr(folder, ==, test_fonts());
		g_assert_nonnull(fontbook_face_of(book, font));
	}
	pango_font_description_free(description);
}

static void test_machine_fonts_are_never_found(void)
{
	static const char *const families[] = {"DejaVu Sans",  "Noto Sans Thai", "Noto Serif",
					       "sans-serif",   "serif",		 "monospace",
					       "Nimbus Roman", "no such family"};
	struct fontbook *book = book_open();
	PangoFontFamily **seen;
	int count;

	for (gsize i = 0; i < G_N_ELEMENTS(families); i++)
		family_is_never_outside(book, families[i]);
	pango_context_list_families(fontbook_pango_context(book), &seen, &count);
	for (int i = 0; i < count; i++) {
		const char *name = pango_font_family_get_name(seen[i]);
		gboolean is_alias = strcmp(name, "Sans") == 0 || strcmp(name, "Serif") == 0 ||
				    strcmp(name, "Monospace") == 0 || strcmp(name, "System-ui") == 0;

		g_assert_true(is_alias || fontbook_face(book, name));
	}
	g_free(seen);
	fontbook_free(book);
}

static void test_machine_configuration_is_not_read(void)
{
	struct fontbook *book = book_open();
	FcStrList *files = FcConfigGetConfigFiles(FcConfigGetCurrent());
	FcFontSet *fonts = FcConfigGetFonts(FcConfigGetCurrent(), FcSetSystem);

	g_assert_null(FcStrListNext(files));
	g_assert_true(!fonts || fonts->nfont == 0);
	FcStrListDone(files);
	fontbook_free(book);
}

static void test_missing_glyph_is_not_borrowed(void)
{
	struct fontbook *book = book_open();
	const struct face *body = fontbook_face(book, "body");
	const char *text = "กล้า"; /* Thai: no pinned font has it */
	GList *items = text_itemize(book, body, text);

	g_assert_false(face_has(body, 0x0e01));
	for (GList *at = items; at; at = at->next) {
		PangoItem *item = at->data;

		g_assert_true(!item->analysis.font || fontbook_face_of(book, item->analysis.font) == body);
	}
	items_free(items);
	fontbook_free(book);
}

static void test_advances_are_unrounded(void)
{
	struct fontbook *book = book_open();
	const struct face *body = fontbook_face(book, "body");
	const char *text = "n";
	GList *items = text_itemize(book, body, text);
	PangoItem *item = items->data;
	PangoGlyphString *glyphs = pango_glyph_string_new();
	hb_font_t *plain = hb_font_create(face_hb_face(body));
	hb_codepoint_t glyph;

	pango_shape_full(text, 1, text, 1, &item->analysis, glyphs);
	g_assert_true(hb_font_get_nominal_glyph(plain, 'n', &glyph));
	hb_font_set_scale(plain, body->units_per_em, body->units_per_em);
	fix exact =
		fix_scale(hb_font_get_glyph_h_advance(plain, glyph), fix_from_pt(8.5), body->units_per_em);

	g_assert_cmpuint(glyphs->glyphs[0].glyph, ==, glyph);
	g_assert_cmpint(ABS(glyphs->glyphs[0].geometry.width - exact), <=, 1);
	hb_font_destroy(plain);
	pango_glyph_string_free(glyphs);
	items_free(items);
	fontbook_free(book);
}

/* ---- lists that are faulty ---- */

struct list_case {
	char *folder;
	struct diag *diag;
};

static struct list_case list_case_new(const char *list)
{
	struct list_case c = {g_dir_make_tmp("anban-fonts-XXXXXX", NULL), diag_new()};
	g_autofree char *path = g_build_filename(c.folder, "fonts.yaml", NULL);

	g_assert_true(g_file_set_contents(path, list, -1, NULL));
	return c;
}

static void list_case_put(const struct list_case *c, const char *name, const char *bytes)
{
	g_autofree char *path = g_build_filename(c->folder, name, NULL);

	g_assert_true(g_file_set_contents(path, bytes, -1, NULL));
}

static void list_case_free(struct list_case *c)
{
	g_autoptr(GDir) folder = g_dir_open(c->folder, 0, NULL);
	const char *name;

	while ((name = g_dir_read_name(folder))) {
		g_autofree char *path = g_build_filename(c->folder, name, NULL);

		g_unlink(path);
	}
	g_rmdir(c->folder);
	g_free(c->folder);
	diag_free(c->diag);
}

static const struct diag_message *message_at(const struct list_case *c, guint index)
{
	g_assert_cmpuint(c->diag->messages->len, >, index);
	return g_ptr_array_index(c->diag->messages, index);
}

static void assert_refused(const char *list, enum diag_code code, int line, const char *words)
{
	struct list_case c = list_case_new(list);

	list_case_put(&c, "not-a-font.ttf", "This is a text, not a font.");
	g_assert_null(fontbook_open(c.folder, c.diag));
	const struct diag_message *message = message_at(&c, 0);

	g_assert_cmpint(message->code, ==, code);
	g_assert_cmpint(message->place.line, ==, line);
	if (!strstr(message->text, words))
		g_error("'%s' does not say '%s'", message->text, words);
	list_case_free(&c);
}

static void test_faulty_lists(void)
{
	assert_refused("faces: []\n", DIAG_LAYOUT_VALUE, 1, "no face is pinned");
	assert_refused("faces:\n  - {role: Body Text, file: a.ttf}\n", DIAG_LAYOUT_VALUE, 2,
		       "cannot name a role");
	assert_refused("faces:\n  - {role: body, file: ../a.ttf}\n", DIAG_LAYOUT_VALUE, 2, "no file name");
	assert_refused("faces:\n  - {role: body, file: a.ttf, sha256: 12ab}\n", DIAG_LAYOUT_VALUE, 2,
		       "64 hexadecimal digits");
	assert_refused("faces:\n  - {role: body, file: no.ttf}\n", DIAG_FONT_MISSING, 2, "put it there");
	assert_refused("faces:\n  - {role: body, file: no.ttf, package: fonts-noto-extra}\n",
		       DIAG_FONT_MISSING, 2, "fonts-noto-extra");
	assert_refused("faces:\n  - {role: body, file: not-a-font.ttf}\n", DIAG_FONT_MISSING, 2,
		       "not a font file");
	assert_refused("faces:\n  - {role: body}\n", DIAG_LAYOUT_VALUE, 2, "file");
	assert_refused("faces: [\n", DIAG_LAYOUT_SYNTAX, 2, "");
}

static void test_role_pinned_twice(void)
{
	g_autofree char *list = g_strdup_printf("folders: %s\nfaces:\n"
						"  - {role: body, file: NotoSans-Condensed.ttf}\n"
						"  - {role: body, file: NotoSans-CondensedBold.ttf}\n",
						test_fonts());

	assert_refused(list, DIAG_LAYOUT_VALUE, 4, "pinned twice");
}

static void test_every_missing_file_is_named(void)
{
	struct list_case c = list_case_new("faces:\n  - {role: body, file: one.ttf}\n"
					   "  - {role: sans, file: two.ttf}\n");

	g_assert_null(fontbook_open(c.folder, c.diag));
	g_assert_cmpuint(c.diag->messages->len, ==, 2);
	g_assert_nonnull(strstr(message_at(&c, 0)->text, "one.ttf"));
	g_assert_nonnull(strstr(message_at(&c, 1)->text, "two.ttf"));
	g_assert_cmpint(diag_exit_code(c.diag, FALSE), ==, 69);
	list_case_free(&c);
}

static void test_folder_without_list(void)
{
	struct diag *diag = diag_new();

	g_assert_null(fontbook_open("/nonexistent/fonts", diag));
	g_assert_cmpint(diag_exit_code(diag, FALSE), ==, 69);
	diag_free(diag);
}

/* ---- hashes, and a paper's own fonts ---- */

static void test_changed_hash_names_both(void)
{
	const char *pinned = "00000000000000000000000000000000000000000000000000000000000000aa";
	g_autofree char *list = g_strdup_printf(
		"folders: [%s]\nfaces:\n  - {role: body, file: NotoSans-Condensed.ttf, sha256: %s}\n",
		test_fonts(), pinned);
	g_autofree char *path = g_build_filename(test_fonts(), "NotoSans-Condensed.ttf", NULL);
	g_autofree char *bytes = NULL;
	gsize length;
	struct list_case c = list_case_new(list);
	struct fontbook *book = fontbook_open(c.folder, c.diag);

	g_assert_nonnull(book);
	g_assert_cmpuint(c.diag->messages->len, ==, 1);
	const struct diag_message *message = message_at(&c, 0);

	g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
	g_autofree char *found =
		g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, length);

	g_assert_cmpint(message->code, ==, DIAG_FONT_CHANGED);
	g_assert_cmpint(message->severity, ==, DIAG_WARNING);
	g_assert_nonnull(strstr(message->text, pinned));
	g_assert_nonnull(strstr(message->text, found));
	fontbook_free(book);
	list_case_free(&c);
}

static void test_own_fonts_without_hash(void)
{
	g_autofree char *list = g_strdup_printf("folders: %s\nfaces:\n"
						"  - {role: body, file: NotoSans-CondensedItalic.ttf}\n"
						"  - {role: again, file: NotoSans-CondensedItalic.ttf}\n",
						test_fonts());
	struct list_case c = list_case_new(list);
	struct fontbook *book = fontbook_open(c.folder, c.diag);

	g_assert_nonnull(book);
	g_assert_cmpuint(c.diag->messages->len, ==, 0);
	g_assert_cmpstr(fontbook_face(book, "body")->family, ==, "Noto Sans");
	g_assert_cmpstr(fontbook_face(book, "body")->style, ==, "Condensed Italic");
	g_assert_cmpstr(fontbook_face(book, "again")->sha256, ==, "");
	fontbook_free(book);
	list_case_free(&c);
}

static void test_wrong_name_is_told(void)
{
	g_autofree char *list = g_strdup_printf(
		"folders: %s\nfaces:\n"
		"  - {role: body, family: Garamond, style: Roman, file: NotoSans-Condensed.ttf}\n",
		test_fonts());
	struct list_case c = list_case_new(list);
	struct fontbook *book = fontbook_open(c.folder, c.diag);

	g_assert_nonnull(book);
	g_assert_cmpint(message_at(&c, 0)->code, ==, DIAG_FONT_CHANGED);
	g_assert_nonnull(strstr(message_at(&c, 0)->text, "Garamond"));
	fontbook_free(book);
	list_case_free(&c);
}

/* ---- Vietnamese ---- */

static void test_vietnamese_is_covered(void)
{
	struct fontbook *book = book_open();

	for (int i = 0; i < fontbook_count(book); i++) {
		g_autofree char *lacking = face_lacks_vietnamese(fontbook_face_at(book, i));

		g_assert_cmpstr(lacking, ==, "");
	}
	g_assert_false(face_has(fontbook_face(book, "body"), 0x2212));
	fontbook_free(book);
}

static void test_lacking_letters_are_named(void)
{
	const char *source = g_getenv("ANBAN_SOURCE");
	g_autofree char *list = g_strdup_printf("folders: %s/tests/unit/font\nfaces:\n"
						"  - {role: body, file: latin-only.ttf}\n",
						source);
	struct list_case c = list_case_new(list);
	struct fontbook *book = fontbook_open(c.folder, c.diag);

	g_assert_nonnull(book);
	g_autofree char *lacking = face_lacks_vietnamese(fontbook_face(book, "body"));
	g_auto(GStrv) letters = g_strsplit(lacking, " ", -1);

	/* Of the 134, Latin-1 has à á ã â è é ê ì í ò ó õ ô ù ú ý in both cases. */
	g_assert_cmpuint(g_strv_length(letters), ==, 134 - 32);
	g_assert_true(g_strv_contains((const char *const *)letters, "ữ"));
	g_assert_true(g_strv_contains((const char *const *)letters, "Đ"));
	g_assert_false(g_strv_contains((const char *const *)letters, "Ê"));
	fontbook_free(book);
	list_case_free(&c);
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/fontbook/role-sets-its-file", test_role_sets_its_file);
	g_test_add_func("/fontbook/roles-of-the-paper", test_roles_of_the_paper);
	g_test_add_func("/fontbook/measures", test_measures);
	g_test_add_func("/fontbook/machine-fonts", test_machine_fonts_are_never_found);
	g_test_add_func("/fontbook/machine-configuration", test_machine_configuration_is_not_read);
	g_test_add_func("/fontbook/missing-glyph", test_missing_glyph_is_not_borrowed);
	g_test_add_func("/fontbook/unrounded", test_advances_are_unrounded);
	g_test_add_func("/fontbook/faulty-lists", test_faulty_lists);
	g_test_add_func("/fontbook/role-twice", test_role_pinned_twice);
	g_test_add_func("/fontbook/every-missing-file", test_every_missing_file_is_named);
	g_test_add_func("/fontbook/folder-without-list", test_folder_without_list);
	g_test_add_func("/fontbook/changed-hash", test_changed_hash_names_both);
	g_test_add_func("/fontbook/own-fonts", test_own_fonts_without_hash);
	g_test_add_func("/fontbook/wrong-name", test_wrong_name_is_told);
	g_test_add_func("/coverage/vietnamese", test_vietnamese_is_covered);
	g_test_add_func("/coverage/lacking", test_lacking_letters_are_named);
	return g_test_run();
}
