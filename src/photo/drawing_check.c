/* drawing_check.c - a drawing is read as plain XML before any library draws it */
#include "photo/drawing.h"

#include <math.h>
#include <string.h>

/* What one element costs: its own bytes, its children, and whatever it names. */
struct shape {
	int parent;	     /* index, -1 of the root */
	guint64 bytes;	     /* of its attributes and text */
	guint64 within;	     /* the same, with all elements in it */
	guint64 shapes;	     /* itself and all in it */
	GPtrArray *hrefs;    /* ids, drawn once: <use>; NULL for none */
	GPtrArray *paints;   /* ids, drawn for each shape within: fills, clips, masks */
	GPtrArray *markers;  /* ids, drawn at each point of a path */
	guint64 drawn;	     /* 0: not counted yet */
	gboolean on_the_way; /* being counted: it names itself */
};

struct reading {
	GArray *shapes;
	GHashTable *by_id; /* → index + 1 */
	GArray *open;	   /* indices, innermost last */
	int in_style, in_description;
	GString *style, *description;
	struct drawing_facts facts;
};

static void shape_clear(gpointer data)
{
	struct shape *shape = data;
	g_clear_pointer(&shape->hrefs, g_ptr_array_unref);
	g_clear_pointer(&shape->paints, g_ptr_array_unref);
	g_clear_pointer(&shape->markers, g_ptr_array_unref);
}

static struct shape *shape_at(const struct reading *reading, int index)
{
	return &g_array_index(reading->shapes, struct shape, index);
}

static const char *local_name(const char *name)
{
	const char *colon = strrchr(name, ':');
	return colon != NULL ? colon + 1 : name;
}

static gboolean refuse(GMarkupParseContext *context, GError **error, const char *what)
{
	int line, column;
	g_markup_parse_context_get_position(context, &line, &column);
	g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT, "line %d of the drawing: %s", line, what);
	return FALSE;
}

static gboolean refuse_limit(GError **error, const char *what)
{
	g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_LIMIT, "the drawing %s: simplify it", what);
	return FALSE;
}

/* ---- elements that are not vectors, or not a still picture ---- */

static const struct {
	const char *name, *why;
} refused[] = {
	{"image", "a photograph inside a drawing is not set: save it as a file of its own, or trace it"},
	{"feImage", "a photograph inside a drawing is not set: save it as a file of its own, or trace it"},
	{"filter", "an effect (filter) cannot be kept as vectors: take it off, or flatten it"},
	{"foreignObject", "a web page inside a drawing is not set: export its words as plain text"},
	{"script", "a drawing is no program: export it as a plain SVG"},
	{"include", "a drawing brings all its parts along: export it as a plain SVG"},
};

static gboolean element_is_allowed(GMarkupParseContext *context, const struct reading *reading,
				   const char *name, GError **error)
{
	if (reading->open->len == 0 && strcmp(name, "svg") != 0)
		return refuse(context, error, "it is no SVG: export the drawing again");
	for (gsize i = 0; i < G_N_ELEMENTS(refused); i++)
		if (strcmp(name, refused[i].name) == 0)
			return refuse(context, error, refused[i].why);
	if (reading->open->len >= DRAWING_LIMIT_DEPTH)
		return refuse_limit(error, "nests its groups more than 64 deep");
	if (reading->shapes->len >= DRAWING_LIMIT_SHAPES)
		return refuse_limit(error, "has more than 20,000 elements");
	return TRUE;
}

/* ---- references ---- */

static void note(GPtrArray **list, const char *id, gsize length)
{
	if (*list == NULL)
		*list = g_ptr_array_new_with_free_func(g_free);
	g_ptr_array_add(*list, g_strndup(id, length));
}

static const char *find_url(const char *text)
{
	for (; *text != '\0'; text++)
		if (g_ascii_strncasecmp(text, "url(", strlen("url(")) == 0)
			return text;
	return NULL;
}

