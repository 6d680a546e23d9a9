/* headline.c - what stands over the legs: kicker, headline, deck, standfirst */
#include "edition/paid.h"
#include "makeup/pool.h"
#include "makeup/standfirst.h"
#include "makeup/take.h"
#include "makeup/white.h"

/* How far ink may rise into the empty row over a module, in em/1000 of its cap height. */
#define WIDTH_LEAST   0.75	    /* of the measure, the longest line of a head */
#define SMALLEST_HEAD (11 * FIX_PT) /* when no rung of the ladder takes the words */
#define FOOT_GAP      (4 * FIX_PT)  /* least white between the head and the legs */
/* White so wide (with the gutter) and deep beside a head is a hole in the page. */
#define WHITE_WIDTH	  (96 * FIX_PT)
#define WHITE_DEPTH	  (68 * FIX_PT)
#define FIT_ABOVE	  1.1 /* a head that fills its measure may leave the ladder so far */
#define FIT_BELOW	  0.8
#define FIT_WIDTH	  0.985
#define IDLE_LINES	  1   /* a head may run so many lines deeper than is best for its words */
#define QUOTE_WIDTH	  480 /* of an opening quotation mark, in em/1000 */
#define RULE_GAP	  (FIX_PT * 3 / 2) /* least white between a hanging mark and a column rule */
#define DECK_WORSE	  4.0		   /* that a deck with a line less may be */
#define ATTIRED_LINES_MAX 4
#define PATTERN_SIZE	  (256 * FIX_PT)

/* One wording of the headline. */
struct wording {
	const char *text;
	struct place place;
	double cost;
};

/* Type set down so far: y is the foot of its ink, descenders left out. */
struct head_galley {
	const struct stone *stone;
	struct take *take;
	fix width, y;
	gboolean fits; /* a short standfirst grows until it fills the measure */
	GArray *pieces;
};

static const struct line_extent *extents_of(const struct head_piece *piece)
{
	return paragraph_extents(piece->paragraph, piece->setting, &piece->measure);
}

static fix first_baseline(const struct head_galley *galley, const struct head_piece *piece)
{
	const struct text_style *style = piece->style;
	const struct face *face = stone_face(galley->stone, style);
	const struct line_extent *first = extents_of(piece);
	fix cap = fix_scale(style->size, face->cap_height, 1000);
	/* Accents may use the room above, as far as there is any. */
	fix above =
		MAX(style->space_above + cap, first->ink_top + fix_scale(style->size, DISPLAY_APART, 1000));

	if (galley->pieces->len == 0)
		above = MAX(cap, first->ink_top - stone_leading(galley->stone) * 3 / 4);
	return galley->y + above;
}

static void put(struct head_galley *galley, struct head_piece piece)
{
	const struct line_extent *extents = extents_of(&piece);
	int lines = piece.setting->lines;
	fix first = first_baseline(galley, &piece);

	for (int i = 0; i < lines; i++)
		piece.baseline[i] = first + extents[i].baseline;
	galley->y = piece.baseline[lines - 1] + piece.style->size / 5;
	g_array_append_val(galley->pieces, piece);
}

/* The fewest lines that are not much worse than the best: what leads to the copy shall not stand in its way.
 */
static const struct setting *shortest(const struct settings *settings)
{
	const struct setting *best = &settings->by_lines[settings->best];

	for (int i = 0; i < settings->best; i++) {
		const struct setting *setting = &settings->by_lines[i];
		if (setting->stage <= best->stage && setting->cost <= best->cost + DECK_WORSE)
			return setting;
	}
	return best;
}

/* Once, however many heads it was tried in. */
static void tell_long(const struct stone *stone, const struct copy *copy)
{
	g_autofree char *key = g_strdup_printf("long/%s:%d", copy->place.file, copy->place.line);

	if (g_hash_table_add(stone->told, g_steal_pointer(&key)))
		diag_add(stone->diag, DIAG_HEAD_TOO_LONG, copy->place,
			 "this needs more than %d lines in a narrow head and is left out of it: shorten it, "
			 "or move it to the text",
			 PIECE_LINES_MAX);
}

