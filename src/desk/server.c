#include "desk/server.h"

#include <libsoup/soup.h>
#include <string.h>

#include "base/folder.h"
#include "desk/desk.h"

enum { FILE_BYTES_MAX = 64 << 20, LISTENERS_MAX = 32, BEAT_SECONDS = 15 };

struct listener {
	SoupServerMessage *message;
	char *page;
};

struct server {
	SoupServer *soup;
	struct folder *folder; /* NULL: no page could be made yet */
	char *address;
	int port;
	GPtrArray *listeners; /* struct listener, the latest last */
	char *event, *data;   /* the state that late listeners are told */
	guint beat;
};

/* ---- who may ask, and for what ---- */

gboolean server_host_is_own(const char *host, int port)
{
	static const char *const names[] = {"127.0.0.1", "localhost", "[::1]"};

	for (guint i = 0; host != NULL && i < G_N_ELEMENTS(names); i++) {
		g_autofree char *own = g_strdup_printf("%s:%d", names[i], port);
		if (g_ascii_strcasecmp(host, own) == 0 ||
		    (port == 80 && g_ascii_strcasecmp(host, names[i]) == 0))
			return TRUE;
	}
	return FALSE;
}

gboolean server_name_is_plain(const char *name)
{
	if (!g_ascii_isalnum(*name) || strlen(name) > 128)
		return FALSE;
	for (const char *at = name; *at != '\0'; at++)
		if (!g_ascii_isalnum(*at) && strchr("-.", *at) == NULL)
			return FALSE;
	return TRUE;
}

/* A page elsewhere may link here, and may not load or read anything. */
static gboolean is_foreign(SoupMessageHeaders *headers, int port)
{
	const char *site = soup_message_headers_get_one(headers, "Sec-Fetch-Site");
	const char *mode = soup_message_headers_get_one(headers, "Sec-Fetch-Mode");
	const char *origin = soup_message_headers_get_one(headers, "Origin");

	if (site != NULL && strcmp(site, "same-origin") != 0 && strcmp(site, "none") != 0 &&
	    g_strcmp0(mode, "navigate") != 0)
		return TRUE;
	return origin != NULL && (!g_str_has_prefix(origin, "http://") ||
				  !server_host_is_own(origin + strlen("http://"), port));
}

static const char *type_of(const char *name)
{
	static const char *const types[][2] = {{".html", "text/html; charset=utf-8"},
					       {".css", "text/css; charset=utf-8"},
					       {".js", "text/javascript; charset=utf-8"},
					       {".json", "application/json"},
					       {".jpg", "image/jpeg"}};

	for (guint i = 0; i < G_N_ELEMENTS(types); i++)
		if (g_str_has_suffix(name, types[i][0]))
			return types[i][1];
	return NULL;
}

