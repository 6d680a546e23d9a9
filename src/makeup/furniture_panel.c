/* furniture_panel.c - where neither copy nor house ads fill: what else the paper has, with its pages */
#include <string.h>

#include "makeup/furniture.h"
#include "makeup/manuscript.h"
#include "makeup/module.h"
#include "makeup/reference.h"

#define PANEL_INSET   (8 * FIX_PT)
#define KICKER_GAP    (3 * FIX_PT) /* between a section's name and the headline */
#define POINTER_GAP   (9 * FIX_PT) /* between one story and the next */
#define POINTER_MORE  (9 * FIX_PT) /* of white that would stand at the foot */
#define STORIES_TRIED 40
#define PLATE_ROWS    10 /* left under the list take the nameplate */
#define FLAT_ROWS     14 /* a field less deep, of so many columns or more, has its head beside the list */
#define FLAT_COLUMNS  3
#define LIST_SHARE    3 /* of the room the list has, a part of so many it must fill */

/* A story elsewhere in the paper: section and page over its headline. */
struct pointer {
	const struct story *story;
	char *kicker, *head;
	struct paragraph *paragraph;
	const struct setting *setting;
	fix height;
	int column;
	fix top; /* from that of the list */
};

struct panel {
	struct forme *forme;
	const char *name;
	const struct made_page *made;
	struct rect box; /* of the list */
	struct measure measure;
	int columns;
	GArray *pointers;  /* struct pointer, as they are read */
	int shown;	   /* of them */
	GHashTable *named; /* struct story: in the panels of this page so far */
	fix used;	   /* the deepest column */
};

static void pointer_clear(gpointer data)
{
	struct pointer *pointer = data;

	g_free(pointer->kicker);
	g_free(pointer->head);
	paragraph_free(pointer->paragraph);
}

/* ---- which stories ---- */

static gboolean is_elsewhere(const struct panel *panel, const struct story *story)
{
	const char *page = g_hash_table_lookup(panel->forme->page_of, story->id);

	return page != NULL && strcmp(page, panel->made->sheet->label) != 0 && story->front != FRONT_NEVER &&
	       story->kind != KIND_BRIEF && story->kind != KIND_CORRECTION && story->kind != KIND_NOTICE &&
	       story->kind != KIND_SPONSORED;
}

static gboolean is_named_here(const struct panel *panel, const struct story *other)
{
	for (guint i = 0; i < panel->made->takes->len; i++) {
		const struct story *story =
			g_array_index(panel->made->takes, struct placed_take, i).take->story;
		for (guint s = 0; story->see_also != NULL && s < story->see_also->len; s++)
			if (strcmp(story->see_also->pdata[s], other->id) == 0)
				return TRUE;
	}
	return FALSE;
}

static gboolean has_section_here(const struct panel *panel, const struct story *other)
{
	for (guint i = 0; i < panel->made->takes->len; i++)
		if (g_array_index(panel->made->takes, struct placed_take, i).take->story->section ==
		    other->section)
			return TRUE;
	return FALSE;
}

/* More on what this page tells first, then more of its sections, then the best of the others. */
static int rank_of(const struct panel *panel, const struct story *story)
{
	if (is_named_here(panel, story))
		return 0;
	return story->priority + (has_section_here(panel, story) ? 0 : 5);
}

static const struct story *next_best(const struct panel *panel, GHashTable *taken)
{
	const GPtrArray *stories = panel->forme->stone->edition->stories;
	const struct story *best = NULL;

	for (guint i = 0; i < stories->len; i++) {
		const struct story *story = stories->pdata[i];
		if (is_elsewhere(panel, story) && !g_hash_table_contains(panel->named, story) &&
		    !g_hash_table_contains(taken, story) &&
		    (best == NULL || rank_of(panel, story) < rank_of(panel, best)))
			best = story;
	}
	return best;
}

/* ---- setting ---- */

static char *kicker_of(const struct panel *panel, const struct story *story)
{
	const struct stone *stone = panel->forme->stone;
	const struct section *section = stone->edition->sections->pdata[story->section];
	g_autofree char *on =
		design_phrase(stone->design, stone->edition->language, "page", "page",
			      (const char *)g_hash_table_lookup(panel->forme->page_of, story->id), NULL);

	return g_strdup_printf("%s · %s", section->name, on);
}

