/*
 * calendar.h - days, issue numbers and moments; never the clock
 */
#ifndef EDITION_CALENDAR_H
#define EDITION_CALENDAR_H

#include "base/yaml_tree.h"

struct day {
	int year, month, day;
};

/* "2026-11-22" and nothing else; FALSE when it is no day of the calendar. */
gboolean calendar_parse(const char *text, struct day *day);
int calendar_days_between(struct day from, struct day to);

/* The value of `issue:` counted on to `day`: a number, or a map {4211: 2026-11-22,
   skip: [days without a paper]}, of which the latest number not after `day` is
   counted on. 0 when there is none; what is wrong is told. */
int calendar_issue(const struct yaml_node *issue, struct day day, const struct yaml_codes *codes,
		   struct diag *diag);

/* 06:00 of the day in Việt Nam, as ISO 8601. Caller frees. */
char *calendar_release(struct day day);

/* Whether moment a (ISO 8601 with offset) is later than b; FALSE for what is none. */
gboolean calendar_is_later(const char *a, const char *b);

#endif
