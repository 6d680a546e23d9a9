#include "makeup/attire.h"

/* The styles of news that a box and paid copy have faces of their own for. */
static const enum style_id styles[][3] = {
	{STYLE_BODY, STYLE_BOX, STYLE_SPONSORED},
	{STYLE_BODY_FIRST, STYLE_BOX_FIRST, STYLE_SPONSORED_FIRST},
	{STYLE_LIST, STYLE_BOX_LIST, STYLE_SPONSORED_LIST},
	{STYLE_HEADLINE, STYLE_BOX_HEAD, STYLE_SPONSORED_HEAD},
	{STYLE_STANDFIRST, STYLE_STANDFIRST, STYLE_SPONSORED_STANDFIRST},
	{STYLE_STANDFIRST_WIDE, STYLE_STANDFIRST_WIDE, STYLE_SPONSORED_STANDFIRST},
	{STYLE_LABEL, STYLE_LABEL, STYLE_SPONSORED_LABEL},
};

enum attire attire_of(const struct story *story)
{
	return story->kind == KIND_SPONSORED ? ATTIRE_SPONSORED : ATTIRE_NEWS;
}

enum style_id attire_style(enum attire attire, enum style_id style)
{
	for (gsize i = 0; i < G_N_ELEMENTS(styles); i++)
		if (styles[i][ATTIRE_NEWS] == style)
			return styles[i][attire];
	return style;
}
