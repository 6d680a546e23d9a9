/*
 * sample_paper.h - two pages with everything that a page can carry
 */
#ifndef TESTS_PAINT_SAMPLE_PAPER_H
#define TESTS_PAINT_SAMPLE_PAPER_H

#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

#include "paint/painter.h"
#include "stick.h"

static const char sample_body[] =
	"The cross\u00ADing from @Đồ @Bài to @Cát @Bà takes twen\u00ADty min\u00ADutes from to\u00ADday, "
	"less than "
	"half of what it took last sum\u00ADmer, and the first of the four fer\u00ADries left full. “We "
	"wait\u00ADed "
	"eight years for this,” said @Nguyễn @Thu @Hà, who sells sea\u00ADfood in the mar\u00ADket and has "
	"made the "
	"jour\u00ADney ev\u00ADery week since she was a girl. The pro\u00ADvin\u00ADcial "
	"au\u00ADthor\u00ADit\u00ADies ex\u00ADpect a third more vis\u00ADit\u00ADors by the end of the "
	"first full "
	"sea\u00ADson, and have asked ho\u00ADtels to pub\u00ADlish their prices. @Quần @đảo @Cát @Bà @được "
	"@UNESCO "
	"@công @nhận has 366 is\u00ADlands, and its peo\u00ADple know what more boats can mean. "
	"Of\u00ADfi\u00ADcials fled an af\u00ADfable buf\u00ADfalo; the fin\u00ADest waf\u00ADfles in the "
	"of\u00ADfice suf\u00ADfice.";

static const char sample_vietnamese[] =
	"Sáng nay, chuyến phà đầu tiên rời bến Đồ Bài lúc sáu giờ. Người dân xếp hàng từ năm giờ sáng, nhiều "
	"gia đình mang theo xe máy và hàng hoá. Ông Trần Quang Hưng nói rằng việc đi lại giữa hai bờ sẽ "
	"thuận "
	"tiện hơn, nhất là vào mùa mưa bão. Ẳng ỗng Ễ ỵ Ữ ở đây chỉ để thử dấu.";

static inline GBytes *sample_jpeg(int width, int height, int components)
{
	struct jpeg_compress_struct jpeg;
	struct jpeg_error_mgr errors;
	unsigned char *bytes = NULL;
	unsigned long length = 0;
	jpeg.err = jpeg_std_error(&errors);
	jpeg_create_compress(&jpeg);
	jpeg_mem_dest(&jpeg, &bytes, &length);
	jpeg.image_width = (JDIMENSION)width;
	jpeg.image_height = (JDIMENSION)height;
	jpeg.input_components = components;
	jpeg.in_color_space = components == 1 ? JCS_GRAYSCALE : JCS_RGB;
	jpeg_set_defaults(&jpeg);
	jpeg_set_quality(&jpeg, 85, TRUE);
	jpeg_start_compress(&jpeg, TRUE);
	g_autofree JSAMPLE *row = g_malloc((gsize)(width * components));
	for (int y = 0; y < height; y++) {
		for (int x = 0; x < width * components; x++)
			row[x] = (JSAMPLE)(x / components * 200 / width +
					   (x % components == 2 ? y * 55 / height : 20));
		jpeg_write_scanlines(&jpeg, &row, 1);
	}
	jpeg_finish_compress(&jpeg);
	jpeg_destroy_compress(&jpeg);
	GBytes *copy = g_bytes_new(bytes, length);
	free(bytes);
	return copy;
}

static inline GBytes *sample_pixels(int width, int height)
{
	guint8 *pixels = g_malloc((gsize)(width * height * 3));
	for (int i = 0; i < width * height; i++) {
		int x = i % width, y = i / width;
		pixels[3 * i] = (guint8)(x * 255 / width);
		pixels[3 * i + 1] = (guint8)((x / 20 * 7 + y / 20 * 13) * 37 % 256);
		pixels[3 * i + 2] = (guint8)(y * 255 / height);
	}
	return g_bytes_new_take(pixels, (gsize)(width * height * 3));
}

static inline void sample_print_free(gpointer data)
{
	struct photo_print *print = data;
	g_bytes_unref(print->bytes);
	g_free(print);
}

