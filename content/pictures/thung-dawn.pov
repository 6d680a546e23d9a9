// The basket boats again, from the sand.
#include "thuyen-thung.pov"
camera { location <-3.4,.86,-3.4> right x*(3/2) up y look_at <.2,.62,1.4> angle 46 }
