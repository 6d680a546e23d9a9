#include "command/pull.h"

#include <gio/gio.h>
#include <string.h>

#include "command/interrupt.h"
#include "command/shelf.h"
#include "desk/desk.h"
#include "paint/painter.h"

enum { PICTURE_HEIGHT_PX = 2200, THUMB_HEIGHT_PX = 560, WHOLE_WIDTH_PX = 880, NAME_DIGITS = 16 };

/* Pictures of one page as painted. */
struct painted {
	struct desk_picture picture, thumb;
};

struct pull {
	struct shelf *shelf;
	gboolean live;
	struct record *last;
	guint age; /* of the workshop that all this was painted with */
	struct preview_stock *stock;
	GHashTable *painted; /* what a page looks like → struct painted, as long as this runs */
};

static void painted_free(gpointer data)
{
	struct painted *painted = data;
	g_free(painted->picture.file);
	g_free(painted->thumb.file);
	g_free(painted);
}

static struct record *read_last(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, "proof.json", NULL);
	g_autofree char *json = NULL;
	gsize length;

	return g_file_get_contents(path, &json, &length, NULL) ? record_read(json, (gssize)length) : NULL;
}

struct pull *pull_open(const char *folder, gboolean live, GError **error)
{
	struct pull *pull;
	struct shelf *shelf = shelf_open(folder, error);

	if (shelf == NULL)
		return NULL;
	pull = g_new0(struct pull, 1);
	pull->shelf = shelf;
	pull->live = live;
	pull->last = read_last(folder);
	pull->stock = preview_stock_new();
	pull->painted = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, painted_free);
	return pull;
}

void pull_close(struct pull *pull)
{
	if (pull == NULL)
		return;
	record_free(pull->last);
	preview_stock_free(pull->stock);
	g_hash_table_unref(pull->painted);
	shelf_close(pull->shelf);
	g_free(pull);
}

const char *pull_folder(const struct pull *pull)
{
	return shelf_folder(pull->shelf);
}

/* What the last proof shows stays beside this one. */
static void remove_strays(struct pull *pull)
{
	g_autoptr(GPtrArray) shown = pull->last != NULL ? record_pictures(pull->last) : g_ptr_array_new();

	for (guint i = 0; i < shown->len; i++)
		shelf_keep(pull->shelf, g_ptr_array_index(shown, i));
	shelf_clear_strays(pull->shelf);
}

/* ---- pages as pictures ---- */

/* Marks and links are not painted, and change with other pages. */
static void write_ink(const struct page *page, GString *text)
{
	struct page ink = *page;

	ink.items = g_ptr_array_new();
	for (guint i = 0; i < page->items->len; i++) {
		struct page_item *item = g_ptr_array_index(page->items, i);
		if (item->kind != ITEM_MARK && item->kind != ITEM_MARK_END && item->kind != ITEM_LINK)
			g_ptr_array_add(ink.items, item);
	}
	page_write(&ink, text);
	g_ptr_array_unref(ink.items);
}

/* Everything that a picture of the page depends on. */
static char *looks_of(const struct page *page, const struct prints *prints)
{
	g_autoptr(GString) text = g_string_new(NULL);

	write_ink(page, text);
	for (guint i = 0; i < page->items->len; i++) {
		const struct page_item *item = g_ptr_array_index(page->items, i);
		g_autofree char *key = item->kind == ITEM_PHOTO ? page_photo_key(&item->photo) : NULL;
		const struct photo_print *print =
			key != NULL ? g_hash_table_lookup(prints->by_key, key) : NULL;
		g_autofree char *sum =
			print != NULL ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, print->bytes) : NULL;
		if (sum != NULL)
			g_string_append(text, sum);
	}
	return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, (gssize)text->len);
}

static gboolean paint(struct pull *pull, const struct page *page, const struct paint_source *source,
		      const char *kind, int height_px, struct desk_picture *picture, GError **error)
{
	g_autoptr(GBytes) bytes = preview_proof(page, source, pull->stock, height_px, error);
	g_autofree char *sum = NULL, *label = NULL;

	if (bytes == NULL)
		return FALSE;
	sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
	sum[NAME_DIGITS] = '\0';
	label = g_strcanon(g_strdup(page->label), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS, '-');
	picture->file = g_strdup_printf("%s-%s-%s.jpg", kind, label, sum);
	picture->height_px = height_px;
	picture->width_px = (int)(((gint64)page->width * height_px + page->height / 2) / page->height);
	return shelf_put_once(pull->shelf, picture->file, bytes, error);
}

