/*
 * attire.h - what the type of a story says of it: the paper's own copy, a box beside a story, or paid for
 */
#ifndef MAKEUP_ATTIRE_H
#define MAKEUP_ATTIRE_H

#include "design/design.h"
#include "edition/edition.h"

enum attire { ATTIRE_NEWS, ATTIRE_BOX, ATTIRE_SPONSORED };

/* Of a story that stands by itself. */
enum attire attire_of(const struct story *story);
/* The style that stands for `style` in that attire; itself where there is no other. */
enum style_id attire_style(enum attire attire, enum style_id style);

#endif
