#include "makeup/furniture.h"

#include <string.h>

#define AD_MARGIN (6 * FIX_PT) /* a picture that leaves more of its box open stands on a tint */

/* ---- places ---- */

struct rect furniture_rect(const struct forme *forme, const struct made_page *made, struct cells cells)
{
	const struct design *design = forme->stone->design;
	int columns = made->sheet->columns;

	return (struct rect){design_column_x(design, columns, cells.column), design_row_y(design, cells.row),
			     design_measure(design, columns, cells.columns), cells.rows * design->leading};
}

static fix cap_of(const struct forme *forme, const struct text_style *style)
{
	return fix_scale(style->size, stone_face(forme->stone, style)->cap_height, 1000);
}

static struct text_style aligned(const struct text_style *style, enum style_align align)
{
	struct text_style copy = *style;
	copy.align = align;
	return copy;
}

static char *date_of(const struct forme *forme)
{
	const struct edition *edition = forme->stone->edition;
	return design_date(forme->stone->design, edition->language, edition->year, edition->month,
			   edition->day);
}

/* What every page of a paid supplement says of itself; NULL: nothing. Caller frees. */
static char *paid_mark(const struct forme *forme)
{
	const struct edition *edition = forme->stone->edition;
	const char *own = edition->language == edition->whole->language ? edition->rules.ad_mark : NULL;

	return own != NULL && *own != '\0'
		       ? g_strdup(own)
		       : design_phrase(forme->stone->design, edition->language, "ad-mark", NULL);
}

static gboolean is_paid(const struct forme *forme)
{
	const struct edition *edition = forme->stone->edition;

	return edition->supplement != NULL && edition->supplement->sponsored;
}

static char *issue_of(const struct forme *forme)
{
	const struct edition *edition = forme->stone->edition;
	g_autofree char *number = g_strdup_printf("%d", edition->issue);
	g_autofree char *mark = is_paid(forme) ? paid_mark(forme) : NULL;

	if (mark != NULL)
		return g_utf8_strup(mark, -1);
	if (edition->issue <= 0)
		return g_strdup("");
	return design_phrase(forme->stone->design, edition->language, "issue", "number", number, NULL);
}

/* ---- folio ---- */

static void folio_text(struct forme *forme, const char *text, enum style_align align, struct rect line)
{
	struct text_style style = aligned(stone_style(forme->stone, STYLE_FOLIO), align);

	if (text != NULL && *text != '\0')
		inking_text(forme, text, &style, line.x, line.y, line.width, forme->stone->edition->language);
}

static fix folio_width(struct forme *forme, const char *text)
{
	return inking_text_width(forme, text, stone_style(forme->stone, STYLE_FOLIO),
				 forme->stone->edition->language);
}

/* A reader who taps a folio goes back to page 1, where the index is. The words stay an artifact. */
static void link_to_front(struct forme *forme, const struct made_page *made, struct rect box)
{
	const struct edition *edition = forme->stone->edition;
	g_autofree char *about =
		design_phrase(forme->stone->design, edition->language, "page", "page", "1", NULL);
	g_autofree char *name = g_strconcat("folio/", made->sheet->label, NULL),
			*link = g_strconcat(name, "/link", NULL);

	inking_mark(forme, MARK_FURNITURE, name, NULL)->label = g_strdup("folio");
	inking_mark(forme, MARK_LINK, link, NULL);
	inking_link(forme, box, "#page/1", about);
	inking_end(forme);
	inking_end(forme);
}

/* Nothing where the sections only say the supplement's name again. Caller frees. */
static char *folio_middle(const struct forme *forme, const char *sections)
{
	const struct edition *edition = forme->stone->edition;
	g_autofree char *mark = is_paid(forme) ? paid_mark(forme) : NULL;
	gboolean is_own = edition->supplement != NULL && strcmp(sections, edition->name) == 0;

	return mark != NULL ? g_utf8_strup(mark, -1) : g_strdup(is_own ? "" : sections);
}

/* Page number outside, date inside, sections in the middle; where the line is short the sections go first,
   then the date. */
static void ink_folio(struct forme *forme, const struct made_page *made, const char *sections,
		      struct rect line, const char *artifact)
{
	const struct edition *edition = forme->stone->edition;
	gboolean is_left = made->sheet->number % 2 == 0;
	g_autofree char *date = date_of(forme), *middle = folio_middle(forme, sections);
	g_autofree char *outside = is_left ? g_strdup_printf("%s   %s", made->sheet->label, edition->name)
					   : g_strdup_printf("%s   %s", edition->name, made->sheet->label);
	fix side = MAX(folio_width(forme, outside), folio_width(forme, date)) + 6 * FIX_PT;

