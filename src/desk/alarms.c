/* alarms.c - what a reader of the finished paper would stop at, although every file is well */
#include <string.h>

#include "desk/copy_walk.h"
#include "desk/days.h"
#include "desk/desk.h"
#include "desk/names.h"
#include "edition/paid.h"

gboolean alarms_include(enum diag_code code)
{
	switch (code) {
	case DIAG_PHOTO_TWICE:
	case DIAG_DAY_WORD:
	case DIAG_NAME_MARKS:
	case DIAG_PAID_UNLABELLED:
	case DIAG_SEE_ALSO_DEAD:
	case DIAG_STORY_EMBARGO:
	case DIAG_LOCK_COPY_CHANGED:
	case DIAG_MUST_AT_STAKE:
	case DIAG_PHOTO_NO_ALT:
	case DIAG_PHOTO_NO_CAPTION:
	case DIAG_PHOTO_NO_CREDIT:
		return TRUE;
	default:
		return FALSE;
	}
}

static const struct story_decision *decision_of(const struct decisions *decisions, const char *id)
{
	for (guint i = 0; decisions != NULL && i < decisions->stories->len; i++) {
		const struct story_decision *decision = g_ptr_array_index(decisions->stories, i);
		if (strcmp(decision->id, id) == 0)
			return decision;
	}
	return NULL;
}

/* Without make-up, whatever may still be placed counts as running. */
static gboolean runs(const struct decisions *decisions, const struct story *story)
{
	const struct story_decision *decision = decision_of(decisions, story->id);

	return story->fate == FATE_TO_PLACE && (decision == NULL || decision->outcome == STORY_PLACED);
}

/* ---- a photograph twice ---- */

/* Portraits of columnists and logos come back by right. */
static gboolean may_come_back(const struct picture *picture)
{
	return picture->role == PICTURE_MUGSHOT || picture->role == PICTURE_PORTRAIT ||
	       picture->role == PICTURE_LOGO;
}

static gboolean is_used(const struct decisions *decisions, const struct story *story,
			const struct picture *picture)
{
	if (decisions == NULL)
		return TRUE;
	for (guint i = 0; i < decisions->photos->len; i++) {
		const struct photo_decision *photo = g_ptr_array_index(decisions->photos, i);
		if (photo->used && g_strcmp0(photo->story, story->id) == 0 &&
		    strcmp(photo->file, picture->file) == 0)
			return TRUE;
	}
	return FALSE;
}

static void check_photos(const struct edition *edition, const struct decisions *decisions, struct diag *diag)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = g_ptr_array_index(edition->stories, i);
		for (guint k = 0; runs(decisions, story) && k < story->pictures->len; k++) {
			const struct picture *picture = g_ptr_array_index(story->pictures, k);
			const struct story *first;
			if (!picture->usable || may_come_back(picture) || !is_used(decisions, story, picture))
				continue;
			first = g_hash_table_lookup(seen, picture->facts.sha256);
			if (first != NULL)
				diag_add(diag, DIAG_PHOTO_TWICE, picture->place,
					 "photograph %s stands in '%s' already: give one of the two another",
					 picture->file, first->id);
			else
				g_hash_table_insert(seen, (gpointer)picture->facts.sha256, (gpointer)story);
		}
	}
}

/* ---- pointers to what does not run ---- */

/* What edition_load tells already are stories that never reached make-up. */
static void check_see_also(const struct edition *edition, const struct decisions *decisions,
			   const struct story *story, struct diag *diag)
{
	for (guint i = 0; decisions != NULL && i < story->see_also->len; i++) {
		const char *id = g_ptr_array_index(story->see_also, i);
		const struct story *other = edition_story(edition, id);
		if (other == NULL || other == story || other->fate != FATE_TO_PLACE || runs(decisions, other))
			continue;
		diag_add(diag, DIAG_SEE_ALSO_DEAD, story->place,
			 "see_also: '%s' is held over: take it away, or make room for that story", id);
	}
}

/* ---- paid copy ---- */

/* A kicker that is one of these words and nothing else: copy about sponsors is no sponsored copy. */
static gboolean calls_itself_paid(const struct story *story)
{
	static const char *const words[] = {
		"sponsored",	    "sponsored content",   "advertorial", "advertisement",
		"paid content",	    "partner content",	   "promoted",	  "quảng cáo",
		"nội dung tài trợ", "thông tin quảng cáo", NULL};
	g_autofree char *lower = story->kicker.text != NULL ? g_utf8_strdown(story->kicker.text, -1) : NULL;

	return lower != NULL && g_strv_contains(words, g_strstrip(lower));
}

