/* A drawing of the page becomes zones. */
#include <string.h>

#include "design/design_reader.h"

struct drawing {
	struct design_reader *reader;
	struct page_template *template_;
	const struct yaml_node *map;
	GString *letters; /* columns × lines */
	GArray *places;	  /* struct place of each letter */
};

static const char *const furniture_words[] = {"nameplate", "ears",	   "index",   "teasers",
					      "folio",	   "section-head", "imprint", "corrections",
					      "weather",   "rates",	   "credits", NULL};

static void refuse(struct design_reader *reader, struct place place, const char *format, ...)
	G_GNUC_PRINTF(3, 4);

static void refuse(struct design_reader *reader, struct place place, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	g_autofree char *text = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	diag_add(reader->diag, DIAG_TEMPLATE_DRAWING, place, "%s", text);
	reader->failed = TRUE;
}

void template_free(gpointer data)
{
	struct page_template *template_ = data;

	for (guint i = 0; i < template_->zones->len; i++)
		g_free(g_array_index(template_->zones, struct zone, i).what);
	g_array_unref(template_->zones);
	g_ptr_array_unref(template_->labels);
	g_free(template_->name);
	g_free(template_->map);
	g_free(template_);
}

/* ---- the letters ---- */

static const char *source_line(const char *source, int line)
{
	for (int i = 1; i < line && source; i++) {
		source = strchr(source, '\n');
		source += source != NULL;
	}
	return source ? source : "";
}

static int blanks(const char *text)
{
	return (int)strspn(text, " ");
}

/* The block's text has lost the indentation that its source has. */
static struct place place_in_line(const struct drawing *drawing, int index, const char *line, const char *at)
{
	int number = drawing->map->place.line + 1 + index;
	int indent = *line ? blanks(source_line(drawing->reader->source, number)) - blanks(line) : 0;

	return place_in(drawing->reader->file, number, indent + (int)g_utf8_pointer_to_offset(line, at) + 1);
}

static gboolean letter_is_drawn(char letter)
{
	return g_ascii_isalpha(letter) || letter == '.';
}

static void line_read(struct drawing *drawing, int index, char *line)
{
	int columns = drawing->template_->columns, count = 0;
	char *comment = strchr(line, '#');

	if (comment)
		*comment = '\0';
	for (const char *at = line; *at; at = g_utf8_next_char(at)) {
		struct place place = place_in_line(drawing, index, line, at);

		if (*at == ' ')
			continue;
		if (!letter_is_drawn(*at)) {
			refuse(drawing->reader, place,
			       "'%.*s' is no zone: draw with letters A to Z and '.' for open space",
			       (int)(g_utf8_next_char(at) - at), at);
			return;
		}
		if (++count > columns) {
			refuse(drawing->reader, place,
			       "a column too many: the page of '%s' has %d columns, draw %d letters a line",
			       drawing->template_->name, columns, columns);
			return;
		}
		g_string_append_c(drawing->letters, *at);
		g_array_append_val(drawing->places, place);
	}
	if (count == 0)
		refuse(drawing->reader, place_in_line(drawing, index, line, line),
		       "an empty line in the drawing of '%s': take it out or draw it",
		       drawing->template_->name);
	else if (count < columns)
		refuse(drawing->reader, place_in_line(drawing, index, line, line + strlen(g_strchomp(line))),
		       "%d letters where the page of '%s' has %d columns: draw one letter for each", count,
		       drawing->template_->name, columns);
}

static gboolean map_is_block(const struct drawing *drawing)
{
	const struct yaml_node *map = drawing->map;
	const char *line = source_line(drawing->reader->source, map->place.line);
	const char *at = g_utf8_strlen(line, -1) >= map->place.column
				 ? g_utf8_offset_to_pointer(line, map->place.column - 1)
				 : "";

	return map->kind == YAML_SCALAR && *at == '|';
}

