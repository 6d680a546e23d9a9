#include "desk/faults.h"

#include <string.h>

#include "desk/frame.h"
#include "desk/places.h"

/* ---- order ---- */

static int by_gravity(gconstpointer a, gconstpointer b)
{
	const struct fault *one = a, *two = b;
	int order = (int)two->message->severity - (int)one->message->severity;

	if (order == 0)
		order = alarms_include(two->message->code) - alarms_include(one->message->code);
	if (order == 0)
		order = (int)((unsigned)one->sheet > (unsigned)two->sheet) -
			(int)((unsigned)one->sheet < (unsigned)two->sheet);
	if (order == 0)
		order = g_strcmp0(one->message->place.file, two->message->place.file);
	if (order == 0)
		order = one->message->place.line - two->message->place.line;
	if (order == 0)
		order = strcmp(one->message->text, two->message->text);
	return order;
}

GArray *faults_sort(const struct proof *proof)
{
	GArray *faults = g_array_new(FALSE, TRUE, sizeof(struct fault));
	g_autoptr(GHashTable) lines = places_lines(proof);

	for (guint i = 0; i < proof->diag->messages->len; i++) {
		struct fault fault = {.message = g_ptr_array_index(proof->diag->messages, i)};
		places_find(proof, lines, &fault);
		g_array_append_val(faults, fault);
	}
	g_array_sort(faults, by_gravity);
	return faults;
}

int faults_count(const struct proof *proof, enum diag_severity severity, int sheet)
{
	int count = 0;

	for (guint i = 0; i < proof->faults->len; i++) {
		const struct fault *fault = &g_array_index(proof->faults, struct fault, i);
		count += fault->message->severity == severity && (sheet < 0 || fault->sheet == sheet);
	}
	return count;
}

/* ---- as a list ---- */

static char *place_text(const struct place *place)
{
	if (place->file == NULL || *place->file == '\0')
		return NULL;
	if (place->line == 0)
		return g_strdup(place->file);
	if (place->column == 0)
		return g_strdup_printf("%s:%d", place->file, place->line);
	return g_strdup_printf("%s:%d:%d", place->file, place->line, place->column);
}

static void write_jump(struct html *html, const struct proof *proof, const struct fault *fault, int number)
{
	g_autofree char *name = NULL, *href = NULL;

	if (fault->sheet >= 0) {
		const struct page *page = g_array_index(proof->sheets, struct desk_sheet, fault->sheet).page;
		name = proof_page_name(page->label);
		href = g_strdup_printf("%s#at-%d", name, number);
		html_open(html, "a", "class", "jump", "href", href, NULL);
		html_format(html, "Page %s", page->label);
		html_close(html);
	} else if (fault->story >= 0) {
		href = g_strdup_printf("stories.html#story-%d", fault->story);
		html_line(html, "a", "Story list", "class", "jump", "href", href, NULL);
	} else {
		html_line(html, "span", "The edition", "class", "jump", NULL);
	}
}

/* The same said of another place of the same file, on the same page. */
static gboolean is_said_again(const struct proof *proof, guint index, guint first)
{
	const struct fault *fault = &g_array_index(proof->faults, struct fault, index),
			   *said = &g_array_index(proof->faults, struct fault, first);
	const struct diag_message *again = fault->message, *message = said->message;

	return fault->sheet == said->sheet && again->code == message->code &&
	       again->severity == message->severity &&
	       g_strcmp0(again->place.file, message->place.file) == 0 &&
	       strcmp(again->text, message->text) == 0;
}

static void write_again(struct html *html, const struct proof *proof, guint index)
{
	const struct fault *fault = &g_array_index(proof->faults, struct fault, index);
	g_autofree char *id = g_strdup_printf("fault-%u", index + 1),
			*place = place_text(&fault->message->place);

	html_open(html, "p", "id", id, NULL);
	write_jump(html, proof, fault, (int)index + 1);
	html_text(html, " ");
	if (place != NULL)
		html_line(html, "code", place, NULL);
	html_close(html);
}

