#define _GNU_SOURCE

#include "CMemory.h"

#ifdef __linux__
#include <fcntl.h>
#include <malloc.h>
#include <stdlib.h>
#endif

void memory_in_large_pieces(void) {
#if defined(__linux__) && defined(M_TOP_PAD)
  mallopt(M_TOP_PAD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  // The heap of the thread that asks is older than the wish, and would go on growing by single pages: 3,500 calls of
  // the system at 10,000 pages. Room that was asked for once and given back stays.
  void *volatile room = malloc(30 << 20);
  void *volatile more = malloc(31 << 20);
  free(room);
  free(more);
#endif
}

void memory_give_back(int descriptor, long start, long count) {
#ifdef FALLOC_FL_PUNCH_HOLE
  (void)fallocate(descriptor, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, start, count);
#endif
}
