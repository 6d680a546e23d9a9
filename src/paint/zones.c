/*
 * zones.c - where each story stands, for readers' apps, as JSON
 *
 * Boxes are of what is painted: a line reaches from one size above its baseline
 * to a quarter of it below, which holds every accent and descender.
 */
#include <json-glib/json-glib.h>
#include <string.h>

#include "paint/painter.h"
#include "paint/plain_text.h"

enum zone_role { ZONE_HEADLINE, ZONE_STANDFIRST, ZONE_BODY, ZONE_PHOTO, ZONE_CAPTION, ZONE_NONE };

static const char *const zone_words[] = {"headline", "standfirst", "body", "photo", "caption"};

struct zone_box {
	const char *page; /* label */
	enum zone_role role;
	struct rect box;
	fix baseline; /* of the last line */
};

struct zone_block {
	int mark;
	GString *text;
};

struct zone_story {
	const struct page_mark *mark;
	const char *section;
	GArray *boxes;	   /* struct zone_box */
	GPtrArray *blocks; /* struct zone_block, in reading order */
};

struct zone_link {
	const char *page;
	const struct page_link *link;
};

struct zones {
	const struct page *page;
	GPtrArray *stories; /* struct zone_story */
	GArray *links;	    /* struct zone_link */
	GPtrArray *open;    /* const struct page_mark */
};

/* ---- collecting ---- */

static void block_free(gpointer data)
{
	struct zone_block *block = data;
	g_string_free(block->text, TRUE);
	g_free(block);
}

static void story_free(gpointer data)
{
	struct zone_story *story = data;
	g_array_unref(story->boxes);
	g_ptr_array_unref(story->blocks);
	g_free(story);
}

static enum zone_role zone_role_of(enum mark_role role)
{
	switch (role) {
	case MARK_HEADLINE:
	case MARK_DECK:
	case MARK_KICKER:
		return ZONE_HEADLINE;
	case MARK_STANDFIRST:
		return ZONE_STANDFIRST;
	case MARK_CAPTION:
		return ZONE_CAPTION;
	case MARK_BYLINE:
	case MARK_PARAGRAPH:
	case MARK_CROSSHEAD:
	case MARK_QUOTATION:
	case MARK_LIST_ITEM:
	case MARK_HEAD_CELL:
	case MARK_CELL:
		return ZONE_BODY;
	default:
		return ZONE_NONE;
	}
}

static const char *section_of(const struct zones *zones)
{
	for (guint i = zones->open->len; i > 0; i--) {
		const struct page_mark *mark = zones->open->pdata[i - 1];
		if (mark->role == MARK_SECTION)
			return mark->label;
	}
	return NULL;
}

static struct zone_story *story_of(struct zones *zones, const struct page_mark *mark)
{
	for (guint i = 0; i < zones->stories->len; i++) {
		struct zone_story *known = zones->stories->pdata[i];
		if (known->mark->id == mark->id)
			return known;
	}
	struct zone_story *story = g_new0(struct zone_story, 1);
	story->mark = mark;
	story->section = section_of(zones);
	story->boxes = g_array_new(FALSE, FALSE, sizeof(struct zone_box));
	story->blocks = g_ptr_array_new_with_free_func(block_free);
	g_ptr_array_add(zones->stories, story);
	return story;
}

static struct zone_story *open_story(struct zones *zones)
{
	for (guint i = zones->open->len; i > 0; i--) {
		const struct page_mark *mark = zones->open->pdata[i - 1];
		if (mark->role == MARK_STORY)
			return story_of(zones, mark);
	}
	return NULL;
}

/* The innermost mark that is a block of copy; NULL inside an artifact or a line of our own. */
static const struct page_mark *open_block(const struct zones *zones)
{
	const struct page_mark *block = NULL;
	for (guint i = zones->open->len; i > 0; i--) {
		const struct page_mark *mark = zones->open->pdata[i - 1];
		if (mark->role == MARK_ARTIFACT || mark->role == MARK_TURN)
			return NULL;
		if (block == NULL && zone_role_of(mark->role) != ZONE_NONE)
			block = mark;
	}
	return block;
}

static GString *block_text(struct zone_story *story, int mark)
{
	for (guint i = story->blocks->len; i > 0; i--) {
		struct zone_block *known = story->blocks->pdata[i - 1];
		if (known->mark == mark)
			return known->text;
	}
	struct zone_block *block = g_new0(struct zone_block, 1);
	*block = (struct zone_block){mark, g_string_new(NULL)};
	g_ptr_array_add(story->blocks, block);
	return block->text;
}

