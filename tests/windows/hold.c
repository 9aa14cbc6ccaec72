/* Opens a file as a virus scanner may, so that nobody else can do anything with it, and lets it go after so many milliseconds. */
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>
int wmain(int count, wchar_t **words) {
    if (count != 3) return 2;
    HANDLE file = CreateFileW(words[1], GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return 1;
    puts("held");
    fflush(stdout);
    Sleep((DWORD)_wtoi(words[2]));
    CloseHandle(file);
    return 0;
}