static void put_copy(struct head_galley *galley, enum mark_role role, const struct text_style *style,
		     const struct copy *copy, gboolean by_sense)
{
	struct head_piece piece = {.role = role, .style = style, .measure = {.width = galley->width}};

	if (copy->text == NULL || *copy->text == '\0')
		return;
	piece.paragraph = take_shape_copy(galley->stone, galley->take, copy, style);
	const struct settings *settings =
		by_sense ? paragraph_settings_by_sense(piece.paragraph, &piece.measure)
			 : paragraph_settings(piece.paragraph, &piece.measure);
	piece.setting = shortest(settings);
	if (piece.setting->lines > PIECE_LINES_MAX)
		tell_long(galley->stone, copy);
	else
		put(galley, piece);
}

/* ---- what a story carries over its headline ---- */

/* Paid copy says so, whatever its label is. */
static char *label_of(const struct stone *stone, const struct story *story)
{
	const char *own = story->label.text != NULL && *story->label.text != '\0' ? story->label.text : NULL;

	if (story->kind != KIND_SPONSORED || paid_is_said(stone->edition, own))
		return g_strdup(own);
	g_autofree char *paid = design_phrase(stone->design, story->language, "sponsored", NULL);
	return own != NULL ? g_strdup_printf("%s · %s", paid, own) : g_steal_pointer(&paid);
}

/* A story among those of other sections says which is its own. */
static struct copy kicker_of(const struct stone *stone, const struct story *story)
{
	const struct section *section = stone->edition->sections->pdata[story->section];
	gboolean has_own = story->kicker.text != NULL && *story->kicker.text != '\0';

	if (!pool_shares(stone, story->section))
		return story->kicker;
	g_autofree char *both = has_own ? g_strdup_printf("%s · %s", section->name, story->kicker.text)
					: g_strdup(section->name);
	return (struct copy){g_string_chunk_insert_const(stone->strings, both), story->kicker.place, NULL};
}

static void put_kicker(struct head_galley *galley)
{
	const struct story *story = galley->take->story;
	g_autofree char *label = label_of(galley->stone, story);

	if (galley->take->from_label != NULL) {
		g_autofree char *from = design_phrase(galley->stone->design, story->language, "from", "page",
						      galley->take->from_label, NULL);
		put_copy(galley, MARK_TURN, stone_style(galley->stone, STYLE_TURN),
			 &(struct copy){from, story->place, NULL}, FALSE);
	} else if (label != NULL) {
		put_copy(galley, MARK_KICKER,
			 stone_style(galley->stone, attire_style(galley->take->attire, STYLE_LABEL)),
			 &(struct copy){label, story->label.place, NULL}, FALSE);
	} else {
		struct copy kicker = kicker_of(galley->stone, story);
		put_copy(galley, MARK_KICKER, stone_style(galley->stone, STYLE_KICKER), &kicker, FALSE);
	}
}

static gboolean carries_standfirst(const struct take *take)
{
	return take->from_label == NULL && take->story->kind != KIND_BRIEF;
}

static void put_below(struct head_galley *galley)
{
	const struct story *story = galley->take->story;

	if (!carries_standfirst(galley->take))
		return;
	put_copy(galley, MARK_DECK, stone_style(galley->stone, STYLE_DECK), &story->deck, TRUE);
	put_copy(galley, MARK_STANDFIRST,
		 standfirst_style(galley->stone, galley->take, galley->width, galley->fits),
		 &story->standfirst, FALSE);
}

/* ---- white beside it ---- */

/* The lines that reach into the last WHITE_WIDTH of the measure part what is open there. */
static fix deepest_white(const struct head_galley *galley, fix foot)
{
	fix reach = galley->width - WHITE_WIDTH, open = -stone_leading(galley->stone) / 4, deepest = 0;

	for (guint p = 0; p < galley->pieces->len; p++) {
		const struct head_piece *piece = &g_array_index(galley->pieces, struct head_piece, p);
		const struct line_extent *extents = extents_of(piece);
		for (int i = 0; i < piece->setting->lines; i++) {
			if (piece->x + extents[i].width <= reach)
				continue;
			deepest = MAX(deepest, piece->baseline[i] - extents[i].ink_top - open);
			open = piece->baseline[i]; /* what hangs below it may hang elsewhere */
		}
	}
	return MAX(deepest, foot - open);
}