/* Those that say it again follow at once; gives the last of them. */
static guint write_all_again(struct html *html, const struct proof *proof, guint first)
{
	guint last = first;

	while (last + 1 < proof->faults->len && is_said_again(proof, last + 1, first))
		last++;
	if (last == first)
		return last;
	html_open(html, "details", "class", "again", NULL);
	html_open(html, "summary", NULL);
	html_format(html, "%u more %s like this", last - first, last - first == 1 ? "place" : "places");
	html_close(html);
	for (guint i = first + 1; i <= last; i++)
		write_again(html, proof, i);
	html_close(html);
	return last;
}

/* Gives the last fault that it tells. */
static guint write_one(struct html *html, const struct proof *proof, guint index)
{
	guint last;

	const struct fault *fault = &g_array_index(proof->faults, struct fault, index);
	const struct diag_message *message = fault->message;
	const char *word = diag_severity_word(message->severity);
	g_autofree char *place = place_text(&message->place);
	g_autofree char *id = g_strdup_printf("fault-%u", index + 1);
	g_autofree char *class = g_strdup_printf("fault %s", word);

	html_open(html, "li", "id", id, "class", class, "data-severity", word, "data-alarm",
		  alarms_include(message->code) ? "yes" : NULL, NULL);
	html_open(html, "p", "class", "fault-head", NULL);
	html_line(html, "span", word, "class", "badge", NULL);
	html_text(html, " ");
	write_jump(html, proof, fault, (int)index + 1);
	if (alarms_include(message->code)) {
		html_text(html, " ");
		html_line(html, "span", "Alarm", "class", "badge alarm", NULL);
	}
	html_close(html);
	html_line(html, "p", message->text, "class", "fault-text", NULL);
	html_open(html, "p", "class", "fault-place", NULL);
	if (place != NULL) {
		html_line(html, "code", place, NULL);
		html_text(html, " ");
		html_line(html, "button", "Copy place", "type", "button", "class", "copy", "data-copy", place,
			  "aria-label", place != NULL ? "Copy the place of this fault" : NULL, NULL);
	}
	html_line(html, "span", diag_code_slug(message->code), "class", "code", NULL);
	html_close(html);
	last = write_all_again(html, proof, index);
	html_close(html);
	return last;
}

void faults_write(struct html *html, const struct proof *proof, int sheet)
{
	gboolean any = FALSE;

	for (guint i = 0; i < proof->faults->len; i++) {
		if (sheet >= 0 && g_array_index(proof->faults, struct fault, i).sheet != sheet)
			continue;
		if (!any)
			html_open(html, "ol", "class", "faults", NULL);
		any = TRUE;
		i = write_one(html, proof, i);
	}
	if (any)
		html_close(html);
	else
		html_line(html, "p",
			  sheet >= 0 ? "Nothing is told about this page."
				     : "Nothing is told: the copy is clean.",
			  "class", "none", NULL);
}

void faults_write_badges(struct html *html, const struct proof *proof, int sheet)
{
	static const char *const more[] = {"notes", "warnings", "errors", "fatal"};

	for (int severity = DIAG_FATAL; severity >= DIAG_NOTE; severity--) {
		int count = faults_count(proof, (enum diag_severity)severity, sheet);
		const char *word = diag_severity_word((enum diag_severity)severity);
		g_autofree char *class = g_strdup_printf("badge %s", word);
		if (count == 0)
			continue;
		html_open(html, "span", "class", class, NULL);
		html_format(html, "%d %s", count, count == 1 ? word : more[severity]);
		html_close(html);
		html_text(html, " ");
	}
}

char *faults_page(const struct proof *proof)
{
	struct html *html = frame_begin(proof, "Faults", FRAME_FAULTS);

	html_open(html, "main", "id", "main", NULL);
	html_line(html, "h1", "Faults", NULL);
	html_open(html, "p", "class", "tally", NULL);
	faults_write_badges(html, proof, -1);
	html_close(html);
	faults_write(html, proof, -1);
	html_close(html);
	return frame_end(html, proof, NULL);
}
