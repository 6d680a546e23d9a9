#include "command/stopwatch.h"

#include <json-glib/json-glib.h>
#include <sys/resource.h>

struct lap {
	const char *stage; /* interned */
	gint64 microseconds;
};

struct stopwatch {
	GArray *laps;		 /* struct lap, in order of beginning */
	guint running;		 /* index into laps */
	gint64 begun, lap_begun; /* monotonic microseconds */
};

struct stopwatch *stopwatch_start(void)
{
	struct stopwatch *stopwatch = g_new0(struct stopwatch, 1);

	stopwatch->laps = g_array_new(FALSE, TRUE, sizeof(struct lap));
	stopwatch->begun = stopwatch->lap_begun = g_get_monotonic_time();
	return stopwatch;
}

void stopwatch_free(struct stopwatch *stopwatch)
{
	g_array_unref(stopwatch->laps);
	g_free(stopwatch);
}

static void lap_end(struct stopwatch *stopwatch)
{
	gint64 now = g_get_monotonic_time();

	if (stopwatch->running < stopwatch->laps->len)
		g_array_index(stopwatch->laps, struct lap, stopwatch->running).microseconds +=
			now - stopwatch->lap_begun;
	stopwatch->lap_begun = now;
}

void stopwatch_stage(struct stopwatch *stopwatch, const char *stage)
{
	struct lap lap = {g_intern_string(stage), 0};

	lap_end(stopwatch);
	for (guint i = 0; i < stopwatch->laps->len; i++) {
		if (g_array_index(stopwatch->laps, struct lap, i).stage == lap.stage) {
			stopwatch->running = i;
			return;
		}
	}
	stopwatch->running = stopwatch->laps->len;
	g_array_append_val(stopwatch->laps, lap);
}

char *stopwatch_text(struct stopwatch *stopwatch)
{
	GString *text = g_string_new(NULL);

	lap_end(stopwatch);
	for (guint i = 0; i < stopwatch->laps->len; i++) {
		const struct lap *lap = &g_array_index(stopwatch->laps, struct lap, i);
		int milliseconds = (int)(lap->microseconds / 1000);
		g_string_append_printf(text, "%s%s %d.%03d", i > 0 ? ", " : "", lap->stage,
				       milliseconds / 1000, milliseconds % 1000);
	}
	return g_string_free(text, FALSE);
}

static void put_seconds(JsonBuilder *json, gint64 microseconds)
{
	json_builder_set_member_name(json, "seconds");
	json_builder_add_double_value(json, (double)(microseconds / 1000) / 1000.0);
}

static gint64 peak_rss_kb(void)
{
	struct rusage usage;

	return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : 0;
}

char *stopwatch_json(struct stopwatch *stopwatch, int jobs)
{
	g_autoptr(JsonBuilder) json = json_builder_new();
	g_autoptr(JsonNode) root = NULL;
	g_autofree char *text = NULL;

	lap_end(stopwatch);
	json_builder_begin_object(json);
	json_builder_set_member_name(json, "schema");
	json_builder_add_string_value(json, "anban-run-1");
	put_seconds(json, stopwatch->lap_begun - stopwatch->begun);
	json_builder_set_member_name(json, "peak_rss_kb");
	json_builder_add_int_value(json, peak_rss_kb());
	json_builder_set_member_name(json, "jobs");
	json_builder_add_int_value(json, jobs);
	json_builder_set_member_name(json, "stages");
	json_builder_begin_array(json);
	for (guint i = 0; i < stopwatch->laps->len; i++) {
		const struct lap *lap = &g_array_index(stopwatch->laps, struct lap, i);
		json_builder_begin_object(json);
		json_builder_set_member_name(json, "stage");
		json_builder_add_string_value(json, lap->stage);
		put_seconds(json, lap->microseconds);
		json_builder_end_object(json);
	}
	json_builder_end_array(json);
	json_builder_end_object(json);
	root = json_builder_get_root(json);
	text = json_to_string(root, TRUE);
	return g_strconcat(text, "\n", NULL);
}
