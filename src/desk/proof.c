/* proof.c - all files of a proof */
#include <gio/gio.h>
#include <string.h>

#include "desk/desk.h"
#include "desk/faults.h"
#include "desk/parts.h"
#include "desk/record.h"

static void sheet_clear(gpointer data)
{
	struct desk_sheet *sheet = data;
	g_free(sheet->picture.file);
	g_free(sheet->thumb.file);
}

static void original_clear(gpointer data)
{
	struct desk_original *original = data;
	g_free(original->file);
	g_free(original->picture.file);
}

struct proof *proof_new(void)
{
	struct proof *proof = g_new0(struct proof, 1);

	proof->sheets = g_array_new(FALSE, TRUE, sizeof(struct desk_sheet));
	g_array_set_clear_func(proof->sheets, sheet_clear);
	proof->originals = g_array_new(FALSE, TRUE, sizeof(struct desk_original));
	g_array_set_clear_func(proof->originals, original_clear);
	return proof;
}

void proof_find_faults(struct proof *proof)
{
	g_clear_pointer(&proof->faults, g_array_unref);
	proof->faults = faults_sort(proof);
}

void proof_settle(struct proof *proof)
{
	g_clear_pointer(&proof->record, record_free);
	proof->record = record_of(proof);
}

void proof_free(struct proof *proof)
{
	if (proof == NULL)
		return;
	g_array_unref(proof->sheets);
	g_array_unref(proof->originals);
	g_clear_pointer(&proof->faults, g_array_unref);
	record_free(proof->record);
	g_free(proof);
}

/* ---- files ---- */

char *proof_page_name(const char *label)
{
	g_autofree char *safe = g_strcanon(g_strdup(label), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS, '-');

	return g_strdup_printf("page-%s.html", safe);
}

char *proof_page(const struct proof *proof, guint index)
{
	return proofsheet_page(proof, index);
}

static void file_free(gpointer data)
{
	struct proof_file *file = data;
	g_free(file->name);
	g_bytes_unref(file->bytes);
	g_free(file);
}

static void add(GPtrArray *files, const char *name, GBytes *bytes)
{
	struct proof_file *file = g_new(struct proof_file, 1);

	*file = (struct proof_file){g_strdup(name), bytes};
	g_ptr_array_add(files, file);
}

static void add_text(GPtrArray *files, const char *name, char *text)
{
	add(files, name, g_bytes_new_take(text, strlen(text)));
}

static void add_asset(GPtrArray *files, const char *name)
{
	GBytes *bytes = asset_bytes(name);

	g_assert(bytes != NULL);
	add(files, name, bytes);
}

GPtrArray *proof_files(const struct proof *proof)
{
	GPtrArray *files = g_ptr_array_new_with_free_func(file_free);

	add_asset(files, "desk.css");
	add_asset(files, "desk.js");
	add_text(files, "faults.html", faults_page(proof));
	add_text(files, "stories.html", budget_page(proof));
	add_text(files, "changes.html", changes_page(proof));
	add_text(files, "proof.json", record_json(proof->record));
	add_text(files, "index.html", contact_page(proof));
	return files;
}