	inking_artifact(forme, artifact);
	folio_text(forme, outside, is_left ? ALIGN_LEFT : ALIGN_RIGHT, line);
	if (2 * side + folio_width(forme, middle) <= line.width)
		folio_text(forme, middle, ALIGN_CENTRE, line);
	if (2 * side <= line.width)
		folio_text(forme, date, is_left ? ALIGN_RIGHT : ALIGN_LEFT, line);
	inking_end(forme);
}

/* In the rows over the copy, a rule under it. */
void furniture_folio(struct forme *forme, const struct made_page *made, const char *sections)
{
	const struct design *design = forme->stone->design;
	fix rule_y = design_row_y(design, 0) - design->leading,
	    left = design_column_x(design, design->columns, 0),
	    width = design_measure(design, design->columns, design->columns);

	ink_folio(forme, made, sections, (struct rect){left, rule_y - design->leading / 2, width, 0},
		  "header");
	link_to_front(forme, made,
		      (struct rect){left, rule_y - 2 * design->leading, width, 2 * design->leading});
	inking_rule(forme, (struct rect){left, rule_y, width, design->rule}, design->ink);
}

/* In a zone of its own: the rule is on the side of the copy. */
static void ink_folio_zone(struct forme *forme, const struct made_page *made, struct cells cells,
			   const char *sections)
{
	const struct design *design = forme->stone->design;
	struct rect box = furniture_rect(forme, made, cells);
	gboolean at_head = cells.row < made->sheet->rows / 2;
	fix cap = cap_of(forme, stone_style(forme->stone, STYLE_FOLIO)), leading = design->leading;
	fix rule_y = at_head ? rect_foot(box) - leading / 2 : box.y + leading / 2;
	fix baseline = at_head ? rule_y - leading / 2 : rule_y + leading / 2 + cap;

	ink_folio(forme, made, sections, (struct rect){box.x, baseline, box.width, 0},
		  at_head ? "header" : "footer");
	if (made->sheet->number > 1)
		link_to_front(forme, made, box);
	inking_rule(forme, (struct rect){box.x, rule_y, box.width, design->rule}, design->ink);
}

/* ---- section strip ---- */

void furniture_strip(struct forme *forme, const struct made_page *made, const struct strip *strip)
{
	const struct stone *stone = forme->stone;
	const struct section *section = stone->edition->sections->pdata[strip->section];
	const struct text_style *style = stone_style(stone, STYLE_SECTION_STRIP);
	struct rect box =
		furniture_rect(forme, made, (struct cells){0, strip->row, made->sheet->columns, STRIP_ROWS});
	g_autofree char *name = g_strconcat("strip/", section->name, NULL);
	fix top = box.y + (strip->row > 0 ? stone_leading(stone) / 2 : -stone_leading(stone) / 2);
	fix cap = cap_of(forme, style);

	/* At the head of a page the folio's rule serves. */
	if (strip->row > 0)
		inking_rule(forme, (struct rect){box.x, top, box.width, stone->design->heavy_rule},
			    stone->design->ink);
	inking_mark(forme, MARK_FURNITURE, name, NULL)->label = g_strdup("section-strip");
	inking_text(forme, section->name, style, box.x, top + stone->design->heavy_rule + 6 * FIX_PT + cap,
		    box.width, stone->edition->language);
	inking_end(forme);
	inking_rule(forme,
		    (struct rect){box.x, rect_foot(box) + stone_leading(stone) / 4, box.width,
				  stone->design->hairline},
		    stone->design->rule_colour);
}

/* In a zone of its own: the name as large as the box takes, between two rules. */
static void ink_section_head(struct forme *forme, const struct made_page *made, struct rect box)
{
	const struct stone *stone = forme->stone;
	const char *name = made->sheet->section != NULL ? made->sheet->section : stone->edition->name;
	struct text_style style = *stone_style(stone, STYLE_SECTION_STRIP);
	fix natural = inking_text_width(forme, name, &style, stone->edition->language), size = style.size;
	fix room = MAX(box.height - 2 * stone_leading(stone), stone_leading(stone));
	g_autofree char *mark = g_strconcat("section-head/", made->sheet->label, NULL);

	style.size = MIN(fix_scale(size, box.width, MAX(natural, 1)), room);
	style.leading = style.size;
	inking_rule(forme, (struct rect){box.x, box.y + 2 * FIX_PT, box.width, stone->design->heavy_rule},
		    stone->design->ink);
	inking_mark(forme, MARK_FURNITURE, mark, NULL)->label = g_strdup("section-head");
	inking_text(forme, name, &style, box.x, box.y + (box.height + cap_of(forme, &style)) / 2, box.width,
		    stone->edition->language);
	inking_end(forme);
	inking_rule(forme,
		    (struct rect){box.x, rect_foot(box) - 3 * FIX_PT, box.width, stone->design->hairline},
		    stone->design->rule_colour);
}

