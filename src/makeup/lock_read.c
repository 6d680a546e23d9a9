/* lock_read.c - the pages that the desk has locked, from their files */
#include <string.h>

#include "makeup/lock.h"
#include "page/page_line.h"

enum { LOCK_BYTES = 16 * 1024 * 1024 };

/* ---- memory ---- */

static void lock_story_free(gpointer data)
{
	struct lock_story *story = data;
	g_free(story->id);
	g_free(story->headline);
	g_free(story->pages);
	g_free(story->text_trimmed);
	story_part_free(story->part);
	g_ptr_array_unref(story->copy);
	g_free(story);
}

static void lock_photo_free(gpointer data)
{
	struct lock_photo *photo = data;
	g_free(photo->file);
	g_free(photo->story);
	g_free(photo->sha256);
	g_free(photo->focus);
	g_free(photo);
}

static void lock_face_free(gpointer data)
{
	struct lock_face *face = data;
	g_free(face->role);
	g_free(face->sha256);
	g_free(face);
}

static void lock_reference_free(gpointer data)
{
	struct lock_reference *reference = data;
	g_free(reference->story);
	g_free(reference->page);
	g_free(reference);
}

static void destination_free(gpointer data)
{
	g_free(((struct destination *)data)->name);
	g_free(data);
}

static struct lock *lock_new(const char *file)
{
	struct lock *lock = g_new0(struct lock, 1);

	lock->file = g_strdup(file);
	lock->decision = page_decision_new();
	lock->strips = g_ptr_array_new_with_free_func(g_free);
	lock->faces = g_ptr_array_new_with_free_func(lock_face_free);
	lock->photos = g_ptr_array_new_with_free_func(lock_photo_free);
	lock->stories = g_ptr_array_new_with_free_func(lock_story_free);
	lock->references = g_ptr_array_new_with_free_func(lock_reference_free);
	lock->destinations = g_ptr_array_new_with_free_func(destination_free);
	return lock;
}

void lock_free(struct lock *lock)
{
	if (lock == NULL)
		return;
	g_free(lock->file);
	g_free(lock->label);
	page_decision_free(lock->decision);
	g_ptr_array_unref(lock->strips);
	g_ptr_array_unref(lock->faces);
	g_ptr_array_unref(lock->photos);
	g_ptr_array_unref(lock->stories);
	g_ptr_array_unref(lock->references);
	g_ptr_array_unref(lock->destinations);
	page_free(lock->page);
	g_free(lock);
}

void locks_free(struct locks *locks)
{
	if (locks == NULL)
		return;
	g_ptr_array_unref(locks->all);
	g_free(locks);
}

/* ---- one line ---- */

static void read_head(struct line *line, struct lock *lock)
{
	struct page_decision *decision = lock->decision;

	if (page_line_int(line, "version", 0) != 1)
		page_line_fault(line, "this program reads version 1 of locked pages");
	lock->label = page_line_text(line, "label");
	decision->label = g_strdup(lock->label);
	decision->number = page_line_int(line, "number", 0);
	decision->columns = page_line_int(line, "columns", 0);
	decision->rows = page_line_int(line, "rows", 0);
	decision->template_name = page_line_text(line, "template");
	decision->cost = page_line_int(line, "cost", 0) / 1000.0;
	decision->locked = TRUE;
	lock->last = page_line_flag(line, "last");
	if (lock->label == NULL || decision->number < 1 || decision->number > 999 || decision->columns < 1 ||
	    decision->columns > COLUMNS_MAX || decision->rows < 1 || decision->rows > ROWS_MAX)
		page_line_fault(line, "a locked page wants a label, its number, columns and rows");
}

static void read_cells(struct line *line, struct lock *lock)
{
	int all = 0;

	for (int use = 0; use < CELL_USES; use++) {
		int cells = page_line_int(line, cell_use_word((enum cell_use)use), 0);
		lock->decision->cells[use] = cells;
		all += cells;
		if (cells < 0 || cells > COLUMNS_MAX * ROWS_MAX)
			page_line_fault(line, "a page has no such number of cells");
	}
	if (all != lock->decision->columns * lock->decision->rows)
		page_line_fault(line, "the cells do not make up the page");
}

static void read_photo(struct line *line, struct lock *lock)
{
	struct lock_photo *photo = g_new0(struct lock_photo, 1);

	g_ptr_array_add(lock->photos, photo);
	photo->file = page_line_text(line, "file");
	photo->story = page_line_text(line, "story");
	photo->sha256 = page_line_text(line, "sum");
	photo->focus = page_line_text(line, "focus");
	photo->ppi = page_line_int(line, "ppi", 0);
	if (photo->file == NULL || photo->sha256 == NULL)
		page_line_fault(line, "a picture wants its file and its SHA-256");
}

static void read_face(struct line *line, struct lock *lock)
{
	struct lock_face *face = g_new0(struct lock_face, 1);

	g_ptr_array_add(lock->faces, face);
	face->role = page_line_text(line, "font");
	face->sha256 = page_line_text(line, "sum");
	if (face->role == NULL || face->sha256 == NULL)
		page_line_fault(line, "a face wants its font and its SHA-256");
}

static void read_story(struct line *line, struct lock *lock)
{
	struct lock_story *story = g_new0(struct lock_story, 1);

	story->copy = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(lock->stories, story);
	story->id = page_line_text(line, "id");
	story->headline = page_line_text(line, "headline");
	story->pages = page_line_text(line, "pages");
	story->lines_trimmed = page_line_int(line, "trimmed", 0);
	story->text_trimmed = page_line_text(line, "text-trimmed");
	story->cost = page_line_int(line, "cost", 0) / 1000.0;
	story->goes_on = page_line_flag(line, "goes-on");
	if (story->id == NULL || story->headline == NULL || story->pages == NULL)
		page_line_fault(line, "a story wants its id, its headline and its pages");
}

static struct lock_story *story_in_hand(struct line *line, struct lock *lock)
{
	if (lock->stories->len > 0)
		return lock->stories->pdata[lock->stories->len - 1];
	page_line_fault(line, "'%s' stands before any story", line->word);
	return NULL;
}

static struct story_part *part_in_hand(struct line *line, struct lock *lock)
{
	struct lock_story *story = story_in_hand(line, lock);

	if (story != NULL && story->part == NULL)
		page_line_fault(line, "'%s' stands before the part", line->word);
	return story != NULL ? story->part : NULL;
}

static void read_part(struct line *line, struct lock *lock)
{
	struct lock_story *story = story_in_hand(line, lock);
	struct story_part *part;

	if (story == NULL || story->part != NULL) {
		page_line_fault(line, "a story has one part on a page");
		return;
	}
	part = story->part = g_new0(struct story_part, 1);
	part->page = g_strdup(lock->label);
	part->column = page_line_int(line, "column", -1);
	part->row = page_line_int(line, "row", -1);
	part->columns = page_line_int(line, "columns", -1);
	part->rows = page_line_int(line, "rows", -1);
	part->lines = page_line_int(line, "lines", -1);
	part->photo_cells = page_line_int(line, "photo-cells", 0);
	part->spaces = g_array_new(FALSE, FALSE, sizeof(int));
	if (part->column < 0 || part->row < 0 || part->columns < 1 || part->rows < 1 || part->lines < 0 ||
	    part->columns > lock->decision->columns - part->column ||
	    part->rows > lock->decision->rows - part->row)
		page_line_fault(line, "a part wants a box on the page and its lines");
}

static void read_type(struct line *line, struct lock *lock)
{
	struct story_part *part = part_in_hand(line, lock);
	struct type_facts type = {
		.full_lines = page_line_int(line, "full", 0),
		.loose_lines = page_line_int(line, "loose", 0),
		.hyphenated = page_line_int(line, "hyphenated", 0),
		.ladders = page_line_int(line, "ladders", 0),
		.ink_collisions = page_line_int(line, "collisions", 0),
	};

	if (part != NULL)
		part->type = type;
}

