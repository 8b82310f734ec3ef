#include "align/alignment.h"