static double white_cost(const struct head_galley *galley, int rows)
{
	fix leading = stone_leading(galley->stone);
	fix deepest = deepest_white(galley, rows * leading + leading / 3);

	if (galley->width <= WHITE_WIDTH || deepest < WHITE_DEPTH)
		return 0;
	return galley->stone->design->costs.head_white *
	       (1 + MIN((double)(deepest - WHITE_DEPTH) / WHITE_DEPTH, 1));
}

/* ---- one head ---- */

static void head_free(struct head *head)
{
	g_array_unref(head->pieces);
	g_free(head);
}

/* What is left of the last row is shared among the gaps between the pieces. */
static void share_slack(struct head_galley *galley, int rows)
{
	fix slack = rows * stone_leading(galley->stone) - galley->y;
	int gaps = (int)galley->pieces->len;

	for (int i = 1; i < gaps; i++) {
		struct head_piece *piece = &g_array_index(galley->pieces, struct head_piece, i);
		for (int line = 0; line < piece->setting->lines; line++)
			piece->baseline[line] += slack * i / (gaps + 1);
	}
}

static struct head *head_set(const struct stone *stone, struct take *take, int columns,
			     const struct wording *wording, struct head_piece headline, gboolean fits)
{
	struct head *head = g_new0(struct head, 1);
	struct head_galley galley = {
		.stone = stone,
		.take = take,
		.width = headline.measure.width,
		.y = stone_leading(stone) + (take->boxed ? stone_leading(stone) / 2 : 0),
		.fits = fits,
		.pieces = g_array_new(FALSE, TRUE, sizeof(struct head_piece)),
	};

	put_kicker(&galley);
	put(&galley, headline);
	put_below(&galley);
	head->columns = columns;
	head->rows = stone_rows(stone, galley.y + FOOT_GAP);
	head->size = headline.style->size;
	head->text = wording->text;
	head->pieces = galley.pieces;
	share_slack(&galley, head->rows);
	head->rows += take->boxed ? TAKE_BOX_FOOT : 0;
	head->cost = white_cost(&galley, head->rows);
	head->has_hole = head->cost > 0;
	return head;
}

/* Where white would show beside it, a short standfirst is set to reach across. */
static struct head *head_new(const struct stone *stone, struct take *take, int columns,
			     const struct wording *wording, struct head_piece headline)
{
	struct head *head = head_set(stone, take, columns, wording, headline, FALSE);

	if (head->has_hole && carries_standfirst(take)) {
		struct head *fitted = head_set(stone, take, columns, wording, headline, TRUE);
		struct head *worse = fitted->has_hole ? fitted : head;
		head = fitted->has_hole ? head : fitted;
		head_free(worse);
	}
	head->cost += white_cost_of(stone, take, head);
	return head;
}

/* ---- which heads there are ---- */

/* A quotation mark hangs as far as the white beside the column rule goes, not into the rule. */
static int hang_at(const struct stone *stone, const struct text_style *style, fix size)
{
	fix white = stone->design->gutter / 2 - stone->design->hairline - RULE_GAP;
	fix mark = fix_scale(size, QUOTE_WIDTH, 1000);

	return MIN(style->hang, (int)((int64_t)MAX(white, 0) * 1000 / MAX(mark, 1)));
}

static struct text_style *style_at(const struct stone *stone, const struct text_style *style, fix size)
{
	struct text_style *sized = g_new(struct text_style, 1);
	*sized = *style;
	sized->leading = fix_scale(style->leading, size, style->size);
	sized->tracking = fix_scale(style->tracking, size, style->size);
	sized->size = size;
	sized->hang = hang_at(stone, style, size);
	return sized;
}

