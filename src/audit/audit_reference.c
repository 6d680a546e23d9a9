/* audit_reference.c - see-also lines name the page that their story begins on */
#include <string.h>

#include "audit/audit_inside.h"

/* Index of the page that the story begins on; -1 where it is not printed. */
static int first_page_of(const struct audit *audit, const char *id)
{
	for (guint i = 0; i < audit->claims->stories->len; i++) {
		const struct story_claim *claim = audit->claims->stories->pdata[i];
		if (strcmp(claim->id, id) == 0 && claim->parts->len > 0)
			return g_array_index(claim->parts, struct part_claim, 0).page;
	}
	return -1;
}

/* The lines stand under the story's end. */
static int last_page_of(const struct found_story *found)
{
	return g_array_index(found->parts, struct found_part, found->parts->len - 1).claim->page;
}

static void add_line(const struct audit *audit, const struct found_story *found, GPtrArray *phrases,
		     const char *headline, int page)
{
	const struct design *design = design_of_run(audit->design, found->story->run);
	const char *language = found->story->language;
	g_autofree char *see = design_phrase(design, language, "see-also", NULL);
	g_autofree char *on =
		design_phrase(design, language, "page", "page", audit_page(audit, page)->label, NULL);
	g_autofree char *here = design_phrase(design, language, "this-page", NULL);
	gboolean is_here = page == last_page_of(found);
	g_autofree char *bare = g_strdup_printf("%s: %s", see, headline),
			*full = g_strdup_printf("%s, %s", bare, is_here ? here : on);

	story_copy_add_phrase(phrases, PHRASE_REFERENCE, -1, full);
	if (is_here)
		story_copy_add_phrase(phrases, PHRASE_REFERENCE, -1, bare);
}

void audit_references(const struct audit *audit, const struct found_story *found, GPtrArray *phrases)
{
	const GPtrArray *see_also = found->story->see_also;

	for (guint i = 0; see_also != NULL && i < see_also->len && found->parts->len > 0; i++) {
		const struct story *other = edition_story(audit->edition, see_also->pdata[i]);
		int page = other != NULL ? first_page_of(audit, other->id) : -1;
		if (page < 0)
			continue;
		add_line(audit, found, phrases, other->headline.text, page);
		if (other->headline_short.text != NULL && *other->headline_short.text != '\0')
			add_line(audit, found, phrases, other->headline_short.text, page);
	}
}
