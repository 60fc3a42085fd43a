; The program for a USB stick: lays its folder out and leaves no trace in the system.
; Defined by the build: as for the installer, but for SIZE_KB.
!include "common.nsh"
!include MUI2.nsh

RequestExecutionLevel user
InstallDir "$EXEDIR\${NAME}"
VIAddVersionKey /LANG=1049 FileDescription "«${NAME}» без установки"

!define MUI_DIRECTORYPAGE_TEXT_TOP "Программа будет распакована в эту папку: например, на флешку. Базы, копии и настройки лягут рядом с программой, в папку «data».$\r$\n$\r$\nЕсли в папке уже есть «${NAME}», он обновится, а папка «data» останется как есть."
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "Куда распаковать"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Файлы программы будут удалены из этой папки. Папка «data» с базами, копиями и настройками останется."

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Russian"

Function .onInit
  !insertmacro DemandWindows
FunctionEnd

Function Start
  Exec '"$INSTDIR\nastavnik.exe"'
FunctionEnd

Section "${NAME}"
  !insertmacro DemandClosed
  ; Files of an older version go by its own list; whatever else lies there stays.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  ${EndIf}
  SetOverwrite on
  !include "${FILES_IN}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
SectionEnd

Section "Uninstall"
  !insertmacro DemandClosed
  !include "${FILES_OUT}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; stays when anything else lies in it
SectionEnd
