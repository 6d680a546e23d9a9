#include "command/options.h"

#include <getopt.h>
#include <string.h>

#include "base/diag.h"

#define OF(command) (1u << COMMAND_##command)
#define FIELD(name) offsetof(struct options, name)

const struct command_row command_rows[COMMAND_COUNT] = {
	[COMMAND_NONE] = {"", "COMMAND", "turns a day's stories and photographs into a newspaper PDF", 0, 0,
			  FALSE},
	[COMMAND_BUILD] = {"build", "EDITION", "make and publish the edition", 1, 1, FALSE},
	[COMMAND_CHECK] = {"check", "EDITION", "read, shape and make up; report every fault; write nothing",
			   1, 1, FALSE},
	[COMMAND_LOCK] = {"lock", "EDITION PAGE...", "keep pages of the last build as they are", 2, -1,
			  FALSE},
	[COMMAND_UNLOCK] = {"unlock", "EDITION PAGE...", "let locked pages move again", 2, -1, FALSE},
	[COMMAND_PROOF] = {"proof", "EDITION", "page pictures and faults as web pages for the desk", 1, 1,
			   FALSE},
	[COMMAND_IMPORT] = {"import", "SOURCE...", "newsroom feeds and legacy text into stories", 1, -1,
			    TRUE},
	[COMMAND_NEW] = {"new", "EDITION", "a folder to start from", 1, 1, FALSE},
	[COMMAND_FONTS] = {"fonts", "[LAYOUT]", "the pinned fonts and what they lack for Vietnamese", 0, 1,
			   FALSE},
	[COMMAND_HELP] = {"help", "[man|bash|zsh|fish]", "this, the manual page, or a shell's completions", 0,
			  1, FALSE},
};

#define OF_OUT (OF(BUILD) | OF(LOCK) | OF(PROOF))

const struct option_row option_rows[] = {
	{"out", 'o', "OUT", VALUE_TEXT, OF_OUT, FIELD(out), NULL, FALSE,
	 "the folder of published editions (default: out)"},
	{"draft", 0, NULL, VALUE_NONE, OF(BUILD), FIELD(draft), NULL, FALSE,
	 "do not reorder the PDF for the web"},
	{"no-pages", 0, NULL, VALUE_NONE, OF(BUILD), FIELD(no_pages), NULL, FALSE, "no page pictures"},
	{"no-cache", 0, NULL, VALUE_NONE, OF(BUILD) | OF(CHECK) | OF(PROOF), FIELD(no_cache), NULL, FALSE,
	 "make every photograph anew"},
	{"strict", 0, NULL, VALUE_NONE, OF(BUILD) | OF(CHECK), FIELD(strict), NULL, FALSE,
	 "publish nothing when something faulty had to be left out (exit 65 for 3)"},
	{"trace", 0, NULL, VALUE_NONE, OF(BUILD), FIELD(trace), NULL, FALSE,
	 "the pages as text on standard output"},
	{"explain", 0, "STORY", VALUE_TEXT, OF(BUILD) | OF(CHECK), FIELD(explain), NULL, FALSE,
	 "what it costs that a story sits where it does, term by term"},
	{"timeout", 0, "S", VALUE_COUNT, OF(BUILD), FIELD(timeout), NULL, TRUE,
	 "give up after so many seconds"},
	{"sandbox", 0, "MODE", VALUE_TEXT, OF(BUILD), FIELD(sandbox), "auto|require|off", TRUE,
	 "confine the work: auto, require or off"},
	{"audit", 0, "OUT/SLUG", VALUE_TEXT, OF(CHECK), FIELD(audit), NULL, FALSE,
	 "recompute the fill audit from copy and PDF"},
	{"serve", 0, "PORT", VALUE_OPTIONAL, OF(PROOF), FIELD(serve), NULL, FALSE,
	 "serve the proof on this machine"},
	{"watch", 0, NULL, VALUE_NONE, OF(PROOF), FIELD(watch), NULL, FALSE,
	 "make the proof again whenever a file is saved"},
	{"into", 0, "EDITION", VALUE_TEXT, OF(IMPORT), FIELD(into), NULL, TRUE,
	 "the edition folder to write stories to"},
	{"jobs", 'j', "N", VALUE_COUNT, 0, FIELD(jobs), NULL, FALSE,
	 "photographs made at once (default: all processors)"},
	{"json", 0, NULL, VALUE_NONE, 0, FIELD(json), NULL, FALSE,
	 "one JSON event a line on standard output"},
	{"quiet", 'q', NULL, VALUE_NONE, 0, FIELD(quiet), NULL, FALSE, "errors only, no summary"},
	{"verbose", 'v', NULL, VALUE_NONE, 0, FIELD(verbose), NULL, FALSE,
	 "notes too, and what is being done"},
	{"layouts", 0, "DIR", VALUE_TEXT, 0, FIELD(layouts), NULL, FALSE, "the folder of layouts"},
	{"fonts", 0, "DIR", VALUE_TEXT, 0, FIELD(fonts), NULL, FALSE,
	 "the folder with fonts.yaml and the font files"},
	{"help", 'h', NULL, VALUE_NONE, 0, FIELD(help), NULL, FALSE, "this text"},
	{"version", 'V', NULL, VALUE_NONE, 0, FIELD(version), NULL, FALSE,
	 "the version, and what anban was built with"},
};
const int option_row_count = G_N_ELEMENTS(option_rows);