/* ---- the label of a run of briefs ---- */

void furniture_label(struct forme *forme, const struct made_page *made, struct cells cells,
		     const char *language)
{
	const struct stone *stone = forme->stone;
	const struct text_style *style = stone_style(stone, STYLE_INDEX_HEAD);
	struct rect box = furniture_rect(forme, made, cells);
	fix top = box.y + (cells.row > 0 ? stone_leading(stone) / 2 : 0);
	g_autofree char *word = design_phrase(stone->design, language, "briefs", NULL);
	g_autofree char *name =
		g_strdup_printf("briefs/%s/%d/%d", made->sheet->label, cells.column, cells.row);

	inking_rule(forme, (struct rect){box.x, top, box.width, stone->design->heavy_rule},
		    stone->design->accent);
	inking_mark(forme, MARK_FURNITURE, name, NULL)->label = g_strdup("briefs");
	inking_text(forme, word, style, box.x, rect_foot(box) - stone_leading(stone) / 4, box.width,
		    language);
	inking_end(forme);
}

/* ---- nameplate ---- */

/* Makes the name smaller where its own accents and descenders need more than the room. Returns how deep
   its ink goes. */
static fix nameplate_fit(struct forme *forme, const char *name, struct text_style *style, fix room)
{
	fix top, bottom;

	inking_text_ink(forme, name, style, forme->stone->edition->language, &top, &bottom);
	if (top + bottom <= room)
		return bottom;
	style->size = fix_scale(style->size, room, top + bottom);
	return fix_scale(bottom, room, top + bottom);
}

/* Each is read by itself, so that no words run into each other. */
static void ink_ear(struct forme *forme, const char *text, const struct text_style *style, struct rect box)
{
	g_autofree char *name = g_strdup_printf("nameplate/ear/%d", (int)style->align);

	if (text == NULL || *text == '\0')
		return;
	inking_mark(forme, MARK_FURNITURE, name, NULL)->label = g_strdup("ears");
	inking_text(forme, text, style, box.x, box.y, box.width, forme->stone->edition->language);
	inking_end(forme);
}

/* The name as large as the box takes, then a line with place in the series and date. */
static void ink_nameplate(struct forme *forme, struct rect box)
{
	const struct stone *stone = forme->stone;
	const struct edition *edition = stone->edition;
	struct text_style style = aligned(stone_style(stone, STYLE_NAMEPLATE), ALIGN_CENTRE);
	const struct text_style *ear = stone_style(stone, STYLE_EAR);
	g_autofree char *date = date_of(forme), *issue = issue_of(forme);
	fix line = ear->leading * 2,
	    natural = inking_text_width(forme, edition->name, &style, edition->language);
	fix room = box.height - line - stone_leading(stone);
	fix size = style.size;

	style.size = MIN(fix_scale(size, box.width - 4 * FIX_PT, MAX(natural, 1)), room * 10 / 9);
	style.size = MIN(style.size, size * 5 / 4);
	fix deep = nameplate_fit(forme, edition->name, &style, room);
	fix cap = cap_of(forme, &style), base = MIN(box.y + (room + cap) / 2, box.y + room - deep);
	inking_mark(forme, MARK_FURNITURE, "nameplate", NULL)->label = g_strdup("nameplate");
	inking_text(forme, edition->name, &style, box.x, base, box.width, edition->language);
	inking_end(forme);
	fix top = rect_foot(box) - line - stone_leading(stone) / 4,
	    baseline = top + line / 2 + cap_of(forme, ear) / 2;
	inking_rule(forme, (struct rect){box.x, top, box.width, stone->design->rule}, stone->design->ink);
	inking_rule(forme, (struct rect){box.x, top + line, box.width, stone->design->hairline},
		    stone->design->ink);
	struct text_style left = aligned(ear, ALIGN_LEFT), centre = aligned(ear, ALIGN_CENTRE),
			  right = aligned(ear, ALIGN_RIGHT);
	box.y = baseline;
	ink_ear(forme, issue, &left, box);
	ink_ear(forme, date, &centre, box);
	ink_ear(forme, edition->imprint.publisher, &right, box);
}

/* ---- imprint ---- */

