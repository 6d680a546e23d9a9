# What goes onto a machine: the program, its data, and what the option table says of it.
include(GNUInstallDirs)

function(anban_generate what file)
  set(path ${CMAKE_BINARY_DIR}/${file})
  add_custom_command(OUTPUT ${path} DEPENDS anban VERBATIM
    COMMAND sh -c "\"$1\" help \"$2\" > \"$3.new\" && mv \"$3.new\" \"$3\"" sh $<TARGET_FILE:anban> ${what} ${path})
  set(anban_generated ${anban_generated} ${path} PARENT_SCOPE)
endfunction()

if(TARGET anban)
  anban_generate(man anban.1)
  anban_generate(bash anban.bash)
  anban_generate(zsh _anban)
  anban_generate(fish anban.fish)
  add_custom_target(anban_manual ALL DEPENDS ${anban_generated})

  install(TARGETS anban)
  install(FILES ${CMAKE_BINARY_DIR}/anban.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES ${CMAKE_BINARY_DIR}/anban.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME anban)
  install(FILES ${CMAKE_BINARY_DIR}/_anban DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${CMAKE_BINARY_DIR}/anban.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
  install(DIRECTORY layouts DESTINATION ${CMAKE_INSTALL_DATADIR}/anban)
  # fonts/fetch has put the pinned files there
  install(DIRECTORY ${CMAKE_BINARY_DIR}/fonts DESTINATION ${CMAKE_INSTALL_DATADIR}/anban OPTIONAL)
  install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
endif()
