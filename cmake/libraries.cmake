# ANBAN_LIBRARIES: "cairo 1.16.0,glib 2.74.6,..." as found when the build was configured.
# Called last: floors.cmake has asked pkg-config for all of them by then.
function(anban_libraries)
  set(known
    cairo cairo  exempi exempi_2_0  fontconfig fontconfig  freetype freetype2  glib glib_2_0  harfbuzz harfbuzz
    json-glib json_glib_1_0  jpeg libjpeg  deflate libdeflate  lcms lcms2  pango pango  png libpng  qpdf libqpdf  rsvg librsvg_2_0
    yaml yaml_0_1)
  set(list "")
  while(known)
    list(POP_FRONT known name id)
    list(APPEND list "${name} ${${id}_VERSION}")
  endwhile()
  find_file(haru_version hpdf_version.h)
  if(haru_version)
    file(STRINGS ${haru_version} line REGEX "HPDF_VERSION_TEXT")
    string(REGEX REPLACE ".*\"(.*)\".*" "\\1" version "${line}")
    list(APPEND list "haru ${version}")
  endif()
  find_file(cmark_version cmark-gfm_version.h)
  if(cmark_version)
    file(STRINGS ${cmark_version} line REGEX "VERSION_STRING")
    string(REGEX REPLACE ".*\"(.*)\".*" "\\1" version "${line}")
    list(APPEND list "cmark-gfm ${version}")
  endif()
  list(JOIN list "," joined)
  set_source_files_properties(${CMAKE_SOURCE_DIR}/src/command/manual.c
    PROPERTIES COMPILE_DEFINITIONS "ANBAN_LIBRARIES=\"${joined}\"")
endfunction()
