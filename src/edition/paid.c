#include "edition/paid.h"

#include <string.h>

gboolean paid_is_said(const struct edition *edition, const char *label)
{
	static const char *const words[] = {"sponsor", "advert",	  "promot",
					    "paid",    "partner content", "quảng cáo",
					    "tài trợ", "quảng bá",	  "thông tin doanh nghiệp",
					    NULL};
	g_autofree char *composed = label != NULL ? g_utf8_normalize(label, -1, G_NORMALIZE_NFC) : NULL;
	g_autofree char *lower = composed != NULL ? g_utf8_strdown(composed, -1) : NULL;

	if (lower == NULL)
		return FALSE;
	if (edition->rules.ad_mark != NULL && *edition->rules.ad_mark != '\0' &&
	    strstr(label, edition->rules.ad_mark) != NULL)
		return TRUE;
	for (const char *const *word = words; *word != NULL; word++)
		if (strstr(lower, *word) != NULL)
			return TRUE;
	return FALSE;
}