static void guard(SoupServerMessage *message)
{
	static const char *const headers[][2] = {
		{"Content-Security-Policy",
		 "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
		 "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
		{"X-Content-Type-Options", "nosniff"},
		{"X-Frame-Options", "DENY"},
		{"Referrer-Policy", "no-referrer"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cache-Control", "no-cache"},
	};
	SoupMessageHeaders *answer = soup_server_message_get_response_headers(message);

	for (guint i = 0; i < G_N_ELEMENTS(headers); i++)
		soup_message_headers_replace(answer, headers[i][0], headers[i][1]);
}

static void refuse(SoupServerMessage *message, guint status, const char *why)
{
	soup_server_message_set_status(message, status, NULL);
	soup_server_message_set_response(message, "text/plain; charset=utf-8", SOUP_MEMORY_COPY, why,
					 strlen(why));
}

static gboolean may_ask(struct server *server, SoupServerMessage *message)
{
	SoupMessageHeaders *headers = soup_server_message_get_request_headers(message);
	const char *method = soup_server_message_get_method(message);

	if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0) {
		soup_message_headers_replace(soup_server_message_get_response_headers(message), "Allow",
					     "GET, HEAD");
		refuse(message, SOUP_STATUS_METHOD_NOT_ALLOWED, "Only GET and HEAD.\n");
		return FALSE;
	}
	if (!server_host_is_own(soup_message_headers_get_one(headers, "Host"), server->port) ||
	    is_foreign(headers, server->port)) {
		refuse(message, SOUP_STATUS_FORBIDDEN,
		       "Only for pages of this proof, under its own address.\n");
		return FALSE;
	}
	return TRUE;
}

/* ---- files ---- */

static GBytes *read_file(const struct server *server, const char *name)
{
	char *page;

	if (server->folder != NULL)
		return folder_read(server->folder, name, FILE_BYTES_MAX, NULL);
	if (!g_str_has_suffix(name, ".html"))
		return asset_bytes(name);
	page = waiting_page();
	return g_bytes_new_take(page, strlen(page));
}

static void answer_file(struct server *server, SoupServerMessage *message, const char *name)
{
	const char *type = server_name_is_plain(name) ? type_of(name) : NULL;
	g_autoptr(GBytes) bytes = type != NULL ? read_file(server, name) : NULL;
	gsize length;
	const char *data;

	if (bytes == NULL) {
		refuse(message, SOUP_STATUS_NOT_FOUND, "There is no such file in this proof.\n");
		return;
	}
	data = g_bytes_get_data(bytes, &length);
	if (strcmp(type, "image/jpeg") == 0)
		soup_message_headers_replace(soup_server_message_get_response_headers(message),
					     "Cache-Control", "private, max-age=86400, immutable");
	soup_server_message_set_status(message, SOUP_STATUS_OK, NULL);
	soup_server_message_set_response(message, type, SOUP_MEMORY_COPY, data, length);
}

/* ---- events ---- */

static void listener_free(gpointer data)
{
	struct listener *listener = data;
	g_object_unref(listener->message);
	g_free(listener->page);
	g_free(listener);
}

static void send_text(const struct listener *listener, const char *text)
{
	soup_message_body_append(soup_server_message_get_response_body(listener->message), SOUP_MEMORY_COPY,
				 text, strlen(text));
	soup_server_message_unpause(listener->message);
}

static void send_event(const struct listener *listener, const char *event, const char *data)
{
	g_autofree char *text = g_strdup_printf("event: %s\ndata: %s\n\n", event, data);

	send_text(listener, text);
}

static void listener_gone(SoupServerMessage *message, gpointer data)
{
	struct server *server = data;

	for (guint i = 0; i < server->listeners->len; i++) {
		const struct listener *listener = g_ptr_array_index(server->listeners, i);
		if (listener->message == message) {
			g_ptr_array_remove_index(server->listeners, i);
			return;
		}
	}
}

static void answer_events(struct server *server, SoupServerMessage *message, GHashTable *query)
{
	SoupMessageHeaders *headers = soup_server_message_get_response_headers(message);
	const char *page = query != NULL ? g_hash_table_lookup(query, "page") : NULL;
	struct listener *listener;

	if (strcmp(soup_server_message_get_method(message), "GET") != 0 ||
	    server->listeners->len >= LISTENERS_MAX) {
		refuse(message, SOUP_STATUS_SERVICE_UNAVAILABLE, "Too many listeners.\n");
		return;
	}
	listener = g_new0(struct listener, 1);
	listener->message = g_object_ref(message);
	listener->page = page != NULL && *page != '\0' && strlen(page) < 16 ? g_strdup(page) : NULL;
	g_ptr_array_add(server->listeners, listener);
	g_signal_connect(message, "finished", G_CALLBACK(listener_gone), server);
	soup_server_message_set_status(message, SOUP_STATUS_OK, NULL);
	soup_message_headers_set_encoding(headers, SOUP_ENCODING_CHUNKED);
	soup_message_headers_replace(headers, "Content-Type", "text/event-stream; charset=utf-8");
	soup_message_headers_replace(headers, "Cache-Control", "no-store");
	soup_message_body_set_accumulate(soup_server_message_get_response_body(message), FALSE);
	send_text(listener, "retry: 500\n\n");
	if (server->event != NULL)
		send_event(listener, server->event, server->data);
}

static void answer(SoupServer *soup, SoupServerMessage *message, const char *path, GHashTable *query,
		   gpointer data)
{
	struct server *server = data;

	guard(message);
	if (!may_ask(server, message))
		return;
	if (strcmp(path, "/events") == 0)
		answer_events(server, message, query);
	else
		answer_file(server, message, strcmp(path, "/") == 0 ? "index.html" : path + 1);
}

void server_tell(struct server *server, const char *event, const char *data)
{
	for (guint i = 0; i < server->listeners->len; i++)
		send_event(g_ptr_array_index(server->listeners, i), event, data);
}

void server_tell_state(struct server *server, const char *event, const char *data)
{
	g_free(server->event);
	g_free(server->data);
	server->event = g_strdup(event);
	server->data = g_strdup(data);
	server_tell(server, event, data);
}

/* So that the end of a listener is noticed, and nothing between takes the line for dead. */
static gboolean beat(gpointer data)
{
	struct server *server = data;

	for (guint i = 0; i < server->listeners->len; i++)
		send_text(g_ptr_array_index(server->listeners, i), ": here\n\n");
	return G_SOURCE_CONTINUE;
}

char *server_page_in_view(const struct server *server)
{
	for (guint i = server->listeners->len; i-- > 0;) {
		const struct listener *listener = g_ptr_array_index(server->listeners, i);
		if (listener->page != NULL)
			return g_strdup(listener->page);
	}
	return NULL;
}

/* ---- open, close ---- */

static int port_of(SoupServer *soup)
{
	GSList *uris = soup_server_get_uris(soup);
	int port = uris != NULL ? g_uri_get_port(uris->data) : 0;

	g_slist_free_full(uris, (GDestroyNotify)g_uri_unref);
	return port;
}

gboolean server_show(struct server *server, const char *folder, GError **error)
{
	if (server->folder == NULL)
		server->folder = folder_open(folder, error);
	return server->folder != NULL;
}

struct server *server_open(int port, GError **error)
{
	g_autoptr(SoupServer) soup = soup_server_new("server-header", "anban", NULL);
	struct server *server;

	/* IPv4 alone: with both, a free port would have to be free twice */
	if (!soup_server_listen_local(soup, (guint)port, SOUP_SERVER_LISTEN_IPV4_ONLY, error))
		return NULL;
	server = g_new0(struct server, 1);
	server->soup = g_steal_pointer(&soup);
	server->port = port_of(server->soup);
	server->address = g_strdup_printf("http://127.0.0.1:%d/", server->port);
	server->listeners = g_ptr_array_new_with_free_func(listener_free);
	server->beat = g_timeout_add_seconds(BEAT_SECONDS, beat, server);
	soup_server_add_handler(server->soup, NULL, answer, server, NULL);
	return server;
}

void server_close(struct server *server)
{
	if (server == NULL)
		return;
	g_source_remove(server->beat);
	for (guint i = 0; i < server->listeners->len; i++) {
		const struct listener *listener = g_ptr_array_index(server->listeners, i);
		g_signal_handlers_disconnect_by_data(listener->message, server);
	}
	g_ptr_array_unref(server->listeners);
	soup_server_disconnect(server->soup);
	g_object_unref(server->soup);
	if (server->folder != NULL)
		folder_close(server->folder);
	g_free(server->address);
	g_free(server->event);
	g_free(server->data);
	g_free(server);
}

const char *server_address(const struct server *server)
{
	return server->address;
}
