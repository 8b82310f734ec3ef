#include "text/fold.h"