static void add_pointer(struct panel *panel, const struct story *story)
{
	const struct stone *stone = panel->forme->stone;
	const struct text_style *style = stone_style(stone, STYLE_TEASER);
	struct pointer pointer = {
		.story = story, .kicker = kicker_of(panel, story), .head = reference_head(story)};
	g_autoptr(GArray) runs =
		manuscript_text(stone, pointer.head, place_in("", 0, 0), style, story->language);

	pointer.paragraph = manuscript_shape(stone, runs, style);
	const struct settings *settings = paragraph_settings(pointer.paragraph, &panel->measure);
	pointer.setting = &settings->by_lines[settings->best];
	pointer.height = stone_style(stone, STYLE_INDEX_HEAD)->leading + KICKER_GAP +
			 pointer.setting->lines * style->leading;
	g_array_append_val(panel->pointers, pointer);
}

static void add_pointers(struct panel *panel)
{
	g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);
	const struct story *story;

	while (panel->pointers->len < STORIES_TRIED && (story = next_best(panel, taken)) != NULL) {
		g_hash_table_add(taken, (gpointer)story);
		add_pointer(panel, story);
	}
}

/* Column after column, none deeper than `depth`. Returns how many stand. */
static int fill_columns(struct panel *panel, int count, fix depth)
{
	int column = 0;
	fix top = 0;

	panel->used = 0;
	for (int i = 0; i < count; i++) {
		struct pointer *pointer = &g_array_index(panel->pointers, struct pointer, i);
		if (top > 0 && top + pointer->height > depth) {
			column++;
			top = 0;
		}
		if (column == panel->columns || pointer->height > depth)
			return i;
		pointer->column = column;
		pointer->top = top;
		panel->used = MAX(panel->used, top + pointer->height);
		top += pointer->height + POINTER_GAP;
	}
	return count;
}

/* As many as the box takes, and the columns as level as they come. */
static void share_out(struct panel *panel)
{
	fix depth = panel->box.height;

	panel->shown = fill_columns(panel, (int)panel->pointers->len, depth);
	while (depth > 0 && fill_columns(panel, panel->shown, depth - FIX_PT) == panel->shown)
		depth -= FIX_PT;
	fill_columns(panel, panel->shown, depth);
}

static int deepest_column(const struct panel *panel)
{
	int rows[COLUMNS_MAX] = {0}, most = 1;

	for (int i = 0; i < panel->shown; i++)
		most = MAX(most, ++rows[g_array_index(panel->pointers, struct pointer, i).column]);
	return most;
}

/* What the stories leave of the depth goes between them. */
static void spread_out(struct panel *panel)
{
	int gaps = deepest_column(panel) - 1;
	fix more = gaps > 0 ? CLAMP((panel->box.height - panel->used) / gaps, 0, POINTER_MORE) : 0;

	for (int i = 0, above = 0; i < panel->shown; i++) {
		struct pointer *pointer = &g_array_index(panel->pointers, struct pointer, i);
		above = pointer->top == 0 ? 0 : above + 1;
		pointer->top += above * more;
	}
	panel->used += gaps * more;
}

/* ---- inking ---- */

static void ink_pointer(const struct panel *panel, const struct pointer *pointer, int index)
{
	struct forme *forme = panel->forme;
	const struct stone *stone = forme->stone;
	const struct text_style *style = stone_style(stone, STYLE_TEASER),
				*kicker = stone_style(stone, STYLE_INDEX_HEAD);
	fix x = panel->box.x + pointer->column * (panel->measure.width + stone->design->gutter);
	fix top = panel->box.y + pointer->top;
	fix cap = fix_scale(kicker->size, stone_face(stone, kicker)->cap_height, 1000);
	fix baseline = top + kicker->leading + KICKER_GAP +
		       fix_scale(style->size, stone_face(stone, style)->cap_height, 1000);
	g_autofree char *name = g_strdup_printf("%s/%d", panel->name, index),
			*link = g_strconcat(name, "/link", NULL), *to = module_destination(pointer->story),
			*target = g_strconcat("#", to, NULL);

	g_hash_table_add(panel->named, (gpointer)pointer->story);
	inking_mark(forme, MARK_FURNITURE, name, NULL)->label = g_strdup("panel");
	inking_mark(forme, MARK_LINK, link, NULL);
	inking_text(forme, pointer->kicker, kicker, x, top + cap, panel->measure.width,
		    stone->edition->language);
	inking_lines(forme, pointer->paragraph, pointer->setting, &panel->measure, x, baseline,
		     style->leading, NULL);
	inking_link(forme, (struct rect){x, top, panel->measure.width, pointer->height}, target,
		    pointer->head);
	inking_end(forme);
	inking_end(forme);
}

