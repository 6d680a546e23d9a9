/* furniture_teasers.c - stories inside that page 1 points to, side by side, each with its picture */
#include <string.h>

#include "makeup/framing.h"
#include "makeup/furniture.h"
#include "makeup/module.h"
#include "makeup/reference.h"

enum { TEASERS_MOST = COLUMNS_MAX };

#define TEASER_GAP   (4 * FIX_PT)
#define PICTURE_FLAT 0.6 /* height to width */
#define TEXT_ROWS    5	 /* that a picture leaves to the words */

struct teasers {
	struct forme *forme;
	struct rect box;
	const struct story *stories[TEASERS_MOST];
	int count, most;
};

/* ---- which stories ---- */

static const struct picture *picture_of(const struct story *story)
{
	for (guint i = 0; i < story->pictures->len; i++) {
		const struct picture *picture = story->pictures->pdata[i];
		if (picture->usable && picture->role != PICTURE_LOGO)
			return picture;
	}
	return NULL;
}

static gboolean may_be_teased(const struct teasers *teasers, const struct story *story)
{
	const char *page = g_hash_table_lookup(teasers->forme->page_of, story->id);

	for (int i = 0; i < teasers->count; i++)
		if (teasers->stories[i] == story)
			return FALSE;
	return page != NULL && strcmp(page, "1") != 0 && story->front != FRONT_NEVER &&
	       story->kind != KIND_BRIEF && story->kind != KIND_CORRECTION;
}

static gboolean section_is_teased(const struct teasers *teasers, int section)
{
	for (int i = 0; i < teasers->count; i++)
		if (teasers->stories[i]->section == section)
			return TRUE;
	return FALSE;
}

/* Those with a picture, of them those that the desk has marked, and each section once before any comes twice.
 */
static void choose(struct teasers *teasers)
{
	const GPtrArray *stories = teasers->forme->stone->edition->stories;

	for (int round = 0; round < 8; round++) {
		for (guint i = 0; i < stories->len && teasers->count < teasers->most; i++) {
			const struct story *story = stories->pdata[i];
			gboolean marked = story->front == FRONT_TEASER;
			if (!may_be_teased(teasers, story) || (round < 4 && picture_of(story) == NULL) ||
			    (round % 2 == 0 && !marked) ||
			    (round % 4 < 2 && section_is_teased(teasers, story->section)))
				continue;
			teasers->stories[teasers->count++] = story;
		}
	}
}

/* ---- one of them ---- */

/* Gives the foot of the picture, or the top where none stands. */
static fix ink_picture(const struct teasers *teasers, const struct story *story, struct rect box,
		       const char *name)
{
	struct forme *forme = teasers->forme;
	const struct picture *picture = picture_of(story);
	struct rect frame = {box.x, box.y, box.width, (fix)(box.width * PICTURE_FLAT)};
	g_autofree char *figure = g_strconcat(name, "/figure", NULL);

	if (picture == NULL || frame.height + TEXT_ROWS * stone_leading(forme->stone) > box.height)
		return box.y;
	struct page_mark *mark = inking_mark(forme, MARK_FIGURE, figure, NULL);
	mark->alt = g_strdup(picture->alt);
	mark->box = frame;
	/* It is the paper's picture here: its caption stands with the story. */
	struct photo_decision *decision = inking_photo(forme, frame, picture->file, &picture->facts,
						       framing_part(picture, frame), story->id);
	g_clear_pointer(&decision->story, g_free);
	inking_end(forme);
	return rect_foot(frame) + TEASER_GAP;
}

/* A line or more of text from `top` on; gives the top of what follows. */
static fix put_text(const struct teasers *teasers, const char *text, enum style_id id, struct rect box,
		    fix top, const char *language)
{
	const struct stone *stone = teasers->forme->stone;
	const struct text_style *style = stone_style(stone, id);
	fix cap = fix_scale(style->size, stone_face(stone, style)->cap_height, 1000);

	if (text == NULL || *text == '\0' || top + cap > rect_foot(box))
		return top;
	return inking_text(teasers->forme, text, style, box.x, top + cap, box.width, language) + TEASER_GAP +
	       style->size / 4;
}

static void ink_words(const struct teasers *teasers, const struct story *story, struct rect box, fix top,
		      const char *page)
{
	const struct stone *stone = teasers->forme->stone;
	const struct section *section = stone->edition->sections->pdata[story->section];
	g_autofree char *head = reference_head(story);
	g_autofree char *on =
		design_phrase(stone->design, stone->edition->language, "page", "page", page, NULL);

	top = put_text(teasers, section->name, STYLE_INDEX_HEAD, box, top, stone->edition->language);
	top = put_text(teasers, head, STYLE_TEASER, box, top, story->language);
	if (rect_foot(box) - top > TEXT_ROWS * stone_leading(stone) && story->teaser.text != NULL)
		top = put_text(teasers, story->teaser.text, STYLE_INDEX, box, top, story->language);
	put_text(teasers, on, STYLE_INDEX, box, top, stone->edition->language);
}

static void ink_teaser(const struct teasers *teasers, const struct story *story, struct rect box)
{
	struct forme *forme = teasers->forme;
	const char *page = g_hash_table_lookup(forme->page_of, story->id);
	g_autofree char *name = g_strconcat("teaser/", story->id, NULL);
	g_autofree char *link = g_strconcat(name, "/link", NULL), *to = module_destination(story);
	g_autofree char *target = g_strconcat("#", to, NULL);

	inking_rule(forme, (struct rect){box.x, box.y, box.width, forme->stone->design->rule},
		    forme->stone->design->ink);
	struct rect below = {box.x, box.y + TEASER_GAP, box.width, box.height - TEASER_GAP};
	fix top = ink_picture(teasers, story, below, name);
	inking_mark(forme, MARK_FURNITURE, name, NULL)->label = g_strdup("teasers");
	inking_mark(forme, MARK_LINK, link, NULL);
	ink_words(teasers, story, below, top, page);
	inking_link(forme, box, target, story->headline.text);
	inking_end(forme);
	inking_end(forme);
}

gboolean furniture_teasers(struct forme *forme, struct rect box, int columns)
{
	struct teasers teasers = {.forme = forme, .most = CLAMP(columns, 1, TEASERS_MOST)};
	fix gutter = forme->stone->design->gutter;

	box.y += stone_leading(forme->stone);
	box.height -= stone_leading(forme->stone);
	choose(&teasers);
	for (int i = 0; i < teasers.count; i++) {
		fix width = (box.width - (teasers.count - 1) * gutter) / teasers.count;
		ink_teaser(&teasers, teasers.stories[i],
			   (struct rect){box.x + i * (width + gutter), box.y, width, box.height});
	}
	return teasers.count > 0;
}