static inline void sample_photo(struct stick *stick, GHashTable *prints, const char *file, struct rect box,
				const char *alt)
{
	struct page_photo *photo = &page_add(stick->page, ITEM_PHOTO)->photo;
	*photo = (struct page_photo){.box = box,
				     .file = g_strdup(file),
				     .part = PHOTO_WHOLE,
				     .width_px = 300,
				     .height_px = 200,
				     .story = stick->story};
	struct photo_print *print = g_new0(struct photo_print, 1);
	*print = (struct photo_print){
		.width_px = 300, .height_px = 200, .components = 3, .format = PRINT_JPEG};
	if (g_str_has_suffix(file, ".png")) {
		print->format = PRINT_PIXELS;
		print->bytes = sample_pixels(300, 200);
	} else {
		print->components = g_str_has_prefix(file, "grey") ? 1 : 3;
		print->bytes = sample_jpeg(300, 200, print->components);
	}
	g_hash_table_insert(prints, page_photo_key(photo), print);
}

static inline void sample_figure(struct stick *stick, GHashTable *prints, const char *file, const char *alt,
				 const char *caption)
{
	struct rect box = {stick->x, stick->y, stick->width, stick->width * 2 / 3};
	struct page_mark *mark = stick_open(stick, MARK_FIGURE, 0);
	mark->alt = g_strdup(alt);
	mark->box = box;
	sample_photo(stick, prints, file, box, alt);
	stick->y += box.height + stick->leading;
	if (caption != NULL) {
		stick_open(stick, MARK_CAPTION, 0);
		stick_style(stick, "sans", 7.5, 9);
		stick_copy(stick, caption);
		stick_close(stick);
	}
	stick_close(stick);
}

static inline void sample_folio(struct stick *stick, const char *text)
{
	page_add(stick->page, ITEM_MARK)->mark =
		(struct page_mark){.role = MARK_ARTIFACT, .label = g_strdup("header")};
	stick->x = fix_from_mm(12);
	stick->y = fix_from_mm(14);
	stick->width = fix_from_mm(256);
	stick_style(stick, "sans", 7.5, 9);
	stick_line(stick, text);
	stick_rule(stick, FIX_PT / 2);
	stick_close(stick);
}

static inline void sample_nameplate(struct stick *stick)
{
	stick_open(stick, MARK_FURNITURE, 0);
	stick->y = fix_from_mm(34);
	stick_style(stick, "headline-black", 44, 50);
	stick_line(stick, "The Red River Post");
	stick_close(stick);
}

static inline void sample_simple(struct stick *stick, enum mark_role role, int level, const char *font,
				 double size_pt, const char *text)
{
	stick_open(stick, role, level);
	stick_style(stick, font, size_pt, size_pt * 1.2);
	stick_copy(stick, text);
	stick_close(stick);
}

static inline void sample_index(struct stick *stick)
{
	stick_open(stick, MARK_FURNITURE, 0);
	stick_style(stick, "sans-bold", 9, 11);
	sample_simple(stick, MARK_PARAGRAPH, 0, "sans-bold", 9, "Inside");
	stick_open(stick, MARK_LIST, 0);
	for (int i = 0; i < 2; i++) {
		stick_open(stick, MARK_LIST_ITEM, 0);
		stick_open(stick, MARK_LINK, 0);
		stick_style(stick, "sans", 8, 20);
		struct rect box = stick_words(stick, i == 0 ? "Society 2" : "Xã hội 2");
		stick_link(stick, box, "#story/society/pha", "Society, page 2");
		stick->y += stick->leading;
		stick_close(stick);
		stick_close(stick);
	}
	stick_close(stick);
	stick_close(stick);
}

static inline void sample_table(struct stick *stick)
{
	static const char *const cells[3][2] = {{"Port", "Crossings"}, {"Đồ Bài", "24"}, {"Bến Bính", "8"}};
	fix left = stick->x;
	stick_open(stick, MARK_TABLE, 0);
	stick_style(stick, "sans", 8, 10);
	for (int row = 0; row < 3; row++) {
		stick_open(stick, MARK_ROW, 0);
		for (int column = 0; column < 2; column++) {
			stick_open(stick, row == 0 ? MARK_HEAD_CELL : MARK_CELL, 0);
			stick->x = left + column * fix_from_mm(24);
			stick_words(stick, cells[row][column]);
			stick_close(stick);
		}
		stick->x = left;
		stick->y += stick->leading;
		stick_close(stick);
	}
	stick_close(stick);
}

static inline void sample_list(struct stick *stick)
{
	stick_open(stick, MARK_LIST, 0);
	for (int i = 0; i < 2; i++) {
		stick_open(stick, MARK_LIST_ITEM, 0);
		stick_style(stick, "body", 8.5, 10.5);
		stick_open(stick, MARK_LIST_LABEL, 0)->label = g_strdup("•");
		stick_words(stick, "•");
		stick_close(stick);
		stick->x += 8 * FIX_PT;
		stick->width -= 8 * FIX_PT;
		stick_copy(stick,
			   i == 0 ? "Ferries leave every twenty minutes." : "Tickets are sold on the pier.");
		stick->x -= 8 * FIX_PT;
		stick->width += 8 * FIX_PT;
		stick_close(stick);
	}
	stick_close(stick);
}

