#include "type/balance.h"
#include "type/breaks.h"
#include "type/leading.h"
#include "type/line.h"
#include "type/pantograph.h"
#include "type/small_caps.h"
#include "type/standing.h"

#define LAST_LINE_EMS  2   /* a last line has at least so many ems, or the indent */
#define LAST_LINE_PART 5   /* of the measure, in ragged lines: one part */
#define HEADLINE_ENDS  400 /* a text with more line ends is no headline: its lines need not be alike */

/* The settings for one measure. */
struct kept {
	struct measure measure;
	enum linebreak_manner manner;
	struct settings *settings;
	gboolean lent; /* all but its list and extents is the balance's */
};

struct paragraph {
	int holders;
	GPtrArray *set;	   /* struct kept */
	struct diag *said; /* while it was shaped */
	struct text_style style;
	const char *const *compounds; /* the layout's, or NULL */
	struct balance *balance;      /* NULL until asked for */
	GPtrArray *sizes;	      /* struct paragraph: cut from this one; NULL: none */
	/* Of one that is cut at another size, these are NULL until asked for. */
	struct shaped *shaped;
	struct breaks breaks;
	struct paragraph *pattern; /* that it is cut from; or NULL */
	struct typesetter *typesetter;
};

static void settings_hand_back(struct settings *settings)
{
	for (int i = 0; i < settings->count; i++)
		g_free(settings->by_lines[i].extents);
	g_free(settings->by_lines);
	g_free(settings);
}

static void kept_free(gpointer data)
{
	struct kept *kept = data;

	if (kept->lent)
		settings_hand_back(kept->settings);
	else
		settings_free(kept->settings);
	g_free(kept);
}

static void tell(struct typesetter *typesetter, const struct paragraph *paragraph)
{
	small_caps_tell(typesetter, &paragraph->shaped->no_small_caps);
	diag_repeat(typesetter->diag, paragraph->said);
}

struct paragraph *paragraph_untold(struct typesetter *typesetter, const struct text_style *style,
				   const struct text_run *runs, int count)
{
	struct paragraph *paragraph = g_new0(struct paragraph, 1);
	struct diag *diag = typesetter->diag;

	if (typesetter->design)
		paragraph->compounds = (const char *const *)typesetter->design->compounds;
	paragraph->holders = 1;
	paragraph->typesetter = typesetter;
	paragraph->style = *style;
	paragraph->set = g_ptr_array_new_with_free_func(kept_free);
	typesetter->diag = paragraph->said = diag_new();
	paragraph->shaped = shape_text(typesetter, style, runs, count);
	typesetter->diag = diag;
	paragraph->breaks = breaks_find(paragraph->shaped, style, typesetter->ends);
	return paragraph;
}

struct paragraph *paragraph_new(struct typesetter *typesetter, const struct text_style *style,
				const struct text_run *runs, int count)
{
	struct paragraph *paragraph = paragraph_untold(typesetter, style, runs, count);

	tell(typesetter, paragraph);
	return paragraph;
}

struct paragraph *paragraph_standing(struct typesetter *typesetter, const struct text_style *style,
				     const struct text_run *runs, int count)
{
	struct paragraph *paragraph = standing_find(typesetter, style, runs, count);

	/* Once for every diag that the typesetter works for. */
	if (g_hash_table_add(typesetter->told, paragraph))
		tell(typesetter, paragraph);
	paragraph->holders++;
	return paragraph;
}

static void paragraph_discard(struct paragraph *paragraph)
{
	g_clear_pointer(&paragraph->sizes, g_ptr_array_unref);
	balance_free(paragraph->balance);
	if (paragraph->shaped != NULL) {
		breaks_clear(&paragraph->breaks);
		shape_free(paragraph->shaped);
	}
	g_ptr_array_unref(paragraph->set);
	diag_free(paragraph->said);
	g_free(paragraph);
}

void paragraph_free(struct paragraph *paragraph)
{
	if (paragraph && --paragraph->holders == 0)
		paragraph_discard(paragraph);
}

