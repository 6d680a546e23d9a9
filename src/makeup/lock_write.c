/* lock_write.c - a made-up page as the file that keeps it */
#include <string.h>

#include "makeup/lock.h"
#include "page/page_text.h"

static gboolean has_text(const char *text)
{
	return text != NULL && *text != '\0';
}

/* ---- a story's copy as lines ---- */

static void add_line(GPtrArray *lines, const char *what, const char *text)
{
	if (has_text(text))
		g_ptr_array_add(lines, g_strdup_printf("%s: %s", what, text));
}

static void add_spans(GPtrArray *lines, const char *what, const GArray *spans)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = 0; spans != NULL && i < spans->len; i++) {
		const struct span *span = &g_array_index(spans, struct span, i);
		const char *mark = span->flags & SPAN_STRONG ? "**" : span->flags & SPAN_EMPHASIS ? "*" : "";
		g_string_append_printf(text, "%s%s%s", mark,
				       span->flags & SPAN_LINE_BREAK ? "\n" : span->text, mark);
		if (span->link != NULL)
			g_string_append_printf(text, " <%s>", span->link);
	}
	add_line(lines, what, text->str);
}

static void add_block(GPtrArray *lines, const struct block *block)
{
	static const char *const words[] = {[BLOCK_PARAGRAPH] = "paragraph",
					    [BLOCK_CROSSHEAD] = "crosshead",
					    [BLOCK_QUOTATION] = "quotation",
					    [BLOCK_LIST_ITEM] = "list item",
					    [BLOCK_TABLE] = "cell"};

	if (block->kind != BLOCK_TABLE)
		add_spans(lines, words[block->kind], block->spans);
	for (int i = 0; block->kind == BLOCK_TABLE && i < block->table->rows * block->table->columns; i++)
		add_spans(lines, words[block->kind], block->table->cells[i].spans);
}

GPtrArray *lock_copy(const struct story *story)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);

	add_line(lines, "label", story->label.text);
	add_line(lines, "kicker", story->kicker.text);
	add_line(lines, "headline", story->headline.text);
	add_line(lines, "deck", story->deck.text);
	add_line(lines, "standfirst", story->standfirst.text);
	for (guint i = 0; story->bylines != NULL && i < story->bylines->len; i++)
		add_line(lines, "byline", g_array_index(story->bylines, struct byline, i).name);
	add_line(lines, "dateline", story->dateline.text);
	for (guint i = 0; i < story->blocks->len; i++)
		add_block(lines, story->blocks->pdata[i]);
	add_line(lines, "sign-off", story->signoff.text);
	for (guint i = 0; i < story->pictures->len; i++) {
		const struct picture *picture = story->pictures->pdata[i];
		add_line(lines, "picture", picture->file);
		add_line(lines, "caption", picture->caption.text);
		add_line(lines, "credit", picture->credit.text);
	}
	return lines;
}

/* ---- what stands on a page ---- */

struct writing {
	const struct lock_source *source;
	const struct page *page;
	const struct page_decision *decision;
	GString *out;
};

static void put_int(GString *out, const char *key, int value)
{
	g_string_append_printf(out, " %s=%d", key, value);
}

/* A cost has no place among whole numbers: thousandths. */
static void put_cost(GString *out, double cost)
{
	put_int(out, "cost", (int)CLAMP(cost * 1000 + 0.5, 0, 1e9));
}

/* No page that follows has a label of the same letters. */
static gboolean ends_run(const struct writing *writing)
{
	const struct edition *edition = writing->source->edition;
	int run = edition_run_of_label(edition, writing->decision->label);

	for (guint i = (guint)writing->decision->number; i < writing->source->decisions->pages->len; i++) {
		const struct page_decision *page = writing->source->decisions->pages->pdata[i];
		if (edition_run_of_label(edition, page->label) == run)
			return FALSE;
	}
	return TRUE;
}

