; The installer for Windows, 64 bit, 10 and newer; made on Linux by makensis.
; Defined by the build: VERSION, FOLDER (the program), OUTPUT, ICON, FILES_IN, FILES_OUT (lists of
; instructions), SIZE_KB.
!include "common.nsh"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Nastavnik"
!define CLASS "Nastavnik.Base"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_INSTDIR "Nastavnik"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\Nastavnik"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Folder"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "Software\Nastavnik"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "Folder"
!define MULTIUSER_USE_PROGRAMFILES64
!include MultiUser.nsh
!include MUI2.nsh

VIAddVersionKey /LANG=1049 FileDescription "Установка программы «${NAME}»"

!define MUI_WELCOMEPAGE_TEXT "Программа помогает вести наставничество в школе. Интернет не нужен.$\r$\n$\r$\nЕсли «${NAME}» уже установлен, он обновится: базы, копии и настройки останутся, а перед обновлением базы программа сделает её копию.$\r$\n$\r$\nНажмите «Далее»."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Программа будет удалена. Базы, резервные копии и настройки останутся на компьютере."

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${FOLDER}/LICENSE.txt"
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Russian"

Function .onInit
  !insertmacro DemandWindows
  ; What /D= named comes before the folder that the choice of users brings.
  StrCpy $R9 $INSTDIR
  !insertmacro MULTIUSER_INIT
  ${If} $R9 != ""
    StrCpy $INSTDIR $R9
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

Function Start
  ; Without the rights that the installer may have.
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\nastavnik.exe"'
FunctionEnd

Section "${NAME}"
  !insertmacro DemandClosed
  ; Files of an older version go by its own list; whatever else lies there stays.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S /$MultiUser.InstallMode _?=$INSTDIR'
  ${EndIf}
  SetOverwrite on
  !include "${FILES_IN}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\nastavnik.exe"

  WriteRegStr SHCTX "Software\Classes\.nastavnik" "" "${CLASS}"
  WriteRegStr SHCTX "Software\Classes\${CLASS}" "" "База программы «${NAME}»"
  WriteRegStr SHCTX "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\nastavnik.exe,0"
  WriteRegStr SHCTX "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\nastavnik.exe" "%1"'

  WriteRegStr SHCTX "Software\Nastavnik" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${KEY}" "Publisher" "${NAME}"
  WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\nastavnik.exe"
  WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  !insertmacro DemandClosed
  !include "${FILES_OUT}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; stays when anything else lies in it
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegStr $0 SHCTX "Software\Classes\.nastavnik" ""
  ${If} $0 == "${CLASS}"
    DeleteRegKey SHCTX "Software\Classes\.nastavnik"
  ${EndIf}
  DeleteRegKey SHCTX "Software\Classes\${CLASS}"
  DeleteRegKey SHCTX "${KEY}"
  DeleteRegKey SHCTX "Software\Nastavnik"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
