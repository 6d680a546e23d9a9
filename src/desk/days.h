/*
 * days.h - words that mean another day when a story runs late: today, on Friday, hôm qua
 */
#ifndef DESK_DAYS_H
#define DESK_DAYS_H

#include <glib.h>

enum days_word {
	DAYS_NONE,
	DAYS_TODAY,	/* and tonight, this morning, tomorrow: wrong a day later */
	DAYS_YESTERDAY, /* may be meant for the day of the paper; wrong two days later */
	DAYS_WEEKDAY,	/* "on Friday" without a date */
};

/* The gravest of them in a text, quoted speech passed over; *word is the word as it stands there (caller
   frees) when there is one. language is "en" or "vi". */
enum days_word days_find(const char *text, const char *language, char **word);

#endif