static void put_head(const struct writing *writing)
{
	const struct page_decision *decision = writing->decision;
	GString *out = writing->out;

	g_string_append(out, "lock version=1");
	page_text_put(out, "label", decision->label);
	put_int(out, "number", decision->number);
	put_int(out, "columns", decision->columns);
	put_int(out, "rows", decision->rows);
	page_text_put(out, "template", decision->template_name);
	if (ends_run(writing))
		g_string_append(out, " last=yes");
	put_cost(out, decision->cost);
	g_string_append(out, "\ncells");
	for (int use = 0; use < CELL_USES; use++)
		put_int(out, cell_use_word((enum cell_use)use), decision->cells[use]);
	g_string_append_c(out, '\n');
	for (guint i = 0; i < decision->sections->len; i++) {
		g_string_append(out, "section");
		page_text_put(out, "name", decision->sections->pdata[i]);
		g_string_append_c(out, '\n');
	}
}

/* A strip is known by its mark; its section is the mark round it. */
static void put_strips(const struct writing *writing)
{
	g_autoptr(GPtrArray) open = g_ptr_array_new();

	for (guint i = 0; i < writing->page->items->len; i++) {
		const struct page_item *item = writing->page->items->pdata[i];
		const struct page_mark *round = open->len > 0 ? open->pdata[open->len - 1] : NULL;
		if (item->kind == ITEM_MARK && g_strcmp0(item->mark.label, "section-strip") == 0 &&
		    round != NULL) {
			g_string_append(writing->out, "strip");
			page_text_put(writing->out, "name", round->label);
			g_string_append_c(writing->out, '\n');
		}
		if (item->kind == ITEM_MARK)
			g_ptr_array_add(open, (gpointer)&item->mark);
		else if (item->kind == ITEM_MARK_END && open->len > 0)
			g_ptr_array_set_size(open, (gint)open->len - 1);
	}
}

static void put_faces(const struct writing *writing)
{
	const struct fontbook *book = writing->source->book;

	for (int f = 0; f < fontbook_count(book); f++) {
		const struct face *face = fontbook_face_at(book, f);
		gboolean used = FALSE;
		for (guint i = 0; i < writing->page->items->len && !used; i++) {
			const struct page_item *item = writing->page->items->pdata[i];
			used = item->kind == ITEM_GLYPHS && strcmp(item->glyphs.font, face->role) == 0;
		}
		if (!used)
			continue;
		g_string_append(writing->out, "face");
		page_text_put(writing->out, "font", face->role);
		page_text_put(writing->out, "sum", face->sha256);
		g_string_append_c(writing->out, '\n');
	}
}

/* ---- photographs and ads ---- */

static const char *sum_of(const struct edition *edition, const struct page_photo *photo)
{
	const struct story *story = photo->story != NULL ? edition_story(edition, photo->story) : NULL;

	for (guint i = 0; story != NULL && i < story->pictures->len; i++) {
		const struct picture *picture = story->pictures->pdata[i];
		if (picture->usable && strcmp(picture->file, photo->file) == 0)
			return picture->facts.sha256;
	}
	for (guint i = 0; story == NULL && i < edition->ads->len; i++) {
		const struct ad *ad = edition->ads->pdata[i];
		if (ad->usable && strcmp(ad->file, photo->file) == 0)
			return ad->facts.sha256;
	}
	return "";
}

static const struct photo_decision *decision_of(const struct decisions *decisions,
						const struct page_photo *photo)
{
	for (guint i = 0; i < decisions->photos->len; i++) {
		const struct photo_decision *decision = decisions->photos->pdata[i];
		if (strcmp(decision->file, photo->file) == 0 &&
		    g_strcmp0(decision->story, photo->story) == 0 && decision->width_px == photo->width_px &&
		    decision->height_px == photo->height_px)
			return decision;
	}
	return NULL;
}

