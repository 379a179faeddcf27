#include "CMemory.h"

#ifdef __linux__
#include <malloc.h>
#endif

void memory_in_large_pieces(void) {
#if defined(__linux__) && defined(M_TOP_PAD)
  mallopt(M_TOP_PAD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
#endif
}