static void read_spaces(struct line *line, struct lock *lock)
{
	struct story_part *part = part_in_hand(line, lock);
	const char *rest = line->rest != NULL ? line->rest : "";
	int space;

	line->rest_used = TRUE;
	while (part != NULL && *rest == ' ' && (rest++, page_line_take_int(&rest, &space)))
		g_array_append_val(part->spaces, space);
	if (part != NULL && *rest != '\0')
		page_line_fault(line, "spaces are whole numbers with blanks between");
}

static void read_copy(struct line *line, struct lock *lock)
{
	struct lock_story *story = story_in_hand(line, lock);
	char *text = page_line_text(line, "text");

	if (text == NULL)
		page_line_fault(line, "copy wants its text");
	if (story != NULL && text != NULL)
		g_ptr_array_add(story->copy, g_steal_pointer(&text));
	g_free(text);
}

static void read_reference(struct line *line, struct lock *lock)
{
	struct lock_reference *reference = g_new0(struct lock_reference, 1);

	g_ptr_array_add(lock->references, reference);
	reference->story = page_line_text(line, "story");
	reference->page = page_line_text(line, "page");
	if (reference->story == NULL || reference->page == NULL)
		page_line_fault(line, "a name wants its story and its page");
}

static void read_destination(struct line *line, struct lock *lock)
{
	struct destination *destination = g_new0(struct destination, 1);

	g_ptr_array_add(lock->destinations, destination);
	destination->name = page_line_text(line, "name");
	destination->page = lock->decision->number - 1;
	destination->x = page_line_int(line, "x", 0);
	destination->y = page_line_int(line, "y", 0);
	if (destination->name == NULL || !page_line_is_near(destination->x) ||
	    !page_line_is_near(destination->y))
		page_line_fault(line, "a destination wants a name and a place on the page");
}

static void read_name(struct line *line, struct lock *lock, GPtrArray *names)
{
	char *name = page_line_text(line, "name");

	(void)lock;
	if (name == NULL)
		page_line_fault(line, "'%s' wants a name", line->word);
	else
		g_ptr_array_add(names, name);
}

static void read_section(struct line *line, struct lock *lock)
{
	read_name(line, lock, lock->decision->sections);
}

static void read_strip(struct line *line, struct lock *lock)
{
	read_name(line, lock, lock->strips);
}

/* ---- one file ---- */

static void read_line(struct line *line, struct lock *lock)
{
	static const struct {
		const char *word;
		void (*read)(struct line *line, struct lock *lock);
	} words[] = {{"cells", read_cells},   {"section", read_section}, {"type", read_type},
		     {"spaces", read_spaces}, {"strip", read_strip},	 {"face", read_face},
		     {"picture", read_photo}, {"story", read_story},	 {"part", read_part},
		     {"copy", read_copy},     {"names", read_reference}, {"destination", read_destination}};

	for (guint i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(line->word, words[i].word) == 0) {
			words[i].read(line, lock);
			return;
		}
	page_line_fault(line, "'%s' is no part of a locked page", line->word);
}

/* The head down to the line that begins the page, which is left for page_read(). */
static gboolean read_lines(struct line *line, struct lock *lock, const char **text, GError **error)
{
	if (!page_line_next(line, text) || strcmp(line->word, "lock") != 0)
		page_line_fault(line, "a locked page begins with 'lock'");
	else
		read_head(line, lock);
	while (page_line_done(line, error)) {
		const char *next = *text;
		if (!page_line_next(line, &next)) {
			page_line_fault(line, "the page itself is missing");
			page_line_done(line, error);
			return FALSE;
		}
		if (strcmp(line->word, "page") == 0)
			return TRUE;
		read_line(line, lock);
		*text = next;
	}
	return FALSE;
}

static gboolean page_agrees(const struct lock *lock, GError **error)
{
	gboolean whole = TRUE;
	guint photos = 0;

	for (guint i = 0; i < lock->page->items->len; i++)
		photos += ((struct page_item *)lock->page->items->pdata[i])->kind == ITEM_PHOTO;
	for (guint i = 0; i < lock->stories->len; i++)
		whole &= ((struct lock_story *)lock->stories->pdata[i])->part != NULL;
	if (whole && lock->page->number == lock->decision->number &&
	    g_strcmp0(lock->page->label, lock->label) == 0 && photos == lock->photos->len)
		return TRUE;
	g_set_error(error, PAGE_TEXT_ERROR, PAGE_TEXT_ERROR_SYNTAX,
		    "the page is not the one that its head speaks of");
	return FALSE;
}

