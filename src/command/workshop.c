#include "command/workshop.h"

#include <string.h>

#include "base/folder.h"
#include "command/data_folder.h"
#include "photo/photo.h"

struct workshop {
	const struct options *options;
	gboolean lasting; /* for more than one run */
	struct morgue *morgue;
	struct memory *memory;
	gint waiting; /* a newer save does; asked on the press's thread */
	struct design *design;
	char *design_stamp;
	struct diag *design_said;
	struct fontbook *book;
	char *book_stamp;
	guint age;
	struct diag *book_said;
};

struct workshop *workshop_new(const struct options *options, gboolean lasting)
{
	struct workshop *workshop = g_new0(struct workshop, 1);

	workshop->options = options;
	workshop->lasting = lasting;
	workshop->morgue = morgue_new();
	return workshop;
}

static void forget_design(struct workshop *workshop)
{
	g_clear_pointer(&workshop->memory, memory_free);
	g_clear_pointer(&workshop->design, design_free);
	g_clear_pointer(&workshop->design_stamp, g_free);
	g_clear_pointer(&workshop->design_said, diag_free);
}

static void forget_book(struct workshop *workshop)
{
	g_clear_pointer(&workshop->memory, memory_free);
	g_clear_pointer(&workshop->book, fontbook_free);
	g_clear_pointer(&workshop->book_stamp, g_free);
	g_clear_pointer(&workshop->book_said, diag_free);
}

void workshop_free(struct workshop *workshop)
{
	if (workshop == NULL)
		return;
	forget_design(workshop);
	forget_book(workshop);
	morgue_free(workshop->morgue);
	g_free(workshop);
}

/* ---- whether files changed ---- */

static void add_files(GString *stamp, const struct folder *folder)
{
	g_autoptr(GPtrArray) files = folder_list(folder, "", "", NULL);

	for (guint i = 0; files != NULL && i < files->len; i++) {
		g_autofree char *file = folder_stamp(folder, files->pdata[i]);
		g_string_append_printf(stamp, "%s %s\n", (const char *)files->pdata[i],
				       file != NULL ? file : "?");
	}
}

static char *stamp_of(const char *path)
{
	GString *stamp = g_string_new(NULL);
	struct folder *folder = folder_open(path, NULL);

	g_string_append_printf(stamp, "%s\n", path);
	if (folder != NULL)
		add_files(stamp, folder);
	g_clear_pointer(&folder, folder_close);
	return g_string_free(stamp, FALSE);
}

/* ---- layouts ---- */

static gboolean layout_is_there(const char *layouts, const char *name)
{
	g_autofree char *path = g_build_filename(layouts, name, "layout.yaml", NULL);

	return g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

/* The layout of each supplement, its own or another's. */
static gboolean read_supplement_layouts(struct design *design, const struct edition *edition,
					const char *layouts, struct diag *diag)
{
	const GPtrArray *supplements = edition->supplements;

	design->supplements = g_ptr_array_new_with_free_func((GDestroyNotify)design_free);
	for (guint i = 0; i < supplements->len; i++) {
		const struct supplement *supplement = supplements->pdata[i];
		struct design *own = NULL;
		if (layout_is_there(layouts, supplement->layout))
			own = design_load(layouts, supplement->layout, diag);
		else
			diag_add(diag, DIAG_LAYOUT_MISSING, supplement->layout_place,
				 "layout: there is no layout '%s' for the supplement '%s': name a folder of "
				 "layouts/",
				 supplement->layout, supplement->id);
		if (own == NULL)
			return FALSE;
		g_ptr_array_add(design->supplements, own);
	}
	return TRUE;
}

static struct design *read_layouts(const struct edition *edition, const char *layouts, struct diag *diag)
{
	struct design *design = design_load(layouts, edition->layout, diag);

	if (design != NULL && !read_supplement_layouts(design, edition, layouts, diag))
		g_clear_pointer(&design, design_free);
	return design;
}

/* Which layouts are asked for, and the files they are read from. */
static char *design_stamp(const struct edition *edition, const char *layouts)
{
	g_autoptr(GString) names = g_string_new(edition->layout);
	g_autofree char *files = stamp_of(layouts);

	for (guint i = 0; i < edition->supplements->len; i++) {
		const struct supplement *supplement = edition->supplements->pdata[i];
		g_string_append_printf(names, " %s:%s", supplement->id, supplement->layout);
	}
	return g_strdup_printf("%s\n%s", names->str, files);
}

const struct design *workshop_design(struct workshop *workshop, const struct edition *edition,
				     struct diag *diag)
{
	g_autofree char *layouts = data_folder_layouts(workshop->options);
	g_autofree char *stamp = design_stamp(edition, layouts);

	if (workshop->design == NULL || strcmp(workshop->design_stamp, stamp) != 0) {
		forget_design(workshop);
		workshop->age++;
		workshop->design_said = diag_new();
		workshop->design = read_layouts(edition, layouts, workshop->design_said);
		workshop->design_stamp = g_steal_pointer(&stamp);
	}
	diag_repeat(diag, workshop->design_said);
	return workshop->design;
}

/* ---- fonts ---- */

/* The words of drawings are set in the paper's own faces. */
static void lend_faces_to_drawings(const struct fontbook *book)
{
	g_autoptr(GPtrArray) faces = g_ptr_array_new_with_free_func(g_free);

	for (int i = 0; i < fontbook_count(book); i++) {
		const struct face *face = fontbook_face_at(book, i);
		const char *kind = g_str_has_prefix(face->role, "sans")	  ? "sans-serif"
				   : g_str_has_prefix(face->role, "body") ? "serif"
									  : "";
		g_ptr_array_add(faces, g_strconcat(kind, "=", face_path(face), NULL));
	}
	g_ptr_array_add(faces, NULL);
	photo_set_faces((const char *const *)faces->pdata);
}

const struct fontbook *workshop_book(struct workshop *workshop, struct diag *diag)
{
	g_autofree char *fonts = data_folder_fonts(workshop->options);
	g_autofree char *stamp = stamp_of(fonts);

	if (workshop->book == NULL || strcmp(workshop->book_stamp, stamp) != 0) {
		forget_book(workshop);
		workshop->age++;
		workshop->book_said = diag_new();
		workshop->book = fontbook_open(fonts, workshop->book_said);
		workshop->book_stamp = g_steal_pointer(&stamp);
		if (workshop->book != NULL)
			lend_faces_to_drawings(workshop->book);
	}
	diag_repeat(diag, workshop->book_said);
	return workshop->book;
}

guint workshop_age(const struct workshop *workshop)
{
	return workshop->age;
}

/* ---- what is remembered ---- */

struct memory *workshop_memory(struct workshop *workshop)
{
	if (workshop->memory == NULL) {
		workshop->memory = memory_new(workshop->book, workshop->lasting);
		memory_heed(workshop->memory, &workshop->waiting);
	}
	return workshop->memory;
}

struct morgue *workshop_morgue(struct workshop *workshop)
{
	return workshop->morgue;
}

void workshop_urge(struct workshop *workshop, gboolean waiting)
{
	g_atomic_int_set(&workshop->waiting, waiting);
}
