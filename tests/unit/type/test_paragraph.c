/* Copy is set whole, in order, to the measure, and Vietnamese without a fault. */
#include "type_case.h"

static const char prose[] = "The controversial maintenance backlog affects three million households in the "
			    "ferry terminal, according to "
			    "the museum’s board of trustees. “We have never seen anything like this "
			    "infrastructure before,” said Trần Quốc "
			    "Tuấn, an economist in Cần Thơ. The court announced the application and ordered "
			    "the electricity regulator to "
			    "publish its calculations within at least nine days, and officials declined to "
			    "say whether it had been welcomed.";

static const char vietnamese_letters[] =
	"aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
	"AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ";

/* ---- nothing is lost ---- */

/* All lines with their end spaces and without our hyphens are the copy again. */
static char *read_back(const struct paragraph *paragraph, const struct setting *setting,
		       const struct measure *measure)
{
	GString *text = g_string_new(NULL);

	for (int i = 0; i < setting->lines; i++) {
		struct set_line *line = paragraph_line(paragraph, setting, measure, i);
		g_autofree char *words = line_text(line, SET_HYPHEN);

		g_string_append(text, words);
		set_line_free(line);
	}
	return g_string_free(text, FALSE);
}

static void test_every_word_in_order(struct type_case *c, gconstpointer unused)
{
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", prose);
	const struct settings *settings = paragraph_settings(paragraph, &c->column);

	g_assert_cmpint(settings->count, >, 1);
	for (int i = 0; i < settings->count; i++) {
		g_autofree char *text = read_back(paragraph, &settings->by_lines[i], &c->column);

		g_assert_cmpstr(text, ==, prose);
	}
	g_assert_cmpstr(paragraph_text(paragraph), ==, prose);
	paragraph_free(paragraph);
}

static void assert_glyphs_cover(const struct set_run *run)
{
	int at = 0;

	for (guint i = 0; i < run->glyphs->len; i++) {
		const struct set_glyph *glyph = &g_array_index(run->glyphs, struct set_glyph, i);

		g_assert_cmpuint(glyph->id, !=, 0);
		if (glyph->text_length == 0)
			continue;
		g_assert_cmpint(glyph->text_start, ==, at);
		at += glyph->text_length;
	}
	g_assert_cmpint(at, ==, (int)strlen(run->text));
}

static void test_glyphs_stand_for_their_text(struct type_case *c, gconstpointer unused)
{
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", prose);
	const struct settings *settings = paragraph_settings(paragraph, &c->column);

	for (int i = 0; i < settings_best(settings)->lines; i++) {
		struct set_line *line = paragraph_line(paragraph, settings_best(settings), &c->column, i);

		for (guint k = 0; k < line->runs->len; k++)
			assert_glyphs_cover(g_ptr_array_index(line->runs, k));
		set_line_free(line);
	}
	paragraph_free(paragraph);
}

/* ---- the measure ---- */

static fix right_edge(const struct set_line *line)
{
	fix edge = 0;

	for (guint i = 0; i < line->runs->len; i++) {
		const struct set_run *run = g_ptr_array_index(line->runs, i);
		const struct set_glyph *last =
			&g_array_index(run->glyphs, struct set_glyph, run->glyphs->len - 1);

		if (!(run->flags & SET_LINE_END_SPACE))
			edge = last->x + last->advance;
	}
	return edge;
}

static void test_lines_fill_the_measure(struct type_case *c, gconstpointer unused)
{
	struct paragraph *paragraph;
	const struct settings *settings;

	c->body.hang = 0;
	paragraph = type_case_set(c, &c->body, "en", prose);
	settings = paragraph_settings(paragraph, &c->column);
	for (int i = 0; i + 1 < settings_best(settings)->lines; i++) {
		struct set_line *line = paragraph_line(paragraph, settings_best(settings), &c->column, i);

		g_assert_true(line->full);
		g_assert_cmpint(ABS(right_edge(line) - c->column.width), <=, 4);
		g_assert_cmpint(ABS(line->width - c->column.width), <=, 4);
		g_assert_cmpint(line->space_em, >, 100);
		set_line_free(line);
	}
	paragraph_free(paragraph);
}