/* A web address that runs over two lines. */
static inline void sample_web_link(struct stick *stick)
{
	stick_open(stick, MARK_PARAGRAPH, 0);
	stick_style(stick, "body-italic", 8.5, 10.5);
	stick_words(stick, "See ");
	fix left = stick->x;
	stick->x += stick_measure(stick, "See ");
	stick_open(stick, MARK_LINK, 0);
	stick->colour = 0x1f4e79;
	struct rect box = stick_words(stick, "the timetable of");
	stick_link(stick, box, "https://example.org/ferry?day=chủ nhật", "The timetable on example.org");
	stick->x = left;
	stick->y += stick->leading;
	box = stick_words(stick, "the port");
	stick_link(stick, box, "https://example.org/ferry?day=chủ nhật", "The timetable on example.org");
	stick->x += stick_measure(stick, "the port");
	stick_close(stick);
	stick->colour = 0;
	stick_words(stick, " for more.");
	stick->x = left;
	stick->y += stick->leading;
	stick_close(stick);
}

/* Letters apart, glyphs narrowed, marks that no letter has ready-made, a raised figure. */
static inline void sample_oddities(struct stick *stick)
{
	stick_open(stick, MARK_PARAGRAPH, 0);
	stick_style(stick, "body", 8.5, 10.5);
	stick->letters = FIX_PT / 8;
	stick_line(stick, "Letters a little apart, all along this line,");
	stick->letters = 0;
	stick->x_scale = 980;
	stick_line(stick, "and letters two per cent narrower, b\u0303 and x\u0323\u0302,");
	stick->x_scale = 1000;
	struct rect box = stick_words(stick, "and a square metre: m");
	fix left = stick->x;
	stick->x += box.width;
	stick->y -= 3 * FIX_PT;
	stick_words(stick, "2");
	stick->y += 3 * FIX_PT;
	stick->x = left;
	stick->y += stick->leading;
	stick_close(stick);
}

static inline void sample_turn(struct stick *stick, const char *text, const char *to)
{
	stick_open(stick, MARK_TURN, 0);
	stick_open(stick, MARK_LINK, 0);
	stick_style(stick, "sans-italic", 8, 10);
	stick_link(stick, stick_words(stick, text), to, text);
	stick_close(stick);
	stick_close(stick);
	stick->y += stick->leading;
}

static inline void sample_leg(struct stick *stick, int column, double top_mm, double foot_mm)
{
	stick->x = fix_from_mm(12 + column * 52);
	stick->y = fix_from_mm(top_mm);
	stick->foot = fix_from_mm(foot_mm);
	stick->width = fix_from_mm(48);
}

static inline void sample_front(struct stick *stick, GHashTable *prints, int *story, int *body, char **words,
				char ***rest)
{
	stick_page(stick, "1");
	sample_folio(stick, "Sunday, 22 November 2026 · No 4211");
	sample_nameplate(stick);
	sample_leg(stick, 4, 50, 390);
	sample_index(stick);
	stick_open(stick, MARK_SECTION, 0)->label = g_strdup("Front page");
	stick->story = g_intern_static_string("society/ferry-link");
	sample_leg(stick, 0, 50, 390);
	struct page_mark *mark = stick_open(stick, MARK_STORY, 0);
	mark->label = g_strdup("Ferry link to Cát Bà opens a month early");
	mark->language = g_intern_static_string("en");
	mark->url = g_strdup("https://example.org/ferry");
	*story = mark->id;
	stick_destination(stick, "story/society/ferry-link", stick->y);
	sample_simple(stick, MARK_KICKER, 0, "sans-bold", 8, "Transport");
	stick->width = fix_from_mm(152);
	stick->y += fix_from_pt(12);
	sample_simple(stick, MARK_HEADLINE, 1, "headline", 30, "Ferry link to @Cát @Bà opens a month early");
	stick->width = fix_from_mm(48);
	sample_simple(stick, MARK_STANDFIRST, 0, "headline-light", 11,
		      "Crossing time falls from 45 minutes to 20.");
	sample_simple(stick, MARK_BYLINE, 0, "sans", 8, "By @Nguyễn @Thu @Hà");
	sample_figure(stick, prints, "ferry.jpg", "A white car ferry pulls away from a concrete pier.",
		      "The first ferry leaves @Đồ @Bài pier. RRP, @Trần @An");
	*body = stick_open(stick, MARK_PARAGRAPH, 0)->id;
	stick_style(stick, "body", 8.5, 10.5);
	stick->foot = stick->y + 6 * stick->leading;
	*rest = stick_paragraph(stick, words);
	stick_close(stick);
	stick_open_again(stick, MARK_PARAGRAPH, *body);
	sample_leg(stick, 1, 80, 0);
	stick->foot = stick->y + 5 * stick->leading;
	*rest = stick_paragraph(stick, *rest);
	stick_close(stick);
	sample_turn(stick, "Continued on page 2", "#turn/society/ferry-link");
	stick_close(stick);
	stick_close(stick);
	stick->story = NULL;
	sample_leg(stick, 3, 200, 390);
	sample_figure(stick, prints, "grey-ad.jpg", "Advertisement: tea from Thái Nguyên.", NULL);
}

