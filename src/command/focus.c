#include "command/focus.h"

#include "command/prints.h"

/* The pictures of one file, which is decoded once. */
struct subject {
	const char *file;
	GPtrArray *pictures; /* struct picture, of the edition */
};

static void subject_clear(gpointer data)
{
	struct subject *subject = data;
	g_ptr_array_unref(subject->pictures);
}

/* What is never cropped needs no focus. */
static gboolean wants_guess(const struct picture *picture)
{
	return picture->usable && picture->focus_from == FOCUS_MIDDLE && picture->crop == CROP_ALLOWED &&
	       picture->role != PICTURE_GRAPHIC && picture->role != PICTURE_MAP &&
	       picture->role != PICTURE_LOGO;
}

static void add_picture(GArray *subjects, GHashTable *seen, struct picture *picture)
{
	gpointer place;

	if (g_hash_table_lookup_extended(seen, picture->file, NULL, &place)) {
		struct subject *subject = &g_array_index(subjects, struct subject, GPOINTER_TO_UINT(place));
		g_ptr_array_add(subject->pictures, picture);
		return;
	}
	struct subject subject = {picture->file, g_ptr_array_new()};
	g_ptr_array_add(subject.pictures, picture);
	g_hash_table_insert(seen, picture->file, GUINT_TO_POINTER(subjects->len));
	g_array_append_val(subjects, subject);
}

static GArray *collect_subjects(const struct edition *edition)
{
	GArray *subjects = g_array_new(FALSE, TRUE, sizeof(struct subject));
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	g_array_set_clear_func(subjects, subject_clear);
	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = g_ptr_array_index(edition->stories, i);
		for (guint j = 0; story->fate == FATE_TO_PLACE && j < story->pictures->len; j++) {
			struct picture *picture = g_ptr_array_index(story->pictures, j);
			if (wants_guess(picture))
				add_picture(subjects, seen, picture);
		}
	}
	return subjects;
}

static void take_over(const struct subject *subject, const struct photo_task *task, struct diag *diag)
{
	for (guint i = 0; i < subject->pictures->len; i++) {
		struct picture *picture = g_ptr_array_index(subject->pictures, i);
		if (task->error != NULL) {
			prints_strike(picture, task->error, diag);
			continue;
		}
		picture->focus_x = task->focus_x;
		picture->focus_y = task->focus_y;
		picture->focus_from = FOCUS_GUESSED;
	}
}

static GBytes *load_file(gconstpointer source, gpointer data, GError **error)
{
	const struct edition *edition = data;

	return edition_read(edition, source, error);
}

void focus_guess(struct edition *edition, int jobs, struct photo_cache *cache, struct diag *diag)
{
	g_autoptr(GArray) subjects = collect_subjects(edition);
	g_autofree struct photo_task *tasks = g_new0(struct photo_task, MAX(subjects->len, 1));
	struct photo_workroom workroom = {load_file, edition, jobs, cache};

	for (guint i = 0; i < subjects->len; i++) {
		const struct subject *subject = &g_array_index(subjects, struct subject, i);
		const struct picture *picture = g_ptr_array_index(subject->pictures, 0);
		tasks[i].source = subject->file;
		tasks[i].facts = &picture->facts;
	}
	photo_guess_all(tasks, (int)subjects->len, &workroom);
	for (guint i = 0; i < subjects->len; i++) {
		take_over(&g_array_index(subjects, struct subject, i), &tasks[i], diag);
		g_clear_error(&tasks[i].error);
	}
}