static void test_marks_hang(struct type_case *c, gconstpointer unused)
{
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", prose);
	const struct settings *settings = paragraph_settings(paragraph, &c->column);
	int hung = 0;

	for (int i = 0; i + 1 < settings_best(settings)->lines; i++) {
		struct set_line *line = paragraph_line(paragraph, settings_best(settings), &c->column, i);

		g_assert_cmpint(ABS(line->width - c->column.width), <=, 4);
		hung += right_edge(line) > c->column.width + FIX_PT / 2;
		g_assert_cmpint(right_edge(line), <, c->column.width + 3 * FIX_PT);
		set_line_free(line);
	}
	g_assert_cmpint(hung, >, 0);
	paragraph_free(paragraph);
}

static void test_narrow_lines(struct type_case *c, gconstpointer unused)
{
	struct measure beside = {.width = COLUMN, .narrow_lines = 2, .narrow_by = 30 * FIX_PT};
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", prose);
	const struct settings *settings = paragraph_settings(paragraph, &beside);

	for (int i = 0; i < 3; i++) {
		struct set_line *line = paragraph_line(paragraph, settings_best(settings), &beside, i);
		const struct set_run *run = g_ptr_array_index(line->runs, 0);
		fix left = g_array_index(run->glyphs, struct set_glyph, 0).x;

		g_assert_cmpint(ABS(left - (i < 2 ? 30 * FIX_PT : 0)), <, 4 * FIX_PT);
		g_assert_cmpint(right_edge(line), <, COLUMN + 3 * FIX_PT);
		set_line_free(line);
	}
	paragraph_free(paragraph);
}

static void test_alignment(struct type_case *c, gconstpointer unused)
{
	enum style_align aligns[] = {ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT};

	c->headline.hang = 0;
	for (int i = 0; i < 3; i++) {
		c->headline.align = aligns[i];
		struct paragraph *paragraph = type_case_set(c, &c->headline, "en", "Ferry");
		struct measure wide = {.width = 400 * FIX_PT};
		const struct settings *settings = paragraph_settings(paragraph, &wide);
		struct set_line *line = paragraph_line(paragraph, &settings->by_lines[0], &wide, 0);
		fix right = right_edge(line), slack = wide.width - paragraph_natural_width(paragraph);

		g_assert_cmpint(settings->count, ==, 1);
		g_assert_cmpint(ABS(right - paragraph_natural_width(paragraph) - slack * i / 2), <, 8);
		g_assert_false(line->full);
		set_line_free(line);
		paragraph_free(paragraph);
	}
}

/* A ragged text gives its last line words, where it can: one alone on it looks forgotten. */
static void test_ragged_last_line(struct type_case *c, gconstpointer unused)
{
	struct measure measure = {0};

	c->headline.hang = 0;
	struct paragraph *paragraph =
		type_case_set(c, &c->headline, "en", "The council votes to open the old harbour on Sunday");
	measure.width = paragraph_natural_width(paragraph) - 20 * FIX_PT;
	const struct settings *settings = paragraph_settings(paragraph, &measure);
	const struct setting *best = &settings->by_lines[settings->best];

	g_assert_cmpint(best->lines, ==, 2);
	g_assert_cmpint(paragraph_extents(paragraph, best, &measure)[1].width, >=, measure.width / 5);
	paragraph_free(paragraph);
}

/* ---- hyphens and ends of lines ---- */

static void test_line_ends(struct type_case *c, gconstpointer unused)
{
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", prose);
	const struct settings *settings = paragraph_settings(paragraph, &c->column);

	for (int s = 0; s < settings->count; s++) {
		const struct setting *setting = &settings->by_lines[s];
		int run = 0;

		for (int i = 0; i < setting->lines; i++) {
			struct set_line *line = paragraph_line(paragraph, setting, &c->column, i);
			const struct set_run *last = g_ptr_array_index(line->runs, line->runs->len - 1);

			g_assert_cmpint(line->hyphenated, ==, setting->hyphenated[i]);
			g_assert_cmpint(line->last, ==, i == setting->lines - 1);
			g_assert_cmpuint(last->flags, ==,
					 line->last ? 0
						    : (line->hyphenated ? SET_HYPHEN : SET_LINE_END_SPACE));
			run = line->hyphenated ? run + 1 : 0;
			g_assert_cmpint(run, <=, 2);
			set_line_free(line);
		}
	}
	paragraph_free(paragraph);
}