/* ---- other sizes ---- */

static struct paragraph *size_new(struct paragraph *pattern, const struct text_style *style)
{
	struct paragraph *paragraph = g_new0(struct paragraph, 1);

	paragraph->style = *style;
	paragraph->compounds = pattern->compounds;
	paragraph->set = g_ptr_array_new_with_free_func(kept_free);
	paragraph->pattern = pattern;
	paragraph->typesetter = pattern->typesetter;
	return paragraph;
}

struct paragraph *paragraph_at_size(struct paragraph *pattern, const struct text_style *style)
{
	if (pattern->sizes == NULL)
		pattern->sizes = g_ptr_array_new_with_free_func((GDestroyNotify)paragraph_discard);
	for (guint i = 0; i < pattern->sizes->len; i++) {
		struct paragraph *known = pattern->sizes->pdata[i];
		if (known->style.size == style->size)
			return known;
	}
	g_ptr_array_add(pattern->sizes, size_new(pattern, style));
	return pattern->sizes->pdata[pattern->sizes->len - 1];
}

/* As lent out it is const, but what it is made of is its own business. */
static void cut(const struct paragraph *paragraph)
{
	struct paragraph *own = (struct paragraph *)paragraph;
	const struct paragraph *pattern = paragraph->pattern;

	if (paragraph->shaped != NULL)
		return;
	own->shaped = pantograph_shaped(paragraph->typesetter, pattern->shaped, pattern->style.size,
					paragraph->style.size);
	own->breaks = pantograph_breaks(&pattern->breaks, pattern->style.size, paragraph->shaped,
					&paragraph->style);
}

static const struct shaped *shaped_of(const struct paragraph *paragraph)
{
	cut(paragraph);
	return paragraph->shaped;
}

static const struct breaks *breaks_of(const struct paragraph *paragraph)
{
	cut(paragraph);
	return &paragraph->breaks;
}

/* What stands for it where size does not matter. */
static const struct paragraph *pattern_of(const struct paragraph *paragraph)
{
	return paragraph->pattern != NULL ? paragraph->pattern : paragraph;
}

/* Rounded down, so that what fits there fits here. */
static fix width_in_pattern(const struct paragraph *paragraph, fix width)
{
	return paragraph->pattern != NULL
		       ? (fix)((gint64)width * paragraph->pattern->style.size / paragraph->style.size)
		       : width;
}

const char *paragraph_text(const struct paragraph *paragraph)
{
	return pattern_of(paragraph)->shaped->text;
}

static const struct line_end *line_end_at(const struct paragraph *paragraph, int index)
{
	return &breaks_of(paragraph)->ends[index];
}

fix paragraph_natural_width(const struct paragraph *paragraph)
{
	const struct line_end *end = line_end_at(paragraph, breaks_of(paragraph)->count - 1);

	return (fix)CLAMP(end->end.width, 0, FIX_MAX);
}

/* ---- settings ---- */

static struct line_matter matter_of(const struct paragraph *paragraph, const struct line_end *ends)
{
	const struct breaks *breaks = breaks_of(paragraph);

	return (struct line_matter){
		.ends = ends,
		.count = breaks->count,
		.deep = (const struct line_ink *)(const void *)breaks->deep->data,
		.tall = (const struct line_ink *)(const void *)breaks->tall->data,
		.gaps = (const struct line_gap *)(const void *)breaks->gaps->data,
		.ink_limit = breaks->ink_limit,
		.em = MAX(paragraph->style.size, 1),
	};
}

/* Lines that begin at one edge can give the last one words at little cost: a word or two there look lost. */
static fix last_line_least(const struct text_style *style, const struct measure *measure,
			   enum linebreak_manner manner)
{
	fix least = MAX(style->indent, LAST_LINE_EMS * style->size);

	if (manner == LINEBREAK_BALANCED)
		return 0;
	return style->align == ALIGN_LEFT ? MAX(least, measure->width / LAST_LINE_PART) : least;
}