gboolean option_is_of(const struct option_row *row, enum command command)
{
	return row->commands == 0 || (row->commands & (1u << command)) != 0;
}

/* ---- what is wrong, and what to try ---- */

static char *complain(enum command command, const char *format, ...) G_GNUC_PRINTF(2, 3);

static char *complain(enum command command, const char *format, ...)
{
	const char *name = command_rows[command].name;
	g_autofree char *what = NULL;
	va_list arguments;

	va_start(arguments, format);
	what = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	return g_strdup_printf("%s; try 'anban %s%s--help'", what, name, *name != '\0' ? " " : "");
}

static char *complain_command(const char *word)
{
	const char *names[COMMAND_COUNT] = {NULL};
	const char *nearest;

	for (int i = COMMAND_BUILD; i < COMMAND_COUNT; i++)
		names[i - 1] = command_rows[i].name;
	nearest = diag_nearest(word, names);
	if (nearest == NULL)
		return complain(COMMAND_NONE, "there is no command '%s'", word);
	return complain(COMMAND_NONE, "there is no command '%s', did you mean '%s'?", word, nearest);
}

static char *complain_option(enum command command, const char *word)
{
	const char *names[G_N_ELEMENTS(option_rows) + 1] = {NULL};
	g_auto(GStrv) parts = g_strsplit(word, "=", 2);
	const char *name = parts[0] + strspn(parts[0], "-");
	const char *nearest;
	int count = 0;

	for (int i = 0; i < option_row_count; i++) {
		if (option_is_of(&option_rows[i], command))
			names[count++] = option_rows[i].name;
	}
	nearest = strlen(name) > 1 ? diag_nearest(name, names) : NULL;
	if (nearest == NULL)
		return complain(command, "unknown option '%s'", parts[0]);
	return complain(command, "unknown option '%s', did you mean '--%s'?", parts[0], nearest);
}

/* ---- one option ---- */

static gboolean word_is_among(const char *word, const char *words)
{
	g_auto(GStrv) all = g_strsplit(words, "|", -1);
	return g_strv_contains((const char *const *)all, word);
}

static gboolean store_count(struct options *options, const struct option_row *row, const char *text,
			    char **complaint)
{
	gint64 count = 0;

	if (!g_ascii_string_to_signed(text, 10, 1, 100000, &count, NULL)) {
		*complaint =
			complain(options->command, "--%s wants a number from 1, not '%s'", row->name, text);
		return FALSE;
	}
	*(int *)((char *)options + row->field) = (int)count;
	return TRUE;
}

static gboolean store(struct options *options, const struct option_row *row, const char *text,
		      char **complaint)
{
	char *field = (char *)options + row->field;

	if (row->words != NULL && !word_is_among(text, row->words)) {
		*complaint = complain(options->command, "--%s is one of %s, not '%s'", row->name, row->words,
				      text);
		return FALSE;
	}
	if (row->value == VALUE_COUNT)
		return store_count(options, row, text, complaint);
	if (row->value == VALUE_NONE)
		*(gboolean *)field = TRUE;
	else
		*(const char **)field = text != NULL ? text : "";
	return TRUE;
}

/* ---- the whole line ---- */

enum { FIRST_CODE = 256 };