static void test_legs(struct type_case *c, gconstpointer unused)
{
	guint8 hyphenated[] = {0, 0, 1, 0, 0};
	struct setting setting = {.lines = 5, .hyphenated = hyphenated};
	gboolean expected[] = {FALSE, TRUE, FALSE, FALSE, TRUE};

	for (int i = 0; i < 5; i++)
		g_assert_cmpint(setting_leg_may_end(&setting, i, 2), ==, expected[i]);
}

/* A hyphen inside a ligature takes it apart: of-ficial, not offi-cial only. */
static void test_ligature_divides(struct type_case *c, gconstpointer unused)
{
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", "the affects here");
	gboolean divided = FALSE;

	for (fix width = 20 * FIX_PT; width < 60 * FIX_PT; width += FIX_PT) {
		struct measure narrow = {.width = width};
		const struct settings *settings = paragraph_settings(paragraph, &narrow);

		for (int i = 0; i < settings->count; i++) {
			g_autofree char *lines = setting_text(paragraph, &settings->by_lines[i], &narrow);
			g_autofree char *whole = read_back(paragraph, &settings->by_lines[i], &narrow);

			divided = divided || strstr(lines, "af-/fects") != NULL;
			g_assert_cmpstr(whole, ==, "the affects here");
		}
	}
	g_assert_true(divided);
	paragraph_free(paragraph);
}

static void test_soft_hyphen(struct type_case *c, gconstpointer unused)
{
	struct measure narrow = {.width = 40 * FIX_PT};
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", "Xyz Westmin\302\255ster abc");
	const struct settings *settings = paragraph_settings(paragraph, &narrow);
	g_autofree char *lines = setting_text(paragraph, settings_best(settings), &narrow);

	g_assert_cmpstr(paragraph_text(paragraph), ==, "Xyz Westminster abc");
	g_assert_nonnull(strstr(lines, "Westmin-/ster"));
	paragraph_free(paragraph);
}

static void test_vietnamese_is_not_hyphenated(struct type_case *c, gconstpointer unused)
{
	static const char text[] =
		"Ủy ban nhân dân thành phố cảnh báo khoản đầu tư nghiêng về phía đường sắt đô thị, trách "
		"nhiệm "
		"thuộc về những người quản lý chương trình nghiên cứu phường Thượng Thanh.";
	struct measure narrow = {.width = 60 * FIX_PT};
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", text);
	const struct settings *settings = paragraph_settings(paragraph, &narrow);

	for (int i = 0; i < settings_best(settings)->lines; i++)
		g_assert_false(settings_best(settings)->hyphenated[i]);
	paragraph_free(paragraph);
}

/* ---- turns, blanks, oddities ---- */

static void test_forced_turns(struct type_case *c, gconstpointer unused)
{
	struct measure wide = {.width = 600 * FIX_PT};
	struct paragraph *paragraph =
		type_case_set(c, &c->headline, "en", "Ferry link\nopens early \n after all");

	for (int by_sense = 0; by_sense < 2; by_sense++) {
		const struct settings *settings = by_sense ? paragraph_settings_by_sense(paragraph, &wide)
							   : paragraph_settings(paragraph, &wide);
		g_autofree char *lines = setting_text(paragraph, settings_best(settings), &wide);

		g_assert_cmpstr(lines, ==, "Ferry link/opens early/after all");
	}
	paragraph_free(paragraph);
}