static void check_paid(const struct edition *edition, const struct story *story, struct diag *diag)
{
	if (story->kind == KIND_SPONSORED && story->label.text != NULL && *story->label.text != '\0' &&
	    !paid_is_said(edition, story->label.text))
		diag_add(diag, DIAG_PAID_UNLABELLED, story->label.place,
			 "'%s' is sponsored, and the label '%s' does not say so: the layout's word for it is "
			 "printed too; write 'label: %s'",
			 story->id, story->label.text,
			 edition->rules.ad_mark != NULL ? edition->rules.ad_mark : "Advertisement");
	else if (story->kind != KIND_SPONSORED && calls_itself_paid(story))
		diag_add(diag, DIAG_PAID_UNLABELLED, story->kicker.place,
			 "the kicker '%s' says that this is paid for, and its kind does not: write 'kind: "
			 "sponsored'",
			 story->kicker.text);
}

/* ---- days ---- */

/* Days from when it was written to the day of the paper; 0 when it does not say, or says later. */
static int age_of(const struct edition *edition, const struct story *story)
{
	const char *written = story->date != NULL	 ? story->date
			      : story->updated != NULL	 ? story->updated
			      : story->published != NULL ? story->published
							 : NULL;
	g_auto(GStrv) parts = NULL;
	gint64 year, month, day;
	GDate then, now;

	if (written == NULL || strlen(written) < 10)
		return 0;
	parts = g_strsplit(written, "-", 3);
	if (g_strv_length(parts) != 3)
		return 0;
	parts[2][MIN(strlen(parts[2]), 2)] = '\0';
	if (!g_ascii_string_to_signed(parts[0], 10, 1, 9999, &year, NULL) ||
	    !g_ascii_string_to_signed(parts[1], 10, 1, 12, &month, NULL) ||
	    !g_ascii_string_to_signed(parts[2], 10, 1, 31, &day, NULL) ||
	    !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
		return 0;
	g_date_clear(&then, 1);
	g_date_set_dmy(&then, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
	g_date_clear(&now, 1);
	g_date_set_dmy(&now, (GDateDay)edition->day, (GDateMonth)edition->month, (GDateYear)edition->year);
	return MAX(g_date_days_between(&then, &now), 0);
}

struct day_search {
	const char *language;
	int age; /* days late; a story held over is one day late at least */
	gboolean held;
	enum days_word found;
	char *word;
	struct place place;
};

/* Copy of the evening before says "yesterday" of the reader's day, and "on Friday" is that Friday until
   the next one is near. */
static gboolean is_wrong(enum days_word word, int age, gboolean held)
{
	switch (word) {
	case DAYS_TODAY:
		return age >= 1;
	case DAYS_YESTERDAY:
		return age >= 2 || held;
	case DAYS_WEEKDAY:
		return age >= 5 || held;
	default:
		return FALSE;
	}
}

static void search_day(enum copy_kind kind, const char *text, struct place place, gpointer data)
{
	struct day_search *search = data;
	g_autofree char *word = NULL;
	enum days_word found;

	if (search->word != NULL || kind == COPY_QUOTATION || kind == COPY_NAME)
		return;
	found = days_find(text, search->language, &word);
	if (!is_wrong(found, search->age, search->held))
		return;
	search->found = found;
	search->word = g_steal_pointer(&word);
	search->place = place;
}

/* What is made for one day says so itself; letters and columns speak of today as their age. */
static gboolean speaks_of_the_day(const struct story *story)
{
	switch (story->kind) {
	case KIND_NEWS:
	case KIND_BRIEF:
	case KIND_ANALYSIS:
	case KIND_RESULTS:
	case KIND_NOTICE:
	case KIND_PHOTO:
	case KIND_VIDEO:
		return story->valid_on == NULL;
	default:
		return FALSE;
	}
}

static void check_days(const struct edition *edition, const struct decisions *decisions,
		       const struct story *story, struct diag *diag)
{
	gboolean held =
		story->fate == FATE_HELD_OVER || (story->fate == FATE_TO_PLACE && !runs(decisions, story));
	struct day_search search = {.language = story->language, .age = age_of(edition, story)};

	if (!speaks_of_the_day(story) || (!held && !runs(decisions, story)))
		return;
	search.held = held;
	search.age += held;
	if (search.age == 0)
		return;
	copy_walk(story, search_day, &search);
	if (search.word == NULL)
		return;
	if (held)
		diag_add_as(diag, DIAG_DAY_WORD, DIAG_NOTE, search.place,
			    "'%s' is held over and says '%s': it will mean another day when it runs; name "
			    "the day",
			    story->id, search.word);
	else
		diag_add(diag, DIAG_DAY_WORD, search.place,
			 "'%s' in a story of %d %s before: does it still mean that day? name the day",
			 search.word, search.age, search.age == 1 ? "day" : "days");
	g_free(search.word);
}

/* ---- all of them ---- */

void alarms_find(const struct edition *edition, const struct decisions *decisions, struct diag *diag)
{
	check_photos(edition, decisions, diag);
	for (guint i = 0; i < edition->stories->len; i++) {
		const struct story *story = g_ptr_array_index(edition->stories, i);
		if (runs(decisions, story)) {
			check_see_also(edition, decisions, story, diag);
			check_paid(edition, story, diag);
		}
		check_days(edition, decisions, story, diag);
	}
	names_check(edition, diag);
}
