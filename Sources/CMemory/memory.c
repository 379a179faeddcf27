// malloc for a program that works once and exits, in place of that of glibc. Every allocation of the program comes here, those of
// Swift, libcmark and libyaml too.
//
// Measured on 29 November 2026, 10,000 pages: 13 % of the processor time of a build, two thirds of it because an allocation is
// taken from a list of its size and given back to it without a look at its neighbours, a third because memory comes in pages of
// 2 MB where the system has them.
//
// How it works: memory is asked of the system in segments of 32 MB, which begin at multiples of 32 MB. A segment is cut into runs
// for allocations of one size, and its first unit has a table that tells the size of each. Each thread has a list of free
// allocations for each size. A thread that frees more than it allocates hands them to the others in batches, and one that ends
// hands on what it has. What is larger than 256 KB has a mapping of its own, which goes back to the system unless it is
// one of a few that are kept; the rest stays with the process.
//
// Sanitizers have a malloc of their own, and other systems keep theirs.

#ifdef __linux__
#define _GNU_SOURCE
#include <stdlib.h>
#endif

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define IS_SANITIZED
#endif
#endif

#if defined(__linux__) && defined(__GLIBC__) && !defined(IS_SANITIZED)

#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

enum {
  SEGMENT = 32 << 20,
  /// The least part of a segment for allocations of one size.
  UNIT = 16 << 10,
  UNITS = SEGMENT / UNIT,
  /// Up to here sizes are multiples of 16.
  SMALL = 1 << 10,
  /// Up to here there are four sizes between a power of two and the next.
  LARGE = 256 << 10,
  CLASSES = SMALL / 16 + 4 * 8 + 1,
  /// The class of a mapping of its own. 0 is that of memory that nobody has.
  HUGE_CLASS = 255,
  /// How much free memory of one size a thread keeps, twice.
  BATCH = 64 << 10,
  /// Mappings up to this length are kept, a few of them: buffers of long pages come and go.
  KEPT_LENGTH = 2 << 20,
  KEPT_COUNT = 4,
};

#define LIKELY(condition) __builtin_expect((condition), 1)

/// A free allocation. The first of a batch leads to the next batch, too: no allocation is smaller than two pointers.
struct item {
  struct item *next, *next_batch;
};

/// The first bytes of a segment, or of a mapping of its own.
struct segment {
  uint8_t classes[UNITS];
  /// Of a mapping of its own.
  size_t length;
};

/// What a thread has of one size.
struct stock {
  struct item *free, *batch;
  /// How many there are in `free`.
  uint32_t count, limit;
  /// The part of the thread's last run that was never used.
  char *at, *end;
};

static __thread struct stock stocks[CLASSES];
static __thread int has_exit;

/// Guards what follows.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct item *batches[CLASSES];
static char *fresh, *fresh_end;
static struct segment *kept[KEPT_COUNT];
static pthread_key_t exit_key;
static int has_key;

// Sizes

static inline unsigned class_of(size_t size) {
  if (LIKELY(size <= SMALL)) return size ? (unsigned)((size + 15) / 16) : 1;
  unsigned power = 63 - (unsigned)__builtin_clzl(size - 1);
  return SMALL / 16 + (power - 10) * 4 + (unsigned)((size - 1) >> (power - 2)) - 3;
}

static inline size_t size_of(unsigned class) {
  if (LIKELY(class <= SMALL / 16)) return class * 16;
  unsigned step = class - SMALL / 16 - 1;
  return (size_t)(5 + step % 4) << (step / 4 + 8);
}

static inline struct segment *segment_of(void *pointer) {
  return (struct segment *)((uintptr_t)pointer & ~((uintptr_t)SEGMENT - 1));
}

static inline unsigned class_at(void *pointer) {
  return segment_of(pointer)->classes[((uintptr_t)pointer & (SEGMENT - 1)) / UNIT];
}

// The system

/// A mapping that begins at a multiple of `SEGMENT`.
static char *map_aligned(size_t length) {
  size_t room = length + SEGMENT;
  char *start = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (start == MAP_FAILED) return NULL;
  char *aligned = (char *)segment_of(start + SEGMENT - 1);
  if (aligned > start) munmap(start, (size_t)(aligned - start));
  if (start + room > aligned + length) munmap(aligned + length, (size_t)(start + room - aligned - length));
#ifdef MADV_HUGEPAGE
  int before = errno;
  madvise(aligned, length, MADV_HUGEPAGE);
  errno = before;
#endif
  return aligned;
}

