/* fonts.c - the pinned fonts, and what they lack for Vietnamese */
#include <stdio.h>
#include <string.h>

#include "command/commands.h"
#include "command/data_folder.h"
#include "command/wire.h"
#include "design/design.h"
#include "font/fontbook.h"

static gboolean style_uses(const struct text_style *style, const char *role)
{
	return g_strcmp0(style->font, role) == 0 || g_strcmp0(style->font_emphasis, role) == 0 ||
	       g_strcmp0(style->font_strong, role) == 0;
}

static char *styles_using(const struct design *design, const char *role)
{
	g_autoptr(GString) styles = g_string_new(NULL);

	for (int i = 0; i < STYLE_COUNT; i++) {
		if (style_uses(&design->styles[i], role))
			g_string_append_printf(styles, "%s%s", styles->len > 0 ? ", " : "", style_word(i));
	}
	return g_string_free(g_steal_pointer(&styles), FALSE);
}

static void print_face(const struct wire *wire, const struct face *face, const struct design *design)
{
	g_autofree char *lacks = face_lacks_vietnamese(face);
	g_autofree char *styles = design != NULL ? styles_using(design, face->role) : NULL;
	g_autoptr(GString) line = g_string_new(NULL);

	g_string_append_printf(line, "%-22s %s %s (%s)\n", face->role, face->family, face->style, face->file);
	if (*lacks == '\0')
		g_string_append(line, "    Vietnamese: complete\n");
	else
		g_string_append_printf(line, "    Vietnamese: lacks %s\n", lacks);
	if (styles != NULL)
		g_string_append_printf(line, "    styles: %s\n", *styles != '\0' ? styles : "none");
	wire_result(wire, line->str);
}

static void tell_if_not_pinned(const struct fontbook *book, const char *role, const char *style,
			       struct diag *diag)
{
	if (role != NULL && fontbook_face(book, role) == NULL)
		diag_add(diag, DIAG_FONT_MISSING, place_in(NULL, 0, 0),
			 "style '%s' asks for the font '%s', which is not pinned; add it to fonts.yaml or "
			 "change the "
			 "style",
			 style, role);
}

static void compare_with_layout(const struct fontbook *book, const struct design *design, struct diag *diag)
{
	for (int i = 0; i < STYLE_COUNT; i++) {
		const struct text_style *style = &design->styles[i];
		tell_if_not_pinned(book, style->font, style_word(i), diag);
		tell_if_not_pinned(book, style->font_emphasis, style_word(i), diag);
		tell_if_not_pinned(book, style->font_strong, style_word(i), diag);
	}
}

int fonts_run(const struct options *options)
{
	struct wire wire = wire_open(options);
	struct diag *diag = diag_new();
	g_autofree char *fonts = data_folder_fonts(options);
	g_autofree char *layouts = data_folder_layouts(options);
	struct fontbook *book = fontbook_open(fonts, diag);
	struct design *design = NULL;
	int code;

	if (options->operands[0] != NULL)
		design = design_load(layouts, options->operands[0], diag);
	for (int i = 0; book != NULL && i < fontbook_count(book); i++)
		print_face(&wire, fontbook_face_at(book, i), design);
	if (book != NULL && design != NULL)
		compare_with_layout(book, design, diag);
	wire_messages(&wire, diag);
	code = diag_exit_code(diag, FALSE);
	wire_end(&wire, code, NULL);
	design_free(design);
	fontbook_free(book);
	diag_free(diag);
	return code;
}