static void assert_set_somehow(struct type_case *c, const char *text)
{
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", text);
	const struct settings *settings = paragraph_settings(paragraph, &c->column);

	g_assert_cmpint(settings->count, >, 0);
	for (int i = 0; i < settings_best(settings)->lines; i++)
		set_line_free(paragraph_line(paragraph, settings_best(settings), &c->column, i));
	paragraph_free(paragraph);
}

static void test_oddities(struct type_case *c, gconstpointer unused)
{
	g_autofree char *long_word = g_strnfill(1000, 'x');
	g_autofree char *turns = g_strnfill(200, '\n');
	g_autofree char *spaces = g_strnfill(200, ' ');
	GString *joiners = g_string_new("a");

	for (int i = 0; i < 3000; i++)
		g_string_append(joiners, "\342\200\213");
	assert_set_somehow(c, "");
	assert_set_somehow(c, " ");
	assert_set_somehow(c, "\n");
	assert_set_somehow(c, "a");
	assert_set_somehow(c, long_word);
	assert_set_somehow(c, turns);
	assert_set_somehow(c, spaces);
	assert_set_somehow(c, joiners->str);
	assert_set_somehow(c, "a\001b\342\200\256c\t\tשלום b");
	assert_set_somehow(
		c, "https://example.org/a/very/long/address/that-is-wider/than-the-column/index.html?q=1");
	assert_set_somehow(c, "not \377 UTF-8");
	g_string_free(joiners, TRUE);
}

static void test_narrow_measures(struct type_case *c, gconstpointer unused)
{
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", prose);

	for (fix width = 1; width < 100 * FIX_PT; width = width * 3 + 1) {
		struct measure narrow = {
			.width = width, .indent = 9 * FIX_PT, .narrow_lines = 2, .narrow_by = 30 * FIX_PT};
		const struct settings *settings = paragraph_settings(paragraph, &narrow);
		g_autofree char *text = read_back(paragraph, settings_best(settings), &narrow);

		/* A word that is broken anywhere has no space to be read back with, but no letter is lost. */
		g_assert_cmpstr(text, ==, prose);
	}
	paragraph_free(paragraph);
}

static void test_very_long(struct type_case *c, gconstpointer unused)
{
	GString *text = g_string_new(NULL);

	for (int i = 0; i < 60; i++)
		g_string_append_printf(text, "%s%s", i > 0 ? " " : "", prose);
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", text->str);
	const struct settings *settings = paragraph_settings(paragraph, &c->column);
	const struct setting *best = settings_best(settings);
	struct set_line *line = paragraph_line(paragraph, best, &c->column, best->lines - 1);
	const struct set_run *run = g_ptr_array_index(line->runs, 0);

	g_assert_cmpint(best->stage, <, 3);
	g_assert_cmpint(run->place.column, ==,
			1 + (int)(g_utf8_strlen(text->str, -1) - g_utf8_strlen(run->text, -1)));
	set_line_free(line);
	paragraph_free(paragraph);
	g_string_free(text, TRUE);
}

static void test_overlong_word_is_divided(struct type_case *c, gconstpointer unused)
{
	struct paragraph *paragraph =
		type_case_set(c, &c->body, "en", "Donaudampfschifffahrtsgesellschaftskapitaensmuetze");
	const struct settings *settings = paragraph_settings(paragraph, &c->column);

	g_assert_cmpint(settings_best(settings)->lines, >, 1);
	g_assert_cmpint(settings_best(settings)->stage, ==, 3);
	paragraph_free(paragraph);
}

static void test_kept_run(struct type_case *c, gconstpointer unused)
{
	struct text_run runs[] = {
		{.text = "The address is ", .font = "body", .language = "en"},
		{.text = "number twenty-five", .font = "body", .language = "en", .keep = TRUE},
		{.text = " as before and after it", .font = "body", .language = "en"},
	};
	struct paragraph *paragraph = paragraph_new(c->typesetter, &c->body, runs, 3);

	for (fix width = 75 * FIX_PT; width < 140 * FIX_PT; width += 3 * FIX_PT) {
		struct measure measure = {.width = width};
		const struct settings *settings = paragraph_settings(paragraph, &measure);
		g_autofree char *lines = setting_text(paragraph, settings_best(settings), &measure);

		g_assert_nonnull(strstr(lines, "number twenty-five"));
	}
	paragraph_free(paragraph);
}

