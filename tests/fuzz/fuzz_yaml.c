/* Any bytes as a YAML file of the house. */
#include "base/yaml_tree.h"
#include "fuzz.h"

static const struct yaml_codes codes = {DIAG_YAML_SYNTAX, DIAG_KEY_UNKNOWN, DIAG_KEY_DUPLICATE, DIAG_KEY_MISSING,
					DIAG_VALUE_WRONG};

static const struct schema_key schema[] = {
	{"name", SCHEMA_TEXT, SCHEMA_REQUIRED, NULL, NULL}, {"date", SCHEMA_DATE, 0, NULL, NULL},
	{"release", SCHEMA_TIME, 0, NULL, NULL},	    {"pages", SCHEMA_INTEGER, 0, NULL, NULL},
	{"share", SCHEMA_NUMBER, 0, NULL, NULL},	    {"must", SCHEMA_BOOLEAN, 0, NULL, NULL},
	{"skip", SCHEMA_TEXTS, 0, NULL, NULL},		    {"focus", SCHEMA_NUMBERS, 0, NULL, NULL},
	{NULL, SCHEMA_ANY, 0, NULL, NULL},
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diag *diag = diag_new();
	struct yaml_node *tree = yaml_read("fuzz.yaml", (const char *)data, size, 0, &codes, diag);
	int32_t length;

	if (tree != NULL && tree->kind == YAML_MAP) {
		schema_check(tree, schema, &codes, diag);
		yaml_length(yaml_get(tree, "size"), 1024, &length);
	}
	g_assert(tree != NULL || diag->messages->len > 0);
	yaml_node_free(tree);
	diag_free(diag);
	return 0;
}
