# Warnings, sanitizers and the hardening that a release carries.
add_library(anban_flags INTERFACE)
target_compile_options(anban_flags INTERFACE
  -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith
  -Wwrite-strings -Wvla -Wno-unused-parameter -fno-strict-aliasing)
target_include_directories(anban_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_definitions(anban_flags INTERFACE _GNU_SOURCE
  ANBAN_VERSION="${PROJECT_VERSION}" G_LOG_DOMAIN="anban")
if(ANBAN_WERROR)
  target_compile_options(anban_flags INTERFACE -Werror)
endif()
if(ANBAN_FUZZ)
  target_compile_options(anban_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(ANBAN_SANITIZE)
  # -O1: whole editions are made under the sanitizers too
  target_compile_options(anban_flags INTERFACE -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(anban_flags INTERFACE -fsanitize=address,undefined)
elseif(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  target_compile_options(anban_flags INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
    -fstack-protector-strong -fstack-clash-protection -ftrivial-auto-var-init=zero)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|i.86")
    target_compile_options(anban_flags INTERFACE -fcf-protection=full)
  endif()
  target_link_options(anban_flags INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
endif()
