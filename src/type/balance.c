#include "type/balance.h"

#include <string.h>

/* A headline is set in so many lines more than it needs. */
#define LINES_MORE 6

/* The best lines in every width from `least` to `most`; or that there are none. */
struct answer {
	fix least, most;
	gboolean possible;
	struct setting setting;
};

struct balance {
	struct line_matter matter;
	struct linebreak_order order;
	struct line_end *ends;
	fix *least;	     /* widths into which one line, two lines and so on fit; FIX_MAX: none */
	GPtrArray *by_lines; /* of one line, of two and so on: GPtrArray of struct answer */
};

static void answer_free(gpointer data)
{
	struct answer *answer = data;

	g_free(answer->setting.extents);
	g_free(answer->setting.breaks);
	g_free(answer->setting.hyphenated);
	g_free(answer);
}

/* The least longest line from the text's start to every end, with one line more than in `before`. */
static void narrow(const struct line_matter *matter, const fix *before, fix *after)
{
	for (int to = 1; to < matter->count; to++) {
		after[to] = FIX_MAX;
		for (int from = to - 1; from >= 0 && !(matter->ends[to].flags & LINE_END_EMERGENCY); from--) {
			fix line = linebreak_natural(&matter->ends[from], &matter->ends[to]);
			after[to] = MIN(after[to], MAX(before[from], line));
			if (matter->ends[from].flags & LINE_END_FORCED)
				break;
		}
	}
}

static fix *least_widths(const struct line_matter *matter)
{
	g_autofree fix *before = g_new(fix, (gsize)matter->count);
	g_autofree fix *after = g_new(fix, (gsize)matter->count);
	fix *least = g_new(fix, (gsize)matter->count);

	for (int i = 0; i < matter->count; i++)
		before[i] = i == 0 ? 0 : FIX_MAX;
	for (int lines = 1; lines < matter->count; lines++) {
		narrow(matter, before, after);
		after[0] = FIX_MAX;
		least[lines - 1] = after[matter->count - 1];
		memcpy(before, after, (gsize)matter->count * sizeof *before);
	}
	return least;
}

struct balance *balance_new(const struct line_matter *matter, const struct linebreak_order *order,
			    struct line_end *ends)
{
	struct balance *balance = g_new0(struct balance, 1);

	balance->matter = *matter;
	balance->matter.ends = balance->ends = ends;
	balance->order = *order;
	balance->least = least_widths(&balance->matter);
	balance->by_lines = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
	return balance;
}

void balance_free(struct balance *balance)
{
	if (balance == NULL)
		return;
	g_ptr_array_unref(balance->by_lines);
	g_free(balance->least);
	g_free(balance->ends);
	g_free(balance);
}

static fix longest_line(const struct balance *balance, const struct setting *setting)
{
	const struct line_end *ends = balance->matter.ends;
	fix longest = 0;

	for (int line = 0; line < setting->lines; line++) {
		int from = line > 0 ? setting->breaks[line - 1] : 0;
		longest = MAX(longest, linebreak_natural(&ends[from], &ends[setting->breaks[line]]));
	}
	return longest;
}

/* What is best holds down to its own longest line. */
static const struct answer *answer_for(struct balance *balance, GPtrArray *answers, int lines, fix width)
{
	struct answer *answer = g_new0(struct answer, 1);

	balance->order.measure.width = width;
	answer->possible = linebreak_balanced(&balance->matter, &balance->order, lines, &answer->setting);
	answer->most = width;
	answer->least = answer->possible ? longest_line(balance, &answer->setting) : 0;
	g_ptr_array_add(answers, answer);
	return answer;
}

static GPtrArray *answers_of(struct balance *balance, int lines)
{
	while (balance->by_lines->len < (guint)lines)
		g_ptr_array_add(balance->by_lines, g_ptr_array_new_with_free_func(answer_free));
	return balance->by_lines->pdata[lines - 1];
}

static const struct answer *answer_in(struct balance *balance, int lines, fix width)
{
	GPtrArray *answers = answers_of(balance, lines);

	if (answers->len == 0)
		answer_for(balance, answers, lines, FIX_MAX);
	for (guint i = 0; i < answers->len; i++) {
		const struct answer *answer = answers->pdata[i];
		if (answer->least <= width && width <= answer->most)
			return answer;
	}
	return answer_for(balance, answers, lines, width);
}

/* The least line count that fits; 0: none does. */
static int fewest_lines(const struct balance *balance, fix width)
{
	for (int lines = 1; lines < balance->matter.count; lines++)
		if (balance->least[lines - 1] <= width)
			return lines;
	return 0;
}

gboolean balance_settings(struct balance *balance, fix width,
			  void (*take)(const struct setting *setting, gpointer data), gpointer data)
{
	int fewest = fewest_lines(balance, width);
	int most = fewest > 0 ? MIN(fewest + LINES_MORE, balance->matter.count - 1) : 0, lines;

	for (lines = MAX(fewest, 1); lines <= most && balance->least[lines - 1] <= width; lines++) {
		const struct answer *answer = answer_in(balance, lines, width);
		if (!answer->possible)
			break;
		take(&answer->setting, data);
	}
	return fewest > 0 && lines > fewest;
}