static void letters_read(struct drawing *drawing)
{
	struct page_template *template_ = drawing->template_;

	if (!map_is_block(drawing)) {
		refuse(drawing->reader, drawing->map->place,
		       "the drawing of '%s' is no block: write 'map: |' and the lines below it",
		       template_->name);
		return;
	}
	g_autofree char *text = g_strchomp(g_strdup(drawing->map->text));
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	template_->map_lines = (int)g_strv_length(lines);
	for (int i = 0; i < template_->map_lines && !drawing->reader->failed; i++)
		line_read(drawing, i, lines[i]);
	if (template_->map_lines == 0)
		refuse(drawing->reader, drawing->map->place,
		       "the drawing of '%s' is empty: draw at least one line", template_->name);
	else if (template_->map_lines > drawing->reader->design->rows)
		refuse(drawing->reader, drawing->map->place,
		       "the drawing of '%s' has %d lines, the page %d rows: draw fewer lines",
		       template_->name, template_->map_lines, drawing->reader->design->rows);
}

/* ---- the zones ---- */

static char letter_at(const struct drawing *drawing, int line, int column)
{
	return drawing->letters->str[line * drawing->template_->columns + column];
}

static struct place place_at(const struct drawing *drawing, int line, int column)
{
	return g_array_index(drawing->places, struct place, line * drawing->template_->columns + column);
}

/* The smallest rectangle around a letter; FALSE when it is not drawn. */
static gboolean zone_bound(const struct drawing *drawing, struct zone *zone)
{
	int left = G_MAXINT, right = -1, top = G_MAXINT, foot = -1;

	for (int line = 0; line < drawing->template_->map_lines; line++)
		for (int column = 0; column < drawing->template_->columns; column++) {
			if (letter_at(drawing, line, column) != zone->letter)
				continue;
			left = MIN(left, column);
			right = MAX(right, column);
			top = MIN(top, line);
			foot = MAX(foot, line);
		}
	zone->column = left;
	zone->columns = right - left + 1;
	zone->map_row = top;
	zone->map_rows = foot - top + 1;
	return right >= 0;
}

static gboolean zone_is_rectangle(struct drawing *drawing, const struct zone *zone)
{
	for (int line = zone->map_row; line < zone->map_row + zone->map_rows; line++)
		for (int column = zone->column; column < zone->column + zone->columns; column++) {
			if (letter_at(drawing, line, column) == zone->letter)
				continue;
			refuse(drawing->reader, place_at(drawing, line, column),
			       "zone '%c' is no rectangle: '%c' stands inside it, draw '%c' here or move its "
			       "other letters",
			       zone->letter, letter_at(drawing, line, column), zone->letter);
			return FALSE;
		}
	return TRUE;
}

static gboolean zone_is_alone(const struct page_template *template_, const struct zone *zone)
{
	for (guint i = 0; i < template_->zones->len; i++) {
		const struct zone *other = &g_array_index(template_->zones, struct zone, i);

		if (other->kind == zone->kind && strcmp(other->what, zone->what) == 0)
			return strcmp(zone->what, "any") == 0;
	}
	return TRUE;
}

static gboolean furniture_is_known(struct design_reader *reader, const struct yaml_node *value)
{
	const char *nearest = diag_nearest(value->text, furniture_words);

	if (g_strv_contains(furniture_words, value->text))
		return TRUE;
	g_autofree char *all = g_strjoinv(", ", (char **)furniture_words);

	if (nearest)
		refuse(reader, value->place, "unknown furniture '%s', did you mean '%s'?", value->text,
		       nearest);
	else
		refuse(reader, value->place, "unknown furniture '%s': there are %s", value->text, all);
	return FALSE;
}

/* "{furniture: nameplate}" → kind and what. */
static gboolean zone_read_content(struct design_reader *reader, const struct yaml_node *entry,
				  struct zone *zone)
{
	static const struct {
		const char *key;
		enum zone_kind kind;
	} kinds[] = {{"furniture", ZONE_FURNITURE},
		     {"story", ZONE_STORY},
		     {"ad", ZONE_AD},
		     {"filler", ZONE_FILLER}};
	const struct yaml_node *value =
		entry->kind == YAML_MAP && entry->nodes->len == 1 ? g_ptr_array_index(entry->nodes, 0) : NULL;