static void test_runs(struct type_case *c, gconstpointer unused)
{
	struct text_run runs[] = {
		{.text = "Plain and ", .font = "body", .language = "en", .place = place_in("story.md", 3, 1)},
		{.text = "slanted",
		 .font = "body-italic",
		 .language = "en",
		 .link = "https://example.org",
		 .place = place_in("story.md", 3, 12)},
		{.text = " again", .font = "body", .language = "en", .place = place_in("story.md", 3, 20)},
	};
	struct paragraph *paragraph = paragraph_new(c->typesetter, &c->body, runs, 3);
	const struct settings *settings = paragraph_settings(paragraph, &c->column);
	struct set_line *line = paragraph_line(paragraph, settings_best(settings), &c->column, 0);

	g_assert_cmpuint(line->runs->len, ==, 3);
	const struct set_run *slanted = g_ptr_array_index(line->runs, 1);

	g_assert_cmpstr(slanted->text, ==, "slanted");
	g_assert_cmpstr(slanted->face->role, ==, "body-italic");
	g_assert_cmpstr(slanted->link, ==, "https://example.org");
	g_assert_cmpint(slanted->place.column, ==, 12);
	set_line_free(line);
	paragraph_free(paragraph);
}

/* ---- Vietnamese ---- */

/* One glyph a letter, each with its letter, none of them a box. */
static void assert_letters(struct type_case *c, const struct text_style *style, const char *letters)
{
	struct measure wide = {.width = FIX_MAX / 4};
	struct paragraph *paragraph = type_case_set(c, style, "vi", vietnamese_letters);
	const struct settings *settings = paragraph_settings(paragraph, &wide);
	struct set_line *line = paragraph_line(paragraph, &settings->by_lines[0], &wide, 0);
	const struct set_run *run = g_ptr_array_index(line->runs, 0);

	g_assert_cmpuint(line->runs->len, ==, 1);
	g_assert_cmpstr(run->text, ==, letters);
	assert_glyphs_cover(run);
	g_assert_cmpint(line->ink_top, >, style->size);
	g_assert_cmpint(line->ink_bottom, >, fix_scale(style->size, 150, 1000));
	set_line_free(line);
	paragraph_free(paragraph);
}

/* In every face that is pinned: as they are, and in capitals. */
static void test_every_letter(struct type_case *c, gconstpointer unused)
{
	g_autofree char *capitals = g_utf8_strup(vietnamese_letters, -1);

	g_assert_cmpint(g_utf8_strlen(vietnamese_letters, -1), ==, 2 * (89));
	g_assert_cmpint(fontbook_count(c->book), >=, 3);
	for (int i = 0; i < fontbook_count(c->book); i++) {
		c->body.font = fontbook_face_at(c->book, i)->role;
		c->body.letter_case = CASE_AS_WRITTEN;
		assert_letters(c, &c->body, vietnamese_letters);
		c->body.letter_case = CASE_UPPER;
		assert_letters(c, &c->body, capitals);
	}
	g_assert_cmpuint(c->diag->messages->len, ==, 0);
}

static void assert_same_lines(const struct set_line *a, const struct set_line *b)
{
	g_assert_cmpuint(a->runs->len, ==, b->runs->len);
	for (guint i = 0; i < a->runs->len; i++) {
		const struct set_run *one = g_ptr_array_index(a->runs, i),
				     *other = g_ptr_array_index(b->runs, i);

		g_assert_cmpstr(one->text, ==, other->text);
		g_assert_cmpmem(one->glyphs->data, one->glyphs->len * sizeof(struct set_glyph),
				other->glyphs->data, other->glyphs->len * sizeof(struct set_glyph));
	}
}