static void put_photos(const struct writing *writing)
{
	for (guint i = 0; i < writing->page->items->len; i++) {
		const struct page_item *item = writing->page->items->pdata[i];
		if (item->kind != ITEM_PHOTO)
			continue;
		const struct photo_decision *decision = decision_of(writing->source->decisions, &item->photo);
		g_string_append(writing->out, "picture");
		page_text_put(writing->out, "file", item->photo.file);
		page_text_put(writing->out, "story", item->photo.story);
		page_text_put(writing->out, "sum", sum_of(writing->source->edition, &item->photo));
		put_int(writing->out, "ppi", decision != NULL ? decision->ppi : 0);
		page_text_put(writing->out, "focus", decision != NULL ? decision->focus : NULL);
		g_string_append_c(writing->out, '\n');
	}
}

/* ---- stories ---- */

static gboolean stands_on(const struct story_decision *story, const char *label)
{
	for (guint i = 0; i < story->parts->len; i++)
		if (strcmp(g_array_index(story->parts, struct story_part, i).page, label) == 0)
			return TRUE;
	return FALSE;
}

static char *pages_of(const struct story_decision *story)
{
	GString *pages = g_string_new(NULL);

	for (guint i = 0; i < story->parts->len; i++)
		g_string_append_printf(pages, "%s%s", i > 0 ? " " : "",
				       g_array_index(story->parts, struct story_part, i).page);
	return g_string_free(pages, FALSE);
}

static void put_type(GString *out, const struct story_part *part)
{
	g_string_append(out, "type");
	put_int(out, "full", part->type.full_lines);
	put_int(out, "loose", part->type.loose_lines);
	put_int(out, "hyphenated", part->type.hyphenated);
	put_int(out, "ladders", part->type.ladders);
	put_int(out, "collisions", part->type.ink_collisions);
	g_string_append(out, "\nspaces :");
	for (guint i = 0; part->spaces != NULL && i < part->spaces->len; i++)
		g_string_append_printf(out, " %d", g_array_index(part->spaces, int, i));
	g_string_append_c(out, '\n');
}

static void put_part(GString *out, const struct story_part *part)
{
	g_string_append(out, "part");
	put_int(out, "column", part->column);
	put_int(out, "row", part->row);
	put_int(out, "columns", part->columns);
	put_int(out, "rows", part->rows);
	put_int(out, "lines", part->lines);
	put_int(out, "photo-cells", part->photo_cells);
	g_string_append_c(out, '\n');
	put_type(out, part);
}

static void put_story(const struct writing *writing, const struct story_decision *decision)
{
	const struct story *story = edition_story(writing->source->edition, decision->id);
	const char *label = writing->decision->label;
	g_autofree char *pages = pages_of(decision);
	g_autoptr(GPtrArray) copy = lock_copy(story);
	GString *out = writing->out;

	g_string_append(out, "story");
	page_text_put(out, "id", decision->id);
	page_text_put(out, "headline", decision->headline);
	page_text_put(out, "pages", pages);
	put_int(out, "trimmed", decision->lines_trimmed);
	page_text_put(out, "text-trimmed", decision->text_trimmed);
	put_cost(out, decision->cost);
	if (strcmp(g_array_index(decision->parts, struct story_part, 0).page, label) != 0)
		g_string_append(out, " goes-on=yes");
	g_string_append_c(out, '\n');
	for (guint i = 0; i < decision->parts->len; i++) {
		const struct story_part *part = &g_array_index(decision->parts, struct story_part, i);
		if (strcmp(part->page, label) == 0)
			put_part(out, part);
	}
	for (guint i = 0; i < copy->len; i++) {
		g_string_append(out, "copy");
		page_text_put(out, "text", copy->pdata[i]);
		g_string_append_c(out, '\n');
	}
}

static void put_stories(const struct writing *writing)
{
	const GPtrArray *stories = writing->source->decisions->stories;

	for (guint i = 0; i < stories->len; i++) {
		const struct story_decision *story = stories->pdata[i];
		if (story->outcome == STORY_PLACED && stands_on(story, writing->decision->label))
			put_story(writing, story);
	}
}

