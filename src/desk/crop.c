/* crop.c - a photograph beside its page: the part that is shown on the whole of it */
#include <string.h>

#include "desk/keyline.h"
#include "desk/parts.h"
#include "desk/places.h"
#include "desk/slip.h"

static const struct desk_picture *whole_of(const struct proof *proof, const char *file)
{
	for (guint i = 0; i < proof->originals->len; i++) {
		const struct desk_original *original =
			&g_array_index(proof->originals, struct desk_original, i);
		if (strcmp(original->file, file) == 0 && original->picture.file != NULL)
			return &original->picture;
	}
	return NULL;
}

static const struct picture *picture_of(const struct edition *edition, const struct page_photo *photo)
{
	const struct story *story = photo->story != NULL ? edition_story(edition, photo->story) : NULL;

	for (guint i = 0; story != NULL && i < story->pictures->len; i++) {
		const struct picture *picture = g_ptr_array_index(story->pictures, i);
		if (strcmp(picture->file, photo->file) == 0)
			return picture;
	}
	return NULL;
}

static const struct photo_decision *decision_of(const struct proof *proof, const struct page_photo *photo)
{
	for (guint i = 0; proof->decisions != NULL && i < proof->decisions->photos->len; i++) {
		const struct photo_decision *decision = g_ptr_array_index(proof->decisions->photos, i);
		if (strcmp(decision->file, photo->file) == 0 &&
		    g_strcmp0(decision->story, photo->story) == 0 &&
		    memcmp(&decision->part, &photo->part, sizeof(photo->part)) == 0)
			return decision;
	}
	return NULL;
}

/* Of 65536, in thousandths. */
static int thousandths(int share)
{
	return (int)(((gint64)share * 1000 + 32768) / 65536);
}

/* A box in the overlay whose sides are 1000 each. */
static void write_box(struct html *html, const char *class, const struct photo_part *part)
{
	g_autofree char *x = g_strdup_printf("%d", thousandths(part->left));
	g_autofree char *y = g_strdup_printf("%d", thousandths(part->top));
	g_autofree char *width = g_strdup_printf("%d", thousandths(part->width));
	g_autofree char *height = g_strdup_printf("%d", thousandths(part->height));

	html_single(html, "rect", "class", class, "x", x, "y", y, "width", width, "height", height, NULL);
}

static void write_shade(struct html *html, const struct photo_part *part)
{
	int left = thousandths(part->left), top = thousandths(part->top);
	int right = thousandths(part->left + part->width), foot = thousandths(part->top + part->height);
	g_autofree char *path =
		g_strdup_printf("M0 0H1000V1000H0ZM%d %dV%dH%dV%dZ", left, top, foot, right, top);

	html_single(html, "path", "class", "shade", "d", path, NULL);
}

static void write_focus(struct html *html, const struct picture *picture)
{
	g_autofree char *x = g_strdup_printf("%d", thousandths(picture->focus_x));
	g_autofree char *y = g_strdup_printf("%d", thousandths(picture->focus_y));
	g_autofree char *down = g_strdup_printf("M%s 0V1000", x);
	g_autofree char *across = g_strdup_printf("M0 %sH1000", y);

	html_open(html, "g", "class", "focus", NULL);
	html_single(html, "path", "class", "focus-down", "d", down, NULL);
	html_single(html, "path", "class", "focus-across", "d", across, NULL);
	html_close(html);
}

static void write_overlay(struct html *html, const struct page_photo *photo, const struct picture *picture)
{
	html_open(html, "svg", "viewBox", "0 0 1000 1000", "preserveAspectRatio", "none", "aria-hidden",
		  "true", NULL);
	write_shade(html, &photo->part);
	for (guint i = 0; picture != NULL && i < picture->regions->len; i++) {
		const struct photo_region *region = &g_array_index(picture->regions, struct photo_region, i);
		if (region->kind != REGION_CROP)
			write_box(html, "region", &region->part);
	}
	write_box(html, "crop", &photo->part);
	if (picture != NULL)
		write_focus(html, picture);
	html_close(html);
}

