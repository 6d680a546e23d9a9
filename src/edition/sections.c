#include "edition/sections.h"

#include <string.h>

#include "edition/copy_text.h"
#include "edition/slug.h"

static struct section *section_add(struct edition *edition, const char *name, struct place place)
{
	struct section *section = g_new0(struct section, 1);

	section->name = g_strdup(name);
	section->subsections = g_ptr_array_new_with_free_func(g_free);
	section->place = place;
	g_ptr_array_add(edition->sections, section);
	return section;
}

static void subsections_read(struct loading *loading, const struct yaml_node *node, struct section *section)
{
	if (node == NULL || node->null)
		return;
	if (node->kind == YAML_SCALAR)
		g_ptr_array_add(section->subsections, copy_text_line(node->text, node->place, loading->diag));
	for (guint i = 0; node->kind == YAML_LIST && i < node->nodes->len; i++) {
		const struct yaml_node *name = g_ptr_array_index(node->nodes, i);
		if (name->kind == YAML_SCALAR)
			g_ptr_array_add(section->subsections,
					copy_text_line(name->text, name->place, loading->diag));
	}
}

static void section_read(struct loading *loading, const struct yaml_node *node)
{
	static const char *const starts[] = {"flow", "page", NULL};
	static const char *const kinds[] = {"news", "sponsored", NULL};
	const struct yaml_node *name = yaml_get(node, "name");
	g_autofree char *clean = NULL;
	struct section *section;

	if (house_file_text(name) == NULL)
		return;
	clean = copy_text_line(name->text, name->place, loading->diag);
	if (sections_find(loading->edition, clean, NULL) >= 0) {
		diag_add(loading->diag, DIAG_VALUE_WRONG, name->place,
			 "the section '%s' stands twice: give each section one place in the list", clean);
		return;
	}
	section = section_add(loading->edition, clean, name->place);
	section->starts_page = yaml_word(node, "start", starts, 0) == 1;
	section->sponsored = yaml_word(node, "kind", kinds, 0) == 1;
	subsections_read(loading, yaml_get(node, "subsections"), section);
}

void sections_read(struct loading *loading)
{
	const struct yaml_node *list = house_file_value(&loading->house, "sections");

	for (guint i = 0; list != NULL && list->kind == YAML_LIST && i < list->nodes->len; i++)
		section_read(loading, g_ptr_array_index(list->nodes, i));
}

/* ---- finding ---- */

/* A name without letters of the Latin alphabet has no slug; then the letters count. */
static gboolean same_name(const char *a, const char *b)
{
	g_autofree char *first = slug_of(a), *second = slug_of(b);

	if (*first != '\0' || *second != '\0')
		return strcmp(first, second) == 0;
	g_autofree char *first_letters = copy_text_fold(a), *second_letters = copy_text_fold(b);
	return strcmp(first_letters, second_letters) == 0;
}

static const char *subsection_like(const struct section *section, const char *name)
{
	for (guint i = 0; i < section->subsections->len; i++)
		if (same_name(g_ptr_array_index(section->subsections, i), name))
			return g_ptr_array_index(section->subsections, i);
	return NULL;
}

int sections_find(const struct edition *edition, const char *name, const char **subsection)
{
	const char *unused;

	if (subsection == NULL)
		subsection = &unused;
	*subsection = NULL;
	for (guint i = 0; i < edition->sections->len; i++) {
		const struct section *section = g_ptr_array_index(edition->sections, i);
		if (strcmp(section->name, name) == 0)
			return (int)i;
	}
	for (guint i = 0; i < edition->sections->len; i++) {
		const struct section *section = g_ptr_array_index(edition->sections, i);
		if (same_name(section->name, name) || (*subsection = subsection_like(section, name)) != NULL)
			return (int)i;
	}
	return -1;
}

static char *nearest_name(const struct edition *edition, const char *name)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	for (guint i = 0; i < edition->sections->len; i++)
		g_ptr_array_add(names,
				((const struct section *)g_ptr_array_index(edition->sections, i))->name);
	g_ptr_array_add(names, NULL);
	return g_strdup(diag_nearest(name, (const char *const *)names->pdata));
}

int sections_find_or_add(struct loading *loading, const char *name, struct place place,
			 const char **subsection)
{
	struct edition *edition = loading->edition;
	int found = sections_find(edition, name, subsection);
	g_autofree char *nearest = NULL;

	if (found >= 0)
		return found;
	nearest = nearest_name(edition, name);
	section_add(edition, name, place);
	if (house_file_value(&loading->house, "sections") == NULL)
		return (int)edition->sections->len - 1;
	if (nearest != NULL)
		diag_add(loading->diag, DIAG_STORY_SECTION, place,
			 "the paper has no section '%s', did you mean '%s'? It is added at the end", name,
			 nearest);
	else
		diag_add(loading->diag, DIAG_STORY_SECTION, place,
			 "the paper has no section '%s': it is added at the end; name it in 'sections:'",
			 name);
	return (int)edition->sections->len - 1;
}

int sections_add_quietly(struct edition *edition, const char *name, struct place place)
{
	int found = sections_find(edition, name, NULL);

	if (found >= 0)
		return found;
	section_add(edition, name, place);
	return (int)edition->sections->len - 1;
}

/* "politics" is short for "politics-law", if only one section begins so. */
static int section_begun_by(const struct edition *edition, const char *folder)
{
	g_autofree char *slug = slug_of(folder);
	g_autofree char *start = g_strconcat(slug, "-", NULL);
	int found = -1;

	for (guint i = 0; *slug != '\0' && i < edition->sections->len; i++) {
		const struct section *section = g_ptr_array_index(edition->sections, i);
		g_autofree char *name = slug_of(section->name);
		if (!g_str_has_prefix(name, start))
			continue;
		if (found >= 0)
			return -1;
		found = (int)i;
	}
	return found;
}

int sections_of_folder(const struct edition *edition, const char *file, const char **subsection)
{
	g_auto(GStrv) steps = g_strsplit(file, "/", -1);

	for (int i = (int)g_strv_length(steps) - 2; i >= 0; i--) {
		int found = sections_find(edition, steps[i], subsection);
		if (found < 0)
			found = section_begun_by(edition, steps[i]);
		if (found >= 0)
			return found;
	}
	return -1;
}