/// Memory for allocations of one class, that nobody had before. Requires the lock.
static char *take(size_t length, unsigned class) {
  if ((size_t)(fresh_end - fresh) < length) {
    char *segment = map_aligned(SEGMENT);
    if (!segment) return NULL;
    fresh = segment + UNIT;
    fresh_end = segment + SEGMENT;
  }
  char *start = fresh;
  fresh += length;
  memset(&segment_of(start)->classes[(size_t)(start - (char *)segment_of(start)) / UNIT], (int)class, length / UNIT);
  return start;
}

static size_t whole_pages(size_t size) { return (size + 4095) & ~(size_t)4095; }

/// A kept mapping that fits; null if there is none.
static struct segment *take_kept(size_t length) {
  struct segment *found = NULL;
  pthread_mutex_lock(&lock);
  for (int index = 0; index < KEPT_COUNT && !found; index++) {
    if (!kept[index] || kept[index]->length < length || kept[index]->length / 2 > length) continue;
    found = kept[index];
    kept[index] = NULL;
  }
  pthread_mutex_unlock(&lock);
  return found;
}

/// Whether the mapping is kept.
static int keep(struct segment *segment) {
  if (segment->length > KEPT_LENGTH) return 0;
  int is_kept = 0;
  pthread_mutex_lock(&lock);
  for (int index = 0; index < KEPT_COUNT && !is_kept; index++) {
    if (kept[index]) continue;
    kept[index] = segment;
    is_kept = 1;
  }
  pthread_mutex_unlock(&lock);
  return is_kept;
}

/// An allocation with a mapping of its own.
static void *allocate_huge(size_t size, size_t alignment, int is_zero) {
  size_t before = alignment > UNIT ? alignment : UNIT;
  if (size > SIZE_MAX / 4 || before >= SEGMENT) return errno = ENOMEM, NULL;
  size_t length = whole_pages(before + size);
  if (length <= KEPT_LENGTH && before == UNIT && !is_zero) {
    struct segment *segment = take_kept(length);
    if (segment) return (char *)segment + before;
  }
  char *start = map_aligned(length);
  if (!start) return errno = ENOMEM, NULL;
  struct segment *segment = (struct segment *)start;
  segment->length = length;
  segment->classes[before / UNIT] = HUGE_CLASS;
  return start + before;
}

static size_t huge_size(void *pointer) {
  struct segment *segment = segment_of(pointer);
  return segment->length - (size_t)((char *)pointer - (char *)segment);
}

static void free_huge(void *pointer) {
  struct segment *segment = segment_of(pointer);
  if ((char *)pointer - (char *)segment == UNIT && keep(segment)) return;
  int before = errno;
  munmap(segment, segment->length);
  errno = before;
}

// Threads

static void give(unsigned class, struct item *batch) {
  if (!batch) return;
  batch->next_batch = batches[class];
  batches[class] = batch;
}

/// Hands on what a thread has that ends.
static void thread_ends(void *unused) {
  (void)unused;
  pthread_mutex_lock(&lock);
  for (unsigned class = 1; class < CLASSES; class++) {
    struct stock *stock = &stocks[class];
    give(class, stock->free);
    give(class, stock->batch);
    struct item *rest = NULL;
    for (size_t size = size_of(class); stock->at + size <= stock->end; stock->at += size) {
      struct item *item = (struct item *)stock->at;
      item->next = rest;
      rest = item;
    }
    give(class, rest);
    memset(stock, 0, sizeof *stock);
  }
  has_exit = 0;
  pthread_mutex_unlock(&lock);
}

static void watch_exit(void) {
  if (has_exit) return;
  has_exit = 1;
  pthread_mutex_lock(&lock);
  if (!has_key) has_key = pthread_key_create(&exit_key, thread_ends) == 0;
  pthread_mutex_unlock(&lock);
  if (has_key) pthread_setspecific(exit_key, &has_exit);
}

/// An allocation of a class of which the thread has none on its list.
static __attribute__((noinline)) void *refill(unsigned class) {
  struct stock *stock = &stocks[class];
  size_t size = size_of(class);
  if (stock->batch) {
    stock->free = stock->batch;
    stock->batch = NULL;
  } else if (stock->at + size > stock->end || !stock->end) {
    watch_exit();
    pthread_mutex_lock(&lock);
    struct item *batch = batches[class];
    char *run = NULL;
    // A run has many allocations, so that little is left at its end.
    size_t length = size <= 2 << 10 ? UNIT : size <= BATCH ? BATCH : (size + UNIT - 1) / UNIT * UNIT;
    if (batch) {
      batches[class] = batch->next_batch;
    } else {
      run = take(length, class);
    }
    pthread_mutex_unlock(&lock);
    stock->limit = BATCH / size > 1 ? (uint32_t)(BATCH / size) : 1;
    if (batch) {
      stock->free = batch;
    } else if (run) {
      stock->at = run;
      stock->end = run + length;
    } else {
      return errno = ENOMEM, NULL;
    }
  }
  struct item *item = stock->free;
  if (item) {
    stock->free = item->next;
    // Not counted: a batch is full, or what a thread had that has ended. Then the thread keeps more for once.
    stock->count = 0;
    return item;
  }
  item = (struct item *)stock->at;
  stock->at += size;
  return item;
}