static void box_extend(struct rect *box, struct rect more)
{
	fix right = MAX(rect_right(*box), rect_right(more)), foot = MAX(rect_foot(*box), rect_foot(more));
	box->x = MIN(box->x, more.x);
	box->y = MIN(box->y, more.y);
	box->width = right - box->x;
	box->height = foot - box->y;
}

/* The next line of the same leg, or more of the same line. */
static gboolean box_goes_on(const struct zone_box *last, const char *page, enum zone_role role, fix baseline)
{
	return last->page == page && last->role == role && role != ZONE_PHOTO && baseline >= last->baseline;
}

static void add_box(struct zone_story *story, const char *page, enum zone_role role, struct rect box,
		    fix baseline)
{
	if (story->boxes->len > 0) {
		struct zone_box *last = &g_array_index(story->boxes, struct zone_box, story->boxes->len - 1);
		if (box_goes_on(last, page, role, baseline)) {
			box_extend(&last->box, box);
			last->baseline = baseline;
			return;
		}
	}
	struct zone_box fresh = {.page = page, .role = role, .box = box, .baseline = baseline};
	g_array_append_val(story->boxes, fresh);
}

static gboolean in_label(const struct zones *zones)
{
	const struct page_mark *mark = g_ptr_array_index(zones->open, zones->open->len - 1);
	return mark->role == MARK_LIST_LABEL;
}

static void zone_glyphs(void *self, const struct page_glyphs *run)
{
	struct zones *zones = self;
	struct zone_story *story = open_story(zones);
	const struct page_mark *block = open_block(zones);
	if (story == NULL || block == NULL || run->glyphs->len == 0)
		return;
	if (!(run->flags & GLYPHS_HYPHEN))
		g_string_append(block_text(story, block->id), run->text);
	if (in_label(zones))
		g_string_append_c(block_text(story, block->id), ' ');
	if (run->flags & GLYPHS_LINE_END_SPACE)
		return;
	const struct page_glyph *first = &g_array_index(run->glyphs, struct page_glyph, 0);
	const struct page_glyph *last = first + run->glyphs->len - 1;
	struct rect box = {first->x, first->y - run->size, last->x + last->advance - first->x,
			   run->size + run->size / 4};
	add_box(story, zones->page->label, zone_role_of(block->role), box, first->y);
}

static void zone_photo(void *self, const struct page_photo *photo)
{
	struct zones *zones = self;
	struct zone_story *story = open_story(zones);
	if (story != NULL)
		add_box(story, zones->page->label, ZONE_PHOTO, photo->box, rect_foot(photo->box));
}

static void zone_link(void *self, const struct page_link *link)
{
	struct zones *zones = self;
	struct zone_link found = {zones->page->label, link};
	g_array_append_val(zones->links, found);
}

static void zone_mark(void *self, const struct page_mark *mark)
{
	struct zones *zones = self;
	if (mark != NULL)
		g_ptr_array_add(zones->open, (gpointer)mark);
	else if (zones->open->len > 0)
		g_ptr_array_set_size(zones->open, (int)zones->open->len - 1);
	if (mark != NULL && mark->role == MARK_STORY)
		story_of(zones, mark);
}

static void zone_page(void *self, const struct page *page)
{
	struct zones *zones = self;
	zones->page = page;
	g_ptr_array_set_size(zones->open, 0);
}

/* ---- writing ---- */

/* In 1/64 pt, which prints short and exact. */
static double points(fix length)
{
	return (double)((int64_t)length * 64 / FIX_PT) / 64;
}

static void put_text(JsonBuilder *json, const char *key, const char *text)
{
	json_builder_set_member_name(json, key);
	json_builder_add_string_value(json, text != NULL ? text : "");
}

static void put_rect(JsonBuilder *json, struct rect box)
{
	json_builder_set_member_name(json, "rect_pt");
	json_builder_begin_array(json);
	json_builder_add_double_value(json, points(box.x));
	json_builder_add_double_value(json, points(box.y));
	json_builder_add_double_value(json, points(box.width));
	json_builder_add_double_value(json, points(box.height));
	json_builder_end_array(json);
}

static char *story_text(const struct zone_story *story)
{
	GString *text = g_string_new(NULL);
	for (guint i = 0; i < story->blocks->len; i++) {
		const struct zone_block *block = story->blocks->pdata[i];
		if (i > 0)
			g_string_append_c(text, '\n');
		g_string_append(text, block->text->str);
	}
	return g_string_free(text, FALSE);
}