static struct linebreak_order order_of(const struct paragraph *paragraph, const struct measure *measure,
				       enum linebreak_manner manner)
{
	const struct text_style *style = &paragraph->style;

	return (struct linebreak_order){
		.manner = manner,
		.limits = justify_limits(style),
		.measure = *measure,
		.hyphen_run_max = style->hyphen_run_max,
		.last_line_least = last_line_least(style, measure, manner),
	};
}

static struct settings *set(const struct paragraph *paragraph, const struct line_end *ends,
			    const struct measure *measure, enum linebreak_manner manner)
{
	struct line_matter matter = matter_of(paragraph, ends);
	struct linebreak_order order = order_of(paragraph, measure, manner);

	return linebreak(&matter, &order);
}

static gboolean is_same_measure(const struct measure *one, const struct measure *other)
{
	return one->width == other->width && one->indent == other->indent &&
	       one->narrow_lines == other->narrow_lines && one->narrow_by == other->narrow_by;
}

static const struct settings *kept_for(const struct paragraph *paragraph, const struct measure *measure,
				       enum linebreak_manner manner)
{
	for (guint i = 0; i < paragraph->set->len; i++) {
		const struct kept *kept = paragraph->set->pdata[i];
		if (kept->manner == manner && is_same_measure(&kept->measure, measure))
			return kept->settings;
	}
	return NULL;
}

static const struct settings *keep(const struct paragraph *paragraph, struct kept as)
{
	g_ptr_array_add(paragraph->set, g_memdup2(&as, sizeof as));
	return as.settings;
}

const struct settings *paragraph_settings(const struct paragraph *paragraph, const struct measure *measure)
{
	enum linebreak_manner manner =
		paragraph->style.align == ALIGN_JUSTIFY ? LINEBREAK_JUSTIFIED : LINEBREAK_RAGGED;
	const struct settings *known = kept_for(paragraph, measure, manner);

	if (known != NULL)
		return known;
	struct settings *settings = set(paragraph, breaks_of(paragraph)->ends, measure, manner);

	return keep(paragraph, (struct kept){*measure, manner, settings, FALSE});
}

/* ---- by sense ---- */

static struct line_end *ends_by_sense(const struct paragraph *paragraph)
{
	return breaks_by_sense(breaks_of(paragraph), shaped_of(paragraph), paragraph->compounds);
}

static struct balance *balance_of(const struct paragraph *paragraph)
{
	struct paragraph *own = (struct paragraph *)paragraph;

	if (paragraph->balance == NULL) {
		struct line_matter matter = matter_of(paragraph, NULL);
		struct linebreak_order order = order_of(paragraph, &(struct measure){0}, LINEBREAK_BALANCED);
		own->balance = balance_new(&matter, &order, ends_by_sense(paragraph));
	}
	return paragraph->balance;
}

static void lend(const struct setting *setting, gpointer data)
{
	struct settings *settings = data;
	struct setting lent = *setting;

	lent.extents = NULL;
	lent.pattern = setting;
	settings->by_lines = g_renew(struct setting, settings->by_lines, (gsize)settings->count + 1);
	settings->by_lines[settings->count++] = lent;
	if (setting->cost < settings->by_lines[settings->best].cost)
		settings->best = settings->count - 1;
}

/* NULL when a word is too long for the measure, or all is no headline. */
static struct settings *balanced(const struct paragraph *paragraph, const struct measure *measure)
{
	struct settings *settings = g_new0(struct settings, 1);
	fix width = width_in_pattern(paragraph, measure->width);

	if (pattern_of(paragraph)->breaks.count <= HEADLINE_ENDS && measure->indent == 0 &&
	    measure->narrow_lines == 0 &&
	    balance_settings(balance_of(pattern_of(paragraph)), width, lend, settings))
		return settings;
	g_free(settings);
	return NULL;
}