/* ---- what the page names and where it can be reached ---- */

static const char *first_page_of(const struct decisions *decisions, const char *id)
{
	for (guint i = 0; i < decisions->stories->len; i++) {
		const struct story_decision *story = decisions->stories->pdata[i];
		if (strcmp(story->id, id) == 0 && story->parts->len > 0)
			return g_array_index(story->parts, struct story_part, 0).page;
	}
	return NULL;
}

static void put_references(const struct writing *writing)
{
	for (guint i = 0; i < writing->page->items->len; i++) {
		const struct page_item *item = writing->page->items->pdata[i];
		if (item->kind != ITEM_LINK || !g_str_has_prefix(item->link.to, "#story/"))
			continue;
		const char *id = item->link.to + strlen("#story/");
		g_string_append(writing->out, "names");
		page_text_put(writing->out, "story", id);
		page_text_put(writing->out, "page", first_page_of(writing->source->decisions, id));
		g_string_append_c(writing->out, '\n');
	}
}

static void put_destinations(const struct writing *writing)
{
	const GPtrArray *destinations = writing->source->paper->destinations;

	for (guint i = 0; i < destinations->len; i++) {
		const struct destination *destination = destinations->pdata[i];
		if (destination->page != writing->page->number - 1)
			continue;
		g_string_append(writing->out, "destination");
		page_text_put(writing->out, "name", destination->name);
		put_int(writing->out, "x", destination->x);
		put_int(writing->out, "y", destination->y);
		g_string_append_c(writing->out, '\n');
	}
}

char *lock_write(const struct lock_source *source, const char *label)
{
	struct writing writing = {.source = source};

	for (guint i = 0; i < source->decisions->pages->len; i++) {
		const struct page_decision *decision = source->decisions->pages->pdata[i];
		if (strcmp(decision->label, label) == 0 && i < source->paper->pages->len) {
			writing.decision = decision;
			writing.page = source->paper->pages->pdata[i];
		}
	}
	if (writing.page == NULL)
		return NULL;
	writing.out = g_string_new(NULL);
	put_head(&writing);
	put_strips(&writing);
	put_faces(&writing);
	put_photos(&writing);
	put_stories(&writing);
	put_references(&writing);
	put_destinations(&writing);
	page_write(writing.page, writing.out);
	return g_string_free(writing.out, FALSE);
}

/* ---- which pages lock together ---- */

static gboolean shares(const struct story_decision *story, const GHashTable *labels)
{
	for (guint i = 0; i < story->parts->len; i++)
		if (g_hash_table_contains((GHashTable *)labels,
					  g_array_index(story->parts, struct story_part, i).page))
			return TRUE;
	return FALSE;
}

static gboolean add_pages_of(const struct story_decision *story, GHashTable *labels)
{
	gboolean added = FALSE;

	for (guint i = 0; i < story->parts->len; i++)
		added |= g_hash_table_add(labels, g_array_index(story->parts, struct story_part, i).page);
	return added;
}

GPtrArray *lock_together(const struct decisions *decisions, char *const *labels)
{
	g_autoptr(GHashTable) set = g_hash_table_new(g_str_hash, g_str_equal);
	GPtrArray *together = g_ptr_array_new_with_free_func(g_free);

	for (int i = 0; labels[i] != NULL; i++)
		g_hash_table_add(set, labels[i]);
	for (gboolean grown = TRUE; grown;) {
		grown = FALSE;
		for (guint i = 0; i < decisions->stories->len; i++) {
			const struct story_decision *story = decisions->stories->pdata[i];
			grown |= shares(story, set) && add_pages_of(story, set);
		}
	}
	for (guint i = 0; i < decisions->pages->len; i++) {
		const struct page_decision *page = decisions->pages->pdata[i];
		if (g_hash_table_contains(set, page->label))
			g_ptr_array_add(together, g_strdup(page->label));
	}
	return together;
}
