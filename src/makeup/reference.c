#include "makeup/reference.h"

/* Papers of a hundred pages are rare, and one line of room too much is a white row. */
static const char *widest_number(const struct stone *stone)
{
	return stone->edition->stories->len > 400 ? "888" : "88";
}

char *reference_head(const struct story *other)
{
	gboolean has_short = other->headline_short.text != NULL && *other->headline_short.text != '\0';

	return g_strdelimit(g_strdup(has_short ? other->headline_short.text : other->headline.text), "\n",
			    ' ');
}

char *reference_bare(const struct stone *stone, const struct story *story, const struct story *other)
{
	g_autofree char *see = design_phrase(stone->design, story->language, "see-also", NULL);
	g_autofree char *head = reference_head(other);

	return g_strdup_printf("%s: %s", see, head);
}

char *reference_to_page(const struct stone *stone, const struct story *story, const struct story *other,
			const char *page)
{
	g_autofree char *bare = reference_bare(stone, story, other);
	g_autofree char *on = design_phrase(stone->design, story->language, "page", "page", page, NULL);

	return g_strdup_printf("%s, %s", bare, on);
}

char *reference_to_this_page(const struct stone *stone, const struct story *story, const struct story *other)
{
	g_autofree char *bare = reference_bare(stone, story, other);
	g_autofree char *here = design_phrase(stone->design, story->language, "this-page", NULL);

	return g_strdup_printf("%s, %s", bare, here);
}

char *reference_widest(const struct stone *stone, const struct story *story, const struct story *other)
{
	return reference_to_page(stone, story, other, widest_number(stone));
}