/// Keeps a full list as the thread's batch, and hands the batch before it to all.
static __attribute__((noinline)) void put_away(unsigned class) {
  struct stock *stock = &stocks[class];
  watch_exit();
  size_t size = size_of(class);
  stock->limit = BATCH / size > 1 ? (uint32_t)(BATCH / size) : 1;
  if (stock->count < stock->limit) return;
  if (stock->batch) {
    pthread_mutex_lock(&lock);
    give(class, stock->batch);
    pthread_mutex_unlock(&lock);
  }
  stock->batch = stock->free;
  stock->free = NULL;
  stock->count = 0;
}

// malloc and its kin

#pragma GCC visibility push(default)

static inline void *allocate(size_t size) {
  if (size > LARGE) return allocate_huge(size, UNIT, 0);
  unsigned class = class_of(size);
  struct stock *stock = &stocks[class];
  struct item *item = stock->free;
  if (!LIKELY(item != NULL)) return refill(class);
  stock->free = item->next;
  stock->count -= stock->count > 0;
  return item;
}

void *malloc(size_t size) { return allocate(size); }

void free(void *pointer) {
  if (!pointer) return;
  unsigned class = class_at(pointer);
  if (class == HUGE_CLASS) return free_huge(pointer);
  struct stock *stock = &stocks[class];
  struct item *item = pointer;
  item->next = stock->free;
  stock->free = item;
  if (++stock->count >= stock->limit) put_away(class);
}

size_t malloc_usable_size(void *pointer) {
  if (!pointer) return 0;
  unsigned class = class_at(pointer);
  return class == HUGE_CLASS ? huge_size(pointer) : size_of(class);
}

void *calloc(size_t count, size_t size) {
  size_t whole;
  if (__builtin_mul_overflow(count, size, &whole)) return errno = ENOMEM, NULL;
  // A new mapping is zero.
  if (whole > LARGE) return allocate_huge(whole, UNIT, 1);
  void *pointer = allocate(whole);
  if (pointer) memset(pointer, 0, whole);
  return pointer;
}

/// Moves the pages of a mapping of its own, not their bytes.
static void *resize_huge(void *pointer, size_t size) {
  struct segment *segment = segment_of(pointer);
  size_t before = (size_t)((char *)pointer - (char *)segment), length = whole_pages(before + size);
  if (size > SIZE_MAX / 4) return errno = ENOMEM, NULL;
  char *room = map_aligned(length);
  if (!room) return errno = ENOMEM, NULL;
  char *moved = mremap(segment, segment->length, length, MREMAP_MAYMOVE | MREMAP_FIXED, room);
  if (moved == MAP_FAILED) {
    munmap(room, length);
    return errno = ENOMEM, NULL;
  }
  ((struct segment *)moved)->length = length;
  return moved + before;
}

void *realloc(void *pointer, size_t size) {
  if (!pointer) return allocate(size);
  if (!size) return free(pointer), NULL;
  size_t old = malloc_usable_size(pointer);
  if (size <= old && size > old / 2) return pointer;
  if (size > LARGE && class_at(pointer) == HUGE_CLASS) return resize_huge(pointer, size);
  void *moved = allocate(size);
  if (!moved) return NULL;
  memcpy(moved, pointer, old < size ? old : size);
  free(pointer);
  return moved;
}

void *memalign(size_t alignment, size_t size) {
  if (alignment <= 16) return allocate(size);
  if (alignment & (alignment - 1)) return errno = EINVAL, NULL;
  size_t least = size > alignment ? size : alignment;
  // A power of two stands at a multiple of itself in its run.
  if (least <= UNIT) return allocate(least > 1 ? (size_t)1 << (64 - __builtin_clzl(least - 1)) : 1);
  return alignment <= UNIT && size > LARGE ? allocate(size) : allocate_huge(size, alignment, 0);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **result, size_t alignment, size_t size) {
  int before = errno;
  void *pointer = memalign(alignment, size);
  if (!pointer) {
    int number = errno;
    errno = before;
    return number;
  }
  *result = pointer;
  return 0;
}

void *valloc(size_t size) { return memalign(4096, size); }

void *pvalloc(size_t size) { return memalign(4096, whole_pages(size)); }

#pragma GCC visibility pop

#endif