/* The short form is for one column only. */
static GArray *wordings(const struct stone *stone, const struct take *take, int columns)
{
	const struct story *story = take->story;
	GArray *texts = g_array_new(FALSE, TRUE, sizeof(struct wording));
	struct wording wording = {story->headline.text, story->headline.place, 0};
	gboolean has_short = story->headline_short.text != NULL && *story->headline_short.text != '\0';

	if (take->from_label != NULL) {
		const struct copy *copy = story->jump_head.text != NULL && *story->jump_head.text != '\0'
						  ? &story->jump_head
					  : has_short ? &story->headline_short
						      : &story->headline;
		wording = (struct wording){copy->text, copy->place, 0};
	}
	g_array_append_val(texts, wording);
	for (guint i = 0; take->from_label == NULL && story->alternates != NULL && i < story->alternates->len;
	     i++) {
		wording = (struct wording){story->alternates->pdata[i], story->headline.place,
					   stone->design->costs.alternate};
		g_array_append_val(texts, wording);
	}
	if (has_short && take->from_label == NULL && columns == 1) {
		wording = (struct wording){story->headline_short.text, story->headline_short.place,
					   stone->design->costs.alternate};
		g_array_append_val(texts, wording);
	}
	return texts;
}

/* The rung a story of this rank asks for: the lead the top, a brief the foot. */
static double wanted_rung(const struct take *take, int rungs)
{
	int rank = take->attire != ATTIRE_NEWS ? 1 : take->from_label != NULL ? 5 : take->rank;
	return (rungs - 1) * (rank - 1) / 4.0;
}

static void keep_head(struct take *take, struct head *head)
{
	for (guint i = 0; i < take->heads->len; i++) {
		struct head *kept = take->heads->pdata[i];
		if (kept->columns != head->columns || kept->rows != head->rows)
			continue;
		if (kept->cost > head->cost) {
			g_ptr_array_remove_index(take->heads, i);
			break;
		}
		head_free(head);
		return;
	}
	g_ptr_array_add(take->heads, head);
}

/* A narrow head runs deep, a wide one shallow. */
static int lines_wanted(int columns)
{
	return columns == 1 ? 3 : columns <= 3 ? 2 : 1;
}

/* The longest line against the measure. */
static double widest_line(const struct head_piece *piece)
{
	const struct line_extent *extents = extents_of(piece);
	double widest = 0;

	for (int i = 0; i < piece->setting->lines; i++)
		widest = MAX(widest, (double)extents[i].width / piece->measure.width);
	return widest;
}

/* Lines that leave much of the width open make a head that looks lost. */
static double open_cost(const struct makeup_costs *costs, const struct head_piece *piece)
{
	double widest = widest_line(piece);

	return widest < WIDTH_LEAST ? (WIDTH_LEAST - widest) * costs->head_open : 0;
}

static enum style_id headline_style(const struct take *take)
{
	if (take->from_label != NULL)
		return STYLE_JUMP_HEAD;
	if (take->attire != ATTIRE_NEWS)
		return attire_style(take->attire, STYLE_HEADLINE);
	switch (take->story->kind) {
	case KIND_BRIEF:
		return STYLE_BRIEF_HEAD;
	case KIND_OPINION:
	case KIND_FEATURE:
	case KIND_COLUMN:
	case KIND_INTERVIEW:
	case KIND_EDITORIAL:
	case KIND_LETTERS:
	case KIND_OBITUARY:
		return STYLE_HEADLINE_SOFT;
	default:
		return STYLE_HEADLINE;
	}
}

/* One style a size: what is shaped in it for one width serves for all. */
static struct text_style *style_for(const struct stone *stone, struct take *take, fix size)
{
	const struct text_style *usual = stone_style(stone, headline_style(take));

	for (guint i = 0; i < take->styles->len; i++) {
		struct text_style *known = take->styles->pdata[i];
		if (known->size == size && known->name == usual->name)
			return known;
	}
	g_ptr_array_add(take->styles, style_at(stone, usual, size));
	return take->styles->pdata[take->styles->len - 1];
}

