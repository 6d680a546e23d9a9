#include "makeup/galley_parts.h"

#include "makeup/code.h"
#include "makeup/initial.h"
#include "makeup/manuscript.h"
#include "makeup/table.h"
#include "type/drop_cap.h"

/* Deviations of one line are the lever of exact pages, two are for long paragraphs. */
enum { LONG_PARAGRAPH = 14, DEVIATION = 1, LONG_DEVIATION = 2, ANY_LEG = 0xff };

static void choice_clear(gpointer data)
{
	struct element_choice *choice = data;
	g_free(choice->may_break);
}

struct element *element_new(const struct block *block, enum mark_role role, const struct text_style *style)
{
	struct element *element = g_new0(struct element, 1);
	element->block = block;
	element->role = role;
	element->style = style;
	element->choices = g_array_new(FALSE, TRUE, sizeof(struct element_choice));
	g_array_set_clear_func(element->choices, choice_clear);
	return element;
}

static void element_free(gpointer data)
{
	struct element *element = data;
	paragraph_free(element->paragraph);
	paragraph_free(element->ornament);
	drop_cap_free(element->drop_cap);
	paragraph_free(element->signoff);
	table_setting_free(element->table);
	code_free(element->code);
	g_array_unref(element->choices);
	g_free(element);
}

/* ---- choices of height ---- */

static gboolean breaks_well(const struct setting *setting, int lines_before)
{
	return lines_before >= 2 && setting->lines - lines_before >= 2 &&
	       !setting->hyphenated[lines_before - 1];
}

/* The sign-off shares the last line where it fits, flush right. */
static gboolean signoff_fits(const struct element *element, const struct setting *setting)
{
	struct set_line *last =
		paragraph_line(element->paragraph, setting, &element->measure, setting->lines - 1);
	gboolean fits = last->width + element->style->size + element->signoff_width <= element->measure.width;
	set_line_free(last);
	return fits;
}

void element_keep_choice(struct element *element, const struct element_choice *choice)
{
	gboolean first = element->choices->len == 0;

	element->rows_min = first ? choice->rows : MIN(element->rows_min, choice->rows);
	element->rows_max = first ? choice->rows : MAX(element->rows_max, choice->rows);
	g_array_append_val(element->choices, *choice);
}

static void add_choice(const struct stone *stone, struct element *element, const struct setting *setting,
		       const struct setting *best, enum element_edge top)
{
	int above = top == EDGE_OF_LEG ? 0 : element->rows_above;
	struct element_choice choice = {
		.setting = setting, .above = above, .white = above, .breaks = BREAKS_ANY, .top = top};
	int lines = setting->lines, step = lines - best->lines;

	choice.signoff_below = element->signoff != NULL && !signoff_fits(element, setting);
	choice.rows = above + lines + (element->closes && choice.signoff_below);
	choice.cost = (step > 0 ? step * stone->design->costs.paragraph_looser
				: -step * stone->design->costs.paragraph_tighter);
	if (setting->lines > 0)
		choice.cost += 0.5 * MAX(0.0, setting->cost - best->cost) / setting->lines;
	choice.may_break = g_new0(guint8, choice.rows + 1);
	for (int x = MAX(2, element->measure.narrow_lines); element->rows_above == 0 && x <= lines - 2; x++)
		choice.may_break[x] = breaks_well(setting, x) ? ANY_LEG : 0;
	element_keep_choice(element, &choice);
}

static gboolean is_body(const struct element *element)
{
	return element->role == MARK_PARAGRAPH || element->role == MARK_QUOTATION ||
	       element->role == MARK_LIST_ITEM;
}

void element_add_choices(const struct stone *stone, struct element *element)
{
	const struct setting *best = &element->settings->by_lines[element->settings->best];
	int reach = !is_body(element) ? 0 : best->lines >= LONG_PARAGRAPH ? LONG_DEVIATION : DEVIATION;

	for (int i = 0; i < element->settings->count; i++) {
		const struct setting *setting = &element->settings->by_lines[i];
		if (ABS(setting->lines - best->lines) > reach ||
		    (setting != best && setting->stage > best->stage + 1))
			continue;
		if (element->rows_above > 0)
			add_choice(stone, element, setting, best, EDGE_OF_LEG);
		if (setting == best)
			element->best = (int)element->choices->len;
		add_choice(stone, element, setting, best,
			   element->rows_above > 0 ? EDGE_IN_LEG : EDGE_ANYWHERE);
	}
}

