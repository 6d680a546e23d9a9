#include "makeup/page_count.h"

#include "makeup/ensemble.h"

enum {
	TRIES_MOST = 6,
	SMALLEST_END = 5, /* rows */
	OPEN_MOST = 2,	  /* of a stretched paper's last page, one part of so many */
	PAGES_A_PANEL = 8,
	STRETCH_MOST = 4, /* a page more, and one more of so many */
};

/* Where it cannot be stretched to more pages, copy is held over. */
static int pages_allowed(const struct edition *edition, int pages)
{
	const struct pages_rule *rule = &edition->pages;
	int most = rule->max > 0 ? MIN(pages, rule->max) : pages;
	int even = rule->multiple > 1 ? most - most % rule->multiple : most;

	return even >= MAX(rule->min, 1) ? even : most;
}

static gboolean is_allowed(const struct pages_rule *rule, int pages)
{
	return pages >= rule->min && (rule->max == 0 || pages <= rule->max) && pages % rule->multiple == 0;
}

/* The nearest counts that the rule allows, and what each would need. */
static void tell_impossible(const struct shift *shift)
{
	const struct pages_rule *rule = &shift->stone.edition->pages;
	int pages = (int)shift->pages->len, below = pages - 1, above = pages + 1;
	g_autoptr(GString) ways = g_string_new(NULL);

	while (below > 0 && !is_allowed(rule, below))
		below--;
	while (above < rule->min || above % rule->multiple != 0)
		above++;
	if (below > 0)
		g_string_printf(ways, "take 'must' away from stories until %d %s enough, or ", below,
				below == 1 ? "is" : "are");
	g_string_append_printf(ways, "write 'pages: %d'", pages);
	if (rule->max == 0 || above <= rule->max)
		g_string_append_printf(
			ways, ", or add copy, or house ads under 'fillers:', for %d more to reach %d",
			above - pages, above);
	diag_add(shift->stone.diag, DIAG_PLAN_IMPOSSIBLE, rule->place,
		 "pages: the copy fills %d page%s, which this does not allow: %s", pages,
		 pages == 1 ? "" : "s", ways->str);
}

static gboolean is_on_fixed_page(const struct shift *shift, const struct take *take)
{
	for (guint p = 0; p < shift->fixed; p++) {
		const struct made_page *page = shift->pages->pdata[p];
		for (guint i = 0; i < page->takes->len; i++)
			if (g_array_index(page->takes, struct placed_take, i).take->story == take->story)
				return TRUE;
	}
	return FALSE;
}

static gboolean is_must(const struct take *take)
{
	gboolean must = take->story->must;

	for (guint i = 0; take->ensemble != NULL && i < take->ensemble->takes->len; i++)
		must |= ((const struct take *)take->ensemble->takes->pdata[i])->story->must;
	return must;
}

/* The least important story that may wait, the longest of its rank last in its section. */
static struct cast *least_important(struct shift *shift, guint *index)
{
	struct cast *found = NULL;
	int rank = 0;

	for (guint c = 0; c < shift->casts->len; c++) {
		struct cast *cast = shift->casts->pdata[c];
		for (guint i = 0; i < cast->takes->len; i++) {
			const struct take *take = cast->takes->pdata[i];
			if (is_must(take) || take->from_label != NULL || is_on_fixed_page(shift, take) ||
			    take->rank < rank)
				continue;
			rank = take->rank;
			found = cast;
			*index = i;
		}
	}
	return found;
}

/* Cells that all takes still to place are thought to need. */
static int cells_wanted(const struct shift *shift)
{
	int cells = 0;

	for (guint c = 0; c < shift->casts->len; c++) {
		const struct cast *cast = shift->casts->pdata[c];
		for (guint i = 0; i < cast->takes->len; i++)
			cells += take_cells(&shift->stone, cast->takes->pdata[i]);
	}
	return MAX(cells, 1);
}

static void add_waiting(struct shift *shift, struct cast *cast, guint index)
{
	struct waiting *waiting = g_new0(struct waiting, 1);

	waiting->take = cast->takes->pdata[index];
	waiting->cast = cast;
	g_ptr_array_add(shift->waiting, waiting);
	g_ptr_array_remove_index(cast->takes, index);
}

/* The least important stories wait, a share of all that is to place; FALSE when none may. */
static gboolean hold_over_share(struct shift *shift, double share)
{
	int cells = (int)(cells_wanted(shift) * share) + 1;
	gboolean held = FALSE;

	while (cells > 0) {
		guint index = 0;
		struct cast *cast = least_important(shift, &index);
		if (cast == NULL)
			return held;
		struct take *take = cast->takes->pdata[index];
		cells -= take_cells(&shift->stone, take);
		add_waiting(shift, cast, index);
		held = TRUE;
	}
	return held;
}

/* More pages than there may be: stories wait, the least important first, until the rest fits. */
static void come_down_to(struct shift *shift, int most)
{
	while ((int)shift->pages->len > most) {
		int pages = (int)(shift->pages->len - shift->fixed), over = (int)shift->pages->len - most;
		shift_clear_pages(shift);
		/* All pages but the last one over are full; of that one a part at a time. */
		if (!hold_over_share(shift, (over - 0.8) / pages))
			over = 0;
		shift_make_other_pages(shift);
		if (over == 0)
			return;
	}
}

