/* asset.c - style and script, compiled in, so that a proof needs nothing beside the program */
#include <gio/gio.h>

#include "desk/assets.h"
#include "desk/desk.h"

GBytes *asset_bytes(const char *name)
{
	static gsize registered;
	g_autofree char *path = g_strconcat("/anban/desk/", name, NULL);

	if (g_once_init_enter(&registered)) {
		assets_register_resource();
		g_once_init_leave(&registered, 1);
	}
	return g_resources_lookup_data(path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
