/*
 * paid.h - whether words call copy paid for
 */
#ifndef EDITION_PAID_H
#define EDITION_PAID_H

#include "edition/edition.h"

/* Whether a label says, in English or Vietnamese or with the paper's own mark of an advertisement, that what
   stands under it is paid for. */
gboolean paid_is_said(const struct edition *edition, const char *label);

#endif