static fix head_baseline(const struct panel *panel, fix y)
{
	const struct text_style *style = stone_style(panel->forme->stone, STYLE_SECTION_STRIP);

	return y + PANEL_INSET +
	       fix_scale(style->size, stone_face(panel->forme->stone, style)->cap_height, 1000);
}

static void ink_head(const struct panel *panel, struct rect box)
{
	struct forme *forme = panel->forme;
	const struct stone *stone = forme->stone;
	const char *language = stone->edition->language;
	g_autofree char *words = design_phrase(stone->design, language, "elsewhere", NULL);

	inking_mark(forme, MARK_FURNITURE, panel->name, NULL)->label = g_strdup("panel");
	inking_text(forme, words, stone_style(stone, STYLE_SECTION_STRIP), box.x + PANEL_INSET,
		    head_baseline(panel, box.y), box.width - 2 * PANEL_INSET, language);
	inking_end(forme);
}

/* A few lines in a wide field are no list. */
static gboolean is_worth_it(const struct panel *panel)
{
	return panel->shown >= panel->columns && panel->used * LIST_SHARE >= panel->box.height;
}

/* The list under its head; in a flat field beside it, in the columns that are left. */
static void set_list(struct panel *panel, struct rect box, int columns)
{
	const struct stone *stone = panel->forme->stone;
	gboolean beside = columns >= FLAT_COLUMNS && box.height < FLAT_ROWS * stone_leading(stone);
	fix gutter = stone->design->gutter, width = box.width - 2 * PANEL_INSET;
	fix top = beside ? box.y + PANEL_INSET : head_baseline(panel, box.y) + PANEL_INSET + KICKER_GAP;

	panel->measure.width = (width - (columns - 1) * gutter) / columns;
	panel->columns = columns - beside;
	panel->box = (struct rect){box.x + PANEL_INSET + beside * (panel->measure.width + gutter), top, width,
				   rect_foot(box) - PANEL_INSET - top};
	add_pointers(panel);
	share_out(panel);
}

/* What else the paper has, from the top of the box on; what it names is added to `named`, which it does not
   name again. Returns where it ends: at box.y, with nothing inked, when there is too little. */
static fix ink_list(struct forme *forme, const struct made_page *made, struct rect box, int columns,
		    const char *name, GHashTable *named)
{
	struct panel panel = {.forme = forme, .made = made, .name = name, .named = named};
	fix foot = box.y;

	panel.pointers = g_array_new(FALSE, TRUE, sizeof(struct pointer));
	g_array_set_clear_func(panel.pointers, pointer_clear);
	set_list(&panel, box, columns);
	if (is_worth_it(&panel)) {
		spread_out(&panel);
		ink_head(&panel, box);
		for (int i = 0; i < panel.shown; i++)
			ink_pointer(&panel, &g_array_index(panel.pointers, struct pointer, i), i);
		foot = panel.box.y + panel.used + PANEL_INSET;
	}
	g_array_unref(panel.pointers);
	return foot;
}

void furniture_ground(struct forme *forme, struct rect box)
{
	const struct design *design = forme->stone->design;

	inking_fill(forme, box, design->tint);
	inking_rule(forme, (struct rect){box.x, box.y, box.width, design->rule}, design->ink);
	inking_rule(forme, (struct rect){box.x, rect_foot(box) - design->rule, box.width, design->rule},
		    design->ink);
}

/* The paper's name where the list leaves much, or there is none. */
static void ink_panel(struct forme *forme, const struct made_page *made, struct rect box, int columns,
		      const char *name, GHashTable *named)
{
	g_autofree char *plate = g_strconcat(name, "/plate", NULL);

	furniture_ground(forme, box);
	fix top = ink_list(forme, made, box, columns, name, named);
	struct rect below = {box.x, top, box.width, rect_foot(box) - top};
	if (top == box.y || below.height >= PLATE_ROWS * stone_leading(forme->stone))
		furniture_plate(forme, below, plate);
}

void furniture_panels(struct forme *forme, const struct made_page *made)
{
	g_autoptr(GHashTable) named = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < made->panels->len; i++) {
		struct cells cells = g_array_index(made->panels, struct cells, i);
		struct rect box = furniture_rect(forme, made, cells);
		g_autofree char *name = g_strdup_printf("panel/%s/%u", made->sheet->label, i);
		/* The first row keeps it off the copy above. */
		box.y += stone_leading(forme->stone);
		box.height -= stone_leading(forme->stone);
		ink_panel(forme, made, box, cells.columns, name, named);
	}
}
