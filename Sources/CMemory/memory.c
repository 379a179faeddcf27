#include "CMemory.h"

#ifdef __linux__
// For a program that works once and exits: two arenas, as many as it usually has threads, and freed memory stays with the
// process.
//
// Measured on 29 November 2026, 10,000 pages, on a quiet machine: with pages of 2 MB (`thp:always`) as fast, and 8 MB more.
// Against glibc, on a busy one: 3 to 5 % less processor time; tcmalloc a little less than that.
const char *malloc_conf = "narenas:2,dirty_decay_ms:-1,muzzy_decay_ms:-1";
#endif
