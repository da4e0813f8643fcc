; setup.exe for one person: no rights asked. Compiled by build/packing/nsis.py, which defines VERSION, BUNDLE, OUT,
; ICON, SIZE (kB) and, where Microsoft's bootstrapper lies beside the bundle, WEBVIEW2.
;   setup.exe /S [/D=FOLDER]          installs or upgrades in silence
;   uninstall.exe /S [/REMOVEDATA]    removes in silence; data stay unless said
; Exit codes: 0 done, 1 stopped by the person, 2 Hunch is open or its folder cannot be written.

Unicode true
ManifestDPIAware true
Target amd64-unicode ; as the program
SetCompressor /SOLID ${COMPRESSOR}
SetDateSave off ; the same bytes each time
RequestExecutionLevel user
Name "Hunch ${VERSION}"
OutFile "${OUT}"
Icon "${ICON}"
UninstallIcon "${ICON}"
InstallDir "$LOCALAPPDATA\Programs\Hunch"
InstallDirRegKey HKCU "Software\Hunch" "Folder"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Hunch"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Setup of Hunch"
VIAddVersionKey CompanyName "Hunch"
VIAddVersionKey LegalCopyright "Apache-2.0"

!include FileFunc.nsh
!include LogicLib.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Hunch"
!define BOOTSTRAPPER "MicrosoftEdgeWebview2Setup.exe"
!define WEBVIEW2_ID "{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

!macro EndIfOpen
  ; A program that runs cannot be deleted, and half an upgrade would be worse than none.
  ${If} ${FileExists} "$INSTDIR\hunch.exe"
    ClearErrors
    Delete "$INSTDIR\hunch.exe"
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "Hunch is open. Close it and begin again." /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
  ${EndIf}
!macroend

!macro OfferTable ENDING
  WriteRegStr HKCU "Software\Classes\Applications\hunch.exe\SupportedTypes" "${ENDING}" ""
!macroend

Section
  !insertmacro EndIfOpen
  RMDir /r "$INSTDIR\_internal" ; of the version before: a file that is no more must not be loaded
  ClearErrors
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  ${If} ${Errors}
    SetErrorLevel 2
    Quit
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Hunch.lnk" "$INSTDIR\hunch.exe"

  WriteRegStr HKCU "Software\Hunch" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Hunch"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\hunch.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Hunch"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1

  WriteRegStr HKCU "Software\Classes\Hunch.Model" "" "Hunch model"
  WriteRegStr HKCU "Software\Classes\Hunch.Model\DefaultIcon" "" "$INSTDIR\hunch.exe,0"
  WriteRegStr HKCU "Software\Classes\Hunch.Model\shell\open\command" "" '"$INSTDIR\hunch.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.hunch" "" "Hunch.Model"
  ; Tables: offered under "Open with", never the first.
  WriteRegStr HKCU "Software\Classes\Applications\hunch.exe" "FriendlyAppName" "Hunch"
  WriteRegStr HKCU "Software\Classes\Applications\hunch.exe\shell\open\command" "" '"$INSTDIR\hunch.exe" "%1"'
  !insertmacro OfferTable ".csv"
  !insertmacro OfferTable ".tsv"
  !insertmacro OfferTable ".xlsx"
  !insertmacro OfferTable ".xls"
  !insertmacro OfferTable ".ods"
  !insertmacro OfferTable ".parquet"
  Call WebView
SectionEnd

Function WebView
  ; What draws the window. Without it Hunch works in the browser and says so.
  ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\${WEBVIEW2_ID}" "pv"
  ${If} $0 == ""
    ReadRegStr $0 HKCU "Software\Microsoft\EdgeUpdate\Clients\${WEBVIEW2_ID}" "pv"
  ${EndIf}
  ${If} $0 == ""
  ${OrIf} $0 == "0.0.0.0"
    !ifdef WEBVIEW2
      ; It stays beside the program, which offers it again where the network was away.
      File "/oname=$INSTDIR\${BOOTSTRAPPER}" "${WEBVIEW2}"
      ExecWait '"$INSTDIR\${BOOTSTRAPPER}" /silent /install'
    !else
      DetailPrint "Microsoft Edge WebView2 Runtime is not here: Hunch will open in the browser."
    !endif
  ${EndIf}
FunctionEnd

Section Uninstall
  !insertmacro EndIfOpen
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\uninstall.exe"
  Delete "$INSTDIR\${BOOTSTRAPPER}"
  RMDir "$INSTDIR" ; only if nothing else is in it
  Delete "$SMPROGRAMS\Hunch.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Hunch"
  DeleteRegKey HKCU "Software\Classes\Hunch.Model"
  DeleteRegKey HKCU "Software\Classes\Applications\hunch.exe"
  ReadRegStr $0 HKCU "Software\Classes\.hunch" ""
  ${If} $0 == "Hunch.Model"
    DeleteRegKey HKCU "Software\Classes\.hunch"
  ${EndIf}

  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/REMOVEDATA" $2
  ${IfNot} ${Errors}
    StrCpy $3 "remove"
  ${Else}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 \
      "Also remove what you made with Hunch: tables, models and answers in $LOCALAPPDATA\Hunch?" /SD IDNO IDNO keep
    StrCpy $3 "remove"
    keep:
  ${EndIf}
  ${If} $3 == "remove"
  ${AndIf} ${FileExists} "$LOCALAPPDATA\Hunch\workspace.sqlite"
    RMDir /r "$LOCALAPPDATA\Hunch"
  ${EndIf}
SectionEnd
