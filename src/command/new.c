/* new.c - a folder to start from: an edition of two stories that explain themselves */
#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "command/commands.h"
#include "command/wire.h"

static const char edition_yaml[] =
	"# One day's paper. Everything said here wins over a paper.yaml in a folder above.\n"
	"name: The Morning Paper\n"
	"language: en            # of the furniture, and of a story that names none: en or vi\n"
	"layout: tabloid\n"
	"date: %s\n"
	"sections:               # the order of the paper\n"
	"  - {name: News}\n"

	"pages: auto             # or 16, or {min: 8, max: 24, multiple: 4}\n"
	"# ads, the desk's plan and much more: see the README\n";

static const char first_story[] =
	"---\n"
	"headline: A story is a text file\n"
	"section: News\n"
	"kicker: How it works\n"
	"standfirst: Between two lines of dashes stands what the paper must know about the story. Below them "
	"stands the copy itself.\n"
	"byline: The Desk\n"
	"dateline: HÀ NỘI\n"
	"priority: 1             # 1 leads its section, 5 is a brief\n"
	"---\n"
	"This is the first story of your paper, and it is an ordinary text file. Open it in any editor, "
	"change a word, build the edition again, and the page changes with it.\n"
	"\n"
	"Only the headline is required. The kicker above it, the introduction below it, the byline and the "
	"dateline may each be left out, and the page is made up without them.\n"
	"\n"
	"## What happens to the copy\n"
	"\n"
	"Every paragraph is set in columns, hyphenated and justified, and no line is ever lost without being "
	"named. When there is more copy than room, the story of the lowest priority is held over, and the "
	"report says so.\n"
	"\n"
	"Write *emphasis* between asterisks and **strong words** between two. A [link](https://example.org) "
	"works in the PDF. Straight \"quotation marks\" become curly ones, and a hyphen between spaces - "
	"like this one - becomes a dash.\n"
	"\n"
	"> A quotation stays where it is.\n"
	"\n"
	"Vietnamese needs nothing special: write Nguyễn Thị Ngọc Ánh, and every mark is set where it "
	"belongs. A story that is written in Vietnamese says `language: vi` above its copy.\n"
	"\n"
	"A story that is not ready yet says `status: draft`, and is not printed. One that must not be left "
	"out says `must: true`, and the edition fails rather than go out without it.\n";

static const char second_story[] =
	"---\n"
	"headline: Photographs, lists and tables\n"
	"section: News\n"
	"byline: The Desk\n"
	"# photos:                       # take away the # when you have a picture beside this file\n"
	"#   - file: ferry.jpg\n"
	"#     caption: What one sees, and who, and where.\n"
	"#     credit: Photo/Name of the photographer\n"
	"#     alt: What a reader who cannot see the picture should hear.\n"
	"#     focus: [0.5, 0.4]         # what must stay in the crop, 0 to 1 from the top left\n"
	"---\n"
	"Put a photograph into the folder, name it in the story, and it is cropped around its focus and "
	"scaled to the columns that suit the page. Its caption and credit may also stand in the file itself, "
	"where photographers write them.\n"
	"\n"
	"Three commands are enough for a day's paper:\n"
	"\n"
	"1. `anban new` makes a folder like this one;\n"
	"2. `anban check` names every fault, with the file and the line it stands in;\n"
	"3. `anban build` makes the pages and publishes them.\n"
	"\n"
	"| What | Where |\n"
	"| --- | --- |\n"
	"| The edition's date and sections | edition.yaml |\n"
	"| The paper's name and address | paper.yaml, one folder up |\n"
	"| Stories | any file that ends in .md |\n"
	"| Advertisements | named in edition.yaml |\n"
	"\n"
	"The finished edition lies in out/latest: the PDF, a picture of each page, and a report of what was "
	"placed where and why.\n"
	"\n"
	"When the folder is published once more, the edition before it is kept until the new one is "
	"complete. Readers never see half a paper.\n";

/* The folder's own name when it is a date; else today. */
static char *date_for(const char *folder)
{
	g_autofree char *name = g_path_get_basename(folder);
	g_autoptr(GDateTime) now = NULL;
	int year = 0, month = 0, day = 0, length = 0;

	if (sscanf(name, "%4d-%2d-%2d%n", &year, &month, &day, &length) == 3 && name[length] == '\0' &&
	    length == 10 && g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
		return g_strdup(name);
	now = g_date_time_new_now_local();
	return g_date_time_format(now, "%Y-%m-%d");
}

/* "x": a file that is there is never written over, not even in a race. */
static gboolean write_new(const char *folder, const char *name, const char *text)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	FILE *file = fopen(path, "wxe");
	gboolean well;

	if (file == NULL)
		return FALSE;
	well = fputs(text, file) >= 0;
	return fclose(file) == 0 && well;
}

static gboolean folder_is_empty(const char *folder)
{
	GDir *entries = g_dir_open(folder, 0, NULL);
	gboolean empty = entries == NULL || g_dir_read_name(entries) == NULL;

	if (entries != NULL)
		g_dir_close(entries);
	return empty;
}

static int fail(const char *folder)
{
	int fault = errno;

	fprintf(stderr, "anban: cannot write the folder %s: %s\n", folder, g_strerror(fault));
	return fault == ENOSPC || fault == EDQUOT || fault == EIO ? EXIT_IO : EXIT_CREATE;
}

int new_run(const struct options *options)
{
	const char *folder = options->operands[0];
	struct wire wire = wire_open(options);
	g_autofree char *date = date_for(folder);
	g_autofree char *edition = g_strdup_printf(edition_yaml, date);
	g_autofree char *said = g_strdup_printf(
		"%s is ready: look at its stories, then run 'anban build %s'\n", folder, folder);

	if (!folder_is_empty(folder)) {
		fprintf(stderr, "anban: %s is not empty; name a new folder, nothing is ever written over\n",
			folder);
		return EXIT_CREATE;
	}
	if (g_mkdir_with_parents(folder, 0777) != 0 || !write_new(folder, "edition.yaml", edition) ||
	    !write_new(folder, "a-story.md", first_story) ||
	    !write_new(folder, "photographs-lists-tables.md", second_story))
		return fail(folder);
	if (!options->quiet)
		wire_result(&wire, said);
	wire_end(&wire, EXIT_DONE, NULL);
	return EXIT_DONE;
}
