; Windows: the installer says which program opens lectern://, for the same people that it installs for; the uninstaller takes it back.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\lectern" "" "URL:Lectern link"
  WriteRegStr SHELL_CONTEXT "Software\Classes\lectern" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\lectern\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend
!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\lectern"
!macroend