static int end_rows_of(const struct shift *shift)
{
	int rows = 0;

	for (guint i = 0; i < shift->pages->len; i++)
		rows += ((const struct made_page *)shift->pages->pdata[i])->end_rows;
	return rows;
}

static void insert_take(struct cast *cast, struct take *take)
{
	guint index = 0;

	while (index < cast->takes->len &&
	       ((const struct take *)cast->takes->pdata[index])->order < take->order)
		index++;
	g_ptr_array_insert(cast->takes, (gint)index, take);
}

/* One of the stories that wait, with all others as they stand; FALSE and the pages as they were where it
   finds no room. */
static gboolean take_back(struct shift *shift, guint index, int most)
{
	struct waiting *waiting = shift->waiting->pdata[index];

	shift_clear_pages(shift);
	insert_take(waiting->cast, waiting->take);
	shift_make_other_pages(shift);
	if ((int)shift->pages->len <= most) {
		g_ptr_array_remove_index(shift->waiting, index);
		return TRUE;
	}
	shift_clear_pages(shift);
	g_ptr_array_remove(waiting->cast->takes, waiting->take);
	shift_make_other_pages(shift);
	return FALSE;
}

/* What waits in an end that is still open: the most important first, a few tries. */
static void fill_end(struct shift *shift, int most)
{
	int tries = TRIES_MOST;

	for (guint i = shift->waiting->len; i > 0 && tries > 0 && end_rows_of(shift) >= SMALLEST_END; i--) {
		const struct waiting *waiting = shift->waiting->pdata[i - 1];
		int open = end_rows_of(shift) * shift->stone.design->columns;
		if (take_cells(&shift->stone, waiting->take) > open * 5 / 4)
			continue;
		take_back(shift, i - 1, most);
		tries--;
	}
}

/* The next number of pages that the rule allows; 0 where there is none. */
static int next_allowed(const struct pages_rule *rule, int pages)
{
	int next = MAX(pages + 1, rule->min);

	while (next % MAX(rule->multiple, 1) != 0)
		next++;
	return rule->max > 0 && next > rule->max ? 0 : next;
}

static guint panels_of(const struct shift *shift)
{
	guint panels = 0;

	for (guint i = 0; i < shift->pages->len; i++)
		panels += ((const struct made_page *)shift->pages->pdata[i])->panels->len;
	return panels;
}

/* Of the copy as it is reckoned, before any of it is set: a page has ads and strips too. */
static int cells_a_page(const struct shift *shift)
{
	int rows = shift->stone.design->rows;
	int own = (int)(shift->pages->len - shift->fixed) * rows - end_rows_of(shift);

	return (int)((gint64)cells_wanted(shift) * rows / MAX(own, 1));
}

static gboolean is_well_stretched(const struct shift *shift, guint panels)
{
	int pages = shift->stone.stretching.pages_least;

	g_debug("stretched to %d pages: %u, %u panels, %d rows open", pages, shift->pages->len,
		panels_of(shift), end_rows_of(shift));
	return (int)shift->pages->len == pages &&
	       panels_of(shift) <= panels + (guint)(pages / PAGES_A_PANEL) &&
	       end_rows_of(shift) <= shift->stone.design->rows / OPEN_MOST;
}

/* The copy, with house ads where there are any, for more pages than it asks for: which price gives it to the
   page depends on the copy. FALSE and the pages as they were where that takes panels, or leaves most of the
   last page open. */
static gboolean come_up_to(struct shift *shift, int pages)
{
	static const double times[] = {0.8, 0.5, 1.2};
	guint panels = panels_of(shift);

	shift->stone.stretching.cells_a_page = cells_a_page(shift);
	shift->stone.stretching.pages_least = pages;
	for (guint i = 0; i < G_N_ELEMENTS(times); i++) {
		shift->stone.stretching.times = times[i];
		shift_clear_pages(shift);
		shift_make_other_pages(shift);
		if (is_well_stretched(shift, panels))
			return TRUE;
	}
	shift->stone.stretching.pages_least = 0;
	shift_clear_pages(shift);
	shift_make_other_pages(shift);
	return FALSE;
}

/* Sooner so than that stories wait. */
static gboolean is_stretched(struct shift *shift, int natural)
{
	const struct pages_rule *rule = &shift->stone.edition->pages;
	int next = natural == 0 || is_allowed(rule, natural) ? 0 : next_allowed(rule, natural);

	/* It was at an attempt before. */
	if (shift->stone.stretching.pages_least > 0)
		return TRUE;
	return next > 0 && next <= natural + 1 + natural / STRETCH_MOST && come_up_to(shift, next);
}

void page_count_meet(struct shift *shift)
{
	int natural = (int)shift->pages->len, most;

	if (is_stretched(shift, natural)) {
		if (!is_allowed(&shift->stone.edition->pages, (int)shift->pages->len))
			tell_impossible(shift);
		return;
	}
	most = pages_allowed(shift->stone.edition, natural);
	come_down_to(shift, most);
	fill_end(shift, most);
	if (natural > 0 && !is_allowed(&shift->stone.edition->pages, (int)shift->pages->len))
		tell_impossible(shift);
	for (guint i = 0; i < shift->waiting->len; i++)
		shift_hold_over_take(shift, ((const struct waiting *)shift->waiting->pdata[i])->take,
				     "the paper has no more pages");
}
