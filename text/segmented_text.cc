#include "text/segmented_text.h"