/* ---- elements ---- */

void element_set(const struct stone *stone, struct element *element, const GArray *runs, fix width)
{
	element->paragraph = manuscript_shape(stone, runs, element->style);
	element->measure.width = width - element->inset;
	element->settings = paragraph_settings(element->paragraph, &element->measure);
}

static enum mark_role role_of(const struct block *block)
{
	switch (block->kind) {
	case BLOCK_CROSSHEAD:
		return MARK_CROSSHEAD;
	case BLOCK_QUOTATION:
		return MARK_QUOTATION;
	case BLOCK_LIST_ITEM:
		return MARK_LIST_ITEM;
	case BLOCK_TABLE:
		return MARK_TABLE;
	default:
		return MARK_PARAGRAPH;
	}
}

/* A paragraph after the byline or a crosshead starts flush, the others indent. */
static const struct text_style *style_of(const struct stone *stone, enum attire attire,
					 const struct block *block, gboolean first)
{
	switch (block->kind) {
	case BLOCK_CROSSHEAD:
		return stone_style(stone, STYLE_CROSSHEAD);
	case BLOCK_QUOTATION:
		return stone_style(stone, STYLE_QUOTATION);
	case BLOCK_LIST_ITEM:
		return stone_style(stone, attire_style(attire, STYLE_LIST));
	case BLOCK_TABLE:
		return stone_style(stone, STYLE_TABLE);
	default:
		return stone_style(stone, attire_style(attire, first ? STYLE_BODY_FIRST : STYLE_BODY));
	}
}

static void add_dateline(const struct stone *stone, const struct story *story, GArray *runs)
{
	const struct text_style *style = stone_style(stone, STYLE_DATELINE);

	if (story->dateline.text == NULL || *story->dateline.text == '\0')
		return;
	g_autofree char *text = design_phrase(stone->design, story->language, "dateline", "place",
					      story->dateline.text, NULL);
	g_autofree char *spaced = g_strconcat(text, " ", NULL);
	const char *const place[] = {story->dateline.text, NULL};
	g_autoptr(GArray) dateline =
		manuscript_phrase(stone, spaced, place, story->dateline.place, style, story->language, FALSE);
	g_array_prepend_vals(runs, dateline->data, dateline->len);
}

static void add_ornament(const struct stone *stone, struct element *element)
{
	const struct block *block = element->block;
	g_autofree char *text =
		block->list_number > 0 ? g_strdup_printf("%d.", block->list_number) : g_strdup("•");
	g_autoptr(GArray) runs = manuscript_text(stone, text, block->place, element->style, "en");

	element->ornament = manuscript_shape(stone, runs, element->style);
	element->ornament_measure.width = element->inset;
	element->ornament_settings = paragraph_settings(element->ornament, &element->ornament_measure);
}

/* Under a table the sign-off has a line to itself. */
static void add_signoff_line(const struct stone *stone, struct galley *galley, const GArray *runs,
			     const struct text_style *style)
{
	struct element *line = element_new(NULL, MARK_PARAGRAPH, style);

	element_set(stone, line, runs, galley->width);
	element_add_choices(stone, line);
	g_ptr_array_add(galley->elements, line);
}

static void sign(const struct stone *stone, struct element *element, const GArray *runs,
		 const struct text_style *style)
{
	element->signoff = manuscript_shape(stone, runs, style);
	element->signoff_width = paragraph_natural_width(element->signoff);
	element->signoff_measure.width = element->measure.width;
	element->signoff_settings = paragraph_settings(element->signoff, &element->signoff_measure);
	g_array_set_size(element->choices, 0);
	element_add_choices(stone, element);
}

/* A trimmed story keeps its sign-off: whatever a trim may make its last paragraph is ready for it. */
static void sign_before(const struct stone *stone, struct galley *galley, const GArray *runs,
			const struct text_style *style)
{
	int trimmed = 0;

	for (int i = (int)galley->elements->len - 1; i > galley->first_body && galley->story->trim; i--) {
		struct element *before = galley->elements->pdata[i - 1];
		trimmed += element_rows_best(galley_element(galley, i));
		if (trimmed > GALLEY_TRIM_MOST)
			return;
		if (is_body(before))
			sign(stone, before, runs, style);
	}
}