const struct settings *paragraph_settings_by_sense(const struct paragraph *paragraph,
						   const struct measure *measure)
{
	const struct settings *known = kept_for(paragraph, measure, LINEBREAK_BALANCED);

	if (known != NULL)
		return known;
	struct settings *settings = balanced(paragraph, measure);

	if (settings != NULL)
		return keep(paragraph, (struct kept){*measure, LINEBREAK_BALANCED, settings, TRUE});
	g_autofree struct line_end *ends = ends_by_sense(paragraph);

	settings = set(paragraph, ends, measure, LINEBREAK_BALANCED);
	return keep(paragraph, (struct kept){*measure, LINEBREAK_BALANCED, settings, FALSE});
}

const struct setting *settings_with(const struct settings *settings, int lines)
{
	int index = lines - settings->by_lines[0].lines;

	return index >= 0 && index < settings->count ? &settings->by_lines[index] : NULL;
}

gboolean setting_leg_may_end(const struct setting *setting, int line, int least)
{
	int above = line + 1, below = setting->lines - above;

	return below == 0 || (above >= least && below >= least && !setting->hyphenated[line]);
}

/* ---- lines ---- */

struct set_line *paragraph_line(const struct paragraph *paragraph, const struct setting *setting,
				const struct measure *measure, int index)
{
	struct line_order order = {
		.from = line_end_at(paragraph, index > 0 ? setting->breaks[index - 1] : 0),
		.to = line_end_at(paragraph, setting->breaks[index]),
		.style = &paragraph->style,
		.measure = measure,
		.number = index,
		.last = index == setting->lines - 1,
	};

	return line_set(shaped_of(paragraph), &order);
}

/* ---- what lines take up ---- */

static struct line_extent extent_of(const struct set_line *line, fix baseline)
{
	return (struct line_extent){line->width, line->ink_top, line->ink_bottom, baseline};
}

static struct line_extent *extents_new(const struct paragraph *paragraph, const struct setting *setting,
				       const struct measure *measure)
{
	struct line_extent *extents = g_new0(struct line_extent, (gsize)setting->lines);
	fix leading = paragraph->style.leading, apart = fix_scale(paragraph->style.size, DISPLAY_APART, 1000);
	struct set_line *above = NULL;

	for (int i = 0; i < setting->lines; i++) {
		struct set_line *line = paragraph_line(paragraph, setting, measure, i);
		fix below = above != NULL
				    ? extents[i - 1].baseline + leading_between(above, line, leading, apart)
				    : 0;
		extents[i] = extent_of(line, below);
		set_line_free(above);
		above = line;
	}
	set_line_free(above);
	return extents;
}

static struct line_extent *extents_cut(const struct paragraph *paragraph, const struct setting *setting,
				       const struct measure *measure)
{
	fix from = paragraph->pattern->style.size, to = paragraph->style.size;
	struct measure there = {.width = width_in_pattern(paragraph, measure->width)};
	const struct line_extent *pattern = paragraph_extents(paragraph->pattern, setting->pattern, &there);
	struct line_extent *extents = g_new(struct line_extent, (gsize)setting->lines);

	for (int i = 0; i < setting->lines; i++)
		extents[i] = (struct line_extent){
			.width = fix_scale(pattern[i].width, to, from),
			.ink_top = fix_scale(pattern[i].ink_top, to, from),
			.ink_bottom = fix_scale(pattern[i].ink_bottom, to, from),
			.baseline = fix_scale(pattern[i].baseline, to, from),
		};
	return extents;
}

const struct line_extent *paragraph_extents(const struct paragraph *paragraph, const struct setting *setting,
					    const struct measure *measure)
{
	/* The setting is one of the paragraph's own, lent out as const. */
	struct setting *own = (struct setting *)setting;

	if (own->extents == NULL)
		own->extents = paragraph->pattern != NULL && setting->pattern != NULL
				       ? extents_cut(paragraph, setting, measure)
				       : extents_new(paragraph, setting, measure);
	return own->extents;
}