/* That the sizes of a headline are cut from: so large that rounding shows in none of them. */
static struct paragraph *shape_headline(const struct stone *stone, struct take *take,
					const struct wording *wording, const struct text_style *style)
{
	struct text_style *pattern = style_for(stone, take, PATTERN_SIZE);

	pattern->hang = 0;
	return paragraph_at_size(take_shape(stone, take, wording->text, wording->place, pattern), style);
}

static void add_heads_of(const struct stone *stone, struct take *take, int columns,
			 const struct wording *wording, const struct text_style *style, int lines_min,
			 int lines_max, int stage_most, double cost)
{
	const struct makeup_costs *costs = &stone->design->costs;
	struct head_piece piece = {.role = MARK_HEADLINE, .style = style};

	piece.measure.width = take_measure(stone, take, columns);
	piece.paragraph = shape_headline(stone, take, wording, style);
	const struct settings *settings = paragraph_settings_by_sense(piece.paragraph, &piece.measure);
	for (int i = 0; i < settings->count; i++) {
		const struct setting *setting = &settings->by_lines[i];
		int over =
			setting->lines < lines_min ? lines_min - setting->lines : setting->lines - lines_max;
		int idle = setting->lines - settings->by_lines[settings->best].lines - IDLE_LINES;
		if (setting->lines > HEAD_LINES_MAX || over > 1 || setting->stage > stage_most)
			continue;
		piece.setting = setting;
		struct head *head = head_new(stone, take, columns, wording, piece);
		head->cost += cost + wording->cost + costs->head_ragged * MIN(setting->cost, 10.0) +
			      MAX(over, 0) * costs->head_lines + MAX(idle, 0) * costs->head_idle +
			      MAX(0, setting->lines - lines_wanted(columns)) * costs->head_line +
			      open_cost(costs, &piece);
		keep_head(take, head);
	}
}

static fix rung(const struct ladder_step *step, guint index)
{
	return g_array_index(step->sizes, fix, index);
}

/* Where on the ladder a size stands, between two rungs too. */
static double rung_of(const struct ladder_step *step, fix size)
{
	guint i = 0;

	while (i + 1 < step->sizes->len && rung(step, i + 1) >= size)
		i++;
	if (i + 1 == step->sizes->len || size >= rung(step, i))
		return i;
	return i + (double)(rung(step, i) - size) / (rung(step, i) - rung(step, i + 1));
}

static void add_heads_at(const struct stone *stone, struct take *take, const struct ladder_step *step,
			 const struct wording *wording, fix size, int lines_min, int lines_max)
{
	double off = ABS(rung_of(step, size) - wanted_rung(take, (int)step->sizes->len));

	add_heads_of(stone, take, step->columns, wording, style_for(stone, take, size), lines_min, lines_max,
		     1, off * 4 / MAX(step->sizes->len - 1, 1) * stone->design->costs.headline_off_ladder);
}

/* The words in so many lines at the size in which the longest fills the measure, a little off the ladder
   where need be: no white stands beside them. */
static void add_fitted(const struct stone *stone, struct take *take, const struct ladder_step *step,
		       const struct wording *wording)
{
	fix most = rung(step, 0) * FIT_ABOVE, least = rung(step, step->sizes->len - 1) * FIT_BELOW;
	struct head_piece piece = {.style = style_for(stone, take, least)};

	piece.measure.width = take_measure(stone, take, step->columns);
	piece.paragraph = shape_headline(stone, take, wording, piece.style);
	const struct settings *settings = paragraph_settings_by_sense(piece.paragraph, &piece.measure);
	for (int i = 0; i < settings->count; i++) {
		piece.setting = &settings->by_lines[i];
		if (piece.setting->lines < step->lines_min || piece.setting->lines > step->lines_max ||
		    piece.setting->stage > 1)
			continue;
		fix size = MIN(most, (fix)(least * FIT_WIDTH / widest_line(&piece)));
		add_heads_at(stone, take, step, wording, size - size % (FIX_PT / 2), piece.setting->lines,
			     piece.setting->lines);
	}
}

static gboolean is_full_head(const struct take *take)
{
	return take->from_label == NULL && take->story->kind != KIND_BRIEF && take->attire == ATTIRE_NEWS;
}

