#ifndef CMEMORY_H
#define CMEMORY_H

/// Makes malloc request memory from the system in large pieces and return none before the process ends, which suits a
/// program that works once and exits. By default glibc extends a thread's heap by single pages of 4 KB. Does nothing
/// on other systems.
void memory_use_large_chunks(void);

#endif
