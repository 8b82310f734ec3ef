#include "tm/gold.h"
