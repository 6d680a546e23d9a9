/* furniture_credits.c - who wrote and who photographed what is in the paper, each name once */
#include <string.h>

#include "makeup/furniture.h"
#include "makeup/manuscript.h"

enum { HEAD_ROWS = 3 };

#define PAD (5 * FIX_PT)

static void add_name(GPtrArray *names, const char *name)
{
	if (name != NULL && *name != '\0' &&
	    !g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
		g_ptr_array_add(names, (gpointer)name);
}

static void add_words(const struct story *story, GPtrArray *names)
{
	for (guint i = 0; i < story->bylines->len; i++)
		add_name(names, g_array_index(story->bylines, struct byline, i).name);
}

static void add_pictures(const struct story *story, GPtrArray *names)
{
	for (guint i = 0; i < story->pictures->len; i++) {
		const struct picture *picture = story->pictures->pdata[i];
		if (picture->usable)
			add_name(names, picture->credit.text);
	}
}

/* "Words: A, B, C", or NULL where there is nobody. Caller frees. */
static char *sentence(const struct stone *stone, const char *phrase,
		      void (*add)(const struct story *story, GPtrArray *names))
{
	const GPtrArray *stories = stone->edition->stories;
	g_autoptr(GPtrArray) names = g_ptr_array_new();

	for (guint i = 0; i < stories->len; i++)
		if (((const struct story *)stories->pdata[i])->fate == FATE_TO_PLACE)
			add(stories->pdata[i], names);
	if (names->len == 0)
		return NULL;
	g_ptr_array_add(names, NULL);
	g_autofree char *all = g_strjoinv(", ", (char **)names->pdata);
	return design_phrase(stone->design, stone->edition->language, phrase, "names", all, NULL);
}

static int lines_of(const struct stone *stone, const char *text, fix width)
{
	const struct text_style *style = stone_style(stone, STYLE_IMPRINT);
	struct measure measure = {.width = width};

	if (text == NULL)
		return 0;
	g_autoptr(GArray) runs =
		manuscript_text(stone, text, place_in("", 0, 0), style, stone->edition->language);
	struct paragraph *paragraph = manuscript_shape(stone, runs, style);
	const struct settings *settings = paragraph_settings(paragraph, &measure);
	int lines = settings->by_lines[settings->best].lines;
	paragraph_free(paragraph);
	return lines;
}

/* With the head, and a row of air at each end. */
static int rows_wanted(const struct stone *stone, fix width)
{
	g_autofree char *words = sentence(stone, "credits-words", add_words),
			*pictures = sentence(stone, "credits-pictures", add_pictures);
	int lines = lines_of(stone, words, width) + lines_of(stone, pictures, width);

	return lines == 0 ? 0
			  : HEAD_ROWS + stone_rows(stone, lines * stone_style(stone, STYLE_IMPRINT)->leading);
}

static void tell_too_small(const struct stone *stone, const struct zone *zone, int wanted, int rows)
{
	diag_add(stone->diag, DIAG_ZONE_TOO_SMALL, zone->place,
		 "zone '%c' (credits) has %d rows and the names need %d: draw it deeper or wider; it is "
		 "printed without names",
		 zone->letter, rows, wanted);
}

static fix ink_head(struct forme *forme, struct rect box)
{
	const struct stone *stone = forme->stone;
	const char *language = stone->edition->language;
	g_autofree char *title = design_phrase(stone->design, language, "credits", NULL);

	inking_rule(forme, (struct rect){box.x - PAD, box.y, box.width + 2 * PAD, stone->design->rule},
		    stone->design->ink);
	inking_mark(forme, MARK_FURNITURE, "credits", NULL)->label = g_strdup("credits");
	inking_text(forme, title, stone_style(stone, STYLE_INDEX_HEAD), box.x,
		    box.y + (HEAD_ROWS - 1) * stone_leading(stone) - stone_leading(stone) / 4, box.width,
		    language);
	inking_end(forme);
	return box.y + (HEAD_ROWS - 1) * stone_leading(stone);
}

static fix ink_sentence(struct forme *forme, char *text, struct rect box, fix baseline, int index)
{
	const struct stone *stone = forme->stone;
	const struct text_style *style = stone_style(stone, STYLE_IMPRINT);
	g_autofree char *owned = text, *name = g_strdup_printf("credits/%d", index);

	if (owned == NULL)
		return baseline;
	inking_mark(forme, MARK_FURNITURE, name, NULL)->label = g_strdup("credits");
	baseline = inking_text(forme, owned, style, box.x, baseline + style->leading, box.width,
			       stone->edition->language);
	inking_end(forme);
	return baseline;
}

/* On a tint as deep as the zone is drawn. */
void furniture_credits(struct forme *forme, struct rect box, const struct zone *zone)
{
	const struct stone *stone = forme->stone;
	const struct text_style *style = stone_style(stone, STYLE_IMPRINT);
	fix leading = stone_leading(stone);
	struct rect tint = {box.x, box.y + leading, box.width, box.height - leading};
	struct rect copy = {box.x + PAD, tint.y, box.width - 2 * PAD, tint.height};
	int rows = (int)(box.height / leading), wanted = rows_wanted(stone, copy.width);
	fix baseline;

	inking_fill(forme, tint, stone->design->tint);
	baseline = ink_head(forme, copy) +
		   fix_scale(style->size, stone_face(stone, style)->cap_height, 1000) - style->leading;
	if (wanted > rows) {
		tell_too_small(stone, zone, wanted, rows);
		return;
	}
	baseline = ink_sentence(forme, sentence(stone, "credits-words", add_words), copy, baseline, 0);
	ink_sentence(forme, sentence(stone, "credits-pictures", add_pictures), copy, baseline, 1);
}
