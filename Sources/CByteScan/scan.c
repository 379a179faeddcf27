// Every byte of every text passes through these searches. They look bytes up in tables, sixteen at a time, by an instruction
// for which Swift has no name. Comparing with one byte after the other, the check of UTF-8 and the search for slips took 72
// thousand instructions a page; they take 43 thousand (callgrind, 1,000 pages, 30 November 2026).

#include "CByteScan.h"

#include <string.h>

#if defined(__x86_64__)
#include <tmmintrin.h>
#define VECTORS __attribute__((target("ssse3")))
typedef __m128i vector;

static inline bool has_vectors(void) { return __builtin_cpu_supports("ssse3"); }
VECTORS static inline vector load(const uint8_t *bytes) { return _mm_loadu_si128((const __m128i *)bytes); }
VECTORS static inline vector all(uint8_t byte) { return _mm_set1_epi8((char)byte); }
VECTORS static inline vector and(vector a, vector b) { return _mm_and_si128(a, b); }
VECTORS static inline vector or(vector a, vector b) { return _mm_or_si128(a, b); }
VECTORS static inline vector xor(vector a, vector b) { return _mm_xor_si128(a, b); }
VECTORS static inline vector equal(vector a, vector b) { return _mm_cmpeq_epi8(a, b); }
VECTORS static inline vector at_most(vector a, uint8_t byte) { return _mm_cmpeq_epi8(_mm_min_epu8(a, all(byte)), a); }
VECTORS static inline vector less(vector a, uint8_t byte) { return _mm_subs_epu8(a, all(byte)); }
VECTORS static inline vector upper(vector a) { return _mm_and_si128(_mm_srli_epi16(a, 4), all(0x0F)); }
// Zero for an index from 128 on; else only the lower four bits of an index count.
VECTORS static inline vector look_up(vector table, vector indices) { return _mm_shuffle_epi8(table, indices); }
VECTORS static inline bool is_zero(vector a) { return _mm_movemask_epi8(equal(a, all(0))) == 0xFFFF; }
// The index of the first byte that is not zero.
VECTORS static inline size_t first(vector a) {
  return (size_t)__builtin_ctz(~(unsigned)_mm_movemask_epi8(equal(a, all(0))));
}
// The bytes that are so many places before those of `a`; `before` are the sixteen before them.
#define EARLIER(a, before, places) _mm_alignr_epi8(a, before, 16 - (places))

#elif defined(__aarch64__)
#include <arm_neon.h>
#define VECTORS
typedef uint8x16_t vector;

static inline bool has_vectors(void) { return true; }
static inline vector load(const uint8_t *bytes) { return vld1q_u8(bytes); }
static inline vector all(uint8_t byte) { return vdupq_n_u8(byte); }
static inline vector and(vector a, vector b) { return vandq_u8(a, b); }
static inline vector or(vector a, vector b) { return vorrq_u8(a, b); }
static inline vector xor(vector a, vector b) { return veorq_u8(a, b); }
static inline vector equal(vector a, vector b) { return vceqq_u8(a, b); }
static inline vector at_most(vector a, uint8_t byte) { return vcleq_u8(a, all(byte)); }
static inline vector less(vector a, uint8_t byte) { return vqsubq_u8(a, all(byte)); }
static inline vector upper(vector a) { return vshrq_n_u8(a, 4); }
static inline vector look_up(vector table, vector indices) { return vqtbl1q_u8(table, and(indices, all(0x8F))); }
static inline bool is_zero(vector a) { return vmaxvq_u8(a) == 0; }
static inline size_t first(vector a) {
  // Four bits for each byte.
  uint64_t bits = vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(vtstq_u8(a, a)), 4)), 0);
  return (size_t)__builtin_ctzll(bits) / 4;
}
#define EARLIER(a, before, places) vextq_u8(before, a, 16 - (places))
#endif

// MARK: - Patterns

static bool begins(const struct byte_patterns *patterns, const uint8_t *bytes, size_t index, size_t count) {
  uint8_t left = 0xFF;
  for (size_t place = 0; place < 3; place++) {
    uint8_t byte = index + place < count ? bytes[index + place] : 0;
    left &= patterns->low[place][byte & 0x0F] & patterns->high[place][byte >> 4];
  }
  return left != 0;
}

#ifdef VECTORS
// The patterns that each byte may have at a place.
VECTORS static inline vector allowed(vector bytes, const uint8_t low[16], const uint8_t high[16]) {
  return and(look_up(load(low), and(bytes, all(0x0F))), look_up(load(high), upper(bytes)));
}

VECTORS static size_t next_by_vectors(const struct byte_patterns *patterns, const uint8_t *bytes, size_t start, size_t count) {
  size_t index = start;
  while (index + 18 <= count) {
    vector found = and(
      and(allowed(load(bytes + index), patterns->low[0], patterns->high[0]),
          allowed(load(bytes + index + 1), patterns->low[1], patterns->high[1])),
      allowed(load(bytes + index + 2), patterns->low[2], patterns->high[2]));
    if (!is_zero(found)) return index + first(found);
    index += 16;
  }
  return index;
}
#endif

