/*
 * assets.h - style and script of the proof, compiled in (cmake/floors.cmake)
 */
#ifndef DESK_ASSETS_H
#define DESK_ASSETS_H

#include <gio/gio.h>

/* To be called once: then g_resources_lookup_data() finds "/anban/desk/NAME" for each file of
   desk/assets. */
void assets_register_resource(void);

#endif
