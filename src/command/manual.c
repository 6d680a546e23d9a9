#include "command/manual.h"

#include <string.h>

/* ---- exit codes: one list for help and manual ---- */

static const struct {
	int code;
	const char *says;
} exit_codes[] = {
	{0, "done; stories without 'must' may be held over for want of room (listed)"},
	{3, "done, but something faulty was left out or replaced (named)"},
	{64, "wrong usage"},
	{65, "bad input, nothing published; also when a 'must' is at stake, and under --strict for 3"},
	{66, "input missing"},
	{69, "a font or program is missing"},
	{70, "our mistake"},
	{71, "the worker died or ran out of memory"},
	{73, "cannot create output"},
	{74, "I/O error or disk full"},
	{75, "locked by another build, try later"},
	{78, "bad layout or configuration"},
	{124, "timed out"},
	{130, "interrupted, nothing published"},
};

/* ---- help ---- */

/* "-o, --out OUT" */
static char *option_heading(const struct option_row *row)
{
	g_autofree char *letter = row->letter != 0 ? g_strdup_printf("-%c, ", row->letter) : g_strdup("    ");

	if (row->value_name == NULL)
		return g_strdup_printf("%s--%s", letter, row->name);
	if (row->value == VALUE_OPTIONAL)
		return g_strdup_printf("%s--%s[=%s]", letter, row->name, row->value_name);
	return g_strdup_printf("%s--%s %s", letter, row->name, row->value_name);
}

static void help_options(GString *out, enum command command)
{
	g_string_append(out, "\nOptions:\n");
	for (int i = 0; i < option_row_count; i++) {
		const struct option_row *row = &option_rows[i];
		g_autofree char *heading = option_heading(row);
		if (option_is_of(row, command))
			g_string_append_printf(out, "  %-22s %s%s\n", heading, row->says,
					       row->not_set_yet ? " (not set yet)" : "");
	}
}

static void help_commands(GString *out)
{
	g_string_append(out, "\nCommands:\n");
	for (int i = COMMAND_BUILD; i < COMMAND_COUNT; i++) {
		const struct command_row *row = &command_rows[i];
		g_autofree char *heading = g_strdup_printf("%s %s", row->name, row->operands);
		g_string_append_printf(out, "  %-24s %s%s\n", heading, row->says,
				       row->not_built_yet ? " (not built yet)" : "");
	}
}

static void help_exit_codes(GString *out)
{
	g_string_append(out, "\nExit codes:\n");
	for (guint i = 0; i < G_N_ELEMENTS(exit_codes); i++)
		g_string_append_printf(out, "  %3d  %s\n", exit_codes[i].code, exit_codes[i].says);
}

char *manual_help(enum command command)
{
	GString *out = g_string_new(NULL);
	const struct command_row *row = &command_rows[command];

	g_string_append_printf(out, "anban %s%s%s [options]\n%s\n", row->name, *row->name != '\0' ? " " : "",
			       row->operands, row->says);
	if (command == COMMAND_NONE)
		help_commands(out);
	help_options(out, command);
	if (command == COMMAND_NONE) {
		help_exit_codes(out);
		g_string_append(out, "\n'anban COMMAND --help' tells more about a command.\n");
	}
	return g_string_free(out, FALSE);
}

/* ---- manual page ---- */

/* Hyphens that are typed must stay hyphens, and no line may begin with a control character. */
static void roff(GString *out, const char *text)
{
	if (*text == '.' || *text == '\'')
		g_string_append(out, "\\&");
	for (; *text != '\0'; text++) {
		if (*text == '-')
			g_string_append(out, "\\-");
		else if (*text == '\\')
			g_string_append(out, "\\e");
		else
			g_string_append_c(out, *text);
	}
}

static void roff_option(GString *out, const struct option_row *row)
{
	g_autofree char *heading = option_heading(row);

	g_string_append(out, ".TP\n.B ");
	roff(out, g_strstrip(heading));
	g_string_append_c(out, '\n');
	roff(out, row->says);
	g_string_append(out, row->not_set_yet ? " (not set yet).\n" : ".\n");
}