static void test_nfd_is_nfc(struct type_case *c, gconstpointer unused)
{
	static const char text[] = "Nguyễn Thị Hồng Hạnh ở phường Thượng Thanh kể về những chuyến đò Ấ Ỗ Ễ ỵ "
				   "ự giữa mùa nước nổi.";
	g_autofree char *decomposed = g_utf8_normalize(text, -1, G_NORMALIZE_NFD);
	struct paragraph *one = type_case_set(c, &c->body, "vi", text),
			 *other = type_case_set(c, &c->body, "vi", decomposed);
	const struct settings *settings = paragraph_settings(one, &c->column),
			      *again = paragraph_settings(other, &c->column);

	g_assert_cmpstr(decomposed, !=, text);
	g_assert_cmpstr(paragraph_text(other), ==, text);
	g_assert_cmpint(settings_best(settings)->lines, ==, settings_best(again)->lines);
	for (int i = 0; i < settings_best(settings)->lines; i++) {
		struct set_line *a = paragraph_line(one, settings_best(settings), &c->column, i);
		struct set_line *b = paragraph_line(other, settings_best(again), &c->column, i);

		assert_same_lines(a, b);
		set_line_free(a);
		set_line_free(b);
	}
	paragraph_free(one);
	paragraph_free(other);
}

/* ---- letters that the font lacks ---- */

static void test_missing_letter(struct type_case *c, gconstpointer unused)
{
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", "Tokyo 東 again");
	const struct diag_message *message;

	g_assert_cmpuint(c->diag->messages->len, ==, 1);
	message = g_ptr_array_index(c->diag->messages, 0);
	g_assert_cmpint(message->code, ==, DIAG_GLYPH_MISSING);
	g_assert_cmpint(message->place.line, ==, 7);
	g_assert_cmpint(message->place.column, ==, 7);
	g_assert_nonnull(strstr(message->text, "U+6771"));
	g_assert_nonnull(strstr(message->text, "東"));
	g_assert_nonnull(strstr(message->text, "NotoSerif-SemiCondensed.ttf"));
	const struct settings *settings = paragraph_settings(paragraph, &c->column);
	struct set_line *line = paragraph_line(paragraph, settings_best(settings), &c->column, 0);

	assert_glyphs_cover(g_ptr_array_index(line->runs, 0));
	set_line_free(line);
	paragraph_free(paragraph);
	/* Told again where it stands again. */
	paragraph_free(type_case_set(c, &c->body, "en", "東"));
	g_assert_cmpuint(c->diag->messages->len, ==, 2);
}

static void test_minus(struct type_case *c, gconstpointer unused)
{
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", "at \342\210\2225 degrees");

	g_assert_cmpstr(paragraph_text(paragraph), ==, "at –5 degrees");
	g_assert_cmpuint(c->diag->messages->len, ==, 1);
	const struct diag_message *message = g_ptr_array_index(c->diag->messages, 0);

	g_assert_cmpint(message->code, ==, DIAG_TYPOGRAPHY_CHANGED);
	paragraph_free(paragraph);
}

/* ---- style ---- */

static void test_upper_case(struct type_case *c, gconstpointer unused)
{
	c->body.letter_case = CASE_UPPER;
	struct paragraph *paragraph = type_case_set(c, &c->body, "vi", "Đường phố, groß");

	g_assert_cmpstr(paragraph_text(paragraph), ==, "ĐƯỜNG PHỐ, GROSS");
	paragraph_free(paragraph);
}

/* The glyphs of a text on one line, as numbers. Caller unrefs. */
static GArray *glyph_ids(struct type_case *c, const char *text)
{
	struct measure wide = {.width = FIX_MAX / 4};
	struct paragraph *paragraph = type_case_set(c, &c->body, "vi", text);
	const struct settings *settings = paragraph_settings(paragraph, &wide);
	struct set_line *line = paragraph_line(paragraph, &settings->by_lines[0], &wide, 0);
	GArray *ids = g_array_new(FALSE, FALSE, sizeof(uint32_t));

	for (guint r = 0; r < line->runs->len; r++) {
		const struct set_run *run = g_ptr_array_index(line->runs, r);

		for (guint g = 0; g < run->glyphs->len; g++)
			g_array_append_val(ids, g_array_index(run->glyphs, struct set_glyph, g).id);
	}
	set_line_free(line);
	paragraph_free(paragraph);
	return ids;
}

