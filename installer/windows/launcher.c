/* Starts the program with the Python beside it. Built twice: without a console, and as
 * nastavnik-console.exe for the commands. Everything is found from where this file lies, so the
 * folder may be moved and its path may hold any letters. */
#include <windows.h>
#include <shobjidl.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LONG_PATH 32768

typedef int (*PyMain)(int, wchar_t **);
typedef DLL_DIRECTORY_COOKIE(WINAPI *AddFolder)(PCWSTR);

static void fail(const wchar_t *what)
{
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", what);
#else
    MessageBoxW(NULL, what, L"Наставник", MB_OK | MB_ICONERROR);
#endif
    exit(3);
}

static wchar_t *beside(const wchar_t *folder, const wchar_t *name)
{
    size_t length = wcslen(folder) + wcslen(name) + 2;
    wchar_t *path = malloc(length * sizeof(wchar_t));
    if (path == NULL)
        fail(L"Не хватает памяти.");
    swprintf(path, length, L"%ls\\%ls", folder, name);
    return path;
}

int wmain(int argc, wchar_t **argv)
{
    static wchar_t folder[LONG_PATH];
    DWORD length = GetModuleFileNameW(NULL, folder, LONG_PATH);
    if (length == 0 || length == LONG_PATH)
        fail(L"Слишком длинный путь к папке программы.");
    *wcsrchr(folder, L'\\') = L'\0';

    wchar_t *python = beside(folder, L"python");
    /* Modules in other folders find Python's own libraries there. */
    AddFolder add_folder =
        (AddFolder)(void *)GetProcAddress(GetModuleHandleW(L"kernel32"), "AddDllDirectory");
    if (add_folder != NULL)
        add_folder(python);
    HMODULE library = LoadLibraryExW(beside(python, PYTHON_DLL), NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (library == NULL)
        fail(L"Программа установлена не полностью. Установите её ещё раз: данные останутся.");
    LoadLibraryExW(beside(python, L"python3.dll"), NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    PyMain py_main = (PyMain)(void *)GetProcAddress(library, "Py_Main");
    if (py_main == NULL)
        fail(L"Программа установлена не полностью. Установите её ещё раз: данные останутся.");
    SetCurrentProcessExplicitAppUserModelID(L"Nastavnik");

    /* nastavnik.exe -B -X utf8 main.py arguments… */
    wchar_t **words = calloc((size_t)argc + 5, sizeof(wchar_t *));
    if (words == NULL)
        fail(L"Не хватает памяти.");
    int count = 0;
    words[count++] = argv[0];
    words[count++] = L"-B";
    words[count++] = L"-X";
    words[count++] = L"utf8";
    words[count++] = beside(folder, L"main.py");
    for (int index = 1; index < argc; index++)
        words[count++] = argv[index];
    return py_main(count, words);
}

#ifndef CONSOLE
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR line, int show)
{
    (void)instance, (void)before, (void)line, (void)show;
    return wmain(__argc, __wargv);
}
#endif
