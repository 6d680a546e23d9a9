/*
 * data_folder.h - where layouts and fonts are
 *
 * What the user names; else beside the program (a build folder, or an
 * installation's ../share/anban); else below ANBAN_DATA.
 */
#ifndef COMMAND_DATA_FOLDER_H
#define COMMAND_DATA_FOLDER_H

#include "command/options.h"

/* Never NULL: where nothing is found, the place that was looked at last, so that the
   message about it names a path. Callers free. */
char *data_folder_layouts(const struct options *options);
char *data_folder_fonts(const struct options *options);

#endif