/* Every glyph of one is another in the other. */
static void assert_all_differ(const GArray *one, const GArray *other)
{
	g_assert_cmpuint(one->len, ==, other->len);
	for (guint i = 0; i < one->len; i++)
		g_assert_cmpuint(g_array_index(one, uint32_t, i), !=, g_array_index(other, uint32_t, i));
}

static fix width_of(struct type_case *c, const char *text)
{
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", text);
	fix width = paragraph_natural_width(paragraph);

	paragraph_free(paragraph);
	return width;
}

static void test_figures(struct type_case *c, gconstpointer unused)
{
	g_autoptr(GArray) lining = glyph_ids(c, "0123456789");

	c->body.figures = FIGURES_OLD_STYLE;
	g_autoptr(GArray) old_style = glyph_ids(c, "0123456789");

	assert_all_differ(lining, old_style);
	c->body.figures = FIGURES_TABULAR;
	g_assert_cmpint(width_of(c, "1711"), ==, width_of(c, "8888"));
	g_assert_cmpint(width_of(c, "1,171.1"), ==, width_of(c, "8,888.8"));
}

/* The copy stays as it is for search; a text with a letter that has no small capital is set as written,
   and told. */
static void test_small_capitals(struct type_case *c, gconstpointer unused)
{
	g_autoptr(GArray) plain = glyph_ids(c, "newspaper"), vietnamese = glyph_ids(c, "người Huế");

	c->body.letter_case = CASE_SMALL_CAPS;
	g_autoptr(GArray) small = glyph_ids(c, "newspaper");

	assert_all_differ(plain, small);
	g_assert_cmpuint(c->diag->messages->len, ==, 0);
	g_autoptr(GArray) as_written = glyph_ids(c, "người Huế"), again = glyph_ids(c, "người Huế");

	g_assert_cmpmem(as_written->data, as_written->len * sizeof(uint32_t), vietnamese->data,
			vietnamese->len * sizeof(uint32_t));
	g_assert_cmpuint(again->len, ==, as_written->len);
	g_assert_cmpuint(c->diag->messages->len, ==, 1);
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", "newspaper");

	g_assert_cmpstr(paragraph_text(paragraph), ==, "newspaper");
	paragraph_free(paragraph);
}

static void test_ligatures_and_kerning(struct type_case *c, gconstpointer unused)
{
	g_autoptr(GArray) tied = glyph_ids(c, "ffi");

	g_assert_cmpuint(tied->len, ==, 1);
	c->body.ligatures = FALSE;
	g_autoptr(GArray) loose = glyph_ids(c, "ffi");

	g_assert_cmpuint(loose->len, ==, 3);
	/* Tracking parts ligatures too. */
	c->body.ligatures = TRUE;
	c->body.tracking = FIX_PT;
	g_autoptr(GArray) tracked = glyph_ids(c, "ffi");

	g_assert_cmpuint(tracked->len, ==, 3);
	c->body.tracking = 0;
	g_assert_cmpint(width_of(c, "AV"), <, width_of(c, "A") + width_of(c, "V"));
	g_assert_cmpint(width_of(c, "Tờ"), <, width_of(c, "T") + width_of(c, "ờ"));
}

static void test_tracking(struct type_case *c, gconstpointer unused)
{
	struct paragraph *plain = type_case_set(c, &c->body, "en", "fifty");
	fix width = paragraph_natural_width(plain);

	paragraph_free(plain);
	c->body.ligatures = FALSE;
	plain = type_case_set(c, &c->body, "en", "abcde");
	width = paragraph_natural_width(plain);
	paragraph_free(plain);
	c->body.tracking = FIX_PT;
	struct paragraph *tracked = type_case_set(c, &c->body, "en", "abcde");

	g_assert_cmpint(paragraph_natural_width(tracked), ==, width + 4 * FIX_PT);
	paragraph_free(tracked);
}

