// Counts what a program allocates: work that can be compared between runs, unlike time.
#include "allocation_count.h"
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
// The test program contains this file too, and must not replace what a sanitizer has replaced.
#define IS_SANITIZED 1
#endif
#endif

static _Atomic unsigned long long total;

unsigned long long allocated_bytes(void) { return atomic_load_explicit(&total, memory_order_relaxed); }

#if defined(IS_SANITIZED)
// Nothing is counted.
#else

static void count(size_t size) { atomic_fetch_add_explicit(&total, size, memory_order_relaxed); }

#if defined(__GLIBC__) || defined(__linux__)
// In the program itself, these come before those of the C library.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t number, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

void *malloc(size_t size) {
  count(size);
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count(number * size);
  return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
  count(size);
  return __libc_realloc(memory, size);
}
#else
// What the tools of macOS use.
typedef void(malloc_logger_t)(uint32_t type, uintptr_t zone, uintptr_t first, uintptr_t second, uintptr_t result, uint32_t);
extern malloc_logger_t *malloc_logger;

static void note(uint32_t type, uintptr_t zone, uintptr_t first, uintptr_t second, uintptr_t result, uint32_t frames) {
  // 2 is an allocation, and 4 what is given back; both make a reallocation, whose size comes second.
  if (type & 2) count(type & 4 ? second : first);
}

__attribute__((constructor)) static void begin(void) { malloc_logger = note; }
#endif
#endif