static gboolean has_own_options(enum command command)
{
	for (int i = 0; i < option_row_count; i++) {
		if (option_rows[i].commands != 0 && option_is_of(&option_rows[i], command))
			return TRUE;
	}
	return FALSE;
}

static void roff_command(GString *out, enum command command)
{
	const struct command_row *row = &command_rows[command];

	g_string_append(out, ".SS anban ");
	roff(out, row->name);
	g_string_append_printf(out, " %s\n", row->operands);
	roff(out, row->says);
	g_string_append(out, row->not_built_yet ? " (not built yet).\n" : ".\n");
	for (int i = 0; has_own_options(command) && i < option_row_count; i++) {
		if (option_rows[i].commands != 0 && option_is_of(&option_rows[i], command))
			roff_option(out, &option_rows[i]);
	}
}

static void roff_exit_codes(GString *out)
{
	g_string_append(out, ".SH EXIT STATUS\n");
	for (guint i = 0; i < G_N_ELEMENTS(exit_codes); i++) {
		g_string_append_printf(out, ".TP\n.B %d\n", exit_codes[i].code);
		roff(out, exit_codes[i].says);
		g_string_append_c(out, '\n');
	}
	g_string_append(out, ".PP\nAny other is a failure too.\n");
}

char *manual_page(void)
{
	GString *out = g_string_new(NULL);

	g_string_append(out, ".TH ANBAN 1 \"\" \"anban " ANBAN_VERSION
			     "\" \"User Commands\"\n.SH NAME\nanban \\- ");
	roff(out, command_rows[COMMAND_NONE].says);
	g_string_append(out, "\n.SH SYNOPSIS\n.B anban\nCOMMAND [options]\n.SH COMMANDS\n");
	for (int i = COMMAND_BUILD; i < COMMAND_COUNT; i++)
		roff_command(out, i);
	g_string_append(out, ".SH OPTIONS OF ALL COMMANDS\n");
	for (int i = 0; i < option_row_count; i++) {
		if (option_rows[i].commands == 0)
			roff_option(out, &option_rows[i]);
	}
	roff_exit_codes(out);
	g_string_append(
		out, ".SH ENVIRONMENT\n.TP\n.B ANBAN_DATA\nthe folder that holds\n.I layouts\nand\n.I fonts\n"
		     "when they are neither named nor found beside the program.\n.TP\n.B NO_COLOR\n"
		     "no colours on a terminal.\n");
	return g_string_free(out, FALSE);
}

/* ---- completions ---- */

static void list_commands(GString *out, const char *between)
{
	for (int i = COMMAND_BUILD; i < COMMAND_COUNT; i++)
		g_string_append_printf(out, "%s%s", i > COMMAND_BUILD ? between : "", command_rows[i].name);
}

static char *bash_completion(void)
{
	GString *out = g_string_new("# bash completion for anban\n_anban() {\n"
				    "\tlocal word=${COMP_WORDS[COMP_CWORD]}\n"
				    "\tif [ \"$COMP_CWORD\" = 1 ]; then\n\t\tCOMPREPLY=($(compgen -W \"");

	list_commands(out, " ");
	g_string_append(out, "\" -- \"$word\"))\n\t\treturn\n\tfi\n\tcase $word in\n\t-*)\n"
			     "\t\tcase ${COMP_WORDS[1]} in\n");
	for (int i = COMMAND_BUILD; i < COMMAND_COUNT; i++) {
		g_string_append_printf(out, "\t\t%s) COMPREPLY=($(compgen -W \"", command_rows[i].name);
		for (int j = 0; j < option_row_count; j++) {
			if (option_is_of(&option_rows[j], i))
				g_string_append_printf(out, "--%s ", option_rows[j].name);
		}
		g_string_append(out, "\" -- \"$word\")) ;;\n");
	}
	g_string_append(out, "\t\tesac\n\t\t;;\n\t*) COMPREPLY=($(compgen -d -- \"$word\")) ;;\n\tesac\n}\n"
			     "complete -o filenames -F _anban anban\n");
	return g_string_free(out, FALSE);
}

