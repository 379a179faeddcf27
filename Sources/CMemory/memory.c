#include "CMemory.h"

#ifdef __linux__
#include <malloc.h>
#include <stdlib.h>
#endif

void memory_use_large_chunks(void) {
#if defined(__linux__) && defined(M_TOP_PAD)
  mallopt(M_TOP_PAD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  // The heap of the calling thread exists already and would go on growing by single pages: 3,500 system calls at 10,000
  // pages. An allocation and its release extend it at once, because released memory stays with the process.
  void *volatile room = malloc(30 << 20);
  void *volatile more = malloc(31 << 20);
  free(room);
  free(more);
#endif
}
