/*
 * server.h - the proof's folder on this machine's own loopback address
 *
 * Only GET and HEAD of plain names in the folder; the Host must be this server's own, and a
 * request that a foreign page makes is refused. "events?page=7" is a stream of what happens.
 * Everything runs in the main context of the thread that opened it.
 */
#ifndef DESK_SERVER_H
#define DESK_SERVER_H

#include <glib.h>

struct server;

/* Port 0: any that is free. NULL when the port is taken. Until server_show() it tells that there is no page
 * yet. */
struct server *server_open(int port, GError **error);
/* The proof's folder, once there is one. FALSE when it cannot be opened. */
gboolean server_show(struct server *server, const char *folder, GError **error);
void server_close(struct server *server);
/* "http://127.0.0.1:8017/"; owned by the server. */
const char *server_address(const struct server *server);

/* To every listener: an event and one line of data. */
void server_tell(struct server *server, const char *event, const char *data);
/* Kept, and told to whoever comes later, too: "done", or "broken" with why. */
void server_tell_state(struct server *server, const char *event, const char *data);

/* Label of the page that the last listener looks at; NULL: none. Caller frees. */
char *server_page_in_view(const struct server *server);

/* Whether a Host header names this server. */
gboolean server_host_is_own(const char *host, int port);
/* Whether a path names a file that may be served: one plain name. */
gboolean server_name_is_plain(const char *name);

#endif
