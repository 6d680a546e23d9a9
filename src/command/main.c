#include "command/commands.h"
#include "photo/photo.h"

int main(int argc, char **argv)
{
	if (photo_board_is_called(argc, argv))
		return photo_board(argc, argv);
	return command_run(argc, argv);
}
