#include "tm/tmx_writer.h"