struct lock *lock_parse(const char *file, const char *text, GError **error)
{
	struct line line = {.number = 0};
	struct lock *lock = lock_new(file);
	gboolean well = read_lines(&line, lock, &text, error);

	page_line_clear(&line);
	if (well)
		lock->page = page_read(&text, error);
	if (lock->page != NULL && page_agrees(lock, error))
		return lock;
	lock_free(lock);
	return NULL;
}

/* ---- all files ---- */

char *lock_file_name(const char *label)
{
	gint64 number;

	if (g_ascii_string_to_signed(label, 10, 1, 999, &number, NULL))
		return g_strdup_printf("locks/%03d.page", (int)number);
	return g_strdup_printf("locks/%s.page", label);
}

static gboolean is_of_another_run(const struct edition *edition, const char *label)
{
	return edition->whole != NULL && edition_page_number(edition, label) == 0 &&
	       edition_run_of_label(edition->whole, label) >= 0;
}

static void read_file(struct locks *locks, const struct edition *edition, const char *file, struct diag *diag)
{
	struct place place = place_in(g_intern_string(file), 0, 0);
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) bytes = folder_read(edition->folder, file, LOCK_BYTES, &error);
	g_autofree char *text =
		bytes != NULL ? g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes)) : NULL;
	struct lock *lock = text != NULL ? lock_parse(file, text, &error) : NULL;

	if (lock == NULL) {
		/* Whose it is cannot be known: the main paper tells it. */
		if (edition->supplement != NULL)
			return;
		diag_add(diag, DIAG_LOCK_UNREADABLE, place,
			 "this locked page cannot be read: %s; 'anban unlock' it and lock it again",
			 error->message);
		return;
	}
	g_autofree char *name = lock_file_name(lock->label);
	if (strcmp(name, file) == 0 && edition_page_number(edition, lock->label) > 0) {
		lock->decision->number = edition_page_number(edition, lock->label);
		g_ptr_array_add(locks->all, lock);
		return;
	}
	if (is_of_another_run(edition, lock->label)) {
		lock_free(lock);
		return;
	}
	diag_add(diag, DIAG_LOCK_UNREADABLE, place,
		 "this is page %s and belongs into %s: give it its name back", lock->label, name);
	lock_free(lock);
}

static int by_number(gconstpointer a, gconstpointer b)
{
	const struct lock *one = *(struct lock *const *)a, *two = *(struct lock *const *)b;
	return one->decision->number - two->decision->number;
}

static void tell_missing(const struct locks *locks, const struct edition *edition, struct diag *diag)
{
	for (guint i = 0; i < edition->plan->len; i++) {
		const struct plan_page *plan = edition->plan->pdata[i];
		g_autofree char *file = lock_file_name(plan->label);
		if (plan->locked && locks_page(locks, plan->label) == NULL)
			diag_add(diag, DIAG_LOCK_MISSING, plan->place,
				 "page %s is to be locked, and there is no %s: build the edition and run "
				 "'anban lock', or "
				 "take 'locked' away",
				 plan->label, file);
	}
}

struct locks *locks_read(const struct edition *edition, char *const *renew, struct diag *diag)
{
	struct locks *locks = g_new0(struct locks, 1);
	g_autoptr(GPtrArray) files = folder_list(edition->folder, "locks", ".page", NULL);

	locks->all = g_ptr_array_new_with_free_func((GDestroyNotify)lock_free);
	for (guint i = 0; files != NULL && i < files->len; i++)
		read_file(locks, edition, files->pdata[i], diag);
	g_ptr_array_sort(locks->all, by_number);
	for (guint i = 0; i < locks->all->len; i++) {
		struct lock *lock = locks->all->pdata[i];
		lock->renew = g_strv_contains((const char *const *)renew, lock->label);
	}
	tell_missing(locks, edition, diag);
	return locks;
}