/* Every url(...) of an attribute or a style sheet. */
static gboolean note_urls(const char *text, gboolean marker, struct shape *shape)
{
	for (const char *at = text; (at = find_url(at)) != NULL;) {
		at += strlen("url(");
		at += strspn(at, " \t\r\n'\"");
		if (*at != '#')
			return FALSE;
		gsize length = strcspn(++at, " \t\r\n'\")");
		note(marker ? &shape->markers : &shape->paints, at, length);
		at += length;
	}
	return TRUE;
}

static gboolean note_attribute(GMarkupParseContext *context, struct shape *shape, const char *element,
			       const char *name, const char *value, GError **error)
{
	const char *local = local_name(name);
	gboolean href = strcmp(local, "href") == 0 && strcmp(element, "a") != 0;
	if (href && *value == '#')
		note(&shape->hrefs, value + 1, strlen(value + 1));
	else if (href && *value != '\0')
		return refuse(context, error,
			      "it points out of the drawing: put what it names into the file itself");
	/* A backslash can hide a url() from us, and from nobody else. */
	if (strcmp(local, "style") == 0 && strchr(value, '\\') != NULL)
		return refuse(context, error, "an address with a backslash: export it as a plain SVG");
	if (!note_urls(value, strstr(value, "marker") != NULL || g_str_has_prefix(local, "marker"), shape))
		return refuse(context, error,
			      "it points out of the drawing: put what it names into the file itself");
	return TRUE;
}

/* ---- how large ---- */

/* Absolute lengths only; 0 for others. */
static double points_of(const char *length)
{
	static const struct {
		const char *unit;
		double points;
	} units[] = {{"", 0.75},	{"px", 0.75},	   {"pt", 1}, {"pc", 12},
		     {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72}};
	char *end = NULL;
	double number = g_ascii_strtod(length, &end);

	while (g_ascii_isspace(*end))
		end++;
	for (gsize i = 0; end != length && i < G_N_ELEMENTS(units); i++)
		if (g_ascii_strcasecmp(end, units[i].unit) == 0)
			return number * units[i].points;
	return 0;
}

static gboolean box_read(const char *text, double *width, double *height)
{
	double numbers[4];
	char *end;

	for (int i = 0; i < 4; i++) {
		text += strspn(text, " \t\r\n,");
		numbers[i] = g_ascii_strtod(text, &end);
		if (end == text)
			return FALSE;
		text = end;
	}
	*width = numbers[2];
	*height = numbers[3];
	return TRUE;
}

static const char *value_of(const char *name, const char **names, const char **values)
{
	for (int i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], name) == 0)
			return values[i];
	return "";
}

/* As browsers do it: a width and a height go before the box that is shown in them. */
static void size_read(struct reading *reading, const char **names, const char **values)
{
	double width = points_of(value_of("width", names, values)),
	       height = points_of(value_of("height", names, values)), box_width = 0, box_height = 0;

	box_read(value_of("viewBox", names, values), &box_width, &box_height);
	if (width > 0 && height > 0)
		reading->facts = (struct drawing_facts){width, height, NULL};
	else
		reading->facts = (struct drawing_facts){box_width, box_height, NULL};
}

static gboolean drawing_has_size(const struct reading *reading, GError **error)
{
	double width = reading->facts.width, height = reading->facts.height;

	if (!(width > 0) || !(height > 0) || !isfinite(width) || !isfinite(height)) {
		g_set_error_literal(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
				    "the drawing does not say how large it is: give it a viewBox");
		return FALSE;
	}
	if (MAX(width, height) <= MIN(width, height) * DRAWING_LIMIT_RATIO)
		return TRUE;
	g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_LIMIT,
		    "one side of the drawing is more than %d times the other: mend its viewBox",
		    DRAWING_LIMIT_RATIO);
	return FALSE;
}

/* ---- the parser's calls ---- */

