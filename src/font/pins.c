#include "font/pins.h"

#include <string.h>

#include "base/yaml_tree.h"

#define LIST_NAME "fonts.yaml"

static const struct yaml_codes codes = {
	.syntax = DIAG_LAYOUT_SYNTAX,
	.unknown_key = DIAG_LAYOUT_KEY_UNKNOWN,
	.duplicate_key = DIAG_LAYOUT_SYNTAX,
	.missing_key = DIAG_LAYOUT_VALUE,
	.wrong_value = DIAG_LAYOUT_VALUE,
};

static const struct schema_key face_keys[] = {
	{.name = "role", .type = SCHEMA_TEXT, .flags = SCHEMA_REQUIRED},
	{.name = "family", .type = SCHEMA_TEXT},
	{.name = "style", .type = SCHEMA_TEXT},
	{.name = "package", .type = SCHEMA_TEXT},
	{.name = "file", .type = SCHEMA_TEXT, .flags = SCHEMA_REQUIRED},
	{.name = "sha256", .type = SCHEMA_TEXT},
	{.name = "licence", .type = SCHEMA_TEXT},
	{0},
};

static const struct schema_key list_keys[] = {
	{.name = "licence", .type = SCHEMA_TEXT},
	{.name = "folders", .type = SCHEMA_TEXTS},
	{.name = "faces", .type = SCHEMA_LIST, .flags = SCHEMA_REQUIRED, .inside = face_keys},
	{0},
};

static void pin_free(gpointer data)
{
	struct font_pin *pin = data;

	g_free(pin->family);
	g_free(pin->style);
	g_free(pin->package);
	g_free(pin->file);
	g_free(pin->sha256);
	g_free(pin->path);
	g_free(pin);
}

static gboolean role_is_word(const char *role)
{
	return *role && strspn(role, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(role);
}

static gboolean sha256_is_well_formed(const char *text)
{
	return strlen(text) == 64 && strspn(text, "0123456789abcdefABCDEF") == 64;
}

static gboolean role_is_new(const GPtrArray *pins, const char *role)
{
	for (guint i = 0; i < pins->len; i++) {
		const struct font_pin *pin = g_ptr_array_index(pins, i);

		if (strcmp(pin->role, role) == 0)
			return FALSE;
	}
	return TRUE;
}

static gboolean pin_is_sound(const GPtrArray *pins, const struct font_pin *pin, struct diag *diag)
{
	if (!role_is_word(pin->role))
		diag_add(diag, DIAG_LAYOUT_VALUE, pin->place,
			 "'%s' cannot name a role: use small letters, digits and hyphens", pin->role);
	else if (!role_is_new(pins, pin->role))
		diag_add(diag, DIAG_LAYOUT_VALUE, pin->place,
			 "the role '%s' is pinned twice: keep one of the two", pin->role);
	else if (!*pin->file || strchr(pin->file, '/'))
		diag_add(diag, DIAG_LAYOUT_VALUE, pin->place,
			 "'%s' is no file name: name the folder under 'folders:'", pin->file);
	else if (pin->sha256 && !sha256_is_well_formed(pin->sha256))
		diag_add(diag, DIAG_LAYOUT_VALUE, pin->place,
			 "sha256 of %s has not 64 hexadecimal digits: write what sha256sum prints, or "
			 "leave it out",
			 pin->file);
	else
		return TRUE;
	return FALSE;
}

static struct font_pin *pin_read(const struct yaml_node *entry)
{
	struct font_pin *pin = g_new0(struct font_pin, 1);
	const char *sha256 = yaml_text(entry, "sha256", NULL);

	pin->role = g_intern_string(yaml_text(entry, "role", ""));
	pin->family = g_strdup(yaml_text(entry, "family", ""));
	pin->style = g_strdup(yaml_text(entry, "style", ""));
	pin->package = g_strdup(yaml_text(entry, "package", ""));
	pin->file = g_strdup(yaml_text(entry, "file", ""));
	pin->sha256 = sha256 && *sha256 ? g_ascii_strdown(sha256, -1) : NULL;
	pin->place = entry->place;
	return pin;
}

/* The folders to look in, the list's own first. */
static GPtrArray *folders_read(const char *fonts, const struct yaml_node *list)
{
	const struct yaml_node *named = yaml_get(list, "folders");
	GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(folders, g_strdup(fonts));
	if (named && named->kind == YAML_SCALAR && !named->null)
		g_ptr_array_add(folders, g_canonicalize_filename(named->text, fonts));
	for (guint i = 0; named && named->nodes && i < named->nodes->len; i++) {
		const struct yaml_node *folder = g_ptr_array_index(named->nodes, i);

		g_ptr_array_add(folders, g_canonicalize_filename(folder->text, fonts));
	}
	return folders;
}

static char *file_find(const GPtrArray *folders, const char *file)
{
	for (guint i = 0; i < folders->len; i++) {
		g_autofree char *path = g_build_filename(g_ptr_array_index(folders, i), file, NULL);

		if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
			return g_steal_pointer(&path);
	}
	return NULL;
}

static void pin_tell_missing(const struct font_pin *pin, const char *fonts, struct diag *diag)
{
	if (*pin->package)
		diag_add(diag, DIAG_FONT_MISSING, pin->place,
			 "font file %s for '%s' is not in %s: run fonts/fetch %s, or copy it there from the "
			 "package %s",
			 pin->file, pin->role, fonts, fonts, pin->package);
	else
		diag_add(diag, DIAG_FONT_MISSING, pin->place,
			 "font file %s for '%s' is not in %s: put it there or name its folder under "
			 "'folders:'",
			 pin->file, pin->role, fonts);
}

static GPtrArray *list_read(const char *fonts, const struct yaml_node *list, struct diag *diag)
{
	g_autoptr(GPtrArray) pins = g_ptr_array_new_with_free_func(pin_free);
	g_autoptr(GPtrArray) folders = folders_read(fonts, list);
	const struct yaml_node *entries = yaml_get(list, "faces");

	for (guint i = 0; i < entries->nodes->len; i++) {
		struct font_pin *pin = pin_read(g_ptr_array_index(entries->nodes, i));

		if (!pin_is_sound(pins, pin, diag)) {
			pin_free(pin);
			return NULL;
		}
		pin->path = file_find(folders, pin->file);
		if (!pin->path)
			pin_tell_missing(pin, fonts, diag);
		g_ptr_array_add(pins, pin);
	}
	if (pins->len > 0)
		return g_steal_pointer(&pins);
	diag_add(diag, DIAG_LAYOUT_VALUE, list->place, "no face is pinned: list at least one under 'faces:'");
	return NULL;
}

GPtrArray *pins_read(const char *fonts, struct diag *diag)
{
	g_autofree char *path = g_build_filename(fonts, LIST_NAME, NULL);
	g_autofree char *text = NULL;
	gsize length;

	if (!g_file_get_contents(path, &text, &length, NULL)) {
		diag_add(
			diag, DIAG_FONT_MISSING, place_in(path, 0, 0),
			"the list of fonts cannot be read: run fonts/fetch %s, or name a folder that has one "
			"with --fonts",
			fonts);
		return NULL;
	}
	struct yaml_node *list = yaml_read(path, text, length, 0, &codes, diag);

	if (!list)
		return NULL;
	GPtrArray *pins = schema_check(list, list_keys, &codes, diag) ? list_read(fonts, list, diag) : NULL;

	yaml_node_free(list);
	return pins;
}
