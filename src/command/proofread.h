/*
 * proofread.h - pages made up and read as a reader would: with the alarms of the desk
 */
#ifndef COMMAND_PROOFREAD_H
#define COMMAND_PROOFREAD_H

#include "command/pressrun.h"

/* Edition, layout, fonts, make-up, and the alarms of whatever could be read. */
gboolean proofread_make_up(struct pressrun *run);
/* OUT/proof/SLUG; caller frees. */
char *proofread_folder(const struct pressrun *run);

#endif