static void add_ladder(const struct stone *stone, struct take *take, const struct ladder_step *step,
		       const struct wording *wording)
{
	for (guint i = 0; i < step->sizes->len; i++)
		add_heads_at(stone, take, step, wording, rung(step, i), step->lines_min, step->lines_max);
	if (is_full_head(take))
		add_fitted(stone, take, step, wording);
}

static gboolean has_head(const struct take *take, int columns)
{
	for (guint i = 0; i < take->heads->len; i++)
		if (((const struct head *)take->heads->pdata[i])->columns == columns)
			return TRUE;
	return FALSE;
}

static int by_columns_and_rows(gconstpointer a, gconstpointer b)
{
	const struct head *one = *(struct head *const *)a, *two = *(struct head *const *)b;
	return one->columns != two->columns ? one->columns - two->columns : one->rows - two->rows;
}

/* Nothing on the ladder takes the words: smaller sizes, in as many lines as they need, the smallest
   even with a word broken by force. */
static void add_last_resort(const struct stone *stone, struct take *take, const struct ladder_step *step,
			    const struct wording *wording)
{
	fix size = rung(step, step->sizes->len - 1);

	while (!has_head(take, step->columns)) {
		gboolean smallest = size <= SMALLEST_HEAD;
		add_heads_of(stone, take, step->columns, wording, style_for(stone, take, size), 1,
			     HEAD_LINES_MAX - 1, smallest ? G_MAXINT : 1, 12.0);
		if (smallest)
			return;
		size = MAX(size * 4 / 5, SMALLEST_HEAD);
	}
}

static void add_step(const struct stone *stone, struct take *take, const struct ladder_step *step)
{
	g_autoptr(GArray) texts = wordings(stone, take, step->columns);

	for (guint w = 0; w < texts->len; w++)
		add_ladder(stone, take, step, &g_array_index(texts, struct wording, w));
	if (!has_head(take, step->columns))
		add_last_resort(stone, take, step, &g_array_index(texts, struct wording, 0));
}

/* The rungs for briefs and for the heads of turned parts: one ladder whatever the width. */
static void add_small_steps(const struct stone *stone, struct take *take, struct ladder_step step)
{
	step.lines_max = HEAD_LINES_MAX - 1;
	for (step.columns = 1; step.columns <= take->page_columns; step.columns++)
		add_step(stone, take, &step);
}

static void add_turn_heads(const struct stone *stone, struct take *take)
{
	g_autoptr(GArray) size = g_array_new(FALSE, FALSE, sizeof(fix));
	struct ladder_step step = {.lines_min = 1, .sizes = size};

	g_array_append_val(size, stone_style(stone, STYLE_JUMP_HEAD)->size);
	add_small_steps(stone, take, step);
}

/* A box and paid copy speak at the size of their style and a little below, however wide they stand. */
static void add_attired_heads(const struct stone *stone, struct take *take)
{
	g_autoptr(GArray) sizes = g_array_new(FALSE, FALSE, sizeof(fix));
	struct ladder_step step = {.lines_min = 1, .sizes = sizes};
	fix most = stone_style(stone, headline_style(take))->size;

	for (int share = 100; share >= 76; share -= 6) {
		fix size = most * share / 100;
		g_array_append_val(sizes, size);
	}
	step.lines_max = ATTIRED_LINES_MAX;
	for (step.columns = 1; step.columns <= take->page_columns; step.columns++)
		add_step(stone, take, &step);
}

void headline_add_heads(const struct stone *stone, struct take *take)
{
	const GArray *ladder = stone->design->headline_ladder;

	if (take->from_label != NULL)
		add_turn_heads(stone, take);
	else if (take->attire != ATTIRE_NEWS)
		add_attired_heads(stone, take);
	else if (take->story->kind == KIND_BRIEF)
		add_small_steps(stone, take, stone->design->brief_ladder);
	for (guint i = 0; is_full_head(take) && (int)i < MIN((int)ladder->len, take->page_columns); i++)
		add_step(stone, take, &g_array_index(ladder, struct ladder_step, i));
	g_ptr_array_sort(take->heads, by_columns_and_rows);
}