/* The large picture: the small one can wait. */
static struct painted *paint_page(struct pull *pull, struct pressrun *run, const struct page *page,
				  GError **error)
{
	struct paint_source source = {run->book, run->prints->by_key};
	g_autofree char *looks = looks_of(page, run->prints);
	struct painted *painted = g_hash_table_lookup(pull->painted, looks);

	if (painted != NULL) {
		shelf_keep(pull->shelf, painted->picture.file);
		return painted;
	}
	painted = g_new0(struct painted, 1);
	if (!paint(pull, page, &source, "page", PICTURE_HEIGHT_PX, &painted->picture, error)) {
		painted_free(painted);
		return NULL;
	}
	g_hash_table_insert(pull->painted, g_steal_pointer(&looks), painted);
	return painted;
}

static gboolean paint_thumb(struct pull *pull, struct pressrun *run, const struct page *page,
			    struct painted *painted, GError **error)
{
	struct paint_source source = {run->book, run->prints->by_key};

	if (painted->thumb.file == NULL)
		return paint(pull, page, &source, "thumb", THUMB_HEIGHT_PX, &painted->thumb, error);
	shelf_keep(pull->shelf, painted->thumb.file);
	return TRUE;
}

/* Glyphs of other fonts are other pictures. */
static void begin_with(struct pull *pull, guint age)
{
	if (pull->age == age)
		return;
	pull->age = age;
	preview_stock_free(pull->stock);
	pull->stock = preview_stock_new();
	g_hash_table_remove_all(pull->painted);
}

/* ---- the proof's data ---- */

static struct desk_grid grid_of(const struct design *design, int columns, int rows)
{
	struct desk_grid grid = {
		.columns = CLAMP(columns, 1, DESK_COLUMNS_MAX), .rows = rows, .leading = design->leading};

	grid.top = design_row_y(design, 0);
	grid.column_width = design_column_width(design, grid.columns);
	for (int i = 0; i < grid.columns; i++)
		grid.left[i] = design_column_x(design, grid.columns, i);
	return grid;
}

static const struct page_decision *decision_of(const struct decisions *decisions, const char *label)
{
	for (guint i = 0; i < decisions->pages->len; i++) {
		const struct page_decision *page = g_ptr_array_index(decisions->pages, i);
		if (strcmp(page->label, label) == 0)
			return page;
	}
	return NULL;
}

static void add_sheets(struct proof *proof, const struct pressrun *run)
{
	for (guint i = 0; i < run->paper->pages->len; i++) {
		struct desk_sheet sheet = {.page = g_ptr_array_index(run->paper->pages, i)};
		sheet.decision = decision_of(run->decisions, sheet.page->label);
		const struct design *design =
			design_of_run(run->design, edition_run_of_label(run->edition, sheet.page->label));
		sheet.grid =
			grid_of(design, sheet.decision != NULL ? sheet.decision->columns : design->columns,
				sheet.decision != NULL ? sheet.decision->rows : design->rows);
		g_array_append_val(proof->sheets, sheet);
	}
}

/* The whole of a photograph is named by its file's own bytes: known before it is painted. */
static void add_original(struct proof *proof, const char *file, const struct photo_facts *facts)
{
	struct desk_original original = {.file = g_strdup(file)};

	original.picture.width_px = MIN(facts->width_px, WHOLE_WIDTH_PX);
	original.picture.height_px =
		MAX((int)((gint64)facts->height_px * original.picture.width_px / facts->width_px), 1);
	original.picture.file = g_strdup_printf("photo-%.*s.jpg", (int)NAME_DIGITS, facts->sha256);
	g_array_append_val(proof->originals, original);
}

static void add_originals(struct proof *proof, const struct edition *edition)
{
	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = g_ptr_array_index(edition->stories, i);
		for (guint k = 0; k < story->pictures->len; k++) {
			const struct picture *picture = g_ptr_array_index(story->pictures, k);
			if (picture->usable && story->fate == FATE_TO_PLACE)
				add_original(proof, picture->file, &picture->facts);
		}
	}
	for (guint i = 0; i < edition->ads->len; i++) {
		const struct ad *ad = g_ptr_array_index(edition->ads, i);
		if (ad->usable)
			add_original(proof, ad->file, &ad->facts);
	}
}