static char *zsh_completion(void)
{
	GString *out = g_string_new("#compdef anban\nlocal -a commands options\ncommands=(\n");

	for (int i = COMMAND_BUILD; i < COMMAND_COUNT; i++)
		g_string_append_printf(out, "\t\"%s:%s\"\n", command_rows[i].name, command_rows[i].says);
	g_string_append(out, ")\nif ((CURRENT == 2)); then\n\t_describe command commands\n\treturn\nfi\n"
			     "case $words[2] in\n");
	for (int i = COMMAND_BUILD; i < COMMAND_COUNT; i++) {
		g_string_append_printf(out, "%s)\n\toptions=(\n", command_rows[i].name);
		for (int j = 0; j < option_row_count; j++) {
			const struct option_row *row = &option_rows[j];
			if (option_is_of(row, i))
				g_string_append_printf(out, "\t\t\"--%s[%s]%s%s\"\n", row->name, row->says,
						       row->value_name != NULL ? ":" : "",
						       row->value_name != NULL ? row->value_name : "");
		}
		g_string_append(out, "\t)\n\t;;\n");
	}
	g_string_append(out, "esac\n_arguments $options '*:folder:_files -/'\n");
	return g_string_free(out, FALSE);
}

/* fish quotes with ' and knows \' inside. */
static void fish_line(GString *out, const char *condition, const char *option, const char *says)
{
	g_auto(GStrv) parts = g_strsplit(says, "'", -1);
	g_autofree char *quoted = g_strjoinv("\\'", parts);

	g_string_append_printf(out, "complete -c anban -n '%s' %s -d '%s'\n", condition, option, quoted);
}

static char *fish_completion(void)
{
	GString *out = g_string_new("# fish completion for anban\n");

	for (int i = COMMAND_BUILD; i < COMMAND_COUNT; i++) {
		g_autofree char *name = g_strdup_printf("-f -a %s", command_rows[i].name);
		g_autofree char *inside =
			g_strdup_printf("__fish_seen_subcommand_from %s", command_rows[i].name);
		fish_line(out, "__fish_use_subcommand", name, command_rows[i].says);
		for (int j = 0; j < option_row_count; j++) {
			g_autofree char *option =
				g_strdup_printf("-l %s%s", option_rows[j].name,
						option_rows[j].value_name != NULL ? " -r" : "");
			if (option_is_of(&option_rows[j], i))
				fish_line(out, inside, option, option_rows[j].says);
		}
	}
	return g_string_free(out, FALSE);
}

char *manual_completion(const char *shell)
{
	if (strcmp(shell, "bash") == 0)
		return bash_completion();
	if (strcmp(shell, "zsh") == 0)
		return zsh_completion();
	return strcmp(shell, "fish") == 0 ? fish_completion() : NULL;
}

/* ---- version ---- */

static int by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *manual_libraries(void)
{
	g_auto(GStrv) names = g_strsplit(ANBAN_LIBRARIES, ",", -1);
	GPtrArray *libraries = g_ptr_array_new_with_free_func(g_free);

	for (char **name = names; *name != NULL; name++) {
		if (**name != '\0')
			g_ptr_array_add(libraries, g_strdup(*name));
	}
	g_ptr_array_sort(libraries, by_name);
	return libraries;
}

char *manual_version(void)
{
	GString *out = g_string_new("anban " ANBAN_VERSION "\n");
	g_autoptr(GPtrArray) libraries = manual_libraries();

	for (guint i = 0; i < libraries->len; i++)
		g_string_append_printf(out, "  %s\n", (const char *)g_ptr_array_index(libraries, i));
	return g_string_free(out, FALSE);
}
