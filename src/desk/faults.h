/*
 * faults.h - every message in the order in which the desk takes them, and as a list
 */
#ifndef DESK_FAULTS_H
#define DESK_FAULTS_H

#include "desk/desk.h"
#include "desk/html.h"

/* struct fault: gravest first; alarms first among equals, then by page and place. Caller unrefs. */
GArray *faults_sort(const struct proof *proof);
/* How many of a severity are seen on a sheet; sheet -1: in all. */
int faults_count(const struct proof *proof, enum diag_severity severity, int sheet);

/* The list of one sheet's faults, or of all (-1), numbered as in the whole list. */
void faults_write(struct html *html, const struct proof *proof, int sheet);
/* "2 errors, 1 warning" as badges; nothing when there is none. */
void faults_write_badges(struct html *html, const struct proof *proof, int sheet);
/* faults.html; caller frees. */
char *faults_page(const struct proof *proof);

#endif
