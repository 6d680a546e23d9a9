#include "edition/markup_limit.h"

#include <glib.h>
#include <string.h>

/* 15,000 marks in one paragraph were measured at 1.8 s. */
#define EFFORT_MAX 250000000.0

struct weighing {
	double effort; /* of the paragraphs and lines before */
	int marks;     /* emphasis marks of this paragraph */
};

static int marks_opening(const char *line)
{
	int marks = 0;

	for (; *line != '\0' && *line != '\n'; line++) {
		if (*line == '>' || ((*line == '-' || *line == '+' || *line == '*') && line[1] == ' '))
			marks++;
		else if (g_ascii_isdigit(*line) && (line[1] == '.' || line[1] == ')') && line[2] == ' ')
			marks++;
		else if (*line != ' ' && *line != '\t' && *line != '.' && *line != ')')
			break;
	}
	return marks;
}

/* "***" is one mark to the parser. */
static int marks_inside(const char *line, gsize length)
{
	int marks = 0;

	for (gsize i = 0; i < length; i++)
		marks += (line[i] == '*' || line[i] == '_') && (i == 0 || line[i - 1] != line[i]);
	return marks;
}

static int count_inside(const char *line, gsize length, char letter)
{
	int count = 0;

	for (gsize i = 0; i < length; i++)
		count += line[i] == letter;
	return count;
}

static gboolean line_is_blank(const char *line, gsize length)
{
	for (gsize i = 0; i < length; i++)
		if (!g_ascii_isspace(line[i]))
			return FALSE;
	return TRUE;
}

static double square(double number)
{
	return number * number;
}

static const char *line_weigh(struct weighing *weighing, const char *line, gsize length)
{
	if (marks_opening(line) > MARKUP_NESTING_MAX)
		return "lists and quotations are nested more than " G_STRINGIFY(
			MARKUP_NESTING_MAX) " deep: write it "
					    "flatter";
	/* Cells of a table; brackets behind an address. */
	weighing->effort += square(count_inside(line, length, '|')) + square(count_inside(line, length, ')'));
	weighing->marks += marks_inside(line, length);
	if (line_is_blank(line, length)) {
		weighing->effort += square(weighing->marks);
		weighing->marks = 0;
	}
	if (weighing->effort + square(weighing->marks) > EFFORT_MAX)
		return "too many '*', '_', '|' or ')' stand together: divide the paragraph or the table";
	return NULL;
}

const char *markup_limit(const char *text, int *line)
{
	struct weighing weighing = {0};

	for (*line = 1; *text != '\0'; (*line)++) {
		gsize length = strcspn(text, "\n");
		const char *why = line_weigh(&weighing, text, length);
		if (why != NULL)
			return why;
		text += length + (text[length] == '\n');
	}
	return NULL;
}