static void start_element(GMarkupParseContext *context, const char *qualified, const char **names,
			  const char **values, gpointer data, GError **error)
{
	struct reading *reading = data;
	const char *element = local_name(qualified);
	int index = (int)reading->shapes->len;
	struct shape shape = {.parent = -1, .bytes = 16, .shapes = 1};

	if (!element_is_allowed(context, reading, element, error))
		return;
	if (reading->open->len > 0)
		shape.parent = g_array_index(reading->open, int, reading->open->len - 1);
	for (int i = 0; names[i] != NULL; i++) {
		shape.bytes += strlen(values[i]);
		if (strcmp(names[i], "id") == 0)
			g_hash_table_insert(reading->by_id, g_strdup(values[i]), GINT_TO_POINTER(index + 1));
		if (!note_attribute(context, &shape, element, names[i], values[i], error)) {
			shape_clear(&shape);
			return;
		}
	}
	if (index == 0)
		size_read(reading, names, values);
	g_array_append_val(reading->shapes, shape);
	g_array_append_val(reading->open, index);
	reading->in_style += strcmp(element, "style") == 0;
	/* Of the whole, not of one of its parts. */
	reading->in_description += strcmp(element, "desc") == 0 && reading->open->len == 2;
}

static void end_element(GMarkupParseContext *context, const char *qualified, gpointer data, GError **error)
{
	struct reading *reading = data;
	const char *element = local_name(qualified);

	(void)context;
	(void)error;
	reading->in_style -= strcmp(element, "style") == 0;
	reading->in_description -= strcmp(element, "desc") == 0 && reading->open->len == 2;
	g_array_set_size(reading->open, reading->open->len - 1);
}

static void text(GMarkupParseContext *context, const char *words, gsize length, gpointer data, GError **error)
{
	struct reading *reading = data;

	(void)context;
	(void)error;
	if (reading->open->len == 0)
		return;
	shape_at(reading, g_array_index(reading->open, int, reading->open->len - 1))->bytes += length;
	if (reading->in_style > 0)
		g_string_append_len(reading->style, words, (gssize)length);
	if (reading->in_description > 0)
		g_string_append_len(reading->description, words, (gssize)length);
}

/* Declarations, instructions, comments. */
static void passthrough(GMarkupParseContext *context, const char *words, gsize length, gpointer data,
			GError **error)
{
	g_autofree char *copy = g_strndup(words, length);

	(void)data;
	if (g_str_has_prefix(copy, "<!DOCTYPE") && strchr(copy, '[') != NULL)
		refuse(context, error, "it declares entities: export it as a plain SVG");
	if (g_str_has_prefix(copy, "<?xml-stylesheet"))
		refuse(context, error, "its style sheet is another file: put the style into the drawing");
}

/* ---- how much is drawn ---- */

static guint64 drawn_of(struct reading *reading, int index, int depth);

static guint64 drawn_by_ids(struct reading *reading, const GPtrArray *ids, guint64 times, int depth)
{
	guint64 sum = 0;
	for (guint i = 0; ids != NULL && i < ids->len && sum <= DRAWING_LIMIT_DRAWN; i++) {
		int index = GPOINTER_TO_INT(g_hash_table_lookup(reading->by_id, ids->pdata[i])) - 1;
		if (index >= 0)
			sum += drawn_of(reading, index, depth + 1) * times;
	}
	return sum;
}

static guint64 drawn_by_children(struct reading *reading, int index, int depth)
{
	guint64 sum = 0;
	int last = index + (int)shape_at(reading, index)->shapes;
	for (int child = index + 1; child < last; child += (int)shape_at(reading, child)->shapes)
		sum = MIN(sum + drawn_of(reading, child, depth + 1), DRAWING_LIMIT_DRAWN + 1);
	return sum;
}

/* Never more than one past the limit, so that no sum overflows. */
static guint64 drawn_of(struct reading *reading, int index, int depth)
{
	struct shape *shape = shape_at(reading, index);
	guint64 sum;

	if (shape->drawn > 0 || shape->on_the_way)
		return shape->drawn;
	if (depth > DRAWING_LIMIT_DEPTH)
		return DRAWING_LIMIT_DRAWN + 1;
	shape->on_the_way = TRUE;
	sum = shape->bytes + drawn_by_children(reading, index, depth) +
	      drawn_by_ids(reading, shape->hrefs, 1, depth) +
	      drawn_by_ids(reading, shape->paints, shape->shapes, depth) +
	      drawn_by_ids(reading, shape->markers, shape->within / 4, depth);
	shape->on_the_way = FALSE;
	shape->drawn = MIN(sum, DRAWING_LIMIT_DRAWN + 1);
	return shape->drawn;
}