size_t scan_next(const struct byte_patterns *patterns, const uint8_t *bytes, size_t start, size_t count) {
  size_t index = start;
#ifdef VECTORS
  // A pattern that is found here is found again below, at once.
  if (has_vectors()) index = next_by_vectors(patterns, bytes, start, count);
#endif
  while (index < count && !begins(patterns, bytes, index, count)) index++;
  return index;
}

// MARK: - UTF-8 and control characters

#ifdef VECTORS
// Faults that two bytes in a row may show. A pair has a fault if the upper and the lower half of its first byte and the upper
// half of its second all allow it: by this, John Keiser and Daniel Lemire check UTF-8 with three look-ups ("Validating UTF-8 in
// less than one instruction per byte", 2021).
enum {
  CUT_OFF = 1,         // a lead without a continuation
  STRAY = 2,           // a continuation behind ASCII
  OVERLONG_3 = 4,      // E0 80…9F
  TOO_LARGE = 8,       // F4 90 and beyond
  SURROGATE = 16,      // ED A0…BF
  OVERLONG_2 = 32,     // C0, C1
  OVERLONG_4 = 64,     // F0 80…8F, and F5 80…8F and beyond
  CONTINUATIONS = 128  // two of them: right for the third and fourth byte of a character, and only there
};

static const uint8_t FIRST_UPPER[16] = {
  STRAY, STRAY, STRAY, STRAY, STRAY, STRAY, STRAY, STRAY, CONTINUATIONS, CONTINUATIONS, CONTINUATIONS, CONTINUATIONS,
  CUT_OFF | OVERLONG_2, CUT_OFF, CUT_OFF | OVERLONG_3 | SURROGATE, CUT_OFF | TOO_LARGE | OVERLONG_4};

enum { ANY = CUT_OFF | STRAY | CONTINUATIONS, BEYOND = ANY | TOO_LARGE | OVERLONG_4 };
static const uint8_t FIRST_LOWER[16] = {
  ANY | OVERLONG_2 | OVERLONG_3 | OVERLONG_4, ANY | OVERLONG_2, ANY, ANY, ANY | TOO_LARGE, BEYOND, BEYOND, BEYOND, BEYOND,
  BEYOND, BEYOND, BEYOND, BEYOND, BEYOND | SURROGATE, BEYOND, BEYOND};

enum { CONTINUED = STRAY | OVERLONG_2 | CONTINUATIONS };
static const uint8_t SECOND_UPPER[16] = {
  CUT_OFF, CUT_OFF, CUT_OFF, CUT_OFF, CUT_OFF, CUT_OFF, CUT_OFF, CUT_OFF, CONTINUED | OVERLONG_3 | OVERLONG_4,
  CONTINUED | OVERLONG_3 | TOO_LARGE, CONTINUED | SURROGATE | TOO_LARGE, CONTINUED | SURROGATE | TOO_LARGE, CUT_OFF, CUT_OFF,
  CUT_OFF, CUT_OFF};

// Each of the three is itself at its own index, and nothing else is.
static const uint8_t BLANKS[16] = {0xFF, 0, 0, 0, 0, 0, 0, 0, 0, '\t', '\n', 0, 0, '\r', 0, 0};

VECTORS static struct text_faults faults_by_vectors(const uint8_t *bytes, size_t count) {
  const vector first_upper = load(FIRST_UPPER), first_lower = load(FIRST_LOWER), second_upper = load(SECOND_UPPER);
  const vector blanks = load(BLANKS);
  vector malformed = all(0), control = all(0), before = all(' ');
  // Spaces follow the last byte: sixteen at most, which also show a character that is cut off at the end.
  uint8_t rest[16];
  for (size_t index = 0; index <= count; index += 16) {
    const uint8_t *part = bytes + index;
    if (index + 16 > count) {
      memset(rest, ' ', sizeof rest);
      if (count > index) memcpy(rest, part, count - index);
      part = rest;
    }
    vector now = load(part);
    vector one = EARLIER(now, before, 1), two = EARLIER(now, before, 2), three = EARLIER(now, before, 3);
    vector pair = and(
      and(look_up(first_upper, upper(one)), look_up(first_lower, and(one, all(0x0F)))), look_up(second_upper, upper(now)));
    // Two continuations belong where E0 or more is two bytes before, or F0 or more three bytes before.
    vector belongs = and(or(less(two, 0xE0 - 0x80), less(three, 0xF0 - 0x80)), all(0x80));
    malformed = or(malformed, xor(pair, belongs));
    vector is_blank = equal(look_up(blanks, now), now);
    vector is_low = xor(at_most(now, 0x1F), and(is_blank, at_most(now, 0x1F)));
    vector is_c1 = and(equal(one, all(0xC2)), at_most(now, 0x9F));
    vector is_last = and(equal(one, all(0xEF)), equal(now, all(0xBF)));
    control = or(control, or(or(is_low, equal(now, all(0x7F))), or(is_c1, is_last)));
    before = now;
  }
  struct text_faults faults = {!is_zero(malformed), !is_zero(control)};
  return faults;
}
#endif

struct text_faults scan_text(const uint8_t *bytes, size_t count) {
#ifdef VECTORS
  if (has_vectors()) return faults_by_vectors(bytes, count);
#endif
  struct text_faults any = {true, true};
  return any;
}
