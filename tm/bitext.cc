#include "tm/bitext.h"