static void test_unknown_role(struct type_case *c, gconstpointer unused)
{
	c->body.font = "no-such-role";
	struct paragraph *paragraph = type_case_set(c, &c->body, "en", "Set all the same");

	g_assert_cmpint(paragraph_natural_width(paragraph), >, 0);
	paragraph_free(paragraph);
}

/* ---- headlines ---- */

static void assert_headline(struct type_case *c, const char *language, const char *text, double width,
			    int lines, const char *expected)
{
	struct measure measure = {.width = fix_from_pt(width)};
	struct paragraph *paragraph = type_case_set(c, &c->headline, language, text);
	const struct settings *settings = paragraph_settings_by_sense(paragraph, &measure);
	const struct setting *setting = settings_with(settings, lines);

	g_assert_nonnull(setting);
	g_autofree char *found = setting_text(paragraph, setting, &measure);

	g_assert_cmpstr(found, ==, expected);
	paragraph_free(paragraph);
}

static void test_headlines(struct type_case *c, gconstpointer unused)
{
	assert_headline(c, "en", "Why the new tram line was postponed", 290, 2,
			"Why the new tram line/was postponed");
	assert_headline(c, "en", "Residents of Huế wait for the bridge to open", 300, 2,
			"Residents of Huế wait/for the bridge to open");
	assert_headline(c, "vi", "Buôn Ma Thuột sau cơn lũ dữ", 290, 2, "Buôn Ma Thuột/sau cơn lũ dữ");
	assert_headline(c, "en", "Drought", 290, 1, "Drought");
	/* Nothing of a headline is hyphenated while it fits. */
	c->headline.hyphenate = TRUE;
	assert_headline(c, "en", "Environmental disagreement", 220, 2, "Environmental/disagreement");
}

int main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	TYPE_TEST("/paragraph/every-word", test_every_word_in_order);
	TYPE_TEST("/paragraph/glyph-text", test_glyphs_stand_for_their_text);
	TYPE_TEST("/paragraph/measure", test_lines_fill_the_measure);
	TYPE_TEST("/paragraph/marks-hang", test_marks_hang);
	TYPE_TEST("/paragraph/narrow-lines", test_narrow_lines);
	TYPE_TEST("/paragraph/alignment", test_alignment);
	TYPE_TEST("/paragraph/ragged-last-line", test_ragged_last_line);
	TYPE_TEST("/paragraph/line-ends", test_line_ends);
	TYPE_TEST("/paragraph/legs", test_legs);
	TYPE_TEST("/paragraph/ligature-divides", test_ligature_divides);
	TYPE_TEST("/paragraph/soft-hyphen", test_soft_hyphen);
	TYPE_TEST("/paragraph/vietnamese-whole", test_vietnamese_is_not_hyphenated);
	TYPE_TEST("/paragraph/forced-turns", test_forced_turns);
	TYPE_TEST("/paragraph/oddities", test_oddities);
	TYPE_TEST("/paragraph/narrow-measures", test_narrow_measures);
	TYPE_TEST("/paragraph/very-long", test_very_long);
	TYPE_TEST("/paragraph/overlong-word", test_overlong_word_is_divided);
	TYPE_TEST("/paragraph/kept-run", test_kept_run);
	TYPE_TEST("/paragraph/runs", test_runs);
	TYPE_TEST("/paragraph/every-letter", test_every_letter);
	TYPE_TEST("/paragraph/nfd", test_nfd_is_nfc);
	TYPE_TEST("/paragraph/missing-letter", test_missing_letter);
	TYPE_TEST("/paragraph/minus", test_minus);
	TYPE_TEST("/paragraph/upper-case", test_upper_case);
	TYPE_TEST("/style/figures", test_figures);
	TYPE_TEST("/style/small-capitals", test_small_capitals);
	TYPE_TEST("/style/ligatures-and-kerning", test_ligatures_and_kerning);
	TYPE_TEST("/paragraph/tracking", test_tracking);
	TYPE_TEST("/paragraph/unknown-role", test_unknown_role);
	TYPE_TEST("/paragraph/headlines", test_headlines);
	return g_test_run();
}
