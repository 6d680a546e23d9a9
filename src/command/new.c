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
	"plan:                   # what the desk has decided; without it the make-up decides\n"
	"  1: {template: front-wide, lead: a-story}\n"
	"# ads and much more: see the README\n";

static const char first_story[] =
	"---\n"
	"headline: A story is a text file\n"
	"section: News\n"
	"kicker: How it works\n"
	"standfirst: Between two lines of dashes stands what the paper must know about the story. Below "
	"them stands the copy itself.\n"
	"byline: The Desk\n"
	"dateline: HÀ NỘI\n"
	"priority: 1             # 1 leads its section, 5 is a brief\n"
	"---\n"
	"This is the first story of your paper, and it is an ordinary text file. Open it in any editor, "
	"change a word, build the edition again, and the page changes with it.\n"
	"\n"
	"Only the headline is required. The kicker above it, the introduction below it, the byline and "
	"the dateline may each be left out, and the page is made up without them. Facts that are wrong "
	"are told before anything is printed: the file, the line, the column, and what to do about it.\n"
	"\n"
	"## What happens to the copy\n"
	"\n"
	"Every paragraph is set in columns, hyphenated and justified, and no line is ever lost without "
	"being named. When there is more copy than room, the story of the lowest priority is held over, "
	"and the report says so. News may be cut from the foot, as it always has been; an opinion or an "
	"interview never is.\n"
	"\n"
	"Write *emphasis* between asterisks and **strong words** between two. A "
	"[link](https://example.org) works in the PDF. Straight \"quotation marks\" become curly ones, "
	"and a hyphen between spaces - like this one - becomes a dash. Whoever wants the copy set exactly"
	" as it was typed says `typography: as-written`.\n"
	"\n"
	"> A quotation that begins with this sign stays where it is, in italics.\n"
	"\n"
	"Two number signs make a small head like those in this story. It keeps at least two lines of its "
	"paragraph with it, so that it never stands at the foot of a column alone.\n"
	"\n"
	"## Vietnamese needs nothing special\n"
	"\n"
	"Write Nguyễn Thị Ngọc Ánh, and every mark is set where it belongs. A story in Vietnamese says "
	"`language: vi` above its copy; its hyphens, its dates and its \"continued on page\" are then "
	"Vietnamese too. A reader who searches the PDF for the name finds it, and a reader who listens to"
	" it hears it in the right voice.\n"
	"\n"
	"If the headlines of a page would clip an accent, the lines open by themselves. You need not look"
	" for it. The build counts every place where ink touches ink, and the report names it.\n"
	"\n"
	"## Which story goes where\n"
	"\n"
	"Priority decides. A story of priority 1 leads its section, and the first section's leads the "
	"paper. Two and three share what is below it. Five is a brief, and is set as one. Stories of one "
	"priority stand in the order of their file names.\n"
	"\n"
	"The kind of a story decides how it is treated: `kind: opinion` has a light headline and a large "
	"first letter, `kind: letters` and `kind: listing` are never cut, `kind: sponsored` is always "
	"marked as paid for. Without a kind it is news.\n"
	"\n"
	"The desk may know better, and has the last word. In `edition.yaml`, under `plan`, it can name "
	"the lead of a page, the drawing that the page follows, or put a story at the top right over "
	"three columns. What it says there is done, or the build says why it cannot be.\n"
	"\n"
	"## Dates and doubts\n"
	"\n"
	"A story that is not ready yet says `status: draft`, and is not printed. One that must not be "
	"left out says `must: true`, and the edition fails rather than go out without it. An `embargo` "
	"later than the hour of release holds a story over, and `valid_on` keeps yesterday's weather out "
	"of today's paper.\n"
	"\n"
	"None of this needs the clock of the machine. The same files make the same paper, to the byte, "
	"today and in ten years, and that is how one proves that an archive is honest.\n"
	"\n"
	"## When it goes wrong\n"
	"\n"
	"A photograph that is missing does not stop the press: the story is set without it, the fault is "
	"named, and the build ends with the number 3, which means that something was left out. A number "
	"of 64 or more means that nothing was published and that the paper of yesterday is still where it"
	" was.\n"
	"\n"
	"Run `anban check` as often as you like. It reads everything, makes up every page and writes "
	"nothing. Run `anban proof --serve --watch` to see the pages with their faults marked, in a browser, "
	"and leave it"
	" running while you write; it looks again each time you save.\n"
	"\n"
	"When the two stories of this folder have told you what you wanted to know, delete them. The "
	"paper is yours. It has room for about two thousand words a page, and prefers, like its readers, "
	"that they be good ones.\n";

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
	"scaled to the columns that suit the page. Its caption and credit may also stand in the file "
	"itself, where photographers write them.\n"
	"\n"
	"Four commands are enough for a day's paper:\n"
	"\n"
	"1. `anban new` makes a folder like this one;\n"
	"2. `anban check` names every fault, with the file and the line it stands in;\n"
	"3. `anban proof` shows the pages as the desk should see them;\n"
	"4. `anban build` makes the pages and publishes them.\n"
	"\n"
	"A table is drawn with upright strokes, and its figures stand under one another. One that is too "
	"wide for a column is set over two.\n"
	"\n"
	"| What | Where |\n"
	"| --- | --- |\n"
	"| The edition's date and sections | edition.yaml |\n"
	"| The paper's name and address | paper.yaml, one folder up |\n"
	"| Stories | any file that ends in .md |\n"
	"| Advertisements | named in edition.yaml |\n"
	"\n"
	"The finished edition lies in out/latest: the PDF, a picture of each page, and a report of what "
	"was placed where and why. When the folder is published once more, the edition before it is kept "
	"until the new one is complete. Readers never see half a paper.\n"
	"\n"
	"## How a page comes out full\n"
	"\n"
	"A newspaper page is a puzzle without spare pieces. The program tries many ways to cut it into "
	"stories, lets photographs grow and shrink by a row, sets paragraphs a line longer or shorter "
	"where nobody sees it, and takes the way that costs least. What cannot be filled with news is "
	"filled with house advertisements; name some under `fillers`, or the paper's own name stands "
	"there, as it does on this page.\n"
	"\n"
	"The look of all this is a folder too: `layouts/tabloid` holds the page, its columns, its type "
	"and drawings of its pages. Copy it, change one thing, and look.\n";

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