static void add_imprint(const struct forme *forme, GString *text, const char *key, const char *value)
{
	if (value == NULL || *value == '\0')
		return;
	g_autofree char *phrase = design_phrase(forme->stone->design, forme->stone->edition->language, key,
						"text", value, NULL);
	if (text->len > 0)
		g_string_append(text, "  ·  ");
	g_string_append(text, phrase);
}

static void ink_imprint(struct forme *forme, struct rect box)
{
	const struct edition *edition = forme->stone->edition;
	const struct text_style *style = stone_style(forme->stone, STYLE_IMPRINT);
	g_autoptr(GString) text = g_string_new(NULL);

	add_imprint(forme, text, "imprint-publisher", edition->imprint.publisher);
	add_imprint(forme, text, "imprint-licence", edition->imprint.licence);
	add_imprint(forme, text, "imprint-editor", edition->imprint.editor);
	add_imprint(forme, text, "imprint-address", edition->imprint.address);
	add_imprint(forme, text, "imprint-phone", edition->imprint.phone);
	add_imprint(forme, text, "imprint-email", edition->imprint.email);
	inking_rule(forme,
		    (struct rect){box.x, box.y + stone_leading(forme->stone) / 2, box.width,
				  forme->stone->design->rule},
		    forme->stone->design->ink);
	inking_mark(forme, MARK_FURNITURE, "imprint", NULL)->label = g_strdup("imprint");
	inking_text(forme, text->str, style, box.x,
		    box.y + stone_leading(forme->stone) + cap_of(forme, style) + 2 * FIX_PT, box.width,
		    edition->language);
	inking_end(forme);
}

/* ---- the nameplate once more ---- */

void furniture_plate(struct forme *forme, struct rect box, const char *name)
{
	const struct stone *stone = forme->stone;
	const struct edition *edition = stone->edition;
	struct text_style plate = aligned(stone_style(stone, STYLE_NAMEPLATE), ALIGN_CENTRE);
	struct text_style ear = aligned(stone_style(stone, STYLE_EAR), ALIGN_CENTRE);
	g_autofree char *date = date_of(forme), *date_name = g_strconcat(name, "/date", NULL);
	fix natural = inking_text_width(forme, edition->name, &plate, edition->language);
	fix middle = box.y + box.height / 2, inset = box.width / 8;

	plate.size = MIN(fix_scale(plate.size, box.width - 2 * inset, MAX(natural, 1)), box.height / 3);
	inking_mark(forme, MARK_FURNITURE, name, NULL)->label = g_strdup("panel");
	inking_text(forme, edition->name, &plate, box.x, middle + cap_of(forme, &plate) / 3, box.width,
		    edition->language);
	inking_end(forme);
	inking_mark(forme, MARK_FURNITURE, date_name, NULL)->label = g_strdup("panel");
	inking_text(forme, date, &ear, box.x, middle + cap_of(forme, &plate) / 3 + ear.leading * 2, box.width,
		    edition->language);
	inking_end(forme);
}

/* ---- ears and teasers ---- */

/* Beside the nameplate: the day and the place in the series, in the middle of the box. */
static void ink_ears(struct forme *forme, struct rect box)
{
	const struct stone *stone = forme->stone;
	struct text_style style = aligned(stone_style(stone, STYLE_EAR), ALIGN_CENTRE);
	g_autofree char *date = date_of(forme), *issue = issue_of(forme);
	g_autofree char *name = g_strdup_printf("ears/%d", box.x);
	fix baseline = box.y + box.height / 2;

	inking_mark(forme, MARK_FURNITURE, name, NULL)->label = g_strdup("ears");
	baseline = inking_text(forme, date, &style, box.x, baseline, box.width, stone->edition->language) +
		   style.leading;
	if (*issue != '\0')
		inking_text(forme, issue, &style, box.x, baseline, box.width, stone->edition->language);
	inking_end(forme);
}

static void ink_teasers(struct forme *forme, struct rect box, int columns)
{
	if (furniture_teasers(forme, box, columns))
		return;
	furniture_ground(forme, box);
	furniture_plate(forme, box, "panel/teasers");
}

/* ---- zones of the template ---- */

/* Page 1 has no folio: the nameplate takes its rows. */
static struct rect with_folio_rows(const struct forme *forme, struct rect box)
{
	fix folio = forme->stone->design->furniture_rows * stone_leading(forme->stone);

	box.y -= folio;
	box.height += folio;
	return box;
}