static void add_signoff(const struct stone *stone, struct galley *galley)
{
	const struct story *story = galley->story;
	const struct text_style *style = stone_style(stone, STYLE_SIGNOFF);
	struct element *last =
		galley->elements->len > 0 ? galley->elements->pdata[galley->elements->len - 1] : NULL;

	if (story->signoff.text == NULL || *story->signoff.text == '\0' ||
	    (last == NULL && galley->wide_tables->len == 0))
		return;
	g_autoptr(GArray) runs =
		manuscript_text(stone, story->signoff.text, story->signoff.place, style, story->language);
	if (last == NULL || last->paragraph == NULL) {
		add_signoff_line(stone, galley, runs, style);
		return;
	}
	last->closes = TRUE;
	sign(stone, last, runs, style);
	sign_before(stone, galley, runs, style);
}

/* In an interview, a paragraph that is bold throughout: it stays with its answer. */
static gboolean is_question(const struct story *story, const struct block *block)
{
	if (story->kind != KIND_INTERVIEW || block->kind != BLOCK_PARAGRAPH || block->spans->len == 0)
		return FALSE;
	for (guint i = 0; i < block->spans->len; i++)
		if (!(g_array_index(block->spans, struct span, i).flags & SPAN_STRONG))
			return FALSE;
	return TRUE;
}

static void add_text_block(const struct stone *stone, struct galley *galley, struct element *element,
			   gboolean opens_story)
{
	const struct block *block = element->block;
	g_autoptr(GArray) runs =
		manuscript_spans(stone, block->spans, element->style, galley->story->language);

	if (opens_story && block->kind == BLOCK_PARAGRAPH)
		add_dateline(stone, galley->story, runs);
	if (block->kind == BLOCK_LIST_ITEM || block->kind == BLOCK_QUOTATION)
		element->inset = element->style->indent > 0 ? element->style->indent : element->style->size;
	else
		element->measure.indent = element->style->indent;
	element_set(stone, element, runs, galley->width);
	if (opens_story && block->kind == BLOCK_PARAGRAPH && initial_is_wanted(galley->story, element->style))
		initial_set(stone, element, runs);
	if (block->kind == BLOCK_LIST_ITEM)
		add_ornament(stone, element);
	if (block->kind == BLOCK_CROSSHEAD) {
		element->rows_above = 1;
		element->binds_next = TRUE;
	}
	element->binds_next |= is_question(galley->story, block);
	element_add_choices(stone, element);
}

/* They stand one under another at the head of the legs, and leave the copy half of the page. */
static gboolean has_room_for(const struct stone *stone, const struct galley *galley,
			     const struct table *table)
{
	int rows = table->rows;

	for (guint i = 0; i < galley->wide_tables->len; i++)
		rows += g_array_index(galley->wide_tables, struct wide_table, i).block->table->rows + 1;
	if (g_hash_table_contains(stone->narrow, galley->story))
		return FALSE;
	return galley->wide_tables->len == 0 ||
	       (galley->wide_tables->len < WIDE_TABLES_MAX && rows <= stone->design->rows / 2);
}

static gboolean add_wide_table(const struct stone *stone, struct galley *galley, const struct block *block)
{
	struct wide_table wide = {.block = block, .before = (int)galley->elements->len};

	wide.width = table_natural_width(stone, galley->story, block->table);
	if (wide.width <= galley->width || !has_room_for(stone, galley, block->table))
		return FALSE;
	g_array_append_val(galley->wide_tables, wide);
	return TRUE;
}

/* FALSE where the block stands over the legs: the paragraph behind it follows the one before. */
static gboolean add_block(const struct stone *stone, struct galley *galley, const struct block *block,
			  gboolean first, gboolean opens_story)
{
	struct element *element;

	if (block->kind == BLOCK_TABLE && add_wide_table(stone, galley, block))
		return FALSE;
	element = element_new(block, role_of(block), style_of(stone, galley->attire, block, first));
	if (block->kind == BLOCK_TABLE)
		element->table = table_setting_new(stone, galley->story, block->table, galley->width);
	else
		add_text_block(stone, galley, element, opens_story);
	g_ptr_array_add(galley->elements, element);
	return TRUE;
}