static inline void sample_inside(struct stick *stick, GHashTable *prints, int story, int body, char **rest)
{
	stick_page(stick, "2");
	sample_folio(stick, "2 · Society");
	stick->story = g_intern_static_string("society/ferry-link");
	stick_open_again(stick, MARK_STORY, story);
	sample_leg(stick, 0, 30, 390);
	stick_destination(stick, "turn/society/ferry-link", stick->y);
	sample_turn(stick, "From page 1", "#story/society/ferry-link");
	stick_open_again(stick, MARK_PARAGRAPH, body);
	stick_style(stick, "body", 8.5, 10.5);
	stick_paragraph(stick, rest);
	stick_close(stick);
	sample_simple(stick, MARK_CROSSHEAD, 2, "body-bold", 9.5, "More boats");
	sample_simple(stick, MARK_QUOTATION, 0, "body-italic", 8.5, "We waited eight years for this.");
	sample_list(stick);
	sample_table(stick);
	sample_web_link(stick);
	sample_oddities(stick);
	stick_close(stick);
	stick_open(stick, MARK_SECTION, 0)->label = g_strdup("Society");
	stick->story = g_intern_static_string("society/pha");
	sample_leg(stick, 2, 30, 390);
	struct page_mark *mark = stick_open(stick, MARK_STORY, 0);
	mark->label = g_strdup("Phà Cát Bà mở sớm một tháng");
	mark->language = stick->language = g_intern_static_string("vi");
	stick_destination(stick, "story/society/pha", stick->y);
	stick->y += fix_from_pt(20);
	sample_simple(stick, MARK_HEADLINE, 3, "headline", 22, "PHÀ CÁT BÀ MỞ SỚM, ẤN TƯỢNG ĐẸP");
	sample_simple(stick, MARK_PARAGRAPH, 0, "body", 8.5, sample_vietnamese);
	sample_figure(stick, prints, "chart.png", "Biểu đồ số chuyến phà mỗi ngày.",
		      "Số chuyến phà mỗi ngày");
	stick_close(stick);
	stick_close(stick);
	stick->language = g_intern_static_string("en");
	stick->story = NULL;
}

/* Prints are owned by the table that comes in empty. */
static inline struct paper *sample_paper(const struct fontbook *book, GHashTable *prints)
{
	struct paper *paper = paper_new();
	struct stick stick = {
		.book = book, .paper = paper, .x_scale = 1000, .language = g_intern_static_string("en")};
	int story, body;
	char **words = g_strsplit(sample_body, " ", -1), **rest;
	paper->title = g_strdup("The Red River Post, 22 November 2026, No 4211");
	paper->subject = g_strdup("Politics & Law, Society");
	paper->publisher = g_strdup("Công ty Báo Sông Hồng");
	paper->slug = g_strdup("red-river-post-2026-11-22");
	paper->language = g_intern_static_string("en");
	paper->year = 2026;
	paper->month = 11;
	paper->day = 22;
	paper->release = g_strdup("2026-11-22T05:00:00+07:00");
	sample_front(&stick, prints, &story, &body, words, &rest);
	sample_inside(&stick, prints, story, body, rest);
	stick_outline(&stick, 0, "Front page", "story/society/ferry-link");
	stick_outline(&stick, 1, "Ferry link to Cát Bà opens a month early", "story/society/ferry-link");
	stick_outline(&stick, 0, "Society", "story/society/pha");
	stick_outline(&stick, 1, "Phà Cát Bà mở sớm một tháng", "story/society/pha");
	g_strfreev(words);
	return paper;
}

static inline GHashTable *sample_prints(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, sample_print_free);
}

#endif