void furniture_zones(struct forme *forme, const struct made_page *made, const char *sections)
{
	for (guint i = 0; i < made->sheet->zones->len; i++) {
		const struct sheet_zone *placed = &g_array_index(made->sheet->zones, struct sheet_zone, i);
		struct rect box = furniture_rect(forme, made, placed->cells);
		const char *what = placed->zone->what;
		if (placed->zone->kind != ZONE_FURNITURE)
			continue;
		if (strcmp(what, "nameplate") == 0)
			ink_nameplate(forme, placed->cells.row == 0 ? with_folio_rows(forme, box) : box);
		else if (strcmp(what, "index") == 0)
			furniture_index(forme, box);
		else if (strcmp(what, "teasers") == 0)
			ink_teasers(forme, box, placed->cells.columns);
		else if (strcmp(what, "ears") == 0)
			ink_ears(forme, box);
		else if (strcmp(what, "imprint") == 0)
			ink_imprint(forme, box);
		else if (strcmp(what, "credits") == 0)
			furniture_credits(forme, box, placed->zone);
		else if (strcmp(what, "section-head") == 0)
			ink_section_head(forme, made, box);
		else if (strcmp(what, "folio") == 0)
			ink_folio_zone(forme, made, placed->cells, sections);
	}
}

/* ---- ads ---- */

/* As large as the box takes, whole, in the middle. */
static struct rect fitted(struct rect box, const struct photo_facts *facts)
{
	struct rect fit = box;

	fit.height = fix_scale(box.width, facts->height_px, MAX(facts->width_px, 1));
	if (fit.height > box.height) {
		fit.width = fix_scale(box.height, facts->width_px, MAX(facts->height_px, 1));
		fit.height = box.height;
	}
	fit.x += (box.width - fit.width) / 2;
	fit.y += (box.height - fit.height) / 2;
	return fit;
}

static void ink_ad_mark(struct forme *forme, const struct ad *ad, struct rect row)
{
	const struct stone *stone = forme->stone;
	const struct text_style *style = stone_style(stone, STYLE_AD_MARK);
	g_autofree char *word = design_phrase(stone->design, stone->edition->language, "ad-mark", NULL);
	g_autofree char *name = g_strconcat("ad/", ad->id, "/mark", NULL);
	const char *own = ad->label != NULL && *ad->label != '\0' ? ad->label : stone->edition->rules.ad_mark;

	inking_rule(forme, (struct rect){row.x, row.y + 2 * FIX_PT, row.width, stone->design->hairline},
		    stone->design->rule_colour);
	inking_mark(forme, MARK_FURNITURE, name, NULL)->label = g_strdup("ad-mark");
	inking_text(forme, own != NULL && *own != '\0' ? own : word, style, row.x,
		    rect_foot(row) - 2 * FIX_PT, row.width, stone->edition->language);
	inking_end(forme);
}

static void ink_ad(struct forme *forme, const struct made_page *made, const struct ad *ad, struct cells cells)
{
	struct rect box = furniture_rect(forme, made, cells), row = box, frame;
	g_autofree char *name =
		g_strdup_printf("ad/%s/%s", ad->id != NULL ? ad->id : ad->file, made->sheet->label);

	/* The first row keeps the ad off the copy; a paid one carries its mark there. */
	row.height = stone_leading(forme->stone);
	box.y += row.height;
	box.height -= row.height;
	if (!ad->filler)
		ink_ad_mark(forme, ad, row);
	frame = fitted(box, &ad->facts);
	if (box.width - frame.width > AD_MARGIN || box.height - frame.height > AD_MARGIN)
		inking_fill(forme, box, forme->stone->design->tint);
	box = frame;
	struct page_mark *mark = inking_mark(forme, MARK_FIGURE, name, NULL);
	mark->alt = g_strdup(ad->alt);
	mark->box = box;
	inking_tell_coarse(forme, inking_photo(forme, box, ad->file, &ad->facts, PHOTO_WHOLE, NULL),
			   ad->place);
	if (ad->url != NULL && *ad->url != '\0') {
		g_autofree char *link = g_strconcat(name, "/link", NULL);
		inking_mark(forme, MARK_LINK, link, NULL);
		inking_link(forme, box, ad->url, ad->alt);
		inking_end(forme);
	}
	inking_end(forme);
}

void furniture_ads(struct forme *forme, const struct made_page *made)
{
	const GPtrArray *ads = forme->stone->edition->ads;

	for (guint i = 0; i < made->sheet->ads->len; i++) {
		const struct sheet_ad *placed = &g_array_index(made->sheet->ads, struct sheet_ad, i);
		ink_ad(forme, made, placed->ad, placed->cells);
	}
	for (guint i = 0; i < made->fillers->len; i++) {
		const struct placed_filler *placed = &g_array_index(made->fillers, struct placed_filler, i);
		ink_ad(forme, made, ads->pdata[placed->ad], placed->cells);
	}
}

/* ---- panels ---- */
