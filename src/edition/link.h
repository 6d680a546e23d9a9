/*
 * link.h - the addresses that a page may lead to
 */
#ifndef EDITION_LINK_H
#define EDITION_LINK_H

#include <glib.h>

/* The address as ASCII when its scheme is http, https, mailto or tel and it is
   whole; else NULL and *why says what is wrong (a static text). Caller frees. */
char *link_accept(const char *address, const char **why);

#endif