static void put_boxes(JsonBuilder *json, const struct zone_story *story)
{
	json_builder_set_member_name(json, "boxes");
	json_builder_begin_array(json);
	for (guint i = 0; i < story->boxes->len; i++) {
		const struct zone_box *box = &g_array_index(story->boxes, struct zone_box, i);
		json_builder_begin_object(json);
		put_text(json, "page", box->page);
		put_rect(json, box->box);
		put_text(json, "role", zone_words[box->role]);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_story(JsonBuilder *json, const struct zone_story *story, const struct paper *paper)
{
	const struct page_mark *mark = story->mark;
	g_autofree char *text = story_text(story), *plain = plain_text(text);
	json_builder_begin_object(json);
	put_text(json, "id", mark->story);
	put_text(json, "headline", mark->label);
	put_text(json, "section", story->section);
	put_text(json, "language", mark->language != NULL ? mark->language : paper->language);
	put_text(json, "url", mark->url);
	put_boxes(json, story);
	put_text(json, "text", text);
	put_text(json, "text_plain", plain);
	json_builder_end_object(json);
}

static void put_links(JsonBuilder *json, const struct zones *zones)
{
	json_builder_set_member_name(json, "links");
	json_builder_begin_array(json);
	for (guint i = 0; i < zones->links->len; i++) {
		const struct zone_link *link = &g_array_index(zones->links, struct zone_link, i);
		json_builder_begin_object(json);
		put_text(json, "page", link->page);
		put_rect(json, link->link->box);
		put_text(json, "to", link->link->to);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
}

static void put_page_size(JsonBuilder *json, const struct paper *paper)
{
	json_builder_set_member_name(json, "page_size_pt");
	json_builder_begin_array(json);
	if (paper->pages->len > 0) {
		const struct page *first = paper->pages->pdata[0];
		json_builder_add_double_value(json, points(first->width));
		json_builder_add_double_value(json, points(first->height));
	}
	json_builder_end_array(json);
}

/* Pages of another size than the first, a supplement's. */
static void put_other_sizes(JsonBuilder *json, const struct paper *paper)
{
	const struct page *first = paper->pages->len > 0 ? paper->pages->pdata[0] : NULL;
	gboolean begun = FALSE;

	for (guint i = 1; i < paper->pages->len; i++) {
		const struct page *page = paper->pages->pdata[i];
		if (page->width == first->width && page->height == first->height)
			continue;
		if (!begun) {
			json_builder_set_member_name(json, "other_page_sizes");
			json_builder_begin_array(json);
		}
		begun = TRUE;
		json_builder_begin_object(json);
		put_text(json, "page", page->label);
		json_builder_set_member_name(json, "page_size_pt");
		json_builder_begin_array(json);
		json_builder_add_double_value(json, points(page->width));
		json_builder_add_double_value(json, points(page->height));
		json_builder_end_array(json);
		json_builder_end_object(json);
	}
	if (begun)
		json_builder_end_array(json);
}

static char *zones_write(const struct zones *zones, const struct paper *paper)
{
	g_autoptr(JsonBuilder) json = json_builder_new();
	json_builder_begin_object(json);
	put_text(json, "schema", "anban-zones-1");
	put_page_size(json, paper);
	put_other_sizes(json, paper);
	json_builder_set_member_name(json, "stories");
	json_builder_begin_array(json);
	for (guint i = 0; i < zones->stories->len; i++)
		put_story(json, zones->stories->pdata[i], paper);
	json_builder_end_array(json);
	put_links(json, zones);
	json_builder_end_object(json);
	g_autoptr(JsonNode) root = json_builder_get_root(json);
	return json_to_string(root, TRUE);
}

char *zones_json(const struct paper *paper)
{
	struct zones zones = {
		.stories = g_ptr_array_new_with_free_func(story_free),
		.links = g_array_new(FALSE, FALSE, sizeof(struct zone_link)),
		.open = g_ptr_array_new(),
	};
	struct painter painter = {.self = &zones,
				  .page_begin = zone_page,
				  .glyphs = zone_glyphs,
				  .photo = zone_photo,
				  .link = zone_link,
				  .mark = zone_mark};
	for (guint i = 0; i < paper->pages->len; i++)
		painter_draw(&painter, paper->pages->pdata[i]);
	char *text = zones_write(&zones, paper);
	g_ptr_array_unref(zones.stories);
	g_array_unref(zones.links);
	g_ptr_array_unref(zones.open);
	return text;
}