/* Children stand behind their parents, so the sums are whole when they are passed on. */
static void gather(struct reading *reading)
{
	for (int i = (int)reading->shapes->len - 1; i >= 0; i--) {
		struct shape *shape = shape_at(reading, i);
		shape->within += shape->bytes;
		if (shape->parent < 0)
			continue;
		shape_at(reading, shape->parent)->within += shape->within;
		shape_at(reading, shape->parent)->shapes += shape->shapes;
	}
}

/* A style sheet may give what it names to every element. */
static gboolean style_is_allowed(struct reading *reading, GError **error)
{
	struct shape *root = shape_at(reading, 0);
	gboolean marker = strstr(reading->style->str, "marker") != NULL;

	if (reading->style->len == 0)
		return TRUE;
	if (strstr(reading->style->str, "@import") == NULL && strchr(reading->style->str, '\\') == NULL &&
	    note_urls(reading->style->str, marker, root))
		return TRUE;
	g_set_error_literal(
		error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
		"its style sheet points out of the drawing: put what it names into the file itself");
	return FALSE;
}

static gboolean is_light_enough(struct reading *reading, GError **error)
{
	if (reading->shapes->len == 0) {
		g_set_error_literal(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
				    "there is nothing in the drawing: export it again");
		return FALSE;
	}
	if (!style_is_allowed(reading, error))
		return FALSE;
	gather(reading);
	return drawn_of(reading, 0, 0) <= DRAWING_LIMIT_DRAWN ||
	       refuse_limit(error, "repeats its parts too often");
}

static gboolean parse(struct reading *reading, GBytes *file, GError **error)
{
	static const GMarkupParser parser = {start_element, end_element, text, passthrough, NULL};
	gsize length;
	const char *bytes = g_bytes_get_data(file, &length);
	GMarkupParseContext *context =
		g_markup_parse_context_new(&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, reading, NULL);
	g_autoptr(GError) fault = NULL;

	if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
		bytes += 3, length -= 3;
	gboolean good = g_markup_parse_context_parse(context, bytes, (gssize)length, &fault) &&
			g_markup_parse_context_end_parse(context, &fault);
	g_markup_parse_context_free(context);
	if (good)
		return TRUE;
	if (fault->domain == PHOTO_ERROR)
		g_propagate_error(error, g_steal_pointer(&fault));
	else
		g_set_error(error, PHOTO_ERROR, PHOTO_ERROR_FORMAT,
			    "the drawing is broken: %s; export it again as a plain SVG in UTF-8",
			    fault->message);
	return FALSE;
}

static gboolean length_is_right(GBytes *file, GError **error)
{
	return g_bytes_get_size(file) <= DRAWING_LIMIT_BYTES || refuse_limit(error, "has more than 2 MB");
}

static void reading_clear(struct reading *reading)
{
	g_array_unref(reading->shapes);
	g_hash_table_unref(reading->by_id);
	g_array_unref(reading->open);
	g_string_free(reading->style, TRUE);
	g_string_free(reading->description, TRUE);
}

gboolean drawing_check(GBytes *file, struct drawing_facts *facts, GError **error)
{
	struct reading reading = {.shapes = g_array_new(FALSE, FALSE, sizeof(struct shape)),
				  .by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
				  .open = g_array_new(FALSE, FALSE, sizeof(int)),
				  .style = g_string_new(NULL),
				  .description = g_string_new(NULL)};

	g_array_set_clear_func(reading.shapes, shape_clear);
	gboolean good = length_is_right(file, error) && parse(&reading, file, error) &&
			drawing_has_size(&reading, error) && is_light_enough(&reading, error);
	if (good && facts != NULL) {
		*facts = reading.facts;
		g_strstrip(reading.description->str);
		if (*reading.description->str != '\0')
			facts->description = g_strdup(reading.description->str);
	}
	reading_clear(&reading);
	return good;
}
