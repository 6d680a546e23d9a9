/* command.c - from the command line to one of the commands */
#include <stdio.h>
#include <string.h>

#include "command/commands.h"
#include "command/interrupt.h"
#include "command/manual.h"
#include "command/wire.h"

static int help_run(const struct options *options)
{
	const char *what = options->operands[0];
	g_autofree char *text = NULL;

	if (what == NULL)
		text = manual_help(COMMAND_NONE);
	else if (strcmp(what, "man") == 0)
		text = manual_page();
	else
		text = manual_completion(what);
	if (text == NULL) {
		fprintf(stderr,
			"anban: there is no help on '%s'; 'anban help' knows man, bash, zsh and fish\n",
			what);
		return EXIT_USAGE;
	}
	fputs(text, stdout);
	return EXIT_DONE;
}

static int not_built_yet(const struct options *options)
{
	fprintf(stderr, "anban: '%s' is not built yet; 'anban --help' lists what there is\n",
		command_rows[options->command].name);
	return EXIT_NOT_THERE;
}

static void tell_not_set_yet(const struct options *options)
{
	for (int i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];
		const char *field = (const char *)options + row->field;
		gboolean given = row->value == VALUE_NONE || row->value == VALUE_COUNT
					 ? *(const int *)(const void *)field != 0
					 : *(const char *const *)(const void *)field != NULL;
		if (row->not_set_yet && given)
			fprintf(stderr, "anban: note: not set yet: --%s\n", row->name);
	}
}

static int dispatch(const struct options *options)
{
	tell_not_set_yet(options);
	switch (options->command) {
	case COMMAND_BUILD:
		return build_run(options);
	case COMMAND_CHECK:
		return check_run(options);
	case COMMAND_PROOF:
		return proof_run(options);
	case COMMAND_LOCK:
		return lock_run(options);
	case COMMAND_UNLOCK:
		return unlock_run(options);
	case COMMAND_NEW:
		return new_run(options);
	case COMMAND_FONTS:
		return fonts_run(options);
	case COMMAND_HELP:
		return help_run(options);
	default:
		return not_built_yet(options);
	}
}

static int answer(const struct options *options)
{
	g_autofree char *text = NULL;

	if (!options->help && !options->version)
		return dispatch(options);
	text = options->help ? manual_help(options->command) : manual_version();
	fputs(text, stdout);
	return EXIT_DONE;
}

int command_run(int argc, char **argv)
{
	struct options options;
	g_autofree char *complaint = NULL;
	int code = EXIT_USAGE;

	interrupt_watch();
	if (options_parse(&options, argc, argv, &complaint))
		code = answer(&options);
	else
		fprintf(stderr, "anban: %s\n", complaint);
	options_clear(&options);
	if (!wire_flush() && code <= EXIT_DONE_WITH_FAULTS) {
		fputs("anban: standard output could not be written; is the disk full?\n", stderr);
		code = EXIT_IO;
	}
	return code;
}