static void getopt_tables(enum command command, struct option *longs, GString *letters)
{
	static const int arguments[] = {no_argument, required_argument, optional_argument, required_argument};

	g_string_assign(letters, ":");
	for (int i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];
		if (!option_is_of(row, command))
			continue;
		*longs++ = (struct option){row->name, arguments[row->value], NULL, FIRST_CODE + i};
		if (row->letter != 0)
			g_string_append_printf(letters, "%c%s", row->letter,
					       row->value_name != NULL ? ":" : "");
	}
	*longs = (struct option){NULL, 0, NULL, 0};
}

static const struct option_row *row_of(int code)
{
	if (code >= FIRST_CODE)
		return &option_rows[code - FIRST_CODE];
	for (int i = 0; i < option_row_count; i++) {
		if (option_rows[i].letter == code)
			return &option_rows[i];
	}
	return NULL;
}

/* "--serve 8017" as well as "--serve=8017": a word of digits after an option that may have a value is its
 * value. */
static const char *value_behind(const struct option_row *row, int argc, char **argv)
{
	const char *word = optind < argc ? argv[optind] : "";
	gsize digits = strspn(word, "0123456789");

	if (row->value != VALUE_OPTIONAL || digits == 0 || digits > 5 || word[digits] != '\0')
		return NULL;
	return argv[optind++];
}

static gboolean read_options(struct options *options, int argc, char **argv, char **complaint)
{
	struct option longs[G_N_ELEMENTS(option_rows) + 1];
	g_autoptr(GString) letters = g_string_new(NULL);
	int code;

	getopt_tables(options->command, longs, letters);
	optind = 0;
	opterr = 0;
	while ((code = getopt_long(argc, argv, letters->str, longs, NULL)) != -1) {
		const struct option_row *row = row_of(code);
		if (code == ':')
			*complaint = complain(options->command, "%s wants a value", argv[optind - 1]);
		else if (code == '?' && optopt >= FIRST_CODE)
			*complaint = complain(options->command, "--%s takes no value", row_of(optopt)->name);
		else if (row == NULL)
			*complaint = complain_option(options->command, argv[MAX(optind - 1, 1)]);
		else if (store(options, row, optarg != NULL ? optarg : value_behind(row, argc, argv),
			       complaint))
			continue;
		return FALSE;
	}
	options->operands = argv + optind;
	return TRUE;
}

static enum command command_of(const char *word)
{
	for (int i = COMMAND_BUILD; i < COMMAND_COUNT; i++) {
		if (strcmp(word, command_rows[i].name) == 0)
			return i;
	}
	return COMMAND_NONE;
}

static gboolean count_operands(const struct options *options, char **complaint)
{
	const struct command_row *row = &command_rows[options->command];
	int count = (int)g_strv_length(options->operands);

	if (options->help || options->version)
		return TRUE;
	if (options->command == COMMAND_NONE && count > 0 && command_of(options->operands[0]) != COMMAND_NONE)
		*complaint =
			complain(COMMAND_NONE, "the command comes first: 'anban %s'", options->operands[0]);
	else if (options->command == COMMAND_NONE)
		*complaint = complain(COMMAND_NONE, "no command given");
	else if (count < row->least)
		*complaint = complain(options->command, "'anban %s' wants %s", row->name, row->operands);
	else if (row->most >= 0 && count > row->most)
		*complaint = complain(options->command, "'%s' is one too many: 'anban %s' wants %s",
				      options->operands[row->most], row->name, row->operands);
	return *complaint == NULL;
}

/* The command is the first word; getopt then sees it as the program's name. */
gboolean options_parse(struct options *options, int argc, char **argv, char **complaint)
{
	gboolean named = argc > 1 && argv[1][0] != '-';

	*options = (struct options){.out = "out"};
	*complaint = NULL;
	options->argv = g_new0(char *, argc + 1);
	memcpy(options->argv, argv, sizeof(char *) * (size_t)argc);
	if (named)
		options->command = command_of(argv[1]);
	if (named && options->command == COMMAND_NONE) {
		*complaint = complain_command(argv[1]);
		return FALSE;
	}
	if (!read_options(options, argc - named, options->argv + named, complaint))
		return FALSE;
	if (options->trace && options->json)
		*complaint = complain(options->command,
				      "--trace and --json both want standard output; choose one");
	else if (options->quiet && options->verbose)
		*complaint = complain(options->command, "--quiet and --verbose say the opposite; choose one");
	return *complaint == NULL && count_operands(options, complaint);
}

void options_clear(struct options *options)
{
	g_free(options->argv);
	options->argv = options->operands = NULL;
}
