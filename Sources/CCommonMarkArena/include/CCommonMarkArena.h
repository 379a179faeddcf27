#ifndef CCOMMONMARKARENA_H
#define CCOMMONMARKARENA_H

#include <cmark.h>

/// The HTML-free half of libcmark on memory that is given out in a row and taken back at once: a page's tree is some
/// thousand pieces, and with malloc and free they cost a third of its parsing.
///
/// The memory belongs to the calling thread. The tree is good until the thread calls
/// `commonmark_arena_reset`, which must come before its next `commonmark_arena_parse`; it is not freed otherwise.
cmark_node *commonmark_arena_parse(const char *bytes, size_t count);

/// Takes back all that the calling thread's last parse was given. Memory up to a page of ordinary size is kept for the next.
void commonmark_arena_reset(void);

#endif
