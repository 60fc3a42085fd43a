/* Stands for Windows' Python in tests of the starter: writes the words it is started with. */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

__declspec(dllexport) int Py_Main(int count, wchar_t **words)
{
    HANDLE file = CreateFileW(_wgetenv(L"WORDS_FILE"), GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    for (int index = 1; index < count; index++) {
        char line[4096];
        int length = WideCharToMultiByte(CP_UTF8, 0, words[index], -1, line, sizeof line, NULL, NULL);
        DWORD written;
        line[length - 1] = '\n';
        WriteFile(file, line, (DWORD)length, &written, NULL);
    }
    CloseHandle(file);
    return 0;
}
