#include "audit/poppler.h"

#include <string.h>

G_DEFINE_QUARK(anban - poppler - error, poppler_error)

static GPtrArray *words_of(const char *path, const char *arguments, const char *pdf, const char *last)
{
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
	g_auto(GStrv) given = g_strsplit(arguments, " ", -1);

	g_ptr_array_add(words, g_strdup(path));
	for (int i = 0; given[i] != NULL; i++)
		g_ptr_array_add(words, g_strdup(given[i]));
	/* A full path never begins with a dash. */
	g_ptr_array_add(words, g_canonicalize_filename(pdf, NULL));
	if (last != NULL)
		g_ptr_array_add(words, g_strdup(last));
	g_ptr_array_add(words, NULL);
	return words;
}

static GBytes *run(const GPtrArray *words, const char *program, const char *pdf, GError **error)
{
	g_autoptr(GSubprocess) process =
		g_subprocess_newv((const char *const *)words->pdata,
				  G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, error);
	GBytes *out = NULL;

	if (process == NULL || !g_subprocess_communicate(process, NULL, NULL, &out, NULL, error))
		return NULL;
	if (g_subprocess_get_successful(process))
		return out;
	g_bytes_unref(out);
	g_autofree char *name = g_path_get_basename(pdf);
	g_set_error(error, POPPLER_ERROR, POPPLER_ERROR_FAILED, "%s cannot read %s: build the edition again",
		    program, name);
	return NULL;
}

GBytes *poppler_run(const char *program, const char *arguments, const char *pdf, const char *last,
		    GError **error)
{
	g_autofree char *path = g_find_program_in_path(program);

	if (path == NULL) {
		g_set_error(error, POPPLER_ERROR, POPPLER_ERROR_MISSING,
			    "%s is missing: install poppler-utils", program);
		return NULL;
	}
	g_autoptr(GPtrArray) words = words_of(path, arguments, pdf, last);
	return run(words, program, pdf, error);
}