static struct proof *proof_of(const struct pull *pull, const struct pressrun *run)
{
	struct proof *proof = proof_new();

	proof->edition = run->edition;
	proof->decisions = run->decisions;
	proof->paper = run->paper;
	proof->diag = run->diag;
	proof->last = pull->last;
	proof->live = pull->live;
	proof->out = strcmp(run->options->out, "out") != 0 ? run->options->out : NULL;
	add_sheets(proof, run);
	add_originals(proof, run->edition);
	proof_find_faults(proof);
	return proof;
}

/* ---- whole photographs ---- */

static const struct photo_facts *facts_of(const struct edition *edition, const char *file)
{
	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = g_ptr_array_index(edition->stories, i);
		for (guint k = 0; k < story->pictures->len; k++) {
			const struct picture *picture = g_ptr_array_index(story->pictures, k);
			if (picture->usable && strcmp(picture->file, file) == 0)
				return &picture->facts;
		}
	}
	for (guint i = 0; i < edition->ads->len; i++) {
		const struct ad *ad = g_ptr_array_index(edition->ads, i);
		if (ad->usable && strcmp(ad->file, file) == 0)
			return &ad->facts;
	}
	return NULL;
}

/* Set as the one thing on a page of its own, so that every kind of print becomes a picture for the web. */
static GBytes *paint_whole(struct photo_print *print, const struct desk_original *original, GError **error)
{
	fix width = original->picture.width_px * FIX_PT, height = original->picture.height_px * FIX_PT;
	struct page *page = page_new(1, "1", width, height);
	struct page_item *item = page_add(page, ITEM_PHOTO);
	g_autoptr(GHashTable) prints = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct paint_source source = {NULL, prints};
	GBytes *bytes;

	item->photo = (struct page_photo){.box = {0, 0, width, height},
					  .file = g_strdup(original->file),
					  .part = PHOTO_WHOLE,
					  .width_px = original->picture.width_px,
					  .height_px = original->picture.height_px};
	g_hash_table_insert(prints, page_photo_key(&item->photo), print);
	bytes = preview_jpeg(page, &source, original->picture.height_px, error);
	page_free(page);
	return bytes;
}

/* One that cannot be rendered is told by the make-up already; its card then has no picture. */
static gboolean pull_original(struct pull *pull, const struct edition *edition,
			      struct desk_original *original, GError **error)
{
	struct photo_order order = {PHOTO_WHOLE, original->picture.width_px, original->picture.height_px};
	g_autoptr(GBytes) file = NULL, bytes = NULL;
	struct photo_print *print;

	if (shelf_has(pull->shelf, original->picture.file)) {
		shelf_keep(pull->shelf, original->picture.file);
		return TRUE;
	}
	file = edition_read(edition, original->file, NULL);
	print = file != NULL ? photo_render(file, facts_of(edition, original->file), &order, NULL) : NULL;
	if (print == NULL) {
		g_clear_pointer(&original->picture.file, g_free);
		return TRUE;
	}
	bytes = paint_whole(print, original, error);
	photo_print_free(print);
	return bytes != NULL && shelf_put_once(pull->shelf, original->picture.file, bytes, error);
}

static gboolean pull_originals(struct pull *pull, struct pressrun *run, struct proof *proof, GError **error)
{
	for (guint i = 0; i < proof->originals->len; i++)
		if (interrupt_code() != 0 ||
		    !pull_original(pull, run->edition,
				   &g_array_index(proof->originals, struct desk_original, i), error))
			return FALSE;
	return TRUE;
}

/* ---- in order ---- */

static struct desk_picture picture_copy(const struct desk_picture *picture)
{
	struct desk_picture copy = *picture;

	copy.file = g_strdup(picture->file);
	return copy;
}

