#pragma once

/// How many bytes this process has allocated so far, whether or not they are still in use.
unsigned long long allocated_bytes(void);
