#include "edition/calendar.h"

#include <string.h>

gboolean calendar_parse(const char *text, struct day *day)
{
	static const char shape[] = "0000-00-00";

	if (text == NULL || strlen(text) != strlen(shape))
		return FALSE;
	for (int i = 0; shape[i] != '\0'; i++)
		if (shape[i] == '0' ? !g_ascii_isdigit(text[i]) : text[i] != shape[i])
			return FALSE;
	day->year = (int)g_ascii_strtoll(text, NULL, 10);
	day->month = (int)g_ascii_strtoll(text + 5, NULL, 10);
	day->day = (int)g_ascii_strtoll(text + 8, NULL, 10);
	return day->year >= 1 && day->month >= 1 && day->month <= 12 &&
	       g_date_valid_dmy((GDateDay)day->day, (GDateMonth)day->month, (GDateYear)day->year);
}

static int julian(struct day day)
{
	GDate date;

	g_date_clear(&date, 1);
	g_date_set_dmy(&date, (GDateDay)day.day, (GDateMonth)day.month, (GDateYear)day.year);
	return (int)g_date_get_julian(&date);
}

int calendar_days_between(struct day from, struct day to)
{
	return julian(to) - julian(from);
}

/* ---- issue numbers ---- */

struct counting {
	const struct yaml_codes *codes;
	struct diag *diag;
	gboolean counted;
	int number, from; /* the number, and the julian day it belongs to */
	GArray *skipped;  /* julian days */
};

static void wrong(const struct counting *counting, struct place place, const char *text)
{
	diag_add(counting->diag, counting->codes->wrong_value, place, "issue: %s", text);
}

static void skip_read(struct counting *counting, const struct yaml_node *list)
{
	struct day day;

	for (guint i = 0; list->kind == YAML_LIST && i < list->nodes->len; i++) {
		const struct yaml_node *node = g_ptr_array_index(list->nodes, i);
		if (calendar_parse(node->text, &day)) {
			int number = julian(day);
			g_array_append_val(counting->skipped, number);
		} else {
			wrong(counting, node->place, "skip names no day here; write days as 2026-12-25");
		}
	}
	if (list->kind != YAML_LIST && !list->null)
		wrong(counting, list->place, "skip is a list of days; write [2026-12-25]");
}

/* Of several starts the latest one that is not after the day counts; if all
   are after it, the first. */
static void start_read(struct counting *counting, const struct yaml_node *node, int today)
{
	struct day day;
	gint64 number;
	int from;

	if (!g_ascii_string_to_signed(node->key, 10, 1, G_MAXINT / 2, &number, NULL)) {
		wrong(counting, node->key_place, "write the number before the day: {4211: 2026-11-22}");
		return;
	}
	if (!calendar_parse(node->text, &day)) {
		wrong(counting, node->place, "this is no day; write {4211: 2026-11-22}");
		return;
	}
	from = julian(day);
	if (counting->counted && !(from <= today && (counting->from > today || from > counting->from)))
		return;
	counting->counted = TRUE;
	counting->number = (int)number;
	counting->from = from;
}

static int papers_between(const struct counting *counting, int today)
{
	int papers = today - counting->from;

	for (guint i = 0; i < counting->skipped->len; i++) {
		int day = g_array_index(counting->skipped, int, i);
		if (day > counting->from && day <= today)
			papers--;
		else if (day <= counting->from && day > today)
			papers++;
	}
	return papers;
}

static int issue_counted(struct counting *counting, const struct yaml_node *issue, struct day day)
{
	int today = julian(day), number;

	for (guint i = 0; i < issue->nodes->len; i++) {
		const struct yaml_node *node = g_ptr_array_index(issue->nodes, i);
		if (strcmp(node->key, "skip") == 0)
			skip_read(counting, node);
		else
			start_read(counting, node, today);
	}
	if (!counting->counted)
		return 0;
	number = counting->number + papers_between(counting, today);
	if (number < 1)
		wrong(counting, issue->place,
		      "counted back, the number falls below 1; give the number itself");
	return MAX(number, 0);
}

int calendar_issue(const struct yaml_node *issue, struct day day, const struct yaml_codes *codes,
		   struct diag *diag)
{
	struct counting counting = {.codes = codes, .diag = diag};
	gint64 number;
	int counted;

	if (issue == NULL || issue->null)
		return 0;
	if (issue->kind == YAML_SCALAR &&
	    g_ascii_string_to_signed(issue->text, 10, 1, G_MAXINT / 2, &number, NULL))
		return (int)number;
	if (issue->kind != YAML_MAP) {
		wrong(&counting, issue->place, "write a number, or {4211: 2026-11-22} to count on from");
		return 0;
	}
	counting.skipped = g_array_new(FALSE, FALSE, sizeof(int));
	counted = issue_counted(&counting, issue, day);
	g_array_unref(counting.skipped);
	return counted;
}

/* ---- moments ---- */

char *calendar_release(struct day day)
{
	return g_strdup_printf("%04d-%02d-%02dT06:00:00+07:00", day.year, day.month, day.day);
}

gboolean calendar_is_later(const char *a, const char *b)
{
	g_autoptr(GDateTime) first = g_date_time_new_from_iso8601(a, NULL);
	g_autoptr(GDateTime) second = g_date_time_new_from_iso8601(b, NULL);

	return first != NULL && second != NULL && g_date_time_compare(first, second) > 0;
}
