#include "type/breaks.h"
#include "type/leading.h"
#include "type/line.h"
#include "type/small_caps.h"
#include "type/standing.h"

#define LAST_LINE_EMS 2 /* a last line has at least so many ems, or the indent */

/* The settings for one measure. */
struct kept {
	struct measure measure;
	enum linebreak_manner manner;
	struct settings *settings;
};

struct paragraph {
	int holders;
	GPtrArray *set;	   /* struct kept */
	struct diag *said; /* while it was shaped */
	struct shaped *shaped;
	struct text_style style;
	struct breaks breaks;
	const char *const *compounds; /* the layout's, or NULL */
};

static void kept_free(gpointer data)
{
	struct kept *kept = data;

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

void paragraph_free(struct paragraph *paragraph)
{
	if (!paragraph || --paragraph->holders > 0)
		return;
	breaks_clear(&paragraph->breaks);
	shape_free(paragraph->shaped);
	g_ptr_array_unref(paragraph->set);
	diag_free(paragraph->said);
	g_free(paragraph);
}

const char *paragraph_text(const struct paragraph *paragraph)
{
	return paragraph->shaped->text;
}

static const struct line_end *line_end_at(const struct paragraph *paragraph, int index)
{
	return &paragraph->breaks.ends[index];
}

fix paragraph_natural_width(const struct paragraph *paragraph)
{
	const struct line_end *end = line_end_at(paragraph, paragraph->breaks.count - 1);

	return (fix)CLAMP(end->end.width, 0, FIX_MAX);
}

/* ---- settings ---- */

static struct settings *set(const struct paragraph *paragraph, const struct line_end *ends,
			    const struct measure *measure, enum linebreak_manner manner)
{
	const struct text_style *style = &paragraph->style;
	struct line_matter matter = {
		.ends = ends,
		.count = paragraph->breaks.count,
		.deep = (const struct line_ink *)(const void *)paragraph->breaks.deep->data,
		.tall = (const struct line_ink *)(const void *)paragraph->breaks.tall->data,
		.gaps = (const struct line_gap *)(const void *)paragraph->breaks.gaps->data,
		.ink_limit = paragraph->breaks.ink_limit,
		.em = MAX(style->size, 1),
	};
	struct linebreak_order order = {
		.manner = manner,
		.limits = justify_limits(style),
		.measure = *measure,
		.hyphen_run_max = style->hyphen_run_max,
		.last_line_least =
			manner == LINEBREAK_BALANCED ? 0 : MAX(style->indent, LAST_LINE_EMS * style->size),
	};

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

static const struct settings *keep(const struct paragraph *paragraph, const struct measure *measure,
				   enum linebreak_manner manner, struct settings *settings)
{
	struct kept *kept = g_new0(struct kept, 1);

	*kept = (struct kept){*measure, manner, settings};
	g_ptr_array_add(paragraph->set, kept);
	return settings;
}

const struct settings *paragraph_settings(const struct paragraph *paragraph, const struct measure *measure)
{
	enum linebreak_manner manner =
		paragraph->style.align == ALIGN_JUSTIFY ? LINEBREAK_JUSTIFIED : LINEBREAK_RAGGED;
	const struct settings *known = kept_for(paragraph, measure, manner);

	return known != NULL ? known
			     : keep(paragraph, measure, manner,
				    set(paragraph, paragraph->breaks.ends, measure, manner));
}

const struct settings *paragraph_settings_by_sense(const struct paragraph *paragraph,
						   const struct measure *measure)
{
	const struct settings *known = kept_for(paragraph, measure, LINEBREAK_BALANCED);

	if (known != NULL)
		return known;
	g_autofree struct line_end *ends =
		breaks_by_sense(&paragraph->breaks, paragraph->shaped, paragraph->compounds);

	return keep(paragraph, measure, LINEBREAK_BALANCED,
		    set(paragraph, ends, measure, LINEBREAK_BALANCED));
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

	return line_set(paragraph->shaped, &order);
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

const struct line_extent *paragraph_extents(const struct paragraph *paragraph, const struct setting *setting,
					    const struct measure *measure)
{
	/* The setting is one of the paragraph's own, lent out as const. */
	struct setting *own = (struct setting *)setting;

	if (own->extents == NULL)
		own->extents = extents_new(paragraph, setting, measure);
	return own->extents;
}