/* Once with its large picture, and once more with both. */
static gboolean pull_sheet(struct pull *pull, struct pressrun *run, struct proof *proof, guint index,
			   gboolean with_thumb, GError **error)
{
	struct desk_sheet *sheet = &g_array_index(proof->sheets, struct desk_sheet, index);
	struct painted *painted = interrupt_code() == 0 ? paint_page(pull, run, sheet->page, error) : NULL;

	if (painted == NULL || (with_thumb && !paint_thumb(pull, run, sheet->page, painted, error)))
		return FALSE;
	if (sheet->picture.file == NULL)
		sheet->picture = picture_copy(&painted->picture);
	if (with_thumb)
		sheet->thumb = picture_copy(&painted->thumb);
	return TRUE;
}

static gboolean write_sheet(struct pull *pull, struct proof *proof, guint index,
			    const struct pull_order *order, GError **error)
{
	const char *label = g_array_index(proof->sheets, struct desk_sheet, index).page->label;
	g_autofree char *name = proof_page_name(label);
	char *text = proof_page(proof, index);
	g_autoptr(GBytes) bytes = g_bytes_new_take(text, strlen(text));

	if (!shelf_put(pull->shelf, name, bytes, error))
		return FALSE;
	if (order->page_ready != NULL)
		order->page_ready(label, order->data);
	return TRUE;
}

static gboolean pull_in_view(struct pull *pull, struct pressrun *run, struct proof *proof,
			     const struct pull_order *order, GError **error)
{
	for (guint i = 0; i < proof->sheets->len; i++) {
		const struct page *page = g_array_index(proof->sheets, struct desk_sheet, i).page;
		if (g_strcmp0(page->label, order->page_in_view) == 0)
			return pull_sheet(pull, run, proof, i, FALSE, error) &&
			       write_sheet(pull, proof, i, order, error);
	}
	return TRUE;
}

static gboolean write_files(struct pull *pull, struct proof *proof, GError **error)
{
	g_autoptr(GPtrArray) files = NULL;
	gboolean well = TRUE;

	proof_settle(proof);
	files = proof_files(proof);
	for (guint i = 0; well && i < files->len; i++) {
		const struct proof_file *file = g_ptr_array_index(files, i);
		well = shelf_put(pull->shelf, file->name, file->bytes, error);
	}
	return well;
}

static gboolean pull_all(struct pull *pull, struct pressrun *run, struct proof *proof,
			 const struct pull_order *order, GError **error)
{
	guint count = proof->sheets->len;

	if (!pull_in_view(pull, run, proof, order, error))
		return FALSE;
	pressrun_stage(run, "proof");
	for (guint i = 0; i < count; i++) {
		wire_progress(&run->wire, "page pictures", (int)i, (int)count);
		if (!pull_sheet(pull, run, proof, i, TRUE, error))
			return FALSE;
	}
	if (!pull_originals(pull, run, proof, error))
		return FALSE;
	for (guint i = 0; i < count; i++)
		if (!write_sheet(pull, proof, i, order, error))
			return FALSE;
	return write_files(pull, proof, error);
}

gboolean pull_proof(struct pull *pull, struct pressrun *run, const struct pull_order *order, GError **error)
{
	struct proof *proof;
	gboolean well;

	pressrun_stage(run, "page in view");
	begin_with(pull, workshop_age(run->workshop));
	proof = proof_of(pull, run);
	well = pull_all(pull, run, proof, order, error);
	proof_free(proof);
	if (well)
		remove_strays(pull);
	return well;
}

/* ---- a page made over ---- */

gboolean pull_shows(const struct pressrun *run, const struct page *page)
{
	for (guint i = 0; i < page->items->len; i++) {
		const struct page_item *item = g_ptr_array_index(page->items, i);
		g_autofree char *key = item->kind == ITEM_PHOTO ? page_photo_key(&item->photo) : NULL;
		if (key != NULL && !g_hash_table_contains(run->prints->by_key, key))
			return FALSE;
	}
	return TRUE;
}

gboolean pull_page(struct pull *pull, struct pressrun *run, const struct page *page,
		   const struct pull_order *order, GError **error)
{
	struct proof *proof = proof_of(pull, run);
	gboolean well;

	for (guint i = 0; page != NULL && i < proof->sheets->len; i++) {
		struct desk_sheet *sheet = &g_array_index(proof->sheets, struct desk_sheet, i);
		if (strcmp(sheet->page->label, page->label) == 0)
			sheet->page = page;
	}
	well = pull_in_view(pull, run, proof, order, error);
	proof_free(proof);
	return well;
}