	for (gsize i = 0; value && i < G_N_ELEMENTS(kinds); i++) {
		if (strcmp(value->key, kinds[i].key) != 0 || value->kind != YAML_SCALAR || !*value->text)
			continue;
		zone->kind = kinds[i].kind;
		zone->what = g_strdup(value->text);
		return zone->kind != ZONE_FURNITURE || furniture_is_known(reader, value);
	}
	refuse(reader, value ? value->key_place : entry->place,
	       "zone '%c' holds one of {furniture: NAME}, {story: lead}, {ad: any} or {filler: any}",
	       zone->letter);
	return FALSE;
}

static gboolean zone_read(struct drawing *drawing, const struct yaml_node *entry, struct zone *zone)
{
	if (strlen(entry->key) != 1 || !g_ascii_isalpha(*entry->key)) {
		refuse(drawing->reader, entry->key_place, "'%s' cannot name a zone: use one letter A to Z",
		       entry->key);
		return FALSE;
	}
	zone->letter = *entry->key;
	zone->place = entry->key_place;
	if (!zone_read_content(drawing->reader, entry, zone))
		return FALSE;
	if (!zone_bound(drawing, zone)) {
		refuse(drawing->reader, entry->key_place,
		       "zone '%c' is not in the drawing of '%s': draw it or take the line out", zone->letter,
		       drawing->template_->name);
		return FALSE;
	}
	if (!zone_is_rectangle(drawing, zone))
		return FALSE;
	if (zone_is_alone(drawing->template_, zone))
		return TRUE;
	refuse(drawing->reader, entry->key_place, "a second zone for '%s' in '%s': keep one of the two",
	       zone->what, drawing->template_->name);
	return FALSE;
}

static gint zones_compare(gconstpointer a, gconstpointer b)
{
	const struct zone *one = a, *other = b;

	return one->map_row != other->map_row ? one->map_row - other->map_row : one->column - other->column;
}

static void zones_read(struct drawing *drawing, const struct yaml_node *zones)
{
	for (guint i = 0; zones && zones->nodes && i < zones->nodes->len; i++) {
		struct zone zone = {0};

		if (zone_read(drawing, g_ptr_array_index(zones->nodes, i), &zone))
			g_array_append_val(drawing->template_->zones, zone);
		else
			g_free(zone.what);
	}
	g_array_sort(drawing->template_->zones, zones_compare);
}

/* ---- the whole ---- */

static gboolean letter_is_zone(const struct yaml_node *zones, char letter)
{
	char key[2] = {letter, '\0'};

	return letter == '.' || yaml_get(zones, key) != NULL;
}

static void letters_check(struct drawing *drawing, const struct yaml_node *zones)
{
	for (gsize i = 0; i < drawing->letters->len; i++) {
		char letter = drawing->letters->str[i];

		if (letter_is_zone(zones, letter) ||
		    strchr(drawing->letters->str, letter) != drawing->letters->str + i)
			continue;
		refuse(drawing->reader, g_array_index(drawing->places, struct place, i),
		       "letter '%c' is not under 'zones:': say there what it holds, or draw '.' for open "
		       "space",
		       letter);
	}
}

static void furniture_check(struct drawing *drawing)
{
	const struct page_template *template_ = drawing->template_;

	if (template_->page != TEMPLATE_FIRST)
		return;
	for (guint i = 0; i < template_->zones->len; i++)
		if (strcmp(g_array_index(template_->zones, struct zone, i).what, "nameplate") == 0)
			return;
	refuse(drawing->reader, template_->place,
	       "'%s' is for the first page and has no nameplate: draw a zone for {furniture: nameplate}",
	       template_->name);
}

void template_draw(struct design_reader *reader, const struct yaml_node *entry,
		   struct page_template *template_)
{
	struct drawing drawing = {.reader = reader, .template_ = template_, .map = yaml_get(entry, "map")};
	const struct yaml_node *zones = yaml_get(entry, "zones");
	gboolean failed_before = reader->failed;

	drawing.letters = g_string_new(NULL);
	drawing.places = g_array_new(FALSE, FALSE, sizeof(struct place));
	reader->failed = FALSE;
	letters_read(&drawing);
	if (!reader->failed) {
		zones_read(&drawing, zones);
		letters_check(&drawing, zones);
	}
	if (!reader->failed)
		furniture_check(&drawing);
	reader->failed |= failed_before;
	template_->map = g_string_free(drawing.letters, FALSE);
	g_array_unref(drawing.places);
}