/* What follows a table and has white of its own over it, or nothing, needs none under the table. */
static void add_tables_choices(const struct stone *stone, struct galley *galley)
{
	const GPtrArray *blocks = galley->story->blocks;
	int count = (int)galley->elements->len;

	for (int i = 0; i < count; i++) {
		struct element *element = galley->elements->pdata[i];
		const struct element *next = i + 1 < count ? galley_element(galley, i + 1) : NULL;
		gboolean has_white = next != NULL && (next->rows_above > 0 || next->table != NULL);
		if (element->table != NULL)
			table_choices_add(stone, element, element->block == blocks->pdata[0],
					  has_white || element->block == blocks->pdata[blocks->len - 1]);
	}
}

static struct galley *galley_new(const struct stone *stone, const struct story *story, enum attire attire,
				 fix width)
{
	struct galley *galley = g_new0(struct galley, 1);
	gboolean first = TRUE, opens = TRUE;

	galley->story = story;
	galley->attire = attire;
	galley->width = width;
	galley->elements = g_ptr_array_new_with_free_func(element_free);
	galley->wide_tables = g_array_new(FALSE, TRUE, sizeof(struct wide_table));
	galley_add_byline(stone, galley);
	for (guint i = 0; i < story->blocks->len; i++) {
		const struct block *block = story->blocks->pdata[i];
		if (add_block(stone, galley, block, first, opens))
			first = block->kind == BLOCK_CROSSHEAD || block->kind == BLOCK_TABLE;
		opens = FALSE;
	}
	add_tables_choices(stone, galley);
	add_signoff(stone, galley);
	galley_add_tail(stone, galley);
	return galley;
}

struct galley *galley_on(const struct stone *stone, const struct story *story, enum attire attire, fix width)
{
	struct galley *galley;

	for (guint i = 0; i < stone->galleys->len; i++) {
		galley = stone->galleys->pdata[i];
		if (galley->story == story && galley->attire == attire && galley->width == width)
			return galley;
	}
	galley = galley_new(stone, story, attire, width);
	g_ptr_array_add(stone->galleys, galley);
	return galley;
}

gboolean galley_narrow_tables(const struct stone *stone, const struct galley *galley)
{
	const struct story *story = galley->story;

	if (galley->wide_tables->len == 0)
		return FALSE;
	g_hash_table_add(stone->narrow, (gpointer)story);
	for (guint i = stone->galleys->len; i > 0; i--)
		if (((const struct galley *)stone->galleys->pdata[i - 1])->story == story)
			g_ptr_array_remove_index(stone->galleys, i - 1);
	return TRUE;
}

void galley_free(struct galley *galley)
{
	if (galley == NULL)
		return;
	g_ptr_array_unref(galley->elements);
	g_array_unref(galley->wide_tables);
	g_free(galley);
}

/* ---- looking ---- */

int galley_block_of(const struct galley *galley, int element)
{
	const GPtrArray *blocks = galley->story->blocks;

	for (guint i = 0; i < blocks->len; i++)
		if (blocks->pdata[i] == galley_element(galley, element)->block)
			return (int)i;
	return 0;
}

int galley_find_block(const struct galley *galley, int block)
{
	int element = galley->first_body;

	if (block == 0)
		return 0;
	while (element < (int)galley->elements->len && galley_block_of(galley, element) < block)
		element++;
	return element;
}

const struct element *galley_element(const struct galley *galley, int index)
{
	return galley->elements->pdata[index];
}

const struct element_choice *element_choice(const struct element *element, int index)
{
	return &g_array_index(element->choices, struct element_choice, index);
}

int element_rows_best(const struct element *element)
{
	return element_choice(element, element->best)->rows;
}

int element_lines(const struct element_choice *choice)
{
	return choice->rows - choice->white;
}

int element_closing_rows(const struct element *element, const struct element_choice *choice)
{
	return element->signoff != NULL && !element->closes && choice->signoff_below;
}

int galley_rows_best(const struct galley *galley, int first, int end)
{
	int rows = 0;

	for (int i = first; i < end; i++)
		rows += element_rows_best(galley_element(galley, i));
	return rows;
}
