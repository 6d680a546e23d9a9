#include "type/breaks.h"
#include "type/line.h"

#define LAST_LINE_EMS 2 /* a last line has at least so many ems, or the indent */

struct paragraph {
	struct shaped *shaped;
	struct text_style style;
	struct breaks breaks;
	const char *const *compounds; /* the layout's, or NULL */
};

struct paragraph *paragraph_new(struct typesetter *typesetter, const struct text_style *style,
				const struct text_run *runs, int count)
{
	struct paragraph *paragraph = g_new0(struct paragraph, 1);

	if (typesetter->design)
		paragraph->compounds = (const char *const *)typesetter->design->compounds;
	paragraph->style = *style;
	paragraph->shaped = shape_text(typesetter, style, runs, count);
	paragraph->breaks = breaks_find(paragraph->shaped, style, typesetter->ends);
	return paragraph;
}

void paragraph_free(struct paragraph *paragraph)
{
	if (!paragraph)
		return;
	breaks_clear(&paragraph->breaks);
	shape_free(paragraph->shaped);
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

struct settings *paragraph_settings(const struct paragraph *paragraph, const struct measure *measure)
{
	return set(paragraph, paragraph->breaks.ends, measure,
		   paragraph->style.align == ALIGN_JUSTIFY ? LINEBREAK_JUSTIFIED : LINEBREAK_RAGGED);
}

struct settings *paragraph_settings_by_sense(const struct paragraph *paragraph, const struct measure *measure)
{
	g_autofree struct line_end *ends =
		breaks_by_sense(&paragraph->breaks, paragraph->shaped, paragraph->compounds);

	return set(paragraph, ends, measure, LINEBREAK_BALANCED);
}

void settings_free(struct settings *settings)
{
	if (!settings)
		return;
	for (int i = 0; i < settings->count; i++) {
		g_free(settings->by_lines[i].breaks);
		g_free(settings->by_lines[i].hyphenated);
	}
	g_free(settings->by_lines);
	g_free(settings);
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
