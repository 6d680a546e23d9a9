#include "base/heap.h"
#include "command/commands.h"
#include "photo/photo.h"

int main(int argc, char **argv)
{
	if (photo_board_is_called(argc, argv))
		return photo_board(argc, argv);
	heap_in_large_pages();
	return command_run(argc, argv);
}
