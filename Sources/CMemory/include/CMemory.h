#ifndef CMEMORY_H
#define CMEMORY_H

/// Asks the system for memory in large pieces, and gives none back before the end: for a program that works once and
/// ends. By itself glibc asks for every page of four kilobytes that a thread comes to need. Does nothing elsewhere.
void memory_in_large_pieces(void);

/// Gives the room of some bytes of an open file back to the system; they are zeros then. Does nothing elsewhere, and where
/// the file's system cannot.
void memory_give_back(int descriptor, long start, long count);

#endif