static void write_range(struct html *html, const char *title, const char *class, int share)
{
	g_autofree char *value = g_strdup_printf("%d", (share * 100 + 32768) / 65536);

	html_open(html, "label", NULL);
	html_text(html, title);
	html_text(html, " ");
	html_single(html, "input", "type", "range", "class", class, "min", "0", "max", "100", "step", "1",
		    "value", value, NULL);
	html_close(html);
}

static void write_slips(struct html *html, const struct edition *edition, const struct page_photo *photo,
			const struct picture *picture)
{
	const struct story *story = edition_story(edition, photo->story);
	g_autofree char *lines = slip_focus(picture->focus_x, picture->focus_y);
	g_autofree char *copy = keyline_copy(edition, story);
	g_autofree char *focus = keyline_photograph(copy, picture->place, "focus:"),
			*crop = keyline_photograph(copy, picture->place, "crop:");

	html_line(html, "p",
		  "Click on the photograph to pick what must stay in the crop, or set it here:", "class",
		  "hint", NULL);
	write_range(html, "Focus across", "focus-x", picture->focus_x);
	write_range(html, "Focus down", "focus-y", picture->focus_y);
	html_open(html, "div", "class", "slip", NULL);
	html_line(html, "p", "Focus of the photograph", "class", "slip-title", NULL);
	card_write_slip(html, "Focus of the photograph", focus, lines, NULL);
	html_close(html);
	html_open(html, "div", "class", "slip", NULL);
	html_line(html, "p", "Show the whole photograph", "class", "slip-title", NULL);
	card_write_slip(html, "Show the whole photograph", crop, "crop: none", NULL);
	html_close(html);
}

static void write_facts(struct html *html, const struct proof *proof, const struct page_photo *photo)
{
	const struct photo_decision *decision = decision_of(proof, photo);

	html_open(html, "figcaption", NULL);
	html_line(html, "code", photo->file, NULL);
	if (decision != NULL)
		html_format(html, " · %d ppi on the page%s", decision->ppi,
			    decision->as_is ? ", file as it is" : "");
	if (decision != NULL && decision->focus != NULL)
		html_format(html, " · focus %s", decision->focus);
	html_format(html, " · shown: %d %% of its width, %d %% of its height",
		    (thousandths(photo->part.width) + 5) / 10, (thousandths(photo->part.height) + 5) / 10);
	html_close(html);
}

void crop_write(struct html *html, const struct proof *proof, const struct page_photo *photo, int number)
{
	const struct desk_picture *whole = whole_of(proof, photo->file);
	const struct picture *picture = picture_of(proof->edition, photo);
	g_autofree char *id = g_strdup_printf("photo-%d", number);

	html_open(html, "figure", "class", "card photo", "id", id, "tabindex", "-1", NULL);
	if (whole != NULL) {
		g_autofree char *width = g_strdup_printf("%d", whole->width_px);
		g_autofree char *height = g_strdup_printf("%d", whole->height_px);
		html_open(html, "div", "class", picture != NULL ? "whole pick" : "whole", NULL);
		html_single(html, "img", "src", whole->file, "width", width, "height", height, "loading",
			    "lazy", "alt", picture != NULL ? picture->alt : "", NULL);
		write_overlay(html, photo, picture);
		html_close(html);
	}
	write_facts(html, proof, photo);
	if (picture != NULL)
		write_slips(html, proof->edition, photo, picture);
	html_close(html);
}

void crop_write_missing(struct html *html, const struct proof *proof, const struct picture *picture)
{
	html_open(html, "figure", "class", "photo missing", NULL);
	html_open(html, "div", "class", "placeholder", NULL);
	html_line(html, "strong", "No photograph", NULL);
	html_open(html, "span", NULL);
	html_format(html, "%s cannot be used (%s, line %d). The page is set without it.", picture->file,
		    picture->place.file, picture->place.line);
	html_close(html);
	html_close(html);
	if (picture->caption.text != NULL)
		html_line(html, "figcaption", picture->caption.text, NULL);
	html_close(html);
}
