#ifndef CMEMORY_H
#define CMEMORY_H

// A program that has this target among its dependencies allocates with jemalloc on Linux; memory.c says why.

#ifdef __linux__
/// What jemalloc reads its settings from when the program starts.
extern const char *malloc_conf;
#endif

#endif
