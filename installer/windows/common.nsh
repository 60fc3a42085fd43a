; What the installer and the portable folder have in common.
Target amd64-unicode
Unicode true
ManifestSupportedOS Win10
ManifestDPIAware true
SetCompressor /SOLID /FINAL lzma
SetCompressorDictSize 64

!define NAME "Наставник"
!include LogicLib.nsh
!include x64.nsh
!include WinVer.nsh

Name "${NAME}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION_NUMBERS}"
VIAddVersionKey /LANG=1049 ProductName "${NAME}"
VIAddVersionKey /LANG=1049 FileVersion "${VERSION}"
VIAddVersionKey /LANG=1049 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=1049 LegalCopyright "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "Запустить «${NAME}»"
!define MUI_FINISHPAGE_RUN_FUNCTION Start

!macro DemandWindows
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "«${NAME}» работает в 64-разрядной Windows." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "«${NAME}» работает в Windows 10 и новее." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
!macroend

; A program that runs keeps its file open for reading only.
!macro DemandClosed
  ${If} ${FileExists} "$INSTDIR\nastavnik.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\nastavnik.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "Закройте «${NAME}» и повторите." /SD IDOK
      SetErrorLevel 3
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend
