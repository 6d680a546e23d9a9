#include "type/keep.h"

#include <string.h>

#define COST_BOUND   6.0 /* TP. | HCM, 5 | km, J. | Smith */
#define COST_TIED    2.0 /* Mrs | Brown, 12 | November */
#define COST_LEANING 0.8 /* page | 4; a line that starts with a dash */

/* Titles and shortened words in front of a name or number. */
static const char *const bound_before[] = {
	"tp.", "tp",   "q.",  "p.",    "tx.",  "mr",   "mr.", "mrs",  "mrs.",  "ms",   "ms.",  "dr",
	"dr.", "st",   "st.", "prof.", "gen.", "col.", "lt.", "sgt.", "capt.", "sen.", "rep.", "gov.",
	"no.", "nos.", "pp.", "vol.",  "fig.", "art.", "gs.", "ts.",  "ths.",  "pgs.", "bs.",  "ks.",
	"ls.", "đ/c",  "ông", "bà",    "cô",   "chú",  "anh", "chị",  NULL,
};
static const char *const leaning_before[] = {
	"page",	  "pages",  "room", "route", "highway", "section", "article", "chapter", "table",
	"figure", "group",  "gate", "tháng", "ngày",	"năm",	   "quý",     "điều",	 "khoản",
	"quận",	  "phường", "quốc", "số",    "khóa",	"lớp",	   "thứ",     NULL,
};
/* Behind a figure. */
static const char *const bound_after[] = {
	"million", "billion", "trillion", "thousand", "hundred", "dozen", "per", "percent", "km",    "m",
	"cm",	   "mm",      "kg",	  "g",	      "ha",	 "km/h",  "kwh", "mw",	    "gw",    "°c",
	"%",	   "am",      "pm",	  "a.m",      "p.m",	 "km²",	  "m²",	 "m³",	    "triệu", "tỷ",
	"tỉ",	   "nghìn",   "ngàn",	  "trăm",     "đồng",	 "usd",	  "vnd", "euro",    "phần",  NULL,
};
static const char *const tied_after[] = {
	"january", "february",	 "march",    "april",	"may",	   "june",  "july",  "august",	"september",
	"october", "november",	 "december", "years",	"year",	   "days",  "hours", "minutes", "metres",
	"meters",  "kilometres", "tonnes",   "degrees", "dollars", "người", "năm",   "ngày",	"giờ",
	"phút",	   "tấn",	 "mét",	     "hộ",	"xã",	   "tháng", NULL,
};

static gboolean is_word_byte(char byte)
{
	return byte != ' ' && byte != '\n';
}

struct keep_pair keep_pair_at(const char *text, int length, int end, int start)
{
	int first = end, last = start;

	while (first > 0 && is_word_byte(text[first - 1]))
		first--;
	while (last < length && is_word_byte(text[last]))
		last++;
	return (struct keep_pair){text + first, text + start, end - first, last - start};
}

gboolean keep_word_is(const char *word, int length, const char *const *list)
{
	char folded[64] = "";
	int size = 0;

	if (length <= 0 || length > (int)sizeof folded - 8)
		return FALSE;
	for (const char *at = word; at < word + length; at = g_utf8_next_char(at))
		size += g_unichar_to_utf8(g_unichar_tolower(g_utf8_get_char(at)), folded + size);
	while (size > 1 && strchr(",;:!?)", folded[size - 1]))
		size--;
	folded[size] = '\0';
	for (int i = 0; list[i]; i++) {
		gsize whole = strlen(list[i]);

		/* A full stop may end the sentence or belong to the word. */
		if (strncmp(list[i], folded, whole) == 0 &&
		    (folded[whole] == '\0' || strcmp(folded + whole, ".") == 0))
			return TRUE;
	}
	return FALSE;
}

static gboolean is_figure(const char *word, int length)
{
	gboolean found = FALSE;

	for (int i = 0; i < length; i++) {
		if (g_ascii_isdigit(word[i]))
			found = TRUE;
		else if (g_ascii_isalpha(word[i]))
			return FALSE;
	}
	return found;
}

/* A figure that ends a sentence or clause binds nothing behind it. */
static gboolean is_counting_figure(const char *word, int length)
{
	return is_figure(word, length) && strchr(".,;:!?)", word[length - 1]) == NULL;
}

static gboolean starts_upper(const char *word, int length)
{
	return length > 0 && g_unichar_isupper(g_utf8_get_char(word));
}

/* "J." */
static gboolean is_initial(const char *word, int length)
{
	return starts_upper(word, length) && word[length - 1] == '.' && g_utf8_strlen(word, length) == 2;
}

gboolean keep_is_dash(const char *word, int length)
{
	return (length == 1 && *word == '-') || (length == 3 && (memcmp(word, "\xe2\x80\x93", 3) == 0 ||
								 memcmp(word, "\xe2\x80\x94", 3) == 0));
}

static double figure_cost(const struct keep_pair *pair)
{
	if (keep_word_is(pair->after, pair->after_length, bound_after))
		return COST_BOUND;
	return keep_word_is(pair->after, pair->after_length, tied_after) ? COST_TIED : 0;
}

double keep_cost(const struct keep_pair *pair)
{
	const char *before = pair->before, *after = pair->after;
	int length = pair->before_length, next = pair->after_length;

	if (length == 0 || next == 0)
		return 0;
	if (keep_is_dash(after, next))
		return COST_LEANING;
	if (is_counting_figure(before, length))
		return figure_cost(pair);
	if (is_initial(before, length) && starts_upper(after, next))
		return COST_BOUND;
	if (length == 3 && memcmp(before, "per", 3) == 0 && next >= 4 && memcmp(after, "cent", 4) == 0)
		return COST_BOUND;
	/* Nothing below is longer. */
	if (length > 10 || (!starts_upper(after, next) && !is_figure(after, next)))
		return 0;
	if (keep_word_is(before, length, bound_before))
		return starts_upper(before, length) || is_figure(after, next) ? COST_BOUND : COST_TIED;
	return is_figure(after, next) && keep_word_is(before, length, leaning_before) ? COST_LEANING : 0;
}
