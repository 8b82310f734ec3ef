#include "align/evaluation.h"
