/*
 * balance.h - the lines of a headline, of like length: found once for all widths
 *
 * Used by type/ only. In so many lines of like length the words break at the same
 * places however wide the column is, as long as the longest line fits in. So each
 * answer is kept with the widths that it holds for.
 */
#ifndef TYPE_BALANCE_H
#define TYPE_BALANCE_H

#include "type/linebreak.h"

struct balance;

/* The matter's ends are taken over, all else is only looked at and must outlive it. */
struct balance *balance_new(const struct line_matter *matter, const struct linebreak_order *order,
			    struct line_end *ends);
void balance_free(struct balance *balance);

/* Calls `take` with a setting for every line count from the least on, as long as the lines stay worth it.
   The settings are the balance's. FALSE when a word is too long for this width: none was given. */
gboolean balance_settings(struct balance *balance, fix width,
			  void (*take)(const struct setting *setting, gpointer data), gpointer data);

#endif
