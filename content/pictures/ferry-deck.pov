// The ferry from the water.
#include "ferry-link.pov"
camera { location <40,3.2,-46> right x*(3/2) up y look_at <31,5.6,8> angle 36 }
